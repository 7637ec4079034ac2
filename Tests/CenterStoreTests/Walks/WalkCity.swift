import CenterStore
import Regulation
import Testing

/// A small city for walks: four centers of three hosts in two counties, one of which was certified late, and eleven experts.
///
/// `a1` to `a5` are the agency's people, `x1` to `x4` are tied to nobody; `x5` works for the host of `C1` and `C3` under its former name,
/// `x6` worked for a co-builder of `C4`.
struct WalkCity {
  let scratch: Scratch

  static let centers = ["C1", "C2", "C3", "C4"]
  static let departments = ["xian": PlainText(literal: "献县科学技术局"), "dong": PlainText(literal: "东光县科学技术局")]
  static let agency = PlainText(literal: "评估事务所")
  static let experts = ["a1", "a2", "a3", "a4", "a5", "x1", "x2", "x3", "x4", "x5", "x6"]
  static let hosts = ["C1": "jia", "C2": "yi", "C3": "jia", "C4": "bing"]
  static let logins = ["admin", "bureau", "viewer", "agency", "xian", "dong", "jia", "yi", "bing"] + experts

  init() throws {
    scratch = try Scratch(day: "2026-01-05", durably: false)
    let store = scratch.store
    _ = try store.importOrganizations(
      [Numbered(2, OrganizationRecord(name: PlainText("甲公司"), kind: .enterprise, aliases: [PlainText("渤海激光厂")]))], by: Scratch.admin)
    _ = try store.importCenters(
      [
        WalkCity.center("C1", "甲公司", "xian", 2015), WalkCity.center("C2", "乙公司", "dong", 2020),
        WalkCity.center("C3", "甲公司", "xian", 2026), WalkCity.center("C4", "丙公司", "dong", 2018, with: ["运河大学"]),
      ], by: Scratch.admin)
    let homes = ["x5": "渤海激光厂"]
    _ = try store.importExperts(
      try WalkCity.experts.enumerated().map { row, login in
        Numbered(
          row + 2,
          ExpertRecord(
            login: try PlainText(login), name: try PlainText("专家\(login)"),
            employer: try PlainText(homes[login] ?? (login.hasPrefix("a") ? "评估事务所" : "外地大学")),
            formerEmployers: login == "x6" ? [try PlainText("运河大学")] : []))
      }, by: Scratch.admin)
    let users =
      try [("jia", "甲公司"), ("yi", "乙公司"), ("bing", "丙公司")].map { ($0, Role.host, try PlainText($1)) }
      + WalkCity.departments.sorted { $0.key < $1.key }.map { ($0.key, .department, $0.value) } + [("agency", .agency, WalkCity.agency)]
    _ = try store.importUsers(
      try users.enumerated().map { row, user in
        Numbered(row + 2, UserRecord(login: try PlainText(user.0), name: try PlainText(user.0), role: user.1, organization: user.2))
      }, by: Scratch.admin)
  }

  private static func center(
    _ code: String, _ host: String, _ department: String, _ certified: Int, with coBuilders: [String] = []
  ) throws -> Numbered<CenterRecord> {
    Numbered(
      2 + (centers.firstIndex(of: code) ?? 0),
      CenterRecord(
        code: try PlainText(code), name: try PlainText("沧州市\(code)技术创新中心"), host: try PlainText(host), hostKind: .enterprise,
        coBuilders: try coBuilders.map { try PlainText($0) }, department: try #require(departments[department]),
        field: try PlainText("新材料"), certifiedOn: try #require(Day(certified, 1, 5))))
  }
}
