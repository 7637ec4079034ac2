import CenterStore
import Regulation
import Widgets

@testable import Desk

/// A center with a matter of each kind under way.
enum MatterScene {
  static let text = PlainText(literal: "理由充分")

  static var fraud: RevocationCase {
    get throws {
      try RevocationCase(
        .falsified,
        findings: [.falsehood: PlainText(literal: "检测报告系伪造"), .gravity: PlainText(literal: "三年数据均不实")],
        evidence: PlainText(literal: "核查笔录，存档案室"))
    }
  }

  /// With the host of CZ-01 as `host`, and a viewer.
  static func fixture() throws -> DeskFixture {
    let fixture = try DeskFixture.scored()
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(
          login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text(fixture.host(of: "CZ-01"))),
        UserRecord(login: fixture.text("viewer"), name: fixture.text("访客"), role: .viewer),
      ]), by: Acting("admin", .command))
    return fixture
  }

  /// A change that the department reported, a director who is asked about, a revocation that was replied to.
  static func fill(_ fixture: DeskFixture) throws {
    let (store, host) = (fixture.store, Acting("host", .desk))
    let change = try store.requestChange(
      of: "CZ-01",
      ChangePetition(
        changes: [
          .hostName(PlainText(literal: "河北青岚集团有限公司")),
          .registration(in: PlainText(literal: "青县"), department: PlainText(literal: "青县科学技术局")),
          .mainBusiness(PlainText(literal: "管道防腐材料")),
        ], grounds: PlainText(literal: "集团化改制，迁址"), evidence: PlainText(literal: "营业执照副本，附件一")), by: host)
    try store.stepChange(change, .forward(remark: PlainText(literal: "属实，材料齐全")), by: Acting("yanshan", .desk))
    let director = try store.beginDirectorFiling(
      of: "CZ-01", director: PlainText(literal: "沈一舟"),
      considered: .init(on: DeskFixture.day("2026-06-01"), minutes: PlainText(literal: "管委会纪要〔2026〕2号")), by: host)
    try store.stepDirector(
      director, .decide(on: DeskFixture.day("2026-06-03"), document: PlainText(literal: "青岚字〔2026〕7号")), by: host)
    try store.stepDirector(director, .file, by: host)
    try store.stepDirector(director, .query(PlainText(literal: "是否专职？")), by: Acting("yanshan", .desk))
    let revocation = try store.proposeRevocation(of: "CZ-01", fraud, by: DeskFixture.bureau)
    try store.stepRevocation(revocation, .reply(PlainText(literal: "系检测机构失误，已更正")), by: host)
  }
}

/// Tests at the desks of a center that has matters.
@MainActor
protocol MatterSuite {
  var fixture: DeskFixture { get }
}

extension MatterSuite {
  func desk(_ login: String, columns: Int = 80, rows: Int = 24, on day: Day? = nil) throws -> DeskForTests {
    try DeskForTests(fixture, login, columns: columns, rows: rows, on: day)
  }

  func openFile(_ desk: DeskForTests, _ code: String = "CZ-01") { desk.open(CenterFileScreen(desk.sitting, code: code)) }

  /// Agrees to what cannot be taken back.
  func agree(_ desk: DeskForTests) { desk.press(KeyPress(.left), KeyPress(.enter)) }
}

extension DeskFixture {
  /// Revokes a center on its own host's request (article 30(8)).
  func revoke(_ center: String) throws {
    let store = store.under(DeskFixture.surroundings(on: DutyScene.today))
    _ = try store.importUsers(
      numbered([UserRecord(login: text("host2"), name: text("陶然"), role: .host, organization: text(host(of: center)))]),
      by: Acting("admin", .command))
    let number = try store.proposeRevocation(
      of: center, RevocationCase(.ownRequest, findings: [.request: MatterScene.text], evidence: MatterScene.text),
      by: Acting("host2", .desk))
    try store.stepRevocation(number, .revoke(reason: MatterScene.text, document: MatterScene.text), by: DeskFixture.bureau)
  }
}
