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
    // Printable ASCII and Han characters are their own normal form; most names are, and the check is cheap.
    if PlainText.isCommon(name) {
      string = name
    } else if PlainText.isCommon(name, withFullWidth: true) {
      string = name.narrowed()
    } else {
      string = name.precomposedStringWithCompatibilityMapping.trimmingBlanks()
    }
  }

  /// The key of a name.
  public init(_ name: PlainText) { self.init(name.string) }

  /// Compares by scalars.
  public static func < (left: NameKey, right: NameKey) -> Bool { left.string < right.string }
}

extension String {
  /// Full-width ASCII as ASCII, which is its normal form; brackets in names of places are written so.
  fileprivate func narrowed() -> String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.lazy.map { (0xFF01...0xFF5E).contains($0.value) ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0 }))
  }

  fileprivate func trimmingBlanks() -> String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    return trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
