import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Article 27: the register of documents that prove the figures")
struct AttachmentTests {
  private let c1 = AttachmentSubject.material(center: "C1", year: 2026)

  private func fact(_ text: String) throws -> Proof { .fact(try #require(FactCode(text))) }

  private func entry(_ title: String, proves: [String] = ["2.1.a"]) throws -> AttachmentEntry {
    AttachmentEntry(
      title: try PlainText(title), kind: try PlainText("审计报告"), date: Day(parsing: "2026-03-01"), file: try PlainText("audit.pdf"),
      location: try PlainText("财务科 3 号柜"), digest: Digest256(of: Array("审计".utf8)), proves: Set(try proves.map(fact)))
  }

  @Test("A document stands under every figure that it proves, and says where it is")
  func proving() throws {
    let city = try City()
    let who = City.acting(.host)
    try city.store.attach(entry("2025 年度审计报告", proves: ["2.1.a", "1.1.a"]), to: c1, by: who)
    try city.store.attach(entry("章程", proves: ["1.1.a"]), to: c1, by: who)
    let about = try city.store.attachments(proving: fact("2.1.a"), of: c1, by: City.acting(.expert))
    #expect(about.map(\.entry.title.string) == ["2025 年度审计报告"])
    #expect(about.first?.entry.location.string == "财务科 3 号柜" && about.first?.isKept == false && about.first?.size == nil)
    #expect(try city.store.attachments(proving: fact("1.1.a"), of: c1, by: who).count == 2)
    #expect(try city.store.attachments(proving: fact("5.4.a"), of: c1, by: who).isEmpty)
    #expect(try city.store.attachments(of: .material(center: "C1", year: 2028), by: who).isEmpty)
  }

  @Test("The same title is the same document, however wide its letters; what changes nothing leaves no link")
  func sameTitle() throws {
    let city = try City()
    try city.store.attach(entry("附件 A1"), to: c1, by: Scratch.bureau)
    let links = try city.scratch.links().count
    try city.store.attach(entry("附件 A1"), to: c1, by: Scratch.bureau)
    #expect(try city.scratch.links().count == links)
    try city.store.attach(entry("附件 Ａ１", proves: ["1.1.a"]), to: c1, by: Scratch.bureau)
    let documents = try city.store.attachments(of: c1, by: Scratch.bureau)
    #expect(documents.map(\.entry.title.string) == ["附件 Ａ１"])
    #expect(documents.first?.entry.proves == [try fact("1.1.a")])
    let link = try #require(try city.scratch.links().last)
    #expect(link.act == "attachment.enter" && link.change.contains("\"proves\":\"2.1.a\"") && link.change.contains("\"proves\":\"1.1.a\""))
    #expect(try city.store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("A document that is taken out is in the chain with all that it said")
  func takingOut() throws {
    let city = try City()
    try city.store.attach(entry("章程"), to: c1, by: Scratch.bureau)
    try city.store.detach(PlainText("章程"), from: c1, by: City.acting(.host))
    #expect(try city.store.attachments(of: c1, by: Scratch.bureau).isEmpty)
    let link = try #require(try city.scratch.links().last)
    #expect(link.act == "attachment.remove" && link.login == "host" && link.change.contains("财务科 3 号柜"))
    #expect(throws: StoreError.noSuch(.attachment, "章程")) { try city.store.detach(PlainText("章程"), from: c1, by: Scratch.bureau) }
    #expect(try city.scratch.otherHand().number("SELECT count(*) FROM attachment_proof") == 0)
  }

  @Test("Nothing proves a figure that is computed, a condition of an application, or nothing at all by a document without a title")
  func unprovable() throws {
    let city = try City()
    let system = try IndicatorSystem.standard.get()
    let derived = try #require(system.facts.first { $0.kind == .derived })
    for wrong in [
      AttachmentEntry(title: try PlainText("甲"), proves: [.fact(derived.code)]),
      AttachmentEntry(title: try PlainText("甲"), proves: [.condition("9.2")]), AttachmentEntry(title: .empty),
    ] {
      #expect {
        try city.store.attach(wrong, to: c1, by: Scratch.bureau)
      } throws: { error in
        if case .refused(let refusal)? = error as? StoreError { refusal.article == "27" } else { false }
      }
    }
  }

  @Test("Once a round is settled its register stands: a host may not write, staff are told the article")
  func settled() throws {
    let city = try City()
    try city.store.attach(entry("章程"), to: c1, by: Scratch.bureau)
    try city.store.settleRound(2026, by: Scratch.bureau)
    #expect(throws: StoreError.notPermitted(.attach)) { try city.store.attach(entry("新"), to: c1, by: City.acting(.host)) }
    #expect {
      try city.store.detach(PlainText("章程"), from: c1, by: Scratch.bureau)
    } throws: { error in
      if case .refused(let refusal)? = error as? StoreError { refusal.article == "27" } else { false }
    }
    #expect(try city.store.attachments(of: c1, by: City.acting(.department)).count == 1)
  }

  @Test("An expert who has not given the pledge sees no document (回避)")
  func pledge() throws {
    let city = try City()
    try city.store.attach(entry("章程"), to: c1, by: Scratch.bureau)
    try city.scratch.otherHand().run("DELETE FROM pledge WHERE login = 'expert'")
    #expect {
      try city.store.attachments(of: c1, by: City.acting(.expert))
    } throws: { error in
      if case .refused? = error as? StoreError { true } else { false }
    }
    var rows = 0
    try city.store.eachAttachment(year: 2026, by: City.acting(.expert)) { _ in rows += 1 }
    #expect(rows == 0)
  }
}
