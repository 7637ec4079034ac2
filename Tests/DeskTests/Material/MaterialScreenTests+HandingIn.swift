import CenterStore
import DeskRuntime
import Foundation
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

/// The way of a form from its host to the department and back.
extension MaterialScreenTests {
  @Test("a form in which nothing was written is not handed in, and that is said in one line")
  func blank() throws {
    let fixture = try DeskFixture()
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(
          login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text(fixture.host(of: "CZ-06")))
      ]), by: Acting("admin", .command))
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24)
    desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-06"))
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("评估情况表还没有填写任何内容（应填"))
    #expect(!desk.shows("未填，也未说明") && !desk.shows("没有声明"))
  }

  @Test(
    "past the last day that is said first, by a greyed key in one line of 80 columns, whatever else the form lacks",
    arguments: [Language.zh, .en])
  func late(language: Language) throws {
    let fixture = try DeskFixture()
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(
          login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text(fixture.host(of: "CZ-06")))
      ]), by: Acting("admin", .command))
    try fixture.store.openRound(2028, RoundPlan(materialBy: DeskFixture.today), by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, language: language, on: DeskFixture.day("2026-06-11"))
    desk.open(MaterialScreen(desk.sitting, year: 2028, center: "CZ-06"))
    desk.press(KeyPress(.function(2)))
    #expect(!desk.runtime.isModal)
    #expect(
      desk.shows(
        language == .zh
          ? "材料提交截止日 2026-06-10 已过，须市科技局准予逾期（办法第27条）" : "the last day for material was 2026-06-10; the bureau can admit it (article 27)"))
  }

  @Test("a contradiction stops the host from handing in; corrected and declared, the form goes to the department")
  func handingIn() throws {
    try fixture.explainOpen(except: ["1.1.b", "1.1.c"])
    let desk = try desk("host")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("还不能提交") && desk.shows("2 处未填") && desk.shows("还没有声明"))
    desk.press(KeyPress(.enter), KeyPress(.function(3)))
    desk.type("3\n5\n")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("1.1 矛盾"))
    desk.press(KeyPress(.enter), KeyPress(.function(3)))
    desk.press(KeyPress(.enter), KeyPress(.backspace))
    desk.type("2\n")
    #expect(desk.shows("存疑 1"))
    // What explains a doubt is told at the spot, however little room there is.
    #expect(desk.terminal.text.last?.contains("F5 说明存疑") == true)
    desk.press(KeyPress(.function(5)))
    desk.type("另有两名外聘委员待聘")
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("存疑 0"))
    desk.press(.control("d"), .character("y"))
    #expect(desk.shows("已声明"))
    desk.press(KeyPress(.function(2)), .character("y"))
    #expect(try fixture.material().summary.material.submission != nil)
    #expect(desk.shows("部门：待审查") && desk.shows("只读"))
    desk.type("7")
    #expect(try fixture.material().form.sheet.entries[place("1.1.c")]?.value == .count(2))
  }

  @Test(
    "what is written or explained after the declaration takes it away, and that is told at once and not again", arguments: [false, true])
  func undeclared(isExplaining: Bool) throws {
    try fixture.explainOpen()
    try fixture.store.declareMaterial(year: 2026, center: "CZ-02", isDeclared: true, by: DeskFixture.host)
    let desk = try desk("host", columns: 80)
    func write(_ figure: String) {
      if isExplaining {
        desk.press(KeyPress(.function(4)))
        desk.type(figure)
        desk.press(KeyPress(.function(2)))
      } else {
        desk.press(KeyPress(.down))
        desk.type(figure + "\n")
      }
    }
    #expect(desk.shows("已声明"))
    write("3")
    #expect(try fixture.material().form.declaration == nil)
    #expect(desk.shows("声明因改动失效，提交前按 Ctrl-D 重新声明"))
    write("4")
    #expect(!desk.shows("声明因改动失效"))
  }

  @Test("the department asks about an item and returns the form, the host corrects it, the department confirms and reports")
  func checking() throws {
    try fixture.handInMaterial()
    let department = try desk("yanshan")
    #expect(department.shows("部门：待审查"))
    #expect(department.terminal.text.contains { $0.contains("指标") && $0.contains("待审") })
    department.press(KeyPress(.function(3)))
    department.press(KeyPress(.function(5)))
    // What is asked about stands above the question.
    #expect(department.shows("未填，说明：没有"))
    department.press(KeyPress(.function(2)))
    #expect(department.shows("必填"))
    department.type("请附聘书")
    department.press(KeyPress(.function(2)))
    #expect(department.shows("质询 1") && department.shows("部门质询：请附聘书"))
    department.press(KeyPress(.function(2)), KeyPress(.enter))
    #expect(department.shows("请附聘书") && department.shows("156 项数据未审，质询 1 项"))
    department.press(KeyPress(.function(2)), .character("y"))
    #expect(department.shows("单位：待补正"))

    let host = try desk("host")
    #expect(host.shows("退回理由："))
    host.press(KeyPress(.function(11)))
    #expect(host.shows("请附聘书"))
    host.press(KeyPress(.enter))
    let asked = try #require(try fixture.material().form.questioned.first)
    // What is asked is the next thing to do, and stands in the way of nobody who does not answer it, but is told.
    host.press(KeyPress(.pageDown), KeyPress(.function(3)))
    #expect(host.shows("\(asked)  ") && host.shows("部门质询：请附聘书"))
    try fixture.store.declareMaterial(year: 2026, center: "CZ-02", isDeclared: true, by: DeskFixture.host)
    host.runtime.announce(StoreNews(items: [StoreNews.Item(act: "material.write", login: "host")]))
    host.runtime.settle()
    host.press(KeyPress(.function(2)))
    #expect(host.shows("部门质询的数据项没有改动：\(asked)"))
    host.press(KeyPress(.escape))
    let key = try #require(try fixture.material().form.sheet.entries.keys.sorted().first { $0.code == asked })
    try fixture.store.saveFact(year: 2026, center: "CZ-02", key, FactEntry(.count(4)), by: DeskFixture.host)
    try fixture.explainOpen()
    try fixture.store.declareMaterial(year: 2026, center: "CZ-02", isDeclared: true, by: DeskFixture.host)
    host.runtime.announce(StoreNews(items: [StoreNews.Item(act: "material.write", login: "host")]))
    host.runtime.settle()
    host.press(KeyPress(.function(2)), .character("y"))
    #expect(host.shows("部门：待审查"))

    department.runtime.announce(StoreNews(items: [StoreNews.Item(act: "material.submit", login: "host")]))
    department.runtime.settle()
    // What it asked about is marked, with what stood there then and what stands there now.
    #expect(department.shows("* 质询后已改 1") && department.shows("部门质询（此后已改动）：请附聘书"))
    #expect(department.shows("质询时 ") && department.shows("，现 4"))
    department.press(KeyPress(.enter))
    #expect(!department.shows("质询后已改"))
    department.press(KeyPress(.function(4)))
    #expect(try fixture.material(by: DeskFixture.yanshan).form.unchecked.allSatisfy { $0.indicator.description != "1.1" })
    department.press(KeyPress(.function(6)), .character("y"))
    #expect(try fixture.material(by: DeskFixture.yanshan).form.unchecked.isEmpty)
    department.press(KeyPress(.function(2)))
    // With every item found right, the report stands first.
    department.press(KeyPress(.enter))
    department.type("属实")
    department.press(KeyPress(.function(2)), .character("y"))
    #expect(department.shows("已上报"))

    // Staff read what a department has reported: no stray key changes it.
    let bureau = try desk("bureau")
    #expect(bureau.shows("只读"))
    bureau.type("9\n")
    #expect(try fixture.material().form.sheet.entries[key]?.value == .count(4))
    let told = try fixture.store.roundFile(2026, by: DeskFixture.bureau).history.compactMap(\.step.remark)
    #expect(try told == [fixture.text("属实")])
  }
}
