import Foundation
import Regulation
import Wording

/// What the lot follows from: derived as RFC 3797 derives, with SHA-256. Its sources are the hash of the link that bound the terms, which nobody knows
/// before they are bound, and a public word that a witness says afterwards; each is written in one form only and ended by a stroke.
public struct LotKey: Sendable, Hashable {
  /// The hash of the link that bound the terms.
  public let bound: Digest256
  /// The word of the witness.
  public let word: WitnessWord

  /// A key of its two sources.
  public init(bound: Digest256, word: WitnessWord) {
    self.bound = bound
    self.word = word
  }

  /// The sources as one text: `9f…e1/海晏河清/`.
  public var text: String { "\(bound)/\(word.text)/" }

  /// The number of a pair: the first eight bytes of SHA-256 over `CODE/TICKET/`, the key, and `CODE/TICKET/` again. The upper forty bits of it count.
  public func number(center: String, ticket: String) -> UInt64 {
    let designator = "\(center)/\(ticket)/"
    return Digest256(ofText: designator + text + designator).bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The lot for a plan whose experts are tickets.
  public var lot: AssignmentLot { AssignmentLot { number(center: $0, ticket: $1) } }
}

/// A word that a witness says in public once the terms are bound.
public struct WitnessWord: Sendable, Hashable {
  /// In its one form: NFKC, capitals, without blanks at its ends and with one blank inside for any number of them.
  public let text: String

  /// How many characters it may have.
  public static let lengths = 1...64

  /// Reads what was typed.
  ///
  /// - Returns: `nil` for nothing, for more than 64 characters, and for one with a stroke or a control character.
  public init?(_ typed: String) {
    let words = typed.precomposedStringWithCompatibilityMapping.split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ").uppercased().precomposedStringWithCanonicalMapping
    let isSound = text.unicodeScalars.allSatisfy {
      $0 != "/" && !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value)
    }
    guard WitnessWord.lengths.contains(text.count), isSound else { return nil }
    self.text = text
  }

  /// What a word may be, for people.
  public static let rule = Phrase(
    zh: "见证词为 1 至 64 个字，不含斜线和控制字符", en: "a witness's word has 1 to 64 characters, and neither strokes nor control characters")
}
