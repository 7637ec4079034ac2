import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("Entering points")
@MainActor
struct EnteringTests: AtASheet {
  @Test("nineteen scores typed in one burst all land", arguments: ["\n", "n"])
  func burst(moving: String) throws {
    let desk = try sit()
    let figures = ["4.5", "3", "5.25", "2", "4", "5", "6.5", "2.75", "0", "4.4", "5", "3", "3.5", "4", "13.5", "5", "3", "2.5", "1"]
    desk.type(figures.map { $0 + moving }.joined())
    let sheet = try desk.fixture.sheet("CZ-01")
    #expect(
      sheet.points.values.map { $0?.hundredths } == [
        450, 300, 525, 200, 400, 500, 650, 275, 0, 440, 500, 300, 350, 400, 1350, 500, 300, 250, 100,
      ])
    #expect(desk.shows("已保存"))
    #expect(desk.shows("77.90"))
    desk.checkFrame()
  }

  @Test("from the home through Enter into the sheet, all in one burst, nothing that is typed ahead is lost")
  func typedAhead() throws {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    let desk = try DeskForTests(fixture, "zhou")
    desk.type("\n" + String(repeating: "2\n", count: 19))
    #expect(try fixture.sheet("CZ-01").points.values.allSatisfy { $0 == Points(200) })
  }

  @Test("nineteen scores typed in full-width digits all land")
  func fullWidthBurst() throws {
    let desk = try sit()
    desk.type(String(repeating: "２．５\n", count: 19))
    #expect(try desk.fixture.sheet("CZ-01").points.values.allSatisfy { $0 == Points(250) })
  }

  @Test("what an input method makes of a point and of a percent sign counts", arguments: [("４。５\n", 450), ("８５％\n", 425), ("85%\n", 425)])
  func signs(keys: String, hundredths: Int) throws {
    let desk = try sit()
    desk.type(keys)
    #expect(try points(desk, "1.1") == hundredths)
  }

  @Test(
    "a point opens the entry, and what follows are its decimals", arguments: [(".5\n", 50), ("。5\n", 50), ("．25\n", 25), (".5%\n", 3)])
  func leadingPoint(keys: String, hundredths: Int) throws {
    let desk = try sit()
    desk.type(keys)
    #expect(try points(desk, "1.1") == hundredths)
  }

  @Test(
    "a sign that no figure has stays in sight and is refused, so that digits never join over it",
    arguments: ["1,5", "1，5", "1、5", "1/5", "1 5", "1x5", "1;5"])
  func strangeSigns(keys: String) throws {
    let desk = try sit(at: "4.2")
    desk.type(keys)
    #expect(desk.shows(keys))
    desk.type("\n")
    #expect(desk.shows("4.2 的得分不是数字，请写成 8.5 这样的数"))
    #expect(try points(desk, "4.2") == nil)
  }

  @Test("a point alone, and commas of thousands, are no points that can be", arguments: [(".\n", "不是数字"), ("1,000\n", "不能大于 15.00")])
  func noFigure(keys: String, words: String) throws {
    let desk = try sit(at: "4.2")
    desk.type(keys)
    #expect(desk.shows(words))
    #expect(try points(desk, "4.2") == nil)
  }

  @Test("the next figure takes the place of a refused one")
  func afterRefusal() throws {
    let desk = try sit(at: "5.3")
    desk.type("５\n")
    #expect(desk.shows("5.3 的得分不能大于 3.00"))
    desk.type("2.5\n")
    #expect(try points(desk, "5.3") == 250)
  }

  @Test("an arrow takes a refused figure up to be mended, Backspace empties it")
  func mendingRefused() throws {
    let desk = try sit(at: "3.3")
    desk.type("7.5\n")
    desk.press(KeyPress(.left), KeyPress(.left), KeyPress(.backspace))
    desk.type("6\n")
    #expect(try points(desk, "3.3") == 650)
    desk.press(KeyPress(.up))
    desk.type("9\n")
    desk.press(KeyPress(.backspace))
    desk.type("5\n")
    #expect(try points(desk, "3.3") == 500)
  }

  @Test("Backspace held down stops at the empty entry; from the row it says what it took away and how it comes back")
  func backspace() throws {
    let desk = try sit()
    desk.type("4\n")
    desk.press(KeyPress(.up))
    desk.type("25")
    for _ in 1...9 { desk.press(KeyPress(.backspace)) }
    #expect(try points(desk, "1.1") == 400)
    #expect(desk.runtime.top?.isCapturing == true)
    desk.press(KeyPress(.escape), KeyPress(.backspace))
    #expect(try points(desk, "1.1") == nil)
    #expect(desk.shows("已清除 1.1 的 4.00 分；按 u 撤销"))
    desk.type("u")
    #expect(try points(desk, "1.1") == 400)
  }

  @Test("a minus where there are no points begins a figure that is refused, not 1 for -1", arguments: ["-1\n", "－１\n"])
  func negative(keys: String) throws {
    let desk = try sit()
    desk.type(keys)
    #expect(try points(desk, "1.1") == nil)
    #expect(desk.shows("-1") || desk.shows("－1") || desk.shows("-１"))
    #expect(desk.text.contains("1.1 的得分"))
  }

  @Test("Ctrl-C leaves while points are being typed, after a question")
  func leaving() throws {
    let desk = try sit()
    desk.type("4")
    desk.press(.control("c"))
    #expect(desk.shows("退出？") && desk.text.contains("尚未保存"))
  }

  @Test("a share is entered with %, and rounded half up")
  func share() throws {
    let desk = try sit(at: "3.3")
    desk.type("%78.5\n")
    // 7 × 78.5 % = 5.495
    #expect(try points(desk, "3.3") == 550)
  }

  @Test(
    "a figure that cannot be is refused in words and stays in hand",
    arguments: [
      ("7.5\n", "3.3 的得分不能大于 7.00"), ("1.234\n", "3.3 的得分小数超过两位，请保留两位"), ("7.\n", "3.3 的得分不是数字，请写成 8.5 这样的数"),
      ("101%\n", "3.3 的得分不能大于 100%"), ("7x", "“x”不是数字"),
    ])
  func refused(keys: String, words: String) throws {
    let desk = try sit(at: "3.3")
    desk.type(keys)
    #expect(desk.shows(words))
    #expect(try points(desk, "3.3") == nil)
    #expect(desk.runtime.top?.isCapturing == true)
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top?.isCapturing == false)
    #expect(try points(desk, "3.3") == nil)
  }

  @Test("the weight itself and nothing are lawful", arguments: [("7\n", 700), ("0\n", 0), ("100%\n", 700)])
  func edges(keys: String, hundredths: Int) throws {
    let desk = try sit(at: "3.3")
    desk.type(keys)
    #expect(try points(desk, "3.3") == hundredths)
  }

  @Test("plus and minus nudge by half a point, and stop at the ends")
  func nudges() throws {
    let desk = try sit(at: "1.1")
    desk.type("4\n")
    desk.press(KeyPress(.up))
    desk.type("++")
    #expect(try points(desk, "1.1") == 500)
    desk.type("+")
    #expect(try points(desk, "1.1") == 500)
    desk.type("－－")
    #expect(try points(desk, "1.1") == 400)
  }

  @Test("what was never scored is not nudged: it says that points are typed first", arguments: ["+", "=", "＋"])
  func nudgingNothing(key: String) throws {
    let desk = try sit(at: "1.1")
    desk.type(key)
    #expect(try points(desk, "1.1") == nil)
    #expect(desk.shows("1.1 尚未评分，请先键入得分"))
  }

  @Test("the example of a figure is below the weight")
  func example() throws {
    let desk = try sit(at: "1.1")
    desk.press(KeyPress(.enter))
    #expect(desk.shows("0 至 5 分，可写 3.5 或 85%"))
  }

  @Test("arrows only move; letters move as well", arguments: [("jjk", "1.2"), ("jjjjjjjjjjjjjjjjjjjjjjjjjj", "5.4"), ("kkk", "1.1")])
  func moving(keys: String, selected: String) throws {
    let desk = try sit()
    desk.type(keys)
    let screen = try #require(desk.runtime.top as? ScoresheetScreen)
    #expect(screen.state.selected.description == selected)
    #expect(try desk.fixture.sheet("CZ-01").total.given == 0)
  }

  @Test("Delete takes points away, u brings them back, and u again goes further back")
  func undo() throws {
    let desk = try sit()
    desk.type("4\n3\n")
    desk.press(KeyPress(.up), KeyPress(.up), KeyPress(.delete))
    #expect(try points(desk, "1.1") == nil)
    desk.type("u")
    #expect(try points(desk, "1.1") == 400)
    desk.press(.control("_"))
    #expect(try points(desk, "1.2") == nil)
    desk.type("u")
    #expect(try points(desk, "1.1") == nil)
    desk.type("u")
    #expect(desk.shows("没有可撤销的修改"))
  }

  @Test("what was undone comes back with Ctrl-Y, until something else is entered")
  func redo() throws {
    let desk = try sit()
    desk.type("4\n3\nuu")
    #expect(desk.shows("已撤销 1.1 的得分；按 Ctrl-Y 恢复"))
    #expect(try desk.fixture.sheet("CZ-01").total.given == 0)
    desk.press(.control("y"))
    #expect(try points(desk, "1.1") == 400)
    desk.press(.control("y"))
    #expect(try points(desk, "1.2") == 300)
    desk.type("u")
    desk.press(KeyPress(.home))
    desk.type("+")
    desk.press(.control("y"))
    #expect(desk.shows("没有可恢复的修改"))
    #expect(try points(desk, "1.2") == nil)
  }
}
