import CenterStore
import DeskRuntime
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("Comments")
@MainActor
struct CommentTests {
  private func sit(_ fixture: DeskFixture, at indicator: String = "3.3") throws -> DeskForTests {
    let desk = try DeskForTests(fixture, "zhou")
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code(indicator)))
    return desk
  }

  private func pledged() throws -> DeskFixture {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    return fixture
  }

  @Test("a Chinese comment of two lines is saved", arguments: [KeyPress(.function(2)), .control("s")])
  func save(key: KeyPress) throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.type("c发明专利逐年增加，质量较好。\n建议关注国际专利。")
    desk.press(key)
    #expect(try fixture.sheet("CZ-01").comments[DeskFixture.code("3.3")].string == "发明专利逐年增加，质量较好。\n建议关注国际专利。")
    #expect(desk.shows("发明专利逐年增加，质量较好。"))
    #expect(try fixture.sheet("CZ-01").drafts.isEmpty)
    desk.checkFrame()
  }

  @Test("a draft is kept a second after the last key, and a new desk takes it up")
  func draft() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.press(KeyPress(.function(4)))
    desk.type("质量较好")
    #expect(try fixture.sheet("CZ-01").drafts.isEmpty)
    desk.pass(.milliseconds(600))
    desk.type("。")
    desk.pass(.milliseconds(600))
    #expect(try fixture.sheet("CZ-01").drafts.isEmpty, "a key puts it off")
    desk.pass(.milliseconds(600))
    #expect(try fixture.sheet("CZ-01").drafts[DeskFixture.code("3.3")]?.string == "质量较好。")
    #expect(desk.shows("草稿已存"))
    let later = try sit(fixture)
    later.press(KeyPress(.function(4)))
    #expect(later.shows("已恢复草稿"))
    #expect(later.shows("质量较好。"))
    later.press(KeyPress(.function(2)))
    #expect(try fixture.sheet("CZ-01").comments[DeskFixture.code("3.3")].string == "质量较好。")
    #expect(try fixture.sheet("CZ-01").drafts.isEmpty)
  }

  @Test("Whoever writes on without a pause has a draft after two seconds all the same")
  func writingOn() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.press(KeyPress(.function(4)))
    for _ in 0..<5 {
      desk.type("好")
      desk.pass(.milliseconds(500))
    }
    #expect(try fixture.sheet("CZ-01").drafts[DeskFixture.code("3.3")]?.string.count ?? 0 >= 4)
  }

  @Test("What of a paste has no room is told of; what just fits is not", arguments: [(0, false), (1, true)])
  func longPaste(beyond: Int, isTold: Bool) throws {
    let desk = try sit(try pledged())
    desk.press(KeyPress(.function(4)))
    desk.terminal.feed([.input(.paste(String(repeating: "好", count: PlainText.limit + beyond)))])
    desk.runtime.settle()
    #expect(desk.shows("评语最多 \(PlainText.limit) 字") == isTold)
  }

  @Test("A line that is gone leaves what was written as a draft")
  func lineGone() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.press(KeyPress(.function(4)))
    desk.type("写到一半")
    desk.terminal.feed([.lineGone])
    #expect(desk.runtime.run() == .lineGone)
    #expect(try fixture.sheet("CZ-01").drafts[DeskFixture.code("3.3")]?.string == "写到一半")
  }

  @Test("Esc goes back, keeps the draft and says so; the comment on the sheet stays as it was")
  func leave() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.type("c第一版")
    desk.press(KeyPress(.function(2)), KeyPress(.function(4)))
    desk.type("改")
    desk.press(KeyPress(.escape))
    #expect(desk.shows("留作草稿"))
    let sheet = try fixture.sheet("CZ-01")
    #expect(sheet.comments[try DeskFixture.code("3.3")].string == "第一版")
    #expect(sheet.drafts[try DeskFixture.code("3.3")]?.string == "第一版改")
  }

  @Test("a draft that came back to what stands on the sheet is none")
  func unchanged() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.type("c好")
    desk.press(KeyPress(.escape), KeyPress(.function(4)), KeyPress(.backspace), KeyPress(.escape))
    #expect(try fixture.sheet("CZ-01").drafts.isEmpty)
    #expect(!desk.shows("稿 "))
  }

  @Test("letters are text while a comment is written, and F9 still switches the language")
  func letters() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.type("cnpquS")
    desk.press(KeyPress(.function(9)), KeyPress(.function(2)))
    #expect(try fixture.sheet("CZ-01").comments[DeskFixture.code("3.3")].string == "npquS")
    #expect(desk.runtime.language == .en)
  }

  @Test("a comment is undone as points are")
  func undo() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.type("c一")
    desk.press(KeyPress(.function(2)))
    desk.type("u")
    #expect(try fixture.sheet("CZ-01").comments[DeskFixture.code("3.3")].isEmpty)
  }

  @Test("an undone comment is told, stays as a draft, and Ctrl-Y brings it back")
  func redo() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    let code = try DeskFixture.code("3.3")
    desk.type("c质量较好")
    desk.press(KeyPress(.function(2)))
    desk.type("u")
    #expect(desk.shows("已撤销 3.3 的评语，留作草稿；按 Ctrl-Y 恢复"))
    #expect(try fixture.sheet("CZ-01").drafts[code]?.string == "质量较好")
    #expect(desk.shows("评语草稿"))
    desk.press(.control("y"))
    #expect(try fixture.sheet("CZ-01").comments[code].string == "质量较好")
    #expect(try fixture.sheet("CZ-01").drafts.isEmpty)
    #expect(desk.shows("已恢复 3.3 的评语"))
    desk.type("u")
    #expect(try fixture.sheet("CZ-01").comments[code].isEmpty)
  }

  @Test("undoing a comment leaves a newer draft as it is")
  func undoBesideDraft() throws {
    let fixture = try pledged()
    let desk = try sit(fixture)
    desk.type("c一")
    desk.press(KeyPress(.function(2)), KeyPress(.function(4)))
    desk.type("二")
    desk.press(KeyPress(.escape))
    desk.type("u")
    #expect(try fixture.sheet("CZ-01").comments[DeskFixture.code("3.3")].isEmpty)
    #expect(try fixture.sheet("CZ-01").drafts[DeskFixture.code("3.3")]?.string == "一二")
    desk.press(.control("y"))
    #expect(try fixture.sheet("CZ-01").comments[DeskFixture.code("3.3")].string == "一")
    #expect(try fixture.sheet("CZ-01").drafts[DeskFixture.code("3.3")]?.string == "一二")
  }

  @Test("nothing is called saved while a draft is in hand")
  func state() throws {
    let desk = try sit(try pledged(), at: "3.3")
    desk.type("5\n")
    #expect(desk.shows("已保存"))
    desk.type("c好")
    #expect(desk.shows("评语未保存"))
    #expect(!desk.shows("已保存"))
    desk.pass(.seconds(2))
    #expect(desk.shows("草稿已存"))
    #expect(!desk.shows("已保存"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("已保存"))
  }

  @Test("help and the list of actions open over a field in hand, which stays", arguments: ["c好", "4."], [1, 10])
  func helpInField(keys: String, function: Int) throws {
    let desk = try sit(try pledged())
    desk.type(keys)
    let screens = desk.runtime.screens.count
    desk.press(KeyPress(.function(function)))
    #expect(desk.runtime.isModal || desk.runtime.screens.count > screens)
    desk.press(KeyPress(.escape))
    #expect(!desk.runtime.isModal && desk.runtime.screens.count == screens)
    #expect(desk.runtime.top?.isCapturing == true)
  }
}
