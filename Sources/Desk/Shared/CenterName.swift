import Widgets

/// The name of a center in a list of which only a window is at hand, so that no list of all names can tell whether they have room (``CenterNames``).
enum CenterName {
  /// In less than this many columns no name keeps the words that all have: a list in which some do is harder to run the eye over.
  static let narrow = 36

  /// The name for some columns: whole where there is room, else what tells the center apart, else that cut inside.
  static func fitted(_ name: String, to columns: Int, _ measure: TextMeasure) -> String {
    if columns >= narrow, measure.columns(of: name) <= columns { return name }
    return measure.truncatedInside(CenterNames.core(of: name), to: columns)
  }

  /// The name in a cell of a column that has so much room of its own; what tells the center apart is cut only where the table has no room for it.
  static func cell(_ name: String, to columns: Int, _ measure: TextMeasure, _ style: Style = .plain) -> TableCell {
    let isWhole = columns >= narrow && measure.columns(of: name) <= columns
    return TableCell(isWhole ? name : CenterNames.core(of: name), style, isCutInside: true)
  }
}
