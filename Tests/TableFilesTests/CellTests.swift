import Testing

@testable import TableFiles

@Suite("What a cell holds")
struct CellTests {
  @Test(
    "A text that a spreadsheet might take for a formula is marked, and the mark is taken away",
    arguments: [
      ("=1+1", "'=1+1"), ("+86", "'+86"), ("-", "'-"), ("@x", "'@x"), ("'x", "''x"), ("''", "'''"), ("'", "''"), ("a=", "a="), ("", ""),
      ("激光", "激光"),
      ("=\u{301}", "'=\u{301}"), ("'\u{301}x", "''\u{301}x"),
    ])
  func guards(text: String, cell: String) {
    #expect(FormulaGuard.marked(text) == cell)
    #expect(FormulaGuard.unmarked(cell) == text)
  }

  @Test(
    "Exactly one mark is taken away, also one that this program did not write", arguments: [("'0317", "0317"), ("''", "'"), ("x'", "x'")])
  func unmarked(cell: String, text: String) {
    #expect(FormulaGuard.unmarked(cell) == text)
  }

  @Test(
    "A list is separated by ; or ；",
    arguments: [
      ("高校甲;企业乙", ["高校甲", "企业乙"]), (" 甲 ；　乙 ;", ["甲", "乙"]), ("", []), (";；;", []), ("甲,乙、丙", ["甲,乙、丙"]), ("甲\n乙;丙", ["甲\n乙", "丙"]),
      ("（甲）", ["（甲）"]), ("（甲）；（乙）", ["（甲）", "（乙）"]), (" 　", []), ("；", []),
    ])
  func lists(cell: String, entries: [String]) {
    #expect(CellList.split(cell) == entries)
    #expect(CellList.split(CellList.joined(entries)) == entries)
  }

  @Test(
    "A list that is taken as it lies there has the entries that it has as text; what must be looked at as text is told",
    arguments: [
      ("高校甲;企业乙", true), ("甲", true), ("", true), ("（甲）;乙 丙", true), ("甲;", false), (";", false), ("甲;;乙", false), ("甲 ;乙", false),
      ("甲;　乙", false), ("甲；乙", false), (" ", false),
    ])
  func plainLists(cell: String, isPlain: Bool) throws {
    let entries = Array(cell.utf8).withUnsafeBytes { CellList.plainEntries($0)?.map { String(decoding: $0, as: UTF8.self) } }
    #expect(entries == (isPlain ? CellList.split(cell) : nil))
  }

  @Test("A list of lines is separated by line breaks", arguments: ["a b\nc;d", "a b\r\nc;d\r\n", "\r a b \n\n c;d"])
  func lines(cell: String) {
    #expect(CellList.split(cell, by: .line) == ["a b", "c;d"])
    #expect(CellList.joined(["a b", "c;d"], by: .line) == "a b\nc;d")
  }

  @Test("An entry that holds a separator is not lawful")
  func entries() {
    #expect(CellList.isLawful("甲\n乙"))
    #expect(!CellList.isLawful("甲；乙"))
    #expect(!CellList.isLawful("甲;乙"))
    #expect(CellList.isLawful("甲;乙", by: .line))
    #expect(!CellList.isLawful("甲\r\n乙", by: .line))
  }

  @Test(
    "An excerpt is short and harmless",
    arguments: [
      ("激光", "激光"), (String(repeating: "光", count: 40), String(repeating: "光", count: 40)),
      (String(repeating: "光", count: 41), String(repeating: "光", count: 40) + "…"), ("a\r\n\nb", "a b"),
      ("\u{1B}]0;x\u{7}", "<U+001B>]0;x<U+0007>"),
      ("a\u{9B}b\u{7F}", "a<U+009B>b<U+007F>"), ("a\u{202E}b\u{2066}", "a<U+202E>b<U+2066>"), ("\u{E0041}x", "<U+E0041>x"), ("👩‍🔬é", "👩‍🔬é"),
    ])
  func excerpts(text: String, expected: String) {
    #expect(SafeExcerpt(text).string == expected)
  }

  @Test("A character with ten thousand marks does not make a long excerpt")
  func marks() {
    #expect(SafeExcerpt("x" + String(repeating: "\u{301}", count: 10_000)).string == "…")
  }
}
