import CenterStore
import Regulation

@testable import Desk

/// Centers that keep, owe and are behind.
enum DutyScene {
  static let today = DeskFixture.day("2026-06-25")
  static let text = PlainText(literal: "研发方向和年度计划")

  static func fill(_ fixture: DeskFixture) throws {
    let (store, host) = (fixture.store.under(DeskFixture.surroundings(on: today)), Acting("host", .desk))
    let employer = try fixture.text(fixture.host(of: "CZ-01"))
    func member(_ name: String, _ employer: PlainText, _ duty: CommitteeMember.Duty? = nil) throws -> CommitteeMember {
      CommitteeMember(name: try fixture.text(name), employer: employer, duty: duty)
    }
    let outside = try fixture.text("燕赵示例大学")
    let day = DeskFixture.day("2026-03-12")
    try store.nameCommittee(
      .advisory, of: "CZ-01",
      [member("顾明川", outside, .chair), member("周文澜", outside), member("沈一舟", employer, .officer)], since: day, by: host)
    try store.enterMeeting(
      CommitteeMeeting(
        of: .advisory, on: day, agenda: [.direction, .work], outcome: text, minutes: fixture.text("技指委纪要〔2026〕1号"), today: today),
      of: "CZ-01", by: host)
    try store.enterDuties(
      Duty.plan.parts.map { try DutyRecord(.plan, part: $0, year: 2026, on: day, text: text, today: today) }, of: "CZ-01",
      by: DeskFixture.bureau)
    try store.enterDuties(
      [DutyRecord(.accounts, part: .books, on: day, text: text, evidence: fixture.text("财务部档案"), today: today)], of: "CZ-01", by: host)
  }
}
