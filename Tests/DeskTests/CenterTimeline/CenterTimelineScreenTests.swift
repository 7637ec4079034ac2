import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("The history of a center on the desk")
struct CenterTimelineScreenTests {
  private static let written = [
    "沧州市油气管道防腐技术创新中心", "河北青岚管道装备有限公司", "河北青岚集团有限公司", "陶然", "叶青禾", "沈一舟", "顾明川", "周文澜", "林疏影", "何清越", "秦望",
    "系统管理员", "盐山县科学技术局", "集团化改制，迁址", "理由充分", "试验员名册",
  ]

  private func fixture() throws -> DeskFixture {
    let fixture = try MatterScene.fixture()
    try MatterScene.fill(fixture)
    try fixture.store.enterDuties(
      [
        DutyRecord(
          .autonomy, part: .staffing, on: DeskFixture.day("2026-05-20"), text: PlainText("试验员名册"), today: DeskFixture.day("2030-01-01"))
      ], of: "CZ-01", by: Acting("bureau", .desk))
    return fixture
  }

  private func desk(_ login: String, _ size: ScreenSize) throws -> DeskForTests {
    let desk = try DeskForTests(
      fixture(), login, columns: size.columns, rows: size.rows, language: size.language, on: MatterScreenTests.later)
    desk.open(CenterFileScreen(desk.sitting, code: "CZ-01"))
    return desk
  }

  @Test("looks as somebody has seen it", arguments: ScreenSize.all.filter { $0.columns < 200 })
  func picture(size: ScreenSize) throws {
    let desk = try desk("bureau", size)
    desk.type("h")
    desk.checkFrame("\(size)", allowing: Self.written)
    try desk.checkPicture("centerTimeline-\(size)")
  }

  @Test("Beside a rank stands among how many it is, where all of that year are on file")
  func ranked() throws {
    let fixture = try DeskFixture()
    let records = try [("CZ-01", 8_000, 2), ("CZ-02", 9_000, 1)].map { code, score, rank in
      ResultRecord(center: try fixture.text(code), score: Points(score), grade: Grade(published: Points(score)), rank: rank)
    }
    _ = try fixture.store.importResults(year: 2022, fixture.numbered(records), by: Acting("admin", .command))
    let desk = try DeskForTests(fixture, "bureau", columns: 120, rows: 40)
    desk.open(CenterTimelineScreen(desk.sitting, code: "CZ-01"))
    #expect(desk.shows("80.00  合格  第 2 名（共 2 名）"))
    #expect(desk.shows("81.20  合格  第 3 名") && !desk.shows("第 3 名（"))
  }

  @Test(
    "Tab narrows it to a kind, Enter opens what a row is about, y copies the row in full, and a reader without a part sees the public ones")
  func keys() throws {
    let size = ScreenSize.all[0]
    let desk = try desk("bureau", size)
    desk.press(KeyPress(.function(3)))
    desk.press(KeyPress(.tab))
    #expect(desk.runtime.top is CenterTimelineScreen)
    let record = desk.terminal.text.joined()
    #expect(!record.contains("CX2026-0001"))
    for _ in 0..<2 { desk.press(KeyPress(.tab)) }
    #expect(desk.shows("CX2026-0001"))
    desk.press(.control("y"))
    #expect(desk.terminal.copied.last?.contains("CX2026-0001") == true && desk.terminal.copied.last?.contains("\t") == true)
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is MatterScreen<Revocation>)
    desk.press(KeyPress(.escape), KeyPress(.tab), KeyPress(.enter))
    #expect(desk.runtime.top is DutiesScreen)

    let guest = try self.desk("viewer", size)
    guest.type("h")
    #expect(!guest.shows("CX2026-0001") && !guest.shows("试验员名册") && guest.shows("认定"))
  }
}
