import Wording

/// The draws of a published file, repeated.
struct LotCheck {
  private let publication: Publication
  private let year: Int

  /// How much work a lot may be that is repeated: places, times the square of the pool. A file that asks for more is made to stop whoever checks it.
  private static let mostWork = 3_000_000_000

  /// A lot that was read.
  private struct Lot {
    let terms: LotTerms
    let outcome: LotOutcome?

    init(_ lot: Publication.Lot) throws(ProofProblem) {
      terms = try LotTerms(reading: lot.terms)
      guard let text = lot.outcome else {
        outcome = nil
        return
      }
      outcome = try LotOutcome(reading: text)
    }
  }

  init(_ publication: Publication, year: Int) {
    self.publication = publication
    self.year = year
  }

  func findings(_ chain: inout ChainCheck) -> [Verification.Finding] {
    var list = FindingList(.lots)
    var lots: [Lot] = []
    var last: Int64 = 0
    for (place, lot) in publication.lots.enumerated() {
      let number = place + 1
      let read: Lot
      do { read = try Lot(lot) } catch {
        list.require(false, LotCheck.named(number) + Phrase(zh: "：", en: ": ") + error.phrase)
        continue
      }
      let terms = read.terms
      list.require(
        terms.year == year && terms.number == number && lot.bound > last,
        LotCheck.named(number, zh: "的年度、序号或次序不对", en: "has another year, number or order"))
      list.require(
        chain.binds(lot.bound, act: ["lot.bind"], object: { $0 == "lot/\(year)/\(number)" }, "terms", terms.text.digest),
        LotCheck.named(number, zh: "的名册与审计链封存的不符", en: "goes by other terms than the chain bound"))
      last = lot.bound
      if let drawn = lot.drawn, let outcome = read.outcome {
        list.require(
          drawn > lot.bound
            && chain.binds(drawn, act: ["lot.draw"], object: { $0 == "lot/\(year)/\(number)" }, "outcome", outcome.text.digest)
            && chain.value(drawn, "word") == outcome.key.word.text && outcome.year == year && outcome.number == number,
          LotCheck.named(number, zh: "的结果与审计链记载的不符", en: "has another outcome than the chain holds"))
        repeated(number, read, outcome, bound: chain.hash(of: lot.bound), lots, &list)
        last = drawn
      } else {
        list.notChecked(LotCheck.named(number, zh: "已封存而未抽取", en: "was bound and not drawn"))
      }
      lots.append(read)
    }
    let more = chain.numbers(of: "lot.bind").count - publication.lots.count
    if more > 0 {
      list.notChecked(
        Phrase(zh: "链上另有 \(more) 次封存名册，可能属于其他年度", en: "\(more) more lots are bound on the chain, maybe of other rounds"))
    }
    if lots.isEmpty { list.notChecked(Phrase(zh: "没有公开抽取记录", en: "no draw by lot is in the file")) }
    return list.findings
  }

  /// Draws again.
  private func repeated(_ number: Int, _ lot: Lot, _ outcome: LotOutcome, bound: Digest256?, _ earlier: [Lot], _ list: inout FindingList) {
    let before = list.isSound
    switch lot.terms.cause {
    case .first, .redraw:
      var isOrdered = number == 1
      if case .redraw(let former, let reason) = lot.terms.cause { isOrdered = former == number - 1 && former >= 1 && !reason.isEmpty }
      list.require(isOrdered, LotCheck.named(number, zh: "未注明前一次和理由", en: "does not name the lot before and a reason"))
      list.require(
        outcome.key.bound == bound, LotCheck.named(number, zh: "的种子不出自封存它的一环", en: "has a seed of another link than the one that bound it"))
    case .replacement(let former):
      let replaced = earlier.last { $0.terms.number == former }
      list.require(
        replaced?.outcome?.key == outcome.key && replaced?.terms.tickets.map(\.commitment) == lot.terms.tickets.map(\.commitment),
        LotCheck.named(number, zh: "补缺未沿用原签号和种子", en: "fills a gap by other tickets or another seed"))
    }
    guard LotCheck.work(lot.terms) <= LotCheck.mostWork else {
      return list.notChecked(LotCheck.named(number, zh: "太大，未重算", en: "is too large to be repeated"))
    }
    list.require(
      lot.terms.outcome(outcome.key) == outcome, LotCheck.named(number, zh: "重算的结果与公布的不同", en: "draws others when it is repeated"))
    if before, list.isSound {
      list.holds(
        LotCheck.named(
          number, zh: "重算相同：\(lot.terms.tickets.count) 签，\(outcome.drawn.count) 次抽中，种子 \(outcome.key.text)",
          en: "is the same when it is repeated: \(lot.terms.tickets.count) tickets, \(outcome.drawn.count) drawn, seed \(outcome.key.text)")
      )
    }
  }

  /// As ``mostWork``; reading has bounded the parts, so that they can be multiplied.
  private static func work(_ terms: LotTerms) -> Int {
    let (pool, centers) = (terms.tickets.count, min(terms.centers.count, 1_000_000))
    return pool * pool * max(centers * min(terms.perCenter + terms.panel.values.reduce(0, +), pool), 1)
  }

  private static func named(_ number: Int, zh: String = "读不出", en: String = "cannot be read") -> Phrase {
    Phrase(zh: "第 \(number) 次抽取\(zh)", en: "lot \(number) \(en)")
  }
}
