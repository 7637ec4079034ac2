import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

/// Finding centers by what is typed.
extension RegistryTests {
  @Test(
    "finds by characters, pinyin, initials, full-width letters, host and code while one types",
    arguments: [
      ("激光", ["CZ-07", "CZ-09"]), ("jiguangqiege", ["CZ-07"]), ("jghj", ["CZ-09"]), ("ｊｇｈｊ", ["CZ-09"]), ("cz-05", ["CZ-05"]),
      ("青岚", ["CZ-01"]), ("guandao", ["CZ-01", "CZ-04"]), ("没有的", []),
    ])
  func search(_ typed: String, _ found: [String]) {
    desk.type("/" + typed)
    #expect(codes == found)
    #expect(desk.shows("\(found.count) / 共 9 个"))
  }

  @Test("highlights the characters whose pinyin was typed")
  func highlight() throws {
    desk.type("/jg")
    let canvas = try #require(desk.terminal.frames.last)
    // The first hit is selected; there the underlining tells what was found.
    for (name, isSelected) in [("激光切割", true), ("激光焊接", false)] {
      let row = try #require(canvas.text.firstIndex { $0.contains(name) })
      let found = (0..<canvas.size.columns).map { canvas[Position(column: $0, row: row)] }.filter(\.style.isUnderlined)
      #expect(found.count == 4)
      #expect(found.allSatisfy { $0.style.ink == (isSelected ? .selected : .found) })
    }
  }

  @Test("a hit that its name does not explain shows what was found: the host where that has no column", arguments: ["青岚", "qinglan"])
  func why(typed: String) throws {
    desk.type("/" + typed)
    let canvas = try #require(desk.terminal.frames.last)
    let row = try #require(canvas.text.firstIndex { $0.contains("CZ-01") })
    #expect(canvas.text[row].contains("油气管道") && canvas.text[row].contains("青岚"))
    let found = (0..<canvas.size.columns).map { canvas[Position(column: $0, row: row)] }.filter(\.style.isUnderlined)
    #expect(found.count == 4)
  }

  @Test("keeps letters for the search while the field is in hand, and moves with the arrows all the same")
  func capturing() {
    desk.type("/jg")
    desk.press(KeyPress(.down))
    #expect(selected == "CZ-09")
    desk.type("h")
    #expect(codes == ["CZ-09"])
  }

  @Test("Esc clears the search and keeps the selected center; a second one stays on the first screen")
  func escape() {
    desk.type("/jghj")
    desk.press(KeyPress(.escape))
    #expect(codes.count == 9)
    #expect(selected == "CZ-09")
    #expect(screen?.isCapturing == false)
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.shownNotice != nil)
  }

  @Test("Tab goes to the list and keeps the search, where s and f are keys again")
  func leavingTheField() {
    desk.type("/jg")
    desk.press(KeyPress(.tab))
    desk.type("s")
    #expect(desk.runtime.isModal)
    #expect(codes.count >= 2)
  }

  @Test(
    "offers the field that a search may mean, by characters, pinyin, initials or English, beside the hits; one key shows its centers",
    arguments: ["智能制造", "guangyuzhineng", "gyznzz", "jg", "laser and"])
  func fields(_ typed: String) {
    desk.type("/" + typed)
    #expect(desk.shows("F4 只看领域“激光与智能制造”（2 个）"))
    desk.press(KeyPress(.function(4)))
    #expect(codes == ["CZ-07", "CZ-09"])
    #expect(desk.shows("筛选 激光与智能制造") && screen?.state.field.text == "")
    desk.press(KeyPress(.backspace))
    #expect(codes.count == 9)
  }

  @Test("Where no center is found but a field is, Enter shows the field")
  func enterOnField() {
    desk.type("/xdny")
    #expect(codes.isEmpty && desk.shows("没有与“xdny”相符的中心") && desk.shows("已查名称、编号、依托单位、曾用名"))
    desk.press(KeyPress(.enter))
    #expect(codes == ["CZ-08"])
  }

  @Test("offers no field for one character, for what fits many, and where a field is chosen already", arguments: ["光", "j"])
  func noField(_ typed: String) {
    desk.type("/" + typed)
    #expect(!desk.shows("F4 只看领域"))
    desk.press(KeyPress(.escape))
    screen?.filter(by: RegistryFilter(field: "管道装备"))
    desk.runtime.settle()
    desk.type("/guandao")
    #expect(!desk.shows("F4 只看领域"))
  }

  @Test("What stands in the search gives way to what is typed when the search is taken in hand again, and moving in it keeps it")
  func searchingAgain() {
    desk.type("/fang")
    desk.press(KeyPress(.tab))
    desk.type("/guan")
    #expect(screen?.state.field.text == "guan")
    desk.press(KeyPress(.tab))
    desk.type("/")
    desk.press(KeyPress(.end))
    desk.type("j")
    #expect(screen?.state.field.text == "guanj")
  }
}
