import GRDB
import Regulation
import Testing

@testable import CenterStore

/// What a store of an earlier version holds is read by this one as it was meant then.
@Suite("A store of the fifth version is brought to rounds as the rules know them")
struct SchemaStepTests {
  /// A closed round of 2024 in which `A` was scored, `B` handed in, `C` did nothing; material of `A` in 2026, late in the evening of UTC.
  private static let old = """
    INSERT INTO audit VALUES
      (1, 1780000000000, 'import.facts', 'import', 'bureau', x'', '', x'', x''),
      (2, 1780070400000, 'import.facts', 'import', 'bureau', x'', '', x'', x'');
    INSERT INTO department VALUES (1, '献县科学技术局', '献县科学技术局', 'county', '', 1);
    INSERT INTO organization(id, name, name_key, link) VALUES (1, '甲公司', '甲公司', 1);
    INSERT INTO center(id, code, name, host_id, department_id, certified_on, link) VALUES
      (1, 'A', 'A', 1, 1, '2020-01-01', 1), (2, 'B', 'B', 1, 1, '2020-01-01', 1), (3, 'C', 'C', 1, 1, '2020-01-01', 1);
    INSERT INTO user(login, name, role, link) VALUES ('bureau', '市局', 'bureau', 1), ('x1', '专家', 'expert', 1);
    INSERT INTO expert(login, employer_id, link) VALUES ('x1', 1, 1);
    INSERT INTO round(year, state, method, minimum_sheets, table_version, opened_on, settled_on, published_on, notice_until, closed_on, link)
      VALUES (2024, 'closed', 'mean', 1, '2025', '2024-03-01', '2024-08-01', '2024-08-02', '2024-08-09', '2024-08-12', 1),
        (2026, 'scoring', 'mean', 3, '2025', '2026-03-01', NULL, NULL, NULL, NULL, 1);
    INSERT INTO sheet(id, year, center_id, login, state, link) VALUES (1, 2024, 1, 'x1', 'submitted', 1);
    INSERT INTO material(year, center_id, origin, link) VALUES (2024, 2, 'staff', 1), (2026, 1, 'staff', 2);
    INSERT INTO roll(year, center_id) VALUES (2024, 1), (2024, 2), (2024, 3);
    INSERT INTO result(year, center_id, score, grade, rank, link) VALUES (2024, 1, 9100, 'excellent', 1, 1);
    """

  @Test(
    "Names are compared without what is not seen from version 25 on; of two that differ by nothing else the second stays another, and is told"
  )
  func unseen() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue, upTo: "24 passwords and attempts")
    try queue.write { db in
      for (name, key) in [("乙\u{200B}公司", "乙\u{200B}公司"), ("丙公司", "丙公司"), ("丙\u{FEFF}公司", "丙\u{FEFF}公司")] {
        try db.execute(sql: "INSERT INTO organization(name, name_key, link) VALUES (?, ?, 1)", arguments: [name, key])
      }
    }
    try Schema.migrator.migrate(queue)
    #expect(
      try queue.read { try String.fetchAll($0, sql: "SELECT name_key FROM organization ORDER BY id") } == ["乙公司", "丙公司", "丙\u{FEFF}公司"])
    let check = try #require(Invariant.all.first { $0.check == .keys })
    guard case .rows(let look) = check.look else { return }
    #expect(try queue.read(look).map(\.object) == ["organization 丙\u{FEFF}公司"])
  }

  @Test("What was imported counts as handed in on its day in Cangzhou; who was scored, pending or absent stays so")
  func kept() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue, upTo: "5 names of centers")
    try queue.write { try $0.execute(sql: Self.old) }
    try Schema.migrator.migrate(queue)
    try queue.read { db in
      #expect(try Row.fetchAll(db, sql: "SELECT * FROM pragma_foreign_key_check").isEmpty)
      let closed = try StoredRound(CenterStore.round(2024, db), .whole, db).round
      let settlement = try #require(closed.state.settlement)
      #expect(closed.stage == .closed && closed.state.notice?.last == Day(2024, 8, 9) && settlement.on == Day(2024, 8, 1))
      #expect(settlement.figures == ["A": RoundFigure(score: Points(91_00), sheets: 1)])
      #expect(settlement.pending == ["B"] && settlement.absent == ["C"] && settlement.reopened.isEmpty)
      let open = try StoredRound(CenterStore.round(2026, db), .whole, db).round
      #expect(open.stage == .scoring && open.terms.conductor == .bureau && !open.terms.asksOwnScores)
      // 1,780,070,400 seconds are 16:00 of 29 May in UTC, and 0:00 of the 30th in Cangzhou.
      #expect(open[center: "A"].material.submission == .init(on: try #require(Day(2026, 5, 30)), isByStaff: true))
      #expect(open.centers.count == 1)
    }
  }
}
