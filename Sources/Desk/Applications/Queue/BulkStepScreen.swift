import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What would come of a step for the marked applications: with which it is taken, with which not and why. Then it is taken with all that can.
@MainActor
final class BulkStepScreen: Screen {
  private let sitting: Sitting
  private let kind: ApplicationStepKind
  private let done: @MainActor ([String]) -> Void
  private var state: BulkStepState
  private var failure: WordsPage?
  private var area = Area(Size(columns: 0, rows: 0))

  /// - Parameter done: told with which applications the step was taken.
  init(_ sitting: Sitting, _ kind: ApplicationStepKind, _ numbers: [String], done: @escaping @MainActor ([String]) -> Void) {
    self.sitting = sitting
    self.kind = kind
    self.done = done
    state = BulkStepState(numbers: numbers)
  }

  var title: Phrase { kind.phrase + Phrase(zh: "：已标记的申请", en: ": marked applications") }

  var bindings: [KeyBinding] {
    let count = state.lawful.count
    let number = Phrase(zh: "\(count) 件", en: "\(count)")
    return [
      KeyBinding(
        "go", [KeyPress(.function(2)), KeyPress(.enter)], label: kind.phrase + Phrase(zh: " ", en: ": ") + number,
        explanation: Phrase(
          zh: "对可办理的 \(count) 件一并办理；不能办理的不动", en: "take the step with the \(count) that can; the others stay as they are"),
        prominence: .first, refusal: refusal),
      KeyBinding(
        "drop", [KeyPress(.delete), .character("x")], label: Phrase(zh: "不办此件", en: "leave out"),
        explanation: Phrase(zh: "把所选的一件从本次办理中去掉", en: "leave the selected one out this time"), prominence: .footer,
        refusal: state.selected == nil ? Phrase(zh: "没有申请", en: "there is none") : nil),
      KeyBinding(
        "open", [KeyPress(.function(6)), .character("o"), KeyPress(.right)], label: Phrase(zh: "看申请", en: "its file"),
        explanation: Phrase(zh: "打开所选的申请", en: "open the selected application"), prominence: .footer,
        refusal: state.selected == nil ? Phrase(zh: "没有申请", en: "there is none") : nil),
    ]
  }

  private var refusal: Phrase? {
    if state.lawful.isEmpty { return Phrase(zh: "没有可以办理的申请", en: "the step can be taken with none of them") }
    if kind == .certify, state.codes.isEmpty {
      return Phrase(zh: "管理序列的编号不能顺排，请逐件认定", en: "codes of this registry do not follow one another: certify one by one")
    }
    return nil
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("application.", "call.", "conflict.", "import.") { load() }
  }

  private func load() {
    do {
      let (store, who) = (sitting.store, sitting.acting)
      state.take(try store.stepOutlooks(kind, of: state.numbers, by: who))
      state.codes = kind == .certify ? try store.nextCenterCodes(state.lawful.count, by: who) : []
      failure = nil
    } catch {
      failure = .failed(error)
    }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "go": go()
    case "drop":
      state.drop()
      load()
    case "open":
      if let outlook = state.selected { sitting.runtime.push(ApplicationScreen(sitting, number: outlook.application.number)) }
    default: break
    }
  }

  private func go() {
    let step = BulkStep(kind: kind, outlooks: state.lawful, codes: state.codes)
    let numbers = step.outlooks.map(\.application.number)
    do {
      // One of them says what is asked for; what is open is told of each.
      let read = OpenMatters.steps.contains(kind) ? numbers[...] : numbers.prefix(1)
      let files = try read.map { try sitting.store.application($0, by: sitting.acting) }
      guard let file = files.first else { return }
      let fields = step.fields(file, today: sitting.today)
      fields.isEmpty ? confirm(step, files) : ask(step, fields, files)
    } catch {
      sitting.tell(error)
    }
  }

  private func confirm(_ step: BulkStep, _ files: [ApplicationFile]) {
    guard let file = files.first else { return }
    sitting.runtime.confirm(
      kind.phrase + Phrase(zh: "？", en: "?"), step.question(files, today: sitting.today) ?? step.words(file, today: sitting.today),
      yes: kind.phrase,
      isDangerous: StepQuestion.isFinal(kind)
    ) { [weak self] agreed in
      if agreed { self?.carryOut(step) }
    }
  }

  /// Takes a step that asks for nothing.
  private func carryOut(_ step: BulkStep) {
    let (store, who, tasks) = (sitting.store, sitting.acting, step.tasks(ActAnswers.of([:])))
    sitting.runtime.background(holdsInput: true) {
      try store.stepApplications(tasks, by: who)
    } then: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success:
        self.sitting.runtime.notice(self.doneWords(step), .done)
        self.finish(step)
      case .failure(let error):
        self.load()
        self.sitting.tell(error)
      }
    }
  }

  private func ask(_ step: BulkStep, _ fields: [ActField], _ files: [ApplicationFile]) {
    guard let file = files.first else { return }
    let today = sitting.today
    var description = ActScreen.Description(
      title: kind.phrase + Phrase(same: " ") + step.number, words: step.words(file, today: sitting.today), verb: kind.phrase,
      done: doneWords(step),
      draft: step.draftName)
    description.outcome = { StepFields.outcome(of: step.kind, $0, file, today: today) }
    description.warning = { step.question(files, $0, today: today) }
    sitting.runtime.push(
      ActScreen(
        sitting, description, fields, doing: { store, who, answers in try store.stepApplications(step.tasks(answers), by: who) },
        then: { [weak self] in self?.finish(step) }))
  }

  private func doneWords(_ step: BulkStep) -> Phrase { Phrase(zh: "已办理：", en: "Done: ") + kind.phrase + Phrase(same: " ") + step.number }

  private func finish(_ step: BulkStep) {
    if sitting.runtime.top === self { sitting.runtime.pop() }
    done(step.outlooks.map(\.application.number))
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return state.list.take(press)
    case .mouse(let press):
      let view = BulkStepView(state: state, kind: kind, look: sitting.runtime.look)
      return state.list.handle(press, in: view.table.rowsArea(in: BulkStepView.tableArea(in: area))) != .ignored
    case .paste, .focus: return false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    state.list.layout(rows: BulkStepView.tableArea(in: area).rows - 1)
    BulkStepView(state: state, kind: kind, look: look).draw(on: &canvas, in: area)
  }
}

/// The marked applications before a step is taken with them.
struct BulkStepState: Sendable {
  /// Their numbers.
  private(set) var numbers: [String]
  /// What the step would come to: those with which it can be taken first.
  private(set) var outlooks: [StepOutlook] = []
  /// The codes that the centers would have; empty for all steps but certification.
  var codes: [PlainText] = []
  /// Which one is selected.
  var list = ListState()

  init(numbers: [String]) { self.numbers = numbers.sorted() }

  /// Those with which it can be taken.
  var lawful: [StepOutlook] { outlooks.filter { $0.refusal == nil } }
  /// The selected one.
  var selected: StepOutlook? { outlooks.indices.contains(list.selected) ? outlooks[list.selected] : nil }

  /// Shows what it would come to now.
  mutating func take(_ outlooks: [StepOutlook]) {
    self.outlooks = outlooks.filter { $0.refusal == nil } + outlooks.filter { $0.refusal != nil }
    list.setCount(outlooks.count)
  }

  /// Leaves the selected one out.
  mutating func drop() {
    guard let number = selected?.application.number else { return }
    numbers.removeAll { $0 == number }
    outlooks.removeAll { $0.application.number == number }
    list.setCount(outlooks.count)
  }
}
