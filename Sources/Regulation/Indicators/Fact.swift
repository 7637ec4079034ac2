import Wording

/// The code of a data item (数据项): its indicator and a letter, `3.3.f`.
public struct FactCode: Sendable, Hashable, Comparable, CodedAsText {
  /// The indicator that the item stands behind.
  public let indicator: IndicatorCode
  /// Its letter, counted from `a` = 0 to `z` = 25.
  let letter: UInt8

  /// Reads `3.3.f`; `nil` for what cannot be the code of a data item.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[3] == UInt8(ascii: "."), (0x61...0x7A).contains(bytes[4]),
      let indicator = IndicatorCode(String(text.prefix(3)))
    else { return nil }
    self.init(indicator, letter: bytes[4] - 0x61)
  }

  init(_ indicator: IndicatorCode, letter: UInt8) {
    self.indicator = indicator
    self.letter = letter
  }

  /// As it is written: `3.3.f`.
  public var description: String { "\(indicator).\(Character(Unicode.Scalar(0x61 + letter)))" }

  /// Compares by indicator, then by letter.
  public static func < (left: FactCode, right: FactCode) -> Bool {
    (left.indicator.index, left.letter) < (right.indicator.index, right.letter)
  }
}

/// What a data item is made of.
public enum FactKind: Sendable, Hashable {
  /// A whole number, 0 or more.
  case count
  /// 万元 (10,000 yuan), 0 or more, at most two decimals.
  case money
  /// Square meters, 0 or more, at most two decimals.
  case area
  /// 0 … 100, at most two decimals.
  case percent
  /// Words, one entry a line.
  case text
  /// One of those listed, as the form lists them.
  case choice([String])
  /// Computed from other items; shown and exported, never entered or imported.
  case derived

  /// The word that files carry: `count`, `choice`.
  public var word: String {
    switch self {
    case .count: "count"
    case .money: "money"
    case .area: "area"
    case .percent: "percent"
    case .text: "text"
    case .choice: "choice"
    case .derived: "derived"
    }
  }
}

/// How a data item runs over time.
public enum FactPeriod: String, Sendable, Hashable, CaseIterable {
  /// What happened in a year; asked for each of the years before the round.
  case flow
  /// How it stood on 31 December; asked for each of the years before the round.
  case stock
  /// One value for the round.
  case once

  /// Whether there is one value a year.
  public var isYearly: Bool { self != .once }
}

/// A data item (数据项) of the evaluation form (评估情况表).
public struct Fact: Sendable, Hashable {
  /// Its code.
  public let code: FactCode
  /// What it is called on the form.
  public let label: Phrase
  /// The unit that its figures are in (`人`, `万元`); empty for words and choices.
  public let unit: String
  /// What it is made of.
  public let kind: FactKind
  /// How it runs over time.
  public let per: FactPeriod

  /// Whether it is a figure: entered or derived.
  public var isFigure: Bool {
    switch kind {
    case .count, .money, .area, .percent, .derived: true
    case .text, .choice: false
    }
  }
}
