import Foundation
import Testing

@Suite("cztic audit")
struct AuditCommandTests {
  @Test("A head that was printed long ago is found, in either case; one that is no link's is told apart from a broken link")
  func heads() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    func hash(_ number: Int) throws -> String {
      try Spawn.output("/usr/bin/sqlite3", [cztic.store, "SELECT lower(hex(hash)) FROM audit WHERE seq = \(number)"], environment: [:])
        .trimmingCharacters(in: .newlines)
    }
    let head = try cztic.expect(0, "audit", "head").output.split(separator: " ")
    let (last, first) = (try #require(head.first.flatMap { Int($0) }), try hash(1))
    #expect(try head.last.map { $0.trimmingCharacters(in: .newlines) } == hash(last))
    for known in [first, first.uppercased(), try hash(last / 2), try hash(last)] {
      try cztic.expect(0, "audit", "verify", "--head", known)
      let json = try cztic.expect(0, "audit", "verify", "--head", known, "--json").json()
      #expect(json["ok"] as? Bool == true && json["links"] as? Int == last && json["broken"] is NSNull)
    }
    let unknown = String(repeating: "a", count: 64)
    #expect(try cztic.expect(1, "audit", "verify", "--head", unknown).output.contains("none has the given head"))
    let json = try cztic.expect(1, "audit", "verify", "--head", unknown, "--json").json()
    #expect(json["ok"] as? Bool == false && json["broken"] is NSNull)
    try cztic.expect(64, "audit", "verify", "--head", "abc")

    _ = try Spawn.output("/usr/bin/sqlite3", [cztic.store, "UPDATE audit SET act = 'x' WHERE seq = 3"], environment: [:])
    #expect(try cztic.expect(1, "audit", "verify", "--head", first).output.contains("broken at link 3 of \(last)"))
    #expect(try cztic.expect(1, "audit", "verify", "--json").json()["broken"] as? Int == 3)
  }
}
