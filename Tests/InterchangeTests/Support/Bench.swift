import CenterStore
import Foundation
import Interchange
import Regulation
import TableFiles
import Wording

/// A store in a folder of its own, that goes away with it, and what is done with it in a line.
final class Bench {
  let folder: URL
  let store: CenterStore

  /// A store with the one user `admin`, on a day of which the clock does not move on.
  init(day: String = "2026-06-01") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-interchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let now = Moment(Day(parsing: day) ?? Day(number: 0), seconds: 9 * 3600)
    store = try CenterStore.create(
      folder.appendingPathComponent("store.sqlite").path,
      surroundings: Surroundings(now: { now }, randomBytes: { Array(repeating: 7, count: $0) }))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func take(
    _ kind: ImportKind, _ text: String, round: Int? = nil, dryRun: Bool = false, as login: String = "admin"
  ) throws -> ImportReport {
    try take(kind, Array(text.utf8), round: round, dryRun: dryRun, as: login)
  }

  @discardableResult
  func take(
    _ kind: ImportKind, _ bytes: [UInt8], round: Int? = nil, dryRun: Bool = false, as login: String = "admin"
  ) throws -> ImportReport {
    try Importer(store: store, by: Acting(login, .command)).run(kind, FileBytes(bytes, name: "file"), round: round, dryRun: dryRun)
  }

  func give(
    _ kind: ExportKind, _ format: ExportFormat? = nil, _ language: Language = .en, round: Int? = nil, as login: String = "admin"
  ) throws -> String {
    String(decoding: try giveBytes(kind, format, language, round: round, as: login), as: UTF8.self)
  }

  func giveBytes(
    _ kind: ExportKind, _ format: ExportFormat? = nil, _ language: Language = .en, round: Int? = nil, as login: String = "admin"
  ) throws -> [UInt8] {
    let sink = MemorySink()
    try Exporter(store: store, by: Acting(login, .command)).run(kind, format, language, round: round) { () throws(FileError) in sink }
    return sink.bytes
  }

  /// The call of 2026, to which the sample applications are made.
  func publishCall() throws {
    func day(_ text: String) -> Day { Day(parsing: text) ?? Day(number: 0) }
    try store.publishCall(
      Call(
        year: 2026, opensOn: day("2026-05-01"),
        lastDays: Call.LastDays(host: day("2026-06-30"), department: day("2026-07-15"), correction: day("2026-07-31")),
        priorityFields: [PlainText("新材料")]), by: Acting("admin", .command))
  }

  /// The number of the last link.
  var head: Int64 { get throws { try store.auditHead(by: Acting("admin", .command)).number } }

  /// Every kind of record, every column used, in a round of 2026 that is being scored, and results of 2022.
  static func filled() throws -> Bench {
    let bench = try Bench()
    func take(_ kind: ImportKind, _ text: String, _ round: Int?) throws {
      let report = try bench.take(kind, text, round: round)
      if !report.problems.isEmpty { throw report.problems }
    }
    for (kind, text) in Samples.registry { try take(kind, text, nil) }
    try bench.store.openRound(2026, by: Acting("admin", .command))
    for (kind, text) in Samples.round { try take(kind, text, 2026) }
    try take(.results, Samples.results, 2022)
    try bench.publishCall()
    try take(.applications, Samples.applications, nil)
    return bench
  }
}

/// Files of every kind, in an order in which they can be imported.
enum Samples {
  static let registry: [(ImportKind, String)] = [
    (.departments, "name,kind,jurisdiction\n泊头市科学技术局,county,泊头市\n沧州市教育局,municipal,\n"),
    (
      .organizations,
      """
      name,kind,province,county,aliases,contact,phone
      沧州渤海激光有限公司,enterprise,河北省,泊头市,"渤海激光厂;渤海,激光",李某,0317-0000001
      运河大学,university,河北省,运河区,,王某,'+86 317 0000002

      """
    ),
    (
      .centers,
      """
      code,name,host,host_kind,co_builders,department,field,certified_on,status,director,former_names
      C1,沧州市激光切割技术创新中心,沧州渤海激光有限公司,enterprise,运河大学;海河研究院,泊头市科学技术局,新材料,2021-03-01,active,张三,沧州市激光中心
      C2,"沧州市""铸造""技术创新中心",泊头铸造集团,enterprise,,泊头市科学技术局,,2024-12-31,active,,
      C3,沧州市化工技术创新中心,运河大学,university,,沧州市教育局,化工,2019/1/5,已撤销,,

      """
    ),
    (
      .experts,
      """
      login,name,employer,former_employers,title,fields,kind
      e1,甲,海河理工学院,,教授,新材料;化工,technical
      e2,乙,燕赵研究所,太行研究院,,,财务

      """
    ),
    (
      .users,
      """
      login,name,role,organization,ssh_keys
      bureau,市局,bureau,,"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB bureau@a
      ssh-rsa AAAAB3NzaC1yc2EAAAAUAwMDAwMDAwMDAwMDAwMDAwMDAwM= bureau@b"
      dept,科长,department,泊头市科学技术局,
      host,厂长,host,沧州渤海激光有限公司,
      agency,评估,agency,燕赵评估中心,
      viewer,访客,viewer,,

      """
    ),
    (.conflicts, "center,expert,reason\nC2,e2,'=师生关系\n"),
  ]

  static let round: [(ImportKind, String)] = [
    (.scores, "center,expert,indicator,points,comment\nC1,e1,1.1,4.5,\"第一行\n第二行\"\nC1,e1,1.2,５,\nC2,e1,3.3,0,-无\n"),
    (
      .facts,
      "center,fact,year,value,note\nC1,1.1.a,,12,\nC1,2.1.a,2023,\"1,234.5\",\nC1,2.1.b,2024,,未统计\nC1,1.1.h,,\"层次高\n作用好\",\nC1,1.1.l,,是,见附件\n"
    ),
    (
      .attachments,
      """
      center,title,kind,date,file,location,sha256,facts
      C1,2025 年度审计报告,审计报告,2026/3/1,'=audit.pdf,财务科 3 号柜,\(String(repeating: "0A", count: 32)),2.1.a；1.1.a
      C1,"章程, 第二版",,,,,,
      C2,专利证书,证书,2025年1月5日,证书.zip,,,3.3.a

      """
    ),
  ]

  static let applications = """
    [
      {"number": "SQ2026-0001", "department": "泊头市科学技术局", "applicant": "host", "state": "submitted", "call_year": 2026,
       "center": {"name": "沧州市激光熔覆技术创新中心", "field": "新材料", "research_direction": "激光熔覆",
                  "research_content": "粉末\\n工艺", "goals": "三年内建成中试线"},
       "host": {"name": "沧州渤海激光有限公司", "kind": "enterprise", "registered_in": "泊头市", "legal_person": true,
                "technical_advantage": true, "independent_rd_unit": true, "last_year_revenue": 1000.5,
                "last_year_technology_spending": 100, "credit_good": true, "guarantee_conditions": true},
       "own_ip": 3, "proprietary_technology": true, "industry_university_cooperation": true, "project_capability": true,
       "transfer_experience": true, "resource_integration": true, "leader": "张三", "team_structure_sound": true, "fixed_staff": 10,
       "premises": true, "instruments": true, "pilot_test": true, "inspection": true,
       "co_builders": [{"name": "运河大学", "kind": "university", "province": "河北省", "agreement_signed": true}],
       "host_share": {"conditions": 60, "staff": 66.67, "projects": 60, "results": 60},
       "documents": ["申报书", "实施方案"], "declaration_signed": true},
      {"number": "SQ2026-0002", "department": "沧州市教育局", "applicant": "host", "state": "draft", "call_year": 2026,
       "center": {"name": ""}, "co_builders": []}
    ]
    """

  static let results = "center,score,grade,rank\nC1,91.33,excellent,1\nC3,60,合格,\n"
}
