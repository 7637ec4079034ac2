import Interchange
import TableFiles
import Testing
import Wording

@Suite("What is wrong in a file is told with row, column, value and remedy")
struct CellErrorTests {
  /// A header and one row that is wrong in one cell.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let kind: ImportKind
    let header: String
    let row: String
    let column: String
    let value: String
    let words: String

    var testDescription: String { "\(kind.rawValue).\(column) “\(value)”" }
  }

  private static func wrong(_ kind: ImportKind, _ header: String, _ row: String, _ column: String, _ value: String, _ words: String)
    -> Wrong
  {
    Wrong(kind: kind, header: header, row: row, column: column, value: value, words: words)
  }

  private static let center = "code,name,host,host_kind,department,certified_on,status"
  private static let score = "center,expert,indicator,points,comment"
  private static let attachment = "center,title,date,sha256,facts,file"
  private static let fact = "center,fact,year,value,note"

  private static let cases: [Wrong] = [
    wrong(.departments, "name,kind", "某局,city", "kind", "city", "municipal/市直, county/县市区"),
    wrong(.departments, "name,kind", ",county", "name", "", "must not be empty"),
    wrong(.organizations, "name,kind", "甲,公司", "kind", "公司", "enterprise/企业"),
    wrong(.organizations, "name,contact", "甲,\"李\n某\"", "contact", "李 某", "must be one line"),
    wrong(.centers, center, "X,甲,乙,firm,丙,2024-01-05,", "host_kind", "firm", "must be one of"),
    wrong(.centers, center, "X,甲,乙,enterprise,丙,2024-02-30,", "certified_on", "2024-02-30", "is not a day"),
    wrong(.centers, center, "X,甲,乙,enterprise,丙,明天,", "certified_on", "明天", "2024-01-05"),
    wrong(.centers, center, "X,甲,乙,enterprise,丙,,", "certified_on", "", "must not be empty"),
    wrong(.centers, center, "X,甲,乙,enterprise,丙,2024-01-05,gone", "status", "gone", "active/在册"),
    wrong(.centers, center, "X,甲\u{1B}[2J,乙,enterprise,丙,2024-01-05,", "name", "甲<U+001B>[2J", "U+001B"),
    wrong(.centers, center, "X,甲\u{202E}乙,乙,enterprise,丙,2024-01-05,", "name", "甲<U+202E>乙", "direction of writing"),
    wrong(.centers, center, "X,甲\u{9B},乙,enterprise,丙,2024-01-05,", "name", "甲<U+009B>", "U+009B"),
    wrong(.centers, center, "X,甲,乙,enterprise,丙,2026-06-02,", "certified_on", "2026-06-02", "is after today (2026-06-01)"),
    wrong(.centers, center, "C1,甲,乙,enterprise,丙,2027-01-01,", "certified_on", "2027-01-01", "is after today"),
    wrong(.centers, center, "X 1,甲,乙,enterprise,丙,2024-01-05,", "code", "X 1", "no blanks"),
    wrong(.centers, center, "../X,甲,乙,enterprise,丙,2024-01-05,", "code", "../X", "slashes"),
    wrong(.centers, center, "'-X,甲,乙,enterprise,丙,2024-01-05,", "code", "-X", "begin with -"),
    wrong(.experts, "login,name,employer", "ex 1,甲,乙", "login", "ex 1", "letters, digits"),
    wrong(.experts, "login,name,employer", "../../x;rm,甲,乙", "login", "../../x;rm", "choose another"),
    wrong(.users, "login,name,role", "'-x,甲,viewer", "login", "-x", "begin with neither"),
    wrong(.users, "login,name,role", "\"a b\"\"c\",甲,viewer", "login", "a b\"c", "letters, digits"),
    wrong(.experts, "login,name,employer,kind", "x,甲,乙,法律", "kind", "法律", "technical/技术"),
    wrong(.users, "login,name,role", "x,甲,boss", "role", "boss", "must be one of expert"),
    wrong(.users, "login,name,role,organization", "x,甲,department,无此局", "organization", "无此局", "import departments first"),
    wrong(.users, "login,name,role,organization", "x,甲,host,无此厂", "organization", "无此厂", "import organizations"),
    wrong(
      .users, "login,name,role,ssh_keys", "x,甲,viewer,\"command=\"\"sh\"\" ssh-rsa AAAA\"", "ssh_keys", "command=\"sh\" ssh-rsa AAAA",
      "no kind of public key"),
    wrong(.users, "login,name,role,ssh_keys", "x,甲,viewer,ssh-ed25519 AAAA", "ssh_keys", "ssh-ed25519 AAAA", "copy the whole line"),
    wrong(.users, "login,name,role", "e1,甲,viewer", "role", "viewer", "expert's login"),
    wrong(.users, "login,name,role", "admin,甲,viewer", "role", "viewer", "without an administrator"),
    wrong(.conflicts, "center,expert,reason", "NONE,e1,师生", "center", "NONE", "no center NONE"),
    wrong(.conflicts, "center,expert,reason", "C1,nobody,师生", "expert", "nobody", "no expert nobody"),
    wrong(.conflicts, "center,expert,reason", "C1,e1,", "reason", "", "must not be empty"),
    wrong(.attachments, attachment, "C1,,,,,", "title", "", "must not be empty"),
    wrong(.attachments, attachment, "NONE,甲,,,,", "center", "NONE", "no center NONE"),
    wrong(.attachments, attachment, "C1,甲,去年,,,", "date", "去年", "2024-01-05"),
    wrong(.attachments, attachment, "C1,甲,,abc,,", "sha256", "abc", "64 hexadecimal digits"),
    wrong(.attachments, attachment, "C1,甲,,,1.1.a;9.9.z,", "facts", "1.1.a;9.9.z", "“9.9.z” is no data item"),
    wrong(.attachments, attachment, "C1,甲,,,,\"a\nb\"", "file", "a b", "must be one line"),
    wrong(.scores, score, "C1,e1,9.9,1,", "indicator", "9.9", "1.1 to 5.4"),
    wrong(.scores, score, "C1,e1,1.1,5.01,", "points", "5.01", "above 5.00"),
    wrong(.scores, score, "C1,e1,1.1,-1,", "points", "-1", "below 0"),
    wrong(.scores, score, "C1,e1,1.1,4.005,", "points", "4.005", "two decimals"),
    wrong(.scores, score, "C1,e1,1.1,好,", "points", "好", "is not a number"),
    wrong(.scores, score, "C1,e1,1.1,1e1,", "points", "1e1", "is not a number"),
    wrong(.scores, score, "C1,e1,1.1,99999999999999999999,", "points", "99999999999999999999", "too large"),
    wrong(.scores, score, "C1,e9,1.1,4,", "expert", "e9", "no expert e9"),
    wrong(.scores, score, "C9,e1,1.1,4,", "center", "C9", "no center C9"),
    wrong(.scores, score, "C3,e1,1.1,4,", "center", "C3", "revoked"),
    wrong(.scores, score, "C2,e2,1.1,4,", "expert", "e2", "step aside"),
    wrong(.facts, fact, "C1,3.3.z,,1,", "fact", "3.3.z", "is no data item"),
    wrong(.facts, fact, "C1,2.1.d,2023,1,", "fact", "2.1.d", "is computed"),
    wrong(.facts, fact, "C1,1.1.a,,1.5,", "value", "1.5", "whole number"),
    wrong(.facts, fact, "C1,1.1.a,,-1,", "value", "-1", "below 0"),
    wrong(.facts, fact, "C1,1.1.l,,也许,", "value", "也许", "是, 部分, 否"),
    wrong(.facts, fact, "C1,2.1.a,2023,1.234,", "value", "1.234", "two decimals"),
    wrong(.facts, fact, "C1,1.1.a,,,", "value", "", "say why"),
    wrong(.facts, fact, "C1,1.1.a,2023,1,", "year", "2023", "leave the year empty"),
    wrong(.facts, fact, "C1,2.1.a,2020,1,", "year", "2020", "2023, 2024, 2025"),
    wrong(.facts, fact, "C1,2.1.a,,1,", "year", "", "2023, 2024, 2025"),
    wrong(.facts, fact, "C1,2.1.a,去年,1,", "year", "去年", "is not a number"),
    wrong(.results, "center,score,grade,rank", "C1,100.01,excellent,1", "score", "100.01", "above 100.00"),
    wrong(.results, "center,score,grade,rank", "C1,90,qualified,1", "grade", "qualified", "article 28"),
    wrong(.results, "center,score,grade,rank", "C2,90,优秀,1\nC1,95,优秀,2", "rank", "1", "rank 2 of C1 with 95.00"),
    wrong(.results, "center,score,grade,rank", "C1,90,good,1", "grade", "good", "excellent/优秀"),
    wrong(.results, "center,score,grade,rank", "C1,90,优秀,0", "rank", "0", "between 1"),
  ]

  @Test("One wrong cell", arguments: cases)
  func cell(wrong: Wrong) throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let round = wrong.kind == .results ? 2024 : wrong.kind.isOfRound ? 2026 : nil
    let report = try bench.take(wrong.kind, "\(wrong.header)\n\(wrong.row)\n", round: round)
    #expect(report.problems.count == 1)
    let error = try #require(report.problems.errors.first)
    #expect(error.row == 2)
    #expect(error.column == wrong.column)
    #expect(error.value == wrong.value)
    #expect(error.message.en.contains(wrong.words), "\(error.message.en)")
    #expect(!error.message.zh.isEmpty && !error.chinese.isEmpty)
    #expect(report.new == 0 && report.changed == 0 && report.unchanged == 0)
    #expect(try bench.head == head)
  }

  @Test("Text over 10,000 characters is refused, one of 10,000 taken")
  func tooLong() throws {
    let bench = try Bench.filled()
    func comment(_ length: Int) throws -> ImportReport {
      try bench.take(.scores, "\(CellErrorTests.score)\nC1,e1,1.1,4,\(String(repeating: "好", count: length))\n", round: 2026)
    }
    #expect(try comment(10_001).problems.errors.map(\.column) == ["comment"])
    #expect(try comment(10_000).problems.isEmpty)
  }

  @Test("All errors of all rows are told at once, those of the store among them, in the order of the rows")
  func allAtOnce() throws {
    let bench = try Bench.filled()
    let text = """
      \(CellErrorTests.center)
      A1,甲,乙,firm,丙,昨天,
      A2,甲,乙,企业,丙,2024-01-05,

      A2,甲,乙,企业,丙,2024-01-05,
      A3,甲,乙,高等学校,丙,2024-01-05,
      A4,甲
      """
    let errors = try bench.take(.centers, text).problems.errors
    #expect(errors.map(\.row) == [2, 2, 5, 6, 7])
    #expect(errors.map(\.column) == ["host_kind", "certified_on", "code", "host_kind", ""])
    #expect(errors[2].message.en.contains("row 3"))
  }

  @Test(
    "Within a row no fault hides another: empty cells, wrong ones and objects that do not exist are all told",
    arguments: [
      (.centers, center, "B4,,h,firm,丙,2024-01-05,", ["name", "host_kind"]),
      (.centers, center, ",x,,firm,,2021-13-20,gone", ["code", "host", "department", "host_kind", "certified_on", "status"]),
      (.centers, center, "X 1,,乙,enterprise,丙,2024-01-05,", ["name"]),
      (.users, "login,name,role", "x1,,king", ["name", "role"]),
      (.scores, score, "ZZ,zz,1.1,77,", ["points", "center", "expert"]),
      (.scores, score, "C3,zz,1.1,4,", ["center", "expert"]),
      (.conflicts, "center,expert,reason", "NONE,nobody,", ["reason"]),
      (.conflicts, "center,expert,reason", "NONE,nobody,师生", ["center", "expert"]),
      (.facts, fact, "NONE,1.1.a,去年,好,", ["year", "value", "center"]),
      (.facts, fact, "C1,1.1.a,,好,", ["value"]),
      (.attachments, attachment, "NONE,甲,去年,abc,,", ["date", "sha256", "center"]),
      (.results, "center,score,grade,rank", "NONE,101,good,x", ["score", "grade", "rank"]),
    ] as [(ImportKind, String, String, [String])])
  func wholeRow(kind: ImportKind, header: String, row: String, columns: [String]) throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let round = kind == .results ? 2024 : kind.isOfRound ? 2026 : nil
    let report = try bench.take(kind, "\(header)\n\(row)\n", round: round)
    #expect(report.problems.errors.map(\.column) == columns)
    #expect(report.problems.errors.allSatisfy { $0.row == 2 })
    #expect(try bench.head == head)
  }

  @Test("In a record of JSON no fault hides another")
  func wholeRecord() throws {
    let bench = try Bench.filled()
    let text = #"[{"login": "x1", "name": "", "role": "king"}, {"login": true, "role": "king"}]"#
    let errors = try bench.take(.users, text).problems.errors
    #expect(errors.map(\.row) == [1, 1, 2, 2, 2])
    #expect(errors.map(\.column) == ["name", "role", "login", "name", "role"])
  }

  @Test("No center has a result of a year before its certification")
  func beforeCertification() throws {
    let bench = try Bench.filled()
    let report = try bench.take(.results, "center,score,grade\nC3,80,合格\nC1,95,优秀\n", round: 2020)
    #expect(
      report.problems.lines(.en) == [
        "row 3, column center/中心编号: “C1” was certified in 2021 and has no result of 2020; look at the code and the year"
      ])
    #expect(try bench.take(.results, "center,score,grade\nC1,95,优秀\n", round: 2021).new == 1)
  }

  @Test("A rank is held against what was there before; the row that can be mended is named")
  func ranksOnFile() throws {
    let bench = try Bench.filled()
    let header = "center,score,grade,rank\n"
    #expect(try bench.take(.results, header + "C1,80,合格,2\n", round: 2023).new == 1)
    #expect(
      try bench.take(.results, header + "C3,90,优秀,3\n", round: 2023).problems.lines(.en).first?.hasPrefix("row 2, column rank") == true)
    #expect(try bench.take(.results, header + "C3,70,合格,1\n", round: 2023).problems.lines(.zh).first?.hasPrefix("第 2 行") == true)
    #expect(try bench.take(.results, header + "C3,90,优秀,1\n", round: 2023).new == 1)
  }

  @Test("However many errors a file has, their true number is told; a hundred thousand of them are kept")
  func countless() throws {
    let bench = try Bench()
    let report = try bench.take(.departments, "name,kind\n" + String(repeating: "某局,city\n", count: 100_500))
    #expect(report.summary(dryRun: false).en == "100500 errors; nothing was imported")
    #expect(report.problems.lines(.en).last == "… and 99500 more errors")
    let document = report.json(.en)
    #expect(document["errors"]?.array?.count == 100_000 && document["more_errors"] == .integer(500))
    #expect(try bench.take(.departments, "name,kind\n某局,city\n").json(.en)["more_errors"] == nil)
  }

  @Test("What is wrong with a file as a whole is said of the file, of no record in it")
  func wholeFile() throws {
    let bench = try Bench.filled()
    for kind in [ImportKind.scores, .applications] {
      let error = try #require(try bench.take(kind, "{}", round: kind == .scores ? 2026 : nil).problems.errors.first)
      #expect(error.row == 0 && error.phrase(counting: .elements).zh.hasPrefix("文件：") && error.phrase().en.hasPrefix("the file: "))
    }
  }

  @Test("In JSON rows count records from 1, and columns are named in English")
  func json() throws {
    let bench = try Bench.filled()
    let text = """
      [{"center": "C1", "expert": "e1", "indicator": "1.1", "points": "4"},
       {"center": "C1", "expert": "e1", "indicator": "1.2", "points": "6"}]
      """
    let report = try bench.take(.scores, text, round: 2026)
    #expect(
      JSONWriter.text(report.json(.en), .compact)
        == #"{"new":0,"changed":0,"unchanged":0,"errors":[{"row":2,"column":"points","value":"6","message":"must not be above 5.00"}]}"#)
  }

  @Test("The line for people names the column in both languages")
  func line() throws {
    let bench = try Bench.filled()
    let report = try bench.take(.scores, "中心编号,专家账号,指标,得分\nC1,e1,1.1,6\n", round: 2026)
    #expect(report.problems.lines(.en) == ["row 2, column points/得分: “6” must not be above 5.00"])
    #expect(report.problems.lines(.zh) == ["第 2 行，得分（points）列：“6”不能大于 5.00"])
  }

  @Test("Columns: an unknown one is an error that lists the known ones, a missing one is named")
  func columns() throws {
    let bench = try Bench.filled()
    let errors = try bench.take(.conflicts, "center,expert,grund\nC1,e1,x\n").problems.errors
    #expect(errors.map(\.column) == ["grund", "reason"] && errors.map(\.row) == [1, 1])
    #expect(errors[0].message.en.contains("center/中心编号, expert/专家账号, reason/回避原因"))
  }
}
