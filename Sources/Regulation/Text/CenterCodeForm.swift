import Wording

/// What the code (编号) of a center may look like: codes are typed in commands, stand in names of folders and are searched for, so they hold no
/// blanks, slashes or quotes and do not begin with `-`. A store that holds other codes from before keeps them.
public enum CenterCodeForm {
  /// What is wrong with a code that a center would be given, and what to do; `nil` where nothing is.
  public static func shortcoming(of code: String) -> Phrase? {
    if isSound(code) { return nil }
    return Phrase(
      zh: "不能用作中心编号：不能有空格、斜杠、引号和控制字符，也不能以 - 开头；请改写，如 YS2026-0001",
      en: "is no code of a center: it may hold no blanks, slashes, quotes or controls and must not begin with -; write one like YS2026-0001"
    )
  }

  /// Whether a code, in UTF-8, is one that a center could be given: for the many of a large file, of which hardly any holds more than ASCII.
  public static func isSound(_ code: UnsafeRawBufferPointer) -> Bool {
    for byte in code {
      guard let scalar = Unicode.Scalar(UInt32(byte)), scalar.isASCII else { return isSound(String(decoding: code, as: UTF8.self)) }
      if !isLawful(scalar) { return false }
    }
    return code.first.map { $0 != 0x2D } ?? false
  }

  private static func isSound(_ code: String) -> Bool {
    !code.isEmpty && !code.hasPrefix("-") && code.unicodeScalars.allSatisfy(isLawful)
  }

  private static func isLawful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x27, 0x2F, 0x5C, 0x60, 0x7F: false
    case 0x21...0x7E: true
    case 0x00...0x20: false
    // Slashes and quotes as an input method writes them; Unicode does not count the prime signs among the quotes.
    case 0xFF0F, 0xFF3C, 0x2032, 0x2033: false
    default:
      !scalar.properties.isWhitespace && !scalar.properties.isQuotationMark && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format
    }
  }
}
