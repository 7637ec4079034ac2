import Widgets

/// The name of a center in a list of which only a window is at hand, so that no list of all names can tell whether they have room (``CenterNames``).
enum CenterName {
  /// In less than this many columns some name has no room, and then none keeps the words that all have: a list in which some do is harder to run
  /// the eye over. The longest name of a center of this city, with its place in brackets, takes 58.
  static let narrow = 60

  /// The name for some columns: whole where there is room, else what tells the center apart, else that cut.
  static func fitted(_ name: String, to columns: Int, _ measure: TextMeasure) -> String {
    if columns >= narrow, measure.columns(of: name) <= columns { return name }
    return cut(CenterNames.core(of: name), to: columns, measure)
  }

  /// The name in a cell of a column that has so much room of its own; what tells the center apart is cut only where the table has no room for it.
  static func cell(_ name: String, to columns: Int, _ measure: TextMeasure, _ style: Style = .plain) -> TableCell {
    let isWhole = columns >= narrow && measure.columns(of: name) <= columns
    return TableCell(isWhole ? name : CenterNames.core(of: name), style, isCutInside: true)
  }

  /// A name cut so that it still tells two centers apart: at its end where it names a place there, in brackets, and enough of that is left;
  /// else inside, since names that begin alike differ at their ends.
  static func cut(_ name: String, to columns: Int, _ measure: TextMeasure) -> String {
    if measure.columns(of: name) <= columns { return name }
    guard let bracket = name.lastIndex(where: { $0 == "（" || $0 == "(" }), name.hasSuffix("）") || name.hasSuffix(")") else {
      return measure.truncatedInside(name, to: columns)
    }
    let head = measure.truncated(name, to: columns)
    var place = name[name.index(after: bracket)...]
    // All places are in the city, so its name tells nothing.
    if place.hasPrefix(city) { place = place.dropFirst(city.count) }
    let wanted = name[..<place.startIndex] + place.prefix(told)
    return head.hasPrefix(wanted) ? head : measure.truncatedInside(name, to: columns)
  }

  private static let city = "沧州"
  /// How many characters of a place tell it from another.
  private static let told = 2
}
