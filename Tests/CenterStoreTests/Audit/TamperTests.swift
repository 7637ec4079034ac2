import CenterStore
import Foundation
import GRDB
import RandomForTests
import Regulation
import Testing

@Suite("Whatever another hand does to the chain is found, and the first link that it touched is named")
struct TamperTests {
  /// What is done to a chain.
  enum Tampering: String, CaseIterable, Sendable {
    /// A link, or some in a row, are taken away.
    case remove
    /// Two links change places.
    case exchange
    /// A copy of a link is put in another place, and the rest moves up.
    case copy
    /// A link that was made up, with the hash that it must have after the one before it, is put in, and the rest moves up.
    case forge
  }

  private static let columns = ["seq", "time", "act", "channel", "login", "who_salt", "change", "change_salt", "hash"]

  /// Thirty links of every shape, made once; each trial has a copy.
  private static let made: Result<Scratch, any Error> = Result {
    let scratch = try Scratch()
    try scratch.fill()
    try scratch.store.openRound(2026, by: Scratch.bureau)
    let expert = Acting("e1", .desk)
    _ = try scratch.store.importScores(year: 2026, Array(scratch.sheet("C1", "e1").prefix(3)), by: Scratch.bureau)
    try scratch.store.pledge(year: 2026, by: expert)
    for points in 1...20 {
      try scratch.store.score(
        year: 2026, center: "C1", indicator: IndicatorCode.all[points % 4], ScoreEntry(points: .some(Points(points))), by: expert)
    }
    return scratch
  }

  /// The store of a trial, and another hand in it.
  private func trial(_ body: (CenterStore, OtherHand, _ links: Int) throws -> Void) throws {
    let scratch = try Self.made.get()
    let path = scratch.folder.appendingPathComponent("\(UUID().uuidString).sqlite").path
    try scratch.otherHand().copy(to: path)
    let store = try CenterStore.open(path)
    defer {
      try? store.close()
      try? FileManager.default.removeItem(atPath: path)
    }
    let hand = try OtherHand(path)
    try body(store, hand, hand.number("SELECT count(*) FROM audit"))
  }

  /// The first link, the last one or one between them.
  private func place(_ turn: Int, of links: Int, _ random: inout SeededRandom) -> Int {
    turn % 3 == 0 ? 1 : turn % 3 == 1 ? links : Int.random(in: 2..<links, using: &random)
  }

  @Test("Every column of the first link, the last and one between, by one sign, bit or number", arguments: columns, 0..<9)
  func edited(column: String, turn: Int) throws {
    var random = SeededRandom(UInt64(turn) &* 31 &+ UInt64(column.utf8.reduce(0) { $0 &* 7 &+ UInt64($1) }))
    try trial { store, hand, links in
      let number = place(turn, of: links, &random)
      let row = try #require(try hand.rows("SELECT \(column) FROM audit WHERE seq = \(number)").first)
      let value: DatabaseValue = row[0]
      let other: DatabaseValue
      switch value.storage {
      case .int64(let old):
        other =
          (column == "seq" ? Int64(links) + Int64.random(in: 1...9, using: &random) : old ^ (1 << Int64.random(in: 0..<40, using: &random)))
          .databaseValue
      case .blob(let old):
        var bytes = old
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        other = bytes.databaseValue
      case .string(let old):
        var signs = Array(old)
        signs[Int.random(in: 0..<signs.count, using: &random)] = "¿"
        other = String(signs).databaseValue
      case .null, .double: throw CocoaError(.coderInvalidValue)
      }
      try hand.run("UPDATE audit SET \(column) = ? WHERE seq = ?", [other, number])
      let verdict = try store.verifyChain(by: Scratch.admin)
      #expect(verdict.broken == Int64(number) && !verdict.isWhole, "\(column) of \(number)")
    }
  }

  @Test("Links that are removed, exchanged, copied or made up", arguments: Tampering.allCases, 0..<12)
  func moved(tampering: Tampering, turn: Int) throws {
    var random = SeededRandom(UInt64(turn) &+ 100)
    try trial { store, hand, links in
      var number = place(turn, of: links, &random)
      var first = number
      switch tampering {
      case .remove:
        // What is cut off at the end leaves a whole chain: see below.
        number = min(number, links - 1)
        first = number
        let count = Int.random(in: 1...min(3, links - number), using: &random)
        try hand.run("DELETE FROM audit WHERE seq BETWEEN ? AND ?", [number, number + count - 1])
      case .exchange:
        var other = Int.random(in: 1...links, using: &random)
        if other == number { other = number == 1 ? 2 : number - 1 }
        first = min(number, other)
        try hand.run("UPDATE audit SET seq = -1 WHERE seq = \(number); UPDATE audit SET seq = \(number) WHERE seq = \(other)")
        try hand.run("UPDATE audit SET seq = \(other) WHERE seq = -1")
      case .copy:
        var source = Int.random(in: 1...links, using: &random)
        if source == number { source = number == 1 ? 2 : number - 1 }
        try makeRoom(at: number, hand)
        try hand.run(
          "INSERT INTO audit SELECT ?, time, act, channel, login, who_salt, change, change_salt, hash FROM audit WHERE seq = ?",
          [number, source < number ? source : source + 1])
      case .forge:
        try makeRoom(at: number, hand)
        try hand.run(
          "INSERT INTO audit VALUES (?, 0, 'score', 'desk', 'e1', randomblob(16), '{\"before\":null}', randomblob(16), x'')", [number])
        try rehash(from: number, through: number, hand)
        // The made-up link holds, and the one that it pushed away does not; where rows are kept for its number, they are another's.
        first = try hand.number("SELECT count(*) FROM audit_rows WHERE seq = ?", [number]) > 0 ? number : number + 1
      }
      #expect(try store.verifyChain(by: Scratch.admin).broken == Int64(first))
    }
  }

  @Test(
    "A chain that was rewritten to its end holds together, and no longer has the heads that were printed from there on", arguments: 0..<9)
  func rewritten(turn: Int) throws {
    var random = SeededRandom(UInt64(turn) &+ 200)
    try trial { store, hand, links in
      let number = place(turn, of: links, &random)
      let heads = try Self.heads(hand)
      try hand.run("UPDATE audit SET login = 'e2' WHERE seq = ?", [number])
      try rehash(from: number, through: links, hand)
      #expect(try store.verifyChain(by: Scratch.admin).isWhole)
      for (place, head) in heads.enumerated() {
        #expect(try store.verifyChain(head: head, by: Scratch.admin).hasHead == (place + 1 < number), "head \(place + 1)")
      }
    }
  }

  @Test("A chain that was cut at its end holds together, and no longer has the heads behind the cut", arguments: 1...3)
  func cut(count: Int) throws {
    try trial { store, hand, links in
      let heads = try Self.heads(hand)
      try hand.run("DELETE FROM audit WHERE seq > ?", [links - count])
      for (place, head) in heads.enumerated() {
        let verdict = try store.verifyChain(head: head, by: Scratch.admin)
        #expect(verdict.broken == nil && verdict.isWhole == (place < links - count), "head \(place + 1)")
      }
    }
  }

  private func makeRoom(at number: Int, _ hand: OtherHand) throws {
    try hand.run("UPDATE audit SET seq = -seq - 1 WHERE seq >= ?; UPDATE audit SET seq = -seq WHERE seq < 0", [number])
  }

  /// Writes the hashes that links must have, as whoever rewrites history would.
  private func rehash(from first: Int, through last: Int, _ hand: OtherHand) throws {
    for number in first...last {
      let before = try hand.rows("SELECT hash FROM audit WHERE seq = \(number - 1)").first.map { hex($0[0] as Data) }
      let row = try #require(try hand.rows("SELECT * FROM audit WHERE seq = \(number)").first)
      let milliseconds: Int64 = row["time"]
      let second = Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(.iso8601)
      let lines = [
        "cztic link 1", before ?? String(repeating: "0", count: 64), String(number),
        "\(second.dropLast()).\(String(1000 + milliseconds % 1000).dropFirst())Z", row["act"], row["channel"],
        sha256(row["who_salt"], Data((row["login"] as String).utf8)), sha256(row["change_salt"], Data((row["change"] as String).utf8)),
      ]
      let digest = sha256(Data((lines.joined(separator: "\n") + "\n").utf8))
      try hand.run("UPDATE audit SET hash = ? WHERE seq = ?", [Digest256(hex: digest).map { Data($0.bytes) }, number])
    }
  }

  /// The hash of every link: each could have been printed when it was the head.
  private static func heads(_ hand: OtherHand) throws -> [Digest256] {
    try hand.rows("SELECT hash FROM audit ORDER BY seq").map { try #require(Digest256(bytes: $0[0] as Data)) }
  }
}
