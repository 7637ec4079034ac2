import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The screens of how applications are decided as pictures")
struct DecisionPictureTests {
  enum Scene: String, CaseIterable, Sendable {
    case applicationGroupOpinion, leaderHome, proposing, bulkChoice, settlingObjection, decidedHistory, originOfCenter

    @MainActor
    func show(_ size: ScreenSize) throws -> DeskForTests {
      let fixture = try DeskFixture.withApplications()
      let isReviewed = [.applicationGroupOpinion, .leaderHome, .proposing, .bulkChoice].contains(self)
      let number = try isReviewed ? fixture.opinedApplication() : fixture.noticedApplication()
      if self == .settlingObjection || self == .decidedHistory { try object(fixture, number) }
      if self == .decidedHistory || self == .originOfCenter {
        try fixture.store(on: "2026-08-28").stepApplication(
          number, .certify(document: fixture.text("沧科字〔2026〕21号"), code: fixture.text("CZ-10")), by: DeskFixture.bureau)
      }
      let desk = try DeskForTests(
        fixture, self == .applicationGroupOpinion || self == .leaderHome ? "zhou" : "bureau", columns: size.columns, rows: size.rows,
        language: size.language, on: DeskFixture.day("2026-08-28"))
      switch self {
      case .leaderHome: break
      case .applicationGroupOpinion:
        desk.open(ApplicationScreen(desk.sitting, number: number))
        desk.press(KeyPress(.function(5)))
      case .proposing:
        desk.open(ApplicationScreen(desk.sitting, number: number))
        desk.type("1")
      case .bulkChoice:
        desk.open(ApplicationsScreen(desk.sitting))
        desk.press(.control("a"), KeyPress(.function(2)))
      case .settlingObjection:
        desk.open(ApplicationScreen(desk.sitting, number: number))
        desk.type("3")
      case .decidedHistory:
        desk.open(ApplicationScreen(desk.sitting, number: number))
        desk.type("p")
        desk.press(KeyPress(.end))
      case .originOfCenter: desk.open(CenterFileScreen(desk.sitting, code: "CZ-10"))
      }
      return desk
    }

    @MainActor
    private func object(_ fixture: DeskFixture, _ number: String) throws {
      let august = fixture.store(on: "2026-08-21")
      try august.stepApplication(
        number,
        .object(
          receivedOn: DeskFixture.day("2026-08-21"), grounds: fixture.text("成果属他人"), signedBy: fixture.text("庚署"),
          evidence: fixture.text("证书复印件")), by: DeskFixture.bureau)
      if self == .settlingObjection { return }
      try august.stepApplication(
        number, .settleObjection(1, isUpheld: false, reason: fixture.text("经核实，成果登记在本单位名下")), by: DeskFixture.bureau)
    }
  }

  @Test("look as somebody has seen them", arguments: Scene.allCases)
  func pictures(scene: Scene) throws {
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try scene.show(size)
      desk.checkFrame(
        "\(scene.rawValue) \(size)",
        allowing: ApplicationPictureTests.names + ["成果属他人", "庚署", "证书复印件", "经核实", "成果登记在本单位名下", "沧科字", "号", "星垣", "管件", "盐山"])
      try desk.checkPicture("\(scene.rawValue)-\(size)")
    }
  }
}
