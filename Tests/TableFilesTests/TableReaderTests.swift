import Testing
import Wording

@testable import TableFiles

@Suite("A table of a known kind is read from CSV and JSON alike")
struct TableReaderTests {
  /// The errors of a text as English lines.
  private func lines(_ text: String) -> [String] { Sample.read(text).problems.lines(.en) }

  @Test(
    "The header names columns in Chinese or English, in any order, however wide its letters",
    arguments: [
      "code,name,points\r\nA,甲,8.5\r\n", "编号,名称,得分\nA,甲,8.5", "得分,code,名称\n8.5,A,甲\n", " Code ,ＮＡＭＥ,　得分　\nA,甲,8.5",
      "编号;名称;得分\nA;甲;8.5", "编号\t名称\t得分\nA\t甲\t8.5", "\"编号\",\"名称\",\"得分\"\n\"A\",\"甲\",\"8.5\"", "code/编号,name/名称,points/得分\nA,甲,8.5",
      "\n,,\n编号,名称,得分,,\n,,,,\nA,甲,8.5,,\n", "编号,名称,得分\nA , 甲　,\"\n8.5\"\n", #"[{"code":"A","points":"8.5","name":" 甲 "}]"#,
      #"[{"name":"甲","code":"A","points":8.5}]"#,
    ])
  func headers(text: String) throws {
    let (rows, problems) = Sample.read(text)
    #expect(problems.lines(.en) == [])
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    #expect([row[Sample.code], row[Sample.name], row[Sample.points]] == ["A", "甲", "8.5"])
  }

  @Test("Titles may stand above the header; a header that lacks a column is still told from them")
  func titles() {
    #expect(Sample.read("样表,,\n2026 年,,\n\ncode,name,points\nA,甲,1\n").rows.map { [String($0.number), $0[0] ?? ""] } == [["5", "A"]])
    #expect(lines("样表,\ncode,points\nA,1\n") == ["row 2, column name/名称: the column must be there"])
  }

  @Test("An empty cell under a filled one may be what a merged one left")
  func merged() {
    let told = lines("code,name\nA,甲\n,乙\n,丙\n")
    #expect(told.count == 2 && told[0].hasSuffix("unmerge them and fill in each row") && told[1].hasSuffix("must not be empty"))
  }

  @Test("A missing column is not an empty cell")
  func missing() throws {
    let csv = try #require(Sample.read("code,name,fields\nA,,\n").rows.first)
    let json = try #require(Sample.read(#"[{"code":"A","name":null,"fields":[]}]"#).rows.first)
    for row in [csv, json] {
      #expect(row[Sample.name] == "")
      #expect(row[Sample.points] == nil)
      #expect(row.list(Sample.fields) == [])
      #expect(row.list(Sample.keys) == nil)
      #expect(row.withBytes(at: 2) { $0 == nil })
    }
    #expect(csv.number == 2)
    #expect(json.number == 1)
  }

  @Test("Lists, marks and quotation marks are resolved")
  func values() throws {
    let csv = "code,name,fields,ssh_keys,comment\n'A,\"'=\"\"甲\"\"\",激光；切割 ;,\"k1 a\nk2;b\",''x\n"
    let json = #"[{"code":"A","name":"=\"甲\"","fields":["激光"," 切割 ",""],"ssh_keys":"k1 a\nk2;b","comment":"'x"}]"#
    for row in try [#require(Sample.read(csv).rows.first), #require(Sample.read(json).rows.first)] {
      #expect(row[Sample.code] == "A")
      #expect(row[Sample.name] == "=\"甲\"")
      #expect(row.list(Sample.fields) == ["激光", "切割"])
      #expect(row.list(Sample.keys) == ["k1 a", "k2;b"])
      #expect(row[Sample.comment] == "'x")
      #expect(row.withBytes(at: 1) { $0.map { String(decoding: $0, as: UTF8.self) } } == "=\"甲\"")
    }
  }

  @Test("The form is seen from the text, and what a file has from its header")
  func form() {
    var problems = ImportProblems()
    let csv = TableReader(UTF8Text("code,name\n"), schema: Sample.schema, problems: &problems)
    #expect(csv.form == .csv && csv.has(Sample.name) && !csv.has(Sample.points))
    let json = TableReader(UTF8Text(" \n[]"), schema: Sample.schema, problems: &problems)
    #expect(json.form == .json && json.has(Sample.points))
    #expect(problems.isEmpty)
  }

  private static let known =
    "code/编号, name/名称, points/得分, fields/专业领域, ssh_keys/公钥, comment/评语"

  @Test(
    "Errors of CSV name row, column, value and remedy",
    arguments: [
      ("", ["row 1: the file is empty; its first row must name columns, and known are: \(known)"]),
      ("\n \n", ["row 1: the file is empty; its first row must name columns, and known are: \(known)"]),
      ("A,甲,8.5\n", ["row 1: “A 甲 8.5” names no column; the first row must, and known are: \(known)"]),
      ("code,name,score\n", ["row 1, column score: is no column of samples; known are: \(known)"]),
      (
        "code,得分,points,x\n",
        [
          "row 1, column points/得分: “points” names a column a second time; take one out",
          "row 1, column x: is no column of samples; known are: \(known)",
          "row 1, column name/名称: the column must be there",
        ]
      ),
      ("\n\npoints\n8\n", ["row 3, column code/编号: the column must be there", "row 3, column name/名称: the column must be there"]),
      (
        "code,name,points\nA,甲\n\nB,乙,1\nC\n",
        [
          "row 2: has only 2 of the header's 3 cells; fill it up", "row 5: has only 1 of the header's 3 cells; fill it up",
        ]
      ),
      ("code,name\nA,甲,\nB,乙,丙,丁\n", ["row 3: “丙” stands beyond the 2 columns of the header; quote cells that hold a comma"]),
      ("code,,name\nA,,甲\nB,x,乙\n", ["row 3: “x” stands in column 2, which has no heading"]),
      ("code,name\n,甲\n ' ,乙\n　,\n", ["row 2, column code/编号: must not be empty", "row 3, column code/编号: must not be empty"]),
      (
        "name,code\n甲,A\n乙,\"B\nC,丙\n",
        [
          "row 3, column code/编号: “\"B” opens with a quotation mark that is never closed; close it, and double those inside a cell"
        ]
      ),
      (
        "code,name\nA,5\"\nB,乙\n",
        ["row 2, column name/名称: “5\"” has a quotation mark in the middle; quote the whole cell and double those inside it"]
      ),
      ("code,\"name", ["row 1: “\"name” opens with a quotation mark that is never closed; close it, and double those inside a cell"]),
    ] as [(String, [String])])
  func csvErrors(text: String, expected: [String]) {
    #expect(lines(text) == expected)
  }

  private static let names = "code, name, points, fields, ssh_keys, comment"

  @Test(
    "Errors of JSON name record, field, value and remedy",
    arguments: [
      ("{}", ["the file: line 1, character 1: an array of objects is expected: [{…}, {…}]"]),
      ("[1]", ["record 1: must be an object {…}"]),
      ("[[]]", ["record 1: must be an object {…}"]),
      (#"[{"code":"A"}]"#, ["record 1, field name/名称: the field must be there"]),
      (#"[{"code":"","name":""}]"#, ["record 1, field code/编号: must not be empty"]),
      (#"[{"code":"A","name":"","Points":"1"}]"#, ["record 1, field Points: is no field of samples; known are: \(names)"]),
      (#"[{"编号":"A","code":"A","name":""}]"#, ["record 1, field 编号: is no field of samples; known are: \(names)"]),
      (
        #"[{"code":"A","name":""},{"code":true,"name":{"a":[1]}}]"#,
        [
          "record 2, field code/编号: “true” must be a string", "record 2, field name/名称: “{\"a\":[1]}” must be a string",
        ]
      ),
      (#"[{"code":"A","name":["x"]}]"#, ["record 1, field name/名称: “[\"x\"]” must be a string"]),
      (#"[{"code":"A","name":"","fields":7}]"#, ["record 1, field fields/专业领域: “7” must be an array of strings"]),
      (
        #"[{"code":"A","name":"","fields":["a",7]}]"#,
        ["record 1, field fields/专业领域: “7” must be a string, like every element of the array"]
      ),
      (
        #"[{"code":"A","name":"","fields":["a；b"]}]"#,
        [
          "record 1, field fields/专业领域: “a；b” must not hold a semicolon, which separates entries"
        ]
      ),
      (#"[{"code":"A","name":"","ssh_keys":["a\nb"]}]"#, ["record 1, field ssh_keys/公钥: “a b” must be one line"]),
      (#"[{"code":"A","name":"甲"},{"code":"B","code":"C"}]"#, ["record 2: line 1, character 38: the name “code” is repeated; keep one"]),
      (#"[{"code":"A","name":"甲"}"#, ["record 1: line 1, character 25: the text ends in the middle of a value"]),
      (#"[{"code":"A","name":"甲"} {"#, ["record 1: line 1, character 26: a comma or ] is expected here"]),
      (#"[{"code":"A","name":"甲"}] x"#, ["the file: line 1, character 27: there is more text after the end of the document"]),
      (#"[{"code":"A","name":"甲"},]"#, ["record 2: line 1, character 26: a value is expected here"]),
      (#"[{"code":"\ud800","name":"甲"}]"#, ["record 1: line 1, character 11: is half of a surrogate pair, which is no character"]),
    ] as [(String, [String])])
  func jsonErrors(text: String, expected: [String]) {
    #expect(lines(text) == expected)
  }

  @Test("An error of an importer carries the value that stands there, in both languages and as JSON")
  func ownErrors() throws {
    let row = try #require(Sample.read("code,name,得分\nA,甲,9.555\n").rows.first)
    let error = row.error(in: Sample.points, Phrase(zh: "小数超过两位，请保留两位", en: "has more than two decimals; keep two"))
    #expect(error.phrase().en == "row 2, column points/得分: “9.555” has more than two decimals; keep two")
    #expect(error.phrase().zh == "第 2 行，得分（points）列：“9.555”小数超过两位，请保留两位")
    #expect(error.phrase(counting: .elements).zh == "第 2 条，得分（points）字段：“9.555”小数超过两位，请保留两位")
    #expect(
      JSONWriter.text(error.json(.en), .compact)
        == #"{"row":2,"column":"points","value":"9.555","message":"has more than two decimals; keep two"}"#)
    #expect(row.error(Phrase(zh: "重复", en: "is a duplicate")).phrase().en == "row 2: is a duplicate")
  }

  @Test("All errors are counted, the first thousand kept")
  func manyErrors() {
    let text = "code,name\n" + String(repeating: ",x\n", count: 1500)
    let problems = Sample.read(text).problems
    #expect(problems.count == 1500)
    #expect(problems.errors.count == 1000)
    #expect(problems.errors.last?.row == 1001)
    #expect(problems.lines(.en).last == "… and 500 more errors")
    #expect(problems.lines(.zh, showing: 2) == ["第 2 行，编号（code）列：不能为空", "第 3 行，编号（code）列：不能为空", "……另有 1498 处错误"])
    #expect(problems.json(.en).array?.count == 1000)
  }

  @Test("An importer collects the errors that its parts throw")
  func collecting() {
    var problems = ImportProblems()
    let error = CellError(row: 3, message: Phrase(same: "x"))
    #expect(problems.collect { () throws(CellError) in 7 } == 7)
    #expect(problems.collect { () throws(CellError) -> Int in throw error } == nil)
    #expect(problems.errors == [error])
  }
}
