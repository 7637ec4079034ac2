import RandomForTests
import Regulation
import Testing

@testable import CenterStore

/// Who sits on a committee, and its meetings (articles 13 to 15).
extension DutyStoreTests {
  @Test("A committee is named as a whole: who stays keeps the first day, who is not named has left; not before the last change")
  func committees() throws {
    let city = try City()
    let store = store(city, on: "2027-06-01")
    let (li, wang) = (try Self.member("李", "甲公司"), try Self.member("王", "甲公司"))
    try store.nameCommittee(.management, of: "C1", [li, wang], since: Self.day("2026-03-01"), by: City.acting(.host))
    try store.nameCommittee(.management, of: "C1", [li], since: Self.day("2027-03-01"), by: City.acting(.host))
    let file = try store.dutyFile(of: "C1", by: City.acting(.host))
    #expect(file.seats.map(\.tenure.since) == [Self.day("2026-03-01"), Self.day("2026-03-01")])
    #expect(file.seats.map(\.tenure.until) == [nil, Self.day("2027-03-01")])
    #expect(file.records.roll(of: .management, on: Self.day("2027-02-28")).members.count == 2)
    #expect(
      refusal { try store.nameCommittee(.management, of: "C1", [], since: Self.day("2026-12-31"), by: City.acting(.host)) }?.article == "14"
    )
    #expect(
      refusal { try store.nameCommittee(.advisory, of: "C1", [li], since: Self.day("2027-06-02"), by: City.acting(.host)) }?.article == "15"
    )
  }

  @Test("A naming is taken back by naming the former members from the same day: who left on it never left, who came on it was never there")
  func takenBack() throws {
    let city = try City()
    let store = store(city, on: "2027-06-01")
    let (li, wang, zhao) = (try Self.member("李", "甲公司"), try Self.member("王", "甲公司"), try Self.member("赵", "甲公司"))
    func name(_ members: [CommitteeMember], since day: String, expecting: [CommitteeMember]? = nil) throws {
      try store.nameCommittee(
        .management, of: "C1", members, since: Self.day(day), expecting: expecting.map { Seen($0) }, by: City.acting(.host))
    }
    try name([li, wang], since: "2026-03-01")
    let before = try store.dutyFile(of: "C1", by: City.acting(.host)).seats.map(\.tenure)
    for new in [[], [li], [zhao], [wang, zhao]] as [[CommitteeMember]] {
      try name(new, since: "2027-03-01", expecting: [wang, li])
      #expect(try store.dutyFile(of: "C1", by: City.acting(.host)).seats.map(\.tenure) != before)
      #expect(try store.examine(by: City.acting(.admin)).isEmpty)
      try name([li, wang], since: "2027-03-01", expecting: new)
      #expect(Set(try store.dutyFile(of: "C1", by: City.acting(.host)).seats.map(\.tenure)) == Set(before))
    }
    #expect(try store.examine(by: City.acting(.admin)).isEmpty)
    // Who began with others than sit there now is told who changed what, in words.
    #expect { try name([zhao], since: "2027-04-01", expecting: [li]) } throws: { error in
      guard let told = (error as? StoreError)?.phrase else { return false }
      return told.zh.contains("host 已改动管理委员会的成员") && told.en.contains("host changed the members of") && !told.zh.contains("\t")
    }
    #expect(Set(try store.dutyFile(of: "C1", by: City.acting(.host)).seats.map(\.tenure)) == Set(before))
  }

  @Test("A meeting of one day is on file once; it is corrected where it stands")
  func meetings() throws {
    let city = try City()
    let store = store(city, on: "2026-06-01")
    func meeting(_ day: String) throws -> CommitteeMeeting {
      try CommitteeMeeting(of: .advisory, on: Self.day(day), agenda: [.work], minutes: Self.text, today: Self.day("2026-06-01"))
    }
    try store.enterMeeting(meeting("2026-03-01"), of: "C1", by: City.acting(.host))
    #expect(refusal { try store.enterMeeting(meeting("2026-03-01"), of: "C1", by: City.acting(.bureau)) }?.article == "15")
    let number = try #require(try store.dutyFile(of: "C1", by: City.acting(.host)).meetings.first?.id)
    try store.enterMeeting(meeting("2026-03-02"), of: "C1", correcting: number, by: City.acting(.bureau))
    let meetings = try store.dutyFile(of: "C1", by: City.acting(.host)).meetings
    #expect(meetings.map(\.id) == [number] && meetings.map(\.meeting.day) == [Self.day("2026-03-02")] && meetings.map(\.origin) == [.staff])
  }

  @Test("Who sits on a committee on file steps aside as an expert until they have left (回避)")
  func recusal() throws {
    let city = try City()
    let store = store(city, on: "2026-06-01")
    func score() throws {
      try store.score(
        year: 2026, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(Points(100))), by: City.acting(.expert))
    }
    try score()
    let expert = try Self.member("专家0", "评估事务所")
    try store.nameCommittee(.advisory, of: "C1", [expert], since: Self.day("2026-05-01"), by: City.acting(.host))
    #expect(refusal { try score() } != nil)
    try store.nameCommittee(.advisory, of: "C1", [], since: Self.day("2026-05-20"), by: City.acting(.host))
    #expect(refusal { try score() } == nil)
  }
}
