import Wording

/// `cztic --login COMMAND`: who comes is asked before the desk opens, and of no command.
enum MisplacedLogin {
  /// The options of `cztic` itself that take a value in the next word.
  private static let valued: Set<String> = ["--store", "--as", "--lang", "--today", "--lock-after"]

  static let failure = Failure(
    64,
    Phrase(
      zh: "--login、--lock-after 只用于打开评审台，不能与命令同用；命令的经办人用 --as 写明",
      en: "--login and --lock-after open the desk and go with no command; --as says who acts"))

  /// Whether options of the desk that asks stand before a command's name.
  static func isThere(in words: [String], before commands: Set<String>) -> Bool {
    var words = words.dropFirst()
    while let word = words.popFirst(), !commands.contains(word) {
      if word == "--login" || word.hasPrefix("--lock-after") { return true }
      if valued.contains(word) { words = words.dropFirst() }
    }
    return false
  }
}
