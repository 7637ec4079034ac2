import Regulation
import Widgets
import Wording

extension ApplicationHold {
  /// What is waited for, in a word or two; the year of a notice's last day goes without saying.
  var phrase: Phrase {
    switch self {
    case .experts(let missing): Phrase(zh: "待专家 \(missing) 位", en: "\(missing) \(missing == 1 ? "opinion" : "opinions") open")
    case .review: Phrase(zh: "评审进行中", en: "review under way")
    case .notice(let until): Phrase(zh: "公示至 \(until.monthAndDay)", en: "notice to \(until.monthAndDay)")
    case .lateSince(let day): Phrase(zh: "\(day.monthAndDay) 已截止", en: "closed \(day.monthAndDay)")
    }
  }

  /// Its colour.
  var ink: Ink {
    switch self {
    case .experts, .review, .notice: .muted
    case .lateSince: .bad
    }
  }
}

extension Day {
  /// The month and the day of the month, as lists write them that have no room for the year: `12-01`.
  var monthAndDay: String { String(description.suffix(5)) }
}
