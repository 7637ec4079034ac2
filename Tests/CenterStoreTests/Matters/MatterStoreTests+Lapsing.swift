import CenterStore
import Regulation
import Testing

/// What is open of a center that is revoked.
extension MatterStoreTests {
  @Test("Once a center is revoked all else that is open of it lapses in the same act, each by a link of its own; another's goes on")
  func lapse() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    func propose(_ code: String, _ ground: RevocationGround) throws -> String {
      let findings = Dictionary(uniqueKeysWithValues: ground.parts.map { ($0, Self.why) })
      return try store.proposeRevocation(of: code, RevocationCase(ground, findings: findings, evidence: Self.why), by: City.bureau)
    }
    let decided = try propose("C1", .falsified)
    let other = try propose("C1", .stopped)
    #expect(refusal { _ = try propose("C1", .stopped) }?.phrase.zh.contains(other) == true)
    let change = try store.requestChange(of: "C1", Self.petition(.field(PlainText("激光"))), by: City.host)
    let director = try store.beginDirectorFiling(
      of: "C1", director: PlainText("李主任"), considered: .init(on: City.day(5, 28), minutes: Self.why), by: City.host)
    let elsewhere = try store.requestChange(of: "C3", Self.petition(.field(PlainText("激光"))), by: City.host)
    #expect(try store.revocation(decided, by: City.bureau).beside.map(\.number) == [other, change, director])
    #expect(refusal { try store.stepRevocation(other, .lapse(MatterLapse(.active, document: .empty)), by: City.bureau) }?.article == "30")
    try store.stepRevocation(decided, .reply(Self.why), by: City.host)
    let links = try store.verifyChain(by: Scratch.admin).links
    try store.stepRevocation(decided, .revoke(reason: Self.why, document: Self.document), by: City.bureau)
    // The step, the center, and one of each that lapses.
    #expect(try store.verifyChain(by: Scratch.admin).links == links + 5)
    let why = MatterLapse(.revoked, document: Self.document)
    #expect(try store.revocation(other, by: City.host).matter.state == .lapsed(why))
    #expect(try store.changeRequest(change, by: City.host).matter.state == .lapsed(why))
    #expect(try store.directorFiling(director, by: City.host).matter.lapse == why)
    // The decision itself is still to be published, and nothing else waits.
    #expect(try store.matters(by: City.bureau).filter(\.isOpen).map(\.number).sorted() == [elsewhere, decided].sorted())
    #expect(refusal { try store.stepRevocation(other, .keep(reason: Self.why), by: City.bureau) } != nil)
    try store.stepRevocation(decided, .publish(on: City.day(6, 1), where: Self.why), by: City.bureau)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("What a file leaves open of a center waits for the bureau, which lets it lapse and can do nothing else with it")
  func lapseByHand() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let change = try store.requestChange(of: "C1", Self.petition(.field(PlainText("激光"))), by: City.host)
    var record = try store.center(code: "C1", by: City.bureau)
    record.status = .revoked
    #expect(try store.importCenters([Numbered(2, record)], by: City.bureau).problems.isEmpty)
    #expect(try store.matters(by: City.bureau).map(\.waits) == [true] && store.matters(by: City.department).map(\.waits) == [false])
    #expect(refusal { try store.stepChange(change, .forward(remark: .empty), by: City.department) }?.phrase.zh.contains("终止") == true)
    // Why it lapses is the store's to say.
    try store.stepChange(change, .lapse(MatterLapse(.reorganised, document: Self.document)), by: City.bureau)
    let file = try store.changeRequest(change, by: City.host)
    #expect(file.matter.state == .lapsed(MatterLapse(.revoked, document: .empty)) && !file.summary.isOpen)
    #expect(file.history.map(\.step.kind) == [.lapse] && file.history.map(\.by) == [.bureau])
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }
}
