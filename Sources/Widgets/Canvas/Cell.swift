/// One cell of a canvas: a base character, up to four marks over it, and a style.
///
/// It is made of what ``CharacterWidth`` lets through, so it cannot hold a control character. Two words, so that rows are compared
/// at the speed of memory.
public struct Cell: Sendable, Hashable {
  /// How much of a character stands in a cell.
  public enum Span: UInt8, Sendable, Hashable {
    /// The whole of a narrow character.
    case single = 0
    /// The left half of a wide character; its right half is the next cell.
    case wide = 1
    /// The right half of the wide character in the cell before.
    case rightHalf = 2
  }

  // Bits of `head`: base 0–20, fourth mark 21–41, span 42–43, ink 44–51, bold 52, underlined 53. `marks`: three marks of 21 bits.
  private var head: UInt64
  private var marks: UInt64

  private static let scalarMask: UInt64 = 0x1F_FFFF
  private static let styleMask: UInt64 = 0x3FF << 44

  private init(scalar: Unicode.Scalar, span: Span, style: Style) {
    head = UInt64(scalar.value) | UInt64(span.rawValue) << 42 | Cell.bits(style)
    marks = 0
  }

  /// A cell of a base that has a width of its own.
  init(base: Unicode.Scalar, isWide: Bool, style: Style) { self.init(scalar: base, span: isWide ? .wide : .single, style: style) }

  /// A blank.
  public static func blank(_ style: Style = .plain) -> Cell { Cell(scalar: " ", span: .single, style: style) }

  /// The right half of a wide character in that style.
  static func rightHalf(_ style: Style) -> Cell { Cell(scalar: " ", span: .rightHalf, style: style) }

  /// The base; a blank in the right half of a wide character.
  public var base: Unicode.Scalar { Unicode.Scalar(UInt32(head & Cell.scalarMask)) ?? " " }

  /// How much of a character stands here.
  public var span: Span { Span(rawValue: UInt8(head >> 42 & 3)) ?? .single }

  /// The columns of the character that begins here: 0 for a right half.
  public var columns: Int {
    switch span {
    case .single: 1
    case .wide: 2
    case .rightHalf: 0
    }
  }

  /// How it is drawn.
  public var style: Style {
    get {
      Style(Ink(rawValue: UInt8(head >> 44 & 0xFF)) ?? .plain, bold: head >> 52 & 1 == 1, underlined: head >> 53 & 1 == 1)
    }
    set { head = head & ~Cell.styleMask | Cell.bits(newValue) }
  }

  /// Whether both are drawn in the same style; cheaper than comparing ``style``.
  public func hasStyle(of other: Cell) -> Bool { (head ^ other.head) & Cell.styleMask == 0 }

  /// The bits in which both differ: none, if and only if they are equal.
  func difference(from other: Cell) -> UInt64 { (head ^ other.head) | (marks ^ other.marks) }

  /// The number of marks over the base, 0 to 4.
  public var markCount: Int {
    if marks == 0 { return 0 }
    if head >> 21 & Cell.scalarMask != 0 { return 4 }
    return marks >> 42 != 0 ? 3 : marks >> 21 != 0 ? 2 : 1
  }

  /// A mark over the base, counted from 0; `nil` where there is none.
  public func mark(_ index: Int) -> Unicode.Scalar? {
    let value: UInt64
    switch index {
    case 0...2: value = marks >> UInt64(21 * index) & Cell.scalarMask
    case 3: value = head >> 21 & Cell.scalarMask
    default: return nil
    }
    return value == 0 ? nil : Unicode.Scalar(UInt32(value))
  }

  /// Puts one more mark over the base; a fifth is left out, as terminals do.
  mutating func join(_ mark: Unicode.Scalar) {
    let count = markCount
    if count < 3 {
      marks |= UInt64(mark.value) << UInt64(21 * count)
    } else if count == 3 {
      head |= UInt64(mark.value) << 21
    }
  }

  /// What is drawn: the base with its marks, nothing for a right half.
  public var text: String {
    if span == .rightHalf { return "" }
    var text = String(Character(base))
    for index in 0..<markCount {
      if let mark = mark(index) { text.unicodeScalars.append(mark) }
    }
    return text
  }

  private static func bits(_ style: Style) -> UInt64 {
    UInt64(style.ink.rawValue) << 44 | (style.isBold ? 1 << 52 : 0) | (style.isUnderlined ? 1 << 53 : 0)
  }
}
