import Regulation
import Widgets
import Wording

/// What was written before an act, by the names of its fields.
struct ActAnswers: Sendable, Hashable {
  fileprivate(set) var byField: [String: ActAnswer] = [:]

  /// The answers of some fields.
  static func of(_ byField: [String: ActAnswer]) -> ActAnswers { ActAnswers(byField: byField) }

  /// What was written in a field, as it is; `nil` where nothing was.
  func answer(_ id: String) -> ActAnswer? { byField[id] }

  /// A text; empty where none was written.
  func text(_ id: String) -> PlainText {
    if case .text(let text) = byField[id] { text } else { PlainText.empty }
  }

  /// A text; `nil` where none was written.
  func optionalText(_ id: String) -> PlainText? {
    if case .text(let text) = byField[id] { text } else { nil }
  }

  /// A day; `nil` where none was written.
  func day(_ id: String) -> Day? { if case .day(let day) = byField[id] { day } else { nil } }

  /// A whole number; `nil` where none was written.
  func whole(_ id: String) -> Int? { if case .whole(let number) = byField[id] { number } else { nil } }

  /// Which answer was chosen; `nil` where none was.
  func place(_ id: String) -> Int? { if case .place(let place) = byField[id] { place } else { nil } }

  /// Which things were ticked.
  func places(_ id: String) -> Set<Int> { if case .places(let places) = byField[id] { places } else { [] } }
}

/// The form that an act asks for, without the screen around it.
struct ActState: Sendable {
  /// The form, with its words in one language.
  private(set) var form: Form<String>
  /// What is wrong, by field; it stands beside the field until that is changed, and keeps only the act from happening.
  private(set) var problems: [String: Phrase] = [:]
  /// Whether anything was written.
  private(set) var isTouched = false
  private let fields: [ActField]
  private let marksOptional: Bool
  private let check: @Sendable (ActAnswers) -> [String: Phrase]

  /// Makes a form.
  ///
  /// - Parameters:
  ///   - marksOptional: whether labels say which fields may stay empty.
  ///   - draft: what was half written before, by field.
  ///   - check: what is wrong with lawful answers taken together, by field.
  init(
    _ fields: [ActField], _ language: Language, marksOptional: Bool = true, draft: [String: PlainText] = [:],
    check: @escaping @Sendable (ActAnswers) -> [String: Phrase] = { _ in [:] }
  ) {
    self.fields = fields
    self.marksOptional = marksOptional
    self.check = check
    form = Form(
      fields.map { field in
        let begun = field.isFixed ? nil : draft[field.id].map { field.restored($0.string) }
        return Form<String>.Entry(field.id, label: "", field: (begun ?? field).widget(language), isFixed: field.isFixed)
      })
    speak(language)
  }

  /// What is written otherwise than the form began, by field; what no record could hold is not among it.
  var written: [String: PlainText] {
    var written: [String: PlainText] = [:]
    for (field, entry) in zip(fields, form.entries) where !field.isFixed {
      let text = field.drafted(entry.field)
      if text != field.drafted(field.widget(.zh)) { written[field.id] = try? PlainText(text, .paragraphs) }
    }
    return written
  }

  /// Puts every field back to how it began.
  mutating func startOver(_ language: Language) { self = ActState(fields, language, marksOptional: marksOptional, check: check) }

  /// Says everything in a language.
  mutating func speak(_ language: Language) {
    for (place, field) in fields.enumerated() {
      form.entries[place].label =
        field.isOptional && marksOptional ? field.label[language] + Phrase(zh: "（可空）", en: " (optional)")[language] : field.label[language]
      form.entries[place].hint = field.hint[language]
      form.entries[place].unit = field.unit[language]
      form.entries[place].error = problems[field.id]?[language] ?? ""
      form.entries[place].field = field.translated(form.entries[place].field, language)
    }
  }

  /// Edits the form; an error goes when its field changes.
  mutating func edit(_ edit: (inout Form<String>) -> FormOutcome<String>) -> FormOutcome<String> {
    let outcome = edit(&form)
    if case .changed(let id) = outcome {
      isTouched = true
      problems[id] = nil
      form[errorOf: id] = ""
    }
    return outcome
  }

  /// Edits the form, and says at once what is wrong with the field that was written in, or left: of what is half written only what no further
  /// key puts right, such as too much.
  mutating func editChecking(_ edit: (inout Form<String>) -> FormOutcome<String>) -> FormOutcome<String> {
    let before = form.idInHand
    let outcome = self.edit(edit)
    if case .changed(let id) = outcome { problems[id] = check(lawfulAnswers)[id] }
    guard let before, before != form.idInHand, let place = fields.firstIndex(where: { $0.id == before }) else { return outcome }
    do throws(ActProblem) {
      if !form.entries[place].field.text.isEmpty { _ = try fields[place].answer(form.entries[place].field) }
      problems[before] = check(lawfulAnswers)[before]
    } catch { problems[before] = error.phrase }
    return outcome
  }

  /// What can be chosen for the field in hand from a list: what is often written there, or the answers of which only one has room.
  var choices: (label: Phrase, all: [Phrase], chosen: Int?)? {
    guard let field = fields.first(where: { $0.id == form.idInHand }), let widget = form[field.id] else { return nil }
    if case .choice(let answers) = field.kind, let widget = widget as? ChoiceField {
      return widget.isFolded ? (field.label, answers, widget.selected) : nil
    }
    return field.suggestions.isEmpty ? nil : (field.label, field.suggestions, field.suggestions.firstIndex { $0.zh == widget.text })
  }

  /// What stands behind each of the ``choices``; none where they say enough.
  var details: [Phrase] { fields.first { $0.id == form.idInHand }?.details ?? [] }

  /// Puts one of the ``choices`` into the field in hand.
  mutating func choose(_ place: Int, _ language: Language) {
    guard let field = fields.first(where: { $0.id == form.idInHand }), let (_, all, _) = choices, all.indices.contains(place)
    else { return }
    let id = field.id
    form[id] =
      form[id] is ChoiceField
      ? ChoiceField(all.map { $0[language] }, selected: place, takesCharacters: field.takesCharacters)
      : TextField(all[place].zh, limit: 200)
    if let other = field.alsoFills, let widget = form[other] as? TextField, widget.text.allSatisfy(\.isWhitespace) {
      form[other] = TextField(ActState.title(ofFile: all[place].zh), limit: 200)
      problems[other] = nil
      form[errorOf: other] = ""
    }
    isTouched = true
    problems[id] = nil
    form[errorOf: id] = ""
  }

  /// The name of a file without its kind, as a title.
  private static func title(ofFile name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The first field for which there are suggestions; `nil` where there is none.
  var suggested: ActField? { fields.first { !$0.suggestions.isEmpty } }

  /// Takes a field in hand.
  mutating func take(_ id: String) { form.take(id) }

  /// Whether the form has a field.
  func has(_ id: String) -> Bool { fields.contains { $0.id == id } }

  /// Takes the first field in hand beside which something is wrong.
  mutating func takeFirstError() { form.takeFirstError() }

  /// Puts what is wrong beside fields.
  mutating func refuse(_ problems: [String: Phrase], _ language: Language) {
    self.problems = problems
    speak(language)
  }

  /// Tells the form its room.
  mutating func layout(in area: Area, measure: TextMeasure) { form.layout(in: area, measure: measure) }

  /// What is lawful of what was written, whatever else is wrong or missing.
  var lawfulAnswers: ActAnswers {
    var answers = ActAnswers()
    for (field, entry) in zip(fields, form.entries) { answers.byField[field.id] = (try? field.answer(entry.field)) ?? nil }
    return answers
  }

  /// What was written, where all of it is lawful; else the errors stand beside their fields, the first of them in hand.
  mutating func answers(_ language: Language) -> ActAnswers? {
    problems = [:]
    var answers = ActAnswers()
    for (field, entry) in zip(fields, form.entries) {
      do throws(ActProblem) {
        answers.byField[field.id] = try field.answer(entry.field)
      } catch { problems[field.id] = error.phrase }
    }
    if problems.isEmpty { problems = check(answers) }
    speak(language)
    if problems.isEmpty { return answers }
    form.takeFirstError()
    return nil
  }
}
