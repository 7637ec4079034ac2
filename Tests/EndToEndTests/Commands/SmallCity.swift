import Foundation
import Testing

/// A store with a little of everything, made once from files and copied for each test.
///
/// Center `C1` is the department's, the host's, `e1`'s and in the rounds; `C2` is another's; `NONE` is nobody's. The round of 2026 is
/// entrusted to the agency and is being scored; that of 2028 is the bureau's; 2022 is imported history; of 2030 there is nothing.
enum SmallCity {
  /// The store to copy.
  static let made: Result<Program, any Error> = Result {
    let cztic = try Program()
    try cztic.expect(0, "init")
    let files: [(kind: String, round: String?, content: String)] = [
      (
        "centers", nil,
        """
        code,name,host,host_kind,department,field,certified_on
        C1,沧州市激光切割技术创新中心,沧州样例激光有限公司,enterprise,献县科学技术局,新材料,2021-03-01
        C2,沧州市管道技术创新中心,沧州样例管道有限公司,enterprise,东光县科学技术局,管道装备,2020-03-01

        """
      ),
      ("organizations", nil, "name,contact,phone\n沧州样例激光有限公司,甲,0317-0000001\n沧州样例管道有限公司,乙,0317-0000002\n"),
      ("experts", nil, "login,name,employer\ne1,甲一,样例评估事务所\ne2,乙二,样例评估事务所\ne3,丙三,样例大学\n"),
      (
        "users", nil,
        """
        login,name,role,organization
        bureau,科技局,bureau,
        department,献县,department,献县科学技术局
        host,激光,host,沧州样例激光有限公司
        agency,事务所,agency,样例评估事务所
        viewer,访客,viewer,

        """
      ),
      ("results", "2022", "center,score,grade,rank\nC1,91.50,excellent,1\nC2,59.99,unqualified,2\n"),
    ]
    for file in files {
      let path = try cztic.file("\(file.kind).csv", file.content)
      try cztic.expect(0, ["import", file.kind, path] + (file.round.map { ["--round", $0] } ?? []))
    }
    try cztic.expect(0, "round", "open", "2026", "--agency", "样例评估事务所", "--sheets", "1")
    try cztic.expect(0, "round", "open", "2028", "--sheets", "1")
    try cztic.expect(
      0, ["import", "scores", try cztic.file("scores.csv", scores("C1", "e1") + scores("C2", "e2").dropHeader), "--round", "2026"])
    for year in ["2026", "2028"] {
      let facts = try cztic.file("facts.csv", "center,fact,year,value\nC1,1.1.a,,3\nC2,1.1.a,,4\n")
      try cztic.expect(0, ["import", "facts", facts, "--round", year])
    }
    return cztic
  }

  /// A digest of what it holds: that of every copy to which nothing was done.
  static let content: Result<String, any Error> = Result { try made.get().content() }

  /// A store of one's own.
  static func copy() throws -> Program { try Program(copying: made.get()) }

  /// A full sheet as a file.
  static func scores(_ center: String, _ expert: String) -> String {
    "center,expert,indicator,points\n" + ScoringJourney.indicators.map { "\(center),\(expert),\($0.code),\($0.weight)\n" }.joined()
  }
}

extension String {
  /// The lines of a table but the first.
  var dropHeader: String { String(drop { $0 != "\n" }.dropFirst()) }
}

extension Program {
  /// Runs a command on the store of this folder, and fails where it ends with another status.
  @discardableResult
  func expect(_ status: Int32, _ arguments: String..., at location: SourceLocation = #_sourceLocation) throws -> Run {
    try expect(status, arguments, at: location)
  }

  /// Runs a command on the store of this folder, and fails where it ends with another status.
  @discardableResult
  func expect(_ status: Int32, _ arguments: [String], at location: SourceLocation = #_sourceLocation) throws -> Run {
    let run = try run(arguments + ["--store", store, "--lang", "en"])
    #expect(run.status == status, "\(arguments): \(run.messages)\(run.output.prefix(500))", sourceLocation: location)
    return run
  }
}
