import CenterStore
import Regulation
import Testing

@Suite("A first import of many centers")
struct FirstFillTests {
  private func centers(_ count: Int, host: String = "甲公司") throws -> [Numbered<CenterRecord>] {
    try (1...count).map { number in
      Numbered(
        number + 1,
        CenterRecord(
          code: try PlainText("C\(number)"), name: try PlainText("沧州市第\(number)技术创新中心"), host: try PlainText(host), hostKind: .enterprise,
          department: try PlainText("献县科学技术局"), field: try PlainText("新材料"), certifiedOn: Day(parsing: "2020-01-01") ?? Day(number: 0)))
    }
  }

  private func indexes(_ scratch: Scratch) throws -> Int {
    try scratch.otherHand().number("SELECT count(*) FROM sqlite_master WHERE name IN ('center_by_host', 'center_by_department')")
  }

  @Test("leaves the indexes that it does without meanwhile, whether it is kept, tried or refused")
  func indexes() throws {
    let scratch = try Scratch()
    _ = try scratch.store.importCenters(try centers(300), dryRun: true, by: Scratch.admin)
    #expect(try indexes(scratch) == 2)
    var twice = try centers(300)
    twice.append(Numbered(302, twice[0].record))
    #expect(try !scratch.store.importCenters(twice, by: Scratch.admin).problems.isEmpty)
    #expect(try indexes(scratch) == 2 && scratch.otherHand().number("SELECT count(*) FROM center") == 0)
    _ = try scratch.store.importCenters(try centers(300), by: Scratch.admin)
    #expect(try indexes(scratch) == 2 && scratch.otherHand().number("SELECT count(*) FROM center") == 300)
    #expect(try scratch.store.examine(by: Scratch.admin).isEmpty)
  }
}
