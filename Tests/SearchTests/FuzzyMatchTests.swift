import Testing

@testable import Search

@Suite("The palette's loose matching")
struct FuzzyMatchTests {
  @Test(
    "Letters in order find a text, by sign, syllable or initial",
    arguments: [
      ("dc", "导出 Export", [0, 1]), ("daochu", "导出 Export", [0, 1]), ("导", "导出 Export", [0]), ("exp", "导出 Export", [3, 4, 5]),
      ("dcx", "导出 Export", [0, 1, 4]), ("ox", "Open export", [0, 6]), ("ＤＣ", "导出", [0, 1]), ("kp", "开始评价", [0, 2]), ("", "导出", []),
      ("d c", "导出", [0, 1]),
    ])
  func finds(query: String, text: String, expected: [Int]) {
    #expect(FuzzyMatch(query, in: text)?.characters == expected)
  }

  @Test("Letters out of order or missing find nothing", arguments: [("cd", "导出"), ("dcc", "导出"), ("q", "导出"), ("a", ""), ("aochu", "导出")])
  func refuses(query: String, text: String) {
    #expect(FuzzyMatch(query, in: text) == nil)
  }

  @Test("Letters in a row, beginnings of words and shorter texts come first")
  func ranking() {
    #expect(FuzzyMatch.ranked("dc", ["大家都出来", "导入", "导出", "打开窗口"]).map(\.index) == [2, 0, 3])
    #expect(FuzzyMatch.ranked("sort", ["some other route", "Sort rows", "re-sort"]).first?.index == 1)
    #expect(FuzzyMatch.ranked("op", ["stop", "Open", "Open file"]).map(\.index) == [1, 2, 0])
    #expect(FuzzyMatch.ranked("", ["b", "a"]).map(\.index) == [0, 1])
  }
}
