/// How many columns a terminal gives a character.
public enum CharacterWidth {
  /// What a code point is to a terminal.
  public enum Kind: UInt8, Sendable, Hashable {
    /// It has no column of its own and is drawn over the character before it.
    case mark = 0
    /// It takes one column.
    case single = 1
    /// It takes two columns.
    case double = 2
    /// It must not reach a terminal, or has no picture: `?` stands for it.
    case unprintable = 3
    /// It changes how others look, in ways on which terminals disagree: nothing is drawn for it.
    case dropped = 4
    /// One column in most terminals, two in some that were made for Chinese.
    case ambiguous = 5
  }

  /// What a code point is to a terminal.
  public static func kind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    // Nearly all that is ever drawn.
    if value < 0x7F { return value >= 0x20 ? .single : .unprintable }
    if value >= 0x4E00 && value <= 0x9FFF { return .double }
    let runs = WidthTable.runs
    // The last run that begins at or before the code point.
    let sought = value << 3 | 7
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle] <= sought { low = middle } else { high = middle }
    }
    return Kind(rawValue: UInt8(runs[low] & 7)) ?? .unprintable
  }

  /// The columns of what is drawn for a code point, 0 to 2, where ambiguous characters are narrow.
  public static func of(_ scalar: Unicode.Scalar) -> Int { kind(of: scalar).columns(ambiguousIsWide: false) }

  /// Whether terminals disagree on its width: one column in most, two in some.
  public static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool { kind(of: scalar) == .ambiguous }
}

extension CharacterWidth.Kind {
  /// The columns of what is drawn for it, 0 to 2.
  public func columns(ambiguousIsWide: Bool) -> Int {
    switch self {
    case .mark, .dropped: 0
    case .single, .unprintable: 1
    case .double: 2
    case .ambiguous: ambiguousIsWide ? 2 : 1
    }
  }
}
