import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A center's evaluation form (评估情况表) in a round: written by its host, checked by its department, read by those who run the round
/// (article 27).
@MainActor
final class MaterialScreen: Screen {
  let sitting: Sitting
  let year: Int
  let code: String
  /// What stands on the screen; `nil` until it is read.
  var state: FactFormState?
  private var page = WordsPage.loading
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  private var saving = 0

  init(_ sitting: Sitting, year: Int, center code: String) {
    self.sitting = sitting
    self.year = year
    self.code = code
  }

  var title: Phrase { Phrase(zh: "评估情况表 \(year) 年度", en: "Evaluation form of \(year)") }
  var isCapturing: Bool { state?.editor != nil }

  var unsavedReason: Phrase? {
    if commit() { return nil }
    return Phrase(zh: "填写有误，没有保存：", en: "Wrong, and not saved: ") + (state?.problem ?? Phrase(same: ""))
  }

  /// Whether this person may write in the form now.
  var isWritable: Bool { state?.file.isWritable ?? false }
  /// Whether this person checks the form now.
  var isChecking: Bool {
    if sitting.member.role == .department, case .submitted = state?.file.file.material { true } else { false }
  }

  var bindings: [KeyBinding] {
    guard let state else { return [] }
    var bindings = isWritable ? writing(state) : isChecking ? checking(state) : []
    if let steps = stepsBinding(state) { bindings.insert(steps, at: 0) }
    if !isWritable { bindings.append(documentsBinding(state)) }
    return bindings + [
      KeyBinding(
        "nextIndicator", [KeyPress(.pageDown)], label: Phrase(zh: "下一指标", en: "next indicator"), prominence: .footer),
      KeyBinding("previousIndicator", [KeyPress(.pageUp)], label: Phrase(zh: "上一指标", en: "indicator before")),
      KeyBinding(
        "whole", [KeyPress(.function(11)), .control("w")], label: Phrase(zh: "全文", en: "whole"),
        explanation: Phrase(zh: "显示此处的说明、质询和存疑全文", en: "show all that is said of the item in hand"), prominence: .footer),
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("material.", "import.", "round.", "attachment.") { load() }
  }

  func perform(_ action: ActionName) {
    // What is being written comes first; where it is wrong, it has to be put right.
    guard commit() else { return }
    switch action {
    case "nextIndicator": state?.moveIndicator(1)
    case "previousIndicator": state?.moveIndicator(-1)
    case "whole": showWhole()
    case "documents": showDocuments()
    case "next":
      guard let wanted = isWritable ? state?.wanting : state?.unchecked else { return }
      _ = state?.takeNext(of: wanted)
    case "steps": takeSteps()
    default:
      if isWritable { write(action) } else if isChecking { check(action) }
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    guard let state else { return false }
    switch event {
    case .key(let press): return state.editor == nil ? move(press) : edit(press)
    case .paste(let text):
      if state.fact.isFigure, NumberField.isSeveral(text) {
        sitting.tellOneFigure()
        return true
      }
      if state.editor == nil {
        guard isWritable, state.fact.isFigure, state.fact.kind != .derived else { return false }
        self.state?.write("")
      }
      return self.state?.edit { $0.handle(paste: text) } != .ignored
    case .mouse(let press):
      guard press.button == .left, press.phase == .down, commit(),
        let code = view(state, sitting.runtime.look).indicator(at: press.place, in: area)
      else { return false }
      self.state?.take(code)
      return true
    case .focus: return false
    }
  }

  /// Moves from figure to figure; a digit begins to write.
  private func move(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.up, []): state?.moveRow(-1)
    case (.down, []): state?.moveRow(1)
    case (.left, []): state?.moveColumn(-1)
    case (.right, []): state?.moveColumn(1)
    case (.tab, []): state?.moveColumn(1, wraps: true)
    case (.tab, .shift): state?.moveColumn(-1, wraps: true)
    case (.character(let character), []):
      guard isWritable, let fact = state?.fact, character.isNumber || character == "." else { return false }
      guard fact.kind != .derived else {
        sitting.runtime.notice(Phrase(zh: "自动计算，不能填写", en: "it is computed, and never written"), .caution)
        return true
      }
      guard fact.isFigure else { return false }
      state?.write(String(character))
    default: return false
    }
    return true
  }

  private func edit(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.escape, []): state?.cancel()
    case (.up, []): if commit() { state?.moveRow(-1) }
    case (.down, []), (.enter, []): if commit() { state?.moveOn { $0.moveRow(1) } }
    case (.tab, []): if commit() { state?.moveOn { $0.moveColumn(1, wraps: true) } }
    case (.tab, .shift): if commit() { state?.moveColumn(-1, wraps: true) }
    default: return state?.edit { $0.handle(press) } != .ignored
    }
    return true
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard let state else { return page.draw(on: &canvas, in: area, look: look) }
    view(state, look).draw(on: &canvas, in: area)
  }

  private func view(_ state: FactFormState, _ look: Look) -> FactFormView {
    let status: (Phrase, Ink) =
      if state.editor != nil {
        (Phrase(zh: "正在填写", en: "writing"), .caution)
      } else if saving > 0 {
        (Phrase(zh: "正在保存…", en: "saving…"), .muted)
      } else if isWritable {
        (Phrase(zh: "已保存", en: "saved"), .good)
      } else {
        (isChecking ? Phrase(zh: "待审查", en: "to check") : Phrase(zh: "只读", en: "read only"), .muted)
      }
    return FactFormView(state: state, look: look, role: sitting.member.role, status: status)
  }

  /// Reads the form anew; not while something is on its way to the disk.
  func load() {
    guard saving == 0 else { return }
    do {
      let file = try sitting.store.materialFile(year: year, center: code, by: sitting.acting)
      if state == nil { state = FactFormState(file, system: sitting.system) } else { state?.take(file) }
      state?.documents = try sitting.store.attachments(of: .material(center: code, year: year), by: sitting.acting)
    } catch {
      state = nil
      page = .failed(error)
    }
  }

  /// Saves what is being written.
  ///
  /// - Returns: whether nothing is left unsaved; else it is wrong, and still there.
  @discardableResult
  func commit() -> Bool {
    guard let before = state?.begun, state?.editor != nil else { return true }
    if let entry = state?.finish() { save(entry, expecting: before) }
    return state?.editor == nil
  }

  /// Puts something at the place in hand, and saves it.
  func save(_ entry: FactEntry, expecting before: FactEntry) {
    if let place = state?.place { save(entry, at: place, expecting: before) }
  }

  /// Puts something at a place, and saves it. Where the disk takes nothing it is not to be typed again: it can be saved once more.
  private func save(_ entry: FactEntry, at place: FactKey, expecting before: FactEntry) {
    state?.put(entry, at: place)
    saving += 1
    let (year, code, wasDeclared) = (year, code, isDeclared)
    sitting.correct(nil, holdsInput: false, tells: false) { store, who, decided in
      try store.saveFact(year: year, center: code, place, entry, expecting: Seen(before, decided), by: who)
    } then: { [weak self] corrected in
      guard let self else { return }
      self.saving -= 1
      switch corrected {
      case .done: self.sitting.note(.fact(place, of: code, year, from: entry, to: before))
      case .undecided: break
      case .failed(let error): return self.askAgain(error) { [weak self] in self?.save(entry, at: place, expecting: before) }
      }
      self.load()
      self.tellOfDeclaration(wasDeclared)
    }
  }

  /// Says why something was not saved, and offers to save it again where the store may take it then.
  private func askAgain(_ error: any Error, _ again: @escaping @MainActor () -> Void) {
    switch error {
    case StoreError.full, StoreError.io, StoreError.busy, StoreError.readOnly, StoreError.replaced:
      sitting.runtime.ask(
        Phrase(zh: "没有保存", en: "This was not saved"), Sitting.phrase(for: error),
        answers: [Phrase(zh: "再保存一次", en: "Save again"), Phrase(zh: "放弃所填", en: "Throw it away")], isGrave: true
      ) { [weak self] answer in
        // Esc throws nothing away.
        if answer == 1 { self?.load() } else { again() }
      }
    default:
      sitting.tell(error)
      load()
    }
  }

  /// Whether the host has declared the form complete and true.
  var isDeclared: Bool { state?.file.form.declaration != nil }

  /// Says that what was written took the declaration away, as it must: else it would be missed only when the form is handed in.
  ///
  /// - Parameter wasDeclared: whether it held before.
  func tellOfDeclaration(_ wasDeclared: Bool) {
    guard wasDeclared, state != nil, !isDeclared else { return }
    sitting.runtime.notice(
      Phrase(zh: "已保存；声明因改动失效，提交前按 Ctrl-D 重新声明", en: "Saved; the declaration is gone with it: Ctrl-D declares anew"), .caution)
  }

  private func showWhole() {
    guard let state else { return }
    var paragraphs = FactDetail(state: state, look: sitting.runtime.look).paragraphs.map(\.phrase)
    if case .returned(_, let reason) = state.file.file.material {
      paragraphs.insert(Phrase(zh: "退回理由：\(reason)", en: "Why it came back: \(reason)"), at: 0)
    }
    let text = Phrase(zh: paragraphs.map(\.zh).joined(separator: "\n"), en: paragraphs.map(\.en).joined(separator: "\n"))
    sitting.runtime.tell(state.indicator.name, text)
  }
}
