import Foundation
import Testing

@Suite("Bad numbers: each is refused with its place, its value and the remedy, and nothing changes")
struct BadNumberTests {
  /// What is no number of any kind that is asked for.
  private static let never = ["abc", "1e3", "0x10", "1.2.3", "１２．３．４", "NaN", "1,23", "--1", "９９９９９９９９９９９９９９９９９９９９", "5 5", "½"]

  /// A column of a file that takes numbers: the table around one value, and what is wrong there beside ``never``.
  struct Column: Sendable, CustomTestStringConvertible {
    let kind: String
    let column: String
    let header: String
    /// The row; `#` stands for the value.
    let row: String
    let bad: [String]
    /// Values in digits as an input method writes them, which are lawful.
    let good: [String]
    var round: String?
    var testDescription: String { "\(kind) \(column) \(row)" }
  }

  private static let columns = [
    Column(
      kind: "scores", column: "points", header: "center,expert,indicator,points", row: "C1,e3,1.1,#",
      bad: ["-1", "-0.01", "5.01", "4.555", "1000"],
      good: ["4.5", "４．５", "４。５", " 3 "], round: "2026"),
    Column(
      kind: "scores", column: "indicator", header: "center,expert,indicator,points", row: "C1,e3,#,1", bad: ["1", "1.3", "6.1", "-1.1"],
      good: ["1.2", "１．２"], round: "2026"),
    Column(
      kind: "facts", column: "value", header: "center,fact,year,value", row: "C1,1.1.a,,#", bad: ["-1", "1.5", "99999999999"],
      good: ["7", "１２", "1,234"],
      round: "2026"),
    Column(
      kind: "facts", column: "year", header: "center,fact,year,value", row: "C1,1.1.c,#,2", bad: ["1.5", "99", "20250", "-2025"], good: [],
      round: "2026"),
    Column(
      kind: "results", column: "score", header: "center,score,grade", row: "C1,#,excellent", bad: ["-1", "100.01", "95.555", "1000"],
      good: ["９５．５", "95"],
      round: "2024"),
    Column(
      kind: "results", column: "rank", header: "center,score,grade,rank", row: "C1,95,excellent,#", bad: ["0", "-1", "1.5", "1000001"],
      good: ["1", "２"], round: "2024"),
    Column(
      kind: "centers", column: "certified_on", header: "code,name,host,host_kind,department,certified_on",
      row: "C9,沧州市新技术创新中心,新厂,enterprise,献县科学技术局,#", bad: ["2026-02-30", "2026", "-1", "2026-13-01", "明天"],
      good: ["2024-01-05", "2024/1/5", "2024年1月5日", "２０２４－０１－０５"]),
  ]

  @Test("Columns of files", arguments: columns)
  func inFiles(column: Column) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let before = try cztic.content()
    let round = column.round.map { ["--round", $0] } ?? []
    let values = column.bad + BadNumberTests.never
    // One file with a row for each value: every one of them is told.
    let rows = values.map { column.row.replacing("#", with: $0.contains(",") ? "\"\($0)\"" : $0) }
    let file = try cztic.file("bad.csv", ([column.header] + rows).joined(separator: "\n") + "\n")
    let run = try cztic.run(["import", column.kind, file, "--json", "--store", cztic.store, "--lang", "zh"] + round)
    #expect(run.status == 65)
    let errors = try #require(try run.json()["errors"] as? [[String: Any]])
    for (index, value) in values.enumerated() {
      let told = errors.filter { $0["row"] as? Int == index + 2 && $0["column"] as? String == column.column }
      #expect(told.count == 1, "“\(value)” in row \(index + 2): \(told)")
      #expect(told.first?["value"] as? String == value)
      let message = told.first?["message"] as? String ?? ""
      #expect(message.contains(/\p{Script=Han}/) && !UsageErrorTests.isEnglish(message), "\(message)")
    }
    #expect(try cztic.content() == before)
    for value in column.good {
      let file = try cztic.file(
        "good.csv", column.header + "\n" + column.row.replacing("#", with: value.contains(",") ? "\"\(value)\"" : value) + "\n")
      let run = try cztic.run(["import", column.kind, file, "--dry-run", "--store", cztic.store, "--lang", "en"] + round)
      #expect(run.status == 0, "“\(value)”: \(run.messages)")
    }
    #expect(try cztic.content() == before)
  }

  @Test(
    "Facts of every kind, with text, below 0, too large, too precise", arguments: ["count", "money", "area", "percent", "choice", "text"])
  func facts(kind: String) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let before = try cztic.content()
    let groups = try #require(try cztic.run(["indicators", "--json"]).json()["groups"] as? [[String: Any]])
    let facts = groups.flatMap { $0["indicators"] as? [[String: Any]] ?? [] }.flatMap { $0["facts"] as? [[String: Any]] ?? [] }
    let fact = try #require(facts.first { $0["kind"] as? String == kind })
    let code = try #require(fact["code"] as? String)
    let year = fact["per"] as? String == "once" ? "" : "2025"
    let bad: [String] =
      switch kind {
      case "count": ["-1", "1.5", "1e9", "很多"]
      case "money", "area": ["-0.01", "1.005", "很多", "99999999999999999"]
      case "percent": ["-0.01", "100.01", "50.555", "很多"]
      case "choice": ["也许", "1"]
      default: ["a\u{7}b", String(repeating: "长", count: 10_001)]
      }
    for value in bad {
      let file = try cztic.file("facts.csv", "center,fact,year,value\nC1,\(code),\(year),\(value)\n")
      let run = try cztic.run(["import", "facts", file, "--round", "2026", "--store", cztic.store, "--lang", "zh"])
      #expect(run.status == 65 && run.messages.contains("第 2 行") && run.messages.contains("value"), "\(value.prefix(30)): \(run.messages)")
    }
    #expect(try cztic.content() == before)
  }

  /// An option or argument that takes a number, and what is wrong there beside ``never``.
  struct Option: Sendable, CustomTestStringConvertible {
    /// The command; `#` stands for the value.
    let command: [String]
    var bad: [String] = []
    var good: [String] = []
    var never = BadNumberTests.never
    var testDescription: String { command.joined(separator: " ") }
  }

  private static let options = [
    Option(command: ["due", "#"], bad: ["1999", "10000", "0", "2026.5"], good: ["2026", "２０２６"]),
    Option(command: ["results", "#"], bad: ["1999", "2030", "2026.5"], good: ["2026", "２０２６"]),
    Option(command: ["round", "open", "#", "--reason", "x"], bad: ["1999", "10000", "2026", "2030.5"]),
    Option(command: ["round", "settle", "#"], bad: ["1999", "2030", "2028"]),
    Option(command: ["round", "open", "2030", "--sheets=#"], bad: ["0", "-1", "1.5"]),
    Option(command: ["round", "open", "2030", "--method", "trimmed", "--sheets=#"], bad: ["4", "0"]),
    Option(command: ["round", "publish", "2026", "--days=#"], bad: ["0", "4", "61", "-5", "5.5"]),
    Option(command: ["assign", "2026", "--per-center=#", "--dry-run"], bad: ["0", "-1", "1.5", "1000000"], good: ["1", "１"]),
    Option(command: ["export", "scores", "--round=#"], bad: ["1999.5"], good: ["２０２６"]),
    Option(command: ["demo", "--no-open", "--store", "/no/such/folder/x", "--centers=#"], bad: ["0", "-1", "1000001", "1.5"]),
    Option(command: ["demo", "--no-open", "--store", "/no/such/folder/x", "--seed=#"], bad: ["-1", "1.5"]),
    Option(command: ["audit", "verify", "--head=#"], bad: ["12", String(repeating: "g", count: 64), "１２"]),
    Option(command: ["round", "open", "2030", "--material-by=#"], bad: ["2026-02-30", "2026", "2026-1-1-1", "明天"]),
    Option(command: ["round", "open", "2030", "--report-by=#"], bad: ["2026-13-01"]),
    Option(command: ["round", "open", "2030", "--scores-by=#"], bad: ["2026-00-10"]),
    Option(command: ["round", "list", "--today=#"], bad: ["2026-02-30"]),
  ]

  @Test("Options and arguments of commands", arguments: options)
  func inCommands(option: Option) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let before = try cztic.content()
    func run(_ value: String, _ language: String) throws -> Program.Run {
      let command = option.command.map { $0.replacing("#", with: value) }
      return try cztic.run((command.contains("--store") ? command : command + ["--store", cztic.store]) + ["--lang", language])
    }
    for (index, value) in (option.bad + option.never.filter { !$0.hasPrefix("--") }).enumerated() {
      let chinese = try run(value, "zh")
      // A plan that is short is an answer and no error.
      let isShort = option.command[0] == "assign" && chinese.status == 1
      #expect([64, 65].contains(chinese.status) || isShort, "“\(value)”: \(chinese.status) \(chinese.messages)")
      #expect(isShort || chinese.output.isEmpty && !UsageErrorTests.isEnglish(chinese.messages), "“\(value)”: \(chinese.messages)")
      if index == 0 { #expect(try run(value, "en").status == chinese.status) }
    }
    #expect(try cztic.content() == before)
    for value in option.good { #expect(try run(value, "en").status == 0, "“\(value)”") }
  }

  @Test("A year that cannot be one: which can is said")
  func years() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    for (language, words) in [("zh", "1999 不是评估年度；可写 2000 至 9999"), ("en", "1999 is no year of evaluation; write 2000 to 9999")] {
      let run = try cztic.run(["due", "1999", "--store", cztic.store, "--lang", language])
      #expect(run.status == 65 && run.messages.contains(words))
    }
  }

  @Test("Results of a year that was only imported: everybody sees them, in the contract's form as far as they are known")
  func history() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    for login in AccessTableTests.roles {
      let json = try cztic.expect(0, ["results", "2022", "--json", "--as", login]).json()
      #expect(json["round"] as? Int == 2022 && json["imported"] as? Bool == true && json["state"] as? String == "closed")
      let centers = try #require(json["centers"] as? [[String: Any]])
      #expect(centers.map { $0["rank"] as? Int } == [1, 2] && centers.map { $0["code"] as? String } == ["C1", "C2"])
      #expect(centers.map { $0["score"] as? String } == ["91.50", "59.99"])
      #expect(centers.map { $0["grade"] as? String } == ["excellent", "unqualified"])
      #expect(centers[0]["name"] as? String == "沧州市激光切割技术创新中心" && centers[0]["sheets"] is NSNull)
    }
    #expect(try cztic.expect(0, "results", "2022").output.contains("91.50"))
  }
}
