import Wording

/// What is written for a data item.
public enum FactValue: Sendable, Hashable, Codable, CustomStringConvertible {
  /// A whole number, 0 or more.
  case count(Int)
  /// Money (万元), an area (m²) or a percentage.
  case figure(Hundredths)
  /// Words, one entry a line.
  case text(PlainText)
  /// One of the choices, as the form writes it.
  case choice(String)

  /// No lawful figure is as large: ten thousand million of its unit. It keeps every sum that a check makes exact.
  static let limit = 10_000_000_000

  /// Reads what somebody wrote for a data item.
  ///
  /// - Returns: `nil` for a blank text: empty is not 0.
  /// - Throws: ``FactError`` for what the item cannot hold.
  public static func parse(_ raw: String, for fact: Fact) throws(FactError) -> FactValue? {
    if case .derived = fact.kind { throw .derived }
    if raw.isBlank { return nil }
    switch fact.kind {
    case .count:
      let number = try read(raw) { text throws(NumberError) in try text.wholeNumber() }
      return .count(try within(number, FactValue.limit))
    case .money, .area: return .figure(Hundredths(try within(hundredths(raw), FactValue.limit * 100)))
    case .percent:
      let value = try within(hundredths(raw), FactValue.limit * 100)
      if value > 10_000 { throw .number(.above(Hundredths(whole: 100))) }
      return .figure(Hundredths(value))
    case .text:
      do { return .text(try PlainText(raw, .paragraphs)) } catch { throw .text(error) }
    case .choice(let choices):
      let wanted = NameKey(raw)
      guard let choice = choices.first(where: { NameKey($0) == wanted }) else { throw .notAChoice(choices) }
      return .choice(choice)
    case .derived: throw .derived
    }
  }

  /// Whether a data item can hold the value.
  public func fits(_ fact: Fact) -> Bool {
    switch (self, fact.kind) {
    case (.count(let number), .count): (0..<FactValue.limit).contains(number)
    case (.figure(let figure), .money), (.figure(let figure), .area): (0..<FactValue.limit * 100).contains(figure.hundredths)
    case (.figure(let figure), .percent): (0...10_000).contains(figure.hundredths)
    case (.text(let text), .text): !text.isEmpty
    case (.choice(let choice), .choice(let choices)): choices.contains(choice)
    default: false
    }
  }

  /// The value as a figure; `nil` for words and choices.
  public var figure: Hundredths? {
    switch self {
    case .count(let number): Hundredths(whole: number)
    case .figure(let figure): figure
    case .text, .choice: nil
    }
  }

  /// As it is written into files: counts whole, other figures with two decimals.
  public var description: String {
    switch self {
    case .count(let number): String(number)
    case .figure(let figure): figure.description
    case .text(let text): text.string
    case .choice(let choice): choice
    }
  }

  private static func hundredths(_ raw: String) throws(FactError) -> Int {
    try read(raw) { text throws(NumberError) in try text.hundredths() }
  }

  private static func read(_ raw: String, _ take: (DecimalText) throws(NumberError) -> Int) throws(FactError) -> Int {
    do { return try take(DecimalText(raw)) } catch { throw .number(error) }
  }

  private static func within(_ number: Int, _ limit: Int) throws(FactError) -> Int {
    if number < 0 { throw .number(.negative) }
    if number >= limit { throw .number(.tooLarge) }
    return number
  }
}

/// Why a text is not what a data item holds.
public enum FactError: Error, Sendable, Hashable {
  /// Not the number that is asked for.
  case number(NumberError)
  /// Holds a character that could harm a reader, or is too long.
  case text(PlainTextError)
  /// None of the choices, which are listed.
  case notAChoice([String])
  /// The item is computed and never entered.
  case derived

  /// What is wrong, and what to do.
  public var phrase: Phrase {
    switch self {
    case .number(let error): error.phrase
    case .text(let error): error.phrase
    case .notAChoice(let choices):
      Phrase(zh: "须为“\(choices.joined(separator: "”“"))”之一", en: "must be one of \(choices.joined(separator: ", "))")
    case .derived: Phrase(zh: "由系统计算，不能填写", en: "is computed and cannot be entered")
    }
  }
}

extension Fact {
  /// A figure of this item as it is shown: counts and sums of counts whole, other figures with two decimals.
  public func written(_ figure: Hundredths) -> String {
    switch kind {
    case .money, .area, .percent: figure.description
    case .derived where unit == "%" || unit == "万元": figure.description
    default: figure.hundredths % 100 == 0 ? String(figure.hundredths / 100) : figure.description
    }
  }
}
