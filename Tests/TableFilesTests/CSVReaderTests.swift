import Testing

@testable import TableFiles

@Suite("CSV is read as RFC 4180 describes it and Excel and WPS write it")
struct CSVReaderTests {
  @Test(
    "Rows and cells",
    arguments: [
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,\r\n", [["a", "b"], ["1", ""]]),
      ("a,b\n1,", [["a", "b"], ["1", ""]]),
      ("a\n\"1,2\"", [["a"], ["1,2"]]),
      ("a,b\n\"一行\r\n二行\",x\n", [["a", "b"], ["一行\r\n二行", "x"]]),
      ("a,b\n\"5\"\" 管\",\"\"\"\"\n", [["a", "b"], ["5\" 管", "\""]]),
      ("a,b\n\"\",x\n", [["a", "b"], ["", "x"]]),
      ("a,b\n x , y\n", [["a", "b"], [" x ", " y"]]),
      ("\"a\"", [["a"]]),
      ("a", [["a"]]),
      ("", []),
      ("\r\n\r\n", []),
      ("编号，名称,得分；\n", [["编号，名称", "得分；"]]),
    ] as [(String, [[String]])])
  func rows(text: String, expected: [[String]]) throws {
    #expect(try Sample.cells(text) == expected)
  }

  @Test("Every place of a separator in a word of eight bytes is found", arguments: 0...24)
  func places(length: Int) throws {
    let long = String(repeating: "x", count: length)
    for sign in [",", "\n", "\r", "\r\n"] {
      let cells = try Sample.cells(long + sign + "y" + long + "\n")
      #expect(cells.flatMap(\.self).filter { !$0.isEmpty } == [long, "y" + long].filter { !$0.isEmpty })
    }
    #expect(try Sample.cells("\"\(long)\"\"\(long)\",z") == [[long + "\"" + long, "z"]])
    // Bytes that differ from a separator by one must not be taken for it.
    let near = String(repeating: "-+!#\u{B}\u{C}\u{E}", count: 4).prefix(length)
    #expect(try Sample.cells("x" + near + ",y") == [["x" + near, "y"]])
  }

  @Test("Rows are numbered as a spreadsheet shows them: blank rows count, breaks inside cells do not")
  func numbers() throws {
    var reader = CSVReader(UTF8Text("a,b\n\n,\n\" \",　\n\"1\n2\n3\",x\ny,z\n"))
    var rows: [Int] = []
    while let record = try reader.next() { rows.append(record.row) }
    #expect(rows == [1, 5, 6])
  }

  @Test("A record stays as it was when the next one is read")
  func recordsAreValues() throws {
    var reader = CSVReader(UTF8Text("a,b\nccc,ddd\n"))
    let first = try #require(try reader.next())
    let second = try #require(try reader.next())
    #expect((0..<2).map(first.text) == ["a", "b"])
    #expect((0..<2).map(second.text) == ["ccc", "ddd"])
  }

  @Test(
    "The separator is what the header uses most, outside quotation marks",
    arguments: [
      ("a,b,c\n1;2", CSVSeparator.comma), ("a;b;c\n1,2,3", .semicolon), ("a\tb\n1,2,3,4", .tab), ("\n\na;b\n", .semicolon), ("a\n", .comma),
      ("", .comma), ("\"a;b;c\",d\n", .comma), ("a,b;c\n", .comma), (";;;\na,b\n", .comma),
    ])
  func separators(text: String, expected: CSVSeparator) {
    #expect(CSVSeparator.detected(in: UTF8Text(text)) == expected)
  }

  @Test(
    "A quotation mark out of place names the row and cell in which the trouble begins",
    arguments: [
      ("a,b\n1,\"2\n3,4\n5,6\n", CSVError.Kind.unclosedQuote, 2, 1),
      ("a,b\n\"1\n2\",x\ny,\"", .unclosedQuote, 3, 1),
      ("\"", .unclosedQuote, 1, 0),
      ("\"a\"\"", .unclosedQuote, 1, 0),
      ("a,b\n\n1,5\" 管\n", .strayQuote, 3, 1),
      ("a,b\n x\"y\",2\n", .strayQuote, 2, 0),
      ("a,b\n\"x\"y,2\n", .textAfterQuote, 2, 0),
      ("a,b\n1,\"x\" \n", .textAfterQuote, 2, 1),
    ])
  func quotes(text: String, kind: CSVError.Kind, row: Int, cell: Int) throws {
    let error = #expect(throws: CSVError.self) { try Sample.cells(text) }
    #expect(error?.kind == kind)
    #expect(error?.row == row)
    #expect(error?.cell == cell)
  }

  @Test("Nothing is read after a quotation mark out of place")
  func endsAfterError() throws {
    var reader = CSVReader(UTF8Text("a\"b\nc\n"))
    #expect(throws: CSVError.self) { try reader.next() }
    let next = try reader.next()
    #expect(next?.row == nil)
  }

  @Test(
    "Blanks at both ends of a cell are ASCII, no-break and full-width ones, and line breaks",
    arguments: [
      ("  x  ", "x"), ("　x　", "x"), ("\u{A0}x\u{A0}", "x"), ("\u{2003}\u{3000} x y \u{205F}", "x y"), ("\r\nx\n", "x"), ("\t", ""),
      ("", ""),
      ("。x。", "。x。"), ("\u{200B}x", "\u{200B}x"), ("é", "é"), ("〇", "〇"), (" ", ""), ("　", ""),
    ])
  func blanks(text: String, expected: String) throws {
    #expect(Blanks.trimmed(text) == expected)
    var reader = CSVReader(UTF8Text("k,\"\(text)\""))
    #expect(try reader.next()?.trimmed(1) == expected)
  }
}
