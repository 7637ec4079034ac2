import CenterStore
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// An expert's scoresheet to sign (article 25): as it is, or with empty places where nothing is given yet.
  ///
  /// - Parameter expert: whose; `nil`: one's own. What an expert has not handed in yet is nobody else's to read, and their sheet is printed empty.
  func scoresheet(_ code: String, _ year: Int, expert: String?) throws -> Body {
    let (sheet, name) = try sheet(code, year, expert: expert)
    let center = try store.registryLine(code: code, by: who)
    let system = try IndicatorSystem.standard.get()
    let groups = system.groups.map { group -> JSONValue in
      [
        "group": .string(group.name.zh), "group_weight": .integer(group.weight), "rows": .integer(group.indicators.count),
        "indicators": .array(
          group.indicators.map { indicator in
            [
              "code": .string(indicator.code.description), "name": .string(indicator.name.zh), "weight": .integer(indicator.weight),
              "criteria": .strings(indicator.points.map(\.zh)),
              "points": sheet.points[indicator.code].map { .string($0.description) } ?? .null,
              "comment": .string(sheet.comments[indicator.code].string),
            ]
          }),
      ]
    }
    return Body(
      title: "沧州市技术创新中心绩效评估专家评分表（\(year)年度）", rulesOf: try store.round(year, by: who).openedOn,
      isDraft: sheet.state == .draft && sheet.total.given > 0, round: year,
      values: [
        "round": .integer(year), "center": center.values, "expert": .string(sheet.login), "expert_name": .string(name),
        "is_submitted": .bool(sheet.state == .submitted), "is_by_staff": .bool(!sheet.enteredBy.isEmpty), "groups": .array(groups),
        "total": sheet.state == .submitted ? .string(sheet.total.sum.description) : .null,
      ])
  }

  private func sheet(_ code: String, _ year: Int, expert: String?) throws -> (Sheet, name: String) {
    let member = try store.member(who.login)
    if member.role == .expert || expert == nil {
      if let expert, expert != member.login { throw StoreError.notPermitted(nil) }
      if member.role == .expert { return (try store.sheet(year: year, center: code, by: who), member.name.string) }
    }
    let lines = try store.panelMembers(year: year, center: code, by: who)
    guard let expert else { return (Sheet(year: year, center: code, login: ""), "") }
    guard let line = lines.first(where: { $0.login == expert }) else { throw StoreError.noSuch(.assignment, "\(code) \(expert)") }
    do {
      let sheet = try store.submittedSheet(of: expert, year: year, center: code, by: who)
      return (sheet, line.name)
    } catch {
      guard case .refused = error else { throw error }
      return (Sheet(year: year, center: code, login: expert), line.name)
    }
  }

  /// What the experts of a center wrote as a group (专家组意见); it changes no figure.
  func groupOpinion(_ code: String, _ year: Int) throws -> Body {
    let opinion = try store.groupOpinion(year: year, center: code, by: who)
    let center = try store.registryLine(code: code, by: who)
    if opinion.text.isEmpty {
      throw DocumentError.nothingToSay(
        Phrase(zh: "\(code) 的专家组意见尚未写出", en: "the experts of \(code) have not written a group's opinion yet"))
    }
    return Body(
      title: "\(center.name)绩效评估专家组意见（\(year)年度）", rulesOf: try store.round(year, by: who).openedOn, round: year,
      values: ["round": .integer(year), "center": center.values, "text": .string(opinion.text.string)])
  }
}
