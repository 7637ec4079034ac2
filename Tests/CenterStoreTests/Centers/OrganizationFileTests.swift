import CenterStore
import Regulation
import Testing

@Suite("Organizations and departments with their centers, and how they are corrected (article 5)")
struct OrganizationFileTests {
  private let city: City
  private var store: CenterStore { city.store }

  init() throws { city = try City() }

  @Test("The list counts the centers that are hosted; the file has them, and for staff the people")
  func file() throws {
    let lines = try store.organizationRoll(by: City.acting(.viewer))
    #expect(lines.first { $0.record.name.string == "甲公司" }?.hosted == 1)
    #expect(lines.first { $0.record.name.string == "评估事务所" }?.hosted == 0)
    #expect(try store.organizationFile("甲公司", by: City.acting(.viewer)).centers.map(\.code) == ["C1"])
    let people = try store.organizationFile("评估事务所", by: Scratch.bureau).people.map(\.login)
    #expect(people == ["agency", "expert", "other", "third"])
    #expect(try store.organizationFile("评估事务所", by: City.acting(.viewer)).people.isEmpty)
    #expect(throws: StoreError.noSuch(.organization, "没有的厂")) { try store.organizationFile("没有的厂", by: Scratch.bureau) }
  }

  @Test("Kind, place, other names and contact are corrected; what is left open stays, and the contact is told as the export tells it")
  func correct() throws {
    let name = try PlainText("甲公司")
    try store.correctOrganization(
      OrganizationRecord(name: name, county: PlainText("献县"), aliases: [PlainText("甲厂")], contact: PlainText("陶然")), by: Scratch.bureau)
    let file = try store.organizationFile("甲厂", by: City.acting(.department))
    #expect(file.record.name == name && file.record.kind == .some(.enterprise) && file.record.county?.string == "献县")
    #expect(file.showsContact && file.record.contact?.string == "陶然")
    let others = try store.organizationFile("甲公司", by: City.acting(.viewer))
    #expect(!others.showsContact && others.record.contact?.isEmpty == true)
    let length = try store.auditLength(by: Scratch.bureau)
    try store.correctOrganization(OrganizationRecord(name: name, county: PlainText("献县")), by: Scratch.bureau)
    #expect(try store.auditLength(by: Scratch.bureau) == length)
    let entry = try store.auditEntry(length, by: Scratch.bureau)
    let aliases = entry.change.fields.first { $0.name == "aliases" }
    #expect(aliases?.before == "" && aliases?.after == "甲厂")
  }

  @Test("A department tells its centers by how they stand, and to staff its logins; kind and jurisdiction are corrected")
  func department() throws {
    func line(_ who: Acting) throws -> DepartmentLine? {
      try store.departmentRoll(by: who).first { $0.record.name.string == "献县科学技术局" }
    }
    #expect(try line(Scratch.bureau)?.centers == [.active: 1] && line(Scratch.bureau)?.people == ["department department"])
    #expect(try line(City.acting(.viewer))?.people == [])
    #expect(try store.departmentCenters("献县科学技术局", limit: 5, by: City.acting(.viewer)).map(\.code) == ["C1"])
    try store.correctDepartment(
      DepartmentRecord(name: PlainText("献县科学技术局"), kind: .municipal, jurisdiction: PlainText("沧州市")), by: Scratch.bureau)
    #expect(try line(Scratch.bureau)?.record.kind == .municipal && line(Scratch.bureau)?.record.jurisdiction?.string == "沧州市")
    #expect(throws: StoreError.noSuch(.department, "没有的局")) {
      try store.correctDepartment(DepartmentRecord(name: PlainText("没有的局"), kind: .county), by: Scratch.bureau)
    }
  }
}
