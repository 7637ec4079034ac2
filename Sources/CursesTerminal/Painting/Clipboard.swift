/// The sequence by which a terminal puts a text into the clipboard of the machine where it runs.
enum Clipboard {
  /// Terminals take no more than 100,000 characters of base 64.
  static let longest = 74_000

  /// - Returns: nil for a text that is too long, or of which nothing is left without its controls.
  static func sequence(for text: String) -> String? {
    var clean = String.UnicodeScalarView()
    var cell = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        clean.append(contentsOf: marked(cell))
        clean.append(scalar)
        cell.removeAll(keepingCapacity: true)
      } else if scalar.properties.generalCategory != .control, !scalar.properties.isBidiControl {
        cell.append(scalar)
      }
    }
    clean.append(contentsOf: marked(cell))
    let bytes = Array(String(clean).utf8)
    guard !bytes.isEmpty, bytes.count <= longest else { return nil }
    return "\u{1B}]52;c;\(base64(bytes))\u{07}"
  }

  /// A cell of what is copied: rows go into spreadsheets, and one that would be taken for a formula there gets a `'` before it. A sign before
  /// figures alone (`-/7`, `+0.50`) calls no function and stays.
  private static func marked(_ cell: String.UnicodeScalarView) -> String.UnicodeScalarView {
    let isFormula =
      switch cell.first {
      case "=", "@", "＝", "＠": true
      case "+", "-", "＋", "－": cell.contains { $0.properties.isAlphabetic && ($0.isASCII || (0xFF21...0xFF5A).contains($0.value)) }
      default: false
      }
    if !isFormula { return cell }
    var marked = "'".unicodeScalars
    marked.append(contentsOf: cell)
    return marked
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for byte in group { bits = bits << 8 | Int(byte) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 { text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "=")) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
