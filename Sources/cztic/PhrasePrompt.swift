import CenterStore
import Glibc
import Wording

/// The phrase of a sealed file: asked without showing what is typed, or the first line of standard input where nobody sits there.
enum PhrasePrompt {
  /// Whether somebody sits there.
  static var isAnswered: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks for the phrase of a file.
  static func ask(_ language: Language) throws -> String {
    try ask(Phrase(zh: "文件的口令：", en: "phrase of the file: "), language)
  }

  /// Asks for a new phrase, twice where somebody types it.
  ///
  /// - Throws: ``Failure`` 65 for one that may not be chosen (``CenterStore/PasswordRule``), and for two that differ.
  static func choose(login: String, _ language: Language) throws -> String {
    let phrase = try ask(Phrase(zh: "为文件设定口令：", en: "choose a phrase for the file: "), language)
    if let shortcoming = PasswordRule.shortcoming(of: phrase, login: login) {
      throw Failure(65, Phrase(zh: "口令", en: "the phrase ") + shortcoming)
    }
    if isAnswered, try ask(Phrase(zh: "再输一次：", en: "once more: "), language) != phrase {
      throw Failure(65, Phrase(zh: "两次输入的口令不同", en: "the two phrases differ"))
    }
    return phrase
  }

  private static func ask(_ words: Phrase, _ language: Language) throws -> String {
    guard isAnswered else {
      var lines = InputLines()
      guard let line = lines.next() else {
        throw Failure(
          64,
          Phrase(
            zh: "标准输入没有口令；请在终端上运行，或把口令写在标准输入的第一行",
            en: "no phrase came on standard input: run it at a terminal, or write the phrase there as the first line"))
      }
      return line
    }
    return try typed(after: words[language])
  }

  /// A line that is typed and not shown; Ctrl-C gives up, and the terminal is as it was.
  private static func typed(after words: String) throws -> String {
    var usual = termios()
    guard tcgetattr(STDIN_FILENO, &usual) == 0 else { throw Failure(74, SystemReason.phrase(errno)) }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSANOW, &usual)
      Output.message("")
    }
    Output.prompt(words)
    var text: [UInt8] = []
    var byte: UInt8 = 0
    while text.count < 4_000 {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count <= 0 || byte == 0x03 || byte == 0x04 && text.isEmpty { throw Failure(1, Phrase(zh: "已放弃", en: "given up")) }
      switch byte {
      case 0x0A, 0x0D: return String(decoding: text, as: UTF8.self)
      case 0x08, 0x7F: text = Array(String(decoding: text, as: UTF8.self).dropLast().utf8)
      case 0x15: text = []
      case 0..<0x20: break
      default: text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
