@testable import Widgets

/// A text with its insertion point as `|` and its selection between `[` and `]`; `¶` is a line break.
///
/// `ab|c` has no selection; `a[b|]c` has one whose moving end is right; `a[|b]c` one whose moving end is left.
enum MarkedText {
  static func editor(_ marked: String, isMultiline: Bool = false, limit: Int = 10_000) -> TextEditor {
    var text = ""
    var (caret, open, close): (Int?, Int?, Int?)
    var count = 0
    for character in marked {
      switch character {
      case "|": caret = count
      case "[": open = count
      case "]": close = count
      default:
        text.append(character == "¶" ? "\n" : character)
        count += 1
      }
    }
    var editor = TextEditor(text, isMultiline: isMultiline, limit: limit)
    editor.moveCaret(to: caret ?? count)
    if let open, let close {
      editor.moveCaret(to: caret == open ? close : open)
      editor.moveCaret(to: caret == open ? open : close, selecting: true)
    }
    return editor
  }

  static func marked(_ editor: TextEditor) -> String {
    var text = ""
    let selection = editor.selection
    for index in 0...editor.characters.count {
      if index == selection?.upperBound { text += index == editor.caret ? "|]" : "]" }
      if index == selection?.lowerBound { text += index == editor.caret ? "[|" : "[" }
      if selection == nil, index == editor.caret { text += "|" }
      if index < editor.characters.count { text += editor.characters[index] == "\n" ? "¶" : String(editor.characters[index]) }
    }
    return text
  }

  /// Keys by name, parted by blanks: `left`, `S-left`, `C-left`, `A-b`, `^k`, `"typed"`; `undo` and `redo` are keys of the editor.
  static func keys(_ names: String) -> [KeyPress] {
    var keys: [KeyPress] = []
    for name in names.split(separator: " ") {
      // Mark by mark: a quotation mark and a mark behind it would be one character.
      let scalars = name.unicodeScalars
      if scalars.first == "\"", scalars.last == "\"" {
        keys += scalars.dropFirst().dropLast().map { .character($0 == "_" ? " " : Character($0)) }
        continue
      }
      var rest = name
      var modifiers: Modifiers = []
      while let (prefix, modifier) = held.first(where: { rest.hasPrefix($0.0) && rest.count > $0.0.count }) {
        rest = rest.dropFirst(prefix.count)
        modifiers.insert(modifier)
      }
      keys.append(KeyPress(named[String(rest)] ?? .character(rest.first ?? "?"), modifiers))
    }
    return keys
  }

  private static let held: [(String, Modifiers)] = [("S-", .shift), ("C-", .control), ("A-", .alt), ("^", .control)]
  private static let named: [String: Key] = [
    "left": .left, "right": .right, "up": .up, "down": .down, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
    "back": .backspace, "del": .delete, "enter": .enter, "esc": .escape, "tab": .tab, "space": .character(" "), "f2": .function(2),
  ]
}
