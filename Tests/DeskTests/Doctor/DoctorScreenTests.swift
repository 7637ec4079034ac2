import CenterStore
import DeskRuntime
import Foundation
import GRDB
import Regulation
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("The doctor’s screen")
struct DoctorScreenTests {
  /// What another hand did: a director, a figure and the days of a round.
  private static let harm = """
    UPDATE center SET director = '另一人' WHERE code = 'CZ-03';
    UPDATE result SET score = 9999 WHERE year = 2024 AND center_id = (SELECT id FROM center WHERE code = 'CZ-01');
    UPDATE round SET settled_on = '2026-06-01' WHERE year = 2026
    """

  static func harmed() throws -> DeskFixture {
    let fixture = try DeskFixture.scored()
    try DatabaseQueue(path: fixture.store.path).write { try $0.execute(sql: harm) }
    return fixture
  }

  private func desk(_ fixture: DeskFixture, _ login: String = "admin") throws -> DeskForTests {
    try DeskForTests(fixture, login, columns: 120, rows: 40, language: .en)
  }

  @Test("It looks at once, and says that all holds, how many were looked at and when")
  func sound() throws {
    let desk = try desk(DeskFixture.scored())
    desk.open(DoctorScreen(desk.sitting))
    #expect(desk.shows("All \(Invariant.all.count) hold, looked at on 2026-06-10 12:00"), "\(desk.terminal.text)")
    #expect(desk.shows("every page and index of the file is sound") && desk.shows("holds"))
    desk.press(KeyPress(.tab))
    #expect(desk.shows("Nothing wrong was found."))
  }

  @Test("What was found stands there with its article; Enter leads to the center that is concerned, and Esc back")
  func found() throws {
    let desk = try desk(Self.harmed())
    desk.open(DoctorScreen(desk.sitting))
    #expect(desk.shows("faults found") && desk.shows("CZ-03"), "\(desk.terminal.text)")
    #expect(desk.shows("director is not what link"))
    desk.press(KeyPress(.enter))
    #expect(desk.sitting.runtime.top is CenterFileScreen)
    desk.press(KeyPress(.escape))
    #expect(desk.sitting.runtime.top is DoctorScreen && desk.shows("faults found"))
  }

  @Test("Of an invariant that holds Enter opens the article, and so does the key to the rules")
  func article() throws {
    let desk = try desk(DeskFixture.scored())
    desk.open(DoctorScreen(desk.sitting))
    for _ in 0..<4 { desk.press(KeyPress(.down)) }
    desk.press(KeyPress(.enter))
    #expect(desk.sitting.runtime.top is RulesScreen)
    desk.press(KeyPress(.escape), .control("o"))
    #expect(desk.sitting.runtime.top is RulesScreen)
  }

  @Test("The first screen of the administrator and the palette lead there, and nobody else’s do")
  func ways() throws {
    let fixture = try DeskFixture.scored()
    for login in ["admin", "bureau"] {
      let desk = try desk(fixture, login)
      desk.open(RulesScreen(desk.sitting))
      #expect(desk.sitting.paletteEntries("doctor").contains { $0.choice.label.en == "Doctor" } == (login == "admin"))
      desk.open(StaffHomeScreen(desk.sitting))
      #expect(desk.shows("whether the store keeps what every rule says") == (login == "admin"), "\(desk.terminal.text)")
    }
  }

  @Test("Who may not look is told so")
  func refused() throws {
    let desk = try desk(DeskFixture.scored(), "bureau")
    desk.open(DoctorScreen(desk.sitting))
    #expect(desk.shows("This could not be read"))
  }

  @Test("Pictures: what was found, and all that was looked at", arguments: ["doctorFound", "doctorAll", "doctorSound"])
  func pictures(_ scene: String) throws {
    let fixture = try scene == "doctorSound" ? DeskFixture.scored() : Self.harmed()
    for size in ScreenSize.all where size.columns < 200 {
      let desk = try DeskForTests(fixture, "admin", columns: size.columns, rows: size.rows, language: size.language)
      desk.open(DoctorScreen(desk.sitting))
      if scene == "doctorAll" { desk.press(KeyPress(.tab)) }
      desk.checkFrame("\(scene) \(size)", allowing: ["另一人"])
      try desk.checkPicture("\(scene)-\(size)")
    }
  }
}
