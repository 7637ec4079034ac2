import CenterStore
import DeskRuntime
import Regulation
import Synchronization
import Wording

/// Asks for the day on which the standing is looked at: today, the next 1 January, by which what is due will be behind, the end of a year, or
/// one that is typed.
@MainActor
enum DutyDay {
  static func ask(_ sitting: Sitting, _ day: Day, then: @escaping @MainActor (Day) -> Void) {
    let today = sitting.today
    var days: [(day: Day, words: Phrase)] = [(today, Phrase(zh: "今日", en: "today"))]
    if let next = Day(today.year + 1, 1, 1) {
      days.append((next, Phrase(zh: "明年初：到时仍未落实的即逾期", en: "next year: what is not done until then is behind")))
    }
    for year in stride(from: today.year - 1, through: DutyTerm.firstYear, by: -1) {
      if let last = Day(year, 12, 31) { days.append((last, Phrase(zh: "\(year) 年末", en: "end of \(year)"))) }
    }
    let offered = days.map { (Choice(Phrase(same: $0.day.description), detail: $0.words), Meaning.day($0.day)) }
    let another = (Choice(Phrase(zh: "其他日期…", en: "Another day…"), detail: Phrase(zh: "键入年月日", en: "type it")), Meaning.another)
    sitting.runtime.choose(
      Phrase(zh: "看哪一天的情况？", en: "How did it stand on?"), chosen: days.firstIndex { $0.day == day } ?? offered.count,
      offering: { text in
        text.allSatisfy(\.isWhitespace)
          ? offered + [another]
          : typed(text, today: today) + offered.filter { $0.0.matches(text) && $0.0.label.zh != Day(typed: text)?.description }
      },
      then: { meaning in
        switch meaning {
        case .day(let day): then(day)
        case .another: type(sitting, day, then: then)
        case nil: break
        }
      })
  }

  /// What an entry of the list means.
  private enum Meaning {
    case day(Day)
    case another
  }

  /// The entry for what is typed: the day that it is, or how a day is written.
  private static func typed(_ text: String, today: Day) -> [(Choice, Meaning)] {
    guard let day = Day(typed: text) else {
      let how = Phrase(zh: "年月日：2026-03-31、2026/3/31、20260331", en: "a day: 2026-03-31, 2026/3/31, 20260331")
      return [(Choice(Phrase(zh: "键入日期", en: "Type a day"), detail: how, refusal: how), .another)]
    }
    return [
      (Choice(Phrase(same: day.description), detail: Phrase(zh: "键入的日期", en: "as typed"), refusal: problem(day, today: today)), .day(day))
    ]
  }

  /// Lets a day be typed.
  private static func type(_ sitting: Sitting, _ day: Day, then: @escaping @MainActor (Day) -> Void) {
    let (today, box) = (sitting.today, DayBox())
    sitting.runtime.push(
      ActScreen(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "看哪一天的情况？", en: "How did it stand on?"),
          words: Phrase(
            zh: "以那一天为止在案的为准；主任看那一天由谁担任（办法第16条）。",
            en: "What was on file until that day counts; the director is who was that day (article 16)."),
          verb: Phrase(zh: "查看", en: "Show it"), done: Phrase(zh: "已换日期", en: "It shows that day"), isGrave: false),
        [
          ActField(
            id: "day", label: Phrase(zh: "日期", en: "Day"), kind: .day,
            hint: Phrase(zh: "如 2026-03-31、2026年3月31日、20260331", en: "such as 2026-03-31, 2026/3/31, 20260331"), initial: day.description)
        ],
        check: { answers in answers.day("day").flatMap { problem($0, today: today) }.map { ["day": $0] } ?? [:] },
        doing: { _, _, answers in box.day.withLock { $0 = answers.day("day") } },
        then: { if let day = box.day.withLock({ $0 }) { then(day) } }))
  }

  /// Why nothing can be said of a day; `nil` where something can: before the rules nothing was owed, and beyond the next year nothing is known.
  nonisolated static func problem(_ day: Day, today: Day) -> Phrase? {
    if RulesInForce(on: day) == .before {
      let first = RulesInForce.firstDay
      return Phrase(
        zh: "办法自 \(first) 起施行，此前没有这些职责（第32条）", en: "The rules are in force from \(first) on; nothing was owed before (article 32)")
    }
    guard let last = Day(today.year + 1, 12, 31), day > last else { return nil }
    return Phrase(zh: "最晚可看 \(last)：以后的还没有记录", en: "No later than \(last): of what comes after nothing is on file")
  }
}

/// What a form that runs off the screen's thread hands back to it.
private final class DayBox: Sendable {
  let day = Mutex<Day?>(nil)
}
