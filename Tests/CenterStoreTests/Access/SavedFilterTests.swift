import Regulation
import Testing

@testable import CenterStore

@Suite("Saved filters of the registry")
struct SavedFilterTests {
  private static let whole = SavedFilter(
    PlainText(literal: "青县逾期"),
    RegistryFilter(
      field: "新材料", county: "黄骅市", department: "青县科学技术局", status: .active, outcome: .graded(.qualified), certifiedIn: 2020,
      evaluatedIn: 2024,
      duty: .init(article: "15", state: .behind)), RegistrySort(.score, descending: true), search: PlainText(literal: "jg"))

  private func refusal(_ work: () throws -> Void) -> Refusal? {
    do { try work() } catch StoreError.refused(let refusal) { return refusal } catch {}
    return nil
  }

  @Test("come back as they were saved, for every role, and are nobody else's; the same name replaces", arguments: Role.allCases)
  func kept(role: Role) throws {
    let city = try City()
    let (own, other) = (City.acting(role), City.acting(role == .bureau ? .host : .bureau))
    try city.store.saveFilter(Self.whole, by: own)
    try city.store.saveFilter(SavedFilter(PlainText(literal: "不合格"), RegistryFilter(outcome: .unevaluated)), by: own)
    // By pinyin: buhege, qingxian.
    #expect(try city.store.savedFilters(by: own).map(\.name.string) == ["不合格", "青县逾期"])
    #expect(try city.store.savedFilters(by: own).last == Self.whole)
    #expect(try city.store.savedFilters(by: other).isEmpty)
    var changed = Self.whole
    changed.filter = RegistryFilter(status: .revoked)
    try city.store.saveFilter(changed, by: own)
    #expect(try city.store.savedFilters(by: own).last == changed)
  }

  @Test("that were saved before there was a county come back as they were")
  func older() throws {
    let (city, who) = (try City(), City.acting(.bureau))
    try city.scratch.otherHand().run(
      """
      INSERT INTO saved_filter VALUES ('bureau', '旧', '{"filter":{"certifiedIn":2020,"department":"青县科学技术局","duty":\
      {"article":"15","state":"behind"}},"search":"jg","sort":{"isDescending":true,"key":"score"}}')
      """)
    #expect(
      try city.store.savedFilters(by: who) == [
        SavedFilter(
          PlainText(literal: "旧"),
          RegistryFilter(department: "青县科学技术局", certifiedIn: 2020, duty: .init(article: "15", state: .behind)),
          RegistrySort(.score, descending: true), search: PlainText(literal: "jg"))
      ])
  }

  @Test("are renamed unless the name is taken, and deleted; a name is 1 to 40 characters")
  func renaming() throws {
    let (city, who) = (try City(), City.acting(.bureau))
    try city.store.saveFilter(Self.whole, by: who)
    try city.store.saveFilter(SavedFilter(PlainText(literal: "乙"), RegistryFilter()), by: who)
    #expect(refusal { try city.store.renameFilter(Self.whole.name, to: PlainText("乙"), by: who) } != nil)
    #expect(refusal { try city.store.renameFilter(PlainText("无"), to: PlainText("丙"), by: who) } != nil)
    #expect(refusal { try city.store.renameFilter(Self.whole.name, to: .empty, by: who) } != nil)
    #expect(
      refusal { try city.store.saveFilter(SavedFilter(PlainText(String(repeating: "长", count: 41)), RegistryFilter()), by: who) } != nil)
    try city.store.renameFilter(Self.whole.name, to: PlainText("丙"), by: who)
    #expect(try city.store.savedFilters(by: who).map(\.name.string) == ["丙", "乙"])
    try city.store.deleteFilter(PlainText("丙"), by: who)
    try city.store.deleteFilter(PlainText("丙"), by: who)
    #expect(try city.store.savedFilters(by: who).map(\.name.string) == ["乙"])
  }

  @Test("leave no link in the audit chain, are no news to other desks, and are not without number")
  func unrecorded() throws {
    let (city, who) = (try City(), City.acting(.viewer))
    let before = try city.store.verifyChain(by: Scratch.admin)
    let watch = try city.store.watch(by: Scratch.bureau)
    for number in 0..<SavedFilter.most { try city.store.saveFilter(SavedFilter(PlainText("第\(number)"), RegistryFilter()), by: who) }
    #expect(refusal { try city.store.saveFilter(Self.whole, by: who) } != nil)
    #expect(try city.store.savedFilters(by: who).count == SavedFilter.most)
    #expect(try city.store.verifyChain(by: Scratch.admin) == before)
    #expect(try watch.news().isEmpty)
  }
}
