import CenterStore
import Interchange
import TableFiles
import Testing
import Wording

@Suite("The evaluation form that is filled in elsewhere (article 27)")
struct FactFormTests {
  private func form(_ bench: Bench, _ language: Language = .zh, of center: String = "C1", as login: String = "admin") throws -> [UInt8] {
    let sink = MemorySink()
    try FactForm(store: bench.store, by: Acting(login, .command)).run(center, language, round: 2026) { () throws(FileError) in sink }
    return sink.bytes
  }

  @Test("Taken in as it was given out, it changes nothing: rows left open are no errors", arguments: Language.allCases)
  func open(language: Language) throws {
    let bench = try Bench.filled()
    let before = try bench.give(.facts, round: 2026)
    let report = try bench.take(.facts, form(bench, language), round: 2026)
    #expect(report.problems.lines(.en) == [] && report.new == 0 && report.changed == 0 && report.unchanged > 0)
    #expect(try bench.give(.facts, round: 2026) == before)
  }

  @Test("Who may not see the form of a center gets none, and the columns that explain make no plain file lenient")
  func refusals() throws {
    let bench = try Bench.filled()
    try bench.take(.users, "login,name,role\nlooker,看,viewer\n")
    #expect(throws: InterchangeError.store(.notPermitted(nil))) { try form(bench, as: "looker") }
    let report = try bench.take(.facts, "center,fact,year,value,note\nC1,1.1.a,,,\n", round: 2026)
    #expect(report.problems.errors.map(\.column) == ["value"])
    #expect(try bench.take(.facts, "center,fact,item,year,value,note\nC1,1.1.a,管理委员会人数,,,\n", round: 2026).problems.isEmpty)
  }
}
