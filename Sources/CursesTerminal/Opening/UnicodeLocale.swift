import Glibc

/// Sets the kind of characters to UTF-8, which ncurses and `wcwidth` go by.
enum UnicodeLocale {
  /// Uses the locale that the environment names if it is UTF-8; else `C.UTF-8`. Under a forced command there is none, and some clients send
  /// names that exist nowhere else, so only the plain wish for another code set is refused.
  static func set(environment: [String: String]) throws(TerminalError) {
    let wish = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    if let codeSet = codeSet(of: wish), !isUTF8(codeSet) { throw .otherCodeSet(locale: wish) }
    for name in [wish, "C.UTF-8", "C.utf8", "en_US.UTF-8"] where !name.isEmpty {
      if setlocale(LC_CTYPE, name) != nil, let codeSet = nl_langinfo(nl_item(CODESET)), isUTF8(String(cString: codeSet)) { return }
    }
    throw .noUnicodeLocale
  }

  /// The code set that a locale's name tells: `GBK` of `zh_CN.GBK@x`.
  static func codeSet(of locale: String) -> String? {
    guard let dot = locale.firstIndex(of: ".") else { return nil }
    let codeSet = locale[locale.index(after: dot)...].prefix { $0 != "@" }
    return codeSet.isEmpty ? nil : String(codeSet)
  }

  private static func isUTF8(_ codeSet: String) -> Bool { ["utf-8", "utf8"].contains(codeSet.lowercased()) }
}
