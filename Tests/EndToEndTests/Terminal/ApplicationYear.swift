import Foundation
import Testing

/// A small city in a year of applications: who takes part, what the six hosts write, and a terminal in which one after the other sits down.
struct ApplicationYear: SeatedYear {
  /// One of the six who apply.
  struct Applicant {
    let login: String
    let host: String
    /// Under which kind the unit is registered: what the form then asks for depends on it.
    var kind = "enterprise"
    let county: String
    /// Whether the form meets every condition when it is first handed in.
    var isMet = true
    let number: String
    let center: String
    /// What is typed into the form from its first field on; a tab goes on to the next one, a digit takes the answer of that place.
    let form: String
  }

  static let laser = Applicant(
    login: "guang", host: "献县样例激光有限公司", county: "献县", number: "SQ2026-0001", center: "沧州市激光焊接技术创新中心",
    form: enterprise("沧州市激光焊接技术创新中心", field: "1", "激光焊接", "焊接头、焊缝跟踪与工艺", county: "献县", revenue: "1260.5", spending: "135"))

  /// No enterprise, so that it builds jointly with one of the province (articles 7, 9.2, 9.8); full-width digits are taken as well.
  static let institute = Applicant(
    login: "cai", host: "沧州样例材料研究所", kind: "institute", county: "献县", number: "SQ2026-0002", center: "沧州市防腐涂层技术创新中心",
    form: "沧州市防腐涂层技术创新中心\t1\t防腐涂层\t海洋环境长效防腐\t制定团体标准两项\t\t\t献县\t1\t1\t1\t1\t５\t1\t1\t1\t1\t1\t丙材\t1\t18\t1\t1\t1\t1\t2\t"
      + "沧州样例船舶有限公司\t1\t河北省\t1\t1234\t涂装车间\t申涂、酉装\t提供试验场地\t3/5\t62.5\t2/3\t60\t123\t1")

  /// The revenue of the year before is not enough (article 9.2).
  static let mold = Applicant(
    login: "mo", host: "献县样例模具有限公司", county: "献县", isMet: false, number: "SQ2026-0003", center: "沧州市精密模具技术创新中心",
    form: enterprise("沧州市精密模具技术创新中心", field: "2", "精密模具", "模具材料与加工", county: "献县", revenue: "860", spending: "120"))

  /// One person too few (article 9.5), which is corrected after the department gave it back.
  static let pipe = Applicant(
    login: "guan", host: "青县样例管件有限公司", county: "青县", isMet: false, number: "SQ2026-0004", center: "沧州市管件成形技术创新中心",
    form: enterprise("沧州市管件成形技术创新中心", field: "9", "管件成形", "热推与冷挤压", county: "青县", revenue: "5300", spending: "410", staff: "9"))

  /// What is to be reached is too thin; the bureau sends it back once (article 11).
  static let pump = Applicant(
    login: "beng", host: "青县样例泵业有限公司", county: "青县", number: "SQ2026-0005", center: "沧州市节能泵技术创新中心",
    form: enterprise("沧州市节能泵技术创新中心", field: "6", "节能泵", "水力模型与密封", county: "青县", revenue: "2400", spending: "260"))

  /// An objection to it is upheld (article 12). The field is the tenth, to which blanks lead; the call does not name it.
  static let seed = Applicant(
    login: "miao", host: "青县样例种苗有限公司", county: "青县", number: "SQ2026-0006", center: "沧州市设施蔬菜技术创新中心",
    form: enterprise(
      "沧州市设施蔬菜技术创新中心", field: String(repeating: " ", count: 10), "设施蔬菜", "育苗与水肥一体", county: "青县", revenue: "1000", spending: "100"))

  static let applicants = [laser, institute, mold, pipe, pump, seed]

  /// The experts; the first works for a host, under a name that it had.
  static let experts = ["zhao": "赵甲", "qian": "钱乙", "sun": "孙丙", "li": "李丁"]

  /// The form of an enterprise without co-builders, with every other condition met.
  private static func enterprise(
    _ name: String, field: String, _ direction: String, _ content: String, county: String, revenue: String, spending: String,
    staff: String = "10"
  ) -> String {
    let center = "\(name)\t\(field)\t\(direction)\t\(content)\t三年内建成中试线\t"
    let host = "\t1\t\(county)\t1\t1\t1\t\(revenue)\t\(spending)\t1\t1\t"
    let technology = "3\t1\t1\t1\t1\t1\t"
    return center + host + technology + "带头人\t1\t\(staff)\t1\t1\t1\t1\t1\t123\t1"
  }

  let cztic: Program
  /// The one terminal at which everybody sits in turn.
  let terminal: Tmux
  /// How many links the chain had when the files were in and the year began.
  let setup: Int

  /// This city's people, imported beside those of the round into the same store; the same terminal.
  init(beside round: RoundYear) throws {
    (cztic, terminal) = (round.cztic, round.terminal)
    let files = [
      (
        "organizations",
        ["name,kind,province,county,aliases"]
          + Self.applicants.map { "\($0.host),\($0.kind),河北省,\($0.county),\($0.host)老厂\($0.login == Self.laser.login ? ";渤海激光厂" : "")" }
      ),
      (
        "experts",
        ["login,name,employer"] + Self.experts.map { "\($0.key),\($0.value),\($0.key == "zhao" ? "\(Self.laser.host)老厂" : "样例大学")" }
      ),
      ("users", ["login,name,role,organization"] + Self.applicants.map { "\($0.login),经办人,host,\($0.host)" }),
    ]
    for (kind, lines) in files {
      try cztic.expect(0, "import", kind, try cztic.file("\(kind).csv", lines.joined(separator: "\n") + "\n"))
    }
    setup = Int(try cztic("audit", "head").output.split(separator: " ").first ?? "") ?? 0
  }

  /// What is on file of every application of the year, looked up outside the desk.
  func stages() throws -> [String: String] {
    let run = try cztic("export", "applications", "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]] ?? []
    let pairs = rows.map { ($0["number"] as? String ?? "", $0["state"] as? String ?? "") }.filter { $0.0.hasPrefix("SQ2026") }
    return Dictionary(pairs) { first, _ in first }
  }
}
