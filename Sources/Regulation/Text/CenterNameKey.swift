/// What tells a center's name from another's (article 9.7: unlike any active center's): the name as ``NameKey``, in which neither blanks, nor
/// upper and lower case, nor the kind of brackets make a difference.
///
/// So `沧州市ＬＥＤ（照明）技术创新中心` and `沧州市 led 〔照明〕 技术创新中心` are one name.
public struct CenterNameKey: Sendable, Hashable, CustomStringConvertible {
  /// The form that is compared.
  public let string: String
  /// The form that is compared.
  public var description: String { string }

  /// The key of a name.
  public init(_ name: String) {
    let key = NameKey(name).string
    if key.unicodeScalars.allSatisfy({ CenterNameKey.isPlain($0) }) {
      string = key
      return
    }
    var scalars = String.UnicodeScalarView()
    for scalar in key.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.properties.generalCategory {
      case .openPunctuation, .initialPunctuation: scalars.append("(")
      case .closePunctuation, .finalPunctuation: scalars.append(")")
      default: scalars.append(scalar)
      }
    }
    string = String(scalars)
  }

  /// The key of a name.
  public init(_ name: PlainText) { self.init(name.string) }

  /// Han characters, as nearly all names consist of.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
