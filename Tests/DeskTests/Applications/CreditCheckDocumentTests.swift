import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Article 9.4: what proves a credit check, by keys")
struct CreditCheckDocumentTests {
  /// The fixture, and an application under review whose host's credit was looked up.
  private func checked() throws -> (fixture: DeskFixture, number: String) {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    let day = try #require(Day(2026, 6, 10))
    try fixture.store.recordCreditCheck(
      number, CreditCheck(on: day, source: fixture.text("信用中国"), isGood: true, result: .empty), by: DeskFixture.bureau)
    return (fixture, number)
  }

  private var condition: Phrase { Phrase(same: "9.4  ") + FindingLines.name(of: "9.4") }

  /// Goes down to a line of the file in which some words stand.
  private func go(to words: String, _ desk: DeskForTests) {
    func isThere() -> Bool {
      guard let row = desk.terminal.frames.last?.cursor?.row, desk.terminal.text.indices.contains(row) else { return false }
      return desk.terminal.text[row].contains(words)
    }
    for _ in 0..<120 where !isThere() { desk.press(KeyPress(.down)) }
    #expect(isThere())
  }

  @Test("At the check m enters what proves it, ticked; it stands at the check and at condition 9.4", arguments: Language.allCases)
  func entering(language: Language) throws {
    let (fixture, number) = try checked()
    let bureau = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, language: language)
    bureau.open(ApplicationScreen(bureau.sitting, number: number))
    bureau.type("p")
    go(to: language == .zh ? "信用核查" : "credit check", bureau)
    bureau.type("mn")
    bureau.type("查询结果")
    for _ in 0..<4 { bureau.press(KeyPress(.tab)) }
    bureau.type("档案室")
    bureau.press(KeyPress(.function(2)))
    #expect(bureau.shows(language == .zh ? "证明 信用核查 1 信用中国 2026-06-10" : "proves credit check 1 信用中国 2026-06-10"))
    #expect(try fixture.store.attachments(of: .application(number), by: DeskFixture.bureau).map(\.entry.proves) == [[.creditCheck(1)]])
    bureau.press(KeyPress(.escape))
    bureau.press(KeyPress(.end))
    let proof = language == .zh ? "附件：查询结果 · 纸质件：档案室" : "proof: 查询结果 · paper: 档案室"
    #expect(bureau.shows(proof))
    bureau.press(KeyPress(.home))
    go(to: condition[language], bureau)
    for _ in 0..<5 { bureau.press(KeyPress(.down)) }
    #expect(bureau.shows(proof))
  }

  @Test("An expert sees at condition 9.4 where it is, and goes to it by m; a department enters nothing there")
  func reading() throws {
    let (fixture, number) = try checked()
    try fixture.store.attach(
      AttachmentEntry(title: fixture.text("查询结果"), location: fixture.text("档案室"), proves: [.creditCheck(1)]), to: .application(number),
      by: DeskFixture.bureau)
    for login in ["zhou", "yanshan"] {
      let desk = try DeskForTests(fixture, login, columns: 80, rows: 24)
      desk.open(ApplicationScreen(desk.sitting, number: number))
      go(to: condition[.zh], desk)
      #expect(desk.shows("附件 1 · 信用核查"))
      desk.type("m")
      #expect(desk.runtime.top is AttachmentsScreen && desk.shows("证明 信用核查 1 信用中国 2026-06-10"))
    }
    let department = try DeskForTests(fixture, "yanshan", columns: 80, rows: 24)
    department.open(ApplicationScreen(department.sitting, number: number))
    department.type("p")
    go(to: "信用核查", department)
    department.type("mn")
    #expect(department.runtime.top is ActScreen && department.shows("第 2 步 推荐") && !department.shows("信用核查 1 信用中国"))
  }

  @Test("At 9.4 of an opinion F4 lists what proves the check, also where nothing else proves the condition")
  func fromOpinion() throws {
    let (fixture, number) = try checked()
    try fixture.store.attach(
      AttachmentEntry(title: fixture.text("查询结果"), location: fixture.text("档案室"), proves: [.creditCheck(1)]), to: .application(number),
      by: DeskFixture.bureau)
    let desk = try DeskForTests(fixture, "zhou", columns: 80, rows: 24)
    desk.open(OpinionScreen(desk.sitting, number: number))
    for _ in 0..<12 where !desk.shows("附件：查询结果") { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.function(4)))
    #expect(desk.runtime.top is AttachmentsScreen && desk.shows("档案室"))
  }
}
