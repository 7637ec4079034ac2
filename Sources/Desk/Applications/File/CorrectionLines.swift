import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What stands at the top of an application that came in again: why it was given back, and what was changed since (articles 10 and 11).
extension ApplicationLines {
  /// How many changes are told before the rest is only counted.
  private static let shownChanges = 12

  func correction(_ columns: Int) -> [StyledLine] {
    guard let given = file.givenBack else { return [] }
    let reason = given.event.step.reason?.string ?? ""
    var lines = entry(
      Phrase(zh: "上次退回", en: "Given back"), "\(given.event.on)\n\(reason)", columns, .caution)
    guard let form = given.form else { return lines }
    let changes =
      FormChanges(from: form, to: file.form).lines(names: names)
      + given.documents.map { StepRecord.words(of: $0.deed, $0.title) }
    var told = changes.prefix(ApplicationLines.shownChanges).map { look($0) }
    let more = changes.count - told.count
    if more > 0 { told.append(look(Phrase(zh: "另有 \(more) 处，见申报书", en: "\(more) more, see the form"))) }
    lines +=
      told.isEmpty
      ? entry(Phrase(zh: "此后改动", en: "Changed since"), look(Phrase(zh: "没有改动", en: "nothing")), columns, .bad)
      : entry(Phrase(zh: "此后改动", en: "Changed since"), told.joined(separator: "\n"), columns, .accent)
    return lines
  }
}
