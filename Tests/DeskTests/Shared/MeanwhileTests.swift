import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Two desks correct the same record: the second is told who wrote what, and decides; nothing typed is lost")
struct MeanwhileTests {
  private static let host = "渤海示范大学"
  private static let admin = "管理员"

  /// The bureau at the form of an organization, with a contact typed, which the administrator gave another one meanwhile.
  private func clash(columns: Int = 80, rows: Int = 24, _ language: Language = .zh) throws -> (
    DeskForTests, () throws -> OrganizationRecord
  ) {
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "bureau", columns: columns, rows: rows, language: language)
    desk.open(OrganizationDirectory.page(desk.sitting, Self.host))
    desk.press(KeyPress(.function(2)))
    for _ in 0..<4 { desk.press(KeyPress(.tab)) }
    desk.type("王五")
    func stored() throws -> OrganizationRecord { try fixture.store.organizationFile(Self.host, by: DeskFixture.bureau).record }
    var other = try stored()
    (other.contact, other.phone) = (try fixture.text("张三"), try fixture.text("0317-123"))
    try fixture.store.correctOrganization(other, by: Acting("admin", .desk))
    desk.press(KeyPress(.function(2)))
    return (desk, stored)
  }

  @Test(
    "Of an organization’s contact both are shown; theirs is left, or one’s own put; a field of theirs alone is kept", arguments: [0, 1])
  func contact(answer: Int) throws {
    let (desk, stored) = try clash()
    #expect(desk.runtime.isModal && desk.shows("\(Self.admin) 同时改了同一处") && desk.shows("联系人") && desk.shows("张三") && desk.shows("王五"))
    #expect(!desk.shows("0317"))
    desk.checkFrame()
    for _ in 0..<answer { desk.press(KeyPress(.tab)) }
    desk.press(KeyPress(.enter))
    #expect(!(desk.runtime.top is ActScreen))
    #expect(desk.shows("留下了对方所写的") == (answer == 0))
    #expect(try stored().contact?.string == ["张三", "王五"][answer] && stored().phone?.string == "0317-123")
  }

  @Test("Of two long lists what is not in both of them is told")
  func lists() {
    let (theirs, own) = Sitting.differing(Phrase(same: "甲\n乙\n丙\n丙"), Phrase(same: "甲\n丁\n丙"))
    #expect(theirs == Phrase(same: "乙\n丙") && own == Phrase(same: "丁"))
    let turned = Sitting.differing(Phrase(same: "甲\n乙"), Phrase(same: "乙\n甲"))
    #expect(turned.theirs == Phrase(same: "甲\n乙") && turned.own == Phrase(same: "乙\n甲"))
    #expect(Sitting.differing(Phrase(same: "甲"), Phrase(same: "甲\n乙")).theirs.zh == "（没有这几行）")
    #expect(Sitting.differing(Phrase(same: ""), Phrase(same: "甲")).theirs.zh.isEmpty)
  }

  @Test("Going back leaves what was typed in the form, and asks again when it is handed in")
  func back() throws {
    let (desk, stored) = try clash()
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.top is ActScreen && !desk.runtime.isModal && desk.shows("王五"))
    #expect(try stored().contact?.string == "张三")
    desk.press(KeyPress(.function(2)))
    #expect(desk.runtime.isModal && desk.shows("\(Self.admin) 同时改了同一处"))
  }

  @Test(
    "Of a draft of another day, what others changed since it was begun is asked of as if it had been written in one go", arguments: [0, 1])
  func draft(answer: Int) throws {
    let fixture = try DeskFixture()
    func open(_ desk: DeskForTests) {
      desk.open(OrganizationDirectory.page(desk.sitting, Self.host))
      desk.press(KeyPress(.function(2)))
    }
    func stored() throws -> OrganizationRecord { try fixture.store.organizationFile(Self.host, by: DeskFixture.bureau).record }
    let first = try DeskForTests(fixture, "bureau", columns: 100, rows: 30)
    open(first)
    for _ in 0..<4 { first.press(KeyPress(.tab)) }
    first.type("王五")
    first.pass(.milliseconds(500))
    // The line is gone; nothing is asked of the first desk any more.
    var other = try stored()
    (other.contact, other.phone) = (try fixture.text("张三"), try fixture.text("0317-123"))
    try fixture.store.correctOrganization(other, by: Acting("admin", .desk))
    for _ in 0..<2 {
      let again = try DeskForTests(fixture, "bureau", columns: 100, rows: 30)
      open(again)
      #expect(again.shows("王五") && again.shows("其后原内容有改动"))
      again.checkFrame(allowing: ["王五", "张三", Self.host])
    }
    let second = try DeskForTests(fixture, "bureau", columns: 100, rows: 30)
    open(second)
    second.press(KeyPress(.function(2)))
    #expect(second.runtime.isModal && second.shows("\(Self.admin) 同时改了同一处") && second.shows("张三"))
    for _ in 0..<answer { second.press(KeyPress(.tab)) }
    second.press(KeyPress(.enter))
    #expect(try stored().contact?.string == ["张三", "王五"][answer] && stored().phone?.string == "0317-123")
    // What starts over has seen what stands now.
    let third = try DeskForTests(fixture, "bureau", columns: 100, rows: 30)
    open(third)
    #expect(!third.shows("草稿"))
  }

  @Test("looks as somebody has seen it")
  func picture() throws {
    for size in ScreenSize.all where size.columns < 200 {
      let (desk, _) = try clash(columns: size.columns, rows: size.rows, size.language)
      desk.checkFrame("meanwhile \(size)", allowing: ["王五", "张三", Self.host, Self.admin])
      try desk.checkPicture("meanwhile-\(size)")
    }
  }

  @Test("An expert who writes one opinion at two desks: what only one wrote is joined and shown, and of the rest they are asked")
  func opinion() throws {
    let fixture = try DeskFixture.withApplications()
    let number = try fixture.reviewedApplication()
    let he = Acting("he", .desk)
    try fixture.store.pledgeReview(year: 2026, by: he)
    let desk = try DeskForTests(fixture, "he", columns: 80, rows: 24)
    desk.open(OpinionScreen(desk.sitting, number: number))
    func stored() throws -> ExpertOpinion? {
      try fixture.store.application(number, by: he).reviewers.first { $0.login == "he" }?.opinion
    }
    func elsewhere(_ change: (inout ExpertOpinion) -> Void) throws {
      var opinion = try #require(try stored())
      change(&opinion)
      try fixture.store.giveOpinion(number, opinion, isSubmitted: false, by: he)
    }
    try elsewhere { $0.rating = Hundredths(80_00) }
    desk.type("1")
    desk.pass(.seconds(2))
    #expect(try stored()?.answers["9.1"] == .met && stored()?.rating == Hundredths(80_00))
    (desk.runtime.top as? OpinionScreen)?.changed(StoreNews(items: []))
    try elsewhere { $0.answers["9.1"] = .notMet }
    desk.type("3")
    desk.pass(.seconds(2))
    #expect(desk.runtime.isModal && desk.shows("您在另一处 同时改了同一处") && desk.shows("不符合") && desk.shows("存疑"))
    desk.press(KeyPress(.tab), KeyPress(.enter))
    #expect(try stored()?.answers["9.1"] == .doubtful && stored()?.rating == Hundredths(80_00))
  }
}
