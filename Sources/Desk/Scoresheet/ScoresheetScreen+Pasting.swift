import DeskRuntime
import Regulation
import Widgets
import Wording

/// Pasting points: one figure into the field, a column that was copied from a spreadsheet downwards from the selected indicator.
extension ScoresheetScreen {
  /// Takes what was pasted. A line break or a tab ends a figure; a blank line passes its indicator over, so that a column that was copied
  /// whole stands where it stood.
  func paste(_ text: String) -> Bool {
    var figures = Self.single(text).split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\t" }.map(Self.trimmed)
    let endsLine = figures.count > 1
    while figures.last?.isEmpty == true { figures.removeLast() }
    guard let first = figures.first(where: { !$0.isEmpty }) else { return state.entry != nil }
    guard state.entry != nil || Self.beginsFigure(String(first)) else {
      sitting.runtime.notice(PointsInHand.noFigure(String(first)), .caution)
      return true
    }
    for (index, figure) in figures.enumerated() {
      let isLast = index == figures.count - 1
      if !figure.isEmpty {
        guard take(String(figure), rest: figures.count - index - 1, isKept: isLast && !endsLine) else { return true }
      }
      if isLast { break }
      guard state.selected.index < IndicatorCode.count - 1 else {
        let rest = figures.count - index - 1
        sitting.runtime.notice(
          Phrase(zh: "已到最后一项，粘贴的其余 \(rest) 行未填入", en: "The last indicator is reached: \(rest.counted("line")) of the paste left over"),
          .caution)
        return true
      }
      state.move(by: 1)
    }
    if endsLine { goToOpen(1) }
    return true
  }

  /// The text with one break between its lines. A terminal may hand CR LF on as two breaks; where all of them are doubled, half of them mean nothing,
  /// and taken as blank lines they would put every figure at another indicator.
  private static func single(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let between = stride(from: 1, to: lines.count, by: 2).map { lines[$0] }
    guard lines.count >= 3, between.allSatisfy(\.isEmpty) else { return text }
    let kept = stride(from: 0, to: lines.count, by: 2).map { lines[$0] }
    return kept.count(where: { !$0.isEmpty }) >= 2 ? kept.joined(separator: "\n") : text
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line.drop(while: \.isWhitespace)
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }

  /// Puts one figure of a paste into the field in place of what is typed there, and takes it unless it is kept in hand.
  ///
  /// - Parameter rest: how many lines of the paste come after it.
  /// - Returns: whether the paste may go on.
  private func take(_ figure: String, rest: Int, isKept: Bool) -> Bool {
    let isShare = state.entry?.isShare ?? false
    state.entry = nil
    beginEntry(text: "", isShare: isShare)
    guard state.entry != nil else { return false }
    _ = state.entry?.handle(paste: figure)
    if isKept { return true }
    if state.entry?.fault == nil, commitEntry() { return true }
    if rest > 0, let fault = state.entry?.fault {
      state.entry?.refuse(
        fault + Phrase(zh: "；其余 \(rest) 行未填入", en: "; \(rest.counted("more line")) not entered"))
    }
    return false
  }
}
