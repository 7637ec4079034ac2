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
