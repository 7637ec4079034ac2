import CenterStore
import Regulation
import Widgets
import Wording

/// The application form while it is written in: what stands in it, what is wrong with a field, and what the rules find.
struct ApplicationFormState: Sendable {
  /// The form as the store will have it.
  private(set) var values: ApplicationForm
  /// The form as the store has it.
  private(set) var saved: ApplicationForm
  /// The widgets.
  private(set) var form: Form<String>
  /// What is wrong, by field; such a field is unknown to the form until it is mended, and nothing else is kept from being saved.
  private(set) var problems: [String: Phrase] = [:]
  /// What the rules find in the form as it stands.
  private(set) var eligibility: Eligibility

  private var items: [ApplicationItem]
  private let places: Places
  private let knowledge: Eligibility.Knowledge

  init(_ values: ApplicationForm, places: Places, knowing knowledge: Eligibility.Knowledge = .init(), language: Language) {
    self.values = values
    saved = values
    self.places = places
    self.knowledge = knowledge
    items = values.items(fields: places.fields)
    form = Form(items.map { Form<String>.Entry($0.field.id, label: "", field: $0.field.widget(language)) })
    eligibility = Eligibility(values, places: places, knowing: knowledge)
    speak(language)
  }

  /// Whether something stands here that the store does not have.
  var isUnsaved: Bool { values != saved }

  /// The condition that looks at the field in hand.
  var articleInHand: String { items.first { $0.field.id == form.idInHand }?.article ?? "" }

  /// The place of the co-builder in hand; `nil` where another field is.
  var coBuilderInHand: Int? { form.idInHand.flatMap { ApplicationForm.coBuilder(ofField: $0) } }

  /// The store has the form now.
  mutating func kept(_ values: ApplicationForm) { saved = values }

  /// Says everything in a language.
  mutating func speak(_ language: Language) {
    for (place, item) in items.enumerated() {
      form.entries[place].label = item.field.label[language].capitalizedSentence
      form.entries[place].section = item.section?[language] ?? ""
      form.entries[place].hint = item.field.hint[language]
      form.entries[place].error = problems[item.field.id]?[language] ?? ""
      form.entries[place].field = item.field.translated(form.entries[place].field, language)
    }
  }

  /// Edits the form; what is lawful in the field goes into the values at once.
  mutating func edit(_ language: Language, _ edit: (inout Form<String>) -> FormOutcome<String>) -> FormOutcome<String> {
    let outcome = edit(&form)
    if case .changed(let id) = outcome { take(id, language) }
    return outcome
  }

  private mutating func take(_ id: String, _ language: Language) {
    guard let item = items.first(where: { $0.field.id == id }), let field = form[id] else { return }
    do throws(ActProblem) {
      item.set(try item.field.answer(field), &values)
      problems[id] = nil
    } catch {
      item.set(nil, &values)
      problems[id] = error.phrase
    }
    arrange(language)
  }

  /// Adds a co-builder, and takes its name in hand.
  mutating func addCoBuilder(_ language: Language) {
    values.coBuilders = (values.coBuilders ?? []) + [CoBuilder()]
    arrange(language, fresh: ["co_builders"])
    form.take("builder.\((values.coBuilders?.count ?? 1) - 1).name")
  }

  /// Takes the co-builder in hand away.
  mutating func removeCoBuilder(_ language: Language) {
    guard let place = coBuilderInHand, values.coBuilders?.indices.contains(place) == true else { return }
    values.coBuilders?.remove(at: place)
    // The ones after it move up, so every field of a co-builder is made anew.
    let all = items.map(\.field.id).filter { ApplicationForm.coBuilder(ofField: $0) != nil }
    for id in all { problems[id] = nil }
    arrange(language, fresh: Set(all + ["co_builders"]))
    form.take("co_builders")
  }

  /// Brings fields and findings in line with the values: some fields are asked for only where others say so.
  private mutating func arrange(_ language: Language, fresh: Set<String> = []) {
    let new = values.items(fields: places.fields)
    if new.map(\.field.id) != items.map(\.field.id) || !fresh.isEmpty {
      let inHand = form.idInHand
      let old = Dictionary(form.entries.map { ($0.id, $0.field) }, uniquingKeysWith: { first, _ in first })
      let entries = new.map { item in
        let kept = fresh.contains(item.field.id) ? nil : old[item.field.id]
        return Form<String>.Entry(item.field.id, label: "", field: kept ?? item.field.widget(language))
      }
      form = Form(entries)
      if let inHand { form.take(inHand) }
      problems = problems.filter { id, _ in new.contains { $0.field.id == id } }
    }
    items = new
    eligibility = Eligibility(values, places: places, knowing: knowledge)
    speak(language)
  }

  /// Takes the first field in hand at which a condition looks.
  mutating func take(article: String) {
    if let item = items.first(where: { $0.article == article }) { form.take(item.field.id) }
  }

  /// Tells the form its room.
  mutating func layout(in area: Area, measure: TextMeasure) { form.layout(in: area, measure: measure) }
}
