import Foundation
import Interchange
import TableFiles
import Testing

@Suite("Files as Excel and WPS write them")
struct RealFileTests {
  private static let text = "编号,名称,依托单位,单位类型,归口管理部门,认定日期,共建单位\r\nX1,甲中心,甲公司,企业,某局,2024年1月5日,乙；丙\r\n"

  @Test("UTF-8 with a mark, without one, and with bare line feeds read the same")
  func utf8() throws {
    for file in ["\u{FEFF}" + RealFileTests.text, RealFileTests.text, RealFileTests.text.replacingOccurrences(of: "\r\n", with: "\n")] {
      let bench = try Bench()
      #expect(try bench.take(.centers, file).new == 1)
      #expect(try bench.give(.centers).hasSuffix("X1,甲中心,甲公司,enterprise,乙;丙,某局,,2024-01-05,active,,\r\n"))
    }
  }

  @Test("GB18030 is read where a file is not UTF-8")
  func gb18030() throws {
    // 名称,类别 / 泊头,县市区
    let file: [UInt8] =
      [0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC0, 0xE0, 0xB1, 0xF0, 0x0D, 0x0A]
      + [0xB2, 0xB4, 0xCD, 0xB7, 0x2C, 0xCF, 0xD8, 0xCA, 0xD0, 0xC7, 0xF8, 0x0D, 0x0A]
    let bench = try Bench()
    #expect(try bench.take(.departments, file).new == 1)
    #expect(try bench.give(.departments) == "name,kind,jurisdiction\r\n泊头,county,\r\n")
  }

  @Test(
    "Full-width digits, thousands and all forms of dates are taken, the numbers of spreadsheets too",
    arguments: ["2024-01-05", "2024/1/5", "2024年1月5日", "２０２４-０１-０５", "45296", "2024/1/5 0:00"])
  func figures(day: String) throws {
    let bench = try Bench.filled()
    #expect(
      try bench.take(.centers, "code,name,host,host_kind,department,certified_on\nX1,甲,乙,其他,丙,\(day)\n").problems.errors == [])
    #expect(try bench.give(.centers).contains(",2024-01-05,"))
    #expect(try bench.take(.scores, "center,expert,indicator,points\nC1,e1,３．１,\"６．５\"\n", round: 2026).new == 1)
    #expect(try bench.give(.scores, round: 2026).contains("C1,e1,3.1,6.50,\r\n"))
    #expect(try bench.take(.facts, "center,fact,year,value\nC1,2.1.a,2024,\"12,345,678.9\"\n", round: 2026).new == 1)
    #expect(try bench.give(.facts, round: 2026).contains("C1,2.1.a,2024,12345678.90,\r\n"))
  }

  @Test("A missing column leaves what is there, an empty cell clears it")
  func missingAndEmpty() throws {
    let bench = try Bench.filled()
    #expect(try bench.take(.organizations, "name\n运河大学\n").unchanged == 1)
    #expect(try bench.take(.organizations, "name,contact\n运河大学,\n").changed == 1)
    #expect(try bench.give(.organizations).contains("运河大学,university,河北省,运河区,,,'+86 317 0000002\r\n"))
    #expect(try bench.take(.users, #"[{"login":"bureau","name":"市局","role":"bureau"}]"#).unchanged == 1)
    #expect(try bench.take(.users, #"[{"login":"bureau","name":"市局","role":"市科技局","ssh_keys":[]}]"#).changed == 1)
  }

  @Test("Exactly one apostrophe is taken away from a cell, none from JSON", arguments: ["=1+1", "+86", "-无", "@x", "'单引号", "''两个"])
  func apostrophe(text: String) throws {
    let bench = try Bench.filled()
    #expect(try bench.take(.scores, "center,expert,indicator,points,comment\nC1,e1,3.3,1,'\(text)\n", round: 2026).new == 1)
    let json = try bench.give(.scores, .json, round: 2026)
    #expect(json.contains("\"comment\": \"\(text)\""))
    #expect(try bench.give(.scores, round: 2026).contains(",'\(text)\r\n"))
    #expect(try bench.take(.scores, json, round: 2026).changed == 0)
  }

  @Test("The Chinese words for roles are read")
  func roles() throws {
    let bench = try Bench()
    let words = ["市科技局", "科技局", "访客", "管理员", "Viewer", "第三方机构"]
    let rows = words.enumerated().map { "u\($0),甲,\($1)\n" }.joined()
    #expect(try bench.take(.users, "账号,姓名,角色\n" + rows).problems.errors == [])
    let text = try bench.give(.users)
    for role in ["bureau", "bureau", "viewer", "admin", "viewer", "agency"].enumerated() {
      #expect(text.contains("u\(role.offset),甲,\(role.element),"))
    }
  }

  @Test("Files that are no table are refused as a whole", arguments: [[0x50, 0x4B, 0x03, 0x04], [0x00, 0x01], [0xFF, 0x80, 0x81]])
  func noTable(bytes: [UInt8]) throws {
    let bench = try Bench()
    let error = #expect(throws: InterchangeError.self) { try bench.take(.centers, bytes) }
    #expect(error?.exitStatus == 65)
  }

  @Test("JSON that breaks off is told with its line, and nothing is written")
  func brokenJSON() throws {
    let bench = try Bench()
    let report = try bench.take(.departments, "[{\"name\":\"甲\",\"kind\":\"county\"},\n{\"name\"")
    #expect(report.problems.count == 1 && report.new == 0)
    #expect(report.problems.errors[0].message.en.contains("line 2"))
    #expect(try bench.store.departments(by: .init("admin", .command)).isEmpty)
  }
}
