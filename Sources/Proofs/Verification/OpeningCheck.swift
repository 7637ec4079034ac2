import Regulation
import Wording

/// Sheets that are opened: whether they are those that were bound, and whether figures follow from them.
struct OpeningCheck {
  private let sheets: SheetCheck
  private let results: PublishedResults
  private let publication: Digest256
  private let key: [UInt8]

  init(_ sheets: SheetCheck, _ results: PublishedResults, publication: Digest256, key: [UInt8]) {
    self.sheets = sheets
    self.results = results
    self.publication = publication
    self.key = key
  }

  func findings(_ name: String, _ bytes: [UInt8]) -> [Verification.Finding] {
    var list = FindingList(.openings)
    let read: (value: Opening, file: ReadFile)
    do { read = try Opening.read(bytes) } catch {
      list.require(false, Phrase(same: "\(name): ") + error.phrase)
      return list.findings
    }
    let opening = read.value
    list.require(
      opening.key == key && read.file.isSigned(by: key),
      Phrase(zh: "\(name) 不是由同一公钥签名的", en: "\(name) is not signed by the same key"))
    list.require(
      opening.publication == publication && opening.year == results.year,
      Phrase(zh: "\(name) 开示的是另一份结果", en: "\(name) opens sheets of another file"))
    let system = try? IndicatorSystem.standard.get()
    let isSameTable = system?.version == results.tableVersion
    var seen: Set<String> = []
    for sheet in opening.sheets {
      let place = "\(sheet.center) \(sheet.alias)"
      list.require(
        sheets.counted[sheet.center]?[sheet.alias] == sheet.commitment,
        Phrase(zh: "\(place) 的评分表与封存的不符", en: "the sheet \(place) is not the one that was bound"))
      list.require(seen.insert(place).inserted, Phrase(zh: "\(place) 出现两次", en: "the sheet \(place) stands twice"))
      for (code, points) in sheet.points.pairs {
        let most = isSameTable ? system?[code].fullPoints : nil
        list.require(
          points >= .zero && points <= most ?? Points(whole: 100),
          Phrase(zh: "\(place) 指标 \(code) 的 \(points) 超出范围", en: "\(points) of \(code) in the sheet \(place) cannot be"))
      }
    }
    if !isSameTable {
      list.notChecked(
        Phrase(
          zh: "指标表版本 \(results.tableVersion) 与本程序的不同，分值范围未核",
          en: "the table is of \(results.tableVersion), another than this program's: the range of points is not checked"))
    }
    list.holds(
      Phrase(zh: "\(name)：\(opening.sheets.count) 份评分表与封存的相符", en: "\(name): \(opening.sheets.count) sheets are those that were bound"))
    means(opening, name, &list)
    return list.findings
  }

  private func means(_ opening: Opening, _ name: String, _ list: inout FindingList) {
    let published = Dictionary(results.centers.map { ($0.code, $0) }) { first, _ in first }
    var (right, partly) = (0, [String]())
    for (code, own) in Dictionary(grouping: opening.sheets, by: \.center).sorted(by: { $0.key < $1.key }) {
      guard let center = published[code] else {
        list.require(false, Phrase(zh: "\(code) 没有公布得分", en: "\(code) has no published score"))
        continue
      }
      // What cannot be is not summed up.
      guard own.allSatisfy({ $0.points.values.allSatisfy { (Points.zero...Points(whole: 100)).contains($0) } }) else { continue }
      guard own.count == sheets.counted[code]?.count else {
        partly.append(code)
        continue
      }
      let score = CenterScore(
        own.map { SubmittedSheet(login: $0.alias, points: $0.points) }, method: results.method, minimum: results.minimumSheets)
      list.require(
        score?.score == center.score,
        Phrase(
          zh: "\(code) 由评分表算得 \(score.map { "\($0.score)" } ?? "—")，公布 \(center.score)",
          en: "\(code) comes to \(score.map { "\($0.score)" } ?? "nothing") by its sheets, and \(center.score) was published"))
      if score?.score == center.score { right += 1 }
    }
    if right > 0 {
      list.holds(
        Phrase(
          zh: "\(name)：\(right) 个中心的得分等于评分表的\(results.method.phrase.zh)（办法第25条）",
          en: "\(name): the scores of \(right.counted("center")) are the \(results.method.phrase.en) of their sheets (article 25)"))
    }
    for code in partly {
      list.notChecked(Phrase(zh: "\(code) 只开示了部分评分表，得分未核", en: "\(code): not all sheets are opened, so its score is not checked"))
    }
  }
}
