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
  /// What is wrong, by field; until it is mended such a field is unknown to the rules, and the store keeps what it had. Nothing else is kept from
  /// being saved.
  private(set) var problems: [String: Phrase] = [:]
  /// What the rules find in the form as it stands.
  private(set) var eligibility: Eligibility

  private var items: [ApplicationItem]
  private let offers: Offers
  private let judge: Judge

  /// What is offered to choose from: the fields in use and the one on file, and the places of the city in which a host may be registered.
  struct Offers: Sendable {
    var fields: [Phrase] = []
    var registries: [Phrase] = []
  }

  /// What the rules find in a form; `nil` where it cannot be known just now.
  typealias Judge = @Sendable (ApplicationForm) -> Eligibility?

  /// - Parameters:
  ///   - eligibility: what the rules find in the form as the store has it.
  ///   - judge: what they would find in another, with all that the store knows besides.
  init(_ values: ApplicationForm, offers: Offers, found eligibility: Eligibility, judge: @escaping Judge, language: Language) {
    self.values = values
    saved = values
    self.offers = offers
    self.judge = judge
    self.eligibility = eligibility
    items = ApplicationFormState.items(of: values, offers)
    form = Form(items.map { Form<String>.Entry($0.field.id, label: "", field: $0.field.widget(language)) })
    speak(language)
  }

  /// Whether something stands here that the store does not have.
  var isUnsaved: Bool { values != saved }

  /// The item in hand.
  var itemInHand: ApplicationItem? { items.first { $0.field.id == form.idInHand } }

  /// The condition that looks at the field in hand.
  var articleInHand: String { itemInHand?.article ?? "" }

  /// What articles 14 and 15 find of the committee in hand; nothing where another field is.
  var committeeFindingsInHand: [CommitteeFinding] { values.committeeFindings.filter { $0.article == articleInHand } }

  /// The form as the rules see it: a field with something wrong in it is unknown.
  private var judged: ApplicationForm {
    var form = values
    for item in items where problems[item.field.id] != nil { item.set(nil, &form) }
    return form
  }

  /// The fields with something to mend, in the order of the form: what is wrong, what fails a condition, what is missing.
  var openFields: [String] {
    var open = Set(problems.keys)
    for finding in eligibility.findings where finding.verdict == .fail || finding.verdict == .unknown {
      for part in finding.parts where part.holds != true { open.formUnion(judged.fields(mending: part)) }
    }
    if values.isWithoutField { open.insert("center.field") }
    return items.map(\.field.id).filter(open.contains)
  }

  /// The place of the co-builder in hand; `nil` where another field is.
  var coBuilderInHand: Int? { form.idInHand.flatMap { ApplicationForm.coBuilder(ofField: $0) } }

  /// The co-builder in hand.
  var builderInHand: CoBuilder? {
    guard let place = coBuilderInHand, let builders = values.coBuilders, builders.indices.contains(place) else { return nil }
    return builders[place]
  }

  /// What the fields with something wrong in them are called.
  var wrongLabels: [Phrase] { items.filter { problems[$0.field.id] != nil }.map(\.field.label) }

  /// The store has the form now.
  mutating func kept(_ values: ApplicationForm) { saved = values }

  /// Says everything in a language.
  mutating func speak(_ language: Language) {
    for (place, item) in items.enumerated() {
      form.entries[place].label = item.field.label[language].capitalizedSentence
      form.entries[place].section = item.section?[language] ?? ""
      form.entries[place].hint = item.field.hint[language]
      form.entries[place].error = problems[item.field.id]?[language] ?? ""
      let text = form.entries[place].field.text
      form.entries[place].unit = text.isEmpty ? item.field.unit[language] : item.field.unit(of: text, language)
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
      // What stood there for a moment on the way, the 2 of 2.5, is not what was meant.
      item.set(savedAnswer(id), &values)
      problems[id] = error.phrase
    }
    arrange(language)
  }

  /// What the store has of a field.
  private func savedAnswer(_ id: String) -> ActAnswer? {
    guard let field = items(of: saved).first(where: { $0.field.id == id })?.field else { return nil }
    return (try? field.answer(field.widget(.zh))) ?? nil
  }

  /// Shows another form, of which the store has some; fields that it answers as before are left as they are typed.
  mutating func take(_ values: ApplicationForm, saved: ApplicationForm, _ language: Language) {
    let before = Dictionary(items(of: self.values).map { ($0.field.id, $0.answer) }, uniquingKeysWith: { first, _ in first })
    self.values = values
    self.saved = saved
    arrange(language, fresh: Set(items(of: values).filter { $0.answer != before[$0.field.id] ?? nil }.map(\.field.id)))
  }

  func items(of form: ApplicationForm) -> [ApplicationItem] { ApplicationFormState.items(of: form, offers) }

  private static func items(of form: ApplicationForm, _ offers: Offers) -> [ApplicationItem] {
    // What others saved meanwhile may be a field that is retired, or in no list.
    let own = form.center.field.flatMap { name in
      name.isEmpty || offers.fields.contains { $0.zh == name.string } ? nil : Phrase(same: name.string)
    }
    return form.items(fields: offers.fields + [own].compactMap(\.self), registries: offers.registries)
  }

  /// Puts something else in the field in hand, as if it were typed there, and goes on to the next field.
  mutating func fill(_ language: Language, with field: any Field) {
    guard let id = form.idInHand else { return }
    form[id] = field
    take(id, language)
    _ = form.handle(KeyPress(.tab))
  }

  /// Looks again at what the rules find: others may have changed what the store knows.
  mutating func lookAgain() {
    let (judged, problems) = (judged, problems)
    eligibility = (judge(judged) ?? eligibility).marking { part in
      part.holds == nil ? judged.fields(mending: part).compactMap { problems[$0] }.first : nil
    }
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
    let new = items(of: values)
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
    lookAgain()
    speak(language)
  }

  /// Takes the next field in hand with something to mend, from the one in hand on and round the end.
  mutating func takeNextOpen() {
    let open = openFields
    let next = items.dropFirst(form.inHand + 1).map(\.field.id).first(where: open.contains) ?? open.first
    if let next { form.take(next) }
  }

  /// Goes to the first field with something wrong in it.
  mutating func takeFirstWrong() {
    if let wrong = items.map(\.field.id).first(where: { problems[$0] != nil }) { form.take(wrong) }
  }

  /// Tells the form its room, and says at a choice whose answers have no room how to see them all.
  mutating func layout(in area: Area, measure: TextMeasure, language: Language) {
    form.layout(in: area, measure: measure)
    if isListInHand, form.entries.indices.contains(form.inHand) {
      let list = Phrase(zh: "回车列出全部可选项", en: "Enter lists all there is to choose")[language]
      let hint = form.entries[form.inHand].hint
      form.entries[form.inHand].hint = hint.isEmpty ? list : list + Phrase(zh: "；", en: ". ")[language] + hint
    }
  }

  /// Whether Enter lists what can be chosen or written in the field in hand.
  var isListInHand: Bool {
    guard let id = form.idInHand, let field = form[id] else { return false }
    return (field as? ChoiceField)?.isFolded ?? !(itemInHand?.field.suggestions ?? []).isEmpty
  }
}
