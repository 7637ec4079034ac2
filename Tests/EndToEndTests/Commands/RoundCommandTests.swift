import Foundation
import Testing

@Suite("Commands, from an empty store to a published result")
struct RoundCommandTests {
  /// A store with three centers, of which one is not due, and three experts; one is recused from the first center by a former name.
  private func filled() throws -> Program {
    let cztic = try Program()
    #expect(try cztic("init").status == 0)
    let organizations = try cztic.file("organizations.csv", "name,kind,aliases\n沧州渤海激光有限公司,enterprise,渤海激光厂\n")
    let centers = try cztic.file(
      "centers.csv",
      """
      编号,名称,依托单位,单位类型,共建单位,归口管理部门,技术领域,认定日期
      C1,沧州市激光切割技术创新中心,沧州渤海激光有限公司,企业,,泊头市科学技术局,新材料,2021-03-01
      C2,沧州市铸造技术创新中心,泊头铸造集团,企业,运河大学,泊头市科学技术局,新材料,2024/12/31
      C3,沧州市管道技术创新中心,盐山管业,企业,,盐山县科学技术局,管道装备,2025年1月1日

      """)
    let experts = try cztic.file(
      "experts.csv",
      "login,name,employer,former_employers,fields\ne1,甲,海河理工学院,,新材料\ne2,乙,燕赵研究所,渤海激光厂,\ne3,丙,北方学院,,管道装备\ne4,丁,北方学院,,\n")
    #expect(try cztic("import", "organizations", organizations).status == 0)
    #expect(try cztic("import", "centers", centers).status == 0)
    #expect(try cztic("import", "experts", experts).status == 0)
    return cztic
  }

  @Test("Article 26: what is due and what is exempt is said with its reason")
  func due() throws {
    let cztic = try filled()
    defer { cztic.remove() }
    let json = try cztic("due", "2026", "--json").json()
    #expect(json["year"] as? Int == 2026)
    #expect(json["due"] as? [String] == ["C1", "C2"])
    #expect((json["exempt"] as? [[String: String]]) == [["code": "C3", "reason": "not_yet_two_years"]])
  }

  @Test("Article 25: a round goes from announced to closed, and a step out of order is refused with status 65")
  func lifecycle() throws {
    let cztic = try filled()
    defer { cztic.remove() }
    #expect(try cztic("round", "open", "2026").status == 0)
    #expect(try cztic("round", "open", "2026").status == 65)
    #expect(try cztic("round", "open", "2027").status == 65)
    #expect(try cztic("round", "settle", "2026").status == 65)
    let list = try cztic("round", "list", "--json").json()
    let rounds = try #require(list["rounds"] as? [[String: Any]])
    #expect(rounds.count == 1 && rounds[0]["state"] as? String == "announced" && rounds[0]["minimum_sheets"] as? Int == 3)
    #expect(try cztic("round", "cancel", "2026").status == 65)
    #expect(try cztic("round", "cancel", "2026", "--reason", "mistake").status == 0)
    #expect(try cztic("round", "open", "2027", "--method", "trimmed", "--sheets", "4").status == 65)
    #expect(try cztic("round", "open", "2027", "--method", "trimmed").status == 0)
  }

  @Test("A plan that is short is printed, leaves nothing assigned and ends with 1; --partial assigns what can be")
  func shortPlan() throws {
    let cztic = try filled()
    defer { cztic.remove() }
    try cztic("round", "open", "2026")
    let dry = try cztic("assign", "2026", "--per-center", "4", "--seed", "lot", "--dry-run", "--json")
    #expect(dry.status == 1)
    let unfilled = try #require(dry.json()["unfilled"] as? [[String: Any]])
    #expect(unfilled.map { $0["center"] as? String } == ["C1"])
    let before = try cztic("audit", "head").output
    #expect(try cztic("assign", "2026", "--per-center", "4", "--seed", "lot").status == 1)
    #expect(try cztic("audit", "head").output != before)
    #expect(try cztic("export", "scores", "--round", "2026").output == "center,expert,indicator,points,comment\r\n")
    let partial = try cztic("assign", "2026", "--per-center", "4", "--seed", "lot", "--partial", "--json")
    #expect(partial.status == 0)
    let lines = try #require(partial.json()["assignments"] as? [[String: Any]])
    #expect(lines.count == 7 && lines.allSatisfy { $0["new"] as? Bool == true })
    #expect(!lines.contains { $0["center"] as? String == "C1" && $0["expert"] as? String == "e2" })
  }

  @Test("The same seed draws the same plan again")
  func sameSeed() throws {
    let cztic = try filled()
    defer { cztic.remove() }
    try cztic("round", "open", "2026")
    let first = try cztic("assign", "2026", "--per-center", "2", "--seed", "x", "--dry-run", "--json").output
    #expect(try cztic("assign", "2026", "--per-center", "2", "--seed", "x", "--dry-run", "--json").output == first)
  }

  @Test("Wishes of a draw: a panel that no expert can complete is short; nobody is held back by a round that never was")
  func wishes() throws {
    let cztic = try filled()
    defer { cztic.remove() }
    try cztic("round", "open", "2026")
    let plain = try cztic("assign", "2026", "--per-center", "2", "--seed", "x", "--dry-run", "--json")
    #expect(plain.status == 0)
    // The experts' file names no kinds: nobody of finance is there.
    let panel = try cztic("assign", "2026", "--per-center", "2", "--seed", "x", "--panel", "finance=1", "--dry-run", "--json")
    #expect(panel.status == 1)
    #expect((try panel.json()["unfilled"] as? [Any])?.isEmpty == false)
    let others = try cztic("assign", "2026", "--per-center", "2", "--seed", "x", "--not-again", "--connect", "--json")
    #expect(others.status == 0)
    #expect((try others.json()["assignments"] as? [Any])?.count == 4)
  }

  @Test(
    "A wish for a panel that cannot be read is a mistake of usage",
    arguments: ["finance", "lawyer=1", "finance=x", "finance=-1", "=1"])
  func badPanel(wish: String) throws {
    let cztic = try filled()
    defer { cztic.remove() }
    try cztic("round", "open", "2026")
    let head = try cztic("audit", "head").output
    #expect(try cztic("assign", "2026", "--panel", wish).status == 64)
    #expect(try cztic("audit", "head").output == head)
  }

  @Test("Results equal a table computed by hand, from files to JSON")
  func results() throws {
    let cztic = try filled()
    defer { cztic.remove() }
    try cztic("round", "open", "2026")
    var csv = "center,expert,indicator,points\n"
    // e1 gives everything, e3 takes 10.01 off 4.2, e4 takes 20 off altogether: (100 + 89.99 + 80) / 3 = 89.99666… → 90.00.
    for (code, weight) in ScoringJourney.indicators {
      csv += "C1,e1,\(code),\(weight)\n"
      csv += "C1,e3,\(code),\(code == "4.2" ? "4.99" : "\(weight).00")\n"
      csv += "C1,e4,\(code),\(code == "4.2" ? "0" : code == "1.1" ? "０" : "\(weight)")\n"
    }
    let file = try cztic.file("scores.csv", csv)
    #expect(try cztic("import", "scores", file, "--round", "2026").status == 0)
    let json = try cztic("results", "2026", "--json").json()
    let center = try #require((json["centers"] as? [[String: Any]])?.first)
    #expect(center["score"] as? String == "90.00")
    #expect(center["grade"] as? String == "excellent")
    #expect(center["rank"] as? Int == 1 && center["sheets"] as? Int == 3)
    #expect(center["spread"] as? String == "20.00")
    // Scores from a file are entered by staff, and marked so.
    #expect(center["entered_by_staff"] as? Int == 3)
    #expect(try cztic("results", "2026").output.contains("\texcellent\t3 of 3 sheets typed by staff\n"))
    #expect((center["groups"] as? [String: String])?["1"] == "8.33")
    #expect((center["indicators"] as? [String: String])?["1.1"] == "3.33")
    #expect((center["indicators"] as? [String: String])?["4.2"] == "6.66")
    #expect(json["absent"] as? [String] == ["C2"])
    #expect(json["state"] as? String == "scoring")
    // Without a last day for material nobody is absent before the settlement, which tells who is by then (article 30(2)).
    #expect(try cztic("results", "2026").output.contains("nothing yet"))
    #expect(try cztic("results", "2026", "--as", "e1").status == 77)
    let settled = try cztic("round", "settle", "2026")
    #expect(
      settled.status == 0 && settled.messages.contains("1 absent") && settled.messages.contains("1 whose sheets disagree"), "\(settled)")
    let published = try cztic("round", "publish", "2026")
    #expect(published.status == 0 && published.messages.contains("(article 30): C2") && !published.messages.contains("disagree"))
    #expect(try cztic("results", "2026").output.contains("absent"))
    #expect(try cztic("results", "2026", "--as", "e1", "--json").status == 0)
    #expect(try cztic("round", "close", "2026").status == 65)
    #expect(try cztic("audit", "verify").status == 0)
  }

  @Test("A year that is named for records of no round takes nothing away, and is told")
  func exportOfNoRound() throws {
    let cztic = try filled()
    defer { cztic.remove() }
    let (with, without) = (try cztic("export", "centers", "--round", "2026"), try cztic("export", "centers"))
    #expect(with.status == 0 && with.output == without.output)
    #expect(with.messages.contains("centers belongs to no round") && without.messages.isEmpty)
  }

  @Test("Every step of a round says what was done, on standard error")
  func stepsAreTold() throws {
    let cztic = try filled()
    defer { cztic.remove() }
    func told(_ arguments: String...) throws -> String {
      let run = try cztic.run(["round"] + arguments + ["--store", cztic.store, "--lang", "zh"])
      #expect(run.status == 0 && run.output.isEmpty, "\(run)")
      return run.messages
    }
    #expect(try told("open", "2024") == "已发布 2024 年度评估\n")
    #expect(try told("cancel", "2024", "--reason", "误发") == "已取消 2024 年度评估\n")
    #expect(try told("open", "2026", "--sheets", "1") == "已发布 2026 年度评估\n")
    let scores = try cztic.file("scores.csv", SmallCity.scores("C1", "e1") + SmallCity.scores("C2", "e2").dropHeader)
    try cztic.expect(0, "import", "scores", scores, "--round", "2026")
    #expect(try told("settle", "2026").hasPrefix("已核定 2026 年度评估的得分和等级\n"))
    #expect(try told("resume", "2026") == "已恢复 2026 年度评估的评分\n")
    #expect(try told("settle", "2026").hasPrefix("已核定 2026 年度评估的得分和等级\n"))
    #expect(try told("publish", "2026").hasPrefix("已公示 2026 年度评估结果，至 "))
  }

  @Test("Articles 29 and 30: closing prints whose revocation is proposed, by which ground, and what the excellent have earned")
  func closing() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    // Days can be moved on in made-up data only.
    try cztic.expect(0, "demo", "--no-open", "--centers", "12", "--today", "2026-06-10")
    try cztic.expect(0, "round", "open", "2028", "--sheets", "1", "--material-by", "2028-04-01", "--today", "2028-03-01")
    let due = try #require(try cztic("due", "2028", "--json", "--today", "2028-03-01").json()["due"] as? [String])
    let full = SmallCity.scores(due[0], "expert1")
    let empty = ScoringJourney.indicators.map { "\(due[1]),expert1,\($0.code),0\n" }.joined()
    try cztic.expect(
      0, "import", "scores", try cztic.file("scores.csv", full + empty), "--round", "2028", "--today", "2028-03-02")
    try cztic.expect(0, "round", "settle", "2028", "--today", "2028-05-01")
    try cztic.expect(0, "round", "publish", "2028", "--today", "2028-05-01")
    #expect(try cztic("round", "close", "2028", "--today", "2028-05-02").output.isEmpty)
    let closed = try cztic.expect(0, "round", "close", "2028", "--as", "bureau", "--today", "2028-06-01")
    let lines = closed.output.split(separator: "\n").map(String.init)
    #expect(lines.count == due.count + 1, "\(closed)")
    #expect(lines[0] == "proposed for revocation: \(due[1]): the evaluation came to 0.00, which is unqualified (article 30(1))")
    #expect(lines[1] == "proposed for revocation: \(due[2]): it took no part in the evaluation (article 30(2))")
    #expect(lines[due.count - 1].hasPrefix("excellent: \(due[0]) "))
    #expect(lines[due.count].hasPrefix("what the excellent have earned (article 29): preferred for municipal projects; "))
    #expect(closed.messages == "the round of 2028 is closed\n")
  }

  @Test("Article 5(3): a department that a round is given to draws for its own centers, and nobody gives it to an agency as well")
  func department() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    try cztic.expect(65, "round", "open", "2030", "--department", "献县科学技术局", "--agency", "样例评估事务所")
    try cztic.expect(65, "round", "open", "2030", "--department", "没有的局")
    try cztic.expect(0, "round", "open", "2030", "--department", "献县科学技术局", "--sheets", "1", "--own-scores")
    let rounds = try #require(try cztic.expect(0, "round", "list", "--json").json()["rounds"] as? [[String: Any]])
    #expect(rounds.first?["department"] as? String == "献县科学技术局" && rounds.first?["agency"] as? String == "")
    #expect(rounds.dropFirst().allSatisfy { $0["department"] as? String == "" })
    #expect(try cztic.expect(0, "round", "list").output.split(separator: "\n").first?.hasSuffix("  ≥1  献县科学技术局") == true)
    try cztic.expect(77, "assign", "2028", "--as", "department")
    let plan = try cztic("assign", "2030", "--json", "--as", "department")
    #expect(plan.status == 0, "\(plan)")
    let drawn = try #require(try plan.json()["assignments"] as? [[String: Any]])
    #expect(drawn.compactMap { $0["center"] as? String } == ["C1"])
  }
}
