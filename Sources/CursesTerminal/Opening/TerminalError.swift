import Wording

/// Why no desk can be opened here.
public enum TerminalError: Error, Sendable, Hashable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// The locale names a code set other than UTF-8.
  case otherCodeSet(locale: String)
  /// The system has no locale with UTF-8 at all.
  case noUnicodeLocale
  /// Neither the terminal that `TERM` names nor a common one is described on this system.
  case unknownTerminal(name: String)
  /// The terminal cannot move its cursor, so nothing can be laid out on it.
  case cannotMoveCursor(name: String)
  /// The system refused something that is needed.
  case system(what: String)

  /// The reason and the remedy.
  public var phrase: Phrase {
    switch self {
    case .notATerminal:
      Phrase(
        zh: "这里没有终端：请直接在终端中运行；用 ssh 时加 -t。", en: "This is no terminal: run it in one, not in a pipe; with ssh, add -t.")
    case .otherCodeSet(let locale):
      Phrase(
        zh: "区域设置“\(locale)”不是 UTF-8：请设 LANG=zh_CN.UTF-8 或 C.UTF-8 后再试。",
        en: "The locale “\(locale)” is not UTF-8: set LANG to zh_CN.UTF-8 or C.UTF-8 and try again.")
    case .noUnicodeLocale:
      Phrase(
        zh: "系统没有 UTF-8 区域设置：请安装 C.UTF-8 或 zh_CN.UTF-8。",
        en: "The system has no UTF-8 locale: install C.UTF-8 or zh_CN.UTF-8.")
    case .unknownTerminal(let name):
      Phrase(
        zh: "系统不识终端“\(name)”，也没有 xterm-256color 的描述：请安装 ncurses-base，或换一个 TERM。",
        en: "The terminal “\(name)” is unknown here, and so is xterm-256color: install ncurses-base, or set another TERM.")
    case .cannotMoveCursor(let name):
      Phrase(
        zh: "终端“\(name)”不能移动光标：请设 TERM=xterm-256color，或换一个终端。",
        en: "The terminal “\(name)” cannot move its cursor: set TERM=xterm-256color, or use another terminal.")
    case .system(let what):
      Phrase(zh: "系统拒绝：\(what)。", en: "The system refused: \(what).")
    }
  }
}
