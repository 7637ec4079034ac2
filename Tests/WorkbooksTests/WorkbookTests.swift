import TableFiles
import Testing
import Workbooks
import Wording

@Suite("Workbooks as programs write them")
struct WorkbookTests {
  @Test("LibreOffice: a title above the header, codes with noughts, runs, formulas, days, shares, merged cells, errors by row and letter")
  func office() throws {
    let (rows, problems) = try Books.read(Books.file("office.xlsx"))
    #expect(
      rows == [
        "3: 00123|激光切割中心|0.3|2024-01-05|县科技局|85%|第一行\n第二行，含“引号”和\"quotes\"|–",
        "5: A-2|=不是公式|8.5|2024-01-05|县科技局|1|_x0041_ <&> 😀|–",
        "6: A-3|=不是公式分部||||||–",
      ])
    #expect(
      problems.lines(.zh) == ["工作表“中心”第 6 行 C 列，得分（points）列：“#N/A”是公式的错误值，请改正公式或直接填写"])
    #expect(problems.errors.map { $0.json(.en, counting: problems.counting).object?["cell"] } == [.string("C6")])
  }

  @Test("WPS: own parts, days of 1904 as such, bare and as text, phonetic runs, full-width blanks, cells of blanks far away, lone rows")
  func wps() throws {
    let (rows, problems) = try Books.read(Books.file("wps.xlsx"))
    #expect(problems.isEmpty, "\(problems.lines(.zh))")
    #expect(
      rows == [
        "2: 20210001|激光 中心|８．５|2024-01-05|–|–|–|–", "3: 20210002|第一行\r\n第二行|8.05|2024-01-05|–|–|–|–",
        "5: 20210001x|就地|10|2024年1月5日|–|–|–|–",
      ])
  }

  @Test("The same table as CSV of GB18030 and of UTF-8")
  func text() throws {
    let bytes = try (Books.file("office-gb18030.csv"), Books.file("office-utf8.csv"))
    let (national, universal) = try (Books.read(bytes.0), Books.read(bytes.1))
    #expect(try bytes.0.text().encoding == .gb18030 && bytes.1.text().encoding == .utf8)
    // The face is none of GB 2312, but of the national standard.
    #expect(national.rows == universal.rows && national.rows.count == 3)
    #expect(national.rows[1].hasSuffix("5: A-2|=不是公式|8.5|45296||1|_x0041_ <&> 😀|–"), "\(national.rows)")
  }

  @Test("A sheet is chosen by its header; two that fit are named; hidden ones are passed over")
  func sheets() throws {
    func book(_ states: [String]) -> FileBytes {
      let relation = "http://x/worksheet"
      let sheets = states.enumerated().map { "<sheet name=\"表\($0 + 1)\" state=\"\($1)\" r:id=\"r\($0)\" xmlns:r=\"r\"/>" }.joined()
      let targets = states.indices.map { "<Relationship Id=\"r\($0)\" Type=\"\(relation)\" Target=\"s\($0).xml\"/>" }.joined()
      var parts = [
        "xl/workbook.xml": "<workbook><sheets>\(sheets)</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>\(targets)</Relationships>",
      ]
      for place in states.indices {
        let rows = place == 0 ? "<row>\(Books.cell("填写说明"))</row>" : Books.plain
        parts["xl/s\(place).xml"] = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
      }
      return Books.book("", parts: parts)
    }
    #expect(try Books.read(book(["visible", "visible", "hidden"])).rows == ["2: A|甲|–|–|–|–|–|–"])
    #expect(throws: FileError.book("made.xlsx", .several(sheets: ["表2", "表3"]))) {
      try Books.read(book(["visible", "visible", "visible"]))
    }
    let lost = try Books.read(book(["visible", "hidden", "hidden"]))
    #expect(lost.rows.isEmpty && lost.problems.lines(.zh).first?.contains("“填写说明”不是列名") == true)
  }

  @Test("What has no heading, what no sheet may hold")
  func nameless() throws {
    let rows = Books.plain + "<row r=\"9\">\(Books.cell("B"))\(Books.cell("乙"))<c r=\"E9\"><v>3</v></c></row>"
    #expect(try Books.read(Books.book(rows)).problems.lines(.zh) == ["第 9 行：“3”在第 E 列，该列没有列名"])
    let formula = Books.plain + "<row>\(Books.cell("B"))<c><f>A1</f></c></row>"
    #expect(try Books.read(Books.book(formula)).problems.lines(.zh).first?.hasPrefix("第 3 行 B 列，名称（name）列：公式还没有算出结果") == true)
  }
}
