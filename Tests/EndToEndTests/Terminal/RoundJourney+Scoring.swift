import Foundation
import Testing

/// From the draw to what follows from the round (articles 25, 28 to 30).
extension RoundJourney {
  /// Experts are drawn; who works for a host under a name that it had must step aside, and says why.
  func assign(_ year: RoundYear) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-06-18")
    try bureau.go(to: "评估年度")
    try bureau.terminal.press("F2")
    try bureau.see("› 2026 年度抽取方案")
    try bureau.agree(to: "2026 年度分配专家", with: "F2", done: "已分配专家")
    try bureau.terminal.type("p")
    try bureau.see("› 2026 年度进度")
    try bureau.terminal.press("Tab")
    try bureau.select("CZ-A")
    try bureau.terminal.press("Enter")
    try bureau.see("› CZ-A 2026 年度专家组")
    try bureau.terminal.press("F4")
    try bureau.see("如赵甲：现任职于依托单位“献县样例激光有限公司”")
    try bureau.leave()
    #expect(try year.panel(of: "CZ-A").count == 2 && !year.panel(of: "CZ-A").contains("zhao"))
  }

  /// Every expert pledges once and writes the sheets that were drawn.
  func score(_ year: RoundYear) throws {
    for (center, totals) in Year.totals.sorted(by: { $0.key < $1.key }) {
      for (expert, total) in zip(try year.panel(of: center), totals) { try write(year, expert, center, total, on: "2026-06-20") }
    }
  }

  private func write(_ year: RoundYear, _ expert: String, _ center: String, _ total: String, on day: String) throws {
    let desk = try SeatedDesk(year, expert, on: day)
    try desk.select(center)
    try desk.terminal.press("Enter")
    let isNew = try desk.terminal.wait("asks for the pledge or opens the sheet") {
      $0.contains("› 2026 年度评审承诺") || $0.contains("› 评分表 \(center)")
    }.contains("› 2026 年度评审承诺")
    if isNew { try desk.terminal.press("Space", "Down", "Space", "Down", "Space", "Enter") }
    try desk.see("› 评分表 \(center)")
    try desk.see("○ 1.1")
    try desk.terminal.type(try Year.sheet(total: total))
    try submit(center, total, desk)
    try desk.leave()
  }

  private func submit(_ center: String, _ total: String, _ desk: SeatedDesk) throws {
    let written = total.contains(".") ? total : total + ".00"
    try desk.terminal.wait("has every point on disk") { $0.contains("合计 \(written) ") && $0.contains("可以提交") && $0.contains("已保存") }
    try desk.terminal.press("F3")
    try desk.see("┌─ 提交评分表？")
    try desk.terminal.press("y")
    try desk.see("\(center) 已提交，合计 \(written) 分")
  }

  /// Two centers lie on both sides of 60; one more expert looks at one of them, and the old sheets stay (article 25).
  ///
  /// - Returns: who looked.
  func lookAgain(_ year: RoundYear) throws -> String {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-06-27")
    try bureau.go(to: "2026 年度评分进度", title: "2026 年度进度")
    try bureau.terminal.type("d")
    try bureau.see("2 个中心需复核")
    try bureau.select("CZ-B")
    try bureau.terminal.press("F4")
    try bureau.see("┌─ 为 CZ-B 加派一名专家")
    let (login, name) = try further(year)
    try bureau.terminal.type(login)
    try bureau.terminal.wait("is narrowed to one") { $0.contains("│ \(name)  样例大学") }
    try bureau.agree(to: "加派 \(name)？", with: "Enter", done: "1 个中心需复核")
    try bureau.leave()
    try write(year, login, "CZ-B", "50", on: "2026-06-28")
    return login
  }

  /// An expert of the city who was not drawn for the center of the second look, whatever the lot was.
  private func further(_ year: RoundYear) throws -> (login: String, name: String) {
    let drawn = try year.panel(of: "CZ-B")
    return try #require([("sun", "孙丙"), ("qian", "钱乙"), ("li", "李丁")].first { !drawn.contains($0.0) })
  }

  /// What is settled is told before, who takes no part among it; then everybody sees it (articles 25, 28).
  func settle(_ year: RoundYear) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-07-01")
    try bureau.go(to: "评估年度")
    try bureau.see("可定级 3 个，待定 0 个，未参加 2 个")
    try bureau.terminal.press("F2")
    try bureau.see("┌─ 2026 年度：核定评估结果？")
    try bureau.see("未参加 2 个：CZ-D")
    try bureau.terminal.press("y")
    try bureau.see("已办理：核定评估结果")
    try bureau.terminal.press("F2")
    try bureau.see("› 2026 年度：公示评估结果")
    try bureau.fill("", done: "已办理：公示评估结果", asks: "2026 年度：公示评估结果？")
    try bureau.leave()
    #expect(try year.results() == ["CZ-A,92.00,excellent,1", "CZ-B,58.00,unqualified,3", "CZ-C,59.99,unqualified,2"])
  }

  /// An objection is upheld and opens its center again; the expert whose sheet it is about changes it, the figure is fixed anew, both stay on
  /// file (article 25).
  func object(_ year: RoundYear, to login: String) throws {
    let first = try roundFile(year, on: "2026-07-03")
    try first.terminal.type("8")
    try first.see("› 登记异议  CZ-B")
    try first.fill("2026-07-02\t加派的评分表漏计成果\t青县样例管件有限公司\t成果登记证书", done: "已办理：登记异议")
    try first.leave()
    let second = try roundFile(year, on: "2026-07-06")
    try second.terminal.type("0")
    try second.see("› 2026 年度：处理异议")
    try second.fill("\t2\t成果登记证书属实\t沧科字〔2026〕30号", done: "已办理：处理异议", asks: "2026 年度：处理异议？")
    try second.leave()

    let expert = try SeatedDesk(year, login, on: "2026-07-06")
    try expert.see("CZ-B 因异议成立重新评分")
    try expert.select("CZ-B  ")
    try expert.terminal.press("Enter")
    try expert.see("› 评分表 CZ-B")
    try expert.agree(to: "撤回评分表？", with: "F3", done: "CZ-B 已撤回，可以修改")
    try expert.select("3.4 标准、工法      ")
    for points in ["5", "5", "4", "3"] {
      try expert.terminal.type(points)
      try expert.terminal.press("Enter", "Down")
    }
    try submit("CZ-B", "64", expert)
    try expert.leave()

    let third = try roundFile(year, on: "2026-07-07")
    try third.see("58.00 不合格，第 3 名")
    try third.agree(to: "重新核定  CZ-B？", with: "9", done: "62.67 合格，第 2 名")
    try third.leave()
  }

  /// Opens the file of the round, with the cursor on the center that the objection is about.
  private func roundFile(_ year: RoundYear, on day: String) throws -> SeatedDesk {
    let desk = try SeatedDesk(year, "bureau", on: day)
    try desk.go(to: "评估年度")
    try desk.terminal.type("o")
    try desk.see("› 2026 年度评估")
    try desk.select("CZ-B  ")
    return desk
  }

  /// After the fifth working day the round is closed: what is proposed and who has earned what (articles 29, 30).
  func close(_ year: RoundYear) throws {
    let early = try SeatedDesk(year, "bureau", on: "2026-07-08")
    try early.go(to: "评估年度")
    try early.see("公示至 2026-07-08 止，期满后方可结束")
    try early.leave()
    let bureau = try SeatedDesk(year, "bureau", on: "2026-07-09")
    try bureau.go(to: "评估年度")
    try bureau.terminal.press("F2")
    try bureau.see("› 结束 2026 年度评估：预览")
    try bureau.terminal.wait("proposes two grounds and names who has earned what") {
      $0.contains("绩效评估不合格（59.99 分）：办法第30条第1项") && $0.contains("不参加绩效评估：办法第30条第2项") && $0.contains("优秀，可得激励（办法第29条）")
    }
    try bureau.agree(to: "结束 2026 年度评估？", with: "F2", done: "评估已结束")
    try bureau.leave()

    let host = try SeatedDesk(year, "hostb", on: "2026-07-10")
    try host.see("62.67")
    try host.leave()
  }

  /// What the store holds.
  func trail(_ year: RoundYear) throws {
    #expect(try year.results() == ["CZ-A,92.00,excellent,1", "CZ-B,62.67,qualified,2", "CZ-C,59.99,unqualified,3"])
    // Who took no part and who need not, the figure that the objection replaced, and what was proposed when the round was closed.
    #expect(try year.absent() == ["CZ-D"])
    #expect(try year.exempt() == ["CZ-N not_yet_two_years"])
    let replaced = try year.stored(
      "SELECT code, replaced ->> '$[0].score' FROM result JOIN center ON center.id = center_id WHERE year = 2026 AND replaced <> ''")
    #expect(replaced == ["CZ-B|58.00"])
    let closing = try #require(
      try year.stored(
        "SELECT change ->> '$.after.proposed', change ->> '$.after.excellent' FROM audit WHERE act = 'round.close' ORDER BY seq DESC"
      ).first)
    let sides = closing.split(separator: "|")
    #expect(sides[0].split(separator: ";").filter { $0.hasPrefix("CZ-") } == ["CZ-C 30(1)", "CZ-D 30(2)"] && sides[1] == "CZ-A")
  }
}
