import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

/// What the directories show in tests.
enum DirectoryScene {
  static let noticeDay = DeskFixture.day("2026-08-21")

  /// An application on notice, and a center whose revocation is published.
  static func notices() throws -> DeskFixture {
    let fixture = try DeskFixture.withApplications()
    _ = try fixture.noticedApplication()
    let number = try fixture.store.proposeRevocation(of: "CZ-04", MatterScene.fraud, by: DeskFixture.bureau)
    let august = fixture.store.under(DeskFixture.surroundings(on: DeskFixture.day("2026-08-03")))
    try august.stepRevocation(
      number, .revoke(reason: fixture.text("属实"), document: fixture.text("沧科字〔2026〕9号")), by: DeskFixture.bureau)
    try august.stepRevocation(
      number, .publish(on: DeskFixture.day("2026-08-03"), where: fixture.text("市科技局网站")), by: DeskFixture.bureau)
    return fixture
  }

  /// A call with priorities and an application, a center of a field that no list holds and one that names none.
  static func fields() throws -> DeskFixture {
    let fixture = try DeskFixture.withApplications()
    _ = try fixture.draftApplication()
    func center(_ code: String, _ name: String, field: String) throws -> CenterRecord {
      CenterRecord(
        code: try fixture.text(code), name: try fixture.text(name), host: try fixture.text("青县禾穗农业有限公司"), hostKind: .enterprise,
        department: try fixture.text("青县科学技术局"), field: try fixture.text(field), certifiedOn: DeskFixture.day("2025-09-01"))
    }
    _ = try fixture.store.importCenters(
      fixture.numbered([
        center("CZ-10", "沧州市针织面料技术创新中心", field: "肃宁针纺服装集群"), center("CZ-11", "沧州市种子包衣技术创新中心", field: ""),
      ]), by: DeskFixture.bureau)
    return fixture
  }

  /// Rounds half way, a conflict, a seat on a committee, matters.
  static func fixture() throws -> DeskFixture {
    let fixture = try MatterScene.fixture()
    try fixture.store.declareConflict(center: "CZ-04", expert: "zhou", reason: fixture.text("曾任该中心技术顾问"), by: DeskFixture.bureau)
    try fixture.store.assignExpert(year: 2026, center: "CZ-08", expert: "zhou", by: DeskFixture.bureau)
    try fixture.store.releaseExpert(year: 2026, center: "CZ-08", expert: "zhou", reason: fixture.text("出差"), by: DeskFixture.bureau)
    try fixture.store.nameCommittee(
      .advisory, of: "CZ-05",
      [CommitteeMember(name: fixture.text("周文澜"), employer: fixture.text("渤海示范大学"), duty: .chair)], since: DeskFixture.day("2025-03-01"),
      by: DeskFixture.bureau)
    _ = try fixture.store.importUsers(
      fixture.numbered([UserRecord(login: fixture.text("second"), name: fixture.text("访客"), role: .viewer)]), by: Acting("admin", .command))
    try fixture.store.disableUser("second", reason: fixture.text("调离"), by: Acting("admin", .desk))
    return fixture
  }
}

extension DeskForTests {
  /// The row in which the cursor stands.
  var line: String {
    guard let cursor = terminal.frames.last?.cursor, terminal.text.indices.contains(cursor.row) else { return "" }
    return terminal.text[cursor.row]
  }
}
