import Foundation
import Testing

/// A round from its notice to its consequences: a form given back, a recusal, a second look, an objection upheld, two grounds of article 30.
struct RoundJourney {
  typealias Year = RoundYear

  /// The bureau gives notice with the last days of the year (article 26); two sheets are enough, which is typed over what is proposed.
  func announce(_ year: Year) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-03-02")
    try bureau.go(to: "评估年度")
    try bureau.terminal.press("IC")
    try bureau.see("› 新年度")
    try bureau.fill("\t\t2\t\t\t2026-04-30\t20260531\t2026-06-30", done: "已发布评估通知", asks: "新年度？")
    try bureau.terminal.type("o")
    try bureau.see("› 2026 年度评估")
    try bureau.see("免评 1")
    try bureau.leave()
  }

  // MARK: - Material (article 27)

  /// Three hosts write their forms: one gets every derived figure of its two years, one contradicts itself and is stopped.
  func writeForms(_ year: Year) throws {
    let first = try form(year, "hosta", on: "2026-04-02")
    try write(["100", "60", "1000", "30", "10", "0", "0", "0"], from: "2.1.a 2024", first)
    try write(["140", "80", "3000", "40", "20", "0", "0", "0"], from: "2.1.a 2025", first)
    // What is computed: the host's share of each year, and the yearly mean of both.
    try first.terminal.wait("shows what is computed") { $0.contains("6.00    2.67") && $0.contains("120.00") }
    try write(["3", "1"], from: "4.1.a 2024", first)
    try write(["5", "1"], from: "4.1.a 2025", first)
    try first.see("25.00")
    try finish(first)

    let second = try form(year, "hostb", on: "2026-04-02")
    try write(["3", "5"], from: "1.1.b", second)
    try second.see("矛盾 1")
    try second.terminal.press("F2")
    try second.terminal.wait("says what is wrong") { $0.contains("┌─ 还不能提交") && $0.contains("应不大于") }
    try second.terminal.press("Escape")
    try write(["1"], from: "1.1.c", second)
    try second.see("矛盾 0")
    try finish(second)

    try finish(form(year, "hostc", on: "2026-04-03"))
  }

  /// Opens the form of the one center that a host has.
  private func form(_ year: Year, _ host: String, on day: String) throws -> SeatedDesk {
    let desk = try SeatedDesk(year, host, on: day)
    try desk.go(to: "2026 年度评估材料")
    try desk.terminal.press("Enter")
    try desk.see("› 评估情况表 2026 年度")
    return desk
  }

  /// Types figures one under the other.
  private func write(_ figures: [String], from place: String, _ desk: SeatedDesk) throws {
    let indicators = ["1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "4.1"]
    let steps = try #require(indicators.firstIndex(of: String(place.prefix(3))))
    let row = try #require(["a", "b", "c"].firstIndex(of: place.dropFirst(4).prefix(1)))
    try desk.terminal.press(
      ["NPage"] + Array(repeating: "PPage", count: 19) + Array(repeating: "NPage", count: steps) + Array(repeating: "Down", count: row))
    if place.hasSuffix("2025") { try desk.terminal.press("Right") }
    try desk.see("│\(place)  ")
    for figure in figures {
      try desk.terminal.type(figure)
      try desk.terminal.press("Enter")
    }
    try desk.see("已保存")
  }

  /// Says once of each indicator why the rest stays empty; declares; hands in.
  private func finish(_ desk: SeatedDesk) throws {
    func open() throws -> Int {
      let screen = try desk.terminal.wait("counts what is open") { $0.contains(#/待填 \d+ /#) && $0.contains("已保存") }
      return try #require(screen.firstMatch(of: #/待填 (\d+) /#).flatMap { Int($0.output.1) })
    }
    var left = try open()
    while left > 0 {
      try desk.terminal.press("F3", "F4")
      try desk.see("› 说明")
      try desk.terminal.type("没有")
      try desk.terminal.press("Tab", "Right", "F2")
      let before = left
      try desk.terminal.wait("has fewer open places") {
        $0.contains("› 评估情况表") && !$0.contains("待填 \(before) ") && $0.contains(#/待填 \d+ /#)
      }
      left = try open()
    }
    try desk.agree(to: "声明材料完整、真实？", with: "C-d", done: " 已声明")
    try handIn(desk)
  }

  private func handIn(_ desk: SeatedDesk) throws {
    try desk.agree(to: "提交评估材料？", with: "F2", done: "部门：待审查")
    try desk.leave()
  }

  /// The departments: one form goes back with a question and comes again; three are reported, one never came (article 27).
  func checkForms(_ year: Year) throws {
    let qing = try SeatedDesk(year, "qing", on: "2026-05-21")
    try qing.go(to: "2026 年度评估材料")
    try report("CZ-B", qing)
    try qing.select("CZ-C")
    try qing.terminal.press("Enter")
    try qing.see(" CZ-C  ")
    try qing.terminal.press("F5")
    try qing.see("› 质询 1.1.a")
    try qing.fill("请附名单", done: "质询 1")
    try qing.terminal.press("F2")
    try qing.select("│ 退回补正")
    try qing.terminal.press("Enter")
    try qing.see("› 退回补正")
    try qing.see("1.1.a 管理委员会人数：请附名单")
    try qing.fill("", done: "单位：待补正", asks: "退回补正？")
    try qing.leave()

    let host = try form(year, "hostc", on: "2026-05-22")
    try host.see("退回理由：1.1.a 管理委员会人数：请附名单")
    try write(["7"], from: "1.1.a", host)
    try host.see("未声明")
    try host.agree(to: "声明材料完整、真实？", with: "C-d", done: " 已声明")
    try handIn(host)

    let again = try SeatedDesk(year, "qing", on: "2026-05-25")
    try again.go(to: "2026 年度评估材料")
    try report("CZ-C", again)
    try again.leave()
    let xian = try SeatedDesk(year, "xian", on: "2026-05-25")
    try xian.go(to: "2026 年度评估材料")
    try report("CZ-A", xian)
    try xian.leave()
  }

  /// A department finds everything right and reports.
  private func report(_ center: String, _ desk: SeatedDesk) throws {
    try desk.select(center)
    try desk.terminal.press("Enter")
    try desk.see(" \(center)  ")
    try desk.agree(to: "核实全部", with: "F6", done: "待审 0  质询 0")
    try desk.terminal.press("F2")
    try desk.select("│ 审查上报")
    try desk.terminal.press("Enter")
    try desk.see("› 审查上报")
    try desk.fill("", done: " 已上报  待填", asks: "审查上报？")
    try desk.terminal.press("Escape")
    try desk.terminal.wait("is back at the list") { !$0.contains("› 评估情况表") && $0.contains("› 2026 年度评估材料") }
  }
}
