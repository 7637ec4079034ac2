import CenterStore
import Regulation
import Testing

@Suite("The list of fields (articles 3 and 8)")
struct FieldRollTests {
  private let city: ApplicationCity

  init() throws { city = try ApplicationCity() }

  private func line(_ name: String, _ who: Acting) throws -> FieldLine? {
    try city.store(on: ApplicationCity.day(3, 20)).fieldRoll(by: who).first { $0.name == name }
  }

  /// A center with what it names as its field.
  private func add(_ code: String, _ name: String, field: String) throws {
    let record = CenterRecord(
      code: try PlainText(code), name: try PlainText(name), host: try PlainText("献县甲激光有限公司"), hostKind: .enterprise,
      department: try PlainText("献县科学技术局"), field: try PlainText(field), certifiedOn: ApplicationCity.day(1, 5), status: .active)
    let outcome = try city.store(on: ApplicationCity.day(3, 1)).importCenters([Numbered(2, record)], by: Scratch.admin)
    #expect(outcome.problems.isEmpty)
  }

  @Test("Each field of the list is there in its order, with its centers, the open applications that one sees, and the call's priorities")
  func listed() throws {
    _ = try city.draft()
    try add("N1", "沧州市涂层技术创新中心", field: "新材料")
    let fields = try Places.standard.get().fields.map(\.zh)
    #expect(try city.store(on: ApplicationCity.day(3, 20)).fieldRoll(by: ApplicationCity.bureau).prefix(fields.count).map(\.name) == fields)
    let bureau = try #require(try line("新材料", ApplicationCity.bureau))
    #expect(bureau.kind == .listed(.field) && bureau.centers == [.active: 1] && bureau.priority == .named(year: 2026))
    #expect(bureau.openApplications == 1)
    // A draft is its host's, and no department's yet.
    #expect(try line("新材料", ApplicationCity.host)?.openApplications == 1)
    #expect(try line("新材料", ApplicationCity.department)?.openApplications == 0)
    #expect(try line("新材料", Acting("viewer", .desk))?.openApplications == nil)
    #expect(try line("现代农业", ApplicationCity.bureau)?.priority == .outside(year: 2026))
    let centers = try city.store(on: ApplicationCity.day(3, 20)).fieldCenters("新材料", limit: 5, by: ApplicationCity.bureau)
    #expect(centers.map(\.code) == ["N1"])
  }

  @Test("An application that its host took back is under way no more")
  func withdrawn() throws {
    let number = try city.draft()
    try city.store(on: ApplicationCity.day(3, 3)).stepApplication(number, .withdraw(reason: PlainText("改报明年")), by: ApplicationCity.host)
    #expect(try line("新材料", ApplicationCity.bureau)?.openApplications == 0)
  }

  @Test("What centers name and the list does not hold comes after it, those that name none last")
  func unlisted() throws {
    try add("N2", "沧州市针织技术创新中心", field: "针纺集群")
    try add("N3", "沧州市种子技术创新中心", field: "")
    let others = try city.store(on: ApplicationCity.day(3, 20)).fieldRoll(by: ApplicationCity.bureau).filter { $0.term == nil }
    #expect(others.map(\.name) == ["针纺集群", ""] && others.map(\.kind) == [.unlisted, .unsaid])
    #expect(others.map(\.total) == [1, 1])
  }
}
