import Regulation
import Widgets
import Wording

/// One thing that an act asks for: a text, a day, a figure, one of several answers.
struct ActField: Sendable {
  /// What may be written.
  enum Kind: Sendable {
    /// A text of one line, of at most so many characters.
    case line(limit: Int)
    /// A text of several lines.
    case lines
    /// A day of the calendar.
    case day
    /// A whole number within a range.
    case whole(ClosedRange<Int>)
    /// A figure that is not below 0, with decimals as they are written.
    case figure
    /// A part of a whole: a percentage, or what is counted over all that there is.
    case share
    /// The members of a committee, one a line.
    case members
    /// One of several answers.
    case choice([Phrase])
    /// Any number of several things.
    case ticks([Phrase])
  }

  /// Its name among the fields of the act.
  let id: String
  /// What it is called.
  let label: Phrase
  /// What may be written.
  let kind: Kind
  /// What helps to fill it in.
  var hint = Phrase(same: "")
  /// Whether the act can do without it.
  var isOptional = false
  /// Whether letters choose an answer, as digits do everywhere.
  var takesCharacters = true
  /// What stands there at first; of a choice or of ticks the places, from 0, parted by blanks.
  var initial = ""
  /// The unit of a figure, behind its field.
  var unit = Phrase(same: "")
  /// What stands in an empty day, in grey.
  var placeholder = Phrase(same: "")
  /// Whether it is only shown, and never in hand.
  var isFixed = false
  /// What is often written in a line, for who would rather choose; its Chinese is what is written.
  var suggestions: [Phrase] = []
  /// What stands behind each suggestion in the list, by which it is found as well; none where the suggestions say enough.
  var details: [Phrase] = []
  /// The field that a chosen suggestion fills as well while it is empty: with the name of a file, without its kind.
  var alsoFills: String?

  /// What stands there at first, in words.
  var words: Phrase {
    let places = initial.split(separator: " ").compactMap { Int($0) }
    return switch kind {
    case .choice(let things), .ticks(let things): .list(places.filter(things.indices.contains).map { things[$0] })
    default: Phrase(same: initial)
    }
  }

  /// The unit of a text that stands in it; empty where there is no figure, and for a share that is counted: 5/8.
  func unit(of text: String, _ language: Language) -> String {
    text.isEmpty || text.contains { "/／".contains($0) } ? "" : unit[language]
  }

  /// Whether it is a list to tick.
  var isList: Bool { if case .ticks = kind { true } else { false } }

  /// The widget, with its words in a language.
  func widget(_ language: Language) -> any Field {
    switch kind {
    case .line(let limit): TextField(initial, limit: limit)
    case .lines: TextArea(initial, rows: 2...6)
    case .members: TextArea(initial, rows: 2...12)
    case .day: day(proposed(TextField(initial, limit: 20)), language)
    // What is typed stands as it was typed: were signs dropped, 2.5 would become 25.
    case .whole: number(signs: [.point, .sign, .any])
    case .figure, .share: number(signs: [.point, .percent, .any])
    case .choice(let answers): ChoiceField(answers.map { $0[language] }, selected: Int(initial), takesCharacters: takesCharacters)
    case .ticks(let things): CheckField(things.map { $0[language] }, ticked: Set(initial.split(separator: " ").compactMap { Int($0) }))
    }
  }

  /// The widget in another language, as it stood in the first.
  func translated(_ field: any Field, _ language: Language) -> any Field {
    switch (kind, field) {
    case (.choice(let answers), var field as ChoiceField):
      field.say(answers.map { $0[language] })
      return field
    case (.ticks(let things), var field as CheckField):
      field.say(things.map { $0[language] })
      return field
    case (.day, let field as TextField): return day(field, language)
    default: return field
    }
  }

  private func number(signs: NumberField.Signs) -> NumberField {
    var field = NumberField(initial, signs: signs, limit: 20)
    field.selectAll()
    return field
  }

  /// A figure or a day that stands there is a proposal: what is typed takes its place.
  private func proposed(_ field: TextField) -> TextField {
    var field = field
    field.selectAll()
    return field
  }

  private func day(_ field: TextField, _ language: Language) -> TextField {
    var field = field
    field.placeholder = placeholder[language]
    return field
  }

  /// What stands in the widget, as this kind means it.
  ///
  /// - Throws: what is wrong with it, in words for people.
  func answer(_ field: any Field) throws(ActProblem) -> ActAnswer? {
    switch kind {
    case .choice: return try needed((field as? ChoiceField)?.selected.map { .place($0) })
    case .ticks: return .places((field as? CheckField)?.ticked ?? [])
    case .line, .lines: return try text(field.text)
    case .day: return try day(field.text)
    case .whole(let range): return try whole(field.text, range)
    case .figure: return try figure(field.text)
    case .share: return try share(field.text)
    case .members: return try members(field.text)
    }
  }

  private func share(_ text: String) throws(ActProblem) -> ActAnswer? {
    let plain = NumberField.reading(of: text.filter { !$0.isWhitespace && $0 != "%" && $0 != "％" })
    if plain.isEmpty { return try needed(nil) }
    let parts = plain.split(whereSeparator: { $0 == "/" || $0 == "／" })
    if parts.count == 2, let host = Int(parts[0]), let total = Int(parts[1]), total > 0, (0...total).contains(host) {
      return .share(.counted(host: host, total: total))
    }
    if let percent = try? ExactDecimal(parsing: plain), !percent.isNegative, percent <= 100 { return .share(.percent(percent)) }
    throw ActProblem(Phrase(zh: "请写 0 至 100 的百分数，或计数如 5/8", en: "Write a percentage from 0 to 100, or counts such as 5/8"))
  }

  private func members(_ text: String) throws(ActProblem) -> ActAnswer? {
    if text.allSatisfy(\.isWhitespace) { return try needed(nil) }
    return .members(try CommitteeText.members(text))
  }

  private func figure(_ text: String) throws(ActProblem) -> ActAnswer? {
    if text.allSatisfy(\.isWhitespace) { return try needed(nil) }
    do throws(NumberError) {
      let figure = try ExactDecimal(parsing: NumberField.reading(of: text.filter { !$0.isWhitespace }))
      if !figure.isNegative { return .figure(figure) }
    } catch { throw ActProblem(ActField.quoted(text) + error.phrase) }
    throw ActProblem(ActField.quoted(text) + NumberError.negative.phrase)
  }

  private func text(_ text: String) throws(ActProblem) -> ActAnswer? {
    if text.allSatisfy(\.isWhitespace) { return try needed(nil) }
    let hasLines = if case .lines = kind { true } else { false }
    do throws(PlainTextError) {
      return .text(try PlainText(text, hasLines ? .paragraphs : .line))
    } catch { throw ActProblem(error.phrase) }
  }

  private func day(_ text: String) throws(ActProblem) -> ActAnswer? {
    if text.allSatisfy(\.isWhitespace) { return try needed(nil) }
    guard let day = Day(typed: text) else {
      throw ActProblem(Phrase(zh: "不是日期，请写成 2026-06-30", en: "Not a day; write it like 2026-06-30"))
    }
    return .day(day)
  }

  private func whole(_ text: String, _ range: ClosedRange<Int>) throws(ActProblem) -> ActAnswer? {
    if text.allSatisfy(\.isWhitespace) { return try needed(nil) }
    let fault: Phrase
    do throws(NumberError) {
      let number = try DecimalText(text).wholeNumber()
      if range.contains(number) { return .whole(number) }
      fault =
        number < range.lowerBound
        ? Phrase(zh: "不能小于 \(range.lowerBound)", en: "must not be below \(range.lowerBound)") : NumberError.tooLarge.phrase
    } catch {
      switch error {
      case .tooLarge, .negative: fault = error.phrase
      default: fault = Phrase(zh: "不是整数", en: "is not a whole number")
      }
    }
    throw ActProblem(
      ActField.quoted(text) + fault
        + Phrase(
          zh: "，请写 \(range.lowerBound) 至 \(range.upperBound) 的整数",
          en: "; write a whole number from \(range.lowerBound) to \(range.upperBound)"))
  }

  /// What was written, before what is wrong with it.
  private static func quoted(_ text: String) -> Phrase {
    let text = text.filter { !$0.isWhitespace }
    return Phrase(zh: "“\(text)”", en: "“\(text)” ")
  }

  private func needed(_ answer: ActAnswer?) throws(ActProblem) -> ActAnswer? {
    if answer == nil, !isOptional { throw ActProblem(Phrase(zh: "必填", en: "This is needed")) }
    return answer
  }
}

/// What is wrong with one field.
struct ActProblem: Error, Sendable, Hashable {
  /// In words for people.
  let phrase: Phrase

  init(_ phrase: Phrase) { self.phrase = phrase }
}

/// What was written in one field.
enum ActAnswer: Sendable, Hashable {
  case text(PlainText)
  case day(Day)
  case whole(Int)
  case figure(ExactDecimal)
  case share(Regulation.Share)
  case members([CommitteeMember])
  case place(Int)
  case places(Set<Int>)
}
