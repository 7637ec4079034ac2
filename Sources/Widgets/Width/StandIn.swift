/// What is drawn in place of a character on whose width terminals disagree, where the terminal at hand takes two columns for it.
///
/// ncurses takes it for one column wide there, and all behind it would be out of line. So two ASCII characters stand for it: as wide as
/// what is measured, and never in doubt.
enum StandIn {
  /// The two characters; a wide question mark, as one, where none is known.
  static func pair(for scalar: Unicode.Scalar) -> (first: Unicode.Scalar, second: Unicode.Scalar)? {
    switch scalar.value {
    // ① to ⑨, ⑩ to ⑳ and ⑴ to ⑼.
    case 0x2460...0x2468: return (digit(scalar.value - 0x2460 + 1), ")")
    case 0x2469...0x2473: return (digit((scalar.value - 0x2469 + 10) / 10), digit((scalar.value - 0x2469 + 10) % 10))
    case 0x2474...0x247C: return (digit(scalar.value - 0x2474 + 1), ")")
    default: break
    }
    guard let text = pairs[scalar] else { return nil }
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return nil }
    return (first, scalars.next() ?? " ")
  }

  private static func digit(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(48 + value % 10)) }

  private static let pairs: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "…": "..", "—": "--", "–": "-", "―": "--", "‖": "||", "·": ".", "•": "*", "※": "*", "′": "'",
    "″": "\"",
    "×": "x", "÷": "/", "±": "+-", "°": "o", "℃": "'C", "℉": "'F", "№": "No", "™": "TM", "®": "R", "§": "S", "¶": "P", "†": "+", "‰": "%%",
    "→": "->", "←": "<-", "↑": "^", "↓": "v", "↔": "<>", "⇒": "=>", "⇔": "==", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "≡": "==",
    "∞": "oo",
    "√": "V", "∑": "Su", "∏": "Pi", "∈": "in", "∩": "n", "∪": "U", "∧": "&", "∨": "|", "∵": ":.", "∴": ".:", "∥": "||", "∠": "<", "⊥": "T",
    "■": "#", "□": "[]", "▲": "^", "△": "^", "▼": "v", "▽": "v", "◆": "*", "◇": "<>", "○": "o", "◎": "@", "●": "*", "★": "*", "☆": "*",
    "▶": ">",
    "◀": "<", "─": "--", "│": "|", "█": "##", "¼": "/4", "½": "/2", "¾": "3/", "¹": "1", "²": "2", "³": "3", "¡": "!", "¿": "?", "¤": "$",
    "ª": "a",
    "º": "o", "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "3", "Ⅳ": "IV", "Ⅴ": "V", "Ⅵ": "VI", "Ⅶ": "7", "Ⅷ": "8", "Ⅸ": "IX", "Ⅹ": "X", "Ⅺ": "XI", "Ⅻ": "12",
    "ⅰ": "i", "ⅱ": "ii", "ⅲ": "3", "ⅳ": "iv", "ⅴ": "v", "ⅵ": "vi", "ⅶ": "7", "ⅷ": "8", "ⅸ": "ix", "ⅹ": "x", "ā": "a", "á": "a", "ǎ": "a",
    "à": "a",
    "ē": "e", "é": "e", "ě": "e", "è": "e", "ê": "e", "ī": "i", "í": "i", "ǐ": "i", "ì": "i", "ō": "o", "ó": "o", "ǒ": "o", "ò": "o",
    "ū": "u",
    "ú": "u", "ǔ": "u", "ù": "u", "ü": "u", "ǖ": "u", "ǘ": "u", "ǚ": "u", "ǜ": "u", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "Ø": "O",
    "α": "al",
    "β": "be", "γ": "ga", "δ": "de", "ε": "ep", "ζ": "ze", "η": "et", "θ": "th", "ι": "io", "κ": "ka", "λ": "la", "μ": "mu", "ν": "nu",
    "ξ": "xi",
    "ο": "o", "π": "pi", "ρ": "rh", "σ": "si", "τ": "ta", "υ": "up", "φ": "ph", "χ": "ch", "ψ": "ps", "ω": "om", "Γ": "Ga", "Δ": "De",
    "Θ": "Th",
    "Λ": "La", "Ξ": "Xi", "Π": "Pi", "Σ": "Si", "Φ": "Ph", "Ψ": "Ps", "Ω": "Om", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I",
    "Κ": "K",
    "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
  ]
}
