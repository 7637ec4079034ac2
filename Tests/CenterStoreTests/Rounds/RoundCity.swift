import CenterStore
import Regulation
import Testing

/// A round of 2026 in a small city: `C1` belongs to the host and the county of ``host`` and ``department``, `C2` to others; `C3` is too young.
///
/// Material comes in until 30 April, reports until 31 May, scores until 31 July. Experts `x1` to `x6` are tied to nobody.
struct RoundCity {
  let scratch: Scratch
  static let bureau = Acting("bureau", .desk)
  static let department = Acting("xian", .desk)
  static let host = Acting("host", .desk)
  static let otherHost = Acting("otherhost", .desk)
  static let otherDepartment = Acting("dongguang", .desk)
  static let why = PlainText(literal: "理由充分")
  static func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day) ?? Day(number: 0) }

  /// The store, as it stands on some day.
  func store(on day: Day) -> CenterStore {
    scratch.store.under(Surroundings(now: { Moment(day, seconds: 12 * 3600) }, randomBytes: Surroundings.system.randomBytes))
  }

  init(copying other: RoundCity) throws { scratch = try Scratch(copying: other.scratch) }

  init(asksOwnScores: Bool = false) throws {
    scratch = try Scratch(day: "2026-03-01")
    let store = scratch.store
    func center(_ row: Int, _ code: String, _ host: String, _ department: String, _ year: Int) throws -> Numbered<CenterRecord> {
      Numbered(
        row,
        CenterRecord(
          code: try PlainText(code), name: try PlainText("沧州市\(code)技术创新中心"), host: try PlainText(host), hostKind: .enterprise,
          department: try PlainText(department), field: try PlainText("新材料"), certifiedOn: try #require(Day(year, 3, 1))))
    }
    _ = try store.importCenters(
      [
        center(2, "C1", "甲公司", "献县科学技术局", 2024), center(3, "C2", "乙公司", "东光县科学技术局", 2020),
        center(4, "C3", "甲公司", "献县科学技术局", 2025),
      ], by: Scratch.admin)
    _ = try store.importExperts(
      try (1...6).map {
        Numbered($0 + 1, ExpertRecord(login: try PlainText("x\($0)"), name: try PlainText("专家\($0)"), employer: try PlainText("外地大学")))
      }, by: Scratch.admin)
    for (login, role, organization) in [
      ("xian", Role.department, "献县科学技术局"), ("dongguang", .department, "东光县科学技术局"), ("host", .host, "甲公司"),
      ("otherhost", .host, "乙公司"),
    ] {
      _ = try store.importUsers(
        [Numbered(2, UserRecord(login: PlainText(login), name: PlainText(login), role: role, organization: PlainText(organization)))],
        by: Scratch.admin)
    }
    try self.store(on: RoundCity.day(3, 1)).openRound(
      2026,
      RoundPlan(
        materialBy: RoundCity.day(4, 30), reportBy: RoundCity.day(5, 31), scoresBy: RoundCity.day(7, 31), asksOwnScores: asksOwnScores),
      by: RoundCity.bureau)
  }

  static func place(_ code: String, _ year: Int? = nil) throws -> FactKey { FactKey(try #require(FactCode(code)), year: year) }

  /// Fills what is open in the form of a center: 0 where a number is asked for and no check minds, else a note.
  func fill(_ center: String, by who: Acting, on day: Day = day(4, 1)) throws {
    let system = try IndicatorSystem.standard.get()
    let store = store(on: day)
    for place in try store.materialFile(year: 2026, center: center, by: who).form.sheet.open(system) {
      try store.saveFact(year: 2026, center: center, place, FactEntry(nil, note: PlainText(literal: "没有")), by: who)
    }
  }

  /// Fills the form of a center, declares and hands it in.
  func handIn(_ center: String, by who: Acting, on day: Day = day(4, 1)) throws {
    try fill(center, by: who, on: day)
    try store(on: day).declareMaterial(year: 2026, center: center, isDeclared: true, by: who)
    try store(on: day).stepRound(2026, .submit(center), by: who)
  }

  /// The department finds everything right.
  func confirm(_ center: String, by who: Acting, on day: Day = day(5, 11)) throws {
    let store = store(on: day)
    let open = try store.materialFile(year: 2026, center: center, by: who).form.unchecked
    try store.checkFacts(year: 2026, center: center, open, isConfirmed: true, by: who)
  }

  /// A full sheet of each expert, so many hundredths off the full hundred.
  func score(_ center: String, _ sheets: [String: Int], on day: Day = day(6, 1)) throws {
    for (expert, off) in sheets.sorted(by: { $0.key < $1.key }) {
      let outcome = try store(on: day).importScores(year: 2026, scratch.sheet(center, expert, hundredthsOff: off), by: RoundCity.bureau)
      #expect(outcome.problems.isEmpty)
    }
  }
}
