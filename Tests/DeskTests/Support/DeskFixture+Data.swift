import CenterStore
import Regulation

extension DeskFixture {
  struct CenterLine {
    let code: String
    let name: String
    let host: String
    var coBuilders: [String] = []
    let department: String
    let field: String
    let certifiedOn: String
    let director: String
  }

  /// Nine centers; CZ-09 is too young for the round of 2026, CZ-04 has two years on the form only.
  static let centers: [CenterLine] = [
    CenterLine(
      code: "CZ-01", name: "沧州市油气管道防腐技术创新中心", host: "河北青岚管道装备有限公司", coBuilders: ["渤海样例大学"], department: "盐山县科学技术局",
      field: "管道装备", certifiedOn: "2020-09-15", director: "顾明川"),
    CenterLine(
      code: "CZ-02", name: "沧州市高压管件成形技术创新中心", host: "盐山星垣管件有限公司", department: "盐山县科学技术局", field: "管道装备",
      certifiedOn: "2021-05-20", director: "苏映雪"),
    CenterLine(
      code: "CZ-03", name: "沧州市弯管智能制造技术创新中心", host: "盐山丰泽弯管有限公司", department: "盐山县科学技术局", field: "管道装备",
      certifiedOn: "2021-05-20", director: "江晚晴"),
    CenterLine(
      code: "CZ-04", name: "沧州市管道检测技术创新中心", host: "沧州瀚海检测技术有限公司", department: "沧州市工业和信息化局", field: "管道装备",
      certifiedOn: "2024-03-08", director: "陆行舟"),
    CenterLine(
      code: "CZ-05", name: "沧州市阀门密封技术创新中心", host: "沧州临溪阀门有限公司", department: "沧州市工业和信息化局", field: "管道装备",
      certifiedOn: "2019-11-01", director: "白露生"),
    CenterLine(
      code: "CZ-06", name: "沧州市果蔬保鲜技术创新中心", host: "沧州云帆食品有限公司", department: "青县科学技术局", field: "食品加工",
      certifiedOn: "2020-09-15", director: "程思远"),
    CenterLine(
      code: "CZ-07", name: "沧州市激光切割技术创新中心", host: "青县拓光激光设备有限公司", department: "青县科学技术局", field: "激光与智能制造",
      certifiedOn: "2022-07-01", director: "韩霁月"),
    CenterLine(
      code: "CZ-08", name: "沧州市盐碱地种植技术创新中心", host: "青县禾穗农业有限公司", department: "青县科学技术局", field: "现代农业",
      certifiedOn: "2018-06-30", director: "唐予安"),
    CenterLine(
      code: "CZ-09", name: "沧州市激光焊接技术创新中心", host: "青县聚芯激光有限公司", department: "青县科学技术局", field: "激光与智能制造",
      certifiedOn: "2025-08-18", director: "许星河"),
  ]

  /// Facts of the five centers of 管道装备, larger from center to center, so that quartiles are easy to foretell.
  func addFacts() throws {
    var records: [FactRecord] = []
    func put(_ center: String, _ fact: String, _ year: Int?, _ value: FactValue?, note: String = "") throws {
      guard let code = FactCode(fact) else { throw FixtureError.malformed(fact) }
      records.append(FactRecord(center: try text(center), fact: code, year: year, value: value, note: try text(note)))
    }
    for (place, center) in ["CZ-01", "CZ-02", "CZ-03", "CZ-04", "CZ-05"].enumerated() {
      let size = place + 1
      for year in center == "CZ-04" ? [2024, 2025] : [2023, 2024, 2025] {
        let step = year - 2022
        try put(center, "3.3.a", year, .count(size * 2 + step))
        try put(center, "3.3.b", year, .count(size + step))
        try put(center, "3.3.f", year, .count(size + step))
        try put(center, "2.1.b", year, .figure(Hundredths((400 + 100 * size + 20 * step) * 100)))
        try put(center, "2.1.c", year, .figure(Hundredths((9_000 + 1_000 * size) * 100)))
      }
    }
    try put("CZ-01", "1.1.a", nil, .count(9))
    try put("CZ-01", "1.1.b", nil, .count(12))
    try put("CZ-01", "1.1.c", nil, .count(6))
    try put("CZ-01", "1.1.d", nil, .count(8))
    try put("CZ-01", "1.1.f", 2023, .count(1))
    try put("CZ-01", "1.1.f", 2024, .count(2))
    try put("CZ-01", "1.1.f", 2025, nil, note: "会议记录正在整理，尚未归档")
    try put("CZ-01", "1.1.h", nil, .text(text("管理委员会每年研究年度计划和预算。\n技术指导委员会就防腐涂层、焊接工艺两个方向提出咨询意见，意见均有落实。")))
    try put("CZ-01", "1.1.l", nil, .choice("部分"))
    let outcome = try store.importFacts(year: 2026, numbered(records), by: DeskFixture.bureau)
    if let problem = outcome.problems.first { throw FixtureError.malformed("\(problem.row) \(problem.column) \(problem.message.en)") }
  }
}
