import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Pictures of operating duties")
struct DutyPictureTests {
  /// What people wrote, which stands there in every language.
  private static let written = [
    "研发方向和年度计划", "渤海样例大学", "燕赵示例大学", "顾明川", "周文澜", "沈一舟", "技指委纪要〔2026〕1号", "财务部档案", "陶然", "叶青禾", "河北青岚管道装备有限公司",
    "沧州市油气管道防腐技术创新中心",
  ]

  @Test("look as somebody has seen them", arguments: ["duties", "dutyFile", "dutyMeeting", "dutyParts", "dutyList", "dutyListArticle"])
  func pictures(_ scene: String) throws {
    let fixture = try MatterScene.fixture()
    try DutyScene.fill(fixture)
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(
        fixture, scene.hasPrefix("dutyList") ? "bureau" : "host", columns: size.columns, rows: size.rows, language: size.language,
        on: DutyScene.today)
      switch scene {
      case "duties": desk.open(DutiesScreen(desk.sitting, code: "CZ-01", at: .accounts))
      case "dutyFile": desk.open(DutyScreen(desk.sitting, code: "CZ-01", duty: .advisoryCommittee, on: DutyScene.today))
      case "dutyMeeting", "dutyParts":
        desk.open(DutiesScreen(desk.sitting, code: "CZ-01", at: scene == "dutyParts" ? .rules : .managementMeeting))
        desk.press(KeyPress(.function(2)))
      default:
        desk.open(DutyListScreen(desk.sitting))
        if scene == "dutyListArticle" {
          desk.press(KeyPress(.function(2)))
          desk.type("15\n")
        }
      }
      desk.checkFrame("\(scene) \(size)", allowing: Self.written)
      try desk.checkPicture("\(scene)-\(size)")
    }
  }
}
