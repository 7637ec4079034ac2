import RandomForTests
import Regulation
import Testing

@Suite("Operating duties: kept, due or behind on any day (articles 6, 7 and 14 to 24)")
struct DutyStandingTests {
  static func day(_ text: String) -> Day { Day(parsing: text) ?? Day(number: 0) }

  private static let term = DutyTerm(certifiedOn: day("2026-03-10"))

  @Test(
    "A meeting is owed from the year after certification: due until 31 December, behind from 1 January",
    arguments: [
      ("2026-03-09", DutyStanding.State.notOwed, nil), ("2026-03-10", .notOwed, nil), ("2026-12-31", .notOwed, nil),
      ("2027-01-01", .due, "2028-01-01"), ("2027-12-31", .due, "2028-01-01"), ("2028-01-01", .behind, "2028-01-01"),
      ("2029-06-30", .behind, "2029-01-01"),
    ])
  func yearly(on day: String, state: DutyStanding.State, from: String?) {
    let standing = Self.term.standing(of: .advisoryMeeting, on: Self.day(day)) { _ in false }
    #expect(standing.state == state && standing.behindFrom == from.map(Self.day))
  }

  @Test("What was missed last year is behind until this year's is kept; one kept late leaves this year's due")
  func missed() {
    func state(_ kept: Set<Int>) -> DutyStanding.State {
      Self.term.standing(of: .advisoryMeeting, on: Self.day("2029-06-30")) { kept.contains($0) }.state
    }
    #expect(state([]) == .behind && state([2027]) == .behind && state([2028]) == .due && state([2029]) == .kept)
  }

  @Test("A year that was missed stays missed beside the standing by the latest year, whatever is kept later")
  func arrears() {
    func standing(_ kept: Set<Int>, on day: String = "2031-06-30") -> DutyStanding {
      Self.term.standing(of: .advisoryMeeting, on: Self.day(day)) { kept.contains($0) }
    }
    // Certified in 2026, so owed from 2027 on.
    #expect(standing([2031]).state == .kept && standing([2031]).missed == [2027, 2028, 2029, 2030])
    #expect(standing([2027, 2029, 2030]).state == .due && standing([2027, 2029, 2030]).missed == [2028])
    #expect(standing([2028]).state == .behind && standing([2028]).year == 2030 && standing([2028]).missed == [2027, 2029])
    #expect(standing([2027, 2028, 2029, 2030, 2031]).missed.isEmpty && standing([], on: "2027-06-30").missed.isEmpty)
    #expect(Self.term.standing(of: .rules, on: Self.day("2031-06-30")) { _ in true }.missed.isEmpty)
  }

  @Test(
    "What stands once is due from certification to the end of the year after it, and behind from then on",
    arguments: [
      ("2026-03-09", DutyStanding.State.notOwed), ("2026-03-10", .due), ("2027-12-31", .due), ("2028-01-01", .behind),
    ])
  func once(on day: String, state: DutyStanding.State) {
    let standing = Self.term.standing(of: .rules, on: Self.day(day)) { _ in false }
    #expect(standing.state == state && standing.year == nil)
    #expect(standing.lastDay == (state == .notOwed ? nil : Self.day("2027-12-31")))
  }

  @Test("Nothing is owed for a year before the regulation came into force (article 32)")
  func before() {
    let old = DutyTerm(certifiedOn: Self.day("2012-05-01"))
    func state(_ day: String) -> DutyStanding.State { old.standing(of: .managementMeeting, on: Self.day(day)) { _ in false }.state }
    #expect(state("2024-12-31") == .notOwed && state("2025-12-31") == .due && state("2026-01-01") == .behind)
  }

  @Test("A center that is revoked or reorganised owes nothing from that day on", arguments: Duty.allCases)
  func ended(duty: Duty) {
    let term = DutyTerm(certifiedOn: Self.day("2020-01-01"), endedOn: Self.day("2027-07-01"))
    let last = term.standing(of: duty, on: Self.day("2027-06-30")) { _ in false }
    #expect(last.state == (duty.isPermission ? .notOwed : .behind))
    #expect(term.standing(of: duty, on: Self.day("2027-07-01")) { _ in false }.state == .notOwed)
  }

  @Test("Article 20 is a permission: kept where it is used, never due nor behind")
  func permission() {
    for day in ["2026-03-10", "2027-01-01", "2031-01-01"] {
      #expect(Self.term.standing(of: .sharing, on: Self.day(day)) { _ in false }.state == .notOwed)
      #expect(Self.term.standing(of: .sharing, on: Self.day(day)) { _ in true }.state == .kept)
    }
  }

  @Test("The duties stand in the order of the articles, each of which is named once")
  func order() {
    #expect(Duty.articles == ["6(4)", "7", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24"])
    #expect(Duty.autonomy.parts.count == 5 && Duty.rules.parts.count == 5 && Duty.accounts.parts.count == 2)
    #expect(Set(Duty.allCases.map(\.phrase.zh)).count == Duty.allCases.count)
  }

  @Test("All duties at once stand as each of them by itself, on every day and whatever is kept", arguments: [UInt64(3), 4])
  func together(seed: UInt64) {
    var random = SeededRandom(seed)
    for _ in 0..<2_000 {
      let certified = Self.day("2022-01-01").adding(days: Int.random(in: 0..<3_000, using: &random))
      let term = DutyTerm(
        certifiedOn: certified,
        endedOn: Bool.random(using: &random) ? certified.adding(days: Int.random(in: 0..<2_000, using: &random)) : nil)
      let day = certified.adding(days: Int.random(in: -200..<2_500, using: &random))
      func some() -> DutySet { DutySet(Duty.allCases.filter { _ in Bool.random(using: &random) }) }
      let (now, before, idle) = (some(), some(), Bool.random(using: &random) ? DutySet([.coBuilding]) : DutySet())
      let states = term.states(on: day, idle: idle, now: now, before: before)
      for duty in Duty.allCases {
        let alone = term.standing(of: duty, on: day, applies: !idle.contains(duty)) { ($0 == day.year ? now : before).contains(duty) }
        #expect(states.kept.contains(duty) == (alone.state == .kept), "\(duty) \(day)")
        #expect(states.due.contains(duty) == (alone.state == .due), "\(duty) \(day)")
        #expect(states.behind.contains(duty) == (alone.state == .behind), "\(duty) \(day)")
        #expect(states.stands(.notOwed, to: DutySet([duty])) == (alone.state == .notOwed), "\(duty) \(day)")
      }
    }
  }
}
