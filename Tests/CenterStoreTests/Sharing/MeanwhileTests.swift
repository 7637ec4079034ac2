import ApplicationsForTests
import CenterStore
import Regulation
import Testing
import Wording

@Suite("Two people correct the same record: the second is told who wrote what and decides, and nothing is overwritten unseen")
struct MeanwhileTests {
  /// A record with one field that is corrected: nothing stands in it, or a first value, then others.
  struct Correction: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Corrects it to one of four values, having seen another, or minding nothing.
    let run: @Sendable (Place, _ value: Int, _ seen: Int?, Decided) throws -> Void

    init(_ description: String, _ run: @escaping @Sendable (Place, Int, Int?, Decided) throws -> Void) {
      (testDescription, self.run) = (description, run)
    }
  }

  /// Where corrections are tried.
  struct Place: Sendable {
    let store: CenterStore
    let applications: CenterStore
    /// Kept, since their folders go with them.
    let city: RoundCity
    let two: TwoApplications
    static let expert = Acting("expert2", .desk)
  }

  private typealias City = RoundCity
  private static let values = ["甲", "乙", "丙", "丁"].map { PlainText(literal: $0) }
  private static let day = RoundCity.day(3, 2)

  private static func seen<Record: Sendable>(_ seen: Int?, _ decided: Decided, _ record: (Int) throws -> Record) rethrows -> Seen<Record>? {
    try seen.map { Seen(try record($0), decided) }
  }

  static let corrections = [
    Correction("a user's name") { place, value, seen, decided in
      func user(_ value: Int) throws -> UserRecord {
        UserRecord(
          login: PlainText(literal: "host"), name: values[value], role: .host, organization: PlainText(literal: "甲公司"), sshKeys: .empty)
      }
      try place.store.enterUser(user(value), isNew: false, expecting: Self.seen(seen, decided, user), by: Scratch.admin)
    },
    Correction("an organization's contact") { place, value, seen, decided in
      func record(_ value: Int) -> OrganizationRecord {
        OrganizationRecord(
          name: PlainText(literal: "甲公司"), kind: .enterprise, province: .empty, county: .empty, aliases: [], contact: values[value],
          phone: .empty)
      }
      try place.store.correctOrganization(record(value), expecting: Self.seen(seen, decided, record), by: City.bureau)
    },
    Correction("a department's jurisdiction") { place, value, seen, decided in
      func record(_ value: Int) -> DepartmentRecord {
        DepartmentRecord(name: PlainText(literal: "献县科学技术局"), kind: .county, jurisdiction: values[value])
      }
      try place.store.correctDepartment(record(value), expecting: Self.seen(seen, decided, record), by: City.bureau)
    },
    Correction("a term's English name") { place, value, seen, decided in
      let name = PlainText(literal: "新材料")
      func record(_ value: Int) -> TermRecord { TermRecord(kind: .field, name: name, english: values[value]) }
      try place.store.correctTerm(record(value), expecting: Self.seen(seen, decided, record), by: City.bureau)
    },
    Correction("a call") { place, value, seen, decided in
      func call(_ value: Int) throws -> Call? {
        let call = try ApplicationCity.call()
        return try Call(year: 2026, opensOn: call.opensOn, lastDays: call.lastDays, furtherDocuments: [values[value]])
      }
      let new = try #require(try call(value))
      try place.applications.publishCall(new, reason: City.why, expecting: Self.seen(seen, decided, call), by: City.bureau)
    },
    Correction("a document's place") { place, value, seen, decided in
      let subject = AttachmentSubject.duties(center: "C1")
      func entry(_ value: Int) -> AttachmentEntry { AttachmentEntry(title: City.why, location: values[value]) }
      if try place.store.attachments(of: subject, by: City.bureau).isEmpty { try place.store.attach(entry(0), to: subject, by: City.host) }
      try place.store.amend(City.why, of: subject, to: entry(value), expecting: Self.seen(seen, decided, entry), by: City.bureau)
    },
    Correction("who sits on a committee") { place, value, seen, decided in
      func members(_ value: Int) -> [CommitteeMember] { [CommitteeMember(name: values[value], employer: City.why)] }
      try place.store.nameCommittee(
        .advisory, of: "C1", members(value), since: day, expecting: Self.seen(seen, decided, members), by: City.host)
    },
    Correction("a meeting's outcome") { place, value, seen, decided in
      func meeting(_ value: Int) throws -> CommitteeMeeting {
        try CommitteeMeeting(of: .advisory, on: day, agenda: [.work], outcome: values[value], minutes: City.why, today: day)
      }
      let number = try place.store.dutyFile(of: "C1", by: City.host).meetings.first?.id
      try place.store.enterMeeting(
        meeting(value), of: "C1", correcting: number, expecting: Self.seen(seen, decided, meeting), by: City.host)
    },
    Correction("a record of a duty") { place, value, seen, decided in
      func records(_ value: Int) throws -> [DutyRecord] { [try DutyRecord(.cooperation, on: day, text: values[value], today: day)] }
      try place.store.enterDuties(records(value), of: "C1", expecting: Self.seen(seen, decided, records), by: City.host)
    },
    Correction("a figure of the form") { place, value, seen, decided in
      func entry(_ value: Int) -> FactEntry { FactEntry(.count(value)) }
      try place.store.saveFact(
        year: 2026, center: "C1", RoundCity.place("1.1.b"), entry(value), expecting: Self.seen(seen, decided, entry), by: City.host)
    },
    Correction("points of one's own") { place, value, seen, decided in
      func points(_ value: Int) -> Points? { Points(value * 10) }
      let code = try #require(IndicatorCode("1.1"))
      try place.store.saveOwnScore(
        year: 2026, center: "C1", indicator: code, points(value), expecting: Self.seen(seen, decided, points), by: City.host)
    },
    Correction("why an expert steps aside") { place, value, seen, decided in
      try place.store.declareConflict(
        center: "C1", expert: "x1", reason: values[value], expecting: Self.seen(seen, decided) { values[$0] }, by: City.bureau)
    },
    Correction("why a host asks that") { place, value, seen, decided in
      try place.store.askRecusal(
        center: "C1", RecusalRequest(person: City.why, reason: values[value]), expecting: Self.seen(seen, decided) { values[$0] },
        by: City.host)
    },
    Correction("who leads the experts") { place, value, seen, decided in
      if try place.store.assignments(year: 2026, by: City.bureau).isEmpty {
        for number in 1...4 { try place.store.assignExpert(year: 2026, center: "C2", expert: "x\(number)", by: City.bureau) }
      }
      try place.store.nameLeader(
        year: 2026, center: "C2", expert: "x\(value + 1)", expecting: Self.seen(seen, decided) { "x\($0 + 1)" }, by: City.bureau)
    },
    Correction("a sheet from paper") { place, value, seen, decided in
      func sheet(_ value: Int) -> PaperSheet? {
        var points = PerIndicator<Points?>(repeating: nil)
        points[IndicatorCode.all[0]] = Points(value * 10)
        return PaperSheet(points: points, paper: City.why)
      }
      let new = try #require(sheet(value))
      try place.store.enterSheet(
        year: 2026, center: "C2", expert: "x5", new, expecting: Self.seen(seen, decided, sheet), by: City.bureau)
    },
    Correction("a judgement") { place, value, seen, decided in
      func judgement(_ value: Int) throws -> EligibilityJudgement? {
        try EligibilityJudgement(.technicalAdvantage, holds: true, by: City.why, on: day, reason: values[value])
      }
      try place.applications.judge(
        "SQ2026-0001", .technicalAdvantage, holds: true, reason: values[value], expecting: Self.seen(seen, decided, judgement),
        by: City.bureau)
    },
    Correction("an opinion") { place, value, seen, decided in
      func opinion(_ value: Int) -> ExpertOpinion { ExpertOpinion(comment: values[value]) }
      try place.applications.giveOpinion(
        "SQ2026-0001", opinion(value), isSubmitted: false, expecting: Self.seen(seen, decided, opinion), by: Place.expert)
    },
  ]

  private func place() throws -> Place {
    let (city, two) = (try City(asksOwnScores: true), try TwoApplications())
    return Place(store: city.store(on: RoundCity.day(3, 2)), applications: two.store, city: city, two: two)
  }

  @Test("in each operation, whether theirs is left or one's own stands", arguments: corrections)
  func each(correction: Correction) throws {
    let place = try place()
    func links() throws -> Int { try place.city.scratch.links().count + place.two.city.scratch.links().count }
    func clashes(_ value: Int, _ seen: Int, _ decided: Decided = Decided()) throws -> [Clash] {
      do {
        try correction.run(place, value, seen, decided)
        return []
      } catch StoreError.changedMeanwhile(let author, _, _, let clashes) {
        #expect(!author.name.isEmpty && clashes.allSatisfy { $0.by == author && $0.theirs != $0.own })
        return clashes
      }
    }
    try correction.run(place, 0, nil, Decided())
    // Nobody was here meanwhile.
    #expect(try clashes(1, 0) == [])
    // Whoever saw what stood before is told, and nothing is written.
    let before = try links()
    let found = try clashes(2, 0)
    #expect(try found.count == 1 && links() == before)
    // The same thing written by both is no clash, and what was not touched stays.
    #expect(try clashes(1, 0) == [] && clashes(0, 0) == [] && links() == before)
    #expect(try clashes(2, 0, Decided(found, keepsOwn: false)) == [] && links() == before)
    #expect(try clashes(2, 0, Decided(found, keepsOwn: true)) == [] && links() > before)
    // What was decided holds of what was told, and not of what came since.
    #expect(try clashes(3, 0, Decided(found, keepsOwn: true)).map(\.theirs) == found.map(\.own))
    #expect(try clashes(3, 2) == [])
  }

  @Test("Fields in which only one of the two wrote are joined")
  func joined() throws {
    let place = try place()
    let name = PlainText(literal: "甲公司")
    func record(_ contact: String, _ phone: String) throws -> OrganizationRecord {
      OrganizationRecord(
        name: name, kind: .enterprise, province: .empty, county: .empty, aliases: [], contact: try PlainText(contact),
        phone: try PlainText(phone))
    }
    let seen = try record("", "")
    try place.store.correctOrganization(record("李", ""), expecting: Seen(seen), by: City.bureau)
    try place.store.correctOrganization(record("", "0317"), expecting: Seen(seen), by: Scratch.admin)
    let stored = try place.store.organizationFile("甲公司", by: City.bureau).record
    #expect(stored.contact?.string == "李" && stored.phone?.string == "0317")
    // Of several fields each is told with who wrote it.
    do {
      try place.store.correctOrganization(record("王", "0318"), expecting: Seen(seen), by: City.bureau)
      Issue.record("nothing was told")
    } catch StoreError.changedMeanwhile(_, _, _, let clashes) {
      #expect(clashes.map(\.name) == ["contact", "phone"] && clashes.map(\.by.login) == ["bureau", "admin"])
      #expect(clashes.map(\.theirs) == ["李", "0317"] && clashes.map(\.own) == ["王", "0318"])
    }
  }

  @Test("What was renamed or taken out meanwhile is told by who did it, not as something that never was")
  func renamed() throws {
    let place = try place()
    let term = TermRecord(kind: .field, name: Self.values[0], english: Self.values[0])
    try place.store.enterTerm(term, by: City.bureau)
    var new = term
    new.name = Self.values[1]
    try place.store.correctTerm(new, named: term.name, by: Scratch.admin)
    var other = term
    other.english = Self.values[2]
    let error = #expect(throws: StoreError.self) {
      try place.store.correctTerm(other, named: term.name, expecting: Seen(term), by: City.bureau)
    }
    guard case .changedMeanwhile(let author, _?, _, []) = error, author.login == "admin" else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("Who wrote is told by name, and with the login where somebody else has the same name")
  func author() throws {
    let place = try place()
    let code = try #require(IndicatorCode("2.1"))
    func told() throws -> Phrase {
      do {
        try place.store.saveOwnScore(year: 2026, center: "C1", indicator: code, Points(20), expecting: Seen(nil), by: City.host)
        return Phrase(same: "")
      } catch StoreError.changedMeanwhile(let author, _, _, _) { return author.phrase }
    }
    func name(_ login: String, _ role: Role) throws {
      try place.store.enterUser(
        UserRecord(
          login: PlainText(login), name: Self.values[0], role: role, organization: role == .host ? PlainText(literal: "甲公司") : .empty),
        isNew: login == "namesake", by: Scratch.admin)
    }
    try name("host", .host)
    try place.store.saveOwnScore(year: 2026, center: "C1", indicator: code, Points(10), by: City.host)
    #expect(try told() == Phrase(same: "甲"))
    try name("namesake", .viewer)
    #expect(try told() == Phrase(zh: "甲（host）", en: "甲 (host)"))
  }
}
