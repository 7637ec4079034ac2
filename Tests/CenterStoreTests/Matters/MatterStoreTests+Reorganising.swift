import CenterStore
import Regulation
import Testing

/// Centers that go into another one (article 4(5)).
extension MatterStoreTests {
  @Test(
    "Centers end in a new one, which takes over the earliest certification date; all of them read of it, and nothing proposed is escaped")
  func reorganisation() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    func reorganise(_ codes: [String], into code: String, new: String? = nil, certified: Day? = nil) throws {
      try store.reorganise(
        try codes.map { try PlainText($0) }, into: PlainText(code), new: try new.map { SuccessorRecord(name: try PlainText($0)) },
        on: City.day(5, 29), document: Self.document, reason: Self.why, certifiedOn: certified, by: City.bureau)
    }
    #expect(refusal { try reorganise(["C1", "C3"], into: "N 1", new: "沧州市合并技术创新中心") }?.article == "4(5)")
    #expect(refusal { try reorganise(["C1", "C3"], into: "N1") }?.article == "4(5)")
    try reorganise(["C1", "C3"], into: "N1", new: "沧州市合并技术创新中心")
    let successor = try store.center(code: "N1", by: City.host)
    #expect(successor.certifiedOn == Day(2024, 3, 1) && successor.host.string == "甲公司" && successor.status == .active)
    for code in ["C1", "C3"] { #expect(try store.center(code: code, by: City.host).status == .reorganised) }
    let told = try store.reorganisations(of: "C3", by: Acting("viewer", .desk))
    #expect(try told.map(\.decision.successor.string) == ["N1"] && told == store.reorganisations(of: "N1", by: City.host))
    #expect(told.first?.names["N1"] == "沧州市合并技术创新中心")
    // Into one that was there: its date stays, unless the decision says otherwise.
    try reorganise(["N1"], into: "C2", certified: City.day(5, 1))
    #expect(try store.center(code: "C2", by: City.host).certifiedOn == City.day(5, 1))
    #expect(try store.reorganisations(of: "N1", by: City.host).count == 2)
    let own = try RevocationCase(.ownRequest, findings: [.request: Self.why], evidence: Self.why)
    _ = try store.proposeRevocation(of: "C2", own, by: City.otherHost)
    #expect(refusal { try reorganise(["C2"], into: "N2", new: "沧州市再并技术创新中心") }?.article == "30")
  }

  @Test("What is open of a center that goes into another lapses with its document; what is open of the one that goes on does not")
  func lapseOfReorganised() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let (ends, stays) = (
      try store.requestChange(of: "C1", Self.petition(.field(PlainText("激光"))), by: City.host),
      try store.requestChange(of: "C3", Self.petition(.field(PlainText("激光"))), by: City.host)
    )
    try store.reorganise(
      [PlainText("C1")], into: PlainText("C3"), on: City.day(5, 29), document: Self.document, reason: Self.why, by: City.bureau)
    #expect(try store.changeRequest(ends, by: City.host).matter.state == .lapsed(MatterLapse(.reorganised, document: Self.document)))
    #expect(try store.changeRequest(stays, by: City.host).matter.stage == .filed)
    #expect(try store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("A center that a file says was reorganised is to be completed until staff name its successor, once, and in no circle")
  func successor() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    for code in ["C1", "C2"] {
      var record = try store.center(code: code, by: City.bureau)
      record.status = .reorganised
      #expect(try store.importCenters([Numbered(2, record)], by: City.bureau).problems.isEmpty)
    }
    let before = try store.examination(by: Scratch.admin)
    #expect(before.findings.isEmpty && before.toComplete.map(\.object) == ["C1", "C2"])
    func name(_ successor: String, of code: String) throws {
      try store.nameSuccessor(
        PlainText(successor), of: PlainText(code), on: Day(2020, 5, 4) ?? City.day(5, 4), document: Self.document, reason: Self.why,
        by: City.bureau)
    }
    try name("C2", of: "C1")
    #expect(refusal { try name("C3", of: "C1") }?.phrase.zh.contains("C2") == true)
    #expect(refusal { try name("C1", of: "C2") }?.article == "4(5)")
    try name("C3", of: "C2")
    #expect(try store.reorganisations(of: "C1", by: Acting("viewer", .desk)).map(\.decision.successor.string) == ["C2"])
    let after = try store.examination(by: Scratch.admin)
    #expect(after.findings.isEmpty && after.toComplete.isEmpty)
  }
}
