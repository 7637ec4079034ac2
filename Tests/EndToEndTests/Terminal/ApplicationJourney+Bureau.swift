import Foundation
import Testing

/// What the bureau and its experts do with what was recommended (articles 11 and 12).
extension ApplicationJourney {
  static let recommended = [Year.laser, Year.institute, Year.pipe, Year.pump, Year.seed]
  /// Who leads the experts of each; of the last, after the first leader stepped aside.
  private static let leaders = [
    Year.laser.login: "qian", Year.institute.login: "zhao", Year.pipe.login: "zhao", Year.pump.login: "qian", Year.seed.login: "li",
  ]
  static let certified = [Year.laser, Year.institute, Year.pipe, Year.pump]

  /// The bureau takes them in, looks up their credit, checks them; one goes back once and comes in again (articles 9.4, 11).
  func check(_ year: ApplicationYear) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-04-16")
    try bureau.go(to: "申请")
    for applicant in Self.recommended {
      try bureau.open(applicant)
      try bureau.confirm("受理")
      try bureau.terminal.press("F11")
      try bureau.see("› 信用核查 \(applicant.number)")
      try bureau.fill("\t信用中国\t1", done: "已记录信用核查")
      if applicant.number == Year.pump.number {
        try bureau.step("退回补正（限一次）", "建设发展目标须有年度指标。", isFinal: true)
      } else {
        // Nothing is said of the committees, which is asked about before.
        try bureau.step("初审合格", isFinal: true)
      }
      try bureau.close(applicant)
    }
    try bureau.leave()

    let pump = try SeatedDesk(year, Year.pump.login, on: "2026-04-20")
    try pump.go(to: "申请")
    try pump.open(Year.pump)
    try pump.see("建设发展目标须有年度指标。")
    try pump.terminal.press("F4")
    try pump.see("› 申报书 \(Year.pump.number)")
    try pump.terminal.press("Tab", "Tab", "Tab", "Tab", "C-End")
    try pump.terminal.type("，每年立项两个")
    try pump.terminal.wait("has it on disk") { $0.contains("三年内建成中试线，每年立项两个") && $0.contains("已保存") }
    try pump.terminal.press("Escape")
    try pump.confirm("提交补正")
    try pump.leave()
  }

  /// Experts are named, who must step aside says why; each gives an opinion, the leader the group's (article 11, recusal).
  func review(_ year: ApplicationYear) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-04-22")
    try bureau.go(to: "申请")
    try bureau.open(Year.pump)
    try bureau.step("初审合格", isFinal: true)
    try bureau.close(Year.pump)
    try name(["钱乙", "孙丙", "李丁"], Year.laser, bureau, aside: "赵甲")
    try name(["赵甲", "钱乙", "孙丙"], Year.institute, bureau)
    try name(["赵甲", "钱乙", "孙丙"], Year.pipe, bureau)
    try name(["钱乙", "孙丙", "李丁"], Year.pump, bureau)
    try name(["孙丙", "赵甲", "钱乙"], Year.seed, bureau)
    try bureau.leave()

    let sun = try SeatedDesk(year, "sun", on: "2026-05-06")
    try sun.terminal.press("F4")
    try sun.select(Year.seed.number)
    try sun.terminal.press("Enter")
    try pledge(sun)
    try sun.see("› 申请 \(Year.seed.number)")
    try sun.terminal.press("F4")
    try sun.see("申报回避？")
    try sun.terminal.type("y")
    try sun.see("› 申报回避 \(Year.seed.number)")
    try sun.fill("受聘为该单位技术顾问。", done: "已回避，无需再办")
    try sun.leave()
    let again = try SeatedDesk(year, "bureau", on: "2026-05-08")
    try again.go(to: "申请")
    try name(["李丁"], Year.seed, again, aside: "孙丙")
    try again.leave()

    try opine(year, "zhao", [(Year.institute, "88"), (Year.pipe, "80.5"), (Year.seed, "79")])
    try opine(year, "qian", [(Year.laser, "92"), (Year.institute, "86"), (Year.pipe, "82"), (Year.pump, "75"), (Year.seed, "81")])
    try opine(year, "sun", [(Year.laser, "90.5"), (Year.institute, "87"), (Year.pipe, "84"), (Year.pump, "77")])
    try opine(year, "li", [(Year.laser, "９１"), (Year.pump, "78"), (Year.seed, "80")])
    for login in ["zhao", "qian", "li"] {
      try lead(year, login, Self.recommended.filter { Self.leaders[$0.login] == login })
    }
  }

  /// Names experts for an application, the first of them as the group's leader.
  ///
  /// - Parameter aside: who must step aside: the list says so.
  private func name(_ experts: [String], _ applicant: Year.Applicant, _ desk: SeatedDesk, aside: String? = nil) throws {
    try desk.open(applicant)
    if let aside {
      try desk.terminal.press("F5")
      try desk.see("┌─ 安排评审专家")
      try desk.terminal.type(aside)
      try desk.terminal.wait("says who steps aside") { $0.contains("│ \(aside) ") && $0.contains("须回避：") }
      try desk.terminal.press("Escape")
    }
    try desk.terminal.press("F5")
    for (place, expert) in experts.enumerated() {
      try desk.see("┌─ 安排评审专家")
      try desk.terminal.type(expert)
      try desk.terminal.press("Enter")
      try desk.see("┌─ \(expert) ")
      try desk.terminal.press(place == 0 ? ["Tab", "Enter"] : ["Enter"])
      try desk.see("已安排 \(expert)")
    }
    // The list comes back for the next one, until it is closed.
    try desk.see("┌─ 安排评审专家")
    try desk.terminal.press("Escape")
    try desk.close(applicant)
  }

  private func pledge(_ desk: SeatedDesk) throws {
    try desk.see("┌─ 2026 年度申请评审承诺")
    try desk.terminal.press("Enter")
  }

  /// An expert gives an opinion on each condition, a recommendation, a rating and a word.
  private func opine(_ year: ApplicationYear, _ login: String, _ ratings: [(applicant: Year.Applicant, rating: String)]) throws {
    let desk = try SeatedDesk(year, login, on: "2026-05-12")
    try desk.terminal.press("F4")
    for (place, (applicant, rating)) in ratings.enumerated() {
      try desk.select(applicant.number)
      try desk.terminal.press("Enter")
      if place == 0, login != "sun" { try pledge(desk) }
      try desk.see("› 申请 \(applicant.number)")
      try desk.terminal.press("F2")
      try desk.see("› 评审意见 \(applicant.number)")
      // Where nobody builds with the host, 9.8 is passed by.
      try desk.terminal.type(String(repeating: " \t", count: applicant.login == Year.institute.login ? 9 : 8) + "\(rating)\t条件具备，同意。")
      try desk.terminal.press("F2")
      try desk.see("提交评审意见？")
      try desk.terminal.press("y")
      try desk.see("评审意见已提交")
      try desk.close(applicant)
    }
    try desk.leave()
  }

  /// Once all opinions are in, the leader of each group reads them and writes the group's.
  private func lead(_ year: ApplicationYear, _ login: String, _ applicants: [Year.Applicant]) throws {
    let desk = try SeatedDesk(year, login, on: "2026-05-14")
    try desk.terminal.press("F4")
    for applicant in applicants {
      try desk.select(applicant.number)
      try desk.terminal.press("Enter")
      try desk.see("› 申请 \(applicant.number)")
      try desk.terminal.press("F5")
      try desk.see("› 专家组意见 \(applicant.number)")
      try desk.fill("专家组同意进入下一程序。", done: "专家组意见已保存")
      try desk.close(applicant)
    }
    try desk.leave()
  }

  /// The ranking and the list of new centers (article 12).
  func decide(_ year: ApplicationYear) throws {
    let ranked = [(Year.laser, "91.17"), (Year.institute, "87.00"), (Year.pipe, "82.17"), (Year.seed, "80.00"), (Year.pump, "76.67")]
    let bureau = try SeatedDesk(year, "bureau", on: "2026-05-20")
    try bureau.go(to: "申请")
    try bureau.terminal.press("F5")
    try bureau.terminal.wait("ranks them by the mean of their ratings") { screen in
      let lines = screen.split(separator: "\n")
      let places = ranked.compactMap { applicant, mean in
        lines.firstIndex { $0.contains(applicant.number) && $0.contains(mean) && $0.contains("3/3") }
      }
      return places.count == ranked.count && places == places.sorted()
    }
    for (applicant, _) in ranked {
      try bureau.open(applicant)
      try bureau.see("专家组意见：专家组同意进入下一程序。")
      try bureau.confirm("列入拟新建名单", with: "y")
      try bureau.close(applicant)
    }
    try bureau.leave()
  }

  /// The party group, and the public notice with its working days (article 12).
  func publish(_ year: ApplicationYear) throws {
    let group = try SeatedDesk(year, "bureau", on: "2026-06-10")
    try group.go(to: "申请")
    for applicant in Self.recommended {
      try group.open(applicant)
      try group.step("党组会同意", "\t〔2026〕11号", isFinal: true)
      try group.close(applicant)
    }
    try group.leave()

    // Five working days after Wednesday 17 June; Friday 19 June is a public holiday.
    let notice = try SeatedDesk(year, "bureau", on: "2026-06-17")
    try notice.go(to: "申请")
    for applicant in Self.recommended {
      try notice.open(applicant)
      try notice.step("公示", isFinal: true)
      try notice.see("至 2026-06-25，还有 5 个工作日")
      try notice.close(applicant)
    }
    try notice.leave()
  }

  /// An objection comes in and holds up its own application only; it is upheld (article 12).
  func objection(_ year: ApplicationYear) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-06-22")
    try bureau.go(to: "申请")
    // While the notice runs nothing is expected of the bureau.
    try bureau.showOpen()
    try bureau.open(Year.seed)
    try bureau.step("登记异议", "\t所列成果属于他人。\t庚署\t成果登记证书复印件")
    try bureau.steps()
    try bureau.see("公示至 2026-06-25 止，次日起方可认定")
    try bureau.terminal.press("Escape")
    try bureau.close(Year.seed)
    try bureau.leave()
  }

  /// After the notice: the open objection is upheld, the four others are certified (article 12).
  func certify(_ year: ApplicationYear) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-06-26")
    try bureau.go(to: "申请")
    try bureau.open(Year.seed)
    try bureau.steps()
    try bureau.see("还有 1 件异议未处理")
    try bureau.terminal.press("Escape")
    try bureau.step("处理异议", "\t2\t经核实，该成果已转让。", isFinal: true)
    try bureau.see("异议成立")
    try bureau.close(Year.seed)
    for (place, applicant) in Self.certified.enumerated() {
      try bureau.open(applicant)
      // After a code that ends with a letter none follows by itself.
      try bureau.begin("认定")
      try bureau.see("› 认定 SQ")
      try bureau.fill("沧科字〔2026〕21号\tYS2026-000\(place + 1)", done: "以编号 YS2026-000\(place + 1) 纳入管理序列")
      try bureau.terminal.press("y")
      try bureau.see("已办理：认定")
      try bureau.see("中心编号：YS2026-000\(place + 1)")
      try bureau.close(applicant)
    }
    try bureau.leave()
  }

  /// The new centers stand in the registry, for everybody; the host finds its own on its first screen.
  func registry(_ year: ApplicationYear) throws {
    let viewer = try SeatedDesk(year, "viewer", on: "2026-06-29", isEnglish: true)
    let shown = try viewer.see("YS2026-0004")
    for (place, applicant) in Self.certified.enumerated() {
      // The registry leaves out of a name what all have in common.
      let line = shown.split(separator: "\n").first { $0.contains("YS2026-000\(place + 1)") } ?? ""
      #expect(line.contains(applicant.center.dropFirst(3).dropLast(6)), "\(shown)")
    }
    #expect(!shown.contains("精密模具") && !shown.contains("设施蔬菜"))
    try viewer.leave()
    let host = try SeatedDesk(year, Year.laser.login, on: "2026-06-29")
    try host.see("YS2026-0001")
    try host.leave()
  }

  /// What the store holds.
  func trail(_ year: ApplicationYear) throws {
    var stages = Dictionary(uniqueKeysWithValues: Self.certified.map { ($0.number, "certified") })
    stages[Year.mold.number] = "declined"
    stages[Year.seed.number] = "objection_upheld"
    #expect(try year.stages() == stages)
  }
}
