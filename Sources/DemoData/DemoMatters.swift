import CenterStore
import Regulation

/// What goes from hand to hand beside rounds and applications: changes, directors, revocations (articles 16, 30 and 31), each at another stage.
extension DemoStory {
  /// What earlier rounds proposed was replied to and decided: everybody kept the title, for reasons on file.
  func decideRevocations(of round: Int, closedOn day: Day) throws {
    let proposed = try store.matters(by: Self.bureau).filter { $0.kind == .revocation && $0.isOpen }
    for (place, matter) in proposed.enumerated() {
      try move(to: day.adding(days: 3 + place % 3))
      if let host = login(ofHost: matter.host) {
        try store.stepRevocation(
          matter.number, .reply(try PlainText("\(round) 年度评估后已增配研发人员，补足经费，材料附后")), by: host)
      }
    }
    try move(to: day.adding(days: 25))
    for matter in proposed {
      try store.stepRevocation(
        matter.number, .keep(reason: try PlainText("局长办公会研究：主要研发条件仍在，依托单位已采取措施，保留资格")), by: Self.bureau)
    }
  }

  /// What is under way now: people will do it in the last weeks of the story.
  func planMatters() {
    let centers = registry.centers.prefix(8).filter { $0.record.status == .active && $0.record.certifiedOn < today.adding(days: -90) }
    for (deed, center) in zip([reportedChange, freshChange, askedDirector, filedDirector, freshRevocation], centers) {
      guard let host = login(ofHost: center.record.host.string), let department = login(of: center.record.department) else { continue }
      deed(center.record, host, department)
    }
  }

  /// Some days before the end of the story.
  private func plan(daysAgo: Int, _ act: @escaping () throws -> Void) {
    plan(Moment(today.adding(days: -daysAgo), seconds: 10 * 3600), act)
  }

  private func reportedChange(_ center: CenterRecord, _ host: Acting, _ department: Acting) {
    var number = ""
    plan(daysAgo: 9) { [self] in
      let name = try PlainText(center.host.string.replacing("有限公司", with: "集团有限公司"))
      let changes: [CenterChange] = [.hostName(name), .mainBusiness(try PlainText("装备制造与技术服务"))]
      number = try store.requestChange(
        of: center.code.string,
        ChangePetition(
          changes: changes, grounds: try PlainText("集团化改制，法人不变"), evidence: try PlainText("营业执照副本、登记通知书，依托单位综合部")),
        by: host)
    }
    plan(daysAgo: 6) { [self] in
      try store.stepChange(number, .forward(remark: try PlainText("情况属实，材料齐全")), by: department)
    }
  }

  private func freshChange(_ center: CenterRecord, _ host: Acting, _ department: Acting) {
    plan(daysAgo: 5) { [self] in
      try store.requestChange(
        of: center.code.string,
        ChangePetition(
          changes: [.coBuilders((center.coBuilders ?? []) + [try PlainText("燕赵样例研究院")])], grounds: try PlainText("新增共建单位"),
          evidence: try PlainText("共建协议，依托单位档案室")), by: host)
    }
  }

  private func askedDirector(_ center: CenterRecord, _ host: Acting, _ department: Acting) {
    let number = file(210, of: center, host)
    plan(daysAgo: 3) { [self] in
      try store.stepDirector(number(), .query(try PlainText("拟任主任是否专职？")), by: department)
    }
  }

  private func filedDirector(_ center: CenterRecord, _ host: Acting, _ department: Acting) {
    let number = file(211, of: center, host)
    plan(daysAgo: 2) { [self] in try store.stepDirector(number(), .note, by: department) }
  }

  /// Files a director whom committee and host have agreed on; the number is known once it is done.
  private func file(_ person: Int, of center: CenterRecord, _ host: Acting) -> () -> String {
    var number = ""
    plan(daysAgo: 4) { [self] in
      number = try store.beginDirectorFiling(
        of: center.code.string, director: try DemoPeople.name(person),
        considered: .init(on: today.adding(days: -20), minutes: try PlainText("管委会纪要〔\(year)〕1号")), by: host)
      try store.stepDirector(
        number, .decide(on: today.adding(days: -12), document: try PlainText("人字〔\(year)〕5号")), by: host)
      try store.stepDirector(number, .file, by: host)
    }
    return { number }
  }

  private func freshRevocation(_ center: CenterRecord, _ host: Acting, _ department: Acting) {
    plan(daysAgo: 2) { [self] in
      try store.proposeRevocation(
        of: center.code.string,
        RevocationCase(
          .misconduct,
          findings: [
            .violation: try PlainText("环保处罚决定书所载超标排放"), .badEffect: try PlainText("被通报，周边居民投诉"),
          ], evidence: try PlainText("处罚决定书复印件，平台科档案柜")), by: Self.bureau)
    }
  }

  private func login(ofHost name: String) -> Acting? {
    registry.organizations.prefix(DemoPeople.hosts).firstIndex { $0.name.string == name }.map { Acting("host\($0 + 1)", .desk) }
  }

  private func login(of department: PlainText) -> Acting? {
    registry.departments.firstIndex { $0.name == department }.map { Acting("department\($0 + 1)", .desk) }
  }
}
