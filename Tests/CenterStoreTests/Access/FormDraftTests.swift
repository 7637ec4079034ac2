import Regulation
import Testing

@testable import CenterStore

@Suite("What somebody has half written in a form")
struct FormDraftTests {
  private let form = PlainText(literal: "application/SQ2026-0001/sendBack")
  private let words = ["reason": PlainText(literal: "研发经费未附\n审计报告"), "day": PlainText(literal: "2026-06")]

  @Test("is kept for every role that hands anything in, is nobody else's, and goes when nothing is kept", arguments: Role.allCases)
  func kept(role: Role) throws {
    let city = try City()
    let (own, other) = (City.acting(role), Acting("other", .desk))
    guard role != .viewer else {
      #expect(throws: StoreError.notPermitted(nil)) { try city.store.keepFormDraft(of: form, words, by: own) }
      return
    }
    #expect(try city.store.formDraft(of: form, by: own) == nil)
    try city.store.keepFormDraft(of: form, ["reason": PlainText(literal: "研发"), "gone": PlainText(literal: "x")], by: own)
    try city.store.keepFormDraft(of: form, words, by: own)
    #expect(try city.store.formDraft(of: form, by: own)?.texts == words)
    #expect(try city.store.formDraft(of: PlainText(literal: "application/SQ2026-0002/sendBack"), by: own) == nil)
    #expect(try city.store.formDraft(of: form, by: other) == nil)
    try city.store.keepFormDraft(of: form, [:], by: own)
    #expect(try city.store.formDraft(of: form, by: own) == nil)
  }

  @Test("is kept with the record that it corrects as its writer saw that, and is read no worse where a program of another version kept it")
  func seen() throws {
    let city = try City()
    let who = City.acting(.bureau)
    let record = OrganizationRecord(name: PlainText(literal: "甲公司"), kind: .some(nil), aliases: [], contact: PlainText(literal: "张三，李四"))
    try city.store.keepFormDraft(of: form, words, seen: KeptRecord(record), by: who)
    let draft = try #require(try city.store.formDraft(of: form, by: who))
    #expect(draft.texts == words && draft.seen?.record(OrganizationRecord.self) == record)
    #expect(draft.seen?.record(TermRecord.self) == nil)
    try city.store.keepFormDraft(of: form, [:], seen: KeptRecord(record), by: who)
    #expect(try city.store.formDraft(of: form, by: who) == nil)
  }

  @Test("Every record that a form corrects is kept as it is")
  func records() throws {
    func check<Record: Codable & Equatable>(_ record: Record) throws {
      #expect(try #require(KeptRecord(record)).record(Record.self) == record)
    }
    let (name, day) = (PlainText(literal: "甲"), try #require(Day(parsing: "2026-03-02")))
    try check(PlainText(literal: "甲\n“乙”"))
    try check(Points?.none)
    try check(Points?.some(Points(1_250)))
    try check(UserRecord(login: name, name: name, role: .host, organization: .empty, sshKeys: nil))
    try check(DepartmentRecord(name: name, kind: .county, jurisdiction: nil))
    try check(OrganizationRecord(name: name, kind: nil))
    try check(OrganizationRecord(name: name, kind: .enterprise, aliases: [name]))
    try check(TermRecord?.some(TermRecord(kind: .field, name: name, english: name)))
    try check(Call?.none)
    try check(try Call(year: 2026, opensOn: day, lastDays: .init(host: day, department: day, correction: day), priorityFields: [name]))
    let fact = try #require(FactCode("3.3.f"))
    for value in [FactValue.count(3), .figure(Hundredths(250)), .text(name), .choice("有")] { try check(FactEntry(value, note: name)) }
    let proofs: Set<Proof> = [
      .fact(fact), .condition("9.2"), .step(2), .creditCheck(1), .duty(.meeting(.advisory, on: day)),
      .duty(.record(.plan, .projects, year: 2026, about: "")),
    ]
    try check(AttachmentEntry(title: name, date: day, digest: Digest256.zero, proves: proofs))
    var sheet = PaperSheet(points: PerIndicator(repeating: nil), paper: name)
    sheet.points[IndicatorCode.all[3]] = Points(125)
    sheet.comments[IndicatorCode.all[4]] = name
    try check(PaperSheet?.some(sheet))
  }

  @Test("leaves no link in the audit chain and is no news to other desks")
  func unrecorded() throws {
    let city = try City()
    let before = try city.store.verifyChain(by: Scratch.admin)
    let watch = try city.store.watch(by: Scratch.bureau)
    try city.store.keepFormDraft(of: form, words, by: City.acting(.department))
    #expect(try city.store.verifyChain(by: Scratch.admin) == before)
    #expect(try watch.news().isEmpty)
  }

  @Test("of a stranger is neither told nor kept")
  func stranger() throws {
    let city = try City()
    let stranger = Acting("nobody", .desk)
    #expect(throws: StoreError.unknownLogin("nobody")) { try city.store.formDraft(of: form, by: stranger) }
    #expect(throws: StoreError.unknownLogin("nobody")) { try city.store.keepFormDraft(of: form, words, by: stranger) }
  }
}
