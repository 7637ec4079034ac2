import Foundation
import Testing

@Suite("A third-party agency carries a round out by keys alone, in a real terminal (articles 5(3) and 25)")
struct AgencyRoundTests {
  private static let agency = "冀中样本评估事务所"

  @Test(
    "It is charged on the opening form, draws its own people, follows them and settles; the bureau's rounds and steps stay closed to it")
  func wholeRound() throws {
    let year = try RoundYear()
    defer { year.cztic.remove() }
    for (kind, lines) in [
      (
        "experts",
        ["login,name,employer", "wu,吴戊,\(Self.agency)", "zheng,郑己,\(Self.agency)", "wang,王庚,\(Self.agency)"]
      ), ("users", ["login,name,role,organization", "agency,项目经理,agency,\(Self.agency)"]),
    ] {
      try year.cztic.expect(0, "import", kind, try year.cztic.file("agency-\(kind).csv", lines.joined(separator: "\n") + "\n"))
    }
    try entrust(year)
    try draw(year)
    try year.cztic.expect(0, "import", "scores", try sheets(year), "--round", "2026")
    try settle(year)
  }

  /// The bureau names the agency where it says who carries the round out.
  private func entrust(_ year: RoundYear) throws {
    let bureau = try SeatedDesk(year, "bureau", on: "2026-03-02")
    try bureau.go(to: "评估年度")
    try bureau.terminal.press("IC")
    try bureau.see("› 新年度")
    try bureau.terminal.type("\t\t2\t")
    try bureau.terminal.press("F4")
    try bureau.see("│ \(Self.agency)")
    try bureau.terminal.type("样本")
    try bureau.terminal.wait("is narrowed to the agency") { $0.contains("│ \(Self.agency)") && !$0.contains("青县科学技术局") }
    try bureau.terminal.press("Enter")
    try bureau.terminal.press("F2")
    try bureau.see("由\(Self.agency)组织")
    try bureau.terminal.press("y")
    try bureau.see("已发布评估通知")
    try bureau.leave()
  }

  /// The agency sees its round on its first screen, the whole plan of its own people before it draws, and how far each has come after.
  private func draw(_ year: RoundYear) throws {
    let agency = try SeatedDesk(year, "agency", on: "2026-05-20")
    try agency.see("2026 年度绩效评估")
    try agency.go(to: "评估年度")
    try agency.terminal.press("F2")
    let plan = try agency.see("› 2026 年度抽取方案")
    #expect(plan.contains("+吴戊") && !plan.contains("钱乙") && !plan.contains("赵甲"))
    try agency.agree(to: "2026 年度分配专家", with: "F2", done: "已分配专家")
    try agency.terminal.type("p")
    let progress = try agency.see("› 2026 年度进度")
    #expect(progress.contains("吴戊") && progress.contains("王庚") && !progress.contains("孙丙"))
    try agency.leave()
  }

  /// A signed sheet of each assignment, as staff bring them in from a file.
  private func sheets(_ year: RoundYear) throws -> String {
    struct Plan: Decodable {
      struct Assignment: Decodable {
        let center: String
        let expert: String
      }
      let assignments: [Assignment]
    }
    let run = try year.cztic("assign", "2026", "--dry-run", "--json")
    let plan = try JSONDecoder().decode(Plan.self, from: Data(run.output.utf8))
    struct Indicators: Decodable {
      struct Group: Decodable {
        struct Indicator: Decodable {
          let code: String
          let weight: Int
        }
        let indicators: [Indicator]
      }
      let groups: [Group]
    }
    let table = try JSONDecoder().decode(Indicators.self, from: Data(try year.cztic("indicators", "--json").output.utf8))
    let rows = plan.assignments.flatMap { line in
      table.groups.flatMap(\.indicators).map { "\(line.center),\(line.expert),\($0.code),\($0.weight)" }
    }
    return try year.cztic.file("sheets.csv", (["center,expert,indicator,points"] + rows).joined(separator: "\n") + "\n")
  }

  /// It settles, and there its part ends: what is not its own is refused with who has it.
  private func settle(_ year: RoundYear) throws {
    let agency = try SeatedDesk(year, "agency", on: "2026-07-01")
    try agency.go(to: "评估年度")
    try agency.see("待定 0 个")
    try agency.agree(to: "2026 年度：核定评估结果？", with: "F2", done: "已办理：核定评估结果")
    let rounds = try agency.see("已核定")
    #expect(!rounds.contains("F2 公示"))
    try agency.terminal.press("Down")
    try agency.terminal.type("o")
    try agency.see("2024 年度评估未委托本机构（办法第5条）")
    try agency.terminal.type("2")
    let screen = try agency.terminal.screen()
    #expect(!screen.contains("公示评估结果"))
    try agency.leave()
    let state = try year.cztic("round", "list", "--json")
    #expect(state.output.contains("settled"))
    try year.cztic.expect(0, "audit", "verify")
  }
}
