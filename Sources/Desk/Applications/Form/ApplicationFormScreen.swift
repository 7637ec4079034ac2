import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The form in which a host applies (申报书; articles 9 and 10): all conditions, checked while it is written, saved as it is written.
@MainActor
final class ApplicationFormScreen: Screen {
  let sitting: Sitting
  let number: String
  /// What stands in the form; `nil` until it is read.
  var state: ApplicationFormState?
  private(set) var documents: [Attachment] = []
  /// The application as it was opened.
  private(set) var file: ApplicationFile?
  private var failure: WordsPage?
  let pause: SavingPause
  /// How many savings are on their way.
  var saving = 0
  /// Whether this person is asked which of two texts stays.
  var isChoosing = false
  /// Why something is not saved; `nil` where all is well.
  var trouble: Phrase?
  /// The form as this desk last knew it to be in the store.
  var confirmed = ApplicationForm()
  /// The form as it stood before what is written in one field in one go.
  var runBegan: ApplicationForm?
  private(set) var reasonOfReturn: PlainText?
  private var isReasonCut = false
  private var isReturnCut = false

  /// How long nothing is typed before what stands in a field is saved.
  static let pauseBeforeSaving = Duration.milliseconds(400)

  init(_ sitting: Sitting, number: String) {
    self.sitting = sitting
    self.number = number
    pause = SavingPause(sitting.runtime, quiet: ApplicationFormScreen.pauseBeforeSaving)
  }

  var title: Phrase { Phrase(zh: "申报书 \(number)", en: "Form of \(number)") }
  var isCapturing: Bool { true }
  var unsavedReason: Phrase? {
    save()
    if let trouble { return Phrase(zh: "有内容没有保存：", en: "Something is not saved: ") + trouble }
    guard let wrong = state?.wrongLabels, !wrong.isEmpty else { return nil }
    return Phrase(zh: "填写有误，没有保存：", en: "Wrong, and not saved: ") + Phrase.list(wrong)
      + Phrase(zh: "。取消后可更正；放弃则保留原来的内容。", en: ". Cancel to correct it; leaving keeps what was there before.")
  }

  var bindings: [KeyBinding] {
    let isAtBuilders = state?.coBuilderInHand != nil || state?.form.idInHand == "co_builders"
    var bindings = [
      KeyBinding(
        "unmet", [KeyPress(.function(3)), .control("n")], label: Phrase(zh: "未符合", en: "not met"),
        explanation: Phrase(
          zh: "到下一个有误、不符合或待填的栏目，到末尾后从头再找", en: "go to the next field that is wrong, fails a condition or is missing, round the end"),
        prominence: .first,
        refusal: state?.openFields.isEmpty == true ? Phrase(zh: "所有条件都已符合", en: "every condition is met") : nil),
      KeyBinding(
        "documents", [KeyPress(.function(4)), .control("d")], label: documentsLabel,
        explanation: Phrase(zh: "所在条件的附件：查看、登记", en: "the documents that prove the condition in hand: read, enter"),
        prominence: isAtBuilders ? .footer : .first),
      KeyBinding(
        "add", [KeyPress(.function(5))], label: Phrase(zh: "加单位", en: "add co-builder"),
        explanation: Phrase(zh: "增加一家共建单位", en: "add a co-builder"),
        prominence: isAtBuilders ? .first : .footer),
      KeyBinding(
        "remove", [KeyPress(.function(6))], label: Phrase(zh: "删单位", en: "remove it"),
        explanation: Phrase(zh: "删去所在的共建单位", en: "take the co-builder in hand away"),
        prominence: .first,
        refusal: state?.coBuilderInHand == nil ? Phrase(zh: "先移到一个共建单位的栏目", en: "move to a field of a co-builder first") : nil),
      KeyBinding(
        "whole", [KeyPress(.function(11)), .control("w")], label: Phrase(zh: "全文", en: "whole"),
        explanation: Phrase(zh: "显示此处条件的全文和退回理由全文", en: "show all that is said of the condition here, and why it was returned"),
        prominence: isReasonCut ? .first : .footer),
      KeyBinding("next", [KeyPress(.tab), KeyPress(.down)], label: Phrase(zh: "下一栏", en: "next field"), prominence: .footer),
      KeyBinding("previous", [KeyPress(.tab, .shift), KeyPress(.up)], label: Phrase(zh: "上一栏", en: "field before")),
      KeyBinding(
        "undo", [.control("_"), KeyPress(.character("u"), .alt)], label: Phrase(zh: "撤销", en: "undo"),
        explanation: Phrase(
          zh: "撤销在此栏所写；此栏没有可撤销的，则撤销之前所填的一栏", en: "take back what was written in this field, else what was filled in before it")),
    ]
    if let handingIn = handingInBinding(isFirst: !isAtBuilders) { bindings.insert(handingIn, at: 0) }
    if state?.itemInHand?.field.isList == true {
      bindings.append(
        KeyBinding(
          "tick", [.character(" ")], label: Phrase(zh: "勾选", en: "tick"),
          explanation: Phrase(
            zh: "勾选或取消光标所在的一项；上下键在各项间移动，在两端移出；数字勾选该号的一项",
            en:
              "tick the thing under the cursor, or untick it; Up and Down move, and leave at the ends; a digit ticks the one of that number"
          ),
          prominence: .footer))
    }
    if state?.isListInHand == true {
      bindings.append(
        KeyBinding(
          "list", [KeyPress(.enter)], label: Phrase(zh: "列出可选项", en: "list"),
          explanation: Phrase(zh: "列出此栏全部可选项", en: "list all there is to choose here"), prominence: .footer))
    }
    return bindings
  }

  func appeared() {
    documents = (try? sitting.store.attachments(of: .application(number), by: sitting.acting)) ?? []
    guard state == nil else { return takeOthers() }
    do {
      let file = try sitting.store.application(number, by: sitting.acting)
      guard file.summary.stage.isEditable else {
        failure = WordsPage(
          heading: Phrase(zh: "现在不能修改", en: "It cannot be changed now"),
          paragraphs: [Phrase(zh: "申请现为“\(file.summary.stage.phrase.zh)”。", en: "The application is “\(file.summary.stage.phrase.en)”.")])
        return
      }
      self.file = file
      confirmed = file.form
      reasonOfReturn = file.application.state.reasonOfReturn
      let (store, who, number) = (sitting.store, sitting.acting, number)
      // The store is asked what it will find once this is saved, so that form and file never differ. Where it cannot answer, saving says why.
      let places = try Places.standard.get()
      let offers = ApplicationFormState.Offers(
        fields: sitting.names.offered(keeping: [file.form.center.field].compactMap(\.self)),
        registries: [places.city] + places.counties + places.zones)
      state = ApplicationFormState(
        file.form, offers: offers, found: file.eligibility,
        judge: { form in try? store.eligibility(of: number, with: form, by: who) }, language: sitting.runtime.language)
    } catch {
      failure = .failed(error)
    }
  }

  func changed(_ news: any Sendable) {
    takeOthers()
    state?.lookAgain()
  }

  func perform(_ action: ActionName) {
    let language = sitting.runtime.language
    switch action {
    case "next": _ = receive(.key(KeyPress(.tab)))
    case "previous": _ = receive(.key(KeyPress(.tab, .shift)))
    case "unmet": state?.takeNextOpen()
    case "whole": showWhole()
    case "documents": showDocuments()
    case "handIn": return handIn()
    case "add": state?.addCoBuilder(language)
    case "remove": removeCoBuilder()
    case "tick": _ = receive(.key(.character(" ")))
    case "list": listChoices()
    case "undo": return undo()
    default: break
    }
    save()
  }

  func receive(_ event: InputEvent) -> Bool {
    if event == .key(KeyPress(.enter)), state?.isListInHand == true {
      listChoices()
      return true
    }
    let outcome = edit(event)
    if outcome == .refused, let form = state?.form { sitting.tellHow(in: form, event) }
    return outcome.map { $0 != .ignored } ?? false
  }

  private func edit(_ event: InputEvent) -> FormOutcome<String>? {
    let outcome = state?.edit(sitting.runtime.language) { $0.take(event) }
    switch outcome {
    case .switched, .completed: save()
    case .changed: pause.wrote { [weak self] in self?.save() }
    default: break
    }
    return outcome
  }

  /// Takes back what was written in the field in hand; where nothing is left of it, what was filled in before.
  private func undo() {
    switch edit(.key(.control("_"))) {
    case .refused, .ignored, nil: sitting.undo()
    default: break
    }
  }

  func ending() { save() }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    guard state != nil else { return WordsPage.loading.draw(on: &canvas, in: area, look: look) }
    state?.speak(look.language)
    let room = drawReason(on: &canvas, in: area, look)
    state?.layout(in: ApplicationFormView.formArea(in: room), measure: canvas.measure, language: look.language)
    guard let state else { return }
    let status: (Phrase, Ink) =
      if let trouble {
        (trouble, .bad)
      } else if isChoosing {
        (Phrase(zh: "未保存，待您选择", en: "not saved: choose"), .caution)
      } else if state.isUnsaved || saving > 0 {
        (Phrase(zh: "正在保存…", en: "saving…"), .muted)
      } else if !state.problems.isEmpty {
        (
          Phrase(
            zh: "\(state.problems.count) 栏有误，未保存",
            en: state.problems.count == 1 ? "1 field is wrong, not saved" : "\(state.problems.count) fields are wrong, not saved"), .bad
        )
      } else {
        (Phrase(zh: "已保存", en: "saved"), .good)
      }
    let view = ApplicationFormView(state: state, look: look, status: status)
    isReasonCut = view.isCut(in: room, measure: canvas.measure) || isReturnCut
    view.draw(on: &canvas, in: room)
  }

  /// Why the application came back stands above the form in which it is mended.
  ///
  /// - Returns: the room that is left.
  private func drawReason(on canvas: inout Canvas, in area: Area, _ look: Look) -> Area {
    isReturnCut = false
    guard let reasonOfReturn else { return area }
    let words = look(Phrase(zh: "退回理由：", en: "Why it came back: ")) + reasonOfReturn.string
    let columns = area.columns - 2
    let lines = canvas.measure.wrapped(words, to: columns)
    let shown = canvas.measure.cut(lines, to: area.rows < 30 ? 2 : 4, columns: columns)
    isReturnCut = shown.count < lines.count
    for (offset, line) in shown.enumerated() {
      canvas.put(line, at: Position(column: area.column + 1, row: area.row + offset), style: Style(.caution), within: area)
    }
    return area.splitTop(shown.count).rest
  }
}
