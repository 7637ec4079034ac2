import CenterStore
import Foundation
import Proofs
import Regulation
import Testing

@Suite("Results that anyone can check: given out, opened, corrected (article 25)")
struct PublishingTests {
  /// A round whose panels were drawn by lot, that was scored, settled and put on notice.
  private struct Told {
    let city: RoundCity
    let store: CenterStore
    /// Whom the lot drew for a center.
    let panel: [String: [String]]
  }

  private func told() throws -> Told {
    let city = try RoundCity()
    let before = city.store(on: RoundCity.day(5, 10))
    try before.bindLot(year: 2026, by: RoundCity.bureau)
    let (_, draw) = try before.drawLot(
      year: 2026, word: PlainText("海晏河清"), witness: PlainText("李公证"), by: RoundCity.bureau)
    let panel = Dictionary(grouping: draw.plan.lines, by: \.center).mapValues { $0.map(\.expert) }
    for (center, experts) in panel.sorted(by: { $0.key < $1.key }) {
      try city.score(center, Dictionary(uniqueKeysWithValues: experts.enumerated().map { ($1, 100 + $0 * 150) }))
    }
    let store = city.store(on: RoundCity.day(8, 3))
    try store.settleRound(2026, by: RoundCity.bureau)
    #expect(throws: StoreError.self) { try store.giveOutResults(year: 2026, by: RoundCity.bureau) }
    try store.publishRound(2026, workingDays: 5, by: RoundCity.bureau)
    return Told(city: city, store: store, panel: panel)
  }

  @Test("What is given out holds, with all sheets opened; while nothing changes it is the same file; nobody's name is in it")
  func givenOut() throws {
    let told = try told()
    let store = told.store
    let given = try store.giveOutResults(year: 2026, by: RoundCity.bureau)
    #expect(given.isNew && given.number == 1)
    let all = try store.openSheets(year: 2026, center: nil, by: RoundCity.bureau)
    let verification = Verification(
      of: given.file, openings: [("all", all)], head: given.head,
      key: try store.signingKey(by: RoundCity.host).map { CheckNumber(ofKey: $0) })
    #expect(verification.isSound && !verification.findings.contains { $0.verdict == .notChecked }, "\(verification.findings)")
    let again = try store.giveOutResults(year: 2026, by: Scratch.admin)
    #expect(!again.isNew && again.file == given.file && again.link == given.link)
    #expect(try store.givenOut(year: 2026, by: RoundCity.host).map(\.digest) == [given.digest])
    for bytes in [given.file, all] {
      let text = String(decoding: bytes, as: UTF8.self)
      var secrets = (1...6).flatMap { ["x\($0)", "专家\($0)"] } + ["外地大学", "李公证", "bureau"]
      secrets += try store.lots(year: 2026, by: RoundCity.bureau).flatMap { $0.tickets.values.map { Hex.string(of: $0.salt) } }
      secrets +=
        secrets.map { Data($0.utf8).base64EncodedString() } + secrets.map { Hex.string(of: Array($0.utf8)) }.filter { $0.count > 4 }
      for secret in secrets where secret.count > 2 { #expect(!text.contains(secret), "\(secret)") }
      #expect(text.range(of: #"\bx[1-6]\b"#, options: .regularExpression) == nil)
    }
    #expect(try store.examination(by: Scratch.admin).verdicts.allSatisfy { $0.findings.isEmpty })
  }

  @Test("A host opens its own center's sheets and no other's; each opening is on file")
  func opened() throws {
    let told = try told()
    let store = told.store
    #expect(throws: StoreError.self) { try store.openSheets(year: 2026, center: "C2", by: RoundCity.otherHost) }
    let given = try store.giveOutResults(year: 2026, by: RoundCity.bureau)
    let own = try Opening(reading: store.openSheets(year: 2026, center: "C2", by: RoundCity.otherHost))
    #expect(Set(own.sheets.map(\.center)) == ["C2"] && own.sheets.map(\.alias) == ["A", "B", "C"] && own.publication == given.digest)
    for other in ["C1", "C9"] {
      #expect(throws: StoreError.notPermitted(.openSheets)) { try store.openSheets(year: 2026, center: other, by: RoundCity.otherHost) }
    }
    #expect(throws: StoreError.notPermitted(.openSheets)) { try store.openSheets(year: 2026, center: nil, by: RoundCity.otherHost) }
    #expect(throws: StoreError.notPermitted(.openSheets)) { try store.openSheets(year: 2026, center: "C2", by: RoundCity.department) }
    var acts: [String] = []
    try store.eachLink(by: Scratch.admin) { acts.append($0.act) }
    #expect(acts.suffix(3) == ["key.make", "publication.make", "publication.open"])
  }

  @Test("An upheld objection makes a second file that names the first; both hold, and the sheets behind the second are others")
  func corrected() throws {
    let told = try told()
    let (store, why) = (told.store, RoundCity.why)
    let first = try store.giveOutResults(year: 2026, by: RoundCity.bureau)
    try store.stepRound(
      2026, .object("C2", receivedOn: RoundCity.day(8, 3), grounds: why, signedBy: PlainText("王异议"), evidence: why), by: RoundCity.bureau)
    try store.stepRound(2026, .settleObjection(1, isUpheld: true, reason: why), by: RoundCity.bureau)
    let expert = Acting(try #require(told.panel["C2"]?.first), .desk)
    try store.pledge(year: 2026, by: expert)
    try store.takeBackSheet(year: 2026, center: "C2", by: expert)
    try store.score(year: 2026, center: "C2", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(.zero)), by: expert)
    try store.submitSheet(year: 2026, center: "C2", by: expert)
    #expect(try store.giveOutResults(year: 2026, by: RoundCity.bureau).file == first.file)
    try store.stepRound(2026, .resettle("C2"), by: RoundCity.bureau)
    let second = try store.giveOutResults(year: 2026, by: RoundCity.bureau)
    #expect(second.isNew && second.number == 2)
    let opening = try store.openSheets(year: 2026, center: nil, by: RoundCity.bureau)
    #expect(Verification(of: first.file).isSound)
    let verification = Verification(of: second.file, openings: [("all", opening)])
    #expect(verification.isSound, "\(verification.findings)")
    #expect(verification.results?.supersedes == first.digest)
    #expect(verification.results?.corrections.map(\.code) == ["C2"])
    #expect(!Verification(of: first.file, openings: [("all", opening)]).isSound)
    #expect(!String(decoding: second.file, as: UTF8.self).contains("王异议"))
    #expect(try store.examination(by: Scratch.admin).verdicts.allSatisfy { $0.findings.isEmpty })
  }

  @Test("Sheets of a round that an older program settled are bound when its results are given out")
  func older() throws {
    let told = try told()
    try told.city.scratch.otherHand().run("DELETE FROM sheet_commitment")
    let given = try told.store.giveOutResults(year: 2026, by: RoundCity.bureau)
    let opening = try told.store.openSheets(year: 2026, center: nil, by: RoundCity.bureau)
    let verification = Verification(of: given.file, openings: [("all", opening)])
    #expect(verification.isSound, "\(verification.findings)")
    var acts: [String] = []
    try told.store.eachLink(by: Scratch.admin) { acts.append($0.act) }
    #expect(acts.contains("sheets.bind"))
  }
}
