import Foundation
import GRDB
import Regulation

/// Takes the names and logins of a round's experts out of texts that are released (article 25).
///
/// Texts are read as a reader reads them: in Unicode's form KC, Latin letters without case, characters that nobody sees left out, and blanks between
/// characters too, save between two Latin letters, where they part words. Names in Latin letters and logins are masked as whole words only. Where one
/// name is part of another, the longest that stands there is masked.
struct NameMask {
  /// A place of the tree of names: where each further character leads, and what stands for the name that ends here.
  private struct Node {
    var next: [UInt32: Int] = [:]
    var word: String?
  }

  /// A character as it is compared, and the characters of the text that it comes from.
  private struct Unit {
    let value: UInt32
    let isWord: Bool
    let place: Int
  }

  private static let blank: UInt32 = 0x20
  private static let nobody = "专家"
  private var nodes = [Node()]

  /// - Parameter names: names and logins, with the number under which whose they are is known in the round; `nil` for who has none.
  init(_ names: [(name: String, number: Int?)]) {
    for (name, number) in names {
      let units = NameMask.units(of: Array(name))
      let word = number.map { AliasedSheet.alias($0).zh } ?? NameMask.nobody
      add(units.map(\.value), word)
      // “Li Ding” may be written “LiDing”.
      if units.contains(where: { $0.value == NameMask.blank }) { add(units.map(\.value).filter { $0 != NameMask.blank }, word) }
    }
  }

  /// The mask of a round: all who are or could be drawn for it, and all who ever had a part in it, though they declined or were let go.
  init(_ year: Int, _ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT login, name, number FROM expert JOIN user USING (login)
        LEFT JOIN (SELECT login, number FROM expert_alias WHERE year = ?1) USING (login)
        WHERE \(CenterStore.poolCondition) OR number IS NOT NULL
          OR login IN (
            SELECT login FROM assignment WHERE year = ?1 UNION SELECT login FROM released WHERE year = ?1
            UNION SELECT login FROM sheet WHERE year = ?1 UNION SELECT login FROM former_sheet WHERE year = ?1)
        """, arguments: [year])
    self.init(rows.flatMap { row in [(name: row[1] as String, number: row[2] as Int?), (name: row[0], number: row[2])] })
  }

  /// A text without the names.
  func text(_ text: String) throws -> PlainText {
    let characters = Array(text)
    let units = NameMask.units(of: characters)
    var (masked, copied, start) = ("", 0, 0)
    while start < units.count {
      guard let (end, word) = longest(in: units, from: start) else {
        start += 1
        continue
      }
      masked += String(characters[copied..<max(copied, units[start].place)]) + word
      copied = units[end - 1].place + 1
      start = end
    }
    masked += String(characters[copied...])
    // What stands for a name may be longer than the name.
    return try PlainText(masked.count > PlainText.limit ? masked.prefix(PlainText.limit - 1) + "…" : masked, .paragraphs)
  }

  /// The longest name that begins at a place of a text: where it ends, and what stands for it.
  private func longest(in units: [Unit], from start: Int) -> (end: Int, word: String)? {
    if start > 0, units[start].isWord, units[start - 1].isWord { return nil }
    var (node, place) = (0, start)
    var found: (end: Int, word: String)?
    while place < units.count, let next = nodes[node].next[units[place].value] {
      (node, place) = (next, place + 1)
      let isInWord = place < units.count && units[place - 1].isWord && units[place].isWord
      if let word = nodes[node].word, !isInWord { found = (place, word) }
    }
    return found
  }

  private mutating func add(_ key: [UInt32], _ word: String) {
    if key.isEmpty { return }
    var node = 0
    for value in key {
      if let next = nodes[node].next[value] {
        node = next
        continue
      }
      nodes.append(Node())
      nodes[node].next[value] = nodes.count - 1
      node = nodes.count - 1
    }
    // Of two who bear a name, the one with a number is meant; where both have one, it is not told which.
    let both: Set = [nodes[node].word ?? word, word]
    nodes[node].word =
      both.count == 1 ? word : both.subtracting([NameMask.nobody]).count == 1 ? both.first { $0 != NameMask.nobody } : NameMask.nobody
  }

  private static func units(of characters: [Character]) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(characters.count)
    var isAfterBlank = false
    for (place, character) in characters.enumerated() {
      for scalar in folded(character) where !scalar.properties.isDefaultIgnorableCodePoint {
        if scalar.properties.isWhitespace {
          isAfterBlank = true
          continue
        }
        let isWord = isWord(scalar)
        if isAfterBlank, isWord, units.last?.isWord == true { units.append(Unit(value: blank, isWord: false, place: place - 1)) }
        units.append(Unit(value: scalar.value, isWord: isWord, place: place))
        isAfterBlank = false
      }
    }
    return units
  }

  private static func folded(_ character: Character) -> [Unicode.Scalar] {
    if let ascii = character.asciiValue { return [Unicode.Scalar((0x41...0x5A).contains(ascii) ? ascii | 0x20 : ascii)] }
    let scalars = Array(character.unicodeScalars)
    if scalars.count == 1, (0x4E00...0x9FFF).contains(scalars[0].value) { return scalars }
    return Array(String(character).precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars)
  }

  /// Whether a character is part of words that blanks part: a letter or a digit, and no Han character.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "_" || scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) }
    let properties = scalar.properties
    return !properties.isIdeographic && (properties.isAlphabetic || properties.numericType != nil)
  }
}
