import GRDB
import Regulation
import Wording

/// Who is drawn for and who is not, where that is not plain: centers that are absent so far, and those that need not take part (articles 26, 30).
public struct AssignmentRoll: Sendable, Hashable {
  /// Due centers of which nothing came in by the last day for material, by code. They are drawn for.
  public let absent: [String]
  /// How many centers need not take part, by reason. They are not drawn for.
  public let exempt: [Due.Exemption: Int]
  /// Centers that need not take part and have experts from before, by code.
  public let exemptWithExperts: [String]
  /// How many due centers there are whose committees are not on file, so that nobody steps aside for sitting on one (回避).
  public let withoutCommittees: Int

  init(_ centers: [DueCenter], of round: RoundRecord, today: Day, _ db: Database) throws {
    let isOver = round.materialBy.map { today > $0 } ?? false
    let parts = isOver ? try Int64.fetchSet(db, sql: CenterStore.takingPart, arguments: [round.year]) : []
    let assigned = try Int64.fetchSet(db, sql: "SELECT DISTINCT center_id FROM assignment WHERE year = ?", arguments: [round.year])
    let seated = try CenterSeats.known(db)
    var (absent, exempt, former): ([String], [Due.Exemption: Int], [String]) = ([], [:], [])
    var withoutCommittees = 0
    for center in centers {
      switch center.standing {
      case .due:
        if isOver, !parts.contains(center.id) { absent.append(center.code) }
        if !seated.contains(center.id) { withoutCommittees += 1 }
      case .exempt(let exemption):
        exempt[exemption, default: 0] += 1
        if assigned.contains(center.id) { former.append(center.code) }
      }
    }
    (self.absent, self.exempt, exemptWithExperts) = (absent, exempt, former)
    self.withoutCommittees = withoutCommittees
  }

  /// What somebody should know before experts are drawn, a sentence each; none where there is nothing to heed.
  public var cautions: [Phrase] {
    var sentences: [Phrase] = []
    if !absent.isEmpty {
      let (zh, en) = AssignmentRoll.named(absent)
      sentences.append(
        Phrase(
          zh: "有 \(absent.count) 个应参加的中心过了材料截止日仍未提交（\(zh)）：仍为其抽取，因为还可准予逾期，有评分表也算参加（办法第30条）。",
          en:
            "\(absent.count) due \(absent.count == 1 ? "center" : "centers") handed nothing in by the last day (\(en)): drawn for all the same, since they may be "
            + "admitted late, and a sheet counts as taking part (article 30)."))
    }
    let counted = Due.Exemption.allCases.compactMap { exemption in exempt[exemption].map { (exemption.phrase, $0) } }
    if !counted.isEmpty {
      let all = exempt.values.reduce(0, +)
      sentences.append(
        Phrase(
          zh: "不为 \(all) 个免评中心抽取：\(counted.map { "\($0.zh) \($1) 个" }.joined(separator: "、"))（办法第26条）。",
          en:
            "None are drawn for \(all) exempt \(all == 1 ? "center" : "centers"): \(counted.map { "\($0.en) \($1)" }.joined(separator: ", ")) (article 26)."
        ))
    }
    if !exemptWithExperts.isEmpty {
      let (zh, en) = AssignmentRoll.named(exemptWithExperts)
      sentences.append(
        Phrase(zh: "其中 \(zh) 原已分配专家：这些分配不计入。", en: "Of these \(en) had experts from before, who are not counted."))
    }
    if withoutCommittees > 0 {
      sentences.append(
        Phrase(
          zh: "有 \(withoutCommittees) 个中心的委员会成员没有存档，未据此核对（回避）。",
          en: "\(withoutCommittees.counted("center")): members of committees not on file, so not looked at (recusal)."))
    }
    return sentences
  }

  /// Whether somebody would be surprised by who is drawn for.
  public var isPlain: Bool { absent.isEmpty && exempt[.deferred] == nil && exemptWithExperts.isEmpty && withoutCommittees == 0 }

  /// The first few codes, and how many more.
  private static func named(_ codes: [String]) -> (zh: String, en: String) {
    let shown = codes.prefix(4)
    let rest = codes.count - shown.count
    return (
      shown.joined(separator: "、") + (rest > 0 ? "等" : ""), shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    )
  }
}
