import Regulation
import Testing

@testable import CenterStore

@Suite("What somebody likes")
struct PreferenceTests {
  private func value(_ text: String) throws -> PlainText { try PlainText(text) }

  @Test("is kept for every role, a viewer's and a host's too, and is nobody else's", arguments: Role.allCases.filter { $0 != .viewer })
  func kept(role: Role) throws {
    let city = try City()
    let (own, other) = (City.acting(role), Acting("other", .desk))
    #expect(try city.store.preferences(by: own).isEmpty)
    try city.store.setPreference(.language, to: value("en"), by: own)
    try city.store.setPreference(.theme, to: value("light"), by: own)
    try city.store.setPreference(.language, to: value("zh"), by: own)
    #expect(try city.store.preferences(by: own) == [.language: value("zh"), .theme: value("light")])
    #expect(try city.store.preferences(by: other).isEmpty)
  }

  @Test("leaves no link in the audit chain and is no news to other desks")
  func unrecorded() throws {
    let city = try City()
    let before = try city.store.verifyChain(by: Scratch.admin)
    let watch = try city.store.watch(by: Scratch.bureau)
    try city.store.setPreference(.language, to: value("en"), by: City.acting(.expert))
    #expect(try city.store.verifyChain(by: Scratch.admin) == before)
    #expect(try watch.news().isEmpty)
  }

  @Test("of a stranger is neither told nor kept; a value is a short word", arguments: ["", String(repeating: "x", count: 33)])
  func refused(text: String) throws {
    let city = try City()
    let stranger = Acting("nobody", .desk)
    #expect(throws: StoreError.unknownLogin("nobody")) { try city.store.preferences(by: stranger) }
    #expect(throws: StoreError.unknownLogin("nobody")) { try city.store.setPreference(.theme, to: value("dark"), by: stranger) }
    #expect(throws: StoreError.self) { try city.store.setPreference(.theme, to: value(text), by: City.acting(.bureau)) }
    #expect(try city.store.preferences(by: City.acting(.bureau)).isEmpty)
  }
}
