import Foundation
import Regulation
import Testing

@testable import CenterStore

@Suite("Documents that show how duties are kept (articles 6, 7 and 14 to 24)")
struct DutyDocumentTests {
  private static let text = PlainText(literal: "有据")
  private static let c1 = AttachmentSubject.duties(center: "C1")
  private static let met = DutyPlace.meeting(.advisory, on: day("2026-03-12"))
  private static let plan = DutyPlace.record(.plan, .plan, year: 2026, about: "")

  private static func day(_ text: String) -> Day { Day(parsing: text) ?? Day(number: 0) }

  private static func meeting(on text: String) throws -> CommitteeMeeting {
    try CommitteeMeeting(of: .advisory, on: day(text), agenda: [.work], minutes: Self.text, today: day("2026-06-01"))
  }

  private func entry(_ title: String, _ places: DutyPlace...) throws -> AttachmentEntry {
    AttachmentEntry(
      title: try PlainText(title), kind: try PlainText("会议纪要"), file: try PlainText("纪要.pdf"), proves: Set(places.map { .duty($0) }))
  }

  /// A meeting and a plan of `C1` on file on 2026-06-01.
  private func filled() throws -> (store: CenterStore, city: City) {
    let city = try City()
    let store = city.scratch.store.under(
      Surroundings(now: { Moment(Self.day("2026-06-01"), seconds: 12 * 3600) }, randomBytes: Surroundings.system.randomBytes))
    try store.enterMeeting(Self.meeting(on: "2026-03-12"), of: "C1", by: City.acting(.host))
    try store.enterDuties(
      [DutyRecord(.plan, part: .plan, year: 2026, on: Self.day("2026-02-01"), text: Self.text, today: Self.day("2026-06-01"))], of: "C1",
      by: City.acting(.host))
    return (store, city)
  }

  private func refusal(_ work: () throws -> Void) -> Refusal? {
    do { try work() } catch StoreError.refused(let refusal) { return refusal } catch {}
    return nil
  }

  @Test(
    "The host enters one for what is on file, its department reads it and the bureau corrects it; all of it is in the chain and the history"
  )
  func entering() throws {
    let (store, city) = try filled()
    defer { withExtendedLifetime(city) {} }
    let (host, department, bureau) = (City.acting(.host), City.acting(.department), City.acting(.bureau))
    try store.attach(entry("技指委纪要", Self.met), to: Self.c1, by: host)
    #expect(try store.attachments(proving: .duty(Self.met), of: Self.c1, by: department).map(\.entry.title.string) == ["技指委纪要"])
    #expect(try store.attachments(proving: .duty(Self.plan), of: Self.c1, by: department).isEmpty)
    #expect(throws: StoreError.notPermitted(.attach)) { try store.attach(entry("别的", Self.met), to: Self.c1, by: department) }
    try store.amend(PlainText("技指委纪要"), of: Self.c1, to: entry("技指委纪要（盖章）", Self.met, Self.plan), by: bureau)
    try store.attach(entry("计划", Self.plan), to: Self.c1, by: host)
    try store.detach(PlainText("计划"), from: Self.c1, by: host)
    func documents(_ who: Acting) throws -> [String] {
      try store.timeline(ofCenter: "C1", by: who).compactMap { happening in
        guard case .document(nil, let title, let kind) = happening.matter else { return nil }
        #expect(happening.article == nil)
        return "\(title) \(kind)"
      }
    }
    let told = ["技指委纪要 entered", "技指委纪要 corrected", "计划 entered", "计划 removed"]
    #expect(try documents(host) == told && documents(department) == told && documents(bureau) == told)
    #expect(try documents(City.acting(.viewer)).isEmpty && documents(City.acting(.expert)).isEmpty)
    // The material of a round has nothing to do with it, also where a title is the same.
    try store.attach(AttachmentEntry(title: PlainText("技指委纪要（盖章）")), to: .material(center: "C1", year: 2026), by: host)
    #expect(try store.attachments(of: Self.c1, by: host).count == 1)
    #expect(try store.attachments(of: .material(center: "C1", year: 2026), by: host).count == 1)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("What is not on file, or is no duty, is shown by no document; a center that is revoked takes no more")
  func refused() throws {
    let (store, city) = try filled()
    defer { withExtendedLifetime(city) {} }
    let (host, bureau) = (City.acting(.host), City.acting(.bureau))
    #expect(
      refusal { try store.attach(entry("甲", .meeting(.advisory, on: Self.day("2026-03-13"))), to: Self.c1, by: host) }?.article == "15")
    #expect(refusal { try store.attach(entry("甲", .members(.management)), to: Self.c1, by: host) }?.article == "14")
    #expect(
      refusal { try store.attach(AttachmentEntry(title: PlainText("甲"), proves: [.condition("9.2")]), to: Self.c1, by: host) } != nil)
    #expect(refusal { try store.attach(entry("甲", Self.met), to: .material(center: "C1", year: 2026), by: host) } != nil)
    // Each cites the article of what it is to show.
    #expect(refusal { try store.attach(entry("", Self.met), to: Self.c1, by: host) }?.article == "15")
    #expect(
      refusal { try store.attach(AttachmentEntry(title: .empty, proves: []), to: .material(center: "C1", year: 2026), by: host) }?.article
        == "27")
    try store.attach(entry("技指委纪要", Self.met), to: Self.c1, by: host)
    let number = try store.proposeRevocation(
      of: "C1", RevocationCase(.ownRequest, findings: [.request: Self.text], evidence: Self.text), by: host)
    try store.stepRevocation(number, .revoke(reason: Self.text, document: Self.text), by: bureau)
    #expect(refusal { try store.attach(entry("甲", Self.met), to: Self.c1, by: bureau) } != nil)
    #expect(refusal { try store.detach(PlainText("技指委纪要"), from: Self.c1, by: host) } != nil)
    #expect(try store.attachments(of: Self.c1, by: host).count == 1)
  }

  @Test("A meeting that is moved to another day takes its documents along; what was taken out leaves them, and may come back")
  func moving() throws {
    let (store, city) = try filled()
    defer { withExtendedLifetime(city) {} }
    let host = City.acting(.host)
    try store.attach(entry("技指委纪要", Self.met, Self.plan), to: Self.c1, by: host)
    let number = try #require(try store.dutyFile(of: "C1", by: host).meetings.first?.id)
    try store.enterMeeting(Self.meeting(on: "2026-03-15"), of: "C1", correcting: number, by: host)
    let moved = try #require(try store.dutyFile(of: "C1", by: host).meetings.first)
    #expect(try store.attachments(of: Self.c1, by: host).first?.entry.proves == [.duty(moved.place), .duty(Self.plan)])
    // A document says what it said of something that is gone, and can be corrected all the same.
    try store.removeDuty(.meeting(moved.id), of: "C1", reason: Self.text, by: host)
    try store.amend(PlainText("技指委纪要"), of: Self.c1, to: entry("纪要", moved.place), by: host)
    try store.enterMeeting(Self.meeting(on: "2026-03-15"), of: "C1", by: host)
    #expect(try store.attachments(proving: .duty(moved.place), of: Self.c1, by: host).map(\.entry.title.string) == ["纪要"])
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("Its file is kept beside the store and looked at by the doctor, who also finds an entry that another hand changed")
  func kept() throws {
    let (store, city) = try filled()
    let source = city.scratch.folder.appendingPathComponent("纪要.pdf")
    try Data("第一条".utf8).write(to: source)
    try store.attach(entry("技指委纪要", Self.met), to: Self.c1, keeping: source.path, by: City.acting(.bureau))
    #expect(try store.attachments(of: Self.c1, by: City.acting(.host)).first?.isKept == true && store.examine(by: Scratch.admin).isEmpty)
    try city.scratch.otherHand().run("UPDATE attachment SET location = '别处', size = 7")
    #expect(try store.examine(by: Scratch.admin).map { "\($0.check.rawValue) \($0.object)" } == ["attachments duties/C1/技指委纪要"])
    let digest = Digest256(of: Array("第一条".utf8)).description
    try FileManager.default.removeItem(atPath: "\(store.path).files/\(digest.prefix(2))/\(digest)")
    #expect(try store.checkKeptFiles(by: Scratch.admin).map(\.owner) == ["C1"])
  }

  @Test("They are given out center by center, each person's own")
  func export() throws {
    let (store, city) = try filled()
    defer { withExtendedLifetime(city) {} }
    try store.attach(entry("乙", Self.met), to: Self.c1, by: City.acting(.host))
    try store.attach(entry("甲"), to: .duties(center: "C2"), by: City.acting(.bureau))
    try store.attach(AttachmentEntry(title: PlainText("丙")), to: .material(center: "C1", year: 2026), by: City.acting(.host))
    func given(_ role: Role) throws -> [String] {
      var lines: [String] = []
      try store.eachDutyAttachment(by: City.acting(role)) { lines.append("\($0) \($1.title)") }
      return lines
    }
    #expect(try given(.bureau) == ["C1 乙", "C2 甲"] && given(.host) == ["C1 乙"] && given(.department) == ["C1 乙"])
  }

  @Test("What was on file before the register held documents of duties stays as it was")
  func migrated() throws {
    let (store, city) = try filled()
    let material = AttachmentSubject.material(center: "C1", year: 2026)
    try store.attach(
      AttachmentEntry(title: PlainText("审计报告"), proves: [.fact(try #require(FactCode("2.1.a")))]), to: material, by: City.acting(.host))
    let before = try store.attachments(of: material, by: City.acting(.host))
    try city.scratch.store.close()
    try city.scratch.otherHand().run("DELETE FROM grdb_migrations WHERE identifier LIKE '22 %'")
    let opened = try CenterStore.open(city.scratch.store.path)
    #expect(try opened.attachments(of: material, by: City.acting(.host)) == before)
    #expect(try opened.examine(by: Scratch.admin).isEmpty)
    try opened.close()
  }

  @Test(
    "What a document shows is read again as it is written",
    arguments: [
      .members(.management), Self.met, Self.plan, .record(.researchGroups, nil, year: nil, about: "一/二组"),
      .record(.coBuilding, .tasks, year: nil, about: ""), .record(.cooperation, nil, year: nil, about: ""),
    ] as [DutyPlace])
  func written(_ place: DutyPlace) { #expect(Proof(Proof.duty(place).description) == .duty(place)) }

  @Test(
    "What no duty knows is not read", arguments: ["duty/", "duty/director", "duty/plan", "duty/plan/x/2026/", "duty/advisory_meeting/2026"])
  func strange(_ text: String) { #expect(Proof(text) == nil) }
}
