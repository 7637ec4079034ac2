import Foundation

/// From files to a desk: what the journeys of an expert stand on.
struct ScoringJourney {
  /// Codes and weights of the 19 indicators, in the order of the table.
  static let indicators: [(code: String, weight: Int)] = [
    ("1.1", 5), ("1.2", 5), ("2.1", 6), ("2.2", 3), ("2.3", 5), ("2.4", 6), ("3.1", 7), ("3.2", 3), ("3.3", 7), ("3.4", 5), ("3.5", 5),
    ("3.6", 4), ("3.7", 4), ("4.1", 5), ("4.2", 15), ("5.1", 6), ("5.2", 3), ("5.3", 3), ("5.4", 3),
  ]

  let cztic: Program

  /// An imported registry, three experts, a round in which each is assigned to the one due center, two of whom have scored on paper.
  init() throws {
    cztic = try Program()
    try cztic("init")
    let centers = try cztic.file(
      "centers.csv",
      """
      code,name,host,host_kind,department,field,certified_on
      C1,沧州市激光切割技术创新中心,沧州样例激光有限公司,enterprise,献县科学技术局,新材料,2021-03-01
      C2,沧州市管道技术创新中心,沧州样例管道有限公司,enterprise,献县科学技术局,管道装备,2025-03-01

      """)
    let experts = try cztic.file("experts.csv", "login,name,employer\ne1,甲一,样例大学\ne2,乙二,样例大学\ne3,丙三,样例大学\n")
    var paper = "center,expert,indicator,points\n"
    for (code, weight) in Self.indicators { paper += "C1,e2,\(code),\(weight)\nC1,e3,\(code),\(code == "4.2" ? 5 : weight)\n" }
    let scores = try cztic.file("scores.csv", paper)
    for arguments in [
      ["import", "centers", centers], ["import", "experts", experts], ["round", "open", "2026"], ["assign", "2026", "--per-center", "3"],
      ["import", "scores", scores, "--round", "2026"],
    ] {
      let run = try cztic.run(arguments + ["--store", cztic.store, "--lang", "en"])
      if run.status != 0 { throw Tmux.Mismatch(description: "\(arguments): \(run.messages)") }
    }
  }

  /// The desk in a terminal, in Chinese, for one of the logins.
  func desk(_ login: String, columns: Int = 120, rows: Int = 40) throws -> Tmux {
    try Tmux(
      [Program.path, "--store", cztic.store, "--as", login, "--lang", "zh"], columns: columns, rows: rows,
      environment: ["SWIFT_BACKTRACE": "enable=no"])
  }

  /// What the store holds of an expert's sheet, by indicator, looked up outside the program.
  func saved(_ login: String) throws -> [String: String] {
    let run = try cztic("export", "scores", "--round", "2026", "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: String]] ?? []
    return Dictionary(rows.filter { $0["expert"] == login }.map { ($0["indicator"] ?? "", $0["points"] ?? "") }) { first, _ in first }
  }

  /// Through the pledge, onto the sheet of the one center.
  func openSheet(_ desk: Tmux) throws {
    try desk.wait(for: "激光切割")
    try desk.press("Enter")
    try desk.wait(for: "承诺")
    for key in ["Space", "Down", "Space", "Down", "Space"] { try desk.press(key) }
    try desk.press("F3")
    try desk.wait(for: "评分表 C1")
  }
}
