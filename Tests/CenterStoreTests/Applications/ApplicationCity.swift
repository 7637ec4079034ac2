import ApplicationsForTests
import CenterStore
import Foundation
import Regulation

/// A small city with a call of 2026, two hosts in two counties, and three experts, the first of whom works for the first host.
struct ApplicationCity {
  let scratch: Scratch
  /// The store, as it stands on some day.
  func store(on day: Day) -> CenterStore {
    scratch.store.under(Surroundings(now: { Moment(day, seconds: 12 * 3600) }, randomBytes: Scratch.surroundings().randomBytes))
  }

  static let bureau = Acting("bureau", .desk)
  static let department = Acting("xian", .desk)
  static let host = Acting("host", .desk)
  static let others = [Acting("dongguang", .desk), Acting("otherhost", .desk), Acting("expert1", .desk), Acting("viewer", .desk)]
  static func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day) ?? Day(number: 0) }

  /// A copy of another city, as it stands.
  init(copying other: ApplicationCity) throws { scratch = try Scratch(copying: other.scratch) }

  /// - Parameter durably: whether every commit is synced to disk; a test that writes thousands of times needs no syncs.
  init(durably: Bool = true) throws {
    scratch = try Scratch(durably: durably)
    func text(_ string: String) throws -> PlainText { try PlainText(string) }
    let store = scratch.store
    _ = try store.importDepartments(
      [
        Numbered(2, DepartmentRecord(name: text("献县科学技术局"), kind: .county)),
        Numbered(3, DepartmentRecord(name: text("东光县科学技术局"), kind: .county)),
      ], by: Scratch.admin)
    _ = try store.importOrganizations(
      [
        Numbered(2, OrganizationRecord(name: text("献县甲激光有限公司"), kind: .enterprise, aliases: [text("甲激光厂")])),
        Numbered(3, OrganizationRecord(name: text("东光乙包装有限公司"), kind: .enterprise)),
      ], by: Scratch.admin)
    _ = try store.importExperts(
      try [("expert1", "甲激光厂"), ("expert2", "大学二"), ("expert3", "大学三"), ("expert4", "大学四")].enumerated().map {
        Numbered(
          $0 + 2, ExpertRecord(login: try text($1.0), name: try text("专家\($0)"), employer: try text($1.1), fields: [try text("新材料")]))
      }, by: Scratch.admin)
    for (login, role, organization) in [
      ("xian", Role.department, "献县科学技术局"), ("dongguang", .department, "东光县科学技术局"), ("host", .host, "献县甲激光有限公司"),
      ("otherhost", .host, "东光乙包装有限公司"),
    ] {
      _ = try store.importUsers(
        [Numbered(2, UserRecord(login: text(login), name: text(login), role: role, organization: text(organization)))], by: Scratch.admin)
    }
    try self.store(on: ApplicationCity.day(2, 1)).publishCall(try ApplicationCity.call(), by: ApplicationCity.bureau)
  }

  static func call(_ year: Int = 2026) throws -> Call {
    func day(_ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? Day(number: 0) }
    return try Call(
      year: year, opensOn: day(3, 1), lastDays: Call.LastDays(host: day(3, 31), department: day(4, 15), correction: day(5, 10)),
      priorityFields: [PlainText("新材料")])
  }

  /// A form that meets every condition of articles 9 and 10.
  static func fill(_ form: inout ApplicationForm) throws {
    form = form.answered
    form.host.registeredIn = try PlainText("献县")
    form.leader = try PlainText("牛立新")
  }

  /// A filled draft of the first host.
  func draft() throws -> String {
    let store = store(on: ApplicationCity.day(3, 2))
    let number = try store.beginApplication(year: 2026, department: try PlainText("献县科学技术局"), by: ApplicationCity.host)
    var form = try store.application(number, by: ApplicationCity.host).form
    try ApplicationCity.fill(&form)
    try store.saveApplication(number, form, by: ApplicationCity.host)
    return number
  }

  /// A filled draft taken so many steps on its way, with the opinions of three experts where it needs them.
  func application(after count: Int) throws -> String {
    let number = try draft()
    for (index, entry) in ApplicationCity.path.prefix(count).enumerated() {
      if index == 4 { try review(number) }
      try store(on: entry.day).stepApplication(number, entry.step, by: entry.who)
    }
    return number
  }

  /// Another application of the same host, under review; to the call of an earlier year, on the same days of that year.
  func secondUnderReview(yearsBefore years: Int = 0) throws -> String {
    func store(on day: Day) -> CenterStore { self.store(on: Day(number: day.number - 365 * years)) }
    let march = store(on: ApplicationCity.day(3, 2))
    if years > 0 { try march.publishCall(ApplicationCity.call(2026 - years), by: ApplicationCity.bureau) }
    let number = try march.beginApplication(year: 2026 - years, department: try PlainText("献县科学技术局"), by: ApplicationCity.host)
    var form = try march.application(number, by: ApplicationCity.host).form
    try ApplicationCity.fill(&form)
    form.center.name = try PlainText("沧州市激光熔覆技术创新中心")
    try march.saveApplication(number, form, by: ApplicationCity.host)
    for entry in ApplicationCity.path.prefix(4) { try store(on: entry.day).stepApplication(number, entry.step, by: entry.who) }
    return number
  }

  /// Three experts, who each give their opinion.
  func review(_ number: String) throws {
    let store = store(on: ApplicationCity.day(5, 12))
    for (place, login) in ["expert2", "expert3", "expert4"].enumerated() {
      try store.assignReviewer(number, expert: login, isLeader: place == 0, by: ApplicationCity.bureau)
      try store.pledgeReview(year: 2026, by: Acting(login, .desk))
      try store.giveOpinion(number, ApplicationCity.opinion(Hundredths(80_00 + place)), isSubmitted: true, by: Acting(login, .desk))
    }
  }

  static func opinion(_ rating: Hundredths) -> ExpertOpinion {
    ExpertOpinion(
      answers: Dictionary(uniqueKeysWithValues: ExpertOpinion.conditions.map { ($0, .met) }), recommendation: .support, rating: rating)
  }

  /// The steps of an application to which nobody objects.
  static let path: [(step: ApplicationStep, who: Acting, day: Day)] = [
    (.submit, host, day(3, 20)),
    (.recommend(reason: nil), department, day(4, 1)),
    (.accept, bureau, day(4, 16)),
    (.passCheck(reason: nil), bureau, day(4, 20)),
    (.propose, bureau, day(5, 20)),
    (.approve(PartyGroupDecision(on: day(5, 25), minutes: PlainText(literal: "〔2026〕5号"))), bureau, day(5, 26)),
    (.publishNotice(workingDays: 5), bureau, day(6, 1)),
    (.certify(document: PlainText(literal: "沧科字〔2026〕9号"), code: PlainText(literal: "YS2026-0001")), bureau, day(6, 9)),
  ]
}
