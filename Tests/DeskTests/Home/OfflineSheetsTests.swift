import CenterStore
import DeskRuntime
import Foundation
import Offline
import Regulation
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Sheets that leave the desk as a file in one's own folder, and come back")
struct OfflineSheetsTests {
  private func desk(columns: Int = 80, rows: Int = 24, language: Language = .zh) throws -> DeskForTests {
    let fixture = try DeskFixture()
    try fixture.store.pledge(year: 2026, by: DeskFixture.zhou)
    var surroundings = DeskFixture.surroundings(on: DeskFixture.today)
    surroundings.secretCost = SecretCost(rounds: 1, blockSize: 1, parallelism: 1)
    return try DeskForTests(fixture, "zhou", columns: columns, rows: rows, language: language, at: fixture.store.under(surroundings))
  }

  private func take(_ desk: DeskForTests) throws -> (path: String, phrase: String) {
    desk.press(.control("t"))
    desk.press(KeyPress(.enter))
    let phrase = try #require(desk.text.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/).map { String($0.output) })
    // A key pressed ahead does not take it away unseen.
    desk.press(KeyPress(.enter))
    #expect(desk.text.contains(phrase))
    desk.type("3")
    #expect(!desk.text.contains(phrase))
    return (desk.sitting.store.path + ".files/inbox/zhou/zhou-2026.cztic", phrase)
  }

  private func enterAway(_ path: String, _ phrase: String, _ code: IndicatorCode, _ points: Int) throws {
    let file = try OfflineFile.open(path, phrase: phrase)
    var sheets = file.sheets.sheets
    sheets[0][code].points = Points(whole: points)
    try file.take(sheets, at: Moment(milliseconds: 1))
  }

  @Test("Taken away, scored elsewhere, brought back: the phrase is shown once, and what came back is told")
  func round() throws {
    let desk = try desk()
    let (path, phrase) = try take(desk)
    let code = IndicatorCode.all[0]
    try enterAway(path, phrase, code, 3)
    desk.press(KeyPress(.function(11)))
    #expect(desk.shows("zhou-2026.cztic"))
    desk.press(KeyPress(.enter))
    desk.type("AAAA-AAAA-AAAA\n")
    #expect(desk.shows("口令不对"))
    desk.type(phrase.lowercased() + "\n")
    #expect(desk.shows("带回 1 处"))
    #expect(try desk.fixture.sheet("CZ-01").points[code] == Points(whole: 3))
  }

  @Test("What both sides changed is chosen one by one", arguments: [(false, 4), (true, 3)])
  func clashes(takesFile: Bool, points: Int) throws {
    let desk = try desk()
    let (path, phrase) = try take(desk)
    let code = IndicatorCode.all[0]
    try enterAway(path, phrase, code, 3)
    try desk.fixture.store.score(
      year: 2026, center: "CZ-01", indicator: code, ScoreEntry(points: .some(Points(whole: 4))), by: DeskFixture.zhou)
    desk.press(KeyPress(.function(11)), KeyPress(.enter))
    desk.type(phrase + "\n")
    #expect(desk.shows("评审台：4.00") && desk.shows("文件：3.00"))
    if !takesFile { try desk.checkPicture("offline-decisions") }
    desk.checkFrame()
    if takesFile { desk.press(KeyPress(.right)) }
    desk.press(KeyPress(.function(2)))
    desk.press(KeyPress(.enter))
    #expect(try desk.fixture.sheet("CZ-01").points[code] == Points(whole: points))
  }

  @Test("A center that cannot come back is told with its reason, and the others come back")
  func obstacle() throws {
    let desk = try desk()
    let (path, phrase) = try take(desk)
    let file = try OfflineFile.open(path, phrase: phrase)
    var sheets = file.sheets.sheets
    for place in 0...1 { sheets[place][IndicatorCode.all[0]].points = Points(whole: 3) }
    try file.take(sheets, at: Moment(milliseconds: 1))
    let (first, second) = (sheets[0].center.string, sheets[1].center.string)
    try desk.fixture.store.declareConflict(center: first, expert: "zhou", reason: PlainText("师生"), by: DeskFixture.bureau)
    desk.press(KeyPress(.function(11)), KeyPress(.enter))
    desk.type(phrase + "\n")
    #expect(desk.text.contains("\(first) 不带回") && desk.shows("师生"))
    desk.type("y")
    #expect(try desk.fixture.sheet(second).points[IndicatorCode.all[0]] == Points(whole: 3))
  }

  @Test("Without a file in the folder one is told where it goes; on a file that was taken away nothing leaves")
  func nothing() throws {
    let desk = try desk(language: .en)
    desk.press(KeyPress(.function(11)))
    #expect(desk.shows("no file to bring back"))
    desk.checkFrame()
  }
}
