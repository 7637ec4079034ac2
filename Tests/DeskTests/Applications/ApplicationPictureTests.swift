import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("The screens of applications as pictures")
struct ApplicationPictureTests {
  enum Scene: String, CaseIterable, Sendable {
    case applications, application, applicationSteps, applicationForm, coBuilding, applicationStep, opinion, reviewRanking, calls, callForm
    case reviewCandidates, hostHome, committees, applicationDocuments, applicationHistory, attachmentForm

    @MainActor
    func show(_ fixture: DeskFixture, _ number: String, _ failing: String, _ size: ScreenSize, wide: Bool = false) throws -> DeskForTests {
      let login =
        switch self {
        case .applicationForm, .coBuilding, .hostHome, .committees, .attachmentForm: "host"
        case .applicationStep: "yanshan"
        case .opinion: "lin"
        default: "bureau"
        }
      let desk = try DeskForTests(
        fixture, login, columns: size.columns, rows: size.rows, language: size.language, ambiguousIsWide: wide)
      let sitting = desk.sitting
      switch self {
      case .applications: desk.open(ApplicationsScreen(sitting))
      case .application: desk.open(ApplicationScreen(sitting, number: number))
      case .applicationSteps:
        desk.open(ApplicationScreen(sitting, number: number))
        desk.press(KeyPress(.function(2)))
      case .applicationForm:
        desk.open(ApplicationFormScreen(sitting, number: failing))
        desk.press(KeyPress(.function(3)))
      case .coBuilding:
        desk.open(ApplicationFormScreen(sitting, number: failing))
        desk.press(KeyPress(.function(5)))
        desk.type("渤海示范大学")
      case .applicationStep:
        desk.open(ApplicationScreen(sitting, number: failing))
        desk.press(KeyPress(.function(2)), KeyPress(.enter))
      case .opinion: desk.open(OpinionScreen(sitting, number: number))
      case .reviewRanking: desk.open(ReviewRankingScreen(sitting))
      case .calls: desk.open(CallsScreen(sitting))
      case .callForm:
        desk.open(CallsScreen(sitting))
        desk.press(KeyPress(.insert), KeyPress(.function(2)))
      case .reviewCandidates:
        desk.open(ApplicationScreen(sitting, number: number))
        desk.press(KeyPress(.function(5)))
      case .hostHome: break
      case .committees:
        desk.open(ApplicationFormScreen(sitting, number: failing))
        desk.press(KeyPress(.tab, .shift))
        desk.type("周文澜，沧州云帆食品有限公司，主任")
        desk.press(KeyPress(.enter))
        desk.type("苏映雪，盐山星垣管件有限公司，负责人")
      case .applicationDocuments:
        for (title, place, articles) in [("营业执照", "档案室 2 号柜", ["9.1"]), ("财务审计报告", "", ["9.2", "9.4"])] {
          try fixture.store.attach(
            AttachmentEntry(
              title: fixture.text(title), file: place.isEmpty ? fixture.text("audit.pdf") : .empty, location: fixture.text(place),
              proves: Set(articles.map { .condition($0) })), to: .application(number), by: DeskFixture.bureau)
        }
        desk.open(ApplicationScreen(sitting, number: number))
        desk.press(KeyPress(.tab))
      case .applicationHistory:
        desk.open(ApplicationScreen(sitting, number: number))
        desk.type("p")
      case .attachmentForm:
        desk.open(ApplicationFormScreen(sitting, number: failing))
        desk.press(KeyPress(.function(3)), KeyPress(.function(4)), KeyPress(.insert))
      }
      return desk
    }
  }

  /// What people wrote, and the terms that are Chinese in both languages.
  static let names = [
    "盐山县", "管件热成形", "感应加热与成形工艺", "三年内建成中试线", "申报书", "实施方案", "财务报表", "陶然", "沧州市管件热成形技术创新中心", "中试条件需再核实", "沧州市", "技术创新中心", "任丘市",
    "河北省", "苏映雪", "营业执照", "档案室", "号柜", "财务审计报告", "主任", "负责人",
  ]

  /// What a reason begins with, which is Chinese in both languages.
  private static let begun = ["办法第", "条第", "项", "上一年销售收入", "万元", "要求", "不少于"]

  @Test("look as somebody has seen them", arguments: Scene.allCases)
  func pictures(scene: Scene) throws {
    for size in ScreenSize.all where size.columns < 200 {
      let fixture = try DeskFixture.withApplications()
      let number = try fixture.reviewedApplication()
      let failing = try fixture.draftApplication(failing: true)
      if scene == .applicationStep { try fixture.store.stepApplication(failing, .submit, by: DeskFixture.host) }
      let desk = try scene.show(fixture, number, failing, size)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: Self.names + (scene == .applicationStep ? Self.begun : []))
      try desk.checkPicture("\(scene.rawValue)-\(size)")
    }
  }

  @Test("stay in line where ambiguous characters are wide, and in the smallest window", arguments: Scene.allCases)
  func wide(scene: Scene) throws {
    for language in Language.allCases {
      let fixture = try DeskFixture.withApplications()
      let number = try fixture.reviewedApplication()
      let failing = try fixture.draftApplication(failing: true)
      if scene == .applicationStep { try fixture.store.stepApplication(failing, .submit, by: DeskFixture.host) }
      for (columns, rows) in [(60, 16), (120, 40)] {
        let size = ScreenSize(columns: columns, rows: rows, language: language)
        let desk = try scene.show(fixture, number, failing, size, wide: true)
        desk.checkFrame("\(scene.rawValue) \(size)", allowing: Self.names + (scene == .applicationStep ? Self.begun : []))
        #expect(!desk.text.contains(/[─│█░▲●…]/), "\(scene.rawValue) \(size)")
      }
    }
  }
}
