import Widgets
import Wording

/// A question with a few answers, perhaps with a line to write; the words are looked up anew for each frame, so that the language may change.
final class QuestionDialog: Modal {
  struct Answer {
    var label: Phrase
    var letter: Character?
  }

  private let title: Phrase
  private let text: Phrase
  private let answers: [Answer]
  /// What is wrong with the line that was written; while something is, no first answer is taken.
  private let check: (String) -> Phrase?
  /// Gets the answer, nil for Esc, and the line.
  private let then: @MainActor (Int?, String) -> Void
  private unowned let runtime: Runtime
  private var dialog: Dialog<Int>
  private var fault: Phrase?
  /// The key that opened it, which an impatient second press must not turn into an answer. Enter takes what is chosen all the same, and Esc
  /// leaves things as they are whatever was asked.
  private let opener: KeyPress?

  init(
    _ runtime: Runtime, title: Phrase, text: Phrase, answers: [Answer], chosen: Int = 0, line: String? = nil, isGrave: Bool = false,
    takesDigits: Bool = true,
    check: @escaping (String) -> Phrase? = { _ in nil }, then: @escaping @MainActor (Int?, String) -> Void
  ) {
    self.runtime = runtime
    self.title = title
    self.text = text
    self.answers = answers
    self.check = check
    self.then = then
    opener = isGrave && ![.enter, .escape].contains(runtime.keyInHand?.key) ? runtime.keyInHand : nil
    self.dialog = Dialog(
      title: "", choices: answers.enumerated().map { Dialog<Int>.Choice($0, "", key: $1.letter) },
      field: line.map { TextField($0) }, selected: chosen, ink: isGrave ? .bad : .border)
    dialog.takesDigits = takesDigits
  }

  var hints: [KeyHint] {
    let choose = KeyHint(KeyPress(.enter), zh: answers.count > 1 ? "选定" : "关闭", en: answers.count > 1 ? "choose" : "close")
    let others = [KeyHint(KeyPress(.tab), zh: "移动", en: "move"), KeyHint(KeyPress(.escape), zh: "取消", en: "cancel")]
    return answers.count > 1 ? [choose] + others : [choose]
  }

  func receive(_ event: InputEvent) {
    let outcome: DialogOutcome<Int> =
      switch event {
      case .key(.control("c")): .cancelled
      case .key(let key) where key == opener: .refused
      case .key(let key): dialog.handle(dialog.isFieldInHand ? key : key.asciiMeaning ?? key)
      case .paste(let text): dialog.handle(paste: text)
      case .mouse(let press) where press.button == .left && press.phase == .down: dialog.click(at: press.place)
      case .mouse, .focus: .ignored
      }
    switch outcome {
    case .chosen(let answer): finish(answer)
    case .cancelled: finish(nil)
    case .changed: fault = nil
    case .moved, .refused, .ignored: break
    }
  }

  private func finish(_ answer: Int?) {
    let line = dialog.field?.text ?? ""
    if answer == 0 {
      fault = check(line)
      if fault != nil { return }
    }
    runtime.close(self)
    then(answer, line)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    dialog.title = look(title)
    dialog.lines = look(text).isEmpty ? [] : [look(text)]
    dialog.error = fault.map { look($0) } ?? ""
    for (index, answer) in answers.enumerated() { dialog.choices[index].label = look(answer.label) }
    dialog.layout(in: area, measure: canvas.measure)
    dialog.draw(on: &canvas, in: area)
  }
}
