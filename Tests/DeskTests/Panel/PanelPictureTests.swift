import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The experts of a center as pictures")
struct PanelPictureTests {
  enum Scene: String, CaseIterable, Sendable {
    case panel, panelAssign, panelPaper, groupOpinion

    @MainActor
    func show(_ size: ScreenSize, wide: Bool = false) throws -> DeskForTests {
      let fixture = try DeskFixture.scored()
      try fixture.store.nameLeader(year: 2026, center: "CZ-02", expert: "zhou", by: DeskFixture.bureau)
      try fixture.store.assignExpert(year: 2026, center: "CZ-03", expert: "he", by: DeskFixture.bureau)
      try fixture.store.releaseExpert(
        year: 2026, center: "CZ-03", expert: "he", reason: fixture.text("出国访学"), by: DeskFixture.bureau)
      let login = self == .groupOpinion ? "zhou" : "bureau"
      let desk = try DeskForTests(
        fixture, login, columns: size.columns, rows: size.rows, language: size.language, ambiguousIsWide: wide)
      switch self {
      case .panel: desk.open(PanelScreen(desk.sitting, year: 2026, center: "CZ-02"))
      case .panelAssign:
        desk.open(PanelScreen(desk.sitting, year: 2026, center: "CZ-03"))
        desk.type("a")
      case .panelPaper:
        try fixture.store.assignExpert(year: 2026, center: "CZ-04", expert: "he", by: DeskFixture.bureau)
        desk.open(PanelScreen(desk.sitting, year: 2026, center: "CZ-04"))
        desk.type("e17\n4.5\n9\n")
        desk.press(KeyPress(.function(2)))
      case .groupOpinion:
        let task = try fixture.store.tasks(by: DeskFixture.zhou).first { $0.center == "CZ-02" }
        if let task { desk.sitting.writeGroupOpinion(task) }
        desk.type("成果转化待加强。")
      }
      return desk
    }
  }

  /// What people wrote.
  static let names = ["周文澜", "林若溪", "何知秋", "出国访学", "成果转化待加强。"]

  @Test("look as somebody has seen them", arguments: Scene.allCases)
  func pictures(scene: Scene) throws {
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try scene.show(size)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: Self.names)
      try desk.checkPicture("\(scene.rawValue)-\(size)")
    }
  }

  @Test("stay in line where ambiguous characters are wide, and in the smallest window", arguments: Scene.allCases)
  func wide(scene: Scene) throws {
    for language in Language.allCases {
      for (columns, rows) in [(60, 16), (120, 40)] {
        let size = ScreenSize(columns: columns, rows: rows, language: language)
        try scene.show(size, wide: true).checkFrame("\(scene.rawValue) \(size)", allowing: Self.names)
      }
    }
  }
}
