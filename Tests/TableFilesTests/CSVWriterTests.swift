import Testing

@testable import TableFiles

@Suite("CSV is quoted only where it must be")
struct CSVWriterTests {
  @Test(
    "A cell as it is written",
    arguments: [
      ("", ""), ("激光", "激光"), ("a;b", "a;b"), ("a\tb", "a\tb"), ("a b", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("\"", "\"\"\"\""),
      ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""), ("a ", "\"a \""), ("\ta", "\"\ta\""),
      ("a\t", "\"a\t\""),
      ("=1", "=1"),
    ])
  func cells(cell: String, written: String) throws {
    let sink = MemorySink()
    var writer = CSVWriter(to: sink)
    try writer.write(["x", cell, "y"])
    try writer.finish()
    #expect(sink.text == "x,\(written),y\r\n")
    #expect(try Sample.cells(sink.text) == [["x", cell, "y"]])
  }

  @Test("A byte order mark stands first, once")
  func mark() throws {
    let sink = MemorySink()
    var writer = CSVWriter(to: sink, mark: true)
    try writer.write(["编号"])
    try writer.write(["A"])
    try writer.finish()
    #expect(sink.bytes == [0xEF, 0xBB, 0xBF] + Array("编号\r\nA\r\n".utf8))
  }
}
