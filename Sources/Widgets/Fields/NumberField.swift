/// A field for a number. What was typed is kept as it was typed; full-width digits and signs mean the same as ASCII ones.
public struct NumberField: Field {
  /// Which signs a number may have beside its digits.
  public struct Signs: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a set of its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A decimal point.
    public static let point = Signs(rawValue: 1)
    /// A sign before it.
    public static let sign = Signs(rawValue: 2)
    /// `%` behind it: a share.
    public static let percent = Signs(rawValue: 4)
    /// Whatever else is typed: it stays where it is seen, and the owner refuses the whole. Were `,` dropped, `1,5` would become 15.
    public static let any = Signs(rawValue: 8)
  }

  /// Which signs are taken.
  public let signs: Signs
  /// What is wrong with the number, in words for people, or `nil`. It is asked with ``reading``.
  public let problem: @Sendable (String) -> String?

  private var field: TextField

  /// Makes a field.
  ///
  /// - Parameters:
  ///   - text: what is written at first.
  ///   - signs: which signs are taken.
  ///   - limit: the most characters.
  ///   - problem: what is wrong with a number in ASCII; the owner shows it.
  public init(
    _ text: String = "", signs: Signs = .point, placeholder: String = "", limit: Int = 20,
    problem: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.field = TextField(text, placeholder: placeholder, limit: limit)
    self.signs = signs
    self.problem = problem
  }

  /// The text and its insertion point.
  public var editor: TextEditor { field.editor }
  /// What is written, as it was typed.
  public var text: String { field.text }

  /// Selects what is written, so that what is typed takes its place.
  public mutating func selectAll() { field.selectAll() }

  /// The number in ASCII, without blanks: `８．５` is `8.5`, `60％` is `60%`.
  public var reading: String { NumberField.reading(of: editor.text) }

  /// What is wrong with what is written; `nil` where nothing is, or nothing is written.
  public var currentProblem: String? { editor.isEmpty ? nil : problem(reading) }

  /// Remembers the room, which clicks need.
  public mutating func layout(_ size: Size, measure: TextMeasure) { field.layout(size, measure: measure) }

  /// Edits the number; signs that no number has here are refused.
  public mutating func handle(_ press: KeyPress) -> FieldOutcome {
    if case .character(let character) = press.key, press.modifiers.isEmpty, !signs.contains(.any), !isTaken(character) {
      return .refused
    }
    return field.handle(press)
  }

  /// Takes a pasted number; other text, and several lines or cells of a table, are refused as a whole.
  public mutating func handle(paste text: String) -> FieldOutcome {
    if NumberField.isSeveral(text) { return .refused }
    let number = TextEditor.lawful(text, isMultiline: false).filter { !$0.isWhitespace }
    guard !number.isEmpty, signs.contains(.any) || number.allSatisfy(isTaken) else { return .refused }
    return field.editor.insert(number)
  }

  /// Whether a text is several lines or cells: joined, their figures would make another one.
  public static func isSeveral(_ text: String) -> Bool {
    text.split { $0.isNewline || $0 == "\t" }.filter { !$0.allSatisfy(\.isWhitespace) }.count > 1
  }

  /// Moves the insertion point before the character that was clicked.
  public mutating func click(at place: Position) -> FieldOutcome { field.click(at: place) }

  /// Draws the number as it was typed.
  public func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool) { field.draw(on: &canvas, in: area, isInHand: isInHand) }

  /// A number in ASCII, without blanks. Characters that no number has are kept.
  public static func reading(of text: String) -> String { String(text.compactMap(ascii)) }

  /// Whether a character belongs to a number with these signs.
  public func isTaken(_ character: Character) -> Bool {
    guard let sign = NumberField.ascii(of: character) else { return false }
    return switch sign {
    case "0"..."9": true
    case ".": signs.contains(.point)
    case "+", "-": signs.contains(.sign)
    case "%": signs.contains(.percent)
    default: false
    }
  }

  private static func ascii(of character: Character) -> Character? {
    switch character {
    case "。", "．", "·": return "."
    case "－", "−", "–", "—": return "-"
    case " ", "\u{3000}": return nil
    default:
      guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return character }
      // The full-width forms stand in the order of ASCII.
      guard (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) else { return character }
      return Character(plain)
    }
  }
}
