import Testing

@testable import Widgets

@Suite struct CharacterWidthTests {
  @Test(
    "a character has the columns that terminals give it",
    arguments: [
      ("a", 1), ("~", 1), ("é", 1), ("中", 2), ("㐀", 2), ("𠀀", 2), ("龥", 2), ("，", 2), ("８", 2), ("ﾊ", 1), ("ハ", 2), ("한", 2),
      ("\u{301}", 0), ("\u{200B}", 0), ("\u{200D}", 0), ("\u{FE0F}", 0), ("\u{AD}", 0), ("\u{202E}", 0), ("\u{20E3}", 0),
      ("\u{1F3FD}", 0), ("\u{7}", 1), ("\u{1B}", 1), ("\u{9B}", 1), ("\u{7F}", 1), ("\u{E000}", 1), ("😀", 2), ("─", 1), ("…", 1),
      ("\u{10FFFF}", 1), ("\u{1160}", 0), ("\u{3000}", 2), ("\u{A0}", 1), ("⠿", 1), ("、", 2), ("℃", 1),
    ] as [(String, Int)])
  func width(character: String, columns: Int) {
    #expect(character.unicodeScalars.map(CharacterWidth.of).reduce(0, +) == columns)
  }

  @Test("runs ascend, begin at 0 and differ from their neighbours")
  func runs() {
    #expect(WidthTable.runs.first == 3)
    for (left, right) in zip(WidthTable.runs, WidthTable.runs.dropFirst()) {
      #expect(left >> 3 < right >> 3)
      #expect(left & 7 != right & 7)
      #expect(CharacterWidth.Kind(rawValue: UInt8(right & 7)) != nil)
    }
  }

  @Test("the fast ways say what the table says")
  func fastWays() {
    for value in Array(0x0...0x7F) + Array(0x4E00...0x9FFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let run = WidthTable.runs.last { $0 >> 3 <= UInt32(value) }
      #expect(run.map { UInt8($0 & 7) } == CharacterWidth.kind(of: scalar).rawValue, "U+\(String(value, radix: 16))")
    }
  }

  @Test("terminals disagree on these", arguments: ["─", "│", "█", "●", "▶", "→", "…", "“", "”", "—", "·", "±", "①", "℃"])
  func ambiguous(character: Unicode.Scalar) { #expect(CharacterWidth.isAmbiguous(character)) }

  @Test("no terminal doubts these", arguments: ["▐", "░", "▖", "▟", "▸", "◂", "✓", "✗", "⠿", "-", "中", "，"])
  func unambiguous(character: Unicode.Scalar) { #expect(!CharacterWidth.isAmbiguous(character)) }

  @Test("what is drawn in ASCII is one column wide in every terminal")
  func glyphs() {
    for character in GlyphSet.ascii.all {
      #expect(GlyphSet.ascii.measure.columns(of: character) == 1, "\(character)")
      #expect(character.unicodeScalars.allSatisfy { !CharacterWidth.isAmbiguous($0) }, "\(character)")
    }
    for character in GlyphSet.unicode.all { #expect(GlyphSet.unicode.measure.columns(of: character) == 1, "\(character)") }
  }
}
