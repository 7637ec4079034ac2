import CenterStore
import DeskRuntime
import Foundation
import Interchange
import Regulation
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("Lists go out of the desk as files: in one's own folder, in the form that is chosen, as marked or filtered")
struct ExportingTests {
  private let exportKey = KeyPress(.character("e"), .alt)

  @Test("The marked centers alone as CSV; a second file gets a number; what went out comes in and changes nothing")
  func marked() throws {
    let desk = try DeskForTests(DeskFixture(), "bureau", columns: 80, rows: 24)
    desk.open(RegistryScreen(desk.sitting))
    desk.press(.character(" "), .character(" "), exportKey)
    #expect(desk.text.contains("导出哪个表") && desk.text.contains("技术创新中心"), "\(desk.text)")
    desk.press(KeyPress(.enter))
    #expect(desk.text.contains("已标记的 2 个") && desk.text.contains("全部"), "\(desk.text)")
    desk.press(KeyPress(.enter))
    #expect(desk.text.contains("centers-2026-06-10.xlsx"), "\(desk.text)")
    desk.press(KeyPress(.down), KeyPress(.enter))
    #expect(desk.text.contains("已写入") && desk.text.contains("centers-2026-06-10.csv"), "\(desk.text)")
    let text = try FileScene.text("centers-2026-06-10.csv", of: "bureau", in: desk.fixture.store)
    #expect(text.split(whereSeparator: \.isNewline).count == 3 && text.contains("编号"))
    desk.press(KeyPress(.character("i"), .alt), KeyPress(.enter))
    #expect(desk.text.contains("2 条都与现有内容相同"), "\(desk.text)")
  }

  @Test("Each list stands for its tables, and what a role may not see is not offered")
  func offers() throws {
    let fixture = try DeskFixture()
    func tables(_ login: String, _ screen: (Sitting) -> any TableSource) throws -> [ExportKind] {
      let desk = try DeskForTests(fixture, login)
      return screen(desk.sitting).readableTables.map(\.kind)
    }
    #expect(try tables("bureau") { RankingScreen($0, year: 2026) } == [.results, .scores])
    #expect(try tables("yanshan") { RankingScreen($0, year: 2026) } == [.results])
    #expect(try tables("viewer") { RegistryScreen($0) } == [.centers, .organizations, .departments, .results])
    #expect(try tables("bureau") { AuditScreen($0) } == [.audit])
    #expect(try tables("zhou") { MaterialsScreen($0, year: 2026) } == [.facts, .attachments])
    let desk = try DeskForTests(fixture, "bureau")
    #expect((Directory.experts.screen(desk.sitting) as? any TableSource)?.readableTables.map(\.kind) == [.experts, .conflicts])
    #expect((Directory.users.screen(desk.sitting) as? any TableSource)?.writableTables.isEmpty == true)
  }

  @Test("The only table of a list asks for its form at once; what cannot be given out is told")
  func single() throws {
    let desk = try DeskForTests(DeskFixture(), "bureau", columns: 120, rows: 40, language: .en)
    desk.open(AuditScreen(desk.sitting))
    desk.press(exportKey, KeyPress(.down), KeyPress(.down), KeyPress(.enter))
    #expect(desk.text.contains("Written:") && desk.text.contains("audit-2026-06-10.json"), "\(desk.text)")
    desk.open(RankingScreen(desk.sitting, year: 2026))
    desk.press(exportKey, KeyPress(.down), KeyPress(.enter), KeyPress(.down), KeyPress(.enter))
    #expect(try FileScene.text("scores-2026-2026-06-10.csv", of: "bureau", in: desk.fixture.store).hasPrefix("center,expert"))
  }
}
