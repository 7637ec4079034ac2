import Testing

@testable import TableFiles

@Suite("JSON is written so that the same value is always the same bytes")
struct JSONWriterTests {
  private let value: JSONValue = [
    "ok": false, "links": 12, "head": "ab\"\\", "broken": nil, "rows": [["row": 2, "column": "points"], [:]], "empty": [],
    "share": .number("4.50"),
  ]

  @Test("Compact: no blank")
  func compact() {
    #expect(
      JSONWriter.text(value, .compact)
        == #"{"ok":false,"links":12,"head":"ab\"\\","broken":null,"rows":[{"row":2,"column":"points"},{}],"empty":[],"share":4.50}"#)
  }

  @Test("Pretty: one member a line")
  func pretty() {
    #expect(
      JSONWriter.text(value) == #"""
        {
          "ok": false,
          "links": 12,
          "head": "ab\"\\",
          "broken": null,
          "rows": [
            {
              "row": 2,
              "column": "points"
            },
            {}
          ],
          "empty": [],
          "share": 4.50
        }
        """#)
  }

  @Test("Escapes only where JSON demands them, and what could steer a terminal that shows it")
  func escapes() {
    #expect(JSONWriter.text("\u{0}\u{1F}\u{8}\u{9}\n\u{C}\r\"\\/é编“…”𠮷") == "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/é编“…”𠮷\"")
    #expect(JSONWriter.text("\u{7F}\u{9B}\u{202E}\u{61C}\u{2028}¢") == "\"\\u007f\\u009b\\u202e\\u061c\\u2028¢\"")
  }

  @Test("What was written is read as it was", arguments: [JSONWriter.Style.compact, .pretty])
  func roundTrip(style: JSONWriter.Style) throws {
    var generator = SeededGenerator(7)
    func make(_ depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &generator) {
      case 0: return .null
      case 1: return .bool(generator.next() % 2 == 0)
      case 2: return .integer(Int64(truncatingIfNeeded: generator.next()))
      case 3, 4: return .string(generator.text() + "\u{1}")
      case 5: return .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in make(depth + 1) })
      default:
        var object = JSONObject()
        for _ in 0..<Int.random(in: 0...20, using: &generator) { object[generator.text()] = make(depth + 1) }
        return .object(object)
      }
    }
    for _ in 0..<300 {
      let value = make(0)
      let text = JSONWriter.text(value, style)
      #expect(try JSONReader.read(text) == value)
      #expect(JSONWriter.text(try JSONReader.read(text), style) == text)
    }
  }

  @Test("An object keeps the order in which its members were set")
  func object() {
    var object: JSONObject = ["b": 1, "a": 2]
    object["c"] = 3
    object["b"] = 4
    object["a"] = nil
    #expect(object.keys == ["b", "c"])
    #expect(object["b"] == 4)
    #expect(object["a"] == nil)
  }
}
