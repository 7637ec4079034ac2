import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@Suite("The expert's screens as pictures")
@MainActor
struct ExpertPictureTests {
  nonisolated static let sizes = [[80, 24], [120, 40], [200, 60]]

  /// A store in the middle of the work: the pledge given, one sheet handed in, one half way with comments, one not begun.
  private func fixture() throws -> DeskFixture {
    let fixture = try DeskFixture()
    let store = fixture.store
    try store.pledge(year: 2026, by: DeskFixture.zhou)
    try fixture.fill("CZ-02")
    try store.submitSheet(year: 2026, center: "CZ-02", by: DeskFixture.zhou)
    try fixture.fill("CZ-03", leaving: "3.3")
    for (indicator, points) in [("1.1", 450), ("1.2", 500), ("2.1", 525), ("2.2", 0), ("3.1", 610)] {
      try store.score(
        year: 2026, center: "CZ-01", indicator: DeskFixture.code(indicator), ScoreEntry(points: .some(Points(points))), by: DeskFixture.zhou
      )
    }
    try store.score(
      year: 2026, center: "CZ-01", indicator: DeskFixture.code("1.1"), ScoreEntry(comment: fixture.text("Both committees meet.")),
      by: DeskFixture.zhou)
    try store.keepDraft(
      year: 2026, center: "CZ-01", indicator: DeskFixture.code("2.2"), fixture.text("No premises on file."), by: DeskFixture.zhou)
    return fixture
  }

  @Test("the home of an expert", arguments: sizes, Language.allCases)
  func home(size: [Int], language: Language) throws {
    let desk = try DeskForTests(fixture(), "zhou", columns: size[0], rows: size[1], language: language)
    desk.checkFrame()
    try desk.checkPicture("home-\(size[0])x\(size[1])-\(language.rawValue)")
  }

  @Test("the pledge", arguments: sizes, Language.allCases)
  func pledge(size: [Int], language: Language) throws {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1], language: language)
    desk.press(KeyPress(.enter))
    desk.type(" ")
    desk.checkFrame()
    try desk.checkPicture("pledge-\(size[0])x\(size[1])-\(language.rawValue)")
  }

  @Test("a sheet half way", arguments: sizes, Language.allCases)
  func sheet(size: [Int], language: Language) throws {
    let fixture = try fixture()
    let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1], language: language)
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code("1.1")))
    desk.checkFrame(allowing: ["会议记录正在整理", "尚未归档", "管理委员会每年研究年度计划和预算", "技术指导委员会就防腐涂层", "焊接工艺两个方向提出咨询意见", "意见均有落实"])
    try desk.checkPicture("sheet-\(size[0])x\(size[1])-\(language.rawValue)")
  }

  @Test("points being typed that are too many", arguments: sizes, Language.allCases)
  func entry(size: [Int], language: Language) throws {
    let fixture = try fixture()
    let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1], language: language)
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code("3.3")))
    desk.type("7.5\n")
    desk.checkFrame()
    try desk.checkPicture("entry-\(size[0])x\(size[1])-\(language.rawValue)")
  }

  @Test("a comment being written", arguments: sizes, Language.allCases)
  func comment(size: [Int], language: Language) throws {
    let fixture = try fixture()
    let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1], language: language)
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-01", at: try DeskFixture.code("2.2")))
    desk.press(KeyPress(.function(4)))
    desk.type(" To be asked.")
    desk.checkFrame()
    try desk.checkPicture("comment-\(size[0])x\(size[1])-\(language.rawValue)")
  }

  @Test("the question before submitting", arguments: sizes, Language.allCases)
  func submission(size: [Int], language: Language) throws {
    let fixture = try fixture()
    let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1], language: language)
    desk.open(ScoresheetScreen(desk.sitting, year: 2026, center: "CZ-03"))
    desk.type("0\n")
    desk.press(KeyPress(.function(3)))
    desk.checkFrame()
    try desk.checkPicture("submission-\(size[0])x\(size[1])-\(language.rawValue)")
  }

  @Test("the matrix", arguments: sizes, Language.allCases)
  func matrix(size: [Int], language: Language) throws {
    let fixture = try fixture()
    let desk = try DeskForTests(fixture, "zhou", columns: size[0], rows: size[1], language: language)
    desk.open(MatrixScreen(desk.sitting, year: 2026, center: "CZ-02", at: try DeskFixture.code("1.2")))
    desk.checkFrame()
    try desk.checkPicture("matrix-\(size[0])x\(size[1])-\(language.rawValue)")
    desk.press(KeyPress(.tab))
    desk.checkFrame()
    try desk.checkPicture("overview-\(size[0])x\(size[1])-\(language.rawValue)")
  }
}
