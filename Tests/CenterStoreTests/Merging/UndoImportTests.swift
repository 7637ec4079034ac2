import CenterStore
import Foundation
import Regulation
import Testing

@Suite("An import is taken back as one act: what was before stands again, or nothing is touched and it is told why")
struct UndoImportTests {
  /// A city with all that three files brought.
  private func city() throws -> Scratch {
    let scratch = try Scratch(durably: false)
    try scratch.fill()
    return scratch
  }

  /// Everything that the store gives out of the registry and its people, as text.
  private func standing(_ store: CenterStore) throws -> [String] {
    var all: [String] = []
    try store.eachCenter(by: Scratch.bureau) { all.append("\($0)") }
    all += try store.departments(by: Scratch.bureau).map { "\($0)" } + store.organizations(by: Scratch.bureau).map { "\($0)" }
    all += try store.experts(by: Scratch.bureau).map { "\($0)" } + store.users(by: Scratch.bureau).map { "\($0)" }
    all += try store.conflicts(by: Scratch.bureau).map { "\($0)" }
    return all
  }

  /// What a round holds, as text.
  private func standing(of year: Int, _ store: CenterStore) throws -> [String] {
    var all: [String] = ["\(try store.round(year, by: Scratch.bureau).state)"]
    try store.eachScore(year: year, by: Scratch.bureau) { all.append("\($0)") }
    try store.eachFact(year: year, by: Scratch.bureau) { all.append("\($0)") }
    try store.eachAttachment(year: year, by: Scratch.bureau) { all.append("\($0)") }
    all += try store.materials(year: year, by: Scratch.bureau).map { "\($0.code) \($0.material)" }
    return all
  }

  private func findings(_ store: CenterStore) throws -> [String] {
    try store.examination(by: Scratch.admin).verdicts.flatMap(\.findings).map { "\($0)" }
  }

  /// Imports, takes back, and compares; the doctor finds nothing before and after.
  private func check(
    _ scratch: Scratch, year: Int? = nil, by who: Acting = Scratch.bureau, _ doing: (CenterStore) throws -> ImportOutcome
  ) throws {
    func all() throws -> [String] { try standing(scratch.store) + (year.map { try standing(of: $0, scratch.store) } ?? []) }
    let before = try all()
    let outcome = try doing(scratch.store)
    #expect(outcome.problems.isEmpty)
    #expect(try all() != before)
    let link = try #require(outcome.link)
    let head = try scratch.store.chainHead(by: who).number
    #expect(try scratch.store.undoImport(link, by: who) > 0)
    #expect(try all() == before)
    #expect(try scratch.store.chainHead(by: who).number == head + 1)
    let found = try findings(scratch.store)
    #expect(found.isEmpty, "\(found)")
    let entry = try scratch.store.auditEntry(head + 1, by: Scratch.admin)
    #expect(entry.change.facts.contains { $0.name == "undoes" && $0.value == String(link) })
  }

  private func center(_ code: String, _ change: (inout CenterRecord) throws -> Void = { _ in }) throws -> Numbered<CenterRecord> {
    var record = CenterRecord(
      code: try PlainText(code), name: try PlainText("沧州市\(code)技术创新中心"), host: try PlainText("新厂"), hostKind: .enterprise,
      coBuilders: [try PlainText("新校"), try PlainText("运河大学")], department: try PlainText("新县科学技术局"), field: try PlainText("新材料"),
      certifiedOn: try #require(Day(2021, 3, 1)), status: .active, director: try PlainText("张三"), formerNames: [try PlainText("旧名")])
    try change(&record)
    return Numbered(2, record)
  }

  @Test("Centers: new ones go with the organizations and the department they brought, changed ones and their host's kind are as before")
  func centers() throws {
    try check(try city()) { store in
      try store.importCenters(
        [
          center("C7"), center("C8") { $0.host = try PlainText("盐山管业") },
          // Of a new center, a host that was there becomes of another kind; of one that was there, everything changes.
          center("C9") { ($0.host, $0.hostKind) = (try PlainText("泊头铸造集团"), .institute) }, center("C1"),
        ], by: Scratch.bureau)
    }
  }

  @Test("Departments, organizations, experts, users and conflicts: what was new is gone, what was changed is as before")
  func people() throws {
    let scratch = try city()
    try check(scratch) { store in
      try store.importDepartments(
        [
          Numbered(2, DepartmentRecord(name: PlainText("新县科学技术局"), kind: .county)),
          Numbered(3, DepartmentRecord(name: PlainText("泊头市科学技术局"), kind: .municipal, jurisdiction: PlainText("全市"))),
        ], by: Scratch.bureau)
    }
    try check(scratch) { store in
      try store.importOrganizations(
        [
          Numbered(2, OrganizationRecord(name: PlainText("新厂"), aliases: [PlainText("老厂")])),
          Numbered(
            3, OrganizationRecord(name: PlainText("沧州渤海激光有限公司"), kind: .some(.institute), county: PlainText("青县"), aliases: [])),
        ], by: Scratch.bureau)
    }
    try check(scratch) { store in
      try store.importExperts(
        [
          Numbered(2, ExpertRecord(login: PlainText("e7"), name: PlainText("新"), employer: PlainText("新校"), fields: [PlainText("化工")])),
          Numbered(3, ExpertRecord(login: PlainText("e2"), name: PlainText("改"), employer: PlainText("新所"), formerEmployers: [])),
        ], by: Scratch.bureau)
    }
    try check(scratch, by: Scratch.admin) { store in
      try store.importUsers(
        [
          Numbered(2, UserRecord(login: PlainText("h7"), name: PlainText("新"), role: .viewer, organization: PlainText("新所"))),
          Numbered(3, UserRecord(login: PlainText("viewer"), name: PlainText("改"), role: .bureau)),
        ], by: Scratch.admin)
    }
    _ = try scratch.store.importConflicts([conflict("C1", "e3", "师生")], by: Scratch.bureau)
    try check(scratch) { try $0.importConflicts([conflict("C1", "e3", "同学"), conflict("C2", "e1", "亲属")], by: Scratch.bureau) }
  }

  private func conflict(_ center: String, _ expert: String, _ reason: String) throws -> Numbered<ConflictRecord> {
    Numbered(2, ConflictRecord(center: try PlainText(center), expert: try PlainText(expert), reason: try PlainText(reason)))
  }

  private func fact(_ center: String, _ value: Int, _ row: Int = 2) throws -> Numbered<FactRecord> {
    let code = try #require(FactCode("3.1.a"))
    return Numbered(
      row, FactRecord(center: try PlainText(center), fact: code, year: 2025, value: .count(value), note: .empty))
  }

  @Test("A round: scores with the sheets and assignments they made, facts with the material they handed in, documents")
  func rounds() throws {
    let scratch = try city()
    try scratch.store.openRound(2026, by: Scratch.bureau)
    try check(scratch, year: 2026) {
      try $0.importScores(year: 2026, $0 === scratch.store ? scratch.sheet("C1", "e1") : [], by: Scratch.bureau)
    }
    try check(scratch, year: 2026) { try $0.importFacts(year: 2026, [fact("C1", 3)], by: Scratch.bureau) }
    _ = try scratch.store.importFacts(year: 2026, [fact("C1", 3)], by: Scratch.bureau)
    try check(scratch, year: 2026) { try $0.importFacts(year: 2026, [fact("C1", 5), fact("C2", 1, 3)], by: Scratch.bureau) }
    func document(_ title: String, _ kind: String) throws -> Numbered<AttachmentRecord> {
      Numbered(
        2,
        AttachmentRecord(
          center: try PlainText("C1"), title: try PlainText(title), kind: try PlainText(kind), date: .some(Day(2025, 3, 1)),
          file: try PlainText("a.pdf"), facts: [try #require(FactCode("3.1.a"))]))
    }
    _ = try scratch.store.importAttachments(year: 2026, [document("章程", "制度")], by: Scratch.bureau)
    try check(scratch, year: 2026) {
      try $0.importAttachments(year: 2026, [document("章程", "其他"), document("审计报告", "报告")], by: Scratch.bureau)
    }
    func result(_ code: String, _ score: Int) throws -> Numbered<ResultRecord> {
      Numbered(2, ResultRecord(center: try PlainText(code), score: Points(score), grade: Grade(published: Points(score))))
    }
    let first = try #require(try scratch.store.importResults(year: 2024, [result("C1", 9_100)], by: Scratch.bureau).link)
    let second = try #require(
      try scratch.store.importResults(year: 2024, [result("C1", 7_000)], by: Scratch.bureau).link)
    try scratch.store.undoImport(second, by: Scratch.bureau)
    #expect(try scratch.store.results(year: 2024, by: Scratch.bureau).map(\.score) == [Points(9_100)])
    #expect(throws: StoreError.self) { try scratch.store.undoImport(first, by: Scratch.bureau) }
    #expect(try findings(scratch.store) == [])
  }

  /// What the store says against it.
  private func refusal(_ link: Int64?, _ store: CenterStore, by who: Acting = Scratch.bureau) throws -> String {
    let before = try standing(store)
    do throws(StoreError) { try store.undoImport(link ?? 0, by: who) } catch {
      #expect(try standing(store) == before)
      return error.phrase.zh
    }
    return ""
  }

  @Test("What somebody changed or used since stays, with their name, and so does all the rest")
  func since() throws {
    let scratch = try city()
    let store = scratch.store
    let centers = try store.importCenters([center("C7"), center("C8")], by: Scratch.bureau).link
    let more = try store.importCenters([center("C8") { $0.director = try PlainText("李四") }], by: Scratch.admin).link
    #expect(try refusal(centers, store).contains("C8 其后由 admin 改动"))
    try store.undoImport(try #require(more), by: Scratch.admin)
    #expect(try refusal(centers, store).contains("C8"), "what is as it was bears another link, and its history another hand")
    let others = try store.importCenters([center("C9")], by: Scratch.bureau).link
    try store.declareConflict(center: "C9", expert: "e3", reason: PlainText("师生"), by: Scratch.admin)
    #expect(try refusal(others, store).contains("C9 其后由 admin 使用"))
    let experts = try store.importExperts(
      [Numbered(2, ExpertRecord(login: PlainText("e7"), name: PlainText("新"), employer: PlainText("新校")))], by: Scratch.bureau
    ).link
    try store.disableUser("e7", reason: PlainText("离任"), by: Scratch.admin)
    #expect(try refusal(experts, store).contains("e7 其后由 admin 改动"))
    let users = try store.importUsers(
      [Numbered(2, UserRecord(login: PlainText("b2"), name: PlainText("新"), role: .bureau))], by: Scratch.admin
    ).link
    _ = try store.importCenters([center("C6")], by: Acting("b2", .command))
    #expect(try refusal(users, store, by: Scratch.admin).contains("b2 已用该账号办过事"))
    #expect(try refusal(users, store).contains("不") && (try refusal(9_999, store)) != "")
  }

  @Test("Scores of a sheet that was handed in since, a round that was settled, material that was reported: nothing goes back")
  func steps() throws {
    let scratch = try city()
    let store = scratch.store
    try store.openRound(2026, RoundPlan(minimumSheets: 1), by: Scratch.bureau)
    let draft = try store.importScores(year: 2026, Array(scratch.sheet("C1", "e1").prefix(5)), by: Scratch.bureau).link
    let whole = try store.importScores(year: 2026, scratch.sheet("C1", "e1", hundredthsOff: 100), by: Scratch.admin).link
    #expect(try refusal(draft, store).contains("其后由 admin 改动"))
    #expect(try refusal(whole, store, by: Scratch.admin).contains("在导入之前已有"))
    let facts = try store.importFacts(year: 2026, [fact("C1", 3)], by: Scratch.bureau).link
    try store.settleRound(2026, by: Scratch.bureau)
    #expect(try refusal(facts, store).contains("2026 年度评估已核定"))
    #expect(try findings(store) == [])
  }

  @Test("Somebody ends an import, or the store changed since the trial that was agreed to: nothing is written")
  func terms() throws {
    let scratch = try city()
    let head = try scratch.store.chainHead(by: Scratch.bureau).number
    let rows = [try center("C7"), try center("C8")]
    let stopped = scratch.store.under(ImportTerms { done, _ in done < 1 })
    let departments = try ["甲局", "乙局"].map { Numbered(2, DepartmentRecord(name: try PlainText($0), kind: .county)) }
    #expect(try stopped.importDepartments(departments, by: Scratch.bureau).ending == .stopped)
    #expect(try scratch.store.under(ImportTerms { _, _ in false }).importCenters(rows, by: Scratch.bureau).ending == .stopped)
    #expect(try scratch.store.chainHead(by: Scratch.bureau).number == head)
    let trial = try scratch.store.under(ImportTerms { _, _ in true }).importCenters(rows, dryRun: true, by: Scratch.bureau)
    #expect(trial.new == 2 && trial.told.map(\.object) == ["center/C7", "center/C8"] && trial.link == nil)
    let agreed = scratch.store.under(ImportTerms(agreed: trial.root) { _, _ in true })
    // What has nothing to do with it does not matter; what has, does.
    try scratch.store.declareConflict(center: "C1", expert: "e3", reason: PlainText("师生"), by: Scratch.admin)
    #expect(try agreed.importCenters(rows, dryRun: true, by: Scratch.bureau).ending == .whole)
    _ = try scratch.store.importCenters([center("C7") { $0.director = .empty }], by: Scratch.admin)
    #expect(try agreed.importCenters(rows, by: Scratch.bureau).ending == .overtaken)
    #expect(try scratch.store.registryLine(code: "C7", by: Scratch.bureau).director == "")
  }
}
