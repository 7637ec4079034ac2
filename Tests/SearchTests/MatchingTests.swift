import Testing

@testable import Search

@Suite("What a query finds")
struct MatchingTests {
  /// Whether a query finds a text, alone and in an arena: both must say the same.
  private func finds(_ query: String, in text: String) -> Bool {
    let isHit = !arena(of: ["", text]).hits(SearchQuery(query), in: Order(rows: [1])).isEmpty
    #expect(SearchQuery(query).matches(text) == isHit)
    return isHit
  }

  static let laser = "沧州市激光切割技术创新中心"

  @Test(
    "Chinese, pinyin, initials, their beginnings and mixtures find the same name",
    arguments: [
      "激光", "jiguang", "jg", "JG", "ＪＧ", "ｊｉｇｕａｎｇ", "jigua", "jguang", "jig", "激g", "j光", "激guang", "jgqg", "czsjgqg", "cangzhoushi",
      "zhongxin", "zx", "chuangxinzhongxin", "cxzx", "chxzhx", "激光 中心", "zx jg", "  jg  ", "切割　cz", "",
    ])
  func matchesName(query: String) {
    #expect(finds(query, in: MatchingTests.laser))
  }

  @Test(
    "A syllable is entered at its beginning, and letters must follow each other",
    arguments: [
      "angzhou", "iguang", "uang", "jq", "激切", "光激", "jgg", "jiguanh", "激光 泊头", "jigu ang", "jiguangx", "h", "jiguqie", "cazhou", "jigcz",
    ])
  func refuses(query: String) {
    #expect(!finds(query, in: MatchingTests.laser))
  }

  @Test(
    "Letters of the name are found anywhere in it, whatever their width and case",
    arguments: ["5g", "５Ｇ", "lab", "ab", "cncsk", "cnc数控", "(ai)", "（ＡＩ）", "ai", "·"])
  func letters(query: String) {
    #expect(finds(query, in: "ＣＮＣ数控（AI）5Ｇ・Lab"))
  }

  @Test(
    "ü is found as v and as u; no u is found as v", arguments: [("lv", true), ("lvse", true), ("luse", true), ("ls", true), ("le", false)])
  func umlaut(query: String, isFound: Bool) {
    #expect(finds(query, in: "绿色") == isFound)
    #expect(!finds("lvq", in: "路桥"))
  }

  @Test("Both readings of a surname find it, at the beginning of a text only")
  func surnames() {
    #expect(finds("qiushi", in: "仇氏"))
    #expect(finds("choushi", in: "仇氏"))
    #expect(finds("shanwei", in: "单伟"))
    #expect(finds("laoling", in: "乐陵") && finds("leling", in: "乐陵"))
    #expect(!finds("qiu", in: "报仇"))
  }

  @Test("A match never crosses from one text into another")
  func borders() {
    var builder = SearchArena.Builder(rows: 2)
    builder.add(id: 10, name: "激光", code: "AB-1", others: ["切割", "中心"])
    builder.add(id: 20, name: "切割", code: "光", others: [])
    let arena = builder.finish()
    for query in ["光ab", "gab", "1切", "jgqg", "激光切割", "qgzx", "割中", "中心切割", "心切", "ab-1q"] {
      #expect(arena.hits(SearchQuery(query)).isEmpty, "\(query)")
    }
    #expect(arena.hits(SearchQuery("jg ab qg zx")) == [0])
    #expect(arena.hits(SearchQuery("qg")) == [0, 1])
    #expect(arena.ids == [10, 20])
  }

  @Test("Rows without texts, and arenas without rows, are no trouble")
  func emptiness() {
    #expect(SearchArena.empty.hits(SearchQuery("jg")).isEmpty)
    #expect(SearchArena.empty.hits(SearchQuery("")).isEmpty)
    var builder = SearchArena.Builder(rows: 0)
    builder.beginRow(id: 1)
    builder.endRow()
    builder.add(id: 2, name: "", code: "", others: ["", "激光"])
    let arena = builder.finish()
    #expect(arena.hits(SearchQuery("jg")) == [1])
    #expect(arena.hits(SearchQuery(" ")) == [0, 1])
    #expect(arena.orderedByName().rows == [0, 1])
  }

  @Test("Bytes that are not UTF-8 are dropped and harm nothing")
  func hostileBytes() {
    let bytes: [UInt8] = [0xFF, 0x6A, 0xC0, 0x80, 0xE6, 0xBF, 0xF0, 0x9F, 0x67, 0x00, 0xE6, 0xBF, 0x80, 0xED, 0xA0, 0x80, 0xE5]
    var builder = SearchArena.Builder(rows: 1)
    builder.beginRow(id: 1)
    bytes.withUnsafeBufferPointer { builder.append(utf8: $0) }
    builder.endRow()
    #expect(builder.finish().hits(SearchQuery("jg激")) == [0])
  }

  @Test("A word of any length is lawful")
  func longWords() {
    let name = String(repeating: "激光", count: 80)
    #expect(finds(String(repeating: "激光", count: 31) + "激", in: name))
    #expect(finds(String(repeating: "jg", count: 200), in: name))
    #expect(!finds(String(repeating: "j", count: 200), in: name))
  }

  @Test(
    "What matched in a shown name is told by characters",
    arguments: [
      ("激光", [3..<5]), ("jg", [3..<5]), ("jiguangq", [3..<6]), ("zhou", [1..<2]), ("cz zx", [0..<2, 11..<13]), ("激g qie", [3..<6]),
      ("botou", []), ("", []), ("jg botou", [3..<5]),
    ])
  func ranges(query: String, expected: [Range<Int>]) {
    #expect(SearchQuery(query).ranges(in: MatchingTests.laser) == expected)
  }

  @Test("Ranges count characters, not units: letters with marks, emoji, full width, other readings")
  func rangesOfCharacters() {
    #expect(SearchQuery("jg").ranges(in: "👩‍🔬e\u{301}激光") == [2..<4])
    #expect(SearchQuery("ai").ranges(in: "沧州ＡＩ") == [2..<4])
    #expect(SearchQuery("qiu").ranges(in: "仇氏") == [0..<1])
  }
}
