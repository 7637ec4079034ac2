import Widgets
import Wording

extension KeyPress {
  /// Whether an input method would swallow it: a letter without Control or Alt.
  public var isLetter: Bool {
    guard case .character(let character) = key, modifiers.isDisjoint(with: [.control, .alt]) else { return false }
    return character.isLetter
  }

  /// The key as people read it: `F2`, `Ctrl-L`, `PgDn`, `回车`.
  public func name(in language: Language) -> String {
    var text = ""
    if modifiers.contains(.control) { text += "Ctrl-" }
    if modifiers.contains(.alt) { text += "Alt-" }
    if modifiers.contains(.shift) { text += "Shift-" }
    let isControl = modifiers.contains(.control)
    switch key {
    case .character(" "): text += language == .zh ? "空格" : "Space"
    case .character(let character): text += isControl ? character.uppercased() : String(character)
    case .up: text += "↑"
    case .down: text += "↓"
    case .left: text += "←"
    case .right: text += "→"
    case .home: text += "Home"
    case .end: text += "End"
    case .pageUp: text += "PgUp"
    case .pageDown: text += "PgDn"
    case .enter: text += language == .zh ? "回车" : "Enter"
    case .escape: text += "Esc"
    case .tab: text += "Tab"
    case .backspace: text += language == .zh ? "退格" : "Backspace"
    case .delete: text += "Del"
    case .insert: text += "Ins"
    case .function(let number): text += "F\(number)"
    }
    return text
  }

  /// The key as people read it where arrows would be drawn two cells wide.
  public func plainName(in language: Language) -> String {
    let words: (zh: String, en: String)
    switch key {
    case .up: words = ("上", "Up")
    case .down: words = ("下", "Down")
    case .left: words = ("左", "Left")
    case .right: words = ("右", "Right")
    default: return name(in: language)
    }
    let text = name(in: language).dropLast()
    return text + (language == .zh ? words.zh : words.en)
  }

  /// What a full-width character or a Chinese punctuation mark means where no text is being written: `ｑ` is q, `？` is ?, `：` is :,
  /// `、` is / (the same key on Chinese layouts). Nil where it means nothing but itself.
  public var asciiMeaning: KeyPress? {
    guard case .character(let character) = key, character.unicodeScalars.count == 1,
      let scalar = character.unicodeScalars.first
    else { return nil }
    let ascii: Character
    switch scalar.value {
    case 0xFF01...0xFF5E:
      guard let meaning = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
      ascii = Character(meaning)
    case 0x3000: ascii = " "
    case 0x3001: ascii = "/"
    case 0x3002: ascii = "."
    case 0x3010, 0x300C: ascii = "["
    case 0x3011, 0x300D: ascii = "]"
    case 0x300A: ascii = "<"
    case 0x300B: ascii = ">"
    case 0x201C, 0x201D: ascii = "\""
    case 0x2018, 0x2019: ascii = "'"
    default: return nil
    }
    return KeyPress(.character(ascii), modifiers)
  }
}
