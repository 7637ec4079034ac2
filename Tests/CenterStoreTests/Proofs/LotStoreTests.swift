import CenterStore
import Proofs
import Regulation
import Testing

@Suite("Experts drawn by lot: bound first, drawn by a witness's word, and nothing edited afterwards (formats: assign)")
struct LotStoreTests {
  private static let word = PlainText(literal: " 海晏  河清 ")
  private static let witness = PlainText(literal: "李公证")

  @Test("What is bound tells nobody's name, and what is drawn is what anybody draws who repeats it")
  func draw() throws {
    let city = try RoundCity()
    let store = city.store(on: RoundCity.day(5, 10))
    try store.declareConflict(center: "C1", expert: "x2", reason: PlainText("同窗"), by: RoundCity.bureau)
    _ = try store.bindLot(year: 2026, dryRun: true, by: RoundCity.bureau)
    #expect(try store.lots(year: 2026, by: RoundCity.bureau).isEmpty)
    let bound = try store.bindLot(year: 2026, by: RoundCity.bureau)
    #expect(bound.terms.centers.map(\.code) == ["C2"] || bound.terms.centers.map(\.code) == ["C1", "C2"])
    #expect(bound.terms.tickets.count == 6 && bound.drawn == nil && Set(bound.tickets.values.map(\.login)).count == 6)
    for secret in ["x1", "x2", "专家", "同窗", "外地大学"] { #expect(!bound.terms.text.text.contains(secret)) }
    let (lot, draw) = try store.drawLot(year: 2026, word: Self.word, witness: Self.witness, by: RoundCity.bureau)
    let drawn = try #require(lot.drawn)
    #expect(drawn.outcome.key.text == "\(bound.bound.hash)/海晏 河清/")
    #expect(drawn.outcome == bound.terms.outcome(drawn.outcome.key))
    #expect(
      Set(drawn.outcome.drawn.map { "\($0.center) \(lot.tickets[$0.ticket]?.login ?? "")" })
        == Set(draw.plan.new.map { "\($0.center) \($0.expert)" }))
    #expect(draw.plan.lines.allSatisfy { $0.center != "C1" || $0.expert != "x2" } && draw.isApplied && !draw.plan.isShort)
    #expect(throws: StoreError.self) { try store.drawLot(year: 2026, word: Self.word, witness: Self.witness, by: RoundCity.bureau) }
    #expect(try store.examination(by: Scratch.admin).verdicts.allSatisfy { $0.findings.isEmpty })
  }

  @Test(
    "What changed since the binding is told and not drawn; a redraw says why, sets aside what has no sheet, and every lot stays on file")
  func redraw() throws {
    let city = try RoundCity()
    let store = city.store(on: RoundCity.day(5, 10))
    let why = PlainText(literal: "声明了新的回避")
    try store.bindLot(year: 2026, by: RoundCity.bureau)
    try store.declareConflict(center: "C2", expert: "x3", reason: PlainText("同窗"), by: RoundCity.bureau)
    let refusal = #expect(throws: StoreError.self) {
      try store.drawLot(year: 2026, word: Self.word, witness: Self.witness, by: RoundCity.bureau)
    }
    #expect(refusal?.phrase.zh.contains("x3 对 C2 应回避") == true)
    #expect(throws: StoreError.self) { try store.bindLot(year: 2026, by: RoundCity.bureau) }
    try store.bindLot(year: 2026, reason: why, by: RoundCity.bureau)
    let (_, first) = try store.drawLot(year: 2026, word: Self.word, witness: Self.witness, by: RoundCity.bureau)
    let scored = try #require(first.plan.new.first)
    try city.score(scored.center, [scored.expert: 100], on: RoundCity.day(6, 1))
    let lot = try store.bindLot(year: 2026, reason: why, by: RoundCity.bureau)
    #expect(lot.terms.cause == .redraw(of: 2, reason: why.string))
    #expect(lot.terms.standing.map { lot.tickets[$0.ticket]?.login } == [scored.expert])
    let (_, second) = try store.drawLot(year: 2026, word: PlainText("再来"), witness: Self.witness, by: RoundCity.bureau)
    #expect(second.plan.lines.contains { $0.center == scored.center && $0.expert == scored.expert && !$0.isNew })
    #expect(second.plan.lines.count { $0.center == scored.center } == 3)
    #expect(try store.lots(year: 2026, by: RoundCity.bureau).map { $0.drawn != nil } == [false, true, true])
    #expect(try store.examination(by: Scratch.admin).verdicts.allSatisfy { $0.findings.isEmpty })
  }

  @Test("A name that falls out is replaced by the same tickets and the same seed, all else standing")
  func replacement() throws {
    let city = try RoundCity()
    let store = city.store(on: RoundCity.day(5, 10))
    try store.bindLot(year: 2026, by: RoundCity.bureau)
    let (lot, draw) = try store.drawLot(year: 2026, word: Self.word, witness: Self.witness, by: RoundCity.bureau)
    let gone = try #require(draw.plan.new.first)
    try store.releaseExpert(year: 2026, center: gone.center, expert: gone.expert, reason: PlainText("出国"), by: RoundCity.bureau)
    let shown = try store.drawSubstitutes(year: 2026, center: gone.center, dryRun: true, by: RoundCity.bureau)
    let filled = try store.drawSubstitutes(year: 2026, center: gone.center, as: shown, by: RoundCity.bureau)
    #expect(filled.plan == shown.plan && filled.plan.new.count == 1 && filled.plan.new[0].expert != gone.expert && filled.isApplied)
    let lots = try store.lots(year: 2026, by: RoundCity.bureau)
    let replacement = try #require(lots.last)
    #expect(replacement.terms.cause == .replacement(of: 1) && replacement.terms.tickets == lot.terms.tickets)
    #expect(replacement.drawn?.outcome.key == lot.drawn?.outcome.key)
    #expect(replacement.terms.centers.map(\.code) == [gone.center])
    #expect(try store.examination(by: Scratch.admin).verdicts.allSatisfy { $0.findings.isEmpty })
  }

  @Test("A word that is none, and a witness without a name", arguments: ["", "a/b", String(repeating: "长", count: 65)])
  func words(word: String) throws {
    let city = try RoundCity()
    let store = city.store(on: RoundCity.day(5, 10))
    try store.bindLot(year: 2026, by: RoundCity.bureau)
    #expect(throws: StoreError.self) {
      try store.drawLot(year: 2026, word: PlainText(word), witness: Self.witness, by: RoundCity.bureau)
    }
    #expect(throws: StoreError.self) { try store.drawLot(year: 2026, word: Self.word, witness: .empty, by: RoundCity.bureau) }
    #expect(try store.lots(year: 2026, by: RoundCity.bureau).count == 1)
  }
}
