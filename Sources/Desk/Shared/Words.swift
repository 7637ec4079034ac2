import DeskRuntime
import Regulation
import Widgets
import Wording

extension Blank {
  static func draw(_ words: Phrase, on canvas: inout Canvas, in area: Area, look: Look) { draw(look(words), on: &canvas, in: area) }
}

/// The last day for something, as people feel it.
struct Deadline {
  /// What is left, in words.
  let phrase: Phrase
  /// Its colour.
  let ink: Ink
  /// Whether it is near or past.
  let isNear: Bool

  /// How near is near, in days.
  static let nearDays = 7

  /// - Parameter isOpen: whether anything can still be done before it.
  init(_ day: Day?, today: Day, isOpen: Bool = true) {
    guard let day else {
      (phrase, ink, isNear) = (Phrase(zh: "未定截止日期", en: "no last day set"), .muted, false)
      return
    }
    let left = day.number - today.number
    guard isOpen else {
      (phrase, ink, isNear) = (Phrase(zh: "截止 \(day)", en: "last day \(day)"), .muted, false)
      return
    }
    isNear = left <= Deadline.nearDays
    switch left {
    case ..<0:
      phrase = Phrase(zh: "截止 \(day)，已过 \(-left) 天", en: "last day \(day), \(-left) \(left == -1 ? "day" : "days") ago")
      ink = .bad
    case 0:
      phrase = Phrase(zh: "截止 \(day)，就是今天", en: "last day \(day), which is today")
      ink = .caution
    default:
      phrase = Phrase(zh: "截止 \(day)，还有 \(left) 天", en: "last day \(day), \(left) \(left == 1 ? "day" : "days") left")
      ink = isNear ? .caution : .plain
    }
  }
}

/// Figures as short as they can be.
enum FigureText {
  /// Points without zeros that say nothing: `8.5`, `15`.
  static func short(_ points: Points) -> String {
    var text = points.description
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
