import Regulation
import Testing

@Suite("What stands once, when co-builders come and go and committees change (articles 7, 14, 15 and 31)")
struct DutyLapseTests {
  private static func day(_ text: String) -> Day { DutyStandingTests.day(text) }
  private static let text = PlainText(literal: "有据")
  private static let term = DutyTerm(certifiedOn: day("2012-03-10"))

  private static func builder(_ name: StaticString, since: String? = nil, until: String? = nil) -> CoBuilderTenure {
    CoBuilderTenure(PlainText(literal: name), spans: [.init(since: since.map(day), until: until.map(day))])
  }

  private static func tenure(
    _ committee: CommitteeKind, _ origin: CommitteeOrigin, _ duty: CommitteeMember.Duty? = nil, since: String = "2025-03-01",
    until: String? = nil
  ) -> CommitteeTenure {
    let member = CommitteeMember(name: text, employer: text, duty: duty)
    return CommitteeTenure(committee, .init(member, from: origin), since: day(since), until: until.map(day))
  }

  /// How it stands, in short: the state, the last day or since when it is broken.
  private func told(_ records: DutyRecords, _ duty: Duty, on day: String) -> String {
    let standing = records.standing(of: duty, on: Self.day(day), Self.term)
    return "\(standing.state) \(standing.lastDay.map { "\($0)" } ?? standing.brokenSince.map { "since \($0)" } ?? "-")"
  }

  @Test("Article 7: a co-builder that came later owes from its own day on, until the end of the year after; one that left owes nothing")
  func coBuilding() throws {
    var records = DutyRecords(coBuilders: [Self.builder("共建大学", since: "2026-11-30", until: "2029-05-01")])
    for (day, state) in [
      ("2026-11-29", "notOwed -"), ("2026-11-30", "due 2027-12-31"), ("2027-12-31", "due 2027-12-31"), ("2028-01-01", "behind 2027-12-31"),
      ("2029-05-01", "notOwed -"),
    ] { #expect(told(records, .coBuilding, on: day) == state, "\(day)") }
    // One that was there from the beginning and lacks something has no more time by the one that came.
    records.coBuilders.append(Self.builder("共建院"))
    #expect(told(records, .coBuilding, on: "2026-12-01") == "behind 2025-12-31")
    for part in Duty.coBuilding.parts {
      records.records.append(
        try DutyRecord(
          .coBuilding, part: part, subject: PlainText("共建院"), on: Self.day("2025-06-01"), text: Self.text, today: Self.day("2030-01-01")))
    }
    #expect(told(records, .coBuilding, on: "2026-11-29") == "kept -" && told(records, .coBuilding, on: "2026-12-01") == "due 2027-12-31")
  }

  @Test("Article 14: a co-builder that came later has its member until the end of the year after; a committee unlawful by others has not")
  func newcomer() {
    var records = DutyRecords(
      coBuilders: [Self.builder("共建大学", since: "2026-11-30")], tenures: [Self.tenure(.management, .host)])
    for (day, state) in [
      ("2026-11-29", "kept -"), ("2026-11-30", "due 2027-12-31"), ("2027-12-31", "due 2027-12-31"), ("2028-01-01", "behind 2027-12-31"),
    ] { #expect(told(records, .managementCommittee, on: day) == state, "\(day)") }
    records.tenures.append(Self.tenure(.management, .outside, since: "2027-04-01", until: "2027-05-01"))
    #expect(told(records, .managementCommittee, on: "2027-04-30") == "behind since 2027-04-01")
    #expect(told(records, .managementCommittee, on: "2027-05-01") == "due 2027-12-31")
    records.tenures = []
    #expect(told(records, .managementCommittee, on: "2026-12-01") == "behind 2025-12-31")
  }

  @Test("Article 14: whom a former co-builder employs is a stranger from the day on which it left")
  func leaver() {
    let records = DutyRecords(
      coBuilders: [Self.builder("共建院"), Self.builder("共建大学", until: "2026-11-30")],
      tenures: [Self.tenure(.management, .host), Self.tenure(.management, .coBuilder(0)), Self.tenure(.management, .coBuilder(1))])
    #expect(told(records, .managementCommittee, on: "2026-11-29") == "kept -")
    #expect(told(records, .managementCommittee, on: "2026-11-30") == "behind since 2026-11-30")
    #expect(records.coBuilders(on: Self.day("2026-11-30")).map(\.string) == ["共建院"])
  }

  @Test("Article 15: experts of a unit that became co-builder may stay until the end of the year after, and are too many from then on")
  func experts() {
    let records = DutyRecords(
      coBuilders: [Self.builder("共建大学", since: "2026-11-30")],
      tenures: [
        Self.tenure(.advisory, .host, .officer), Self.tenure(.advisory, .outside, .chair), Self.tenure(.advisory, .coBuilder(0)),
      ])
    for (day, state) in [("2026-11-29", "kept -"), ("2026-11-30", "due 2027-12-31"), ("2028-01-01", "behind 2027-12-31")] {
      #expect(told(records, .advisoryCommittee, on: day) == state, "\(day)")
    }
  }

  @Test(
    "Article 14: a committee that was in order is behind from the day on which it is so no more, which is said; before its first time is over it is due"
  )
  func broken() {
    var records = DutyRecords(tenures: [Self.tenure(.management, .host), Self.tenure(.management, .outside, since: "2026-11-30")])
    #expect(told(records, .managementCommittee, on: "2026-11-29") == "kept -")
    for day in ["2026-11-30", "2027-03-01"] { #expect(told(records, .managementCommittee, on: day) == "behind since 2026-11-30") }
    let finding = records.finding(of: .managementCommittee, on: Self.day("2026-12-31"), Self.term)
    #expect(finding.why.zh.hasSuffix("，自 2026-11-30 起不合要求") && finding.standing.behindFrom == Self.day("2026-11-30"))
    // A further change that mends nothing leaves the day as it is.
    records.tenures.append(Self.tenure(.management, .outside, since: "2026-12-15"))
    #expect(told(records, .managementCommittee, on: "2026-12-31") == "behind since 2026-11-30")
    // Broken before the first time was over, it has that time.
    records.tenures = [Self.tenure(.management, .host, until: "2025-10-01")]
    #expect(told(records, .managementCommittee, on: "2025-11-01") == "due 2025-12-31")
    #expect(told(records, .managementCommittee, on: "2026-01-01") == "behind 2025-12-31")
  }
}
