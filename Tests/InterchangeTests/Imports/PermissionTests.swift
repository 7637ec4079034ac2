import CenterStore
import Interchange
import Regulation
import TableFiles
import Testing

@Suite("Who may import and export what")
struct PermissionTests {
  /// The table of the contract: who may import each kind at all.
  private static let importers: [ImportKind: Set<String>] = [
    .users: ["admin"], .departments: ["admin", "bureau"], .organizations: ["admin", "bureau"], .centers: ["admin", "bureau"],
    .experts: ["admin", "bureau"], .conflicts: ["admin", "bureau", "e1"], .scores: ["admin", "bureau"], .results: ["admin", "bureau"],
    .facts: ["admin", "bureau", "host"], .attachments: ["admin", "bureau", "host"], .applications: ["admin", "bureau", "host"],
  ]

  /// Who may export any of a kind; no round is entrusted to the agency here.
  private static let exporters: [ExportKind: Set<String>] = [
    .departments: Set(logins), .organizations: Set(logins), .centers: Set(logins), .scores: ["admin", "bureau", "e1"],
    .facts: ["admin", "bureau", "dept", "host", "e1"], .attachments: ["admin", "bureau", "dept", "host", "e1"],
    .applications: ["admin", "bureau", "dept", "host", "e1"], .results: Set(logins), .experts: ["admin", "bureau", "e1"],
    .users: ["admin", "bureau", "e1"], .conflicts: ["admin", "bureau", "e1"], .audit: ["admin", "bureau"],
    .dutyAttachments: ["admin", "bureau", "dept", "host"],
  ]

  private static let logins = ["admin", "bureau", "dept", "host", "agency", "e1", "viewer"]

  private func year(_ kind: ImportKind?) -> Int? { kind == .results ? 2022 : kind?.isOfRound == true ? 2026 : nil }

  @Test("Import, before the file is read", arguments: logins)
  func importing(login: String) throws {
    let bench = try Bench.filled()
    let importer = Importer(store: bench.store, by: Acting(login, .command))
    for kind in ImportKind.allCases {
      let isPermitted = PermissionTests.importers[kind]?.contains(login) ?? false
      if isPermitted {
        #expect(try importer.prepare(kind, round: year(kind)) == year(kind), "\(kind)")
      } else {
        #expect(throws: InterchangeError.store(.notPermitted(kind.act)), "\(kind)") {
          // Bytes that are no table would be another error if they were looked at.
          try importer.run(kind, FileBytes([0], name: "file"), round: year(kind))
        }
      }
    }
  }

  @Test("Export", arguments: logins)
  func exporting(login: String) throws {
    let bench = try Bench.filled()
    for kind in ExportKind.allCases {
      let isPermitted = PermissionTests.exporters[kind]?.contains(login) ?? false
      if isPermitted {
        _ = try bench.give(kind, round: year(kind.imported), as: login)
      } else {
        #expect(throws: InterchangeError.store(.notPermitted(nil)), "\(kind)") {
          try bench.give(kind, round: year(kind.imported), as: login)
        }
      }
    }
  }

  @Test("A login that nobody has")
  func unknown() throws {
    let bench = try Bench.filled()
    for kind in ImportKind.allCases {
      #expect(throws: InterchangeError.store(.unknownLogin("nobody"))) { try bench.take(kind, "", as: "nobody") }
    }
    #expect(throws: InterchangeError.store(.unknownLogin("nobody"))) { try bench.give(.centers, as: "nobody") }
  }

  @Test("Each sees their own part: an expert's sheets and records, a department's and a host's facts, contacts of one's own")
  func parts() throws {
    let bench = try Bench.filled()
    try bench.take(.scores, "center,expert,indicator,points\nC1,e2,1.1,1\n", round: 2026)
    try bench.take(.conflicts, "center,expert,reason\nC1,e1,同窗\n")
    try bench.take(.facts, "center,fact,year,value\nC2,1.1.a,,3\n", round: 2026)
    #expect(!(try bench.give(.scores, round: 2026, as: "e1").contains("e2")))
    #expect(try bench.give(.experts, as: "e1").split(separator: "\r\n").count == 2)
    #expect(try bench.give(.users, as: "e1").split(separator: "\r\n").count == 2)
    #expect(try bench.give(.conflicts, as: "e1") == "center,expert,reason\r\nC1,e1,同窗\r\n")
    #expect(try bench.give(.facts, round: 2026, as: "dept").contains("C2,1.1.a"))
    #expect(!(try bench.give(.facts, round: 2026, as: "host").contains("C2,1.1.a")))
    #expect(!(try bench.give(.organizations, as: "viewer").contains("0317-0000001")))
    #expect(try bench.give(.organizations, as: "host").contains("0317-0000001"))
    #expect(!(try bench.give(.organizations, as: "host").contains("0000002")))
    #expect(try bench.give(.organizations, as: "dept").contains("0317-0000001"))
  }

  @Test("A host imports facts of its own centers only, an expert conflicts of their own only; another's answers as one that is not there")
  func own() throws {
    let bench = try Bench.filled()
    let facts = { (center: String) in "center,fact,year,value\n\(center),1.1.a,,9\n" }
    #expect(try bench.take(.facts, facts("C1"), round: 2026, as: "host").changed == 1)
    for center in ["C2", "NONE"] {
      #expect(throws: InterchangeError.store(.notPermitted(nil))) { try bench.take(.facts, facts(center), round: 2026, as: "host") }
    }
    #expect(try bench.take(.conflicts, "center,expert,reason\nC1,e1,同窗\n", as: "e1").new == 1)
    #expect(throws: InterchangeError.store(.notPermitted(.importConflicts))) {
      try bench.take(.conflicts, "center,expert,reason\nC1,e2,同窗\n", as: "e1")
    }
  }

  @Test("A host lists documents of its own centers only; each sees their part of the register")
  func documents() throws {
    let bench = try Bench.filled()
    let list = { (center: String) in "center,title\n\(center),新章程\n" }
    #expect(try bench.take(.attachments, list("C1"), round: 2026, as: "host").new == 1)
    for center in ["C2", "NONE"] {
      #expect(throws: InterchangeError.store(.notPermitted(nil))) { try bench.take(.attachments, list(center), round: 2026, as: "host") }
    }
    try bench.take(.attachments, list("C2"), round: 2026)
    #expect(try bench.give(.attachments, round: 2026, as: "dept").contains("C2,新章程"))
    for login in ["host", "e1"] { #expect(!(try bench.give(.attachments, round: 2026, as: login).contains("C2,"))) }
  }

  @Test("A host may not import facts once the round is settled")
  func settled() throws {
    let bench = try Bench.filled()
    try bench.store.settleRound(2026, by: Acting("bureau", .command))
    #expect(throws: InterchangeError.store(.notPermitted(.importFacts))) { try bench.take(.facts, "", round: 2026, as: "host") }
  }
}
