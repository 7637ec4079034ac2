import Foundation

/// From files to a desk: what the journeys of an expert stand on.
struct ScoringJourney {
  /// Codes and weights of the 19 indicators, in the order of the table.
  static let indicators: [(code: String, weight: Int)] = [
    ("1.1", 5), ("1.2", 5), ("2.1", 6), ("2.2", 3), ("2.3", 5), ("2.4", 6), ("3.1", 7), ("3.2", 3), ("3.3", 7), ("3.4", 5), ("3.5", 5),
    ("3.6", 4), ("3.7", 4), ("4.1", 5), ("4.2", 15), ("5.1", 6), ("5.2", 3), ("5.3", 3), ("5.4", 3),
  ]

  /// The ranking once `e1` has submitted a sheet of 78 points, computed by hand: (78 + 100 + 90) / 3 twice, and 85 three times; rank, code, score,
  /// grade, sheets, spread, and how many staff entered.
  static let ranking = [
    "1 C1 89.33 qualified 3 22.00 2", "1 C3 89.33 qualified 3 22.00 3", "3 C4 85.00 qualified 3 0.00 3",
  ]

  let cztic: Program

  /// An imported registry and a round. `e1` and `e2` are assigned to `C1` by lot; that `e3` scores it, and who scores `C3` and `C4`, follows from the
  /// file of the sheets that were scored on paper: all but that of `e1`.
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
    let experts = try cztic.file("experts.csv", "login,name,employer\ne1,甲一,样例大学\ne2,乙二,样例大学\n")
    // Who comes after the lot is assigned by the import of scores alone.
    let otherCenters = try cztic.file(
      "other-centers.csv",
      """
      code,name,host,host_kind,department,field,certified_on
      C3,沧州市阀门技术创新中心,沧州样例阀门有限公司,enterprise,献县科学技术局,管道装备,2020-03-01
      C4,沧州市铸造技术创新中心,沧州样例铸造有限公司,enterprise,献县科学技术局,新材料,2020-03-01

      """)
    let otherExperts = try cztic.file("other-experts.csv", "login,name,employer\ne3,丙三,样例大学\ne4,丁四,样例大学\n")
    var paper = "center,expert,indicator,points\n"
    for (code, weight) in Self.indicators {
      // 100, 90, 78 points; and 85 from each.
      let (ninety, seventyEight) = (code == "4.2" ? 5 : weight, ["3.1", "4.2"].contains(code) ? 0 : weight)
      paper += "C1,e2,\(code),\(weight)\nC1,e3,\(code),\(ninety)\n"
      paper += "C3,e2,\(code),\(weight)\nC3,e3,\(code),\(ninety)\nC3,e4,\(code),\(seventyEight)\n"
      for expert in ["e2", "e3", "e4"] { paper += "C4,\(expert),\(code),\(code == "4.2" ? 0 : weight)\n" }
    }
    let scores = try cztic.file("scores.csv", paper)
    for arguments in [
      ["import", "centers", centers], ["import", "experts", experts], ["round", "open", "2026"], ["assign", "2026", "--per-center", "2"],
      ["import", "centers", otherCenters], ["import", "experts", otherExperts], ["import", "scores", scores, "--round", "2026"],
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
