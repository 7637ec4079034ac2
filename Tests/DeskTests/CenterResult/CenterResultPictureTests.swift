import DeskRuntime
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("Pictures of a center’s result")
struct CenterResultPictureTests {
  /// What people wrote, which stands there in every language.
  nonisolated static let written = ["沧州市油气管道防腐技术创新中心", "会议记录完整，与专家", "会议记录完整", "与专家", "意见一致", "叶青禾"]

  @Test("look as somebody has seen them")
  func pictures() throws {
    let fixture = try DeskFixture.published()
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(fixture, "yanshan", columns: size.columns, rows: size.rows, language: size.language)
      desk.type("r")
      desk.checkFrame("\(size)", allowing: CenterResultPictureTests.written)
      try desk.checkPicture("centerResult-\(size)")
    }
  }
}
