import CenterStore
import DeskRuntime
import Regulation
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("Acts of a sitting are taken back by acts of the store, each on file")
struct UndoTests {
  @Test("Figures of an evaluation form go back one by one, wherever on the desk that is asked; then there is nothing to undo")
  func facts() throws {
    let fixture = try DeskFixture.withMaterial()
    let desk = try DeskForTests(fixture, "host")
    desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
    func value() throws -> FactValue? {
      try fixture.material().form.sheet.entries[FactKey(try #require(FactCode("1.1.b")))]?.value
    }
    let first = try value()
    desk.press(KeyPress(.down))
    desk.type("3\n")
    desk.press(KeyPress(.up))
    desk.type("4\n")
    #expect(try value() == .count(4))
    desk.type("u")
    #expect(try value() == .count(3) && desk.shows("已撤销：CZ-02 1.1.b"))
    desk.press(KeyPress(.escape))
    desk.press(.control("_"))
    #expect(try value() == first)
    desk.type("u")
    #expect(desk.shows("没有可撤销的操作"))
  }

  @Test("What somebody else has changed since stays, and that is told")
  func overtaken() throws {
    let fixture = try DeskFixture.withMaterial()
    let desk = try DeskForTests(fixture, "host")
    desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
    let place = FactKey(try #require(FactCode("1.1.b")))
    desk.press(KeyPress(.down))
    desk.type("3\n")
    try fixture.store.saveFact(year: 2026, center: "CZ-02", place, FactEntry(.count(9)), by: DeskFixture.bureau)
    desk.type("u")
    #expect(desk.runtime.isModal)
    desk.press(KeyPress(.enter))
    #expect(try fixture.material().form.sheet.entries[place]?.value == .count(9))
  }

  @Test("A record of a duty goes again that was entered, comes back that was taken out, and reads as before that was corrected")
  func duties() throws {
    let fixture = try MatterScene.fixture()
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, on: DutyScene.today)
    func texts() throws -> [String] {
      try fixture.store.dutyFile(of: "CZ-01", by: desk.sitting.acting).entries.map(\.record.text.string)
    }
    func open(_ duty: Duty) { desk.open(DutyScreen(desk.sitting, code: "CZ-01", duty: duty, on: DutyScene.today)) }
    open(.cooperation)
    desk.press(KeyPress(.function(2)))
    desk.type("与高校合作")
    desk.press(KeyPress(.function(2)))
    #expect(try texts() == ["与高校合作"])
    desk.press(KeyPress(.enter))
    desk.press(KeyPress(.function(2)))
    #expect(desk.shows("内容没有改动"))
    desk.press(KeyPress(.enter))
    desk.type("二")
    desk.press(KeyPress(.function(2)))
    #expect(try texts() == ["与高校合作二"])
    desk.type("x")
    desk.type("误录")
    desk.press(KeyPress(.function(2)))
    #expect(try texts().isEmpty)
    for expected in [["与高校合作二"], ["与高校合作"], []] {
      desk.type("u")
      #expect(try texts() == expected && desk.shows("已撤销"))
    }
    #expect(try fixture.store.verifyChain(by: Acting("admin", .command)).isWhole)
  }

  @Test("A document leaves the register again, and comes back")
  func documents() throws {
    let fixture = try DeskFixture.withMaterial()
    let desk = try DeskForTests(fixture, "host")
    let subject = AttachmentSubject.material(center: "CZ-02", year: 2026)
    let entry = AttachmentEntry(title: PlainText(literal: "审计报告"), location: PlainText(literal: "档案室"))
    func titles() throws -> [String] { try fixture.store.attachments(of: subject, by: desk.sitting.acting).map(\.entry.title.string) }
    let old = try titles()
    try fixture.store.attach(entry, to: subject, by: desk.sitting.acting)
    desk.sitting.note(.entered(entry.title, to: subject))
    desk.type("u")
    #expect(try titles() == old)
    desk.sitting.note(.removed(entry, from: subject))
    desk.type("u")
    #expect(try Set(titles()) == Set(old + ["审计报告"]))
  }

  @Test("A committee sits as before it was named anew; what another named since stays")
  func committees() throws {
    let fixture = try MatterScene.fixture()
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, on: DutyScene.today)
    func names() throws -> [String] {
      try fixture.store.dutyFile(of: "CZ-01", by: desk.sitting.acting).seats.filter { $0.tenure.until == nil }
        .map(\.tenure.seat.member.name.string)
    }
    let host = try fixture.text(fixture.host(of: "CZ-01"))
    let old = try ["甲", "乙"].map { CommitteeMember(name: try fixture.text($0), employer: host) }
    let store = fixture.store.under(DeskFixture.surroundings(on: DutyScene.today))
    try store.nameCommittee(.management, of: "CZ-01", old, since: DeskFixture.day("2026-03-12"), by: desk.sitting.acting)
    desk.open(DutyScreen(desk.sitting, code: "CZ-01", duty: .managementCommittee, on: DutyScene.today))
    func typeMember() {
      desk.press(KeyPress(.function(2)))
      desk.press(KeyPress(.end, .control))
      desk.type("\n丙，\(host)")
      desk.press(KeyPress(.function(2)))
    }
    typeMember()
    #expect(try names() == ["甲", "乙", "丙"])
    desk.type("u")
    #expect(try names() == ["甲", "乙"] && desk.shows("已撤销"))
    typeMember()
    try store.nameCommittee(.management, of: "CZ-01", [old[0]], since: DutyScene.today, by: DeskFixture.bureau)
    desk.type("u")
    #expect(try names() == ["甲"] && desk.runtime.isModal)
  }
}
