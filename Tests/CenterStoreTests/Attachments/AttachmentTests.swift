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

  @Test("A document is corrected, its title too, and what it said stays in the chain; its kept file stays its own")
  func correcting() throws {
    let city = try City()
    let host = City.acting(.host)
    try city.store.attach(entry("章呈"), to: c1, by: host)
    try city.store.attach(entry("名册", proves: []), to: c1, by: host)
    var better = try entry("章程", proves: ["1.1.a"])
    better.location = try PlainText("档案室")
    try city.store.amend(PlainText("章呈"), of: c1, to: better, by: host)
    let documents = try city.store.attachments(of: c1, by: Scratch.bureau)
    #expect(documents.map(\.entry.title.string) == ["名册", "章程"] && documents.last?.entry == better)
    let link = try #require(try city.scratch.links().last)
    #expect(link.act == "attachment.correct" && link.login == "host")
    #expect(link.change.contains("章呈") && link.change.contains("财务科 3 号柜") && link.change.contains("档案室"))
    let links = try city.scratch.links().count
    try city.store.amend(PlainText("章程"), of: c1, to: better, by: host)
    #expect(try city.scratch.links().count == links)
    #expect(throws: StoreError.noSuch(.attachment, "章呈")) { try city.store.amend(PlainText("章呈"), of: c1, to: better, by: host) }
    better.title = try PlainText("名册")
    #expect {
      try city.store.amend(PlainText("章程"), of: c1, to: better, by: host)
    } throws: { error in
      if case .refused(let refusal)? = error as? StoreError { refusal.phrase.zh.contains("已登记同名附件") } else { false }
    }
    try city.store.settleRound(2026, by: Scratch.bureau)
    #expect(throws: StoreError.notPermitted(.amendAttachment)) { try city.store.amend(PlainText("名册"), of: c1, to: better, by: host) }
    #expect(try city.store.verifyChain(by: Scratch.admin).isWhole && city.store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("Article 10: a host corrects its documents while the application is in its hands, and never what proves a step")
  func ofApplication() throws {
    let city = try ApplicationCity()
    let number = try city.application(after: 3)
    let subject = AttachmentSubject.application(number)
    let store = city.store(on: ApplicationCity.day(4, 20))
    let old = AttachmentEntry(title: try PlainText("协议"), proves: [.condition("9.8")])
    let record = AttachmentEntry(title: try PlainText("审查记录"), proves: [.step(2)])
    for entry in [old, record] { try store.attach(entry, to: subject, by: ApplicationCity.bureau) }
    var new = old
    new.kind = try PlainText("共建协议")
    func isRefused(_ body: () throws -> Void) -> Bool {
      do { try body() } catch StoreError.refused { return true } catch { return false }
      return false
    }
    #expect(isRefused { try store.amend(old.title, of: subject, to: new, by: ApplicationCity.host) })
    try store.stepApplication(number, .sendBack(reason: PlainText("补协议")), by: ApplicationCity.bureau)
    try store.amend(old.title, of: subject, to: new, by: ApplicationCity.host)
    #expect(try store.attachments(of: subject, by: ApplicationCity.host).map(\.entry.kind.string).contains("共建协议"))
    let host = ApplicationCity.host
    #expect(isRefused { try store.amend(record.title, of: subject, to: old, by: host) })
    #expect(isRefused { try store.detach(record.title, from: subject, by: host) })
    #expect(isRefused { try store.attach(AttachmentEntry(title: record.title), to: subject, by: host) })
    new.proves = [.step(1)]
    #expect(isRefused { try store.amend(old.title, of: subject, to: new, by: host) })
    try store.detach(record.title, from: subject, by: ApplicationCity.bureau)
  }

  @Test(
    "Articles 10, 27: a department enters documents while the application is in its hands, then what proves a step of its own; it writes over nothing"
  )
  func ofDepartment() throws {
    let city = try ApplicationCity()
    let number = try city.application(after: 1)
    let subject = AttachmentSubject.application(number)
    let store = city.store(on: ApplicationCity.day(4, 1))
    let who = ApplicationCity.department
    func isRefused(_ title: String, _ proves: Set<Proof>) throws -> Bool {
      do {
        try store.attach(AttachmentEntry(title: PlainText(title), proves: proves), to: subject, by: who)
      } catch StoreError.refused { return true }
      return false
    }
    try store.attach(AttachmentEntry(title: PlainText("协议")), to: subject, by: ApplicationCity.bureau)
    #expect(try isRefused("协议", [.condition("9.8")]))
    #expect(try isRefused("审查记录", [.step(1)]))
    #expect(try !isRefused("核实记录", [.condition("9.2")]))
    try store.stepApplication(number, .recommend(reason: nil), by: who)
    #expect(try isRefused("另一份记录", [.condition("9.2")]))
    #expect(try isRefused("无所证明", []))
    #expect(try isRefused("混合", [.condition("9.2"), .step(2)]))
    #expect(try !isRefused("推荐函", [.step(2)]))
    #expect(throws: StoreError.notPermitted(.detach)) { try store.detach(PlainText("推荐函"), from: subject, by: who) }
    #expect(try store.attachments(proving: .step(2), of: subject, by: who).map(\.entry.title.string) == ["推荐函"])
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
