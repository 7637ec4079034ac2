import Wording

/// A decimal figure of an application, held exactly: money (万元) and shares (%). Never floating point, never rounded, so that 999.995 is
/// less than 1000 and stays so.
public struct ExactDecimal: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  /// How many decimals a figure may have.
  public static let places = 18
  /// How many digits may stand before the point.
  public static let wholeDigits = 15
  private static let unit: Int128 = 1_000_000_000_000_000_000

  /// The figure in units of 10⁻¹⁸, which 33 digits in all fill at most.
  private let units: Int128

  /// A whole figure.
  public init(integerLiteral value: Int) { units = Int128(value) * ExactDecimal.unit }

  /// A figure with two decimals.
  public init(_ figure: Hundredths) { units = Int128(figure.hundredths) * (ExactDecimal.unit / 100) }

  private init(units: Int128) { self.units = units }

  /// Reads a number as JSON and people write it: digits, a point, an exponent (`1e3`); ASCII only.
  ///
  /// - Throws: ``NumberError/notANumber``; ``NumberError/tooLarge`` and ``NumberError/tooPrecise`` for more digits than are kept.
  public init(parsing text: String) throws(NumberError) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == 0x2D
    if isNegative { rest = rest.dropFirst() }
    var digits: [UInt8] = []
    func takeDigits() -> Int {
      let taken = rest.prefix { (0x30...0x39).contains($0) }
      digits += taken.map { $0 - 0x30 }
      rest = rest.dropFirst(taken.count)
      return taken.count
    }
    guard takeDigits() > 0 else { throw .notANumber }
    var decimals = 0
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      decimals = takeDigits()
      if decimals == 0 { throw .notANumber }
    }
    var exponent = 0
    if let sign = rest.first, sign | 0x20 == 0x65 {
      let written = String(decoding: rest.dropFirst(), as: UTF8.self)
      guard let value = Int(written) ?? ExactDecimal.farExponent(written) else { throw .notANumber }
      exponent = value
      rest = []
    }
    guard rest.isEmpty else { throw .notANumber }
    units = try ExactDecimal.units(digits, decimals: decimals, exponent: exponent, isNegative: isNegative)
  }

  /// An exponent that no integer holds, if it is one at all: as good as endlessly far.
  private static func farExponent(_ text: String) -> Int? {
    let unsigned = text.drop { $0 == "-" || $0 == "+" }
    guard !unsigned.isEmpty, text.count - unsigned.count <= 1, unsigned.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return text.hasPrefix("-") ? -1_000_000 : 1_000_000
  }

  private static func units(
    _ digits: [UInt8], decimals: Int, exponent: Int, isNegative: Bool
  ) throws(NumberError) -> Int128 {
    let leading = digits.prefix { $0 == 0 }.count
    var significant = Array(digits.dropFirst(leading))
    if significant.isEmpty { return 0 }
    // The power of ten of the last digit. Exponents beyond a million are cut, which changes no outcome and keeps the sum in range.
    var power = min(max(exponent, -1_000_000), 1_000_000) - decimals
    while significant.last == 0 {
      significant.removeLast()
      power += 1
    }
    if significant.count + power > wholeDigits { throw .tooLarge }
    if power < -places { throw .tooPrecise }
    var value: Int128 = 0
    for digit in significant { value = value * 10 + Int128(digit) }
    for _ in 0..<(power + places) { value *= 10 }
    return isNegative ? -value : value
  }

  /// Whether it is below 0.
  public var isNegative: Bool { units < 0 }

  /// The figure as a whole number; `nil` where it has decimals or does not fit.
  public var wholeNumber: Int? { units % ExactDecimal.unit == 0 ? Int(exactly: units / ExactDecimal.unit) : nil }

  /// In digits, without needless zeros: `1000`, `59.999`.
  public var description: String {
    let magnitude = units.magnitude
    let unit = ExactDecimal.unit.magnitude
    let decimals = magnitude % unit
    var text = (units < 0 ? "-" : "") + String(magnitude / unit)
    if decimals > 0 {
      var fraction = String(String(decimals + unit).dropFirst())
      while fraction.hasSuffix("0") { fraction.removeLast() }
      text += "." + fraction
    }
    return text
  }

  /// Compares exactly.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool { left.units < right.units }
}

extension ExactDecimal: Codable {
  /// Reads the figure from a coded string.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    do { try self.init(parsing: text) } catch {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: error.phrase.en))
    }
  }

  /// Writes the figure as a string of digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
