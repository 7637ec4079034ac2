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
    let findings = try #require(document["findings"] as? [[String: String]])
    #expect(findings.map { $0["check"] } == ["schema", "chain"] && findings.map { $0["object"] } == ["conflict_by_login", "2"])
    #expect(findings.allSatisfy { $0["message"]?.isEmpty == false && $0.count == 3 })
  }
}
