import Widgets
import Wording

/// A question with a few answers; the words are looked up anew for each frame, so that the language may change.
final class QuestionDialog: Modal {
  struct Answer {
    var label: Phrase
    var letter: Character?
  }

  private let title: Phrase
  private let text: Phrase
  private let answers: [Answer]
  /// Gets the answer, nil for Esc.
  private let then: @MainActor (Int?) -> Void
  private unowned let runtime: Runtime
  private var dialog: Dialog<Int>
  /// The key that opened it, which an impatient second press must not turn into an answer. Enter takes what is chosen all the same, and Esc
  /// leaves things as they are whatever was asked.
  private let opener: KeyPress?

  init(
    _ runtime: Runtime, title: Phrase, text: Phrase, answers: [Answer], chosen: Int = 0, isGrave: Bool = false,
    takesDigits: Bool = true, then: @escaping @MainActor (Int?) -> Void
  ) {
    self.runtime = runtime
    self.title = title
    self.text = text
    self.answers = answers
    self.then = then
    opener = isGrave && ![.enter, .escape].contains(runtime.keyInHand?.key) ? runtime.keyInHand : nil
    self.dialog = Dialog(
      title: "", choices: answers.enumerated().map { Dialog<Int>.Choice($0, "", key: $1.letter) },
      selected: chosen, ink: isGrave ? .bad : .border)
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
      case .key(let key): dialog.handle(key.asciiMeaning ?? key)
      case .mouse(let press) where press.button == .left && press.phase == .down: dialog.click(at: press.place)
      case .paste, .mouse, .focus: .ignored
      }
    switch outcome {
    case .chosen(let answer): finish(answer)
    case .cancelled: finish(nil)
    case .moved, .refused, .ignored: break
    }
  }

  private func finish(_ answer: Int?) {
    runtime.close(self)
    then(answer)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    dialog.title = look(title)
    dialog.lines = look(text).isEmpty ? [] : [look(text)]
    for (index, answer) in answers.enumerated() { dialog.choices[index].label = look(answer.label) }
    dialog.layout(in: area, measure: canvas.measure)
    dialog.draw(on: &canvas, in: area)
  }
}
