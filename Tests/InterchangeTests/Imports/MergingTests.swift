import CenterStore
import Interchange
import Regulation
import Testing

@Suite("Imports are all or nothing")
struct MergingTests {
  @Test("One wrong row keeps all rows out; a dry run counts them and writes nothing")
  func allOrNothing() throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let good = "name,kind\n甲局,county\n乙局,市直\n"
    #expect(try bench.take(.departments, good + "丙局,city\n").problems.count == 1)
    let dry = try bench.take(.departments, good, dryRun: true)
    #expect(dry.new == 2 && dry.problems.isEmpty)
    #expect(try bench.head == head)
    #expect(try bench.take(.departments, good).new == 2)
    #expect(try bench.head == head + 1)
  }

  @Test("The same file twice changes nothing and appends no link", arguments: Samples.registry.indices)
  func twice(index: Int) throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let report = try bench.take(Samples.registry[index].0, Samples.registry[index].1)
    #expect(report.new == 0 && report.changed == 0 && report.unchanged > 0)
    #expect(try bench.head == head)
  }

  @Test("The round is found where one alone is open, and asked for where not")
  func round() throws {
    let bench = try Bench.filled()
    #expect(try bench.take(.scores, Samples.round[0].1).unchanged == 3)
    #expect(try bench.give(.facts).contains("C1,1.1.a"))
    try bench.store.openRound(2028, by: Acting("admin", .command))
    let error = #expect(throws: InterchangeError.roundNeeded(open: [2028, 2026])) { try bench.take(.scores, "") }
    #expect(error?.exitStatus == 64)
    #expect(try bench.give(.centers, round: 2026) == bench.give(.centers))
    #expect(throws: InterchangeError.store(.noSuch(.round, "2030"))) { try bench.give(.scores, round: 2030) }
  }

  @Test("Results come in for years of which no round is on the desk, and for none to come", arguments: [2026, 2027])
  func results(year: Int) throws {
    let bench = try Bench.filled()
    let error = #expect(throws: InterchangeError.self) { try bench.take(.results, Samples.results, round: year) }
    #expect(error?.exitStatus == 65)
  }

  @Test("Counts are of the records of the file: what else stands on a sheet is not counted")
  func counts() throws {
    let bench = try Bench.filled()
    let header = "center,expert,indicator,points\n"
    let rows = try IndicatorSystem.standard.get().groups.flatMap(\.indicators).map { "C1,e2,\($0.code),100%\n" }
    try bench.take(.scores, header + rows.prefix(8).joined(), round: 2026)
    func counted(_ rows: String) throws -> [Int] {
      let report = try bench.take(.scores, header + rows, round: 2026)
      return [report.new, report.changed, report.unchanged]
    }
    #expect(try counted(rows[0]) == [0, 0, 1])
    #expect(try counted("C1,e2,1.1,4\n" + rows[1]) == [0, 1, 1])
    #expect(try counted(rows[8]) == [1, 0, 0])
  }

  @Test("The row that would take the last administrator away is named, wherever it stands")
  func lastAdministrator() throws {
    let bench = try Bench.filled()
    func refused(_ rows: String) throws -> [String] {
      try bench.take(.users, "login,name,role\n" + rows, dryRun: true).problems.errors.map { "\($0.row) \($0.column) \($0.value)" }
    }
    #expect(try refused("u5,A,viewer\nadmin,E,viewer\n") == ["3 role viewer"])
    #expect(try refused("admin,E,viewer\nu5,A,viewer\n") == ["2 role viewer"])
    #expect(try refused("admin,E,viewer\nu5,A,admin\n") == [])
    try bench.take(.users, "login,name,role\nu5,A,admin\n")
    #expect(try refused("u5,A,viewer\nadmin,E,viewer\nu6,B,viewer\n") == ["3 role viewer"])
    #expect(try refused("u5,A,viewer\n") == [])
  }

  @Test("A sheet with all nineteen indicators is submitted, one with less is a draft")
  func sheets() throws {
    let bench = try Bench.filled()
    let rows = try IndicatorSystem.standard.get().groups.flatMap(\.indicators).map { "C1,e2,\($0.code),100%\n" }.joined()
    #expect(try bench.take(.scores, "center,expert,indicator,points\n" + rows, round: 2026).new == 19)
    let progress = try bench.store.centerProgress(year: 2026, by: Acting("admin", .command))
    #expect(progress.map { "\($0.code) \($0.submitted)/\($0.assigned)" } == ["C1 1/2", "C2 0/1"])
  }
}
