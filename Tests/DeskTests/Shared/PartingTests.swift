import CenterStore
import DeskRuntime
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("A store that cannot be gone on with")
struct PartingTests {
  @Test(
    "is told at once and once; whoever stays can read on, whoever agrees leaves",
    arguments: [StoreError.replaced(path: "/s"), .newerStore(path: "/s")], Language.allCases)
  func told(error: StoreError, language: Language) throws {
    let desk = try DeskForTests(DeskFixture(), "zhou", columns: 80, rows: 24, language: language)
    desk.sitting.part(from: .busy(path: "/s"))
    desk.runtime.settle()
    #expect(!desk.runtime.isModal)
    desk.sitting.part(from: error)
    desk.runtime.settle()
    #expect(desk.runtime.isModal && desk.shows(language == .zh ? "先留下查看" : "Stay and read"))
    desk.checkFrame(allowing: ["周文澜", "沧州市技术创新中心评审台", "沧州市油气管道防腐技术创新中心"])
    // It comes in the middle of typing: what was meant for a field does not end the desk.
    desk.type("4\n")
    #expect(!desk.runtime.isModal)
    desk.sitting.part(from: error)
    desk.runtime.settle()
    #expect(!desk.runtime.isModal)
  }
}
