import Regulation
import Wording

@testable import Desk

/// A suite of tests in which Zhou, with the pledge given, sits at a sheet.
@MainActor
protocol AtASheet {}

extension AtASheet {
  /// Zhou at a sheet of a store of its own, at an indicator.
  func sit(at indicator: String = "1.1", center: String = "CZ-01", language: Language = .zh) throws -> DeskForTests {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    return try sit(fixture, at: indicator, center: center, language: language)
  }

  /// Zhou at a sheet of a store in which something was done before.
  func sit(_ fixture: DeskFixture, at indicator: String, center: String = "CZ-01", language: Language = .zh) throws -> DeskForTests {
    let desk = try DeskForTests(fixture, "zhou", language: language)
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: center, at: try DeskFixture.code(indicator)))
    return desk
  }

  /// The points that are on disk at an indicator of CZ-01, in hundredths.
  func points(_ desk: DeskForTests, _ indicator: String) throws -> Int? {
    try desk.fixture.sheet("CZ-01").points[DeskFixture.code(indicator)]?.hundredths
  }
}
