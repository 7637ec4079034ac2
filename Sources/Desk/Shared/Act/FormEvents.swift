import DeskRuntime
import Widgets
import Wording

extension Form {
  /// Takes what happens at a screen that is all form: keys, pasted text, a click. Esc is the desk's, so that it always leads back.
  mutating func take(_ event: InputEvent) -> FormOutcome<ID> {
    switch event {
    case .key(KeyPress(.escape)): .ignored
    case .key(let press): handle(press)
    case .paste(let text): handle(paste: text)
    case .mouse(let press) where press.button == .left && press.phase == .down: click(at: press.place)
    case .mouse, .focus: .ignored
    }
  }

  /// Whether something is to be chosen in the field in hand.
  var isChoosing: Bool { idInHand.flatMap { self[$0] } is ChoiceField }
  /// Whether a number is to be written in it.
  var isNumber: Bool { idInHand.flatMap { self[$0] } is NumberField }
  /// Whether things are to be ticked in it.
  var isTicking: Bool { idInHand.flatMap { self[$0] } is CheckField }
}

extension Sitting {
  /// A row of choices takes no text, a number not several lines: what was typed or pasted there does not vanish without a word.
  func tellHow<ID>(in form: Form<ID>, _ event: InputEvent) {
    if form.isNumber, case .paste(let text) = event, NumberField.isSeveral(text) { return tellOneFigure() }
    guard form.isChoosing || form.isTicking else { return }
    let keys =
      form.isTicking
      ? Phrase(zh: "用空格或数字勾选，Tab 到下一栏", en: "Space or a digit ticks, Tab goes on")
      : Phrase(zh: "用空格、数字或 ← → 选择", en: "Space, a digit, or Left and Right choose")
    switch event {
    case .key(let press):
      guard case .character(let character) = press.key, press.modifiers.isEmpty, character != " " else { return }
      runtime.notice(
        character.isASCII
          ? keys
          : Phrase(zh: "输入法开着：“\(character)”在此不是按键；", en: "An input method is on: “\(character)” is no key here; ") + keys, .caution)
    case .paste: runtime.notice(Phrase(zh: "此栏不能粘贴；", en: "Nothing can be pasted here; ") + keys, .caution)
    case .mouse, .focus: break
    }
  }

  /// Says that lines of a table are no one figure.
  func tellOneFigure() {
    runtime.notice(
      Phrase(zh: "粘贴了多行，此处只填一个数；请逐个粘贴", en: "Several lines were pasted, and one figure is asked for: paste them singly"), .caution)
  }
}
