import Foundation
import Testing

/// How centers live after the round: committees and their meetings, a director, a move to another county, a reorganisation, a revocation, and who
/// is behind on what (articles 4(5), 13 to 16, 30 and 31).
struct CenterJourney {
  func live(_ year: RoundYear) throws {
    try revoke(year)
    try nameCommittees(year)
    try meet(year)
    try appointDirector(year)
    try move(year)
    try reorganise(year)
    try lookAtDuties(year)
    try readHistory(year)
    try trail(year)
  }

  /// Who failed is heard, then loses the title, and why is published (article 30(1)).
  private func revoke(_ year: RoundYear) throws {
    let host = try matter("CX2026-0001", year, "hostc", on: "2026-07-13")
    try step("陈述意见", "来年改进，请酌情", host)
    try host.leave()
    let bureau = try matter("CX2026-0001", year, "bureau", on: "2026-07-20")
    try bureau.see("来年改进，请酌情")
    try step("决定撤销", "沧科字〔2026〕35号\t评估得分低于六十分", bureau, asks: true)
    try step("公布撤销决定", "\t局网站", bureau, asks: true)
    try bureau.leave()
    let viewer = try SeatedDesk(year, "viewer", on: "2026-07-21")
    try viewer.terminal.type("/")
    try viewer.terminal.type("CZ-C")
    try viewer.see("1 / 共")
    try viewer.terminal.press("Enter")
    try viewer.terminal.wait("reads why") { $0.contains("已撤销") && $0.contains("绩效评估不合格（办法第30条第1项）") && $0.contains("局网站") }
    try viewer.leave()
  }

  /// The host says who sits on its committees (articles 14 and 15).
  private func nameCommittees(_ year: RoundYear) throws {
    let host = try duties(year, of: "CZ-A", "hosta", on: "2026-09-01")
    try enter("管理委员会组成", host)
    try members(["孟总，献县样例激光有限公司，主任", "何工，献县样例激光有限公司"], host)
    try enter("技术指导委员会组成", host)
    try members(["段教授，样例大学，主任", "何工，献县样例激光有限公司，中心负责人", "江研究员，样例研究院"], host)
    try host.leave()
  }

  /// Both committees meet in the year; the management committee on the director too.
  private func meet(_ year: RoundYear) throws {
    let host = try duties(year, of: "CZ-A", "hosta", on: "2026-09-15")
    try enter("管理委员会会议", host)
    try host.fill("\t1234\t同意聘何工为主任\t管委会纪要〔2026〕1号", done: "已登记")
    try enter("技术指导委员会会议", host)
    try host.fill("\t1\t同意研发方向\t技指委纪要〔2026〕1号", done: "已登记")
    try host.see("已落实（2026 年）")
    try host.leave()
  }

  /// Considered, decided, filed; department and bureau take it on file (article 16).
  private func appointDirector(_ year: RoundYear) throws {
    let host = try file(year, of: "CZ-A", "hosta", on: "2026-09-16")
    try host.terminal.press("F2")
    try host.select("│ 聘任、调整主任")
    try host.terminal.press("Enter")
    try host.fill("何工\t20260915\t管委会纪要〔2026〕1号", done: "ZR2026-0001")
    // The cursor stands on what was begun.
    try host.terminal.press("Enter")
    try host.see("› 主任备案 ZR2026-0001")
    try step("依托单位决定", "2026-09-16\t光字〔2026〕8号", host)
    try confirm("报送备案", host)
    try host.leave()
    let xian = try matter("ZR2026-0001", year, "xian", on: "2026-09-18")
    try confirm("予以备案", xian)
    try xian.leave()
    let bureau = try matter("ZR2026-0001", year, "bureau", on: "2026-09-21")
    try confirm("予以备案", bureau)
    try bureau.leave()
  }

  /// The host moves to another county: its department reports, the bureau agrees, the other department has the center (article 31).
  private func move(_ year: RoundYear) throws {
    let host = try file(year, of: "CZ-A", "hosta", on: "2026-10-12")
    try host.terminal.press("F2")
    try host.select("│ 申请变更")
    try host.terminal.press("Enter")
    try host.fill("\t\t青县\t青县科学技术局\t\t\t\t\t厂区搬迁\t新营业执照", done: "BG2026-0001")
    try host.leave()
    let xian = try matter("BG2026-0001", year, "xian", on: "2026-10-14")
    try step("审核报市科技局", "属实", xian)
    try xian.leave()
    let bureau = try matter("BG2026-0001", year, "bureau", on: "2026-10-20")
    try step("同意变更", "沧科字〔2026〕40号", bureau, asks: true)
    try bureau.leave()
    let qing = try file(year, of: "CZ-A", "qing", on: "2026-10-21")
    try qing.terminal.wait("has the center") { $0.contains(#/归口管理部门 +青县科学技术局/#) && $0.contains("何工") }
    try qing.leave()
  }

  /// One center goes on in another (article 4(5)).
  private func reorganise(_ year: RoundYear) throws {
    let bureau = try file(year, of: "CZ-N", "bureau", on: "2026-11-02")
    try bureau.terminal.press("F2")
    try bureau.select("│ 重组")
    try bureau.terminal.press("Enter")
    try bureau.fill("\tCZ-B\t\t\t\t\t2026-10-30\t沧科字〔2026〕42号\t\t方向相近，合并建设", done: "已重组", asks: "重组 CZ-N？")
    try bureau.see("CZ-B")
    try bureau.leave()
  }

  /// The bureau sees which centers of one county are behind on article 15: the one that keeps it is not among them.
  private func lookAtDuties(_ year: RoundYear) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-12-01")
    try bureau.go(to: "运行管理职责")
    try bureau.terminal.press("F2")
    try bureau.see("哪一条的职责？")
    try bureau.terminal.type("15")
    try bureau.terminal.press("Enter")
    try bureau.see("办法第15条")
    try bureau.terminal.press("F4")
    try bureau.see("哪个县")
    try bureau.terminal.type("青县")
    try bureau.terminal.press("Enter")
    let shown = try bureau.terminal.wait("shows who of the county is behind") {
      $0.contains("青县") && $0.contains("CZ-D") && !$0.contains("CZ-A")
    }
    #expect(shown.contains("技术指导委员会") && !shown.contains("CZ-C") && !shown.contains("CZ-N"))
    try bureau.leave()
  }

  /// Everything that happened to one center stands in its history, the latest first.
  private func readHistory(_ year: RoundYear) throws {
    let bureau = try file(year, of: "CZ-A", "bureau", on: "2026-12-02")
    try bureau.terminal.press("F3")
    try bureau.see("› 历程")
    try bureau.terminal.wait("tells of moves, director, committees, result") {
      $0.contains("献县科学技术局 → 青县科学技术局") && $0.contains("主任：（空） → 何工") && $0.contains("92.00  优秀") && $0.contains("委员会会议")
    }
    try bureau.leave()
  }

  /// What the store holds.
  private func trail(_ year: RoundYear) throws {
    let centers = try year.stored(
      "SELECT code, status, director, department.name FROM center JOIN department ON department.id = department_id WHERE code LIKE 'CZ-%' ORDER BY 1"
    )
    #expect(
      centers == [
        "CZ-A|active|何工|青县科学技术局", "CZ-B|active||青县科学技术局", "CZ-C|revoked||青县科学技术局", "CZ-D|active||青县科学技术局",
        "CZ-N|reorganised||献县科学技术局",
      ])
  }

  // MARK: -

  /// Opens a center's file by its code.
  private func file(_ year: RoundYear, of center: String, _ login: String, on day: String) throws -> SeatedDesk {
    let desk = try SeatedDesk(year, login, on: day)
    try desk.terminal.type(":")
    try desk.see("┌─ ")
    try desk.terminal.type(center)
    try desk.see("│ 沧州市")
    try desk.terminal.press("Enter")
    try desk.see("› \(center)")
    return desk
  }

  /// Opens a matter from the list that the first screen leads to.
  private func matter(_ number: String, _ year: RoundYear, _ login: String, on day: String) throws -> SeatedDesk {
    let desk = try SeatedDesk(year, login, on: day)
    try desk.go(to: "变更、主任、撤销")
    try desk.select(number)
    try desk.terminal.press("Enter")
    return desk
  }

  private func duties(_ year: RoundYear, of center: String, _ login: String, on day: String) throws -> SeatedDesk {
    let desk = try file(year, of: center, login, on: day)
    try desk.terminal.type("t")
    try desk.see("› 运行管理职责")
    return desk
  }

  /// Opens the form of a duty.
  private func enter(_ duty: String, _ desk: SeatedDesk) throws {
    try desk.select("  \(duty)  ")
    try desk.terminal.press("F2")
    try desk.see("› \(duty) CZ-A")
  }

  private func members(_ members: [String], _ desk: SeatedDesk) throws {
    for (place, member) in members.enumerated() {
      if place > 0 { try desk.terminal.press("Enter") }
      try desk.terminal.type(member)
    }
    try desk.fill("", done: "已登记")
  }

  /// Takes a step of the matter in hand that asks for no more than a yes.
  private func confirm(_ name: String, _ desk: SeatedDesk) throws {
    try desk.terminal.press("F2")
    try desk.select("│ \(name)")
    try desk.agree(to: name, with: "Enter", done: "已办理：\(name)")
  }

  /// Takes a step of the matter in hand.
  private func step(_ name: String, _ answers: String, _ desk: SeatedDesk, asks: Bool = false) throws {
    try desk.terminal.press("F2")
    try desk.select("│ \(name)")
    try desk.terminal.press("Enter")
    try desk.see("› \(name)")
    try desk.fill(answers, done: "已办理：\(name)", asks: asks ? name : nil)
  }
}
