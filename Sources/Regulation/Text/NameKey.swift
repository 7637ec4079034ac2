import Foundation

/// A name as it is compared: after Unicode's normal form KC and trimming, so that full-width letters and stray blanks make no
/// second organization.
public struct NameKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The form that is compared.
  public let string: String
  /// The form that is compared.
  public var description: String { string }

  /// The key of a name.
  public init(_ name: String) {
    var plain = true
    for byte in name.utf8 where byte < 0x20 || byte > 0x7E { plain = false }
    let folded = plain || NameKey.isUnifiedHan(name) ? name : name.precomposedStringWithCompatibilityMapping
    string = folded.trimmingBlanks()
  }

  /// The key of a name.
  public init(_ name: PlainText) { self.init(name.string) }

  /// Compares by scalars.
  public static func < (left: NameKey, right: NameKey) -> Bool { left.string < right.string }

  /// Names of nothing but unified Han characters and ASCII are their own normal form; most are, and the check is cheap.
  private static func isUnifiedHan(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || (0x20...0x7E).contains($0.value) }
  }
}

extension String {
  fileprivate func trimmingBlanks() -> String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    return trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
