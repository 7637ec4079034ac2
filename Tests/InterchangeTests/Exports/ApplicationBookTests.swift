import CenterStore
import Interchange
import TableFiles
import Testing
import Wording

@Suite("The application that is filled in elsewhere (articles 9 and 10)")
struct ApplicationBookTests {
  private func book(_ bench: Bench, _ number: String? = nil, _ language: Language = .zh, as login: String = "admin") throws -> [UInt8] {
    let sink = MemorySink()
    try ApplicationBook(store: bench.store, by: Acting(login, .command)).run(number, language) { () throws(FileError) in sink }
    return sink.bytes
  }

  private func numbers(_ bench: Bench) throws -> [String] {
    try bench.store.applications(by: Acting("admin", .command)).map(\.number).sorted()
  }

  @Test("Taken in as it was given out, it changes nothing", arguments: Language.allCases)
  func same(language: Language) throws {
    let bench = try Bench.filled()
    let before = try bench.give(.applications)
    for number in try numbers(bench) {
      let report = try bench.take(.applications, book(bench, number, language))
      #expect(report.problems.lines(.en) == [] && report.changed == 0 && report.unchanged == 1, "\(number)")
    }
    #expect(try bench.give(.applications) == before)
  }

  @Test("What a host filled in becomes its application; words are taken as people write them, and what is left empty is not known")
  func filled() throws {
    let bench = try Bench.filled()
    let known = Set(try numbers(bench))
    let report = try bench.take(
      .applications,
      """
      字段,项目,计量单位,填写内容
      number,申请编号,,
      call_year,申报年度,,2026
      department,归口管理部门,,沧州市教育局
      center.name,中心名称,,沧州市激光焊接技术创新中心
      host.kind,单位类型,,高等学校
      host.last_year_revenue,上一年销售收入,万元,"１，２００.5"
      fixed_staff,固定人员,人,10
      premises,科研办公场所,,是
      pilot_test,中间试验能力,,否
      inspection,检验检测能力,,
      has_co_builders,有无共建单位,,是
      co_builders[1].name,共建单位 2 名称,,河北某大学
      documents,已备材料,,申报书；实施方案

      """, as: "host")
    #expect(report.problems.lines(.zh) == [] && report.new == 1)
    let number = try #require(try numbers(bench).first { !known.contains($0) })
    let form = try bench.store.application(number, by: Acting("host", .command)).form
    #expect(form.center.name?.string == "沧州市激光焊接技术创新中心" && form.host.kind == .university && form.fixedStaff == 10)
    #expect(
      form.host.lastYearRevenue?.description == "1200.5" && form.premises == true && form.pilotTest == false && form.inspection == nil)
    #expect(form.coBuilders?.map(\.name?.string) == ["河北某大学"] && form.documents?.map(\.string) == ["申报书", "实施方案"])
    #expect(try bench.take(.applications, book(bench, number), as: "host").unchanged == 1)
  }

  @Test(
    "What is wrong is told with its row and column, and nothing comes in",
    arguments: [
      ("premises,,,也许", 3, "value"), ("fixed_staff,,,1.5", 3, "value"), ("host.last_year_revenue,,,-5", 3, "value"),
      ("host.kind,,,商店", 3, "value"), ("nothing,,,1", 3, "field"), ("call_year,,,2026", 3, "field"),
      ("co_builders[4].kind,,,商店", 3, "value"), ("host_share.staff,,,120", 3, "value"),
    ])
  func wrong(line: String, row: Int, column: String) throws {
    let bench = try Bench.filled()
    let head = try bench.head
    let report = try bench.take(.applications, "field,item,unit,value\ncall_year,,,2026\n\(line)\ndepartment,,,沧州市教育局\n", as: "host")
    #expect(report.problems.errors.map(\.row) == [row] && report.problems.errors.map(\.column) == [column])
    #expect(try bench.head == head)
  }

  @Test("Who applies for nothing gets no form, and nobody another's")
  func refusals() throws {
    let bench = try Bench.filled()
    try bench.take(.organizations, "name\n河北别家有限公司\n")
    try bench.take(.users, "login,name,role,organization\nlooker,看,viewer,\nother,旁,host,河北别家有限公司\n")
    #expect(throws: InterchangeError.self) { try book(bench, as: "looker") }
    let number = try #require(try numbers(bench).first)
    #expect(throws: InterchangeError.store(.notPermitted(nil))) { try book(bench, number, as: "other") }
    #expect(throws: InterchangeError.store(.notPermitted(nil))) { try book(bench, "SQ2026-9999", as: "other") }
  }
}
