import Wording

/// A decimal number as people write it, taken apart: ASCII or full-width digits and signs, `,` or `，` between thousands;
/// `.5` is 0.5.
public struct DecimalText: Sendable, Hashable {
  /// Whether a minus stood before it.
  public let isNegative: Bool
  /// The digits before the point; none in `.5`.
  public let whole: [UInt8]
  /// The digits after the point.
  public let fraction: [UInt8]

  /// Reads a number; blanks around it are passed over.
  public init(_ text: String) throws(NumberError) {
    var negative = false
    var digits: [UInt8] = []
    var decimals: [UInt8] = []
    var pointSeen = false
    var sinceComma: Int?
    var started = false
    var blankAfter = false
    for scalar in text.unicodeScalars {
      let value = DecimalText.plain(scalar)
      if value == 0x20 || value == 0x3000 || value == 0xA0 {
        if started { blankAfter = true }
        continue
      }
      if blankAfter { throw .notANumber }
      switch value {
      case 0x30...0x39:
        if pointSeen { decimals.append(UInt8(value - 0x30)) } else { digits.append(UInt8(value - 0x30)) }
        if !pointSeen, let places = sinceComma { sinceComma = places + 1 }
      case 0x2E where !pointSeen:
        if let places = sinceComma, places != 3 { throw .notANumber }
        pointSeen = true
      case 0x2C where !pointSeen && !digits.isEmpty:
        if let places = sinceComma ?? (digits.count <= 3 ? 3 : nil), places == 3 { sinceComma = 0 } else { throw .notANumber }
      case 0x2D where !started, 0x2212 where !started: negative = true
      default: throw .notANumber
      }
      started = true
    }
    if pointSeen ? decimals.isEmpty : digits.isEmpty { throw .notANumber }
    if !pointSeen, let places = sinceComma, places != 3 { throw .notANumber }
    isNegative = negative
    whole = digits
    fraction = decimals
  }

  /// A full-width sign as the ASCII one; `。` is what an input method makes of the point.
  private static func plain(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.value == 0x3002 { return 0x2E }
    return (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
  }

  /// The number as whole hundredths.
  ///
  /// - Throws: ``NumberError/tooPrecise`` where a third decimal is not 0, ``NumberError/tooLarge`` above 10¹³.
  public func hundredths() throws(NumberError) -> Int {
    if fraction.dropFirst(2).contains(where: { $0 != 0 }) { throw .tooPrecise }
    let cents = Array((fraction + [0, 0]).prefix(2))
    return try integer(of: whole + cents)
  }

  /// The number as a whole one.
  ///
  /// - Throws: ``NumberError/notWhole`` where a decimal is not 0.
  public func wholeNumber() throws(NumberError) -> Int {
    if fraction.contains(where: { $0 != 0 }) { throw .notWhole }
    return try integer(of: whole)
  }

  private func integer(of digits: [UInt8]) throws(NumberError) -> Int {
    let significant = digits.drop { $0 == 0 }
    if significant.count > 15 { throw .tooLarge }
    let value = significant.reduce(0) { $0 * 10 + Int($1) }
    return isNegative ? -value : value
  }
}

/// Why a text is not the number that is asked for.
public enum NumberError: Error, Hashable, Sendable {
  /// Not a number at all.
  case notANumber
  /// More than two decimals.
  case tooPrecise
  /// A decimal where a whole number is asked for.
  case notWhole
  /// More digits than any lawful figure has.
  case tooLarge
  /// Below 0.
  case negative
  /// Above what is lawful here.
  case above(Hundredths)
  /// A share above 100%.
  case aboveWhole

  /// What is wrong, and what to do.
  public var phrase: Phrase {
    switch self {
    case .notANumber: Phrase(zh: "不是数字，请写成 8.5 这样的数", en: "is not a number; write it like 8.5")
    case .tooPrecise: Phrase(zh: "小数超过两位，请保留两位", en: "has more than two decimals; keep two")
    case .notWhole: Phrase(zh: "须为整数", en: "must be a whole number")
    case .tooLarge: Phrase(zh: "数字过大", en: "is too large a number")
    case .negative: Phrase(zh: "不能小于 0", en: "must not be below 0")
    case .aboveWhole: Phrase(zh: "不能大于 100%", en: "must not be above 100%")
    case .above(let limit): Phrase(zh: "不能大于 \(limit)", en: "must not be above \(limit)")
    }
  }
}
