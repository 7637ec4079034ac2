import Regulation
import Widgets

/// The names of centers in a column of a list.
///
/// By article 9.7 all of them begin with 沧州市 and end with 技术创新中心. Where one of a list has no room, all are shown without these words,
/// so that the room goes to what tells them apart; one that is too long even then is cut (``CenterName/cut(_:to:_:)``).
struct CenterNames {
  private let isShortened: Bool
  private let measure: TextMeasure
  private let columns: Int

  /// - Parameters:
  ///   - names: all names of the list.
  ///   - columns: how wide the column is.
  init(_ names: some Sequence<String>, columns: Int, measure: TextMeasure) {
    self.columns = columns
    self.measure = measure
    isShortened = names.contains { measure.columns(of: $0) > columns }
  }

  /// A name as it stands in the column.
  func callAsFunction(_ name: String) -> String {
    CenterName.cut(isShortened ? CenterNames.core(of: name) : name, to: columns, measure)
  }

  /// What tells a center apart: its name without 沧州市 before and 技术创新中心 behind; a name of another form is kept.
  static func core(of name: String) -> String {
    let (prefix, suffix) = ("沧州市", "技术创新中心")
    guard name.hasPrefix(prefix) else { return name }
    let rest = name.dropFirst(prefix.count)
    guard rest.hasSuffix(suffix), rest.count > suffix.count else { return String(rest.isEmpty ? name[...] : rest) }
    return String(rest.dropLast(suffix.count))
  }
}
