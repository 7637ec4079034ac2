import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The screens of staff and viewers as pictures")
struct StaffPictureTests {
  /// A screen, who looks at it and what they press there.
  enum Scene: String, CaseIterable, Sendable {
    case registry, registrySearch, registryEmpty, centerFile, ranking, rankingDetail, rankingForbidden, progressExperts, progressCenters
    case expertSheets, sheetReading
    case disagreement, disagreementDetail, disagreementExperts
    case rounds, roundOpening, staffHome, ownCenters

    /// What hosts wrote, which stands there in every language.
    var written: [String] {
      self == .sheetReading
        ? ["会议记录正在整理", "尚未归档", "尚", "未归档", "管理委员会每年研究年度计划和预算", "技术指导委员会就防腐涂层", "焊接工艺两个方向提出咨询意见", "意见均有落实"] : []
    }

    @MainActor
    func show(_ fixture: DeskFixture, _ size: ScreenSize, ambiguousIsWide: Bool = false) throws -> DeskForTests {
      let login =
        switch self {
        case .registry, .registrySearch, .registryEmpty, .rankingForbidden: "viewer"
        case .ownCenters: "yanshan"
        default: "bureau"
        }
      let desk = try DeskForTests(
        fixture, login, columns: size.columns, rows: size.rows, language: size.language, ambiguousIsWide: ambiguousIsWide)
      let sitting = desk.sitting
      switch self {
      case .registry:
        desk.type(" ")
        desk.press(KeyPress(.down))
      case .registrySearch: desk.type("/jg")
      case .registryEmpty: desk.type("/zzzz")
      case .centerFile: desk.open(CenterFileScreen(sitting, code: "CZ-01"))
      case .ranking: desk.open(RankingScreen(sitting, year: 2026))
      case .rankingDetail:
        desk.open(RankingScreen(sitting, year: 2026))
        desk.press(KeyPress(.enter))
      case .rankingForbidden: desk.open(RankingScreen(sitting, year: 2026))
      case .progressExperts: desk.open(ProgressScreen(sitting, year: 2026))
      case .progressCenters: desk.open(ProgressScreen(sitting, year: 2026, side: .centers))
      case .expertSheets, .sheetReading:
        desk.open(ProgressScreen(sitting, year: 2026))
        desk.press(KeyPress(.enter))
        if self == .sheetReading { desk.press(KeyPress(.down), KeyPress(.enter)) }
      case .disagreement: desk.open(DisagreementScreen(sitting, year: 2026))
      case .disagreementDetail:
        desk.open(DisagreementScreen(sitting, year: 2026))
        desk.press(KeyPress(.enter))
      case .disagreementExperts:
        desk.open(DisagreementScreen(sitting, year: 2026))
        desk.press(KeyPress(.tab))
      case .rounds: desk.open(RoundsScreen(sitting))
      case .roundOpening:
        desk.open(RoundsScreen(sitting))
        desk.press(KeyPress(.insert), .character("2"), .character("0"), .character("2"), .character("7"), KeyPress(.function(2)))
      case .staffHome, .ownCenters: break
      }
      return desk
    }
  }

  @Test("look as somebody has seen them", arguments: Scene.allCases)
  func pictures(scene: Scene) throws {
    let fixture = try DeskFixture.scored()
    for size in ScreenSize.all {
      let desk = try scene.show(fixture, size)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: scene.written)
      try desk.checkPicture("\(scene.rawValue)-\(size)")
    }
  }

  @Test("stay in line where ambiguous characters are wide, at every size down to the smallest", arguments: Scene.allCases)
  func wide(scene: Scene) throws {
    let fixture = try DeskFixture.scored()
    let smallest = Language.allCases.map { ScreenSize(columns: 60, rows: 16, language: $0) }
    for size in smallest + ScreenSize.all {
      let desk = try scene.show(fixture, size, ambiguousIsWide: true)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: scene.written)
      // Nothing is drawn whose width this terminal is in doubt of, but what people wrote.
      #expect(!desk.text.contains(/[─│█░▲●…]/), "\(scene.rawValue) \(size)")
    }
  }

  @Test("The first screen of a demo", arguments: ScreenSize.all)
  func entrance(size: ScreenSize) throws {
    let fixture = try DeskFixture()
    let terminal = TestTerminal(columns: size.columns, rows: size.rows)
    let runtime = Runtime.forTests(on: terminal, preferences: Runtime.Preferences(language: size.language))
    runtime.push(EntranceScreen(runtime, users: try fixture.store.users(by: Acting("admin", .desk))))
    runtime.settle()
    let canvas = try #require(terminal.frames.last)
    #expect(canvas.flaws.isEmpty && canvas.cursor != nil)
    try Pictures.check(canvas, "entrance-\(size)")
  }
}
