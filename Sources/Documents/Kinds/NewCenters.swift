import CenterStore
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// The public notice of the centers that are to be set up (article 12): the latest one of a call, or a draft of it out of what the party group
  /// agreed to.
  func newCenters(_ year: Int) throws -> Body {
    let notices = try store.publicNotices(by: who).filter { $0.kind == .newCenters(call: year) }
    let title = "\(year)年度沧州市拟新建技术创新中心名单公示"
    if let notice = notices.max(by: { $0.issuedOn < $1.issuedOn }) {
      let calendar = try WorkingDays.standard.get()
      return Body(
        title: title, issuedOn: notice.issuedOn,
        values: [
          "call": .integer(year), "issued_on": day(notice.issuedOn), "notice_until": day(notice.last),
          "working_days": notice.last.map { .integer(calendar.count(after: notice.issuedOn, through: $0)) } ?? .null,
          "is_provisional": .bool(notice.isProvisional),
          "centers": .array(
            notice.items.enumerated().map { place, item in
              ["place": .integer(place + 1), "name": .string(item.name), "host": .string(item.host)]
            }),
        ])
    }
    let agreed = try isStaff ? store.applications(by: who).filter { $0.year == year && $0.stage == .approved } : []
    if agreed.isEmpty {
      throw DocumentError.nothingToSay(
        Phrase(
          zh: "\(year) 年度还没有拟新建名单的公示（办法第12条）",
          en: "of the call of \(year) no center is on public notice yet (article 12)"))
    }
    return Body(
      title: title, isDraft: true,
      values: [
        "call": .integer(year),
        "centers": .array(
          agreed.enumerated().map { place, item in
            ["place": .integer(place + 1), "name": .string(item.name), "host": .string(item.host)]
          }),
      ])
  }

  /// What a department recommends of a call (article 10): for the department its own, for staff that of the one they name, or of all.
  func recommendations(_ year: Int, _ department: String?) throws -> Body {
    let member = try store.member(who.login)
    guard member.role == .department || [.admin, .bureau].contains(member.role) else { throw StoreError.notPermitted(nil) }
    let own = try store.ownDepartment(by: who)?.string
    if member.role == .department, let department, department != own { throw StoreError.notPermitted(nil) }
    guard let call = try store.calls(by: who).first(where: { $0.call.year == year }) else {
      throw StoreError.noSuch(.call, String(year))
    }
    let stages: Set<ApplicationStage> = [.draft, .submitted, .returned]
    let name = department ?? own
    let all = try store.applications(by: who).filter { application in
      application.year == year && !stages.contains(application.stage) && (name == nil || application.department == name)
    }
    let recommended = try all.map { try store.application($0.number, by: who) }.filter { file in
      file.history.contains { $0.step.kind == .recommend }
    }
    if recommended.isEmpty {
      throw DocumentError.nothingToSay(
        Phrase(zh: "\(year) 年度还没有推荐的申请（办法第10条）", en: "nothing was recommended for the call of \(year) yet (article 10)"))
    }
    return Body(
      title: "\(year)年度沧州市技术创新中心建设申请推荐名单",
      values: [
        "call": .integer(year), "department": .string(name ?? ""), "department_by": day(call.call.lastDays.department),
        "applications": .array(
          recommended.enumerated().map { place, file in
            [
              "place": .integer(place + 1), "number": .string(file.summary.number), "name": .string(file.summary.name),
              "host": .string(file.summary.host), "department": .string(file.summary.department), "field": .string(file.summary.field),
              "is_priority": .bool(call.call.priorityFields.contains { $0.string == file.summary.field }),
              "recommended_on": day(file.history.last { $0.step.kind == .recommend }?.on),
              "eligible": .string(file.eligibility.verdict.phrase.zh),
            ]
          }),
      ])
  }
}
