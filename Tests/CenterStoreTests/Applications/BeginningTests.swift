import CenterStore
import Regulation
import Testing

@Suite("How an application begins: for which department, with which form; and the code of the center that it becomes")
struct BeginningTests {
  typealias City = ApplicationCity

  @Test("A withdrawn application is begun again with its form, but with no declaration, and by its host only")
  func copying() throws {
    let city = try City()
    let number = try city.application(after: 1)
    let store = city.store(on: City.day(3, 25))
    try store.stepApplication(number, .withdraw(reason: PlainText("另行申报")), by: City.host)
    let copy = try store.beginApplication(year: 2026, department: PlainText("献县科学技术局"), copying: number, by: City.host)
    let (old, new) = (try store.application(number, by: City.host), try store.application(copy, by: City.host))
    #expect(copy != number && new.summary.stage == .draft && new.summary.name == old.summary.name && new.summary.field == old.summary.field)
    var form = old.form
    form.declarationSigned = nil
    #expect(new.form == form)
    #expect(throws: StoreError.notPermitted(.draftApplication)) {
      try store.beginApplication(
        year: 2026, department: PlainText("东光县科学技术局"), copying: number, by: Acting("otherhost", .desk))
    }
    #expect(try city.scratch.store.verifyChain(by: Scratch.admin).broken == nil)
  }

  @Test("A draft's department can be changed by its host, what was handed in keeps its own")
  func redirecting() throws {
    let city = try City()
    let number = try city.draft()
    let store = city.store(on: City.day(3, 25))
    let other = try PlainText("东光县科学技术局")
    #expect(throws: StoreError.notPermitted(.draftApplication)) {
      try store.redirectApplication(number, to: other, by: Acting("otherhost", .desk))
    }
    try store.redirectApplication(number, to: other, by: City.host)
    #expect(try store.application(number, by: City.host).summary.department == "东光县科学技术局")
    try store.stepApplication(number, .submit, by: City.host)
    #expect(try store.applications(by: City.department).isEmpty)
    #expect(try store.applications(by: Acting("dongguang", .desk)).map(\.number) == [number])
    #expect(throws: StoreError.self) { try store.redirectApplication(number, to: PlainText("献县科学技术局"), by: City.host) }
  }

  @Test("The usual department is that of the host's county, else the one of its latest application")
  func ownDepartment() throws {
    let city = try City()
    let store = city.store(on: City.day(3, 25))
    #expect(try store.ownDepartment(by: City.host) == nil)
    _ = try city.draft()
    #expect(try store.ownDepartment(by: City.host)?.string == "献县科学技术局")
    _ = try store.importOrganizations(
      [Numbered(2, OrganizationRecord(name: PlainText("献县甲激光有限公司"), kind: .enterprise, county: PlainText("东光县")))],
      by: Scratch.admin)
    #expect(try store.ownDepartment(by: City.host)?.string == "东光县科学技术局")
    #expect(try store.ownDepartment(by: City.bureau) == nil)
  }

  @Test(
    "The next code goes on in the registry's manner, with the year of today where it holds one",
    arguments: [
      ([], "YS2026-0001"), (["YS2024-0009"], "YS2026-0001"), (["YS2026-0007", "YS2026-0002"], "YS2026-0008"), (["CZ-09"], "CZ-10"),
      (["CZ-99"], "CZ-100"), (["甲"], nil),
    ] as [([String], String?)])
  func nextCode(codes: [String], next: String?) throws {
    let city = try City()
    let centers = try codes.map { code in
      CenterRecord(
        code: try PlainText(code), name: try PlainText("沧州市\(code)技术创新中心"), host: try PlainText("献县甲激光有限公司"), hostKind: .enterprise,
        coBuilders: [], department: try PlainText("献县科学技术局"), field: try PlainText("新材料"), certifiedOn: City.day(1, 5), status: .active,
        director: .empty, formerNames: [])
    }
    if !centers.isEmpty { _ = try city.scratch.store.importCenters(centers.enumerated().map { Numbered($0 + 2, $1) }, by: Scratch.admin) }
    #expect(try city.store(on: City.day(6, 9)).nextCenterCode(by: City.bureau)?.string == next)
  }

  @Test("A credit check stands in the file with who made it, for those who may know that")
  func credit() throws {
    let city = try City()
    let number = try city.application(after: 3)
    let store = city.store(on: City.day(4, 17))
    #expect(try store.application(number, by: City.bureau).creditChecks.isEmpty)
    let check = try CreditCheck(on: City.day(4, 17), source: PlainText("信用中国"), isGood: true, result: .empty)
    try store.recordCreditCheck(number, check, by: City.bureau)
    let own = try store.application(number, by: City.bureau)
    #expect(own.creditChecks.map(\.check) == [check] && own.creditChecks.first?.name != nil)
    #expect(own.history.allSatisfy { $0.name != nil })
    let shown = try store.application(number, by: City.host)
    #expect(shown.creditChecks.map(\.check) == [check] && shown.creditChecks.allSatisfy { $0.name == nil })
    // A host reads the names of its own people, and of nobody else.
    #expect(shown.history.map { $0.name != nil } == shown.history.map { $0.step.kind.isTaken(by: .host) })
  }
}
