import Foundation
import Testing

/// What a role may do with a command: the answer to its own things, to others' and to what does not exist.
enum Access: Sendable, Equatable {
  /// Everything; an object that does not exist is told.
  case yes
  /// Its own part only; others' things answer like what does not exist.
  case part
  /// Nothing, whatever there is.
  case none
}

/// A row of the table “who may”: a command that is tried on what is one's own, on another's and on what does not exist.
struct AccessRow: Sendable, CustomTestStringConvertible {
  let command: [String]
  let access: [String: Access]
  /// What `OBJECT` in the command stands for: one's own, another's, none; one of them where the object does not matter.
  let objects: [String]
  /// Whether the command takes a file, so that permission has to be checked before it is read.
  let takesFile: Bool

  var testDescription: String { command.joined(separator: " ") }

  init(
    _ command: String, objects: [String] = [""], takesFile: Bool = false, yes: [String] = [], part: [String] = []
  ) {
    self.command = command.split(separator: " ").map(String.init)
    self.objects = objects
    self.takesFile = takesFile
    var access: [String: Access] = [:]
    for role in AccessTableTests.roles { access[role] = yes.contains(role) ? .yes : part.contains(role) ? .part : Access.none }
    self.access = access
  }
}

@Suite("Who may do what: every role, every command; what one may not see, one cannot infer")
struct AccessTableTests {
  /// Roles by their logins in the small city.
  static let roles = ["admin", "bureau", "department", "host", "agency", "e1", "viewer"]
  private static let staff = ["admin", "bureau"]
  /// The agency's own round, another and none.
  private static let rounds = ["2026", "2028", "2030"]
  /// A center of one's own, another and none.
  private static let centers = ["C1", "C2", "NONE"]

  /// The table of the contract, a row a command or kind.
  static let table: [AccessRow] = [
    AccessRow("import users OBJECT", objects: ["users.csv"], takesFile: true, yes: ["admin"]),
    AccessRow("audit head", yes: staff), AccessRow("audit verify", yes: staff), AccessRow("export audit", yes: staff),
    AccessRow("doctor", yes: ["admin"]),
    AccessRow("import departments OBJECT", objects: ["departments.csv"], takesFile: true, yes: staff),
    AccessRow("import organizations OBJECT", objects: ["organizations.csv"], takesFile: true, yes: staff),
    AccessRow("import centers OBJECT", objects: ["centers.csv"], takesFile: true, yes: staff),
    AccessRow("import experts OBJECT", objects: ["experts.csv"], takesFile: true, yes: staff),
    AccessRow("import scores OBJECT --round 2026", objects: ["scores.csv"], takesFile: true, yes: staff),
    AccessRow("import results OBJECT --round 2024", objects: ["results.csv"], takesFile: true, yes: staff),
    AccessRow(
      "import conflicts OBJECT", objects: ["conflicts-e1.csv", "conflicts-e2.csv", "conflicts-none.csv"], takesFile: true,
      yes: staff + ["agency"], part: ["e1"]),
    AccessRow(
      "import facts OBJECT --round 2026", objects: ["facts-C1.csv", "facts-C2.csv", "facts-NONE.csv"], takesFile: true, yes: staff,
      part: ["host"]),
    AccessRow(
      "import attachments OBJECT --round 2026", objects: ["attachments-C1.csv", "attachments-C2.csv", "attachments-NONE.csv"],
      takesFile: true, yes: staff, part: ["host"]),
    AccessRow("round open 2032 --reason test", yes: staff), AccessRow("round publish OBJECT", objects: rounds, yes: staff),
    AccessRow("round resume OBJECT", objects: rounds, yes: staff), AccessRow("round close OBJECT", objects: rounds, yes: staff),
    AccessRow("round cancel OBJECT --reason test", objects: rounds, yes: staff),
    AccessRow("round settle OBJECT", objects: rounds, yes: staff, part: ["agency"]), AccessRow("round list", yes: roles),
    AccessRow("assign OBJECT --per-center 1 --dry-run", objects: rounds, yes: staff, part: ["agency"]),
    AccessRow("lot bind OBJECT --per-center 1 --dry-run", objects: rounds, yes: staff, part: ["agency"]),
    AccessRow("lot draw OBJECT --word 海晏 --witness 李公证", objects: ["2030"], yes: staff),
    AccessRow("lot show OBJECT", objects: rounds, yes: staff, part: ["agency"]),
    AccessRow("publish OBJECT -o p.json", objects: rounds, yes: staff),
    AccessRow("publish 2026 --open OBJECT -o o.json", objects: centers, yes: staff, part: ["host"]),
    AccessRow("due OBJECT", objects: rounds, yes: staff + ["department", "host"], part: ["agency"]),
    AccessRow("results OBJECT", objects: rounds, yes: staff + ["department"], part: ["agency"]),
    AccessRow("export results --round OBJECT", objects: rounds, yes: staff + ["department"], part: ["agency"]),
    AccessRow("results 2022", yes: roles), AccessRow("export results --round 2022", yes: roles),
    AccessRow("export centers", yes: roles), AccessRow("export organizations", yes: roles), AccessRow("export departments", yes: roles),
    AccessRow("export scores --round OBJECT", objects: rounds, yes: staff + ["e1"], part: ["agency"]),
    AccessRow("export facts --round OBJECT", objects: rounds, yes: staff + ["department", "host", "e1"], part: ["agency"]),
    AccessRow("export attachments --round OBJECT", objects: rounds, yes: staff + ["department", "host", "e1"], part: ["agency"]),
    AccessRow(
      "form OBJECT --round 2026 -o /dev/null", objects: ["C1", "C2", "NONE"], yes: staff + ["agency"], part: ["department", "host", "e1"]),
    AccessRow("export duty-attachments", yes: staff + ["department", "host"]),
    AccessRow("export experts", yes: staff + ["agency", "e1"]), AccessRow("export users", yes: staff + ["agency", "e1"]),
    AccessRow("export conflicts", yes: staff + ["agency", "e1"]), AccessRow("indicators", yes: roles),
    AccessRow("manual", yes: roles),
    AccessRow("export applications", yes: staff + ["department", "host", "e1"]),
    AccessRow("import applications OBJECT", objects: ["applications.json"], takesFile: true, yes: staff + ["host"]),
    AccessRow("score OBJECT --plain", objects: ["C1", "C2", "NONE"], part: ["e1"]),
    AccessRow("score C1 --plain --round OBJECT", objects: rounds, part: ["e1"]), AccessRow("ssh-keys", yes: ["admin"]),
    AccessRow("backup OBJECT", objects: ["copy.sqlite"], yes: ["admin"]),
    AccessRow("restore OBJECT", objects: ["backup.sqlite"], takesFile: true, yes: ["admin"]),
    AccessRow("check OBJECT", objects: ["application.json"], yes: roles), AccessRow("verify OBJECT", objects: ["away.cztic"], yes: roles),
    AccessRow("document roster", yes: roles),
    AccessRow("document result-notice OBJECT", objects: rounds, yes: staff + ["department"], part: ["agency"]),
    AccessRow("document round-summary OBJECT", objects: rounds, yes: staff, part: ["agency"]),
    AccessRow("document new-centers 2026", yes: roles), AccessRow("document recommendations 2026", yes: staff + ["department"]),
    AccessRow(
      "document evaluation-form OBJECT --round 2026", objects: centers, yes: staff + ["agency"], part: ["department", "host", "e1"]),
    AccessRow("document scoresheet OBJECT --round 2026", objects: centers, yes: staff + ["agency"], part: ["e1"]),
    AccessRow("document score-report OBJECT --round 2026", objects: centers, yes: staff + ["agency"]),
    AccessRow("document group-opinion OBJECT --round 2026", objects: centers, yes: staff + ["agency"], part: ["e1"]),
    AccessRow("document application SQ2026-0001", yes: staff), AccessRow("document opinion-sheet SQ2026-0001", yes: staff),
    AccessRow("document decision SQ2026-0001", yes: staff), AccessRow("document receipt SQ2026-0001", yes: staff),
    AccessRow("templates OBJECT", objects: ["templates"], yes: roles),
    AccessRow("offline take --round OBJECT -o away.cztic", objects: rounds, part: ["e1"]),
    AccessRow("offline bring OBJECT", objects: ["away.cztic"], takesFile: true, yes: ["e1"]),
    // Whoever has the file and its phrase needs no store.
    AccessRow("offline open OBJECT", objects: ["away.cztic"], yes: roles),
    AccessRow("offline sheet OBJECT", objects: ["away.cztic"], yes: roles),
    AccessRow("offline fill OBJECT x.xlsx", objects: ["away.cztic"], yes: roles),
    AccessRow("password OBJECT", objects: ["host", "nobody"], yes: ["admin"]),
  ]

  /// What makes a store of one's own, where nobody is anybody yet, and the desk, which is told apart by what it shows.
  private static let ofNobody: Set<String> = ["init", "demo", "guest", "the desk"]

  @Test("No command and no kind of table is missing from the table", arguments: CommandTree.all)
  func census(command: CommandTree.Command) {
    if AccessTableTests.ofNobody.contains(command.testDescription) { return }
    let kinds = command.arguments.first { $0.name == "kind" }?.values ?? []
    for words in kinds.isEmpty ? [command.words] : kinds.map({ command.words + [$0] }) {
      #expect(AccessTableTests.table.contains { $0.command.starts(with: words) }, "\(words) is tried by nobody")
    }
  }

  @Test("The desk opens for every login, and for nobody else: told before it is seen that there is no terminal")
  func desk() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    for role in AccessTableTests.roles { try cztic.expect(74, "--as", role) }
    try cztic.expect(77, "--as", "nobody")
  }

  /// The files that the rows name, each lawful by itself.
  private static let files = [
    "users.csv": "login,name,role\nnewcomer,新,viewer\n", "departments.csv": "name,kind\n新县科学技术局,county\n",
    "organizations.csv": "name\n新厂\n",
    "centers.csv":
      "code,name,host,host_kind,department,certified_on\nC9,沧州市新技术创新中心,新厂,enterprise,献县科学技术局,2020-01-01\n",
    "experts.csv": "login,name,employer\ne9,新,样例大学\n", "scores.csv": SmallCity.scores("C1", "e3"),
    "results.csv": "center,score,grade\nC1,90.00,excellent\n", "conflicts-e1.csv": "center,expert,reason\nC2,e1,同窗\n",
    "conflicts-e2.csv": "center,expert,reason\nC1,e2,同窗\n", "conflicts-none.csv": "center,expert,reason\nC1,nobody,同窗\n",
    "facts-C1.csv": "center,fact,year,value\nC1,1.1.a,,5\n", "facts-C2.csv": "center,fact,year,value\nC2,1.1.a,,5\n",
    "attachments-C1.csv": "center,title\nC1,合同\n", "attachments-C2.csv": "center,title\nC2,合同\n",
    "attachments-NONE.csv": "center,title\nNONE,合同\n", "facts-NONE.csv": "center,fact,year,value\nNONE,1.1.a,,5\n",
    "away.cztic": "{}", "applications.json": "[]", "application.json": "{}",
  ]

  @Test("The table", arguments: table)
  func everyRole(row: AccessRow) throws {
    for role in AccessTableTests.roles {
      let access = row.access[role] ?? .none
      // Who may do it everywhere may do it to the first; the others are for those who may not.
      let runs = try (access == .yes ? Array(row.objects.prefix(1)) : row.objects).map { try attempt(row, role, $0) }
      switch access {
      case .yes: #expect([0, 1, 65].contains(runs[0].status), "\(role): \(row.testDescription): \(runs[0].messages)")
      case .part:
        #expect(runs[0].status != 77, "\(role), own: \(row.testDescription): \(runs[0].messages)")
        expectRefusal(runs[1...], role, row)
      case .none: expectRefusal(runs[...], role, row)
      }
      if row.takesFile, access == .none {
        // Whoever may not do it learns nothing of the file, not even whether there is one.
        let absent = try attempt(row, role, "no-such-file.csv")
        #expect(absent.status == 77 && absent.messages == runs[0].messages, "\(role): \(row.testDescription)")
      }
    }
  }

  @Test("A login that nobody has is 77, whatever is asked", arguments: table)
  func nobody(row: AccessRow) throws {
    let first = try attempt(row, "nobody", row.objects[0])
    #expect(first.status == 77 && first.output.isEmpty, "\(first.messages)")
    let last = try attempt(row, "nobody", row.takesFile ? "no-such-file.csv" : row.objects[row.objects.count - 1])
    #expect(last.status == 77 && last.messages == first.messages)
  }

  /// All refused in the same words, and nothing printed.
  private func expectRefusal(_ runs: ArraySlice<Program.Run>, _ role: String, _ row: AccessRow) {
    for run in runs {
      #expect(run.status == 77 && run.output.isEmpty, "\(role) may not: \(row.testDescription): \(run.status) \(run.messages)")
      #expect(run.messages == runs.first?.messages, "\(role) can tell what exists: \(row.testDescription)")
    }
  }

  /// Tries it in a store as it was made; what was refused must have left it alone.
  private func attempt(_ row: AccessRow, _ role: String, _ object: String) throws -> Program.Run {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    var path = try AccessTableTests.files[object].map { try cztic.file(object, $0) } ?? object
    if object.hasSuffix(".sqlite") { path = cztic.folder.path + "/" + object }
    if object == "templates" { path = cztic.folder.path + "/templates" }
    if object == "backup.sqlite" { try FileManager.default.copyItem(atPath: cztic.store, toPath: path) }
    let run = try cztic.run(row.command.map { $0 == "OBJECT" ? path : $0 } + ["--store", cztic.store, "--as", role, "--lang", "en"])
    if object == "copy.sqlite" { #expect(FileManager.default.fileExists(atPath: path) == (run.status == 0)) }
    if run.status == 77 { #expect(try cztic.content() == SmallCity.content.get(), "\(role): \(row.testDescription)") }
    // Folders differ from try to try; what is said must not.
    return Program.Run(status: run.status, output: run.output, messages: run.messages.replacing(cztic.folder.path, with: ""))
  }

  @Test("A part is one's own: sheets, records, contacts, centers and facts of others are not in it")
  func parts() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    func export(_ kind: String, _ login: String, _ year: String? = nil) throws -> String {
      let round = year.map { ["--round", $0] } ?? []
      return try cztic.expect(0, ["export", kind, "--as", login] + round).output
    }
    let scores = try export("scores", "e1", "2026")
    #expect(scores.contains("C1,e1,") && !scores.contains("e2"))
    #expect(try export("scores", "agency", "2026").contains("C2,e2,"))
    #expect(try export("experts", "e1").split(separator: "\r\n").count == 2)
    #expect(try export("users", "e1").split(separator: "\r\n").count == 2)
    // An expert sees none before the pledge, which is given on the desk.
    #expect(!(try export("facts", "e1", "2026").contains("1.1.a")))
    for (login, own, other) in [("department", "C1", "C2"), ("host", "C1", "C2")] {
      let facts = try export("facts", login, "2026")
      #expect(facts.contains("\(own),1.1.a") && !facts.contains("\(other),1.1.a"), "\(login)")
    }
    for login in ["department", "host"] {
      let organizations = try export("organizations", login)
      #expect(organizations.contains("0317-0000001") && !organizations.contains("0317-0000002"), "\(login)")
      let due = try cztic.expect(0, ["due", "2026", "--as", login]).output
      #expect(due.contains("C1") && !due.contains("C2"), "\(login)")
    }
    for login in ["agency", "e1", "viewer"] { #expect(!(try export("organizations", login).contains("0317-000000")), "\(login)") }
    let department = try cztic.expect(0, ["results", "2026", "--json", "--as", "department"]).json()
    let centers = try #require(department["centers"] as? [[String: Any]])
    #expect(centers.count == 1 && centers[0]["code"] as? String == "C1" && centers[0]["rank"] is NSNull)
  }

  @Test("From publication on everybody sees the results")
  func published() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    try cztic.expect(0, "round", "settle", "2026", "--as", "agency")
    for login in ["e1", "host", "viewer"] { try cztic.expect(77, "results", "2026", "--as", login) }
    try cztic.expect(77, "round", "publish", "2026", "--as", "agency")
    try cztic.expect(0, "round", "publish", "2026", "--as", "bureau")
    for login in AccessTableTests.roles { try cztic.expect(0, "results", "2026", "--as", login) }
  }

  @Test("Entrusting a round: by the bureau only, to an agency on file by any of its names, told in the list and in the chain")
  func entrusting() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let names = try cztic.file("names.csv", "name,aliases\n样例评估事务所,样例所\n")
    try cztic.expect(0, "import", "organizations", names)
    try cztic.expect(77, "round", "open", "2030", "--agency", "样例所", "--as", "agency")
    let unknown = try cztic.expect(65, "round", "open", "2030", "--agency", "没有的所")
    #expect(unknown.messages.contains("没有的所"))
    try cztic.expect(0, "round", "open", "2030", "--agency", "样例所")
    let rounds = try #require(try cztic.expect(0, "round", "list", "--json").json()["rounds"] as? [[String: Any]])
    #expect(rounds.map { $0["agency"] as? String } == ["样例评估事务所", "", "样例评估事务所"])
    try cztic.expect(0, "due", "2030", "--as", "agency")
    #expect(try cztic.expect(0, "export", "audit").output.contains("样例评估事务所"))
    try cztic.expect(0, "audit", "verify")
    // Called off and announced again without it, it is the bureau's.
    try cztic.expect(0, "round", "cancel", "2030", "--reason", "x")
    try cztic.expect(0, "round", "open", "2030")
    try cztic.expect(77, "due", "2030", "--as", "agency")
  }
}
