import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Pictures of the directories")
struct DirectoryPictureTests {
  /// What people wrote, which stands there in every language.
  private static let written = ["正高级工程师", "曾任该中心技术顾问", "出差", "陶然", "沧州市管件热成形技术创新中心"]

  @Test("of fields look as somebody has seen them", arguments: ["directoryFields", "directoryField"])
  func fields(_ scene: String) throws {
    let fixture = try DirectoryScene.fields()
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(fixture, "bureau", columns: size.columns, rows: size.rows, language: size.language)
      desk.open(FieldDirectory.screen(desk.sitting))
      if scene == "directoryField" { desk.open(FieldDirectory.page(desk.sitting, .field, "管道装备")) }
      desk.checkFrame("\(scene) \(size)", allowing: ["肃宁针纺服装集群", "管道装备", "沧州市管件热成形技术创新中心"])
      try desk.checkPicture("\(scene)-\(size)")
    }
  }

  @Test("of notices look as somebody has seen them", arguments: ["notices", "notice"])
  func notices(_ scene: String) throws {
    let fixture = try DirectoryScene.notices()
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(
        fixture, "viewer", columns: size.columns, rows: size.rows, language: size.language, on: DirectoryScene.noticeDay)
      desk.open(NoticeDirectory.screen(desk.sitting))
      if scene == "notice" { desk.press(KeyPress(.enter)) }
      desk.checkFrame("\(scene) \(size)", allowing: Self.written)
      try desk.checkPicture("\(scene)-\(size)")
    }
  }

  @Test(
    "look as somebody has seen them",
    arguments: [
      "directories", "directoryExperts", "directoryExpert", "auditLog", "auditLink",
      "directoryUsers", "directoryUser", "directoryOrganizations", "directoryOrganization", "directoryDepartments", "directoryDepartment",
    ])
  func pictures(_ scene: String) throws {
    let fixture = try DirectoryScene.fixture()
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(
        fixture, scene.hasPrefix("directoryUser") ? "admin" : "bureau", columns: size.columns, rows: size.rows, language: size.language)
      switch scene {
      case "directories": desk.open(DirectoriesScreen(desk.sitting))
      case "directoryExperts": desk.open(ExpertDirectory.screen(desk.sitting))
      case "directoryUsers": desk.open(UserDirectory.screen(desk.sitting))
      case "directoryUser": desk.open(UserDirectory.page(desk.sitting, "host"))
      case "directoryOrganizations": desk.open(OrganizationDirectory.screen(desk.sitting))
      case "directoryOrganization": desk.open(OrganizationDirectory.page(desk.sitting, "渤海示范大学"))
      case "directoryDepartments": desk.open(DepartmentDirectory.screen(desk.sitting))
      case "directoryDepartment": desk.open(DepartmentDirectory.page(desk.sitting, "盐山县科学技术局"))
      case "auditLog": desk.open(AuditScreen(desk.sitting))
      case "auditLink":
        let link = try #require(try fixture.store.findLinks(AuditFilter(act: .declareConflict), by: DeskFixture.bureau).lines.first)
        desk.open(AuditPage.screen(desk.sitting, link.number))
      default: desk.open(ExpertPage.screen(desk.sitting, "zhou"))
      }
      desk.checkFrame("\(scene) \(size)", allowing: Self.written)
      // The hashes follow from random bytes.
      if scene == "auditLink" { continue }
      try desk.checkPicture("\(scene)-\(size)")
    }
  }
}
