/// Measures text in columns of a terminal.
///
/// Each code point that has a width begins a cell, and up to four marks join it; so what `Character` holds together (families of
/// emoji, flags) may take several cells, as it does in most terminals.
public struct TextMeasure: Sendable, Hashable {
  /// Whether this terminal draws ambiguous characters (quotation marks, `…`, `—`, `①`) two columns wide.
  public var ambiguousIsWide: Bool

  /// Makes a measure.
  public init(ambiguousIsWide: Bool = false) { self.ambiguousIsWide = ambiguousIsWide }

  /// What stands for the end of a text that was cut; its own width is never in doubt.
  public var ellipsis: String { ambiguousIsWide ? ".." : "…" }

  /// The columns of what is drawn for a code point, 0 to 2.
  public func columns(of scalar: Unicode.Scalar) -> Int {
    CharacterWidth.kind(of: scalar).columns(ambiguousIsWide: ambiguousIsWide)
  }

  /// The columns of a text.
  public func columns(of text: some StringProtocol) -> Int {
    var sum = 0
    for scalar in text.unicodeScalars { sum += columns(of: scalar) }
    return sum
  }

  /// The columns of one character as people count them.
  public func columns(of character: Character) -> Int {
    var sum = 0
    for scalar in character.unicodeScalars { sum += columns(of: scalar) }
    return sum
  }

  /// The cells of a text, from left to right, in an ordinary style.
  ///
  /// A wide character is one cell here; its right half is made by the canvas. Marks without a base before them are left out. Where
  /// ambiguous characters are wide, two ASCII characters stand for each, because ncurses takes it for a narrow one.
  public func cells(of text: some StringProtocol) -> [Cell] {
    var cells: [Cell] = []
    forEachCell(of: text) {
      cells.append($0)
      return true
    }
    return cells
  }

  /// Hands the cells of a text to a closure, from left to right, until it answers no.
  func forEachCell(of text: some StringProtocol, style: Style = .plain, _ body: (Cell) -> Bool) {
    var pending: Cell?
    for scalar in text.unicodeScalars {
      let kind = CharacterWidth.kind(of: scalar)
      switch kind {
      case .dropped: continue
      case .mark: pending?.join(scalar)
      case .ambiguous where ambiguousIsWide:
        if let cell = pending, !body(cell) { return }
        if let pair = StandIn.pair(for: scalar) {
          if !body(Cell(base: pair.first, isWide: false, style: style)) { return }
          pending = Cell(base: pair.second, isWide: false, style: style)
        } else {
          pending = Cell(base: "？", isWide: true, style: style)
        }
      case .unprintable, .single, .double, .ambiguous:
        if let cell = pending, !body(cell) { return }
        pending = Cell(
          base: kind == .unprintable ? "?" : scalar, isWide: kind == .double, style: style)
      }
    }
    if let cell = pending { _ = body(cell) }
  }
}
