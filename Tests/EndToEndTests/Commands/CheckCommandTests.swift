import Foundation
import Testing

@Suite("cztic check, without a store")
struct CheckCommandTests {
  /// An application that just meets every condition.
  static let eligible = """
    {"call_year": 2026, "call_fields": ["新材料"], "call_documents": ["申报书", "实施方案"],
     "center": {"name": "沧州市激光技术创新中心", "field": "新材料", "research_direction": "切割", "research_content": "切割头", "goals": "建成中试线"},
     "host": {"name": "沧州渤海激光有限公司", "kind": "enterprise", "registered_in": "沧州市", "legal_person": true,
              "technical_advantage": true, "independent_rd_unit": true, "last_year_revenue": 1000,
              "last_year_technology_spending": 100, "credit_good": true, "guarantee_conditions": true},
     "own_ip": 3, "proprietary_technology": true, "industry_university_cooperation": true, "project_capability": true,
     "transfer_experience": true, "resource_integration": true,
     "leader": "甲", "team_structure_sound": true, "fixed_staff": 10,
     "premises": true, "instruments": true, "pilot_test": true, "inspection": true,
     "co_builders": [{"name": "河间管业", "kind": "enterprise", "province": "河北省", "agreement_signed": true}],
     "host_share": {"conditions": 60, "staff": 60, "projects": 60, "results": 60},
     "documents": ["申报书", "实施方案"], "declaration_signed": true}
    """

  /// Checks the eligible application after a replacement in its text, without any store.
  private func check(_ old: String = "", _ new: String = "", _ options: String...) throws -> Program.Run {
    let cztic = try Program()
    defer { cztic.remove() }
    let text = old.isEmpty ? Self.eligible : Self.eligible.replacingOccurrences(of: old, with: new)
    #expect(old.isEmpty || text != Self.eligible)
    return try cztic.run(
      ["check", try cztic.file("application.json", text)] + options + (options.contains("--lang") ? [] : ["--lang", "en"]))
  }

  private func findings(_ run: Program.Run) throws -> [String: [String: String]] {
    let list = try #require(try run.json()["findings"] as? [[String: String]])
    return Dictionary(uniqueKeysWithValues: list.map { ($0["article"] ?? "", $0) })
  }

  @Test("An application that meets every condition: yes, status 0, one finding for each condition in its order")
  func eligible() throws {
    let run = try check("", "", "--json")
    #expect(run.status == 0 && run.messages.isEmpty)
    let json = try run.json()
    #expect(Set(json.keys) == ["eligible", "findings", "flags"])
    #expect(json["eligible"] as? String == "yes")
    #expect((json["flags"] as? [Any])?.isEmpty == true)
    let list = try #require(json["findings"] as? [[String: String]])
    #expect(list.map { $0["article"] } == ["9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "9.7", "9.8", "10"])
    for finding in list {
      #expect(Set(finding.keys) == ["article", "verdict", "basis", "found", "required", "message"])
      #expect(finding["verdict"] == "pass")
      #expect(finding["basis"] == (["9.2", "9.5", "9.8"].contains(finding["article"]) ? "counted" : "declared"))
    }
  }

  @Test(
    "For people every condition says what it rests on, in both languages",
    arguments: [("zh", "计算", "申报", "依据"), ("en", "counted", "declared", "rests on")])
  func basis(_ language: String, _ counted: String, _ declared: String, _ title: String) throws {
    let lines = try check("", "", "--lang", language).output.split(separator: "\n")
    #expect(lines.first?.hasSuffix(title) == true)
    for article in ["9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "9.7", "9.8", "10"] {
      let line = try #require(lines.first { $0.hasPrefix(article + " ") })
      #expect(line.hasSuffix(["9.2", "9.5", "9.8"].contains(article) ? counted : declared))
    }
  }

  @Test("An exported array is checked application by application, or one of it by its number; all must be eligible for status 0")
  func array() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let good = Self.eligible.replacingOccurrences(of: "{\"call_year\"", with: "{\"number\": \"SQ2026-0001\", \"call_year\"")
    let bad = Self.eligible.replacingOccurrences(of: "{\"call_year\"", with: "{\"number\": \"SQ2026-0002\", \"call_year\"")
      .replacingOccurrences(of: "\"fixed_staff\": 10", with: "\"fixed_staff\": 9")
    let file = try cztic.file("applications.json", "[\(good), \(bad)]")
    let all = try cztic.run(["check", file, "--lang", "zh"])
    #expect(all.status == 1 && all.output.contains("SQ2026-0001  沧州市激光技术创新中心") && all.output.contains("SQ2026-0002  "))
    let one = try cztic.run(["check", file, "--number", "SQ2026-0001", "--lang", "zh"])
    #expect(one.status == 0 && !one.output.contains("SQ2026-0002"))
    let json = try cztic.run(["check", file, "--json"])
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(list.map { $0["number"] as? String } == ["SQ2026-0001", "SQ2026-0002"])
    #expect(list.map { $0["eligible"] as? String } == ["yes", "no"])
    let none = try cztic.run(["check", file, "--number", "SQ2026-0003", "--lang", "zh"])
    #expect(none.status == 65 && none.messages.contains("没有申请号为“SQ2026-0003”的申请"))
  }

  @Test(
    "An edge of the regulation decides verdict and status",
    arguments: [
      ("\"last_year_revenue\": 1000", "\"last_year_revenue\": 999.99", "9.2", "fail", "no"),
      ("\"last_year_revenue\": 1000", "\"last_year_revenue\": 999.9999999999999", "9.2", "fail", "no"),
      ("\"last_year_revenue\": 1000", "\"last_year_revenue\": 1e3", "9.2", "pass", "yes"),
      ("\"last_year_technology_spending\": 100", "\"last_year_technology_spending\": 99.99", "9.2", "fail", "no"),
      ("\"fixed_staff\": 10", "\"fixed_staff\": 9", "9.5", "fail", "no"),
      ("\"fixed_staff\": 10", "\"fixed_staff\": null", "9.5", "unknown", "undetermined"),
      ("\"staff\": 60", "\"staff\": 59.99", "9.8", "fail", "no"),
      (
        "[{\"name\": \"河间管业\", \"kind\": \"enterprise\", \"province\": \"河北省\", \"agreement_signed\": true}]", "[]", "9.8",
        "not_applicable", "yes"
      ),
      ("\"沧州市\"", "\"石家庄市\"", "9.1", "fail", "no"),
      ("\"enterprise\", \"registered_in\"", "\"other\", \"registered_in\"", "9.1", "unknown", "undetermined"),
      ("\"declaration_signed\": true", "\"number\": \"A-1\", \"state\": 3", "10", "unknown", "undetermined"),
      ("\"goals\": \"建成中试线\"", "\"goals\": \" \"", "9.7", "fail", "no"),
    ])
  func edges(_ old: String, _ new: String, _ article: String, _ verdict: String, _ eligible: String) throws {
    let run = try check(old, new, "--json")
    #expect(run.status == (eligible == "yes" ? 0 : 1))
    #expect(try run.json()["eligible"] as? String == eligible)
    #expect(try findings(run)[article]?["verdict"] == verdict)
  }

  @Test(
    "What is no such document ends with 65 and names the field and the remedy",
    arguments: [
      ("\"own_ip\": 3", "\"own_ip\": \"3\"", "own_ip", "number"), ("\"own_ip\": 3", "\"own_ip\": 1.5", "own_ip", "whole"),
      ("\"own_ip\": 3", "\"own_ip\": -1", "own_ip", "below 0"),
      ("\"last_year_revenue\": 1000", "\"last_year_revenue\": -0.01", "host.last_year_revenue", "below 0"),
      ("\"staff\": 60", "\"staff\": 100.01", "host_share.staff", "100"), ("\"staff\": 60", "\"staff\": -1", "host_share.staff", "0"),
      ("\"legal_person\": true", "\"legal_person\": \"yes\"", "host.legal_person", "true or false"),
      ("\"leader\": \"甲\"", "\"leader\": 1", "leader", "quotation marks"),
      ("\"leader\": \"甲\"", "\"leader\": \"a\\u001bb\"", "leader", "U+001B"),
      ("\"premises\": true", "\"premisses\": true", "premisses", "premises"),
      ("\"kind\": \"enterprise\", \"province\"", "\"kind\": \"ngo\", \"province\"", "co_builders[0].kind", "institute"),
      ("\"agreement_signed\": true", "\"agreement\": true", "co_builders[0].agreement", "agreement_signed"),
      ("\"legal_person\": true", "\"legal_person\": true, \"legal_person\": true", "host.legal_person", "keep one"),
      ("\"documents\": [\"申报书\", \"实施方案\"], \"decl", "\"documents\": [\"申报书\", 2], \"decl", "documents[1]", "quotation marks"),
      ("\"call_year\": 2026", "\"call_year\": \"2026\"", "call_year", "number"), ("\"own_ip\": 3", "\"own_ip\": 3.", "line", "number"),
    ])
  func badInput(_ old: String, _ new: String, _ place: String, _ remedy: String) throws {
    let run = try check(old, new, "--json")
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.messages.contains(place) && run.messages.contains(remedy))
    #expect(run.messages.contains("application.json") && !run.messages.contains("\u{1B}"))
  }

  @Test("All that is wrong is told at once")
  func together() throws {
    let run = try check("\"own_ip\": 3, \"proprietary_technology\": true", "\"own_ip\": true, \"proprietary_technology\": 1, \"colour\": 2")
    for path in ["own_ip", "proprietary_technology", "colour"] { #expect(run.messages.contains(path)) }
  }

  @Test("No file: 66; standard input is -; no store is looked for")
  func files() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    #expect(try cztic("check", cztic.folder.path + "/none.json").status == 66)
    #expect(try cztic("check", "-", input: Self.eligible).status == 0)
    #expect(try cztic("check", "-", input: "\u{FEFF}" + Self.eligible).status == 0)
    #expect(try cztic("check", "-", input: "").status == 65)
    #expect(try cztic("check", "-", input: "[" + Self.eligible + "]").status == 0)
    for none in ["[]", "[1]", "1"] { #expect(try cztic("check", "-", input: none).status == 65, "\(none)") }
    #expect(try cztic("check").status == 64)
    #expect(!FileManager.default.fileExists(atPath: cztic.store))
  }

  @Test("People read a table in their language, and what to do next")
  func table() throws {
    let english = try check("\"last_year_revenue\": 1000", "\"last_year_revenue\": 999")
    #expect(english.status == 1)
    for words in ["article", "required", "999", "1000", "fail (article 9.2)", "host.last_year_revenue"] {
      #expect(english.output.contains(words))
    }
    let chinese = try check("\"fixed_staff\": 10", "\"fixed_staff\": null", "--lang", "zh")
    for words in ["条款", "结论：尚不能判断", "请补填：固定人员", "办法第9条第5项", "fixed_staff"] { #expect(chinese.output.contains(words)) }
    #expect(try check("", "", "--lang", "zh").output.contains("结论：符合申报条件"))
  }

  @Test("Article 8: another field is flagged; article 9.7: so is another form of name")
  func flags() throws {
    let field = try check("\"field\": \"新材料\"", "\"field\": \"新能源\"", "--json")
    #expect(field.status == 0)
    #expect((try field.json()["flags"] as? [[String: String]])?.map { $0["article"] } == ["8"])
    let name = try check("沧州市激光技术创新中心", "激光中心", "--json")
    #expect((try name.json()["flags"] as? [[String: String]])?.map { $0["article"] } == ["9.7"])
  }
}
