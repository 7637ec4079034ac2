import GRDB
import Regulation
import Testing

@testable import CenterStore

@Suite("Recusal: what is asked with every score tells no more and no less than the whole question")
struct TieTests {
  /// A center with a host and a co-builder, and experts with each kind of tie to either, and with none.
  @Test("Every kind of tie, on either side, under own, former and other names")
  func ties() throws {
    let scratch = try Scratch()
    let store = scratch.store
    _ = try store.importOrganizations(
      [
        Numbered(2, OrganizationRecord(name: PlainText("甲公司"), kind: .enterprise, aliases: [PlainText("甲厂")])),
        Numbered(3, OrganizationRecord(name: PlainText("丙大学"), kind: .university, aliases: [PlainText("丙学院"), PlainText("己所")])),
      ], by: Scratch.admin)
    _ = try store.importCenters(
      try [("C1", "甲公司", ["乙所"]), ("C2", "丁公司", []), ("C3", "丁公司", ["戊所"])].enumerated().map { row, center in
        Numbered(
          row + 2,
          CenterRecord(
            code: try PlainText(center.0), name: try PlainText("沧州市\(center.0)技术创新中心"), host: try PlainText(center.1),
            hostKind: .enterprise, coBuilders: try center.2.map { try PlainText($0) }, department: try PlainText("献县科学技术局"),
            field: try PlainText("新材料"), certifiedOn: try #require(Day(2020, 1, 1))))
      }, by: Scratch.admin)
    let experts: [(login: String, employer: String, former: [String])] = [
      ("host", "甲公司", []), ("alias", "甲厂", []), ("co", "乙所", []), ("was", "丙大学", ["乙所"]), ("wasalias", "庚所", ["甲厂"]), ("other", "丙大学", []),
      ("own", "丙学院", []), ("far", "庚所", ["辛所"]), ("ding", "丁公司", []), ("brackets", "（丁）公司", []), ("wu", "辛所", ["戊所", "丁公司"]),
      ("none", "壬所", []),
    ]
    _ = try store.importExperts(
      try experts.enumerated().map { row, expert in
        Numbered(
          row + 2,
          ExpertRecord(
            login: try PlainText(expert.login), name: try PlainText("专家\(row)"), employer: try PlainText(expert.employer),
            formerEmployers: try expert.former.map { try PlainText($0) }))
      }, by: Scratch.admin)
    _ = try store.importConflicts(
      [Numbered(2, ConflictRecord(center: PlainText("C2"), expert: PlainText("none"), reason: PlainText("师生")))], by: Scratch.admin)

    let tied = try scratch.tied(experts.map(\.login), to: ["C1", "C2", "C3"])
    #expect(tied["C1"] == ["host", "alias", "co", "was", "wasalias"])
    #expect(tied["C2"] == ["ding", "wu", "none"])
    #expect(tied["C3"] == ["ding", "wu"])
  }

  @Test(
    "Whom the application of a center names for a committee or a co-builder steps aside in its rounds: drawn, by hand, and with every score"
  )
  func named() throws {
    let city = try ApplicationCity()
    let number = try city.draft()
    var form = try city.store(on: ApplicationCity.day(3, 3)).application(number, by: ApplicationCity.host).form
    form.committees = Committees(advisory: [CommitteeMember(name: try PlainText("顾问"), employer: try PlainText("大学五"))])
    form.coBuilders = [
      CoBuilder(
        name: try PlainText("渤海示范大学"), kind: .university, province: try PlainText("河北省"), agreement: .complete,
        people: [try PlainText("派员")], tasks: try PlainText("检测"))
    ]
    try city.store(on: ApplicationCity.day(3, 3)).saveApplication(number, form, by: ApplicationCity.host)
    for (index, entry) in ApplicationCity.path.enumerated() {
      if index == 4 { try city.review(number) }
      try city.store(on: entry.day).stepApplication(number, entry.step, by: entry.who)
    }
    let store = city.store(on: try #require(Day(2028, 3, 1)))
    _ = try store.importExperts(
      try [("seat", "顾问", "大学五"), ("sent", "派员", "大学六"), ("namesake", "顾问", "大学七")].enumerated().map { row, expert in
        Numbered(
          row + 2,
          ExpertRecord(login: try PlainText(expert.0), name: try PlainText(expert.1), employer: try PlainText(expert.2)))
      }, by: Scratch.admin)
    let code = "YS2026-0001"
    let logins = ["seat", "sent", "namesake", "expert2"]
    #expect(try city.scratch.tied(logins, to: [code])[code] == ["seat", "sent"])
    try store.openRound(2028, RoundPlan(minimumSheets: 1), by: ApplicationCity.bureau)
    let draw = try store.assignExperts(year: 2028, perCenter: 4, dryRun: true, by: ApplicationCity.bureau)
    #expect(Set(draw.plan.lines.map(\.expert)) == ["expert2", "expert3", "expert4", "namesake"])
    #expect(draw.roll.withoutCommittees == 0)
    #expect(throws: StoreError.self) {
      try store.assignExpert(year: 2028, center: code, expert: "seat", by: ApplicationCity.bureau)
    }
    try store.assignExpert(year: 2028, center: code, expert: "namesake", by: ApplicationCity.bureau)
    let candidates = try store.panelCandidates(year: 2028, center: code, by: ApplicationCity.bureau)
    #expect(candidates.first { $0.login == "sent" }?.recusal == .namedForCoBuilder(try PlainText("渤海示范大学")))
  }
}

extension Scratch {
  /// Who is tied to each center, asked both ways.
  fileprivate func tied(_ logins: [String], to codes: [String]) throws -> [String: Set<String>] {
    let database = try DatabaseQueue(path: store.path)
    return try database.read { db in
      var tied: [String: Set<String>] = [:]
      for code in codes {
        let id = try #require(try Int64.fetchOne(db, sql: "SELECT id FROM center WHERE code = ?", arguments: [code]))
        for login in logins {
          let whole = try RecusalBook(db, expert: login, center: id, year: 2026).reason(center: id, expert: login, db)
          #expect(try RecusalBook.reason(expert: login, center: id, year: 2026, db) == whole, "\(login) \(code)")
          #expect(try RecusalBook(db, year: 2026).reason(center: id, expert: login, db) == whole, "\(login) \(code)")
          if whole != nil { tied[code, default: []].insert(login) }
        }
      }
      return tied
    }
  }
}
