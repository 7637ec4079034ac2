import Crypto
import Foundation
import RandomForTests
import TableFiles

@testable import Proofs

/// A published file, or one that opens sheets, in which one place was changed by somebody.
struct Falsified {
  let file: [UInt8]
  /// A file that opens its sheets, where that is what was changed.
  let opening: [UInt8]?
  /// What was changed.
  let what: String

  /// Changes one place.
  ///
  /// - Parameter signs: whether it is signed anew by the store's key, so that more than the signature has to find it; `nil` where nothing of the kind
  ///   is there.
  init?(_ round: MadeRound, _ turn: Int, signs: Bool, _ random: inout SeededRandom) throws {
    let places: [(String, [String])] = [
      ("results", ["center\t", "pending\t", "absent\t", "exempt\t", "method\t", "sheets\t", "supersedes\t", "corrected\t", "table\t"]),
      ("lots", ["cause\t", "sheets\t", "ticket\t", "match\t", "excluded\t", "key\t", "drawn\t", "open\t", "standing\t", "connect\t"]),
      ("bindings", ["sheet\t"]), ("links", [""]), ("opened", [""]), ("before", [""]), ("head", [""]), ("key", [""]), ("signature", [""]),
      ("opening", ["\"alias\"", "\"salt\"", "\"1.", "\"4.", "\"5.", "\"publication\"", "\"round\""]),
    ]
    let (part, words) = places[turn % places.count]
    let word = words[(turn / places.count) % words.count]
    what = "\(part) \(word)"
    let isOpening = part == "opening"
    var lines = String(decoding: isOpening ? round.all : round.file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let range = isOpening ? lines.indices : Falsified.range(part, in: lines)
    let escaped = word.replacing("\t", with: "\\t")
    let candidates = range.filter {
      lines[$0].contains(isOpening || ["before", "head", "key", "signature"].contains(part) ? word : "\"" + escaped)
        && Falsified.hasValue(lines[$0])
    }
    guard let place = candidates.randomElement(using: &random) else { return nil }
    if part == "bindings", Bool.random(using: &random), let other = candidates.last(where: { $0 != place }) {
      // A sheet swapped between two places: only the commitments change hands.
      let (left, right) = (String(lines[place].suffix(66)), String(lines[other].suffix(66)))
      guard left.first != "\"", lines[place].hasSuffix(",") == lines[other].hasSuffix(","), left != right else { return nil }
      lines[place] = String(lines[place].dropLast(66)) + right
      lines[other] = String(lines[other].dropLast(66)) + left
    } else {
      let changed = Falsified.changed(lines[place], &random)
      if changed == lines[place] { return nil }
      lines[place] = changed
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let signed = signs && part != "signature" ? try Falsified.signed(bytes, by: round.key) : bytes
    file = isOpening ? round.file : signed
    opening = isOpening ? signed : nil
  }

  private static func hasValue(_ line: String) -> Bool { line.contains { $0.isASCII && ($0.isNumber || $0.isLetter) } }

  /// The lines of a member.
  private static func range(_ member: String, in lines: [String]) -> Range<Int> {
    guard let first = lines.firstIndex(where: { $0.hasPrefix("  \"\(member)\":") }) else { return 0..<0 }
    let end = lines[(first + 1)...].firstIndex { $0.hasPrefix("  \"") || $0 == "}" } ?? lines.endIndex
    return first..<end
  }

  /// A line with another figure or letter in what it says.
  private static func changed(_ line: String, _ random: inout SeededRandom) -> String {
    var characters = Array(line)
    let start =
      line.contains("\": ")
      ? (characters.firstIndex(of: ":") ?? 0) : (line.contains("\\t") ? (characters.firstIndex(of: "\\") ?? 0) + 2 : 0)
    let places = characters.indices.filter { $0 >= start && characters[$0].isASCII && (characters[$0].isNumber || characters[$0].isLetter) }
    guard let place = places.randomElement(using: &random) else { return line }
    let old = characters[place]
    characters[place] = old.isNumber ? (old == "9" ? "8" : Character(String((old.wholeNumberValue ?? 0) + 1))) : old == "a" ? "b" : "a"
    return String(characters)
  }

  private static func signed(_ bytes: [UInt8], by key: Curve25519.Signing.PrivateKey) throws -> [UInt8] {
    let tail = SignedFile.mark.count + 128 + 4
    let head = Array(bytes.dropLast(tail))
    return head + SignedFile.mark + Hex.string(of: try key.signature(for: head)).utf8 + "\"\n}\n".utf8
  }
}
