import CenterStore
import Regulation
import Testing

@Suite("What a new center takes over in the rounds under way, in the store (articles 4(5), 25 to 27)")
struct TakingOverTests {
  private let city: City
  private var store: CenterStore { city.store }
  private let why = PlainText(literal: "合并")
  private let name = PlainText(literal: "沧州市联合技术创新中心")

  init() throws { city = try City() }

  @discardableResult
  private func reorganise(_ codes: [String], _ new: SuccessorRecord, dryRun: Bool = false) throws -> [TakenOver] {
    try store.reorganise(
      try codes.map { try PlainText($0) }, into: PlainText("N1"), new: new, on: Day(parsing: "2026-05-04") ?? Day(number: 0), document: why,
      reason: why, dryRun: dryRun, by: Scratch.bureau)
  }

  @Test("Form, documents and experts of one center go along, undeclared and not handed in; host and director are on file")
  func one() throws {
    try store.attach(
      AttachmentEntry(title: PlainText("台账"), proves: []), to: .material(center: "C1", year: 2026), by: Scratch.bureau)
    let new = try SuccessorRecord(name: name, host: PlainText("丙公司"), hostKind: .institute, director: PlainText("何工"))
    let links = try store.verifyChain(by: Scratch.admin).links
    let told = try reorganise(["C1"], new, dryRun: true)
    let after = try store.verifyChain(by: Scratch.admin).links
    #expect(after == links)
    let done = try reorganise(["C1"], new)
    #expect(told == done)
    #expect(told.map(\.year) == [2026, 2028] && told.map(\.figures) == [1, 1] && told.map(\.documents) == [1, 0])
    let record = try store.center(code: "N1", by: Scratch.bureau)
    #expect(record.host.string == "丙公司" && record.hostKind == .institute && record.director?.string == "何工")
    for year in [2026, 2028] {
      let file = try store.materialFile(year: year, center: "N1", by: Scratch.bureau)
      #expect(file.form.sheet.entries.count == 1 && file.form.declaration == nil && file.summary.material == .none)
      #expect(file.summary.succeeds == ["C1"])
      #expect(try store.assignments(year: year, by: Scratch.bureau).contains { $0.center == "N1" && $0.expert == "expert" })
    }
    #expect(try store.roundFile(2026, by: Scratch.bureau).reorganisations.succession(of: "N1")?.predecessors.map(\.string) == ["C1"])
    #expect(try store.attachments(of: .material(center: "N1", year: 2026), by: Scratch.bureau).map(\.entry.title.string) == ["台账"])
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("Of two centers no form goes along; whoever declared a conflict with either steps aside from the new one")
  func two() throws {
    try store.declareConflict(center: "C2", expert: "expert", reason: why, by: Scratch.bureau)
    let told = try reorganise(["C1", "C2"], SuccessorRecord(name: name))
    #expect(told.map(\.takeover.formsLeft) == [["C1", "C2"], ["C1", "C2"]] && told.allSatisfy { $0.takeover.form == nil })
    #expect(told.allSatisfy { $0.takeover.experts == ["other"] && $0.takeover.expertsLeft == ["expert"] })
    #expect(try store.conflicts(by: Scratch.bureau).map(\.center.string) == ["C2", "N1"])
    #expect(try store.materialFile(year: 2026, center: "N1", by: Scratch.bureau).form.isBlank)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("A center that the bureau deferred goes on deferred, by a step of its own")
  func deferred() throws {
    try store.openRound(2030, by: Scratch.bureau)
    try store.stepRound(2030, .postpone("C1", reason: why), by: Scratch.bureau)
    let told = try reorganise(["C1"], SuccessorRecord(name: name))
    #expect(told.last?.year == 2030 && told.last?.takeover.deferral == why)
    #expect(try store.dueCenters(2030, by: Scratch.bureau).first { $0.code == "N1" }?.standing == .exempt(.deferred))
    #expect(try store.dueCenters(2026, by: Scratch.bureau).first { $0.code == "N1" }?.standing == .due)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test(
    "Whom the host asked to step aside goes along where it hosts the new center too; whoever scores already stays",
    arguments: [true, false])
  func asked(isSameHost: Bool) throws {
    try store.openRound(2030, by: Scratch.bureau)
    let request = RecusalRequest(person: try PlainText("专家0"), reason: why)
    try store.askRecusal(center: "C1", request, by: City.acting(.host))
    let new = try SuccessorRecord(name: name, host: isSameHost ? nil : PlainText("丙公司"), hostKind: isSameHost ? nil : .institute)
    let told = try reorganise(["C1"], new)
    #expect(told.map(\.takeover.experts) == [["expert"], ["expert"], []])
    #expect(try store.recusalRequests(center: "N1", by: Scratch.bureau) == (isSameHost ? [request] : []))
    let isRefused = refusal { try store.assignExpert(year: 2030, center: "N1", expert: "expert", by: Scratch.bureau) } != nil
    #expect(isRefused == isSameHost)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("A new host that is not on file needs its kind, and a name that an active center bears is refused")
  func refused() throws {
    let host = refusal { try reorganise(["C1"], SuccessorRecord(name: name, host: PlainText("丙公司"))) }
    #expect(host?.field == "hostKind")
    let same = refusal { try reorganise(["C1"], SuccessorRecord(name: PlainText("沧州市C2技术创新中心"))) }
    #expect(same?.article == "9.7" && same?.field == "name")
    try reorganise(["C1"], SuccessorRecord(name: PlainText("沧州市C1技术创新中心"), host: PlainText("乙公司")))
    #expect(try store.center(code: "N1", by: Scratch.bureau).hostKind == .enterprise)
  }
}
