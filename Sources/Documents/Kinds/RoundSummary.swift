import CenterStore
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// What the party group is shown of a round: its course, its figures, and what follows from them (articles 25 and 28 to 30).
  func roundSummary(_ year: Int) throws -> Body {
    let file = try store.roundFile(year, by: who)
    let (round, result) = try store.result(year, by: who)
    let due = try store.dueCenters(year, by: who)
    let figures = result.centers.map(\.score.score)
    let distribution = Distribution(figures)
    var exempt: [String: Int] = [:]
    for center in due { if case .exempt(let why) = center.standing { exempt[why.phrase.zh, default: 0] += 1 } }
    var values: JSONObject = [
      "round": .integer(year), "state": .string(round.state.phrase.zh), "conductor": .string(conductor(of: round)),
      "method": .string(round.method.phrase.zh), "minimum_sheets": .integer(round.minimumSheets),
      "opened_on": day(round.openedOn), "settled_on": day(round.settledOn), "published_on": day(round.publishedOn),
      "notice_until": day(round.noticeUntil), "closed_on": day(round.closedOn),
      "due": .integer(due.count { if case .due = $0.standing { true } else { false } }), "scored": .integer(figures.count),
      "exempt": .array(exempt.sorted { $0.key < $1.key }.map { ["reason": .string($0.key), "centers": .integer($0.value)] }),
      "grades": .array(
        Grade.allCases.map { grade in
          ["grade": .string(grade.phrase.zh), "centers": .integer(result.centers.count { $0.score.grade == grade })]
        }),
      "mean": ExactMean(figures).map { .string($0.rounded.description) } ?? .null,
      "median": FieldComparison.median(figures).map { .string($0.description) } ?? .null,
      "highest": figures.max().map { .string($0.description) } ?? .null, "lowest": figures.min().map { .string($0.description) } ?? .null,
      "distribution": .array(distribution.bars.map { ["range": .string($0.name), "centers": .integer($0.count)] }),
      "chart": .string(figures.isEmpty ? "" : distribution.svg),
    ]
    values["centers"] = .array(try ranking(result))
    values["absent"] = .array(try result.absent.map { try named($0) })
    values["pending"] = .array(try result.pending.map { try named($0.code) })
    let open = file.round.state.objections
    values["objections"] = .integer(open.count)
    for member in try follows(from: round).members { values[member.key] = member.value }
    return Body(title: "\(year)年度沧州市技术创新中心绩效评估情况汇总", rulesOf: round.openedOn, isDraft: round.state != .closed, round: year, values: values)
  }

  /// What follows from a round, once it is closed: who earned the incentives of article 29, whose revocation has to be decided under article 30.
  private func follows(from round: RoundRecord) throws -> JSONObject {
    guard round.state == .closed, try isStaff else { return ["has_consequences": false] }
    let found = try store.consequences(year: round.year, by: who)
    return [
      "has_consequences": true,
      "excellent": .array(
        found.excellent.map { earned in
          [
            "code": .string(earned.center), "name": .string(earned.name),
            "outcomes": .array(
              Incentive.allCases.compactMap { kind in
                earned.outcomes[kind].map { ["incentive": .string(kind.phrase.zh), "outcome": .string($0.text.string)] }
              }),
          ]
        }),
      "incentives": .strings(Incentive.allCases.map(\.phrase.zh)),
      "proposals": .array(
        try found.proposals.map { proposal in
          let center = try store.registryLine(code: proposal.center, by: who)
          return [
            "code": .string(proposal.center), "name": .string(center.name), "host": .string(center.host),
            "article": .string(proposal.ground.article), "ground": .string(proposal.ground.phrase.zh),
          ]
        }),
      "revocations": .array(
        found.revocations.map { matter in
          [
            "number": .string(matter.number), "code": .string(matter.center), "name": .string(matter.name),
            "stage": .string(matter.stage.zh),
          ]
        }),
    ]
  }
}
