import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The file of one matter: what it is about, what was done, and every step that can follow (articles 16, 30 and 31).
@MainActor
final class MatterScreen<M: DeskMatter>: ListScreen {
  let sitting: Sitting
  let number: String
  private(set) var file: MatterFile<M>?
  private var page: WordsPage = .loading
  private var lines: [StyledLine] = []
  private var laid: (area: Area, look: Look)?
  var list: ListState? = ListState()
  private(set) var listArea = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting, number: String) {
    self.sitting = sitting
    self.number = number
  }

  var title: Phrase { M.matter.phrase.asLabel + Phrase(same: " \(number)") }
  var opening: ActionName { "steps" }

  var bindings: [KeyBinding] {
    guard let file else { return [] }
    let menu = file.menu(for: sitting.member.role)
    var steps = KeyBinding.steps(isAnyLawful: menu.contains { $0.refusal == nil })
    if menu.isEmpty { steps.refusal = Phrase(zh: "这里没有您可办理的步骤", en: "no step here is yours to take") }
    var bindings = [steps]
    // Each step keeps its digit whether it is lawful or not. That it may lapse is offered once the center has ended, and then nothing else is.
    for (place, entry) in menu.enumerated()
    where file.matter.isInOrder(entry.kind) && !(file.matter.canLapse && (entry.kind == .lapse) == (file.situation.status == .active)) {
      bindings.append(
        KeyBinding(
          ActionName("step.\(entry.kind.rawValue)"), [.character(Character(String(place + 1)))], label: entry.kind.phrase,
          prominence: .footer, refusal: entry.refusal?.cited))
    }
    bindings.append(
      KeyBinding(
        "center", [.character("o"), KeyPress(.function(4))], label: Phrase(zh: "中心档案", en: "center"),
        explanation: Phrase(zh: "打开该中心的档案", en: "open the center's file"), prominence: .footer))
    return bindings
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("change.", "director.", "revocation.", "center.", "import.") { load() }
  }

  private func load() {
    do {
      file = try sitting.store.matter(number, as: M.self, by: sitting.acting)
    } catch {
      file = nil
      page = .failed(error)
    }
    laid = nil
  }

  // MARK: - Steps

  func perform(_ action: ActionName) {
    guard let file else { return }
    switch action {
    case "steps": chooseStep(file)
    case "center": sitting.runtime.push(CenterFileScreen(sitting, code: file.summary.center))
    default:
      let prefix = "step."
      if action.rawValue.hasPrefix(prefix), let kind = M.Step.Kind(rawValue: String(action.rawValue.dropFirst(prefix.count))) {
        begin(kind, file)
      }
    }
  }

  /// Lets a step be chosen: the lawful ones first, the others greyed with why.
  private func chooseStep(_ file: MatterFile<M>) {
    let menu = file.menu(for: sitting.member.role)
    let entries = menu.filter { $0.refusal == nil } + menu.filter { $0.refusal != nil }
    let choices = entries.map { Choice($0.kind.phrase, detail: Citation.phrase($0.kind.article), refusal: $0.refusal?.cited) }
    sitting.runtime.choose(Phrase(zh: "办理 \(number)", en: "Steps of \(number)"), choices) { [weak self] place in
      if let self, let place, let file = self.file { self.begin(entries[place].kind, file) }
    }
  }

  /// Asks for what a step needs, then takes it.
  private func begin(_ kind: M.Step.Kind, _ file: MatterFile<M>) {
    if let request = file as? MatterFile<ChangeRequest>, kind as? ChangeStepKind == .submit {
      return BeginningMatter.correct(request, sitting) { [weak self] in self?.load() }
    }
    let fields = M.fields(of: kind, file, today: sitting.today)
    let number = number
    if fields.isEmpty {
      let words = M.words(of: kind, file)
      sitting.runtime.confirm(kind.phrase + Phrase(zh: "？", en: "?"), words, yes: kind.phrase) { [weak self] agreed in
        guard agreed, let self else { return }
        self.sitting.run(Phrase(zh: "已办理：", en: "Done: ") + kind.phrase) { store, who in
          if let step = try M.step(kind, ActAnswers.of([:]), file) { try M.take(step, number, store, who) }
        } then: { [weak self] in
          self?.load()
        }
      }
      return
    }
    var description = ActScreen.Description(
      title: kind.phrase + Phrase(same: " \(number)"), words: M.words(of: kind, file) + RulesInForce.remark(on: sitting.today),
      verb: kind.phrase, done: Phrase(zh: "已办理：", en: "Done: ") + kind.phrase,
      draft: "\(M.matter.rawValue)/\(number)/\(kind.rawValue)")
    description.warning = { M.question(kind, $0, file) }
    description.obstacle = { [sitting] in
      let now = try? sitting.store.matter(number, as: M.self, by: sitting.acting)
      return now?.menu(for: sitting.member.role).first { $0.kind == kind }?.refusal?.cited
    }
    sitting.runtime.push(
      ActScreen(
        sitting, description, fields,
        doing: { store, who, answers in
          if let step = try M.step(kind, answers, file) { try M.take(step, number, store, who) }
        }, then: { [weak self] in self?.load() }))
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    guard let file else { return page.draw(on: &canvas, in: area, look: look) }
    let body = area.inset(columns: 1)
    listArea = body
    if laid?.area != area || laid?.look != look {
      lines = MatterLines(file: file, look: look, measure: canvas.measure, today: sitting.today).lines(columns: body.columns - 2)
      laid = (area, look)
    }
    if list?.count != lines.count { list?.setCount(lines.count) }
    list?.layout(rows: body.rows)
    guard let list else { return }
    for place in list.visible where lines.indices.contains(place) {
      lines[place].draw(on: &canvas, in: body, row: body.row + place - list.top)
    }
    canvas.scrollBar(
      in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: body.column, row: body.row + list.selected - list.top)
  }
}

extension MatterKind {
  /// The file of a matter of this kind.
  @MainActor
  func screen(_ sitting: Sitting, number: String) -> any Screen {
    switch self {
    case .change: MatterScreen<ChangeRequest>(sitting, number: number)
    case .director: MatterScreen<DirectorFiling>(sitting, number: number)
    case .revocation: MatterScreen<Revocation>(sitting, number: number)
    }
  }
}
