import Regulation
import Testing

@testable import CenterStore

@Suite("In which county a center lies: where its host is registered, whoever is its department (article 5)")
struct HostCountyTests {
  /// A center: its code, the county of its host as it is on file, its department, and where it lies.
  private static let cases: [(code: String, county: String?, department: String, lies: String)] = [
    ("D1", "黄骅市", "黄骅市科学技术局", "黄骅市"),
    ("D2", "河北省沧州市黄骅市", "沧州市工业和信息化局", "黄骅市"),
    ("D3", "黄骅市", "青县科学技术局", "黄骅市"),
    // No county of the host is on file: that of a county's department is taken.
    ("D4", nil, "青县科学技术局", "青县"),
    ("D5", nil, "盐山县科学技术局", "盐山县"),
    ("D6", nil, "沧州市工业和信息化局", ""),
    ("D7", "天津市", "青县科学技术局", "天津市"),
  ]

  private func city() throws -> City {
    let city = try City()
    _ = try city.store.importDepartments(
      [Numbered(2, DepartmentRecord(name: PlainText("盐山县科学技术局"), kind: .county, jurisdiction: PlainText("沧州市盐山县")))],
      by: Scratch.admin)
    _ = try city.store.importCenters(
      Self.cases.enumerated().map { row, line in
        Numbered(
          row + 2,
          CenterRecord(
            code: try PlainText(line.code), name: try PlainText("沧州市\(line.code)技术创新中心"), host: try PlainText("\(line.code)公司"),
            hostKind: .enterprise, department: try PlainText(line.department), field: try PlainText("新材料"),
            certifiedOn: Day(parsing: "2020-01-01") ?? Day(number: 0)))
      }, by: Scratch.admin)
    for line in Self.cases {
      guard let county = line.county else { continue }
      try city.store.correctOrganization(
        OrganizationRecord(name: PlainText("\(line.code)公司"), county: PlainText(county)), by: City.acting(.bureau))
    }
    return city
  }

  @Test("The registry finds it there, under whichever department, and both conditions can be meant")
  func registry() throws {
    let city = try city()
    let (store, who) = (city.store, City.acting(.viewer))
    let index = try store.registryIndex(by: who)
    func codes(_ filter: RegistryFilter) throws -> [String] {
      let ids = index.order(RegistrySort(), filter).rows.map { index.arena.ids[Int($0)] }
      return try store.registryLines(ids, by: who).map(\.code).filter { $0.hasPrefix("D") }
    }
    for line in Self.cases {
      #expect(try codes(RegistryFilter(county: line.lies)) == Self.cases.filter { $0.lies == line.lies }.map(\.code))
    }
    #expect(try codes(RegistryFilter(county: "黄骅市", department: "沧州市工业和信息化局")) == ["D2"])
    #expect(try codes(RegistryFilter(department: "青县科学技术局")) == ["D3", "D4", "D7"])
  }

  @Test("So does the list of who is behind on a duty, for each its own centers")
  func duties() throws {
    let city = try city()
    let store = city.store
    let all = try store.dutyStandings(article: "15", by: City.acting(.bureau)).filter { $0.code.hasPrefix("D") }
    #expect(all.map(\.code) == Self.cases.map(\.code) && all.map(\.county) == Self.cases.map(\.lies))
    #expect(try store.dutyStandings(by: City.acting(.department)).map(\.county) == ["献县"])
  }
}
