import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The screens of evaluation forms as pictures")
struct MaterialPictureTests {
  enum Scene: String, CaseIterable, Sendable {
    case materials, materialWriting, materialMoney, materialChecking

    @MainActor
    func show(_ size: ScreenSize, wide: Bool = false) throws -> DeskForTests {
      let fixture = try DeskFixture.withMaterial()
      if self == .materialChecking { try fixture.handInMaterial() }
      let login =
        switch self {
        case .materials: "bureau"
        case .materialWriting, .materialMoney: "host"
        case .materialChecking: "yanshan"
        }
      let desk = try DeskForTests(
        fixture, login, columns: size.columns, rows: size.rows, language: size.language, ambiguousIsWide: wide)
      if self == .materials {
        desk.open(MaterialsScreen(desk.sitting, year: 2026))
        return desk
      }
      desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
      switch self {
      case .materialWriting:
        desk.press(KeyPress(.down))
        desk.type("3\n5")
      case .materialMoney: desk.press(KeyPress(.pageDown), KeyPress(.pageDown), KeyPress(.down))
      default: break
      }
      return desk
    }
  }

  /// What people wrote.
  static let names = ["陶然", "没有", "属实"]

  @Test("look as somebody has seen them", arguments: Scene.allCases)
  func pictures(scene: Scene) throws {
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try scene.show(size)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: MaterialPictureTests.names)
      try desk.checkPicture("\(scene.rawValue)-\(size)")
    }
  }

  @Test("stay in line where ambiguous characters are wide, and in the smallest window", arguments: Scene.allCases)
  func wide(scene: Scene) throws {
    for language in Language.allCases {
      for (columns, rows) in [(60, 16), (120, 40)] {
        let size = ScreenSize(columns: columns, rows: rows, language: language)
        try scene.show(size, wide: true).checkFrame("\(scene.rawValue) \(size)", allowing: MaterialPictureTests.names)
      }
    }
  }
}
