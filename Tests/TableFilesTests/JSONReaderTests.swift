import Testing

@testable import TableFiles

@Suite("JSON is read strictly, and nothing in it is lost")
struct JSONReaderTests {
  @Test(
    "Documents",
    arguments: [
      ("null", JSONValue.null), ("true", true), (" false\n", false), ("\"\"", ""), ("\"编号\"", "编号"), ("[]", []), ("{}", [:]), ("[ ]", []),
      ("{ }", [:]), ("[1,[2,[]],{}]", [1, [2, []], [:]]), ("{\"b\":1,\"a\":{\"b\":null}}", ["b": 1, "a": ["b": nil]]),
      ("\t[\r\n1 , 2 ]", [1, 2]),
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u7f16\u53F7\u0000""#, "编号\u{0}"), (#""\ud842\udfb7\uD83D\uDE00""#, "𠮷😀"),
      ("\"\u{7F}\u{85}\u{2028}\"", "\u{7F}\u{85}\u{2028}"), (#"{"\u0061":1,"A":2}"#, ["a": 1, "A": 2]),
    ] as [(String, JSONValue)])
  func documents(text: String, expected: JSONValue) throws {
    #expect(try JSONReader.read(text) == expected)
  }

  @Test(
    "Numbers keep the digits they are written with",
    arguments: [
      "0", "-0", "1", "-1", "10", "4.50", "0.1", "1e5", "1E+05", "1.5e-300", "123456789012345678901234567890.12345678901234567890",
      "9007199254740993",
    ])
  func numbers(text: String) throws {
    #expect(try JSONReader.read(text) == .number(text))
    #expect(try JSONReader.read("[\(text)]") == [.number(text)])
  }

  @Test(
    "What is no JSON is refused, with its place",
    arguments: [
      ("", JSONError.Kind.endsEarly, 1, 1), ("  \n ", .endsEarly, 2, 2), ("[", .endsEarly, 1, 2), ("{", .endsEarly, 1, 2),
      ("[1", .endsEarly, 1, 3),
      ("[1,", .endsEarly, 1, 4), ("{\"a\"", .endsEarly, 1, 5), ("{\"a\":", .endsEarly, 1, 6), ("{\"a\":1", .endsEarly, 1, 7),
      ("{\"a\":1,", .endsEarly, 1, 8), ("\"a", .endsEarly, 1, 3), ("\"a\\", .endsEarly, 1, 4), ("\"\\u12", .endsEarly, 1, 6),
      ("tru", .endsEarly, 1, 4),
      ("[1,]", .expected(.value), 1, 4), ("[,1]", .expected(.value), 1, 2), ("]", .expected(.value), 1, 1),
      ("[1 2]", .expected(.commaOrBracket), 1, 4),
      ("[1}", .expected(.commaOrBracket), 1, 3), ("{\"a\":1,}", .expected(.key), 1, 8), ("{a:1}", .expected(.key), 1, 2),
      ("{1:1}", .expected(.key), 1, 2),
      ("{'a':1}", .expected(.key), 1, 2), ("{\"a\" 1}", .expected(.colon), 1, 6), ("{\"a\":1 \"b\":2}", .expected(.commaOrBrace), 1, 8),
      ("{\"a\":1]", .expected(.commaOrBrace), 1, 7), ("[true,flase]", .expected(.value), 1, 7), ("True", .expected(.value), 1, 1),
      ("NaN", .expected(.value), 1, 1), ("Infinity", .expected(.value), 1, 1), ("'a'", .expected(.value), 1, 1),
      ("// x\n1", .expected(.value), 1, 1),
      ("/* */1", .expected(.value), 1, 1), ("\u{A0}1", .expected(.value), 1, 1), ("undefined", .expected(.value), 1, 1),
      ("01", .number, 1, 1), ("-", .number, 1, 1), ("-01", .number, 1, 1), ("+1", .number, 1, 1), (".5", .number, 1, 1),
      ("1.", .number, 1, 1),
      ("1.e5", .number, 1, 1), ("1e", .number, 1, 1), ("1e+", .number, 1, 1), ("0x1F", .number, 1, 1), ("1_000", .number, 1, 1),
      ("1.2.3", .number, 1, 1),
      ("[1-2]", .number, 1, 2), ("-Infinity", .number, 1, 1),
      ("1 1", .textAfterEnd, 1, 3), ("[]]", .textAfterEnd, 1, 3), ("{}\n\n,", .textAfterEnd, 3, 1), ("truefalse", .textAfterEnd, 1, 5),
      (#""\x41""#, .escape, 1, 2), (#""\'""#, .escape, 1, 2), (#""\u12G4""#, .escape, 1, 2), (#""\u 123""#, .escape, 1, 2),
      (#""\U0041""#, .escape, 1, 2),
      (#"["编号","\a"]"#, .escape, 1, 8),
      (#""\ud842""#, .loneSurrogate, 1, 2), (#""a\udfb7""#, .loneSurrogate, 1, 3), (#""\ud842\u0041""#, .loneSurrogate, 1, 2),
      (#""\ud842\ud842""#, .loneSurrogate, 1, 2), (#""\ud842x""#, .loneSurrogate, 1, 2), (#""\udfb7\ud842""#, .loneSurrogate, 1, 2),
      ("\"a\nb\"", .control, 1, 3), ("\"\t\"", .control, 1, 2), ("\"\u{1B}[2J\"", .control, 1, 2), ("\"\u{0}\"", .control, 1, 2),
      ("{\"a\":1,\n \"a\":2}", .repeatedKey(SafeExcerpt("a")), 2, 2), (#"{"a":1,"\u0061":2}"#, .repeatedKey(SafeExcerpt("a")), 1, 8),
      ("[[{\"x\":{\"a\":1,\"a\":1}}]]", .repeatedKey(SafeExcerpt("[0][0].x.a")), 1, 15),
    ] as [(String, JSONError.Kind, Int, Int)])
  func refused(text: String, kind: JSONError.Kind, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONReader.read(text) }
    #expect(error == JSONError(kind: kind, line: line, column: column))
  }

  @Test("A name that is repeated is found among many")
  func manyNames() throws {
    for repeated in [0, 15, 16, 17, 40] {
      let names = (0...50).map { "\"k\($0)\":1" } + ["\"k\(repeated)\":2"]
      let error = #expect(throws: JSONError.self) { try JSONReader.read("{" + names.joined(separator: ",") + "}") }
      #expect(error?.kind == .repeatedKey(SafeExcerpt("k\(repeated)")))
    }
    #expect(try JSONReader.read("{" + (0...50).map { "\"k\($0)\":1" }.joined(separator: ",") + "}").object?.members.count == 51)
  }

  @Test("64 levels are read, 65 are refused, a million end at once")
  func depth() throws {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      func nested(_ levels: Int) -> String {
        String(repeating: open, count: levels) + (open == "[" ? "" : "1") + String(repeating: close, count: levels)
      }
      _ = try JSONReader.read(nested(64))
      for levels in [65, 1_000_000] {
        let error = #expect(throws: JSONError.self) { try JSONReader.read(nested(levels)) }
        #expect(error?.kind == .tooDeep(64))
      }
    }
  }

  @Test("Members keep their order; the parts of a document are reached by their names")
  func access() throws {
    let value = try JSONReader.read(#"{"host": {"name": "甲", "kinds": ["x"], "revenue": 10.50, "ok": true, "none": null}}"#)
    #expect(value["host"]?.object?.keys == ["name", "kinds", "revenue", "ok", "none"])
    #expect(value["host"]?["name"]?.string == "甲")
    #expect(value["host"]?["kinds"]?.array == ["x"])
    #expect(value["host"]?["revenue"]?.number == "10.50")
    #expect(value["host"]?["ok"]?.bool == true)
    #expect(value["host"]?["none"]?.isNull == true)
    #expect(value["host"]?["other"] == nil)
    #expect(value["host"]?["name"]?["x"] == nil)
  }

  @Test("The place counts characters, not bytes")
  func place() {
    let error = #expect(throws: JSONError.self) { try JSONReader.read("{\"名称\":\"甲\",\r\n\"值\": ？}") }
    #expect(error?.phrase.en == "line 2, character 6: a value is expected here")
    #expect(error?.phrase.zh == "第 2 行第 6 个字符：此处应为一个值")
  }
}
