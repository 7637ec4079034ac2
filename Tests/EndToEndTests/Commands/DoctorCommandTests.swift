import Foundation
import Testing

@Suite("The doctor, by command")
struct DoctorCommandTests {
  @Test("A sound store: nothing found, status 0, and a document that says so")
  func sound() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    #expect(try cztic.expect(0, "doctor").output == "nothing wrong was found\n")
    let document = try cztic.expect(0, "doctor", "--json").json()
    #expect(document["ok"] as? Bool == true && (document["findings"] as? [Any])?.isEmpty == true)
    #expect(try cztic.run(["doctor", "--store", cztic.store, "--lang", "zh"]).output == "没有发现问题\n")
  }

  @Test("A broken one: each finding says what was looked at, which object, and in words what is wrong; status 1")
  func broken() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    _ = try Spawn.output(
      "/usr/bin/sqlite3", [cztic.store, "UPDATE audit SET login = 'nobody' WHERE seq = 2; DROP INDEX conflict_by_login"], environment: [:])
    #expect(
      try cztic.expect(1, "doctor").output == "schema conflict_by_login: is missing\nchain 2: the chain is broken at link 2\n")
    let document = try cztic.expect(1, "doctor", "--json").json()
    #expect(document["ok"] as? Bool == false)
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.map { $0["check"] as? String } == ["schema", "chain"])
    #expect(findings.map { $0["object"] as? String } == ["conflict_by_login", "2"])
    #expect(findings.allSatisfy { ($0["message"] as? String)?.isEmpty == false && ($0["articles"] as? [String])?.isEmpty == true })
  }

  @Test("What breaks a rule is told with its articles, for people behind the words and for scripts in a list of their own")
  func articles() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    _ = try Spawn.output(
      "/usr/bin/sqlite3", [cztic.store, "UPDATE center SET certified_on = '2021-02-30' WHERE id = 1"], environment: [:])
    let run = try cztic.run(["doctor", "--store", cztic.store, "--lang", "en"])
    #expect(
      run.output.contains("center C1: certified on is not what link") && run.output.contains("(articles 4(5), 12, 31)"), "\(run.output)")
    let document = try cztic.expect(1, "doctor", "--json").json()
    let findings = try #require(document["findings"] as? [[String: Any]])
    let articles = findings.first { $0["check"] as? String == "centers" }?["articles"] as? [String]
    #expect(articles == ["4(5)", "12", "31"])
  }

  @Test("What is to be completed stands beneath a heading of its own, behind what was found, and is no fault")
  func toComplete() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let file = cztic.store + ".csv"
    let columns = "code,name,host,host_kind,department,certified_on,status"
    try "\(columns)\nCZ-88,沧州市旧技术创新中心,旧公司,enterprise,献县科学技术局,2019-01-01,reorganised\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    _ = try cztic.expect(0, "import", "centers", file)
    let lines = try cztic.expect(0, "doctor").output.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["nothing wrong was found", "1 to complete (no fault):"])
    #expect(lines.count == 3 && lines[2].hasPrefix("  reorganised center CZ-88: is reorganised, and its successor is not on file"))
  }
}
