import CenterStore
import Regulation
import Testing

@Suite("Article 9.4: what proves a credit check")
struct CreditCheckProofTests {
  private let check = Proof.creditCheck(1)

  /// An application that the bureau checks, whose host's credit was looked up.
  private func checked() throws -> (store: CenterStore, subject: AttachmentSubject, city: ApplicationCity) {
    let city = try ApplicationCity()
    let number = try city.application(after: 3)
    let store = city.store(on: ApplicationCity.day(4, 20))
    try store.recordCreditCheck(
      number, CreditCheck(on: ApplicationCity.day(4, 19), source: PlainText("信用中国"), isGood: true, result: .empty),
      by: ApplicationCity.bureau)
    return (store, .application(number), city)
  }

  private func entry(_ title: String, _ proves: Set<Proof>) throws -> AttachmentEntry {
    AttachmentEntry(title: try PlainText(title), location: try PlainText("档案室"), proves: proves)
  }

  private func isRefused(_ body: () throws -> Void) -> Bool {
    do { try body() } catch StoreError.refused { return true } catch { return false }
    return false
  }

  @Test("Whoever reviews finds it at the check and at the condition that the check decides, and at no other")
  func found() throws {
    let (store, subject, city) = try checked()
    defer { withExtendedLifetime(city) {} }
    try store.attach(entry("信用查询结果", [check]), to: subject, by: ApplicationCity.bureau)
    for who in [ApplicationCity.bureau, ApplicationCity.department, ApplicationCity.host] {
      for item in [check, .condition("9.4")] {
        #expect(try store.attachments(proving: item, of: subject, by: who).map(\.entry.title.string) == ["信用查询结果"])
      }
      for item in [Proof.creditCheck(2), .condition("9.3"), .step(1)] {
        #expect(try store.attachments(proving: item, of: subject, by: who).isEmpty)
      }
    }
    // What proves the condition says nothing of a check.
    try store.attach(entry("场地证明", [.condition("9.4")]), to: subject, by: ApplicationCity.bureau)
    #expect(try store.attachments(proving: check, of: subject, by: ApplicationCity.bureau).count == 1)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("The bureau looks the credit up and enters what proves it; a host and a department do not, nor correct it")
  func whose() throws {
    let (store, subject, city) = try checked()
    defer { withExtendedLifetime(city) {} }
    guard case .application(let number) = subject else { return }
    try store.attach(entry("信用查询结果", [check]), to: subject, by: ApplicationCity.bureau)
    try store.stepApplication(number, .sendBack(reason: PlainText("补协议")), by: ApplicationCity.bureau)
    for who in [ApplicationCity.host, ApplicationCity.department] {
      #expect(isRefused { try store.attach(entry("另一份", [check]), to: subject, by: who) })
    }
    let (own, host) = (try entry("信用查询结果", []), ApplicationCity.host)
    #expect(isRefused { try store.amend(own.title, of: subject, to: own, by: host) })
    #expect(isRefused { try store.detach(own.title, from: subject, by: host) })
    try store.detach(own.title, from: subject, by: ApplicationCity.bureau)
  }

  @Test("It may come to hand when the application is closed, as what proves a step; what proves a condition may not")
  func late() throws {
    let (store, subject, city) = try checked()
    defer { withExtendedLifetime(city) {} }
    guard case .application(let number) = subject else { return }
    try store.stepApplication(number, .failCheck(reason: PlainText("条件不足")), by: ApplicationCity.bureau)
    try store.attach(entry("信用查询结果", [check, .step(4)]), to: subject, by: ApplicationCity.bureau)
    #expect(isRefused { try store.attach(entry("场地证明", [check, .condition("9.4")]), to: subject, by: ApplicationCity.bureau) })
  }

  @Test("A center's material has no credit checks of applications")
  func material() throws {
    let city = try City()
    #expect(isRefused { try city.store.attach(entry("甲", [check]), to: .material(center: "C1", year: 2026), by: Scratch.bureau) })
  }
}
