import TableFiles
import Testing
import Workbooks
import Wording

@Suite("Workbooks that were made to harm")
struct HostileWorkbookTests {
  private func fault(_ bytes: FileBytes) throws -> WorkbookFault? {
    do {
      _ = try Books.read(bytes)
    } catch FileError.book(_, let fault) {
      return fault
    }
    return nil
  }

  @Test("Old, locked, other and empty files are told apart, each with a remedy")
  func others() throws {
    #expect(try fault(Books.file("old.xls")) == .old)
    let locked = FileBytes([0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, 0] }, name: "x")
    #expect(try fault(locked) == .locked)
    #expect(try fault(FileBytes(StoredZip.archive([("word/document.xml", [])]), name: "x")) == .another)
    #expect(try fault(Books.book("", parts: ["xl/workbook.xml": "<workbook/>"])) == .another)
    #expect(try fault(Books.book("")) == .empty)
    #expect(WorkbookFault.old.phrase.zh.contains("另存为 .xlsx") && WorkbookFault.locked.phrase.zh.contains("取消密码"))
  }

  @Test("A bomb is refused while it is small")
  func bomb() throws {
    #expect(try fault(Books.file("bomb.xlsx")) == .bomb(part: "xl/worksheets/sheet1.xml"))
  }

  @Test("Entities, depths, endless tags and paths out of the archive")
  func markup() throws {
    let part = "xl/worksheets/sheet1.xml"
    func sheet(_ text: String) -> FileBytes { Books.book("", parts: [part: text]) }
    #expect(try fault(sheet("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>")) == .entities(part: part))
    #expect(try fault(sheet(String(repeating: "<a>", count: 40))) == .torn(part: part))
    #expect(
      try fault(sheet("<worksheet><sheetData><row a=\"" + String(repeating: "x", count: (1 << 20) + (1 << 17))))
        == .tooLarge(part: part, limit: 1 << 20))
    #expect(try fault(sheet("<worksheet><sheetData><row><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>")) == .torn(part: part))
    #expect(try fault(sheet("<worksheet><sheetData><row><c r=\"ZZZZ1\"/></row></sheetData></worksheet>")) == .torn(part: part))
    let outside = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"../../../etc/passwd\"/></Relationships>"
    #expect(try fault(Books.book("", parts: ["xl/_rels/workbook.xml.rels": outside])) == .torn(part: "etc/passwd"))
  }

  @Test("Where the file is cut or a byte is another, no row of it is taken for whole")
  func torn() throws {
    let whole = Books.book(Books.plain)
    let bytes = whole.withBytes { Array($0) }
    for end in stride(from: 4, to: bytes.count, by: 97) {
      #expect(throws: FileError.self) { try Books.read(FileBytes(bytes.prefix(end), name: "x")) }
    }
    var other = bytes
    let place = try #require(other.firstRange(of: Array("甲".utf8))).lowerBound
    other[place + 2] ^= 1
    #expect(throws: FileError.book("x", .torn(part: "xl/worksheets/sheet1.xml"))) { try Books.read(FileBytes(other, name: "x")) }
  }

  @Test("A text longer than a cell is told in its place")
  func long() throws {
    let rows = Books.plain + "<row>\(Books.cell("B"))\(Books.cell(String(repeating: "长", count: 40_000)))</row>"
    let (read, problems) = try Books.read(Books.book(rows))
    #expect(read.count == 2 && problems.lines(.zh) == ["第 3 行 B 列，名称（name）列：超过一个单元格所能容纳的 32767 个字符，请缩短"])
  }
}
