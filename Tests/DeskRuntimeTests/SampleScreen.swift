import DeskRuntime
import TerminalForTests
import Widgets
import Wording

/// A screen that writes down what happens to it.
@MainActor
final class SampleScreen: Screen {
  var title = Phrase(zh: "样本", en: "Sample")
  var bindings: [KeyBinding] = [
    KeyBinding(
      "submit", [.character("S"), KeyPress(.function(2))], label: Phrase(zh: "提交", en: "submit"),
      explanation: Phrase(zh: "提交评分表", en: "submit the scoresheet"), prominence: .first),
    KeyBinding(
      "next", [.character("n"), KeyPress(.tab)], label: Phrase(zh: "下一项", en: "next"), prominence: .footer),
    KeyBinding(
      "print", [.character("P"), KeyPress(.function(4))], label: Phrase(zh: "打印", en: "print"),
      refusal: Phrase(zh: "没有打印机", en: "there is no printer")),
  ]
  var isCapturing = false
  let offersPapers = true
  let offersImport = true
  let offersExport = true
  var row: String?
  var rowInHand: String? { row }
  var unsavedReason: Phrase?
  var log: [String] = []
  var text = ""
  var appearances = 0
  /// What else performing does.
  var doing: (() -> Void)?

  func perform(_ action: ActionName) {
    log.append(action.rawValue)
    doing?()
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let key):
      switch key.key {
      case .pageDown: log.append("page")
      case .character(let character) where isCapturing || character.isNumber: text.append(character)
      case .enter where isCapturing: isCapturing = false
      default: return false
      }
      return true
    case .paste(let pasted):
      text += pasted
      return true
    default: return false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    canvas.put("text=\(text)", at: Position(column: area.column, row: area.row))
    canvas.put(look(Phrase(zh: "内容", en: "content")), at: Position(column: 0, row: area.row + 1))
    canvas.cursor = Position(column: area.column + 5, row: area.row)
  }

  func appeared() { appearances += 1 }
  func changed(_ news: any Sendable) { log.append("news \(news)") }
}

/// A desk with a sample screen on a terminal for tests.
@MainActor
struct SampleDesk {
  let terminal: TestTerminal
  let runtime: Runtime
  let screen = SampleScreen()

  init(columns: Int = 80, rows: Int = 24, ambiguousIsWide: Bool = false, canSuspend: Bool = true, language: Language = .en) {
    terminal = TestTerminal(columns: columns, rows: rows, ambiguousIsWide: ambiguousIsWide, canSuspend: canSuspend)
    runtime = Runtime.forTests(on: terminal, preferences: Runtime.Preferences(language: language))
    runtime.openRules = {}
    runtime.openPapers = {}
    runtime.openImport = {}
    runtime.openExport = {}
    runtime.undo = {}
    runtime.push(screen)
    runtime.settle()
  }

  func press(_ keys: KeyPress...) {
    terminal.feed(keys.map { .input(.key($0)) })
    runtime.settle()
  }

  func type(_ text: String) {
    terminal.type(text)
    runtime.settle()
  }

  var footer: String { terminal.text.last ?? "" }
}
