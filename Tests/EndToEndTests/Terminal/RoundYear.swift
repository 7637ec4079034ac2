import Foundation
import Testing

/// A small city in a year of evaluation: who takes part, what the hosts write, which sheets the experts write, and a terminal in which one after
/// the other sits down.
///
/// `A` was certified two years ago; `B` contradicts itself at first; `C` is given back once; `D` never comes; `N` is too young.
struct RoundYear: SeatedYear {
  let cztic: Program
  /// The one terminal at which everybody sits in turn.
  let terminal: Tmux
  /// How many links the chain had when the files were in and the year began.
  let setup: Int

  static let centers = [
    "CZ-A,沧州市激光切割技术创新中心,献县样例激光有限公司,enterprise,献县科学技术局,新材料,2024-12-31",
    "CZ-B,沧州市管道连接技术创新中心,青县样例管件有限公司,enterprise,青县科学技术局,管道装备,2020-01-01",
    "CZ-C,沧州市高效风机技术创新中心,青县样例泵业有限公司,enterprise,青县科学技术局,节能环保,2018-06-30",
    "CZ-D,沧州市果蔬保鲜技术创新中心,青县样例种苗有限公司,enterprise,青县科学技术局,现代农业,2016-01-01",
    "CZ-N,沧州市模具检测技术创新中心,献县样例模具有限公司,enterprise,献县科学技术局,高端装备制造,2025-01-01",
  ]

  /// What the two sheets of each center come to, and with the sheet of a second look what is published.
  static let totals = ["CZ-A": ["91", "93"], "CZ-B": ["58", "66"], "CZ-C": ["59.98", "60"]]

  /// A demo store (its days can be chosen) of two years before, with this city's people imported into it.
  init() throws {
    cztic = try Program()
    try cztic.expect(0, "demo", "--centers", "1", "--today", "2024-12-20", "--no-open")
    let files = [
      ("organizations", ["name,kind,province,county,aliases", "献县样例激光有限公司,enterprise,河北省,献县,渤海激光厂"]),
      ("centers", ["code,name,host,host_kind,department,field,certified_on"] + Self.centers),
      // The first works for a host, under a name that it had.
      ("experts", ["login,name,employer", "zhao,赵甲,渤海激光厂", "qian,钱乙,样例大学", "sun,孙丙,样例大学", "li,李丁,样例大学"]),
      (
        "users",
        [
          "login,name,role,organization", "hosta,经办人甲,host,献县样例激光有限公司", "hostb,经办人乙,host,青县样例管件有限公司", "hostc,经办人丙,host,青县样例泵业有限公司",
          "xian,丁献,department,献县科学技术局", "qing,戊青,department,青县科学技术局",
        ]
      ),
    ]
    for (kind, lines) in files {
      try cztic.expect(0, "import", kind, try cztic.file("\(kind).csv", lines.joined(separator: "\n") + "\n"))
    }
    setup = Int(try cztic("audit", "head").output.split(separator: " ").first ?? "") ?? 0
    terminal = try Tmux(["true"], environment: ["SWIFT_BACKTRACE": "enable=no"])
  }

  /// Who was drawn for a center, as an outsider reads it.
  func panel(of center: String) throws -> [String] {
    struct Plan: Decodable {
      struct Assignment: Decodable {
        let center: String
        let expert: String
      }
      let assignments: [Assignment]
    }
    let run = try cztic("assign", "2026", "--dry-run", "--json")
    return try JSONDecoder().decode(Plan.self, from: Data(run.output.utf8)).assignments.filter { $0.center == center }.map(\.expert)
  }

  /// The ranking, as an outsider reads it: center, score, grade, rank.
  func results() throws -> [String] {
    try cztic("export", "results", "--round", "2026").output.split(separator: "\r\n").dropFirst().map(String.init)
  }

  /// The centers of this city that took no part, as an outsider reads it.
  func absent() throws -> [String] {
    struct Result: Decodable { let absent: [String] }
    let run = try cztic("results", "2026", "--json")
    return try JSONDecoder().decode(Result.self, from: Data(run.output.utf8)).absent.filter { $0.hasPrefix("CZ-") }
  }

  /// The centers of this city that need not take part, and why.
  func exempt() throws -> [String] {
    struct Due: Decodable {
      struct Exempt: Decodable {
        let code: String
        let reason: String
      }
      let exempt: [Exempt]
    }
    let run = try cztic("due", "2026", "--json")
    let due = try JSONDecoder().decode(Due.self, from: Data(run.output.utf8))
    return due.exempt.filter { $0.code.hasPrefix("CZ-") }.map { "\($0.code) \($0.reason)" }
  }

  /// What another program reads in the store.
  func stored(_ query: String) throws -> [String] {
    try Spawn.output("/usr/bin/sqlite3", [cztic.store, query], environment: [:]).split(separator: "\n").map(String.init)
  }

  /// The points of a sheet with a total, filled from the first indicator on, each taken by Enter.
  static func sheet(total: String) throws -> String {
    let weights = [5, 5, 6, 3, 5, 6, 7, 3, 7, 5, 5, 4, 4, 5, 15, 6, 3, 3, 3]
    var left = Int(((Double(total) ?? 0) * 100).rounded())
    return weights.map { weight in
      let points = min(left, weight * 100)
      left -= points
      return "\(points / 100).\(points / 10 % 10)\(points % 10)\r"
    }.joined()
  }
}
