import CenterStore
import Regulation
import Testing

@Suite("Users are made, changed, disabled and enabled by the administrator")
struct UserKeepingTests {
  private let city: City
  private var store: CenterStore { city.store }
  private let why = PlainText(literal: "调离")

  init() throws { city = try City() }

  private func user(_ login: String, _ role: Role = .viewer, _ organization: String? = nil, keys: String? = nil) throws -> UserRecord {
    UserRecord(
      login: try PlainText(login), name: try PlainText("陶然"), role: role, organization: try organization.map { try PlainText($0) },
      sshKeys: try keys.map { try PlainText($0, .paragraphs) })
  }

  @Test("A new user can sit down at once; what is changed later leaves the rest as it is, and both are links of the chain")
  func enter() throws {
    try store.enterUser(user("new", .host, "甲公司", keys: "\(Keys.first) 一\n\(Keys.second) 二"), isNew: true, by: Scratch.admin)
    #expect(try store.member("new").role == .host)
    #expect(try store.userLine(of: "new", by: Scratch.admin).keys == 2)
    try store.enterUser(user("new", .bureau, ""), isNew: false, by: Scratch.admin)
    let line = try store.userLine(of: "new", by: Scratch.admin)
    #expect(line.record.role == .bureau && line.keys == 2 && line.disabledOn == nil)
    let links = try store.findLinks(AuditFilter(act: .enterUser), by: Scratch.admin).lines
    #expect(links.map(\.object) == ["user/new", "user/new"])
    // What changes nothing leaves no link.
    try store.enterUser(user("new", .bureau), isNew: false, by: Scratch.admin)
    #expect(try store.findLinks(AuditFilter(act: .enterUser), by: Scratch.admin).lines.count == 2)
  }

  @Test("A login that is taken, of no lawful form, of an expert, or without its unit is refused")
  func refusals() throws {
    #expect(refusal { try store.enterUser(user("viewer"), isNew: true, by: Scratch.admin) } != nil)
    #expect(refusal { try store.enterUser(user("-x"), isNew: true, by: Scratch.admin) } != nil)
    #expect(refusal { try store.enterUser(user("n", .expert), isNew: true, by: Scratch.admin) } != nil)
    #expect(refusal { try store.enterUser(user("expert", .viewer), isNew: false, by: Scratch.admin) } != nil)
    #expect(refusal { try store.enterUser(user("n", .department, "没有的局"), isNew: true, by: Scratch.admin) } != nil)
    #expect(refusal { try store.enterUser(user("n", .host, "没有的厂"), isNew: true, by: Scratch.admin) } != nil)
    #expect(throws: StoreError.noSuch(.user, "n")) { try store.enterUser(user("n"), isNew: false, by: Scratch.admin) }
  }

  @Test("A disabled login is refused everything, as one that does not exist; enabled again it goes on where it was")
  func disable() throws {
    try store.disableUser("host", reason: why, by: Scratch.admin)
    #expect(throws: StoreError.unknownLogin("host")) { try store.member("host") }
    #expect(throws: StoreError.unknownLogin("host")) { try store.registryCount(by: City.acting(.host)) }
    #expect(try store.userLine(of: "host", by: Scratch.admin).disabledOn != nil)
    #expect(throws: StoreError.unknownLogin("host")) {
      try store.askRecusal(center: "C1", RecusalRequest(person: PlainText("李某"), reason: why), by: City.acting(.host))
    }
    try store.enableUser("host", by: Scratch.admin)
    #expect(try store.member("host").role == .host)
    let acts = try store.findLinks(AuditFilter(object: "user/host"), by: Scratch.admin).lines.map(\.act)
    #expect(acts == ["user.enable", "user.disable", "import.users"])
  }

  @Test("Nobody disables their own login, and the last administrator stays one")
  func administrators() throws {
    #expect(refusal { try store.disableUser("admin", reason: why, by: Scratch.admin) } != nil)
    #expect(refusal { try store.enterUser(user("admin", .viewer), isNew: false, by: Scratch.admin) } != nil)
    try store.enterUser(user("second", .admin), isNew: true, by: Scratch.admin)
    try store.disableUser("admin", reason: why, by: Acting("second", .desk))
    #expect(refusal { try store.enterUser(user("second", .viewer), isNew: false, by: Acting("second", .desk)) } != nil)
    // Nor does a file take the last one away whose login can be used.
    let outcome = try store.importUsers([Numbered(2, user("second", .viewer))], by: Acting("second", .command))
    #expect(outcome.problems.map(\.column) == ["role"])
  }

  @Test("Disabling wants a reason, and a login that is disabled already stays so without a further link")
  func reason() throws {
    #expect(refusal { try store.disableUser("viewer", reason: .empty, by: Scratch.admin) } != nil)
    try store.disableUser("viewer", reason: why, by: Scratch.admin)
    let length = try store.auditLength(by: Scratch.admin)
    try store.disableUser("viewer", reason: why, by: Scratch.admin)
    #expect(try store.auditLength(by: Scratch.admin) == length)
  }

  @Test("A disabled expert is not drawn any more, and cannot be assigned")
  func expert() throws {
    try store.disableUser("third", reason: why, by: Scratch.admin)
    let draw = try store.assignExperts(year: 2026, perCenter: 3, dryRun: true, by: Scratch.bureau)
    #expect(!draw.plan.new.contains { $0.expert == "third" })
    #expect(refusal { try store.assignExpert(year: 2026, center: "C1", expert: "third", by: Scratch.bureau) } != nil)
  }
}
