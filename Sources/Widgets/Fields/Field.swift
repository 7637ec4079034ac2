/// Something that is filled in, as a form holds it.
public protocol Field: Sendable {
  /// What is written or chosen, as text.
  var text: String { get }

  /// Whether the field uses Up and Down itself before its form does.
  var usesVerticalKeys: Bool { get }

  /// The rows it would like to have at a width.
  func rows(columns: Int, measure: TextMeasure) -> Int

  /// Tells the field how much room it has; called before keys whenever the room changes. What depends on lines as they are shown
  /// (Up, Down, scrolling) needs it.
  mutating func layout(_ size: Size, measure: TextMeasure)

  /// Does what a key means to the field.
  mutating func handle(_ press: KeyPress) -> FieldOutcome

  /// Takes text that was pasted.
  mutating func handle(paste text: String) -> FieldOutcome

  /// Does what a click means, at a place counted from the field's upper left cell.
  mutating func click(at place: Position) -> FieldOutcome

  /// It is taken in hand from the field above or beneath it: where it has places of its own, it begins at the nearer end.
  mutating func entered(fromBeneath: Bool)

  /// Draws the field; where it is in hand, the canvas's cursor is put at the insertion point.
  func draw(on canvas: inout Canvas, in area: Area, isInHand: Bool)
}

extension Field {
  /// Up and Down belong to the form.
  public var usesVerticalKeys: Bool { false }
  /// One row.
  public func rows(columns: Int, measure: TextMeasure) -> Int { 1 }
  /// A field that is drawn the same in every room needs not know it.
  public mutating func layout(_ size: Size, measure: TextMeasure) {}
  /// There is one place only.
  public mutating func entered(fromBeneath: Bool) {}
  /// Nothing is taken.
  public mutating func handle(paste text: String) -> FieldOutcome { .refused }
  /// Nothing is meant.
  public mutating func click(at place: Position) -> FieldOutcome { .ignored }
}
