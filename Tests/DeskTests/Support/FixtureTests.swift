import CenterStore
import Testing

@Suite("The store that the desk's tests stand on")
struct FixtureTests {
  @Test("has a round with assignments and facts")
  func fixture() throws {
    let fixture = try DeskFixture()
    #expect(try fixture.store.tasks(by: DeskFixture.zhou).map(\.center) == ["CZ-01", "CZ-02", "CZ-03", "CZ-04", "CZ-05", "CZ-07"])
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    #expect(try fixture.store.factSheet(year: 2026, center: "CZ-01", by: DeskFixture.zhou).entries.count > 15)
    #expect(try fixture.store.publicResults(center: "CZ-01", by: DeskFixture.zhou).map(\.score.hundredths) == [8120])
  }
}
