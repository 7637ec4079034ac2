import CenterStore
import Interchange
import Regulation
import TableFiles
import Testing

@Suite("Exports as files carry them")
struct ExportTests {
  @Test("English CSV: no mark, CRLF, quoted only where needed, points with two decimals, a formula disarmed")
  func english() throws {
    let bench = try Bench.filled()
    #expect(
      try bench.give(.scores, round: 2026)
        == "center,expert,indicator,points,comment\r\nC1,e1,1.1,4.50,\"第一行\n第二行\"\r\nC1,e1,1.2,5.00,\r\nC2,e1,3.3,0.00,'-无\r\n")
    #expect(try bench.give(.conflicts) == "center,expert,reason\r\nC2,e2,'=师生关系\r\n")
    #expect(
      try bench.give(.facts, round: 2026)
        == "center,fact,year,value,note\r\nC1,1.1.a,,12,\r\nC1,1.1.h,,\"层次高\n作用好\",\r\nC1,1.1.l,,是,见附件\r\n"
        + "C1,2.1.a,2023,1234.50,\r\nC1,2.1.b,2024,,未统计\r\n")
    #expect(try bench.give(.organizations).contains(",王某,'+86 317 0000002\r\n"))
  }

  @Test("Chinese CSV: a mark, Chinese headings, Chinese words for terms")
  func chinese() throws {
    let bench = try Bench.filled()
    #expect(try bench.give(.results, .csv, .zh, round: 2022) == "\u{FEFF}中心编号,得分,等级,排名\r\nC1,91.33,优秀,1\r\nC3,60.00,合格,\r\n")
    let centers = try bench.give(.centers, .csv, .zh)
    #expect(centers.hasPrefix("\u{FEFF}编号,名称,依托单位,单位类型,共建单位,归口管理部门,技术领域,认定日期,状态,主任,曾用名\r\n"))
    #expect(centers.hasSuffix("C3,沧州市化工技术创新中心,运河大学,高等学校,,沧州市教育局,化工,2019-01-05,已撤销,,\r\n"))
  }

  @Test("JSON: one array, English names and words in every language, lists as arrays, nothing but strings")
  func json() throws {
    let bench = try Bench.filled()
    let text = try bench.give(.centers, .json, .zh)
    let records = try #require(try JSONReader.read(text).array)
    #expect(records.map { $0["code"]?.string } == ["C1", "C2", "C3"])
    #expect(records[0]["co_builders"] == ["运河大学", "海河研究院"] && records[1]["co_builders"] == [])
    #expect(records[2]["status"]?.string == "revoked" && records[1]["director"]?.string == "")
    #expect(try JSONReader.read(try bench.give(.scores, .json, round: 2026)).array?[0]["points"]?.string == "4.50")
    let users = try JSONReader.read(try bench.give(.users, .json)).array ?? []
    #expect(users.compactMap { $0["ssh_keys"]?.array?.count }.max() == 2)
  }

  @Test("Documents of duties: what each is, where it lies, and what it shows")
  func dutyAttachments() throws {
    let bench = try Bench.filled()
    try bench.store.attach(
      AttachmentEntry(
        title: PlainText("管委会章程"), kind: PlainText("制度"), date: Day(parsing: "2026-03-12"), location: PlainText("档案室")),
      to: .duties(center: "C1"), by: Acting("bureau", .command))
    #expect(
      try bench.give(.dutyAttachments)
        == "center,title,kind,date,file,location,sha256,proves\r\nC1,管委会章程,制度,2026-03-12,,档案室,,\r\n")
    #expect(try bench.give(.dutyAttachments, .csv, .zh).hasPrefix("\u{FEFF}中心编号,名称,类别,日期,文件名,存放位置,摘要,证明\r\n"))
  }

  @Test("The audit chain can be repeated from its export: every commitment can be opened")
  func audit() throws {
    let bench = try Bench.filled()
    let links = try #require(try JSONReader.read(try bench.give(.audit, .json)).array)
    #expect(links.count == Int(try bench.head))
    #expect(links[0]["act"]?.string == "store.create" && links[0]["who_salt"]?.string == String(repeating: "07", count: 16))
    #expect(links.last?["hash"]?.string == (try bench.store.auditHead(by: Acting("bureau", .command)).hash.description))
  }

  @Test("An empty kind is a header, or an empty array")
  func empty() throws {
    let bench = try Bench()
    #expect(try bench.give(.centers).split(separator: "\r\n").count == 1)
    #expect(try bench.give(.conflicts, .json) == "[]\n")
  }

  @Test("Nothing is opened for somebody who may not see it")
  func nothingOpened() throws {
    let bench = try Bench.filled()
    let exporter = Exporter(store: bench.store, by: Acting("viewer", .command))
    let path = bench.folder.appendingPathComponent("out.csv").path
    #expect(throws: InterchangeError.store(.notPermitted(nil))) {
      try exporter.run(.users) { () throws(FileError) in try FileSink(replacing: path) }
    }
    #expect(throws: FileError.missing(path)) { try FileBytes.open(path) }
  }

  @Test("A file that cannot be made is told as such, also when rows are streamed")
  func cannotCreate() throws {
    let bench = try Bench.filled()
    let path = bench.folder.appendingPathComponent("none/out.csv").path
    for kind in [ExportKind.centers, .departments] {
      let error = #expect(throws: InterchangeError.self) {
        try Exporter(store: bench.store, by: Acting("admin", .command)).run(kind) { () throws(FileError) in try FileSink(replacing: path) }
      }
      #expect(error?.exitStatus == 73)
    }
  }
}
