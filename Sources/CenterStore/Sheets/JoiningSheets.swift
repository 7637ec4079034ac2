import GRDB
import Regulation
import Wording

extension Operation {
  /// What two people typed from one paper sheet.
  func join(
    _ own: PaperSheet, _ expecting: Seen<PaperSheet?>?, of place: (year: Int, center: String, id: Int64, expert: String)
  ) throws -> PaperSheet {
    guard expecting != nil, let old = try typed(place.year, place.id, place.expert) else { return own }
    let joining = try join(
      Joined(
        Phrase(zh: "\(place.expert) 对 \(place.center) 的评分表", en: "the sheet of \(place.expert) on \(place.center)"),
        "sheet/\(place.year)/\(place.center)/\(place.expert)", expecting, own: own.fields, over: old.fields
      ) { $0?.fields ?? [] },
      link: link(of: "sheet WHERE year = ? AND center_id = ? AND login = ?", [place.year, place.id, place.expert]))
    var sheet = own
    sheet.paper = joining.pick("paper", own.paper, old.paper)
    for code in IndicatorCode.all {
      sheet.points[code] = joining.pick("\(code)", own.points[code], old.points[code])
      sheet.comments[code] = joining.pick("\(code) comment", own.comments[code], old.comments[code])
    }
    return sheet
  }

  /// What was typed so far; `nil` where nothing was.
  private func typed(_ year: Int, _ center: Int64, _ login: String) throws -> PaperSheet? {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, paper FROM sheet WHERE year = ? AND center_id = ? AND login = ?", arguments: [year, center, login])
    guard let row else { return nil }
    var sheet = PaperSheet(points: PerIndicator(repeating: nil), paper: try PlainText(row[1]))
    let scores = try Row.fetchCursor(
      db, sql: "SELECT indicator, points, comment FROM score WHERE sheet_id = ?", arguments: [row[0] as Int64])
    while let score = try scores.next() {
      guard let code = IndicatorCode(score[0] as String) else { continue }
      sheet.points[code] = (score[1] as Int?).map { Points($0) }
      sheet.comments[code] = try PlainText(score[2], .paragraphs)
    }
    return sheet
  }
}

extension PaperSheet {
  /// What is compared where two people type it.
  fileprivate var fields: Change.Fields {
    [("paper", paper.string)]
      + IndicatorCode.all.flatMap { code -> Change.Fields in
        [("\(code)", points[code]?.description ?? ""), ("\(code) comment", comments[code].string)]
      }
  }
}
