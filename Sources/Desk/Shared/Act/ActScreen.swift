import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Asks for what an act needs, says what follows from it, and does it.
///
/// What was typed stays until the store has done the act: where it refuses, its reason is told and the form is still there. It is kept on disk
/// as it is written, and is there again when the form is opened anew, until the act is done or it is thrown away.
@MainActor
final class ActScreen: Screen {
  /// What is done with the answers, off the screen's thread.
  typealias Doing = @Sendable (CenterStore, Acting, ActAnswers) throws -> Void
  /// The same, for an act that can be undone: says how; `nil` where nothing was to be done.
  typealias DoingUndoably = @Sendable (CenterStore, Acting, ActAnswers) throws -> Undo?

  /// The same, for an act that corrects what others may correct too: what this person saw of it comes along, and what they decided since.
  typealias Correcting<Record: Sendable> = @Sendable (CenterStore, Acting, ActAnswers, Seen<Record>) throws -> Undo?
  /// The same, whatever is corrected: `nil` where it was seen as it stood when the form was opened.
  typealias CorrectingKept = @Sendable (CenterStore, Acting, ActAnswers, KeptRecord?, Decided) throws -> Undo?

  /// What the screen is about.
  struct Description: Sendable {
    /// What the act is called.
    var title: Phrase
    /// What follows from it; may be empty.
    var words = Phrase(same: "")
    /// What doing it is called, in a word or two.
    var verb: Phrase
    /// What is said when it is done.
    var done: Phrase
    /// What it is called among what somebody has half written, by what is done and with which object; `nil` where nothing is worth keeping.
    var draft: String?
    /// What is said before it is done, where it cannot be undone or others see it at once; `nil` where nobody is asked.
    var warning: @Sendable (ActAnswers) -> Phrase? = { _ in nil }
    /// Whether it cannot be undone: then Enter alone does not agree to it.
    var isGrave = true
    /// Whether labels say which fields may stay empty.
    var marksOptional = true
    /// Whether what is wrong with a field is said while it is written; else only when all is handed in.
    var checksAtOnce = false
    /// What would come of what is written so far, said beneath the words while somebody writes; `nil` while that cannot be told.
    var outcome: (@Sendable (ActAnswers) -> Phrase?)?
    /// The field in which something is named that must be there, by its kind.
    var names: [StoreError.Thing: String] = [:]
    /// What is amiss with what is written so far, though it may be done all the same; `nil` where nothing is.
    var concern: (@Sendable (ActAnswers) -> Phrase?)?
    /// Why it cannot be done any more, now that others acted; `nil` while it can. Asked when others change something, and before the question.
    var obstacle: @MainActor () -> Phrase? = { nil }
    /// What is to be read for it, by what is written so far; none where there is nothing.
    var reading: @Sendable (ActAnswers) -> [ReadingLine] = { _ in [] }
  }

  let sitting: Sitting
  let description: Description
  let doing: CorrectingKept
  let then: @MainActor () -> Void
  let draft: ActDraft?
  let pause: SavingPause
  /// What is on disk, or on its way there.
  var kept: [String: PlainText]
  /// When what the form began with was written, where that was another time.
  var begunAt: Moment?
  /// What is corrected, as it stood when the form was opened; `nil` where nothing is.
  private let fresh: KeptRecord?
  /// What is corrected, as this person saw it when they began what they write on with; `nil` where they begin now.
  private(set) var seenThen: KeptRecord?
  /// Whether that was changed since.
  private(set) var isOvertaken = false
  var state: ActState
  private var reading = ActReading()
  var isUnderWay = false
  var isDone = false
  /// Why it cannot be done any more, as it was found last.
  var obstacle: Phrase?

  private init(
    checking check: @escaping @Sendable (ActAnswers) -> [String: Phrase], _ sitting: Sitting, _ description: Description,
    _ fields: [ActField], correcting fresh: KeptRecord? = nil, doing: @escaping CorrectingKept, then: @escaping @MainActor () -> Void
  ) {
    self.sitting = sitting
    self.description = description
    self.fresh = fresh
    self.doing = doing
    self.then = then
    draft = description.draft.flatMap { ActDraft($0, sitting) }
    pause = SavingPause(sitting.runtime, quiet: ApplicationFormScreen.pauseBeforeSaving)
    let old = draft?.read()
    kept = old?.texts ?? [:]
    begunAt = old?.writtenAt
    seenThen = old?.seen
    state = ActState(fields, sitting.runtime.language, marksOptional: description.marksOptional, draft: kept, check: check)
  }

  /// Of an act that cannot be undone.
  convenience init(
    _ sitting: Sitting, _ description: Description, _ fields: [ActField],
    check: @escaping @Sendable (ActAnswers) -> [String: Phrase] = { _ in [:] }, doing: @escaping Doing,
    then: @escaping @MainActor () -> Void = {}
  ) {
    self.init(
      checking: check, sitting, description, fields,
      doing: { store, who, answers, _, _ in
        try doing(store, who, answers)
        return nil
      }, then: then)
  }

  /// Of an act that can be undone.
  static func undoable(
    _ sitting: Sitting, _ description: Description, _ fields: [ActField],
    check: @escaping @Sendable (ActAnswers) -> [String: Phrase] = { _ in [:] }, doing: @escaping DoingUndoably,
    then: @escaping @MainActor () -> Void = {}
  ) -> ActScreen {
    ActScreen(
      checking: check, sitting, description, fields, doing: { store, who, answers, _, _ in try doing(store, who, answers) }, then: then)
  }

  /// Of an act that corrects what others may correct too; where the same field was written in meanwhile, the person is asked.
  ///
  /// - Parameter record: what is corrected, as it stands. It is kept with what is half written, so that whoever goes on with that another day is
  ///   asked of what others changed since they began.
  static func correcting<Record: Codable & Equatable & Sendable>(
    _ sitting: Sitting, _ description: Description, _ fields: [ActField], seeing record: Record,
    check: @escaping @Sendable (ActAnswers) -> [String: Phrase] = { _ in [:] }, doing: @escaping Correcting<Record>,
    then: @escaping @MainActor () -> Void = {}
  ) -> ActScreen {
    let screen = ActScreen(
      checking: check, sitting, description, fields, correcting: KeptRecord(record),
      doing: { store, who, answers, kept, decided in
        try doing(store, who, answers, Seen(kept?.record(Record.self) ?? record, decided))
      }, then: then)
    if let seen = screen.seenThen?.record(Record.self) { screen.isOvertaken = seen != record }
    return screen
  }

  /// What is corrected, as this person saw it when they began what they write.
  var seen: KeptRecord? { seenThen ?? fresh }

  /// From now on nothing is known of another day.
  func forgetDraft() { (begunAt, seenThen, isOvertaken) = (nil, nil, false) }

  var title: Phrase { description.title }
  var isCapturing: Bool { true }
  var bindings: [KeyBinding] {
    // Where the field in hand has no list, another may have one: its key says which.
    let elsewhere = state.choices == nil ? state.suggested : nil
    let list = KeyBinding(
      "list", [KeyPress(.function(4))], label: Phrase(zh: "选取", en: "choose"),
      explanation: Phrase(zh: "从列表中选取所在栏的内容，输入几个字即可查找", en: "choose for this field from a list that typing narrows"),
      prominence: elsewhere == nil ? .first : .help,
      refusal: elsewhere.map { Phrase(zh: "到“\($0.label.zh)”栏可从列表选取", en: "there is a list to choose from at “\($0.label.en)”") })
    return [
      KeyBinding(
        "do", [KeyPress(.function(2)), .control("s")], label: description.verb,
        explanation: Phrase(zh: "核对所填内容，无误即", en: "look over what is written and, where nothing is wrong: ") + description.verb,
        prominence: .first, refusal: obstacle)
    ] + (state.choices == nil && elsewhere == nil ? [] : [list]) + [
      KeyBinding(
        "next", [KeyPress(.tab), KeyPress(.down)], label: Phrase(zh: "下一栏", en: "next field"),
        explanation: Phrase(zh: "到下一栏；Shift-Tab 回上一栏", en: "go to the next field; Shift-Tab goes back"), prominence: .footer)
    ] + drafting
  }

  func perform(_ action: ActionName) {
    switch action {
    case "do": act()
    case "list": list()
    case "over": startOver()
    case "next": _ = receive(.key(KeyPress(.tab)))
    default: break
    }
  }

  /// Lists what can be chosen for the field in hand.
  private func list() {
    guard let (label, choices, chosen) = state.choices else { return }
    let spelling = sitting.runtime.spelling
    let details = state.details
    let all = choices.enumerated().map { place, choice in
      let detail = details.indices.contains(place) ? details[place] : nil
      let words = [choice.zh, detail?.zh].compactMap(\.self).joined(separator: " ")
      return Choice(choice, detail: detail, keywords: (detail?.zh ?? "") + " " + (spelling?(words) ?? ""))
    }
    sitting.runtime.choose(label, all, chosen: chosen ?? 0, filter: true) {
      [weak self] place in
      guard let self, let place else { return }
      self.state.choose(place, self.sitting.runtime.language)
      self.wrote()
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    if reading.isLong, event == .key(KeyPress(.pageDown)) || event == .key(KeyPress(.pageUp)) {
      reading.turn(back: event == .key(KeyPress(.pageUp)))
      return true
    }
    let outcome = description.checksAtOnce ? state.editChecking { $0.take(event) } : state.edit { $0.take(event) }
    if case .changed = outcome { wrote() }
    if outcome == .completed { act() }
    if outcome == .refused { sitting.tellHow(in: state.form, event) }
    return outcome != .ignored
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    state.speak(look.language)
    let room = area.inset(columns: 2, rows: 1)
    var row = room.row
    func say(_ words: Phrase?, _ ink: Ink, rows: Int) {
      guard let words = words.map({ look($0) }), !words.isEmpty else { return }
      for line in canvas.measure.wrapped(words, to: min(room.columns, 90)).prefix(rows) {
        canvas.put(line, at: Position(column: room.column, row: row), style: Style(ink), within: room)
        row += 1
      }
    }
    // The words give way to the form where there is little room.
    say(description.words, .muted, rows: max(1, room.rows / 3))
    say(obstacle, .caution, rows: 2)
    say(begunWords, .caution, rows: 2)
    let answers = state.lawfulAnswers
    say(description.outcome?(answers), .accent, rows: 2)
    say(description.concern?(answers), .caution, rows: 4)
    let told = room.splitTop(row == room.row ? 0 : row - room.row + 1).rest
    let formRows = state.form.rows(columns: told.columns, measure: canvas.measure)
    let read = reading.layout(
      description.reading(answers), in: told, formRows: formRows, look: look, measure: canvas.measure)
    reading.draw(on: &canvas, in: told, look: look)
    let rest = told.splitTop(read).rest
    state.layout(in: rest, measure: canvas.measure)
    state.form.draw(on: &canvas, in: rest)
    let scroll = state.form.scroll(in: rest, measure: canvas.measure)
    let bar = Area(column: rest.right, row: rest.row, columns: 1, rows: rest.rows)
    canvas.scrollBar(in: bar, top: scroll.top, count: scroll.rows)
  }
}
