import Testing
import Wording

@testable import CursesTerminal

@Suite("Clipboard, code sets, answers")
struct SmallPartsTests {
  @Test(
    "Base 64 is padded to fours",
    arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("中", "5Lit")])
  func base64(text: String, expected: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == expected)
  }

  @Test("What is copied has no controls, and nothing that is too long or empty is sent")
  func clipboard() {
    #expect(Clipboard.sequence(for: "a\u{1B}]52;\u{7}b") == "\u{1B}]52;c;\(Clipboard.base64(Array("a]52;b".utf8)))\u{7}")
    #expect(Clipboard.sequence(for: "\u{1B}\u{7}") == nil)
    #expect(Clipboard.sequence(for: "") == nil)
    #expect(Clipboard.sequence(for: String(repeating: "a", count: 74_000)) != nil)
    #expect(Clipboard.sequence(for: String(repeating: "a", count: 74_001)) == nil)
  }

  @Test(
    "What is copied is no formula where it is pasted, and figures with a sign stay as they are",
    arguments: [
      ("C1\t=HYPERLINK(\"x\")\n@SUM(A1)", "C1\t'=HYPERLINK(\"x\")\n'@SUM(A1)"), ("+cmd|' /C calc'!A1", "'+cmd|' /C calc'!A1"),
      ("＝１＋１\t－ｃｍｄ", "'＝１＋１\t'－ｃｍｄ"), ("-/7\t+0.50\t-\t- 见附件", "-/7\t+0.50\t-\t- 见附件"), ("a=b\t甲\u{202E}乙", "a=b\t甲乙"),
    ])
  func formulas(text: String, copied: String) {
    #expect(Clipboard.sequence(for: text) == "\u{1B}]52;c;\(Clipboard.base64(Array(copied.utf8)))\u{7}")
  }

  @Test(
    "A locale's name tells its code set",
    arguments: [("zh_CN.UTF-8", "UTF-8"), ("zh_CN.GBK@x", "GBK"), ("zh_CN", nil), ("C", nil), ("", nil), ("UTF-8", nil), ("x.", nil)]
      as [(String, String?)])
  func codeSet(locale: String, expected: String?) {
    #expect(UnicodeLocale.codeSet(of: locale) == expected)
  }

  @Test(
    "Only the plain wish for another code set is refused",
    arguments: [
      [:], ["LANG": ""], ["LANG": "C"], ["LANG": "POSIX"], ["LC_CTYPE": "UTF-8"], ["LANG": "xx_YY.UTF-8"], ["LANG": "zh_CN"],
      ["LC_ALL": "C.utf8", "LANG": "zh_CN.GBK"],
    ] as [[String: String]])
  func accepted(environment: [String: String]) {
    #expect(throws: Never.self) { try UnicodeLocale.set(environment: environment) }
  }

  @Test("GBK is refused by name", arguments: ["LC_ALL", "LC_CTYPE", "LANG"])
  func refused(variable: String) {
    #expect(throws: TerminalError.otherCodeSet(locale: "zh_CN.GBK")) { try UnicodeLocale.set(environment: [variable: "zh_CN.GBK"]) }
  }

  @Test(
    "Two columns tell how wide a terminal draws",
    arguments: [([2, 4], false, true), ([3, 5], true, true), ([2, 5], false, false), ([4, 7], false, false)])
  func widths(columns: [Int], isWide: Bool, isUTF8: Bool) {
    var answers = WidthAnswers()
    #expect(answers.conclusion == nil)
    for column in columns { answers.add(column) }
    #expect(answers.conclusion?.ambiguousIsWide == isWide)
    #expect(answers.conclusion?.understandsUTF8 == isUTF8)
  }

  @Test("Every reason not to open says something in both languages, with what it is about")
  func reasons() {
    let errors: [TerminalError] = [
      .notATerminal, .otherCodeSet(locale: "zh_CN.GBK"), .noUnicodeLocale, .unknownTerminal(name: "kitty"), .cannotMoveCursor(name: "dumb"),
      .system(what: "tcsetattr"),
    ]
    for error in errors {
      for language in Language.allCases { #expect(error.phrase[language].count > 10) }
    }
    #expect(TerminalError.otherCodeSet(locale: "zh_CN.GBK").phrase.en.contains("zh_CN.GBK"))
  }
}
