import RandomForTests
import Regulation
import Testing

@Suite("What is on file shows how a duty is kept (articles 6, 7 and 14 to 24)")
struct DutyRecordsTests {
  private static func day(_ text: String) -> Day { DutyStandingTests.day(text) }
  private static let today = day("2030-01-01")
  private static let term = DutyTerm(certifiedOn: day("2026-03-10"))
  private static let text = PlainText(literal: "有据")
  private static let builder = PlainText(literal: "共建大学")

  private static func record(
    _ duty: Duty, _ part: DutyPart? = nil, subject: PlainText = .empty, year: Int? = nil, on day: String = "2027-05-01"
  ) throws -> DutyRecord {
    try DutyRecord(duty, part: part, subject: subject, year: year, on: Self.day(day), text: text, today: today)
  }

  private static func tenure(
    _ committee: CommitteeKind, _ origin: CommitteeOrigin, _ duty: CommitteeMember.Duty? = nil, since: String = "2026-04-01",
    until: String? = nil
  ) -> CommitteeTenure {
    let member = CommitteeMember(name: text, employer: text, duty: duty)
    return CommitteeTenure(committee, .init(member, from: origin), since: day(since), until: until.map(day))
  }

  private func state(_ records: DutyRecords, _ duty: Duty, on day: String) -> DutyStanding.State {
    records.standing(of: duty, on: Self.day(day), Self.term).state
  }

  @Test(
    "Article 15: three times the insiders may be as many as the members, not more, and the chair is none of them",
    arguments: [(2, 3, CommitteeOrigin.outside, true), (3, 5, .outside, true), (3, 4, .outside, false), (1, 9, .host, false)])
  func advisory(host: Int, others: Int, chair: CommitteeOrigin, isKept: Bool) {
    let tenures =
      (1..<host).map { _ in Self.tenure(.advisory, .host) } + (0..<others).map { _ in Self.tenure(.advisory, .outside) }
      + [Self.tenure(.advisory, .host, .officer), Self.tenure(.advisory, chair, .chair)]
    let records = DutyRecords(tenures: tenures)
    #expect(state(records, .advisoryCommittee, on: "2027-12-31") == (isKept ? .kept : .due))
    #expect(state(records, .advisoryCommittee, on: "2028-01-01") == (isKept ? .kept : .behind))
    #expect(state(records, .advisoryCommittee, on: "2026-03-31") == .due)
  }

  @Test("Article 14: a co-builder without a member, or a stranger, is told by name; who has left does not count")
  func management() {
    var records = DutyRecords(coBuilders: [CoBuilderTenure(Self.builder)], tenures: [Self.tenure(.management, .host)])
    let finding = records.finding(of: .managementCommittee, on: Self.day("2028-02-01"), Self.term)
    #expect(finding.standing.state == .behind && finding.why.zh.contains("缺 共建大学"))
    records.tenures.append(Self.tenure(.management, .coBuilder(0), until: "2028-01-15"))
    #expect(state(records, .managementCommittee, on: "2028-01-14") == .kept)
    #expect(state(records, .managementCommittee, on: "2028-01-15") == .behind)
    records.tenures.append(Self.tenure(.management, .coBuilder(0), since: "2028-01-20"))
    #expect(state(records, .managementCommittee, on: "2028-01-20") == .kept)
    records.tenures.append(Self.tenure(.management, .outside, since: "2028-02-20"))
    #expect(state(records, .managementCommittee, on: "2028-02-20") == .behind)
  }

  @Test("Articles 14 and 15: a meeting keeps its own committee's year, from its day on; what was not dealt with is told")
  func meetings() throws {
    let meeting = try CommitteeMeeting(
      of: .advisory, on: Self.day("2028-06-01"), agenda: [.direction], minutes: Self.text, today: Self.today)
    let records = DutyRecords(meetings: [meeting])
    #expect(state(records, .advisoryMeeting, on: "2028-05-31") == .behind && state(records, .advisoryMeeting, on: "2028-06-01") == .kept)
    #expect(state(records, .managementMeeting, on: "2028-06-01") == .behind)
    #expect(state(records, .advisoryMeeting, on: "2029-01-01") == .due)
    #expect(records.finding(of: .advisoryMeeting, on: Self.day("2028-06-01"), Self.term).why.en.contains("not dealt with: research plan"))
    #expect(throws: Refusal.self) {
      try CommitteeMeeting(of: .advisory, on: Self.day("2028-06-01"), agenda: [.budget], minutes: Self.text, today: Self.today)
    }
    #expect(throws: Refusal.self) {
      try CommitteeMeeting(of: .advisory, on: Self.day("2030-01-02"), agenda: [.work], minutes: Self.text, today: Self.today)
    }
  }

  @Test("Article 7: each co-builder names its body, people and tasks; without co-builders nothing is owed")
  func coBuilding() throws {
    var records = DutyRecords()
    #expect(state(records, .coBuilding, on: "2028-01-01") == .notOwed)
    records.coBuilders = [CoBuilderTenure(Self.builder), CoBuilderTenure(PlainText("共建院"))]
    for part in Duty.coBuilding.parts { records.records.append(try Self.record(.coBuilding, part, subject: Self.builder)) }
    let finding = records.finding(of: .coBuilding, on: Self.day("2028-01-01"), Self.term)
    #expect(finding.standing.state == .behind && finding.missing.count == 3)
    for part in Duty.coBuilding.parts { records.records.append(try Self.record(.coBuilding, part, subject: PlainText("共建院"))) }
    #expect(state(records, .coBuilding, on: "2028-01-01") == .kept)
  }

  @Test("A duty of several parts is kept when each of them is on file", arguments: Duty.allCases.filter { $0.proof == .records })
  func parts(duty: Duty) throws {
    let year = duty.isYearly ? 2027 : nil
    let subject = duty.subject == nil ? PlainText.empty : Self.builder
    var records = DutyRecords(coBuilders: [CoBuilderTenure(Self.builder)])
    let parts: [DutyPart?] = duty.parts.isEmpty ? [nil] : duty.parts
    for part in parts {
      #expect(state(records, duty, on: "2027-06-01") == (duty.isPermission ? .notOwed : .due))
      records.records.append(try Self.record(duty, part, subject: subject, year: year))
    }
    #expect(state(records, duty, on: "2027-06-01") == .kept)
    #expect(state(records, duty, on: "2027-04-30") != .kept)
  }

  @Test("Article 6(4): last year's work may be assessed in January; until then the center is behind")
  func assessment() throws {
    let records = DutyRecords(records: [try Self.record(.assessment, year: 2027, on: "2028-01-20")])
    #expect(state(records, .assessment, on: "2028-01-19") == .behind && state(records, .assessment, on: "2028-01-20") == .due)
  }

  @Test("Records that do not belong to their duty are refused with its article")
  func refused() {
    func article(_ make: () throws -> DutyRecord) -> String? {
      do { _ = try make() } catch { return (error as? Refusal)?.article }
      return nil
    }
    #expect(article { try Self.record(.director) } == "16" && article { try Self.record(.autonomy) } == "17")
    #expect(article { try Self.record(.autonomy, .books) } == "17" && article { try Self.record(.rules, .managers, year: 2027) } == "22")
    #expect(article { try Self.record(.assessment) } == "6(4)" && article { try Self.record(.assessment, year: 2035) } == "6(4)")
    #expect(article { try Self.record(.cooperation, on: "2030-01-02") } == "21" && article { try Self.record(.researchGroups) } == "18")
  }

  @Test("A thousand random files, each day of them: the standing is what a plain recount says", arguments: [UInt64(1), 2])
  func random(seed: UInt64) throws {
    var random = SeededRandom(seed)
    func date() -> Day { Self.day("2024-06-01").adding(days: Int.random(in: 0..<2000, using: &random)) }
    for _ in 0..<500 {
      let certified = date()
      let term = DutyTerm(certifiedOn: certified, endedOn: Bool.random(using: &random) ? certified.adding(days: 900) : nil)
      let days = (0..<Int.random(in: 0...4, using: &random)).map { _ in date() }
      let records = DutyRecords(
        meetings: try days.map {
          try CommitteeMeeting(of: .management, on: $0, agenda: [.plan], minutes: Self.text, today: Self.day("2035-01-01"))
        }, records: try days.map { try DutyRecord(.cooperation, on: $0, text: Self.text, today: Self.day("2035-01-01")) })
      let day = date()
      let isOpen = day >= certified && (term.endedOn.map { day < $0 } ?? true)
      // The plain recount: years of meetings by then, and the first year owed.
      let (held, first) = (Set(days.filter { $0 <= day }.map(\.year)), max(2025, certified.year + 1))
      var yearly = DutyStanding.State.notOwed
      if isOpen, day.year >= first {
        let before = Array(first...day.year).dropLast().last
        yearly = held.contains(day.year) ? .kept : before.map { held.contains($0) } ?? true ? .due : .behind
      }
      #expect(records.standing(of: .managementMeeting, on: day, term).state == yearly)
      let once: DutyStanding.State = !isOpen ? .notOwed : !held.isEmpty ? .kept : day.year > first ? .behind : .due
      #expect(records.standing(of: .cooperation, on: day, term).state == once)
    }
  }
}
