import Crypto
import Foundation
import Proofs
import RandomForTests
import Regulation

/// A chain of links as a store writes them, made in memory.
struct MadeChain {
  private(set) var links: [PublicLink] = []
  private(set) var opened: [OpenedChange] = []
  let before: Digest256
  private var last: Digest256
  private var next: Int64

  /// - Parameter first: the number of the first link.
  init(first: Int64, _ random: inout SeededRandom) {
    before = Digest256(of: random.bytes(8))
    last = before
    next = first
  }

  /// Appends a link.
  ///
  /// - Parameter opens: whether the file shows what it changed.
  /// - Returns: its number and hash.
  @discardableResult
  mutating func append(
    _ act: String, _ object: String, _ after: [(String, String)], opens: Bool, _ random: inout SeededRandom
  ) -> (number: Int64, hash: Digest256) {
    let fields = after.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",")
    let change = OpenedChange(
      number: next, document: "{\"object\":\"\(object)\",\"before\":null,\"after\":{\(fields)}}", salt: random.bytes(16))
    let time = "2026-05-0\(1 + next % 9)T08:00:00.000Z"
    let who = Digest256(of: random.bytes(16))
    let hash = PublicLink.hash(
      previous: last, number: next, time: time, act: act, channel: "desk", who: who, change: change.commitment)
    links.append(
      PublicLink(number: next, time: time, act: act, channel: "desk", who: who, change: change.commitment, hash: hash))
    if opens { opened.append(change) }
    (last, next) = (hash, next + 1)
    return (next - 1, hash)
  }
}

extension SeededRandom {
  /// So many random bytes.
  mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) } }
}
