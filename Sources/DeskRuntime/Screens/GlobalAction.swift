import Widgets
import Wording

/// What can be done on every screen.
public enum GlobalAction: String, Sendable, Hashable, CaseIterable {
  /// Show the help made from the bindings.
  case help
  /// Find an action by its name.
  case palette
  /// List what can be done here.
  case menu
  /// Read the rules that the desk follows, at the one that what is in hand rests on.
  case rules
  /// Write a paper of what is shown.
  case papers
  /// Take a file in, such as the list that is shown holds.
  case importFile = "import"
  /// Give the list that is shown out as a file.
  case exportTable = "export"
  /// Go back one screen, or leave the desk.
  case back
  /// Leave the desk.
  case quit
  /// Speak the other language.
  case language
  /// Use the next theme.
  case theme
  /// Give the mouse to the desk, or back to the terminal.
  case mouse
  /// Copy the row under the cursor to the clipboard of the person's own machine.
  case copy
  /// Take the last act back that can be.
  case undo
  /// Paint everything anew.
  case redraw
  /// Stop the program, as shells know it.
  case suspend

  /// The binding; a screen's own bindings come first where a letter is bound twice.
  public var binding: KeyBinding {
    let name = ActionName("desk.\(rawValue)")
    switch self {
    case .help:
      return KeyBinding(
        name, [.character("?"), KeyPress(.function(1))], label: Phrase(zh: "帮助", en: "help"),
        explanation: Phrase(zh: "列出此处所有按键", en: "list every key of this screen"), prominence: .footer)
    case .palette:
      return KeyBinding(
        name, [.character(":"), .control("p")], label: Phrase(zh: "命令", en: "commands"),
        explanation: Phrase(zh: "输入几个字查找命令", en: "find a command by typing part of its name"))
    case .menu:
      return KeyBinding(
        name, [KeyPress(.function(10))], label: Phrase(zh: "操作", en: "actions"),
        explanation: Phrase(zh: "列出此处可做的事，用方向键选择", en: "list what can be done here, to choose with the arrow keys"), prominence: .footer)
    case .rules:
      return KeyBinding(
        name, [.control("o"), .character("R")], label: Phrase(zh: "办法", en: "rules"),
        explanation: Phrase(zh: "看管理办法：先到光标处所依据的一条", en: "read the regulation, at the article that this rests on"))
    case .papers:
      return KeyBinding(
        name, [.character("P"), KeyPress(.character("w"), .alt)], label: Phrase(zh: "文书", en: "papers"),
        explanation: Phrase(zh: "生成眼前这件事的文书，可打印、可复制", en: "write a paper of what is shown here, to print or to copy"))
    case .importFile:
      return KeyBinding(
        name, [.character("I"), KeyPress(.character("i"), .alt)], label: Phrase(zh: "导入", en: "import"),
        explanation: Phrase(
          zh: "导入文件：先预览，无误再写入，可撤销", en: "take a file in: looked at first, then written; u undoes it"))
    case .exportTable:
      return KeyBinding(
        name, [.character("E"), KeyPress(.character("e"), .alt)], label: Phrase(zh: "导出", en: "export"),
        explanation: Phrase(zh: "把此处的表导出成文件：Excel、CSV、JSON、网页", en: "write this table into a file: Excel, CSV, JSON or a page"))
    case .back:
      return KeyBinding(
        name, [.character("q"), KeyPress(.escape)], label: Phrase(zh: "返回", en: "back"),
        explanation: Phrase(zh: "返回上一屏；在第一屏按 q 退出", en: "go back; on the first screen, q leaves"), prominence: .footer)
    case .quit:
      return KeyBinding(
        name, [KeyPress(.function(12)), .control("c")], label: Phrase(zh: "退出", en: "leave"),
        explanation: Phrase(zh: "退出程序", en: "leave the program"))
    case .language:
      return KeyBinding(
        name, [KeyPress(.function(9)), .character("L")], label: Phrase(zh: "English", en: "中文"),
        explanation: Phrase(zh: "语言切换为英文（English）", en: "switch the language to Chinese (中文)"), prominence: .footer)
    case .theme:
      return KeyBinding(
        name, [KeyPress(.function(8)), .character("T")], label: Phrase(zh: "配色", en: "theme"),
        explanation: Phrase(zh: "换下一种配色", en: "use the next theme"))
    case .mouse:
      return KeyBinding(
        name, [KeyPress(.function(7)), .character("M")], label: Phrase(zh: "鼠标", en: "mouse"),
        explanation: Phrase(
          zh: "启用鼠标，或交还终端以便选取文字", en: "use the mouse here, or give it back to the terminal for selecting text"))
    case .copy:
      return KeyBinding(
        name, [.character("y"), .control("y")], label: Phrase(zh: "复制", en: "copy"),
        explanation: Phrase(zh: "把光标所在的一行复制到剪贴板", en: "copy the row under the cursor to the clipboard"))
    case .undo:
      return KeyBinding(
        name, [.character("u"), .control("_"), KeyPress(.backspace, .alt)], label: Phrase(zh: "撤销", en: "undo"),
        explanation: Phrase(zh: "撤销刚做的一步（能撤销的：填写、登记、移除）", en: "take back what was done last, where it can be: entries and removals"))
    case .redraw:
      return KeyBinding(
        name, [.control("l")], label: Phrase(zh: "重绘", en: "redraw"), explanation: Phrase(zh: "重绘屏幕", en: "paint the screen anew"))
    case .suspend:
      return KeyBinding(
        name, [.control("z")], label: Phrase(zh: "挂起", en: "suspend"),
        explanation: Phrase(zh: "挂起程序，在外壳中用 fg 回来", en: "stop the program; fg in the shell brings it back"))
    }
  }

  /// Keys that no screen may bind, because people must be able to rely on them everywhere. A screen may bind Esc, and letters of the desk
  /// where it has a better use for them.
  public static let reservedKeys: Set<KeyPress> = [
    KeyPress(.function(1)), KeyPress(.function(7)), KeyPress(.function(8)), KeyPress(.function(9)), KeyPress(.function(10)),
    KeyPress(.function(12)), .character("?"), .character(":"), .control("c"), .control("l"), .control("o"), .control("p"), .control("z"),
  ]
}
