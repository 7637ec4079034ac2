import CenterStore
import Regulation

/// Two applications under review, each with a document: `SQ2026-0001` is the department's, the host's and the expert's of ``logins``,
/// `SQ2026-0002` that of others; `SQ2026-9999` does not exist.
struct TwoApplications {
  let city: ApplicationCity
  /// The store on a day of the review.
  let store: CenterStore
  static let title = PlainText(literal: "申报书")
  /// What stands in the application of others and nowhere else.
  static let othersName = PlainText(literal: "沧州市包装技术创新中心")

  /// The login of each role here.
  static let logins: [Role: String] = [
    .admin: "admin", .bureau: "bureau", .department: "xian", .host: "host", .agency: "agency", .expert: "expert2", .viewer: "viewer",
  ]

  /// Somebody of a role, on the desk.
  static func acting(_ role: Role) -> Acting { Acting(logins[role] ?? "", .desk) }

  /// Made once, and copied for each test.
  private static let made: Result<ApplicationCity, any Error> = Result { try make() }

  init() throws {
    city = try ApplicationCity(copying: TwoApplications.made.get())
    store = city.store(on: ApplicationCity.day(4, 10))
  }

  private static func make() throws -> ApplicationCity {
    let city = try ApplicationCity()
    _ = try city.scratch.store.importOrganizations(
      [Numbered(2, OrganizationRecord(name: PlainText("评估事务所")))], by: Scratch.admin)
    _ = try city.scratch.store.importUsers(
      [Numbered(2, UserRecord(login: PlainText("agency"), name: PlainText("事务所"), role: .agency, organization: PlainText("评估事务所")))],
      by: Scratch.admin)
    _ = try city.draft()
    let (otherHost, otherDepartment) = (Acting("otherhost", .desk), Acting("dongguang", .desk))
    let march = city.store(on: ApplicationCity.day(3, 20))
    let other = try march.beginApplication(year: 2026, department: PlainText("东光县科学技术局"), by: otherHost)
    var form = try march.application(other, by: otherHost).form
    try ApplicationCity.fill(&form)
    form.center.name = Self.othersName
    try march.saveApplication(other, form, by: otherHost)
    let store = city.store(on: ApplicationCity.day(4, 10))
    for (number, host, department, expert) in [
      ("SQ2026-0001", ApplicationCity.host, ApplicationCity.department, "expert2"), (other, otherHost, otherDepartment, "expert3"),
    ] {
      try march.attach(AttachmentEntry(title: Self.title, proves: [.condition("9.2")]), to: .application(number), by: host)
      try march.stepApplication(number, .submit, by: host)
      try store.stepApplication(number, .recommend(reason: nil), by: department)
      try store.stepApplication(number, .accept, by: ApplicationCity.bureau)
      try store.stepApplication(number, .passCheck(reason: nil), by: ApplicationCity.bureau)
      try store.assignReviewer(number, expert: expert, isLeader: true, by: ApplicationCity.bureau)
      try store.pledgeReview(year: 2026, by: Acting(expert, .desk))
    }
    return city
  }
}
