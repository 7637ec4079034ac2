import Foundation

/// A name as it is compared: after Unicode's normal form KC and trimming, and without what is not seen, so that full-width letters, stray blanks and
/// zero-width characters, which come along when a name is copied from a page or a document, make no second organization.
///
/// Unicode itself drops characters that are ignored by default where names are compared (NFKC_Casefold). They are not refused at the door: a
/// variation selector tells how a rare character of somebody's name is written, and whoever pastes a name does not see what else came with it.
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
      string = name.precomposedStringWithCompatibilityMapping.droppingUnseen().trimmingBlanks()
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

  /// Without characters that are ignored by default; a name of nothing else stays as it is.
  fileprivate func droppingUnseen() -> String {
    guard unicodeScalars.contains(where: \.properties.isDefaultIgnorableCodePoint) else { return self }
    let seen = String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
    // What stood between two parts of one character is gone.
    return seen.isEmpty ? self : seen.precomposedStringWithCompatibilityMapping
  }

  fileprivate func trimmingBlanks() -> String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last, first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    return trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
