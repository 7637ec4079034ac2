import CenterStore
import Proofs
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// The public notice of a round's results (articles 25 and 28); a draft until the round is published.
  ///
  /// The published figure decides grade and rank, which the notice says (ruling on article 28).
  func resultNotice(_ year: Int) throws -> Body {
    let (round, result) = try store.result(year, by: who)
    guard round.state == .settled || round.state.isPublic else {
      throw DocumentError.nothingToSay(
        Phrase(
          zh: "\(year) 年度评估尚未核定，没有可公示的结果（办法第25条）", en: "the round of \(year) is not settled yet; there is nothing to publish (article 25)"))
    }
    let calendar = try WorkingDays.standard.get()
    var values: JSONObject = [
      "round": .integer(year), "published_on": day(round.publishedOn), "notice_until": day(round.noticeUntil),
      "method": .string(round.method.phrase.zh), "method_is_trimmed": .bool(round.method == .trimmed),
      "minimum_sheets": .integer(round.minimumSheets), "conductor": .string(conductor(of: round)),
    ]
    if let issued = round.publishedOn, let last = round.noticeUntil {
      values["working_days"] = .integer(calendar.count(after: issued, through: last))
      values["is_provisional"] = .bool(calendar.isProvisional(after: issued, through: last))
    }
    values["centers"] = .array(try ranking(result))
    values["grades"] = .array(
      Grade.allCases.map { grade in
        ["grade": .string(grade.phrase.zh), "centers": .integer(result.centers.count { $0.score.grade == grade })]
      })
    values["absent"] = .array(try result.absent.map { try named($0) })
    values["pending"] = .array(try result.pending.map { try named($0.code) })
    let (given, key) = (try store.givenOut(year: year, by: who).last, try store.signingKey(by: who))
    values["check_number"] = given.map { .string($0.checkNumber.description) } ?? .null
    values["key_number"] = given == nil ? .null : key.map { .string(CheckNumber(ofKey: $0).description) } ?? .null
    return Body(
      title: "\(year)年度沧州市技术创新中心绩效评估结果公示", issuedOn: round.publishedOn, rulesOf: round.openedOn, isDraft: !round.state.isPublic,
      round: year, values: values)
  }

  /// The ranking, line by line.
  func ranking(_ result: RoundResult) throws -> [JSONValue] {
    try result.centers.map { line in
      let center = try store.registryLine(code: line.code, by: who)
      return [
        "rank": line.rank.map { .integer($0) } ?? .null, "code": .string(line.code), "name": .string(line.name),
        "host": .string(center.host), "department": .string(center.department), "field": .string(line.field),
        "score": .string(line.score.score.description), "grade": .string(line.score.grade.phrase.zh),
        "is_excellent": .bool(line.score.grade == .excellent), "sheets": .integer(line.score.sheets),
        "entered_by_staff": .integer(line.score.sheetsByStaff), "spread": .string(line.score.spread.description),
      ]
    }
  }

  /// A center by its code, with its name and host.
  func named(_ code: String) throws -> JSONValue {
    let center = try store.registryLine(code: code, by: who)
    return ["code": .string(code), "name": .string(center.name), "host": .string(center.host), "department": .string(center.department)]
  }

  /// Who carries a round out (article 5(3)), in words.
  func conductor(of round: RoundRecord) -> String {
    if !round.agency.isEmpty { return "委托\(round.agency)" }
    if !round.department.isEmpty { return "委托\(round.department)" }
    return "组织专家"
  }

  /// A day as values hold it; `null` where there is none.
  func day(_ day: Day?) -> JSONValue { day.map { .string($0.description) } ?? .null }
}
