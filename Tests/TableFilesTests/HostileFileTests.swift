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

  @Test("A header of a hundred thousand cells, rows of a hundred thousand separators")
  func wide() {
    let separators = String(repeating: ",", count: 100_000)
    #expect(Sample.read("code,name" + separators + "\nA,甲" + separators + "\n").problems.isEmpty)
    #expect(Sample.read(separators + "x\n").problems.count == 1)
    #expect(Sample.read("code,name\n" + String(repeating: separators + "\n", count: 10)).rows.isEmpty)
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
