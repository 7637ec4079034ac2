import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("Pictures of changes, directors and revocations")
struct MatterPictureTests {
  /// What people wrote, which stands there in every language.
  private static let written = [
    "沧州市油气管道防腐技术创新中心", "河北青岚管道装备有限公司", "河北青岚集团有限公司", "管道防腐材料", "集团化改制，迁址", "营业执照副本，附件一", "属实，材料齐全", "沈一舟",
    "管委会纪要〔2026〕2号", "青岚字〔2026〕7号", "是否专职？", "检测报告系伪造", "三年数据均不实", "核查笔录，存档案室", "系检测机构失误，已更正", "陶然", "叶青禾",
    "（盐山县科学技术局）", "青县（青县科学技术局）", "渤海样例大学", "顾明川", "周文澜", "林疏影", "何清越",
  ]

  @Test(
    "look as somebody has seen them",
    arguments: ["matters", "matterChange", "matterDirector", "matterRevocation", "centerMatters", "changeForm"])
  func pictures(_ scene: String) throws {
    let fixture = try MatterScene.fixture()
    try MatterScene.fill(fixture)
    for size in ScreenSize.all where size.columns < 200 {
      let login = scene == "changeForm" ? "host" : "bureau"
      let desk = try DeskForTests(
        fixture, login, columns: size.columns, rows: size.rows, language: size.language, on: MatterScreenTests.later)
      switch scene {
      case "matters": desk.open(MattersScreen(desk.sitting))
      case "matterChange": desk.open(MatterScreen<ChangeRequest>(desk.sitting, number: "BG2026-0001"))
      case "matterDirector": desk.open(MatterScreen<DirectorFiling>(desk.sitting, number: "ZR2026-0001"))
      case "matterRevocation": desk.open(MatterScreen<Revocation>(desk.sitting, number: "CX2026-0001"))
      default:
        desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
        if scene == "changeForm" { desk.press(KeyPress(.function(2)), KeyPress(.enter)) }
      }
      desk.checkFrame("\(scene) \(size)", allowing: Self.written)
      try desk.checkPicture("\(scene)-\(size)")
    }
  }
}
