import RandomForTests
import Regulation
import Testing

@testable import CenterStore

@Suite("Operating duties in the store: who enters them, and how every center stands to them (articles 6, 7 and 14 to 24)")
struct DutyStoreTests {
  static let text = PlainText(literal: "有据")
  static func day(_ text: String) -> Day { Day(parsing: text) ?? Day(number: 0) }

  static func member(_ name: String, _ employer: String, _ duty: CommitteeMember.Duty? = nil) throws -> CommitteeMember {
    CommitteeMember(name: try PlainText(name), employer: try PlainText(employer), duty: duty)
  }

  func store(_ city: City, on day: String) -> CenterStore {
    city.scratch.store.under(
      Surroundings(now: { Moment(Self.day(day), seconds: 12 * 3600) }, randomBytes: Surroundings.system.randomBytes))
  }

  func refusal(_ work: () throws -> Void) -> Refusal? {
    do { try work() } catch StoreError.refused(let refusal) { return refusal } catch {}
    return nil
  }

  func record(_ duty: Duty, _ part: DutyPart? = nil, _ text: String = "有据", year: Int? = nil, on day: String) throws -> DutyRecord {
    try DutyRecord(duty, part: part, year: year, on: Self.day(day), text: PlainText(text), today: Self.day("2030-01-01"))
  }

  @Test("A record that is entered anew corrects the old one, which stays in the chain; what staff enter is marked so")
  func correcting() throws {
    let city = try City()
    let store = store(city, on: "2026-06-01")
    try store.enterDuties([record(.plan, .plan, "旧", year: 2026, on: "2026-02-01")], of: "C1", by: City.acting(.host))
    try store.enterDuties([record(.plan, .plan, "新", year: 2026, on: "2026-02-03")], of: "C1", by: City.acting(.bureau))
    let entries = try store.dutyFile(of: "C1", by: City.acting(.department)).entries
    #expect(entries.map(\.record.text.string) == ["新"] && entries.map(\.origin) == [.staff])
    #expect(try city.scratch.otherHand().texts("SELECT change FROM audit").contains { $0.contains("旧") && $0.contains("新") })
    #expect(
      refusal { try store.enterDuties([record(.plan, .plan, year: 2026, on: "2026-06-02")], of: "C1", by: City.acting(.host)) } != nil)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("What is entered for several centers at once leaves alone what is on file, and says so where all of it is")
  func keepingOld() throws {
    let city = try City()
    let store = store(city, on: "2026-06-01")
    try store.enterDuties([record(.accounts, .books, "自己写的", on: "2026-02-01")], of: "C1", by: City.acting(.host))
    let both = try [record(.accounts, .books, on: "2026-03-01"), record(.accounts, .stateMoney, on: "2026-03-01")]
    try store.enterDuties(both, of: "C1", keepingOld: true, by: City.acting(.bureau))
    let entries = try store.dutyFile(of: "C1", by: City.acting(.host)).entries
    #expect(Set(entries.map(\.record.text.string)) == ["自己写的", "有据"])
    #expect(refusal { try store.enterDuties(both, of: "C1", keepingOld: true, by: City.acting(.bureau)) } != nil)
    #expect(try store.dutyFile(of: "C1", by: City.acting(.host)).entries == entries)
  }

  @Test("Something is taken out with a reason only, and once")
  func removing() throws {
    let city = try City()
    let store = store(city, on: "2026-06-01")
    try store.enterDuties([record(.cooperation, on: "2026-02-01")], of: "C1", by: City.acting(.host))
    let item = DutyItem.record(try #require(try store.dutyFile(of: "C1", by: City.acting(.host)).entries.first?.id))
    #expect(refusal { try store.removeDuty(item, of: "C1", reason: .empty, by: City.acting(.host)) } != nil)
    try store.removeDuty(item, of: "C1", reason: Self.text, by: City.acting(.host))
    #expect(try store.dutyFile(of: "C1", by: City.acting(.host)).entries.isEmpty)
    #expect(refusal { try store.removeDuty(item, of: "C1", reason: Self.text, by: City.acting(.host)) } != nil)
  }

  @Test("A center that is revoked owes nothing from that day on, and nothing more is entered")
  func revoked() throws {
    let city = try City()
    func state(_ day: String) throws -> [DutyStanding.State] {
      let file = try store(city, on: day).dutyFile(of: "C1", by: City.acting(.bureau))
      return Array(Set(file.findings.map(\.standing.state))).sorted { $0.rawValue < $1.rawValue }
    }
    #expect(try state("2026-06-01") == [.behind, .notOwed])
    let number = try store(city, on: "2026-06-01").proposeRevocation(
      of: "C1", RevocationCase(.ownRequest, findings: [.request: Self.text], evidence: Self.text), by: City.acting(.host))
    try store(city, on: "2026-07-01").stepRevocation(number, .revoke(reason: Self.text, document: Self.text), by: City.acting(.bureau))
    #expect(try state("2026-07-01") == [.notOwed])
    let earlier = try store(city, on: "2026-07-01").dutyFile(of: "C1", on: Self.day("2026-06-30"), by: City.acting(.bureau))
    #expect(earlier.findings.contains { $0.standing.state == .behind })
    #expect(try store(city, on: "2026-07-01").dutyStandings(by: City.acting(.bureau)).map(\.code) == ["C2"])
    #expect(
      refusal { try store(city, on: "2026-07-02").enterDuties([record(.cooperation, on: "2026-07-02")], of: "C1", by: City.acting(.host)) }
        != nil)
  }

  @Test(
    "What an application named stands on file from certification on, also where that was before the duties were kept (articles 7, 14, 15)")
  func takeover() throws {
    let city = try ApplicationCity()
    let number = try city.draft()
    var form = try city.store(on: ApplicationCity.day(3, 3)).application(number, by: ApplicationCity.host).form
    form.committees = Committees(
      management: [try Self.member("李", "献县甲激光有限公司")], advisory: [try Self.member("顾问", "大学五", .chair)])
    form.coBuilders = [
      CoBuilder(
        name: try PlainText("渤海示范大学"), kind: .university, province: try PlainText("河北省"), agreement: .complete,
        people: [try PlainText("派员"), try PlainText("乙")], tasks: try PlainText("检测"))
    ]
    try city.store(on: ApplicationCity.day(3, 3)).saveApplication(number, form, by: ApplicationCity.host)
    for (index, entry) in ApplicationCity.path.enumerated() {
      if index == 4 { try city.review(number) }
      try city.store(on: entry.day).stepApplication(number, entry.step, by: entry.who)
    }
    func check(_ store: CenterStore) throws {
      let file = try store.dutyFile(of: "YS2026-0001", on: Self.day("2027-06-01"), by: ApplicationCity.bureau)
      #expect(file.seats.map(\.tenure.seat.member.name.string) == ["李", "顾问"])
      #expect(file.seats.map(\.tenure.seat.origin) == [.host, .outside] && file.seats.allSatisfy { $0.origin == .application })
      #expect(file.seats.allSatisfy { $0.tenure.since == file.term.certifiedOn })
      #expect(file.entries.map(\.record.text.string) == ["派员、乙", "检测"])
      #expect(file.findings.first { $0.duty == .coBuilding }?.missing.map(\.zh) == ["渤海示范大学：参加机构"])
    }
    try check(city.scratch.store)
    try city.scratch.store.close()
    for table in ["committee_seat", "committee_meeting", "duty_record"] { try city.scratch.otherHand().run("DROP TABLE \(table)") }
    try city.scratch.otherHand().run("DELETE FROM grdb_migrations WHERE identifier LIKE '18 %'")
    let opened = try CenterStore.open(city.scratch.store.path)
    try check(opened)
    try opened.close()
  }

  @Test("The list of all centers says of each what its own file says, whatever is on file, on every day", arguments: [UInt64(7), 8])
  func agreement(seed: UInt64) throws {
    let city = try City.withCoBuilders()
    let store = store(city, on: "2030-01-01")
    var random = SeededRandom(seed)
    func date() -> Day { Self.day("2025-01-01").adding(days: Int.random(in: 0..<1200, using: &random)) }
    // Units come and go as co-builders of two of the centers.
    var builders: [String: [PlainText]] = [:]
    for day in (0..<6).map({ _ in max(date(), Self.day("2026-01-05")) }).sorted() {
      let code = ["C1", "C2"].randomElement(using: &random) ?? "C1"
      builders[code] = try ["丙大学", "外地大学", "戊所"].filter { _ in Bool.random(using: &random) }.map { try PlainText($0) }
      var record = try city.store.center(code: code, by: City.acting(.bureau))
      record.coBuilders = builders[code]
      let outcome = try self.store(city, on: day.description).importCenters([Numbered(2, record)], by: Scratch.admin)
      #expect(outcome.problems.isEmpty)
    }
    for code in ["C1", "C2", "C3"] {
      for kind in CommitteeKind.allCases {
        for day in [date(), date()].sorted() {
          let members = try (0..<Int.random(in: 0...9, using: &random)).map { place in
            try Self.member(
              "人\(place)", ["", "甲公司", "甲厂", "丙大学", "外地大学", "外地大学"].randomElement(using: &random) ?? "",
              [nil, .chair, .officer].randomElement(using: &random) ?? nil)
          }
          try store.nameCommittee(kind, of: code, members, since: day, by: City.acting(.bureau))
        }
        let days = Set((0..<3).map { _ in date() })
        for day in days {
          let meeting = try CommitteeMeeting(
            of: kind, on: day, agenda: AgendaItem.items(of: kind), minutes: Self.text, today: day)
          try store.enterMeeting(meeting, of: code, by: City.acting(.bureau))
        }
      }
      for duty in Duty.allCases where duty.proof == .records && Bool.random(using: &random) {
        let subjects: [PlainText] =
          duty == .coBuilding
          ? (code == "C3" ? try [PlainText("丙学院"), PlainText("戊所")] : builders[code] ?? []) : [duty.subject == nil ? .empty : Self.text]
        for subject in subjects {
          for part in duty.parts.isEmpty ? [nil] : duty.parts.map(Optional.some) {
            if Int.random(in: 0..<9, using: &random) == 0 { continue }
            let day = date()
            let record = try DutyRecord(
              duty, part: part, subject: subject, year: duty.isYearly ? day.year : nil, on: day, text: Self.text, today: day)
            try store.enterDuties([record], of: code, by: City.acting(.bureau))
          }
        }
      }
    }
    var seen: Set<DutyStanding.State> = []
    var (missed, newcomers) = (0, 0)
    for _ in 0..<30 {
      let day = date()
      for center in try store.dutyStandings(on: day, by: City.acting(.bureau)) {
        let file = try store.dutyFile(of: center.code, on: day, by: City.acting(.bureau))
        for finding in file.findings {
          #expect(center.standing(of: finding.duty) == finding.standing, "\(center.code) \(finding.duty) \(day)")
          for state in DutyStanding.State.allCases where state != .kept {
            #expect(
              center.states.stands(state, to: DutySet([finding.duty])) == (finding.standing.state == state), "\(center.code) \(state)")
          }
          seen.insert(finding.standing.state)
          if !finding.standing.missed.isEmpty { missed += 1 }
          if let last = finding.standing.lastDay, finding.duty == .coBuilding, last > Self.day("2025-12-31") { newcomers += 1 }
        }
      }
    }
    #expect(seen.count == 4 && missed > 0 && newcomers > 0)
    let own = try store.dutyStandings(on: Self.day("2026-06-01"), article: "15", by: City.acting(.department))
    #expect(own.map(\.code) == ["C1"])
  }
}

extension City {
  /// The city with a center `C3` of the first host, which goes by another name too, and of two co-builders.
  fileprivate static func withCoBuilders() throws -> City {
    let city = try City()
    let store = city.store
    _ = try store.importOrganizations(
      [
        Numbered(2, OrganizationRecord(name: PlainText("甲公司"), kind: .enterprise, aliases: [PlainText("甲厂")])),
        Numbered(3, OrganizationRecord(name: PlainText("丙大学"), kind: .university, aliases: [PlainText("丙学院")])),
      ], by: Scratch.admin)
    _ = try store.importCenters(
      [
        Numbered(
          2,
          CenterRecord(
            code: PlainText("C3"), name: PlainText("沧州市C3技术创新中心"), host: PlainText("甲公司"), hostKind: .enterprise,
            coBuilders: [PlainText("丙大学"), PlainText("戊所")], department: PlainText("东光县科学技术局"), field: PlainText("新材料"),
            certifiedOn: Day(parsing: "2025-05-01") ?? Day(number: 0)))
      ], by: Scratch.admin)
    return city
  }
}
