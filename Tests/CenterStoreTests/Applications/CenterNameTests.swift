import CenterStore
import Regulation
import Testing

@Suite("Article 9.7: an application's name is unlike that of any active center")
struct CenterNameTests {
  typealias City = ApplicationCity
  private static let name = "沧州市激光切割技术创新中心"

  private func center(_ code: String, _ name: String, _ status: CenterStatus = .active) throws -> Numbered<CenterRecord> {
    Numbered(
      2,
      CenterRecord(
        code: try PlainText(code), name: try PlainText(name), host: try PlainText("泊头铸造集团"), hostKind: .enterprise,
        department: try PlainText("献县科学技术局"), certifiedOn: City.day(1, 5), status: status))
  }

  private func verdict(_ city: City, _ number: String) throws -> EligibilityFinding.Verdict? {
    try city.store(on: City.day(3, 20)).application(number, by: City.host).eligibility["9.7"]?.verdict
  }

  /// That the names that are compared with are those of the centers, no more and no fewer.
  private func requireWhole(_ city: City) throws {
    let hand = try city.scratch.otherHand()
    let kept = try hand.texts("SELECT center_id || ' ' || key FROM center_name ORDER BY center_id")
    let named = try hand.rows("SELECT id, name FROM center ORDER BY id").map { "\($0[0] as Int) \(CenterNameKey($0[1] as String))" }
    #expect(kept == named)
  }

  @Test(
    "in whatever spelling; a like one is another's",
    arguments: [
      (name, false), ("沧州市 激光切割 技术创新中心", false), ("沧州市激光切割机技术创新中心", true), ("沧州市激光技术创新中心", true),
    ])
  func spelling(_ other: String, _ isFree: Bool) throws {
    let city = try City()
    let number = try city.draft()
    #expect(try verdict(city, number) == .pass)
    _ = try city.scratch.store.importCenters([center("C1", other)], by: City.bureau)
    #expect(try verdict(city, number) == (isFree ? .pass : .fail))
    try requireWhole(city)
  }

  @Test("A form that is not saved yet is held against the same as the file; the center that has the name is named")
  func form() throws {
    let city = try City()
    let number = try city.draft()
    _ = try city.scratch.store.importCenters([center("C1", "沧州市铸造技术创新中心")], by: City.bureau)
    let store = city.store(on: City.day(3, 20))
    var form = try store.application(number, by: City.host).form
    #expect(try store.eligibility(of: number, with: form, by: City.host)["9.7"]?.verdict == .pass)
    form.center.name = try PlainText("沧州市 铸造 技术创新中心")
    let before = try store.eligibility(of: number, with: form, by: City.host)
    #expect(before["9.7"]?.verdict == .fail)
    #expect(before["9.7"]?.message.zh.contains("C1 沧州市铸造技术创新中心") == true)
    try store.saveApplication(number, form, by: City.host)
    #expect(try store.application(number, by: City.host).eligibility == before)
    // What the bureau found of the host's credit counts while the form is written, too.
    let check = try CreditCheck(on: City.day(3, 19), source: PlainText("信用中国"), isGood: false, result: PlainText("行政处罚"))
    try store.recordCreditCheck(number, check, by: City.bureau)
    #expect(try store.eligibility(of: number, with: form, by: City.host)["9.4"]?.verdict == .fail)
  }

  @Test("A center that is no longer active, or goes by another name now, leaves its name free")
  func free() throws {
    let city = try City()
    let number = try city.draft()
    let store = city.scratch.store
    _ = try store.importCenters([center("C1", Self.name)], by: City.bureau)
    #expect(try verdict(city, number) == .fail)
    _ = try store.importCenters([center("C1", "沧州市激光焊接技术创新中心")], by: City.bureau)
    #expect(try verdict(city, number) == .pass)
    _ = try store.importCenters([center("C1", Self.name + " "), center("C2", "沧州市铸造技术创新中心")], by: City.bureau)
    #expect(try verdict(city, number) == .fail)
    try requireWhole(city)
    for status in [CenterStatus.revoked, .reorganised] {
      _ = try store.importCenters([center("C1", Self.name, status)], by: City.bureau)
      #expect(try verdict(city, number) == .pass, "\(status)")
    }
    try requireWhole(city)
  }

  @Test("The center that came of an application takes the name from others, and not from the application itself")
  func certified() throws {
    let city = try City()
    let first = try city.application(after: City.path.count)
    #expect(try verdict(city, first) == .pass)
    let second = try city.draft()
    #expect(try verdict(city, second) == .fail)
    try requireWhole(city)
  }

  @Test("Centers that were there before the first call are known, and those of a store that an earlier version made")
  func before() throws {
    let scratch = try Scratch()
    _ = try scratch.store.importDepartments(
      [Numbered(2, DepartmentRecord(name: PlainText("献县科学技术局"), kind: .county))], by: Scratch.admin)
    _ = try scratch.store.importCenters([center("C1", Self.name), center("C2", "沧州市ＬＥＤ技术创新中心")], by: Scratch.bureau)
    let hand = try scratch.otherHand()
    #expect(try hand.number("SELECT count(*) FROM center_name") == 0)
    try scratch.store.publishCall(City.call(), by: Scratch.bureau)
    let keys = ["沧州市led技术创新中心", "沧州市激光切割技术创新中心"]
    #expect(try hand.texts("SELECT key FROM center_name ORDER BY key") == keys)
    try hand.run("DROP TABLE center_name; DELETE FROM grdb_migrations WHERE identifier = '5 names of centers'")
    try scratch.store.close()
    let again = try CenterStore.open(scratch.store.path)
    #expect(try hand.texts("SELECT key FROM center_name ORDER BY key") == keys)
    try again.close()
  }

  @Test("Nothing of a name stays behind where the import of its center is refused or only tried")
  func nothingKept() throws {
    let city = try City()
    let store = city.scratch.store
    _ = try store.importCenters([center("C1", Self.name)], dryRun: true, by: City.bureau)
    _ = try store.importCenters([center("C1", Self.name), center("C1", "沧州市铸造技术创新中心")], by: City.bureau)
    #expect(try city.scratch.otherHand().number("SELECT count(*) FROM center_name") == 0)
    _ = try store.importCenters([center("C1", "沧州市铸造技术创新中心")], by: City.bureau)
    _ = try store.importCenters([center("C1", Self.name)], dryRun: true, by: City.bureau)
    try requireWhole(city)
  }

  @Test("A large import is noted like a small one")
  func large() throws {
    let city = try City()
    _ = try city.scratch.store.importCenters((0..<300).map { try center("C\($0)", "沧州市第\($0)技术创新中心") }, by: City.bureau)
    _ = try city.scratch.store.importCenters((200..<500).map { try center("C\($0)", "沧州市新\($0)技术创新中心") }, by: City.bureau)
    try requireWhole(city)
  }
}
