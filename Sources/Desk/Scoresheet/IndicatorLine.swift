import DeskRuntime
import Regulation
import Widgets
import Wording

/// What a row of the list of indicators says, selected or not.
enum IndicatorLine: Hashable {
  case blank
  case heading(Heading)
  case indicator(Standing)

  /// One of the five headings.
  struct Heading: Hashable {
    var code: String
    var name: String
    var weight: Int
    /// What is given so far; `nil` where nothing is.
    var sum: Points?

    /// The heading of a group, which are numbered from 1.
    init(_ number: Int, _ state: ScoresheetState, _ look: Look) {
      let group = state.system.groups[number - 1]
      let given = group.indicators.compactMap { state.sheet.points[$0.code] }
      (code, name, weight) = (group.code, look(group.name), group.weight)
      sum = given.isEmpty ? nil : given.reduce(into: .zero) { $0 += $1 }
    }
  }

  /// How an indicator stands.
  struct Standing: Hashable {
    var code: IndicatorCode
    var name: String
    var weight: Int
    var points: Points?
    var mark: ScoresheetState.Mark
    /// Whether it is the first of its group and no heading says so.
    var beginsGroup: Bool
    /// The sign that there is a comment.
    var comment: String?
    /// Whether the comment is only a draft.
    var isDraft: Bool
  }

  init(_ row: ScoresheetLayout.Row, _ state: ScoresheetState, showsHeadings: Bool, _ look: Look) {
    switch row {
    case .blank: self = .blank
    case .heading(let number): self = .heading(Heading(number, state, look))
    case .indicator(let code):
      let indicator = state.system[code]
      let isDraft = state.sheet.drafts[code] != nil
      let hasComment = isDraft || !state.sheet.comments[code].isEmpty
      self = .indicator(
        Standing(
          code: code, name: look(indicator.name), weight: indicator.weight, points: state.sheet.points[code], mark: state.mark(of: code),
          beginsGroup: !showsHeadings && IndicatorCode(index: code.index - 1)?.group != code.group,
          comment: hasComment ? look(isDraft ? Phrase(zh: "稿", en: "dr") : Phrase(zh: "评", en: "co")) : nil, isDraft: isDraft))
    }
  }
}
