import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The file of a round as pictures")
struct RoundFilePictureTests {
  /// What is looked at: the round while it is scored, on notice with objections, before it is closed, after.
  enum Scene: String, CaseIterable, Sendable {
    case roundFile, roundFileObjections, roundFileHistory, roundSteps, roundObjecting, roundSettlingObjection, roundClosing,
      roundConsequences, roundMeeting

    @MainActor
    func show(_ size: ScreenSize, ambiguousIsWide: Bool = false) throws -> DeskForTests {
      let fixture = try RoundFilePictureTests.fixture(isPublished: ![.roundFile, .roundSteps, .roundMeeting].contains(self))
      let isLate = self == .roundClosing || self == .roundConsequences
      let store = fixture.store.under(DeskFixture.surroundings(on: DeskFixture.day("2026-06-18")))
      if isLate {
        try store.stepRound(
          2026, .settleObjection(2, isUpheld: false, reason: fixture.text("查无实据")), by: DeskFixture.bureau)
        try store.stepRound(2026, .resettle("CZ-02"), by: DeskFixture.bureau)
      }
      if self == .roundMeeting {
        try fixture.store.noteAttendance(year: 2026, experts: ["lin"], isPresent: true, by: DeskFixture.bureau)
        try fixture.store.noteAttendance(year: 2026, experts: ["he"], isPresent: false, by: DeskFixture.bureau)
      }
      if self == .roundConsequences { try store.closeRound(2026, by: DeskFixture.bureau) }
      let desk = try DeskForTests(
        fixture, "bureau", columns: size.columns, rows: size.rows, language: size.language, ambiguousIsWide: ambiguousIsWide,
        on: isLate ? DeskFixture.day("2026-06-18") : nil)
      desk.open(RoundFileScreen(desk.sitting, year: 2026))
      switch self {
      case .roundFile: desk.press(KeyPress(.end))
      case .roundFileObjections: desk.press(KeyPress(.tab))
      case .roundFileHistory: desk.press(KeyPress(.tab, .shift))
      case .roundSteps: desk.press(KeyPress(.enter))
      case .roundObjecting: desk.type("8")
      case .roundSettlingObjection: desk.type("0")
      case .roundClosing: desk.type("3")
      case .roundConsequences: desk.press(KeyPress(.tab), KeyPress(.tab))
      case .roundMeeting:
        for _ in 0..<5 { desk.press(KeyPress(.down)) }
        desk.press(KeyPress(.function(11)))
      }
      return desk
    }
  }

  /// The round of 2026; published, with an objection upheld and one open.
  static func fixture(isPublished: Bool) throws -> DeskFixture {
    let fixture = try DeskFixture.scored()
    let store = fixture.store
    try store.stepRound(2026, .admitLate("CZ-08", .material, reason: fixture.text("厂区搬迁")), by: DeskFixture.bureau)
    if !isPublished { return fixture }
    try fixture.importSheet("CZ-07", "zhou", share: 70)
    try store.settleRound(2026, by: DeskFixture.bureau)
    try store.publishRound(2026, workingDays: 5, by: DeskFixture.bureau)
    for (code, grounds) in [("CZ-02", "专利数少计两件"), ("CZ-03", "研发投入按合并报表应为 1200 万元")] {
      try store.stepRound(
        2026,
        .object(
          code, receivedOn: DeskFixture.today, grounds: fixture.text(grounds), signedBy: fixture.text("江晚晴"),
          evidence: fixture.text("审计报告复印件")), by: DeskFixture.bureau)
    }
    try store.stepRound(
      2026, .settleObjection(1, isUpheld: true, reason: fixture.text("经核查属实"), document: fixture.text("沧科函〔2026〕7号")),
      by: DeskFixture.bureau)
    return fixture
  }

  /// What people wrote, which stands there in every language.
  private static let written = [
    "专利数少计两件", "研发投入按合并报表应为", "万元", "江晚晴", "审计报告复印件", "经核查属实", "沧科函", "号", "查无实据", "厂区搬迁",
  ]

  @Test("look as somebody has seen them", arguments: Scene.allCases)
  func pictures(scene: Scene) throws {
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try scene.show(size)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: Self.written)
      try desk.checkPicture("\(scene.rawValue)-\(size)")
    }
  }

  @Test("stay in line where ambiguous characters are wide, down to the smallest size", arguments: Scene.allCases)
  func wide(scene: Scene) throws {
    for size in Language.allCases.map({ ScreenSize(columns: 60, rows: 16, language: $0) }) {
      let desk = try scene.show(size, ambiguousIsWide: true)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: Self.written)
    }
  }
}
