import CenterStore
import Foundation
import Regulation

/// A small city in which everybody has something of their own, and something of the same kind belongs to somebody else.
///
/// Center `C1` is the department's, the host's and the expert's; `C2` is another's; `C0` does not exist. The round of 2026 is entrusted to
/// the agency, whose people the experts are, that of 2028 to nobody; there is none of 2030.
struct City {
  let scratch: Scratch
  var store: CenterStore { scratch.store }

  /// The login of a role is the role's own name.
  static func acting(_ role: Role) -> Acting { Acting(role.rawValue, .desk) }

  init() throws {
    scratch = try Scratch()
    func text(_ string: String) throws -> PlainText { try PlainText(string) }
    func center(_ row: Int, _ code: String, _ host: String, _ department: String) throws -> Numbered<CenterRecord> {
      Numbered(
        row,
        CenterRecord(
          code: try text(code), name: try text("沧州市\(code)技术创新中心"), host: try text(host), hostKind: .enterprise,
          department: try text(department), field: try text("新材料"), certifiedOn: Day(parsing: "2020-01-01") ?? Day(number: 0)))
    }
    let store = scratch.store
    _ = try store.importCenters(
      [center(2, "C1", "甲公司", "献县科学技术局"), center(3, "C2", "乙公司", "东光县科学技术局")], by: Scratch.admin)
    _ = try store.importExperts(
      try ["expert", "other", "third"].enumerated().map {
        Numbered($0 + 2, ExpertRecord(login: try text($1), name: try text("专家\($0)"), employer: try text("评估事务所")))
      }, by: Scratch.admin)
    func user(_ role: Role, _ organization: String) throws -> Numbered<UserRecord> {
      Numbered(
        2, UserRecord(login: try text(role.rawValue), name: try text(role.rawValue), role: role, organization: try text(organization)))
    }
    for user in try [user(.department, "献县科学技术局"), user(.host, "甲公司"), user(.agency, "评估事务所")] {
      _ = try store.importUsers([user], by: Scratch.admin)
    }
    _ = try store.handOutCode(to: "other", by: Scratch.admin)
    try store.openRound(2026, RoundPlan(agency: try text("评估事务所")), by: Scratch.bureau)
    try store.openRound(2028, by: Scratch.bureau)
    for year in [2026, 2028] {
      try store.assignExpert(year: year, center: "C1", expert: "expert", by: Scratch.bureau)
      try store.assignExpert(year: year, center: "C2", expert: "other", by: Scratch.bureau)
      for login in ["expert", "other"] { try store.pledge(year: year, by: Acting(login, .desk)) }
      for code in ["C1", "C2"] { _ = try store.importFacts(year: year, [fact(code)], by: Scratch.bureau) }
    }
  }

  /// The city with a matter of each kind under way: number 1 of each is of `C1`, number 2 of `C2`; there is no number 9.
  static func withMatters() throws -> City {
    let city = try City()
    let (store, text) = (city.store, PlainText(literal: "有据"))
    _ = try store.importUsers(
      [Numbered(2, UserRecord(login: PlainText("otherhost"), name: PlainText("乙"), role: .host, organization: PlainText("乙公司")))],
      by: Scratch.admin)
    for (code, host) in [("C1", acting(.host)), ("C2", Acting("otherhost", .desk))] {
      try store.requestChange(of: code, ChangePetition(changes: [.field(text)], grounds: text, evidence: text), by: host)
      try store.beginDirectorFiling(
        of: code, director: text, considered: .init(on: Day(parsing: "2026-05-04") ?? Day(number: 0), minutes: text), by: host)
      try store.proposeRevocation(
        of: code, RevocationCase(.ownRequest, findings: [.request: text], evidence: text), by: host)
    }
    return city
  }

  /// A line of facts.
  func fact(_ center: String, _ count: Int = 3) throws -> Numbered<FactRecord> {
    Numbered(2, FactRecord(center: try PlainText(center), fact: try City.code, year: nil, value: .count(count), note: .empty))
  }

  private static var code: FactCode {
    get throws {
      guard let code = FactCode("1.1.a") else { throw CocoaError(.coderInvalidValue) }
      return code
    }
  }

  /// A full sheet, as lines of a file.
  func sheet(_ center: String, _ expert: String) throws -> [Numbered<ScoreRecord>] { try scratch.sheet(center, expert) }
}
