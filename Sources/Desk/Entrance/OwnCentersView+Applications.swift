import CenterStore
import Regulation
import Widgets
import Wording

extension OwnCentersView {
  /// A part of a line that is drawn whole or not at all.
  typealias Part = (words: Phrase, style: Style)

  /// What the line on the applications says in so many columns: what waits for somebody stands whole; where there is no room, how many days are
  /// left drops out first, then where other applications stand, then until when one can apply.
  func applicationsLine(columns: Int, _ measure: TextMeasure) -> [Part] {
    guard let place = state.destinations.firstIndex(where: \.isApplications) else { return [] }
    let destination = state.destinations[place]
    let waiting: [Part] = [
      (Phrase(same: "\(place + 1) "), Style(.accent, bold: true)), (destination.name + Phrase(zh: "：", en: ": "), Style.plain),
      (destination.purpose(isStaff: false), Style(destination.waiting > 0 ? .caution : .muted)),
    ]
    let (long, short) = (deadline(isLong: true), deadline(isLong: false))
    var elsewhere: [Part] = []
    if role == .host, case .applications(let queue, _, _) = destination { elsewhere = [(QueueWords.elsewhere(queue), Style(.muted))] }
    let lines = [waiting + long + elsewhere, waiting + short + elsewhere, waiting + long, waiting + short]
    func fits(_ line: [Part]) -> Bool { line.reduce(0) { $0 + measure.columns(of: look($1.words)) } <= columns }
    return lines.first(where: fits) ?? waiting
  }

  /// Until when one can apply or recommend, while that day is to come. What waits for a department has a last day of its own: none where it was
  /// admitted late (article 10).
  private func deadline(isLong: Bool) -> [Part] {
    let which: CallDeadline = role == .department ? .department : .host
    guard let call = state.call, call.lastDays[which] >= state.today else { return [] }
    var day = call.lastDays[which]
    if role == .department, case .applications(let queue, _, _)? = state.destinations.first(where: \.isApplications), queue.waiting > 0 {
      guard let due = queue.due else { return [] }
      day = due
    }
    let deadline = Deadline(day, today: state.today)
    let what = role == .department ? Phrase(zh: "推荐", en: "recommend") : Phrase(zh: "申报", en: "apply")
    let zh = isLong ? "  \(call.year) 年度\(what.zh)：\(deadline.phrase.zh)" : "  \(what.zh)截止 \(day)"
    return [(Phrase(zh: zh, en: "  \(what.en) by \(day)"), Style(deadline.ink))]
  }
}
