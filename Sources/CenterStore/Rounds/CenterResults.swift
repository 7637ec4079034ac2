import Foundation
import GRDB
import Regulation
import Wording

/// A center's result of a round as its host sees it from publication on: figures in full, experts under numbers (articles 25 to 28).
public struct CenterResult: Sendable, Hashable {
  /// How it came out; `graded` with the figures that an upheld objection took away.
  public let standing: RoundStanding
  /// Its rank; `nil` without a figure.
  public let rank: Int?
  /// Among how many; `nil` without a rank.
  public let ranked: Int?
  /// What its sheets come to by indicator; `nil` without a figure.
  public let score: CenterScore?
  /// How the round makes a score out of sheets.
  public let method: RoundMethod
  /// What its means are read beside: the scored centers of its field; `nil` without a figure.
  public let comparison: FieldComparison?
  /// The points that its host gave it; `nil` where the round asks for none.
  public let ownScores: PerIndicator<Points?>?
  /// Its sheets, by the number of the expert.
  public let sheets: [AliasedSheet]
  /// What the experts wrote as a group; empty where nothing.
  public let groupOpinion: PlainText
  /// The objections to it. Who objected is told to the bureau only.
  public let objections: [RoundObjection]
  /// Whether an upheld objection re-opened it and its figure is not fixed anew yet.
  public let isReopened: Bool
  /// The round's last day for material; `nil` where none was set.
  public let materialBy: Day?
}

/// A sheet without the name of whose it is.
public struct AliasedSheet: Sendable, Hashable {
  /// The number under which the expert of the round is known.
  public let number: Int
  /// The points of every indicator.
  public let points: PerIndicator<Points>
  /// What was written, without experts' names.
  public let comments: PerIndicator<PlainText>
  /// Whether staff entered it for the expert, from paper or a file.
  public let isByStaff: Bool

  /// What the points sum to.
  public var total: Points { points.values.reduce(into: .zero) { $0 += $1 } }

  /// The name under which the expert is shown.
  public var alias: Phrase { AliasedSheet.alias(number) }
  static func alias(_ number: Int) -> Phrase { Phrase(zh: "专家\(number)", en: "expert \(number)") }
}

extension CenterStore {
  /// A center's result with its sheets under aliases: for its host and its department from publication on, for staff and the agency of the round
  /// once it is settled. Texts are released without the names and logins of experts.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all others, before that, and whether the center exists or not; ``StoreError/refused(_:)`` for
  ///   staff before settlement.
  public func centerResult(year: Int, center code: String, by who: Acting) throws(StoreError) -> CenterResult {
    let today = self.today
    return try read(by: who) { db, member in
      let id = try CenterStore.ownCenter(code, year: year, member, nil, db)
      let round = try CenterStore.round(year, db)
      let isStaff = try [.admin, .bureau, .agency].contains(member.role) || CenterStore.isEntrusted(year, to: member, db)
      if !isStaff, !round.state.isPublic { throw StoreError.notPermitted(nil) }
      let kept = try StoredRound(round, .center(code: code, id: id), db)
      guard let settlement = kept.round.state.settlement else {
        throw Refusal(article: "25", Phrase(zh: "评估尚未核定", en: "the round is not settled yet"))
      }
      guard let standing = kept.round.standing(of: code, try kept.situation(today: today, db)) else {
        throw Refusal(article: "26", Phrase(zh: "\(code) 不在本年度评估之列", en: "\(code) was no part of this round"))
      }
      let mask = try NameMask(year, db)
      let sheets = try CenterStore.aliasedSheets(year, id, reopened: settlement.reopened[code], mask, db)
      let submitted = sheets.map { SubmittedSheet(login: String($0.number), points: $0.points) }
      let objections = kept.round.state.objections.filter { $0.center == code }
      let isBureau = member.role == .admin || member.role == .bureau
      return CenterResult(
        standing: standing,
        rank: try Int.fetchOne(db, sql: "SELECT rank FROM result WHERE year = ? AND center_id = ?", arguments: [year, id]),
        ranked: try CenterStore.rankedCounts(year, db)[year],
        score: settlement.figures[code] == nil ? nil : CenterScore(submitted, method: round.method, minimum: round.minimumSheets),
        method: round.method,
        comparison: settlement.figures[code] == nil ? nil : try CenterStore.fieldComparison(of: id, in: round, db),
        ownScores: round.asksOwnScores ? try CenterStore.ownScores(year, id, db) : nil, sheets: sheets,
        groupOpinion: try mask.text(try CenterStore.groupOpinion(year, id, db).text.string),
        objections: objections.compactMap { objection in
          isBureau ? objection : kept.round.state.notice.map { objection.withoutObjector(under: $0) }
        }, isReopened: settlement.reopened[code] != nil,
        materialBy: round.materialBy)
    }
  }

  private static func aliasedSheets(_ year: Int, _ center: Int64, reopened: Int?, _ mask: NameMask, _ db: Database) throws -> [AliasedSheet]
  {
    if let reopened {
      return try Row.fetchAll(
        db,
        sql: """
          SELECT number, login, points, comments, entered_by FROM former_sheet JOIN expert_alias USING (year, login)
          WHERE year = ? AND center_id = ? AND objection = ? ORDER BY number
          """, arguments: [year, center, reopened]
      ).map { row in
        let comments: [String: String] = try JSONText.decode(row[3])
        return AliasedSheet(
          number: row[0], points: try FormerSheets.sheet(login: row[1], points: row[2]).points,
          comments: try PerIndicator<PlainText>(each: { try mask.text(comments[$0.description] ?? "") }),
          isByStaff: !(row[4] as String).isEmpty)
      }
    }
    let sheets = try submittedSheets(year, center: center, db)[center] ?? []
    return try sheets.compactMap { sheet -> AliasedSheet? in
      let head = try Row.fetchOne(
        db,
        sql: """
          SELECT number, sheet.id, entered_by FROM sheet JOIN expert_alias USING (year, login) WHERE year = ? AND center_id = ? AND login = ?
          """, arguments: [year, center, sheet.login])
      guard let head else { return nil }
      let rows = try Row.fetchAll(db, sql: "SELECT indicator, comment FROM score WHERE sheet_id = ?", arguments: [head[1] as Int64])
      let comments = Dictionary(rows.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
      return AliasedSheet(
        number: head[0], points: sheet.points,
        comments: try PerIndicator<PlainText>(each: { try mask.text(comments[$0.description] ?? "") }),
        isByStaff: !(head[2] as String).isEmpty)
    }.sorted { $0.number < $1.number }
  }
}
