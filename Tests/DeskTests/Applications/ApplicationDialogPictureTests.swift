import CenterStore
import DeskRuntime
import Foundation
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("What an application asks of each role, as pictures")
struct ApplicationDialogPictureTests {
  enum Scene: String, CaseIterable, Sendable {
    case creditCheck, judging, objecting, siteVisit, certifying, choosingDepartment, reviewConflict, reviewPledge, inboxFiles, reviewQueue

    private var login: String {
      switch self {
      case .creditCheck, .judging, .objecting, .siteVisit, .certifying: "bureau"
      case .choosingDepartment, .inboxFiles: "host"
      case .reviewConflict: "lin"
      case .reviewPledge, .reviewQueue: "he"
      }
    }

    /// The application as it stands then, and the day.
    private func prepared(_ fixture: DeskFixture) throws -> (number: String, today: Day) {
      switch self {
      case .objecting: (try fixture.noticedApplication(), DeskFixture.day("2026-08-21"))
      case .certifying: (try fixture.noticedApplication(), DeskFixture.day("2026-08-28"))
      case .choosingDepartment, .inboxFiles: (try fixture.draftApplication(), DeskFixture.today)
      default: (try fixture.reviewedApplication(), DeskFixture.day("2026-06-20"))
      }
    }

    @MainActor
    func show(_ size: ScreenSize) throws -> DeskForTests {
      let fixture = try DeskFixture.withApplications()
      let (number, today) = try prepared(fixture)
      if self == .inboxFiles {
        let inbox = fixture.store.path + ".files/inbox/host"
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        for name in ["审计报告.pdf", "营业执照.pdf"] { try Data(name.utf8).write(to: URL(fileURLWithPath: "\(inbox)/\(name)")) }
      }
      let desk = try DeskForTests(fixture, login, columns: size.columns, rows: size.rows, language: size.language, on: today)
      switch self {
      case .choosingDepartment, .reviewPledge, .reviewQueue: desk.open(ApplicationsScreen(desk.sitting))
      default: desk.open(ApplicationScreen(desk.sitting, number: number))
      }
      switch self {
      case .creditCheck: desk.type("c")
      case .judging:
        desk.type("v")
        desk.press(KeyPress(.enter))
      case .objecting, .siteVisit: desk.type("2")
      case .certifying: desk.type("1")
      case .choosingDepartment: desk.type("n")
      case .reviewConflict: desk.type("dy")
      case .reviewPledge: desk.press(KeyPress(.enter))
      case .reviewQueue: break
      case .inboxFiles:
        desk.type("mn")
        for _ in 0..<3 { desk.press(KeyPress(.tab)) }
        desk.press(KeyPress(.function(4)))
      }
      return desk
    }
  }

  @Test("look as somebody has seen them", arguments: Scene.allCases)
  func pictures(scene: Scene) throws {
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try scene.show(size)
      desk.checkFrame("\(scene.rawValue) \(size)", allowing: ApplicationPictureTests.names + ["审计报告", "星垣", "管件", "盐山"])
      try desk.checkPicture("\(scene.rawValue)-\(size)")
    }
  }
}
