import Testing
import Wording

@testable import TableFiles

@Suite("Hostile files end in a sentence or in a row, never in a crash")
struct HostileFileTests {
  @Test("A cell of ten million bytes is one cell")
  func largeCell() throws {
    let cell = String(repeating: "x", count: 10_000_000)
    let (rows, problems) = Sample.read("code,name\nA,\"\(cell)\"\n")
    #expect(problems.isEmpty)
    #expect(rows.first?[Sample.name]?.utf8.count == 10_000_000)
    let row = try #require(rows.first)
    #expect(row.error(in: Sample.name, Phrase(same: "x")).value.count == 41)
    #expect(Sample.read(#"[{"code":"A","name":"\#(cell)"}]"#).rows.first?[Sample.name]?.utf8.count == 10_000_000)
  }

  @Test("An open quotation mark before ten million bytes is one error")
  func openQuote() {
    let problems = Sample.read("code,name\nA,\"" + String(repeating: "x,\n", count: 3_000_000)).problems
    #expect(problems.count == 1)
    #expect(problems.errors.first?.row == 2)
  }

  @Test("As many columns as a spreadsheet has, and one more: that row is told, and nothing more is read", arguments: [0, 1])
  func wide(more: Int) {
    let separators = String(repeating: ",", count: CSVReader.widest - 2 + more)
    for text in ["code,name\(separators)\nA,甲\n", "code,name\nA,甲\(separators)\nB,乙\n", "code,name\n\(separators),\nB,乙\n"] {
      let problems = Sample.read(text).problems
      #expect(problems.isEmpty == (more == 0) && problems.count <= 1)
      if more == 1 {
        #expect(problems.errors[0].row == (text.hasPrefix("code,name,") ? 1 : 2) && problems.errors[0].message.en.contains("16384"))
      }
    }
    #expect(Sample.read(String(repeating: ",", count: 3_000_000) + "x\n").problems.count == 1)
  }

  @Test("A document of more values than there is memory for ends in a sentence")
  func many() throws {
    let values = String(repeating: "0,", count: JSONReader.valueLimit)
    #expect(throws: JSONError.self) { try JSONReader.read("[\(values)0]") }
    let problems = Sample.read("[{\"code\": \"A\", \"name\": \"甲\"}, {\"code\": [\(values)0]}]").problems
    #expect(problems.count == 1 && problems.errors[0].row == 2 && problems.errors[0].message.en.contains("4000000"))
  }

  @Test("Deep JSON where a value is expected is refused", arguments: ["[", "{\"code\":"])
  func deep(open: String) {
    let (rows, problems) = Sample.read("[" + String(repeating: open, count: 1_000_000))
    #expect(rows.isEmpty)
    #expect(problems.count == 1)
  }

  @Test("Values that could steer a terminal are harmless in every message")
  func escapes() {
    let evil = "\u{1B}]52;c;eA==\u{7}\u{9B}2J\u{202E}"
    for text in ["code,name,\(evil)\n", "code,name\n,\(evil),\(evil)\n", "\(evil)\n", "code,name\nA,\"\(evil)", "code,name\nA,\(evil)\"\n"]
    {
      let problems = Sample.read(text).problems
      #expect(!problems.isEmpty)
      for line in problems.lines(.en) + problems.lines(.zh) + [JSONWriter.text(problems.json(.zh))] {
        #expect(!line.unicodeScalars.contains { $0 != "\n" && SafeExcerpt.isHarmful($0) })
      }
    }
  }

  @Test("Bytes drawn by lot are text, or an error", arguments: 0..<8)
  func noise(seed: UInt64) {
    var generator = SeededGenerator(seed)
    let signs = Array("code,name\r\n\"\";[]{}:\\u0123'=\t ".utf8) + [0xEF, 0xBB, 0xBF, 0xE4, 0xB8, 0xAD, 0xB1, 0x81, 0x30, 0xFF, 0xFE]
    for _ in 0..<500 {
      let start = seed % 2 == 0 ? Array("code,name\n".utf8) : Array("[".utf8)
      let bytes =
        start + (0..<Int.random(in: 0...60, using: &generator)).map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] }
      guard let text = try? FileBytes(bytes, name: "-").text() else { continue }
      let (rows, _) = Sample.read(text)
      for row in rows { for column in Sample.schema.columns { _ = row[column] } }
      _ = try? JSONReader.read(text)
    }
  }
}
