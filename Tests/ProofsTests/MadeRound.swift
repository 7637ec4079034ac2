import Crypto
import Foundation
import RandomForTests
import Regulation
import Testing

@testable import Proofs

/// A small round, made up at random: lots, sheets, figures; what it gives out, and what opens its sheets.
struct MadeRound {
  /// What is untrue in it, although every digest, link and signature is right: what only somebody can do who has the store.
  enum Lie: CaseIterable {
    case score, grade, rank, outcome, seed, sheets, pending, twice, reason
  }

  private(set) var file: [UInt8] = []
  /// Opens all sheets.
  private(set) var all: [UInt8] = []
  /// Opens one center's.
  private(set) var one: [UInt8] = []
  let key: Curve25519.Signing.PrivateKey
  /// Whether the lie could be told: some rounds have nothing to tell it of.
  private(set) var hasLied: Bool

  private var random: SeededRandom
  private var chain: MadeChain
  private let year = 2026
  private let method: RoundMethod
  private let minimum: Int
  private let codes: [String]
  private var lots: [Publication.Lot] = []
  private var bindings: [Publication.Binding] = []

  init(_ seed: UInt64, lie: Lie? = nil) throws {
    var random = SeededRandom(seed)
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: random.bytes(32))
    method = seed % 4 == 0 ? .trimmed : .mean
    minimum = method == .trimmed ? 5 : Int.random(in: 2...3, using: &random)
    codes = (1...Int.random(in: 3...6, using: &random)).map { "C\($0)" }
    chain = MadeChain(first: Int64.random(in: 1...90, using: &random), &random)
    self.random = random
    hasLied = lie == nil
    noise("round.open", "round/\(year)")
    try draw(lie)
    try publish(lie)
  }

  private mutating func noise(_ act: String, _ object: String) {
    chain.append(act, object, [("state", "announced")], opens: false, &random)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      chain.append("sheet.score", "score/2026/C1/e1/1.1", [("points", "4.50")], opens: false, &random)
    }
  }

  // MARK: Lots

  private mutating func draw(_ lie: Lie?) throws {
    let tickets = tickets()
    var standing: [LotPair] = []
    let rounds = Int.random(in: 0...2, using: &random)
    var key: LotKey?
    for number in 1...max(rounds, 1) where rounds > 0 {
      let isReplacement = number > 1 && Bool.random(using: &random)
      let cause: LotTerms.Cause =
        number == 1 ? .first : isReplacement ? .replacement(of: number - 1) : .redraw(of: number - 1, reason: "有人不能参加")
      let told: LotTerms.Cause = if lie == .reason, case .redraw(let of, _) = cause { .redraw(of: of, reason: "") } else { cause }
      if lie == .reason, told != cause { hasLied = true }
      let terms = terms(number, told, isReplacement || number == 1 ? tickets : self.tickets(), standing, gap: isReplacement)
      let bound = chain.append(
        "lot.bind", "lot/\(year)/\(number)", [("terms", terms.text.digest.description)], opens: true, &random)
      noise("expert.pledge", "pledge/2026/e1")
      if !isReplacement { key = LotKey(bound: bound.hash, word: try #require(WitnessWord("清风 \(number)"))) }
      guard var drawnBy = key else { return }
      if lie == .seed, !isReplacement {
        drawnBy = LotKey(bound: Digest256(of: random.bytes(3)), word: drawnBy.word)
        hasLied = true
      }
      var outcome = terms.outcome(drawnBy)
      if lie == .outcome, let other = swapped(outcome, terms) {
        outcome = other
        hasLied = true
      }
      let drawn = chain.append(
        "lot.draw", "lot/\(year)/\(number)", [("outcome", outcome.text.digest.description), ("word", drawnBy.word.text)], opens: true,
        &random)
      lots.append(Publication.Lot(bound: bound.number, terms: terms.text, drawn: drawn.number, outcome: outcome.text))
      standing = outcome.drawn.dropFirst().map { LotPair(center: $0.center, ticket: $0.ticket) }
    }
  }

  private mutating func tickets() -> [LotTerms.Ticket] {
    let count = 6
    return (0..<count).map {
      LotTerms.Ticket(
        name: LotTerms.ticketName($0, of: count), commitment: LotTicket(login: "e\($0)", salt: random.bytes(32)).commitment, kind: nil)
    }
  }

  private mutating func terms(
    _ number: Int, _ cause: LotTerms.Cause, _ tickets: [LotTerms.Ticket], _ standing: [LotPair], gap: Bool
  ) -> LotTerms {
    var centers: [LotTerms.Center] = []
    for code in gap ? [codes[0]] : codes {
      var excluded: [String: Digest256] = [:]
      for ticket in tickets where Int.random(in: 0...5, using: &random) == 0 {
        excluded[ticket.name] = LotReason(text: "现任职于依托单位", salt: random.bytes(32)).commitment
      }
      centers.append(
        LotTerms.Center(code: code, matches: tickets.map(\.name).filter { _ in Bool.random(using: &random) }, excluded: excluded))
    }
    return LotTerms(
      year: year, number: number, cause: cause, perCenter: min(minimum, 3), panel: [:], connectsExperts: false, tickets: tickets,
      centers: centers, standing: gap ? standing : [])
  }

  /// An outcome in which somebody else came than the lot drew.
  private func swapped(_ outcome: LotOutcome, _ terms: LotTerms) -> LotOutcome? {
    guard let first = outcome.drawn.first, let center = terms.centers.first(where: { $0.code == first.center }) else { return nil }
    let taken = Set(outcome.drawn.filter { $0.center == first.center }.map(\.ticket))
    guard let other = terms.tickets.map(\.name).first(where: { !taken.contains($0) && center.excluded[$0] == nil }) else { return nil }
    return LotOutcome(
      year: outcome.year, number: outcome.number, key: outcome.key,
      drawn: outcome.drawn.dropFirst() + [LotPair(center: first.center, ticket: other)], open: outcome.open)
  }

  // MARK: Results

  private mutating func sheets(_ code: String, _ count: Int) -> [OpenedSheet] {
    (0..<count).map { place in
      OpenedSheet(
        year: year, center: code, alias: OpenedSheet.alias(place), salt: random.bytes(32),
        points: PerIndicator<Points>(each: { _ in Points(Int.random(in: 0...8, using: &random) * 25) }))
    }
  }

  private mutating func publish(_ lie: Lie?) throws {
    var (scored, pending): ([String: [OpenedSheet]], [String: Int]) = ([:], [:])
    for code in codes {
      let count = Int.random(in: minimum - 1...minimum + 1, using: &random)
      if count < minimum { pending[code] = count } else { scored[code] = sheets(code, count) }
    }
    // Two with the same figure, in some rounds.
    if let (first, second) = scored.keys.sorted().first.flatMap({ first in scored.keys.sorted().last.map { (first, $0) } }),
      first != second,
      Bool.random(using: &random), scored[first]?.count == scored[second]?.count
    {
      scored[second] = zip(scored[second] ?? [], scored[first] ?? []).map { own, other in
        OpenedSheet(year: year, center: second, alias: own.alias, salt: own.salt, points: other.points)
      }
    }
    bind(scored, "round.settle", "round/\(year)")
    noise("round.publish", "round/\(year)")
    var (corrections, supersedes, number): ([PublishedResults.Correction], Digest256?, Int) = ([], nil, 1)
    if let code = scored.keys.sorted().first, Bool.random(using: &random) {
      let before = score(scored[code] ?? [])
      scored[code] = sheets(code, scored[code]?.count ?? minimum)
      bind(scored.filter { $0.key == code }, "round.resettle", "round/\(year)/\(code)")
      corrections = [PublishedResults.Correction(code: code, before: before, on: try #require(Day(2026, 6, 1)))]
      (supersedes, number) = (Digest256(of: random.bytes(8)), 2)
    }
    let results = try results(scored, pending, corrections, supersedes, number, lie)
    let publicKey = Array(key.publicKey.rawRepresentation)
    chain.append(
      "publication.make", "publication/\(year)/\(number)",
      [("results", results.text.digest.description), ("key", Hex.string(of: publicKey))], opens: true, &random)
    file = try Publication(
      results: results.text, lots: lots, bindings: bindings, before: chain.before, links: chain.links, opened: chain.opened, key: publicKey
    ).signed(by: key)
    let digest = Digest256(of: file)
    let open = scored.keys.sorted().flatMap { scored[$0] ?? [] }
    all = try Opening(year: year, publication: digest, sheets: open, key: publicKey).signed(by: key)
    one = try Opening(year: year, publication: digest, sheets: open.filter { $0.center == open.first?.center }, key: publicKey).signed(
      by: key)
  }

  private mutating func bind(_ sheets: [String: [OpenedSheet]], _ act: String, _ object: String) {
    let binding = SheetBinding(
      year: year,
      sheets: sheets.values.flatMap { $0 }.map { SheetBinding.Sheet(center: $0.center, alias: $0.alias, commitment: $0.commitment) })
    let link = chain.append(act, object, [("sheets", binding.text.digest.description)], opens: true, &random)
    bindings.append(Publication.Binding(link: link.number, sheets: binding.text))
  }

  private func score(_ sheets: [OpenedSheet]) -> Points {
    CenterScore(sheets.map { SubmittedSheet(login: $0.alias, points: $0.points) }, method: method, minimum: minimum)?.score ?? .zero
  }

  private mutating func results(
    _ scored: [String: [OpenedSheet]], _ pending: [String: Int], _ corrections: [PublishedResults.Correction], _ supersedes: Digest256?,
    _ number: Int, _ lie: Lie?
  ) throws -> PublishedResults {
    var figures = scored.mapValues { score($0) }
    var pending = pending
    if lie == .score, let code = figures.keys.sorted().last {
      figures[code] = (figures[code] ?? .zero) + Points(1)
      hasLied = true
    }
    if lie == .pending, let code = pending.keys.sorted().first {
      pending[code] = minimum
      hasLied = true
    }
    let ranked = Ranking.ranked(Array(figures), score: { $0.value }, code: { $0.key })
    let centers = ranked.enumerated().map { place, line -> PublishedResults.Center in
      var (grade, rank, sheets) = (Grade(published: line.thing.value), line.rank, scored[line.thing.key]?.count ?? 0)
      if place == 0, lie == .grade { (grade, hasLied) = (grade == .excellent ? .qualified : .excellent, true) }
      if place == ranked.count - 1, lie == .rank { (rank, hasLied) = (rank + 1, true) }
      if place == 0, lie == .sheets { (sheets, hasLied) = (sheets + 1, true) }
      return PublishedResults.Center(
        code: line.thing.key, name: "沧州市“\(line.thing.key)”技术创新中心", score: line.thing.value, grade: grade, rank: rank, sheets: sheets,
        byHand: 0)
    }
    var absent = ["D1"]
    if lie == .twice, let code = figures.keys.sorted().first { (absent, hasLied) = (absent + [code], true) }
    return PublishedResults(
      year: year, number: number, supersedes: supersedes, method: method, minimumSheets: minimum,
      tableVersion: try IndicatorSystem.standard.get().version, centers: centers, corrections: corrections, pending: pending,
      absent: absent, exempt: ["D2": .revoked, "D3": .deferred])
  }
}
