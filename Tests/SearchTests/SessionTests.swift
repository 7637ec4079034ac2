import Foundation
import Testing

@testable import Search

@Suite("Searching while somebody types")
struct SessionTests {
  struct Row {
    var name: String
    var code: String
    var host: String
    var texts: [String] { [name, code, host] }
  }

  static func rows(_ count: Int, seed: UInt64) -> [Row] {
    var names = Names(seed: seed)
    return (0..<count).map { Row(name: names.center(), code: "CZ-\(2_000 + $0 % 26)-\($0)", host: names.host()) }
  }

  static func arena(_ rows: [Row]) -> SearchArena {
    var builder = SearchArena.Builder(rows: rows.count)
    for (place, row) in rows.enumerated() { builder.add(id: Int64(place), name: row.name, code: row.code, others: [row.host]) }
    return builder.finish()
  }

  /// More than one block of rows, and not a whole number of them.
  static let few = rows(1_300, seed: 11)
  static let fewInArena = arena(few)

  static let queries = [
    "激光切割", "jiguangqiege", "jgqg", "泊头 阀门", "btfm", "cz-2011", "2011", "999", "xian", "anan", "lv", "luse", "nvzhuang", "v", "u", "5g",
    "ai中心", "qiu", "zeng",
    "龘", "沧州 激g zx", "shanx", "jiguq", "chang", "zh", "ch sh", "cj有限", "lab激", "〇", "　ＡＢＣ",
  ]

  @Test("A search finds what the rule says, row by row", arguments: queries)
  func equalsTheRule(query: String) {
    let rows = SessionTests.few
    let expected = rows.indices.filter { NaiveSearch.matches(query, texts: rows[$0].texts) }.map(Int32.init)
    #expect(SessionTests.fewInArena.hits(SearchQuery(query)) == expected)
  }

  /// Every syllable, every two letters, and words of the rows cut anywhere: what people type on their way to a name.
  static let typed: [String] = {
    var random = Names(seed: 21)
    let syllables = stride(from: 1, to: Spellings.shared.packed.count, by: 5).map {
      String(decoding: Spellings.shared.letters(of: Sound($0)), as: UTF8.self)
    }
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-").map(String.init)
    var typed = syllables + letters
    for _ in 0..<300 {
      typed.append((letters.randomElement(using: &random) ?? "") + (letters.randomElement(using: &random) ?? ""))
      typed.append((syllables.randomElement(using: &random) ?? "") + (syllables.randomElement(using: &random) ?? "").prefix(2))
      let text = rows(1, seed: random.next()).flatMap(\.texts).randomElement(using: &random) ?? ""
      let name = Pinyin(text)
      var word = ""
      for (place, character) in text.prefix(6).enumerated() where name.units.count == text.count {
        let spelled = String(decoding: Spellings.shared.letters(of: name.sounds[place]), as: UTF8.self)
        word += [String(character), spelled, String(spelled.prefix(1))].randomElement(using: &random) ?? ""
      }
      typed.append(word)
    }
    return typed
  }()

  /// The rows that a query has read.
  private static func read(_ arena: SearchArena, _ query: SearchQuery) -> [Int] {
    var sieve = Sieve(arena, query)
    var read: [Int] = []
    Order.natural(arena.count).rows.withUnsafeBufferPointer { rows in
      var place = sieve.next(rows, from: 0, to: rows.count, arena.signatures)
      while place < rows.count {
        read.append(Int(rows[place]))
        place = sieve.next(rows, from: place + 1, to: rows.count, arena.signatures)
      }
    }
    return read
  }

  @Test("No row that matches is kept from being read, in a registry whose frequent words are learnt from a part of it")
  func sievesNothingThatMatches() {
    let arena = SessionTests.arena(SessionTests.rows(9_000, seed: 13))
    for word in SessionTests.typed {
      let query = SearchQuery(word)
      let read = Set(SessionTests.read(arena, query))
      RowReader.open(arena, query) { reader in
        let lost = (0..<arena.count).filter { !read.contains($0) && reader.matches($0) }
        #expect(lost.isEmpty, "\(word)")
      }
    }
  }

  @Test("Every syllable has a feature of its own")
  func roomForSyllables() {
    #expect(Features.syllable(of: Sound(Spellings.shared.packed.count - 1)) < Features.syllables)
  }

  @Test("Hardly a row is read in vain, whatever syllable is searched")
  func sieves() {
    let arena = SessionTests.arena(SessionTests.rows(9_000, seed: 14))
    var inVain: [Int] = []
    for word in SessionTests.typed where !word.isEmpty {
      let query = SearchQuery(word)
      let read = SessionTests.read(arena, query).count
      let found = arena.hits(query).count
      inVain.append(max(0, read - found))
    }
    // What matches across two texts, or in another order, is read and refused.
    let sorted = inVain.sorted()
    #expect(sorted[sorted.count / 2] <= arena.count / 100)
    #expect(sorted[sorted.count * 9 / 10] <= arena.count / 5)
  }

  @Test("Figures that most codes have, one year after the other, are found without reading the rows before them")
  func figuresInOrder() {
    var builder = SearchArena.Builder(rows: 10_000)
    for row in 0..<10_000 { builder.add(id: Int64(row), name: "沧州市", code: row < 4_000 ? "YS2018-0\(row)" : "YS2021-9\(row)") }
    let arena = builder.finish()
    #expect(SessionTests.read(arena, SearchQuery("ys2021")).count <= 6_100)
  }

  @Test("In 100,000 rows a Chinese word is found wherever it is contained, and nowhere else")
  func equalsContains() {
    let rows = SessionTests.rows(100_000, seed: 12)
    let arena = SessionTests.arena(rows)
    for word in ["激光切", "梨技术", "单县模具", "仇氏"] {
      let expected = rows.indices.filter { place in rows[place].texts.contains { strstr($0, word) != nil } }
      #expect(!expected.isEmpty)
      #expect(arena.hits(SearchQuery(word)) == expected.map(Int32.init), "\(word)")
    }
  }

  @Test("Refining letter by letter, interrupted anywhere, equals a fresh search", arguments: 1...20)
  func refining(seed: Int) {
    let arena = SessionTests.fewInArena
    let order = arena.orderedByName()
    var random = Names(seed: UInt64(seed))
    var session = SearchSession(arena, order: order, query: SearchQuery(""))
    for _ in 0..<6 {
      let whole = SessionTests.queries.randomElement(using: &random) ?? ""
      var typed = ""
      for character in whole {
        typed.append(character)
        session.refine(SearchQuery(typed))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: _ = session.firstHits(Int.random(in: 1...60, using: &random))
        case 1: session.advance(rows: Int.random(in: 0...900, using: &random))
        case 2: session.finish()
        default: break
        }
      }
      var finished = session
      finished.finish()
      #expect(finished.isComplete)
      #expect(finished.hits == arena.hits(SearchQuery(whole), in: order), "\(whole)")
    }
  }

  @Test("The first page is the beginning of all hits in the order of the list")
  func firstPage() {
    let arena = SessionTests.fewInArena
    let order = arena.orderedByName()
    for query in SessionTests.queries + [""] {
      var session = SearchSession(arena, order: order, query: SearchQuery(query))
      let page = Array(session.firstHits(40))
      #expect(page == Array(arena.hits(SearchQuery(query), in: order).prefix(40)), "\(query)")
      #expect(page.count == 40 || session.isComplete)
    }
  }

  @Test("Counting in steps ends, and what remains goes down to nothing")
  func steps() {
    let arena = SessionTests.fewInArena
    var session = SearchSession(arena, order: .natural(arena.count), query: SearchQuery("jg"))
    _ = session.firstHits(5)
    #expect(session.hits.count == 5)
    var before = session.remaining
    while !session.isComplete {
      session.advance(rows: 100)
      #expect(session.remaining == max(0, before - 100))
      before = session.remaining
    }
    #expect(session.hits == arena.hits(SearchQuery("jg")))
  }

  @Test("A search in a filtered order finds nothing outside of it")
  func filtered() {
    let arena = SessionTests.fewInArena
    let even = Order.natural(arena.count).filter { $0.isMultiple(of: 2) }
    #expect(arena.hits(SearchQuery("jg"), in: even) == arena.hits(SearchQuery("jg")).filter { $0.isMultiple(of: 2) })
  }

  @Test(
    "A query refines another if it only adds to it",
    arguments: [
      ("jg", "j", true), ("jg qg", "jg", true), ("jg", "jg", true), ("j", "jg", false), ("gj", "j", false), ("jgq zx", "zx jg", true),
      ("x", "", true),
      ("激光", "jg", false),
    ])
  func refines(later: String, earlier: String, expected: Bool) {
    #expect(SearchQuery(later).refines(SearchQuery(earlier)) == expected)
  }
}
