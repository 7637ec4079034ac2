import CenterStore
import Regulation
import Testing

@Suite("Articles 16, 30 and 31 in the store: matters of a center, and what they change in the registry")
struct MatterStoreTests {
  typealias City = RoundCity
  static let why = RoundCity.why
  static let document = PlainText(literal: "沧科字〔2026〕9号")

  static func petition(_ changes: CenterChange...) throws -> ChangePetition {
    try ChangePetition(changes: changes, grounds: why, evidence: why)
  }

  @Test("A change goes from host over department to bureau; the record changes, the old value stays, and recusal still knows the old name")
  func change() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let number = try store.requestChange(
      of: "C1",
      Self.petition(
        .hostName(PlainText("甲集团")), .centerName(PlainText("沧州市新名技术创新中心")),
        .registration(in: PlainText("东光县"), department: PlainText("东光县科学技术局")), .mainBusiness(PlainText("新材料制造"))),
      by: City.host)
    #expect(number == "BG2026-0001")
    #expect(try store.matters(by: City.department).map(\.waits) == [true])
    #expect(throws: StoreError.notPermitted(nil)) { try store.changeRequest(number, by: City.otherDepartment) }
    try store.stepChange(number, .forward(remark: Self.why), by: City.department)
    // The old values that somebody tells are not what is kept.
    try store.stepChange(number, .apply(document: Self.document, old: []), by: City.bureau)
    let record = try store.center(code: "C1", by: City.bureau)
    #expect(record.host.string == "甲集团" && record.name.string == "沧州市新名技术创新中心")
    #expect(record.department.string == "东光县科学技术局" && record.formerNames?.map(\.string) == ["沧州市C1技术创新中心"])
    let host = try #require(try store.organizations(by: City.bureau).first { $0.name.string == "甲集团" })
    #expect(host.aliases?.map(\.string) == ["甲公司"] && host.county?.string == "东光县")
    let file = try store.changeRequest(number, by: City.host)
    guard case .applied(let applied) = file.matter.state else { throw StoreError.noSuch(.matter, number) }
    #expect(applied.old.map(\.string) == ["甲公司", "沧州市C1技术创新中心", "（献县科学技术局）", ""])
    #expect(file.history.map(\.step.kind) == [.forward, .apply] && !file.summary.isOpen)
    // The other center of the same host, and its people, go on under the new name.
    #expect(try store.center(code: "C3", by: City.bureau).host.string == "甲集团")
    // The department that had it keeps what it handled; the one that has it now sees it as well.
    #expect(try store.changeRequest(number, by: City.department).summary.number == number)
    #expect(try store.changeRequest(number, by: City.otherDepartment).summary.number == number)
    let next = try store.requestChange(of: "C1", Self.petition(.mainBusiness(PlainText("物流"))), by: City.host)
    try store.stepChange(next, .forward(remark: .empty), by: City.otherDepartment)
    try store.stepChange(next, .apply(document: .empty, old: []), by: City.bureau)
    guard case .applied(let again) = try store.changeRequest(next, by: City.host).matter.state else {
      throw StoreError.noSuch(.matter, next)
    }
    #expect(again.old.map(\.string) == ["新材料制造"])
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test(
    "One aspect is in one open request; a department that is not on file, and the name of another unit, are refused, and nothing is half done"
  )
  func twice() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let first = try store.requestChange(of: "C1", Self.petition(.field(PlainText("激光"))), by: City.host)
    #expect(refusal { try store.requestChange(of: "C1", Self.petition(.field(PlainText("医药"))), by: City.host) }?.article == "31")
    #expect(throws: StoreError.noSuch(.department, "无此局")) {
      try store.requestChange(
        of: "C1", Self.petition(.registration(in: PlainText("青县"), department: PlainText("无此局"))), by: City.host)
    }
    try store.stepChange(first, .withdraw(reason: Self.why), by: City.host)
    let second = try store.requestChange(
      of: "C1", Self.petition(.field(PlainText("医药")), .hostName(PlainText("乙公司"))), by: City.host)
    try store.stepChange(second, .forward(remark: .empty), by: City.department)
    let before = try city.scratch.otherHand().digest()
    #expect(refusal { try store.stepChange(second, .apply(document: .empty, old: []), by: City.bureau) }?.article == "31")
    #expect(try city.scratch.otherHand().digest() == before)
  }

  @Test("A director stands in the registry once filed; what the host decided before is seen by its department, and a second filing waits")
  func director() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    func begin(_ name: String) throws -> String {
      try store.beginDirectorFiling(
        of: "C1", director: PlainText(name), considered: .init(on: City.day(5, 28), minutes: Self.why), by: City.host)
    }
    let number = try begin("李主任")
    #expect(number == "ZR2026-0001" && refusal { _ = try begin("王主任") }?.article == "16")
    try store.stepDirector(number, .decide(on: City.day(5, 30), document: Self.document), by: City.host)
    #expect(try store.center(code: "C1", by: City.host).director == .empty)
    try store.stepDirector(number, .file, by: City.host)
    #expect(try store.center(code: "C1", by: City.host).director?.string == "李主任")
    try store.stepDirector(number, .query(Self.why), by: City.department)
    try store.stepDirector(number, .answer(Self.why), by: City.host)
    for who in [City.department, City.bureau] { try store.stepDirector(number, .note, by: who) }
    let file = try store.directorFiling(number, by: City.host)
    #expect(file.matter.stage == .onFile && file.history.map(\.step.kind) == [.decide, .file, .query, .answer, .note, .note])
    // The host reads the names of its own people, the bureau all.
    #expect(file.history.map { $0.name != nil } == [true, true, false, true, false, false] && file.begunBy == "host")
    #expect(try store.directorFiling(number, by: City.bureau).history.allSatisfy { $0.name != nil })
  }

  @Test("A revocation is proposed with every part, replied to, decided and published; the center leaves the active ones on that day")
  func revocation() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let found = try RevocationCase(.falsified, findings: [.falsehood: Self.why, .gravity: Self.why], evidence: Self.why)
    #expect(throws: StoreError.notPermitted(.proposeRevocation)) { try store.proposeRevocation(of: "C1", found, by: City.host) }
    try store.assignExpert(year: 2026, center: "C1", expert: "x1", by: City.bureau)
    #expect(try store.tasks(by: Acting("x1", .desk)).map(\.center) == ["C1"])
    let number = try store.proposeRevocation(of: "C1", found, by: City.bureau)
    #expect(number == "CX2026-0001" && refusal { try store.proposeRevocation(of: "C1", found, by: City.bureau) }?.article == "30(3)")
    #expect(refusal { try store.stepRevocation(number, .revoke(reason: Self.why, document: Self.document), by: City.bureau) } != nil)
    try store.stepRevocation(number, .reply(Self.why), by: City.host)
    try store.stepRevocation(number, .revoke(reason: Self.why, document: Self.document), by: City.bureau)
    #expect(try store.center(code: "C1", by: City.host).status == .revoked)
    let viewer = Acting("viewer", .desk)
    // Who sees its matters reads why from the decision on, everybody else from the publication on.
    for who in [viewer, Acting("x1", .desk)] { #expect(try store.decidedRevocation(of: "C1", by: who) == nil) }
    for who in [City.bureau, City.host, City.department] {
      let decided = try #require(try store.decidedRevocation(of: "C1", by: who))
      #expect(decided.ground == .falsified && decided.decision.document == Self.document && decided.publication == nil)
    }
    try store.stepRevocation(number, .publish(on: City.day(6, 1), where: Self.why), by: City.bureau)
    #expect(try store.revocation(number, by: City.department).matter.stage == .published)
    let told = try #require(try store.decidedRevocation(of: "C1", by: viewer))
    #expect(told.ground == .falsified && told.decision.document == Self.document && told.publication?.on == City.day(6, 1))
    #expect(refusal { try store.requestChange(of: "C1", Self.petition(.field(Self.why)), by: City.host) }?.article == "31")
    // Nobody is asked for its sheets any more, and nothing is lacking there.
    #expect(try store.tasks(by: Acting("x1", .desk)).map(\.ended) == [.revoked])
    #expect(try store.centerProgress(year: 2026, by: City.bureau).isEmpty)
    #expect(try store.expertProgress(year: 2026, by: City.bureau).isEmpty)
    #expect(try store.dueCenters(2026, by: City.bureau).contains { $0.code == "C1" && $0.standing == .exempt(.revoked) })
  }

  @Test("Staff enter a host's own request from its paper alone, the host is heard before anything is decided, and may take it back")
  func paper() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    func request(_ document: String?, on day: Day = City.day(5, 28)) throws -> RevocationCase {
      let paper = try document.map { RevocationCase.Paper(on: day, document: try PlainText($0)) }
      return try RevocationCase(.ownRequest, findings: [.request: Self.why], evidence: Self.why, paper: paper)
    }
    for (paper, day, field) in [(nil, 28, "paper"), ("", 28, "paper"), ("甲字〔2026〕3号", 33, "asked")] as [(String?, Int, String)] {
      let day = Day(number: City.day(5, 1).number + day - 1)
      let refused = refusal { _ = try store.proposeRevocation(of: "C1", request(paper, on: day), by: City.bureau) }
      #expect(refused?.article == "30(8)" && refused?.field == field)
    }
    let number = try store.proposeRevocation(of: "C1", request("甲字〔2026〕3号"), by: City.bureau)
    #expect(
      refusal { try store.stepRevocation(number, .revoke(reason: Self.why, document: Self.document), by: City.bureau) }?.article == "30(8)")
    #expect(try store.matters(of: "C1", by: City.host).map(\.waits) == [true])
    try store.stepRevocation(number, .withdraw(reason: Self.why), by: City.host)
    // What the host asks for on the desk needs no paper, and nobody is to be heard.
    let own = try store.proposeRevocation(of: "C1", request(nil), by: City.host)
    #expect(try store.revocation(own, by: City.bureau).matter.replyBy == nil)
    try store.stepRevocation(own, .revoke(reason: Self.why, document: Self.document), by: City.bureau)
  }

  @Test(
    "A round that closes proposes grounds 1 and 2 by itself, once; staff propose them only where a closed round shows them and nothing was decided"
  )
  func ofRound() throws {
    let city = try City()
    try city.score("C1", ["x1": 0, "x2": 1_00, "x3": 2_00])
    for step in 0..<2 {
      let store = city.store(on: City.day(8, 3))
      if step == 0 { try store.settleRound(2026, by: City.bureau) } else { try store.publishRound(2026, workingDays: 5, by: City.bureau) }
    }
    let absent = RevocationCase(.absent, round: 2026)
    let store = city.store(on: City.day(8, 20))
    #expect(refusal { try store.proposeRevocation(of: "C2", absent, by: City.bureau) } != nil)
    try store.closeRound(2026, by: City.bureau)
    let proposed = try store.matters(by: City.bureau)
    #expect(proposed.map(\.center) == ["C2"] && proposed.map(\.subject.zh) == [RevocationGround.absent.phrase.zh])
    #expect(try store.matters(by: City.otherHost).map(\.number) == ["CX2026-0001"])
    #expect(refusal { try store.proposeRevocation(of: "C1", absent, by: City.bureau) }?.article == "30(2)")
    #expect(refusal { try store.proposeRevocation(of: "C2", absent, by: City.bureau) }?.article == "30(2)")
    try store.stepRevocation("CX2026-0001", .keep(reason: Self.why), by: City.bureau)
    let again = refusal { try store.proposeRevocation(of: "C2", absent, by: City.bureau) }
    #expect(again?.phrase.en.contains("CX2026-0001") == true)
  }

  @Test("What was decided on the desk a file does not undo: a revoked center stays revoked; what a file alone said it may correct")
  func fileAfterRevocation() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let findings = Dictionary(uniqueKeysWithValues: RevocationGround.falsified.parts.map { ($0, Self.why) })
    let number = try store.proposeRevocation(
      of: "C1", RevocationCase(.falsified, findings: findings, evidence: Self.why), by: City.bureau)
    try store.stepRevocation(number, .reply(Self.why), by: City.host)
    try store.stepRevocation(number, .revoke(reason: Self.why, document: Self.document), by: City.bureau)
    var record = try store.center(code: "C1", by: City.bureau)
    for status in [CenterStatus.active, .reorganised] {
      record.status = status
      let problem = try #require(try store.importCenters([Numbered(2, record)], by: City.bureau).problems.first)
      #expect(problem.column == "status" && problem.value == status.rawValue && problem.message.zh.contains(number))
      #expect(try store.center(code: "C1", by: City.bureau).status == .revoked)
    }
    record.status = nil
    record.director = Self.why
    #expect(try store.importCenters([Numbered(2, record)], by: City.bureau).changed == 1)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
    var other = try store.center(code: "C2", by: City.bureau)
    for status in [CenterStatus.revoked, .active] {
      other.status = status
      #expect(try store.importCenters([Numbered(2, other)], by: City.bureau).changed == 1)
    }
  }

  @Test("Numbers go on past four digits, each given once")
  func numbers() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    _ = try store.requestChange(of: "C1", Self.petition(.field(PlainText("激光"))), by: City.host)
    try city.scratch.otherHand().run("UPDATE matter SET number = 'BG2026-9999'")
    #expect(try store.requestChange(of: "C1", Self.petition(.mainBusiness(Self.why)), by: City.host) == "BG2026-10000")
    #expect(try store.requestChange(of: "C1", Self.petition(.other(Self.why)), by: City.host) == "BG2026-10001")
  }
}
