import Widgets
import Wording

/// The keys of every text that is written, for the help: they belong to the fields, and no screen binds them.
enum EditingKeys {
  /// What they do, in the order in which people ask for it.
  static let bindings = [
    binding("char", [KeyPress(.left), KeyPress(.right)], Phrase(zh: "逐字移动；按住 Shift 选取", en: "by a character; with Shift it selects")),
    binding("word", [KeyPress(.left, .control), KeyPress(.right, .control)], Phrase(zh: "逐词移动", en: "by a word")),
    binding("line", [KeyPress(.home), KeyPress(.end)], Phrase(zh: "到行首、行尾", en: "to the beginning or the end of the line")),
    binding(
      "page", [KeyPress(.pageUp), KeyPress(.pageDown)],
      Phrase(zh: "按页移动；单行栏目中移到上下一页的栏目", en: "by a page, in a form to the fields of the next")),
    binding("all", [KeyPress(.character("a"), .alt)], Phrase(zh: "全选", en: "select all")),
    binding(
      "delete", [KeyPress(.backspace), KeyPress(.delete), .control("w")],
      Phrase(zh: "删前一字、后一字、前一词", en: "delete the character before, after, the word before")),
    binding("cut", [.control("u"), .control("k")], Phrase(zh: "删到行首、行尾", en: "delete to the beginning or the end of the line")),
    binding("undo", [KeyPress(.character("u"), .alt), .control("_")], Phrase(zh: "撤销书写", en: "undo what was written")),
    binding("redo", [.control("y"), KeyPress(.character("r"), .alt)], Phrase(zh: "恢复所撤销的", en: "bring it back")),
  ]

  /// All of them.
  static let keys = Set(bindings.flatMap(\.keys))

  private static func binding(_ name: String, _ keys: [KeyPress], _ words: Phrase) -> KeyBinding {
    KeyBinding(ActionName("edit.\(name)"), keys, label: words)
  }
}
