import CenterStore
import DemoData
import Foundation
import Regulation
import Testing

@Suite("Every invariant of the doctor is broken once behind its back, and found")
struct InvariantTests {
  /// A made-up year of the bureau, made once; each test has a copy.
  private static let made: Result<(folder: URL, path: String), any Error> = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-invariants-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("demo.sqlite").path
    let store = try DemoStore.make(at: path, today: try #require(Day(2026, 6, 1)))
    try store.close()
    return (folder, path)
  }

  private func copy() throws -> String {
    let (folder, path) = try Self.made.get()
    let copy = folder.appendingPathComponent("\(UUID().uuidString).sqlite").path
    try OtherHand(path).copy(to: copy)
    return copy
  }

  private func examination(_ path: String) throws -> Examination {
    let store = try CenterStore.open(path)
    defer { try? store.close() }
    return try store.examination(by: Scratch.admin)
  }

  @Test("Each stands in the list of what is broken, and says its articles and what must hold in both languages")
  func census() throws {
    #expect(Set(Break.all.map(\.check)) == Set(Invariant.all.map(\.check.rawValue)))
    for invariant in Invariant.all {
      #expect(!invariant.phrase.zh.isEmpty && !invariant.phrase.en.isEmpty, "\(invariant.check.rawValue)")
      for article in invariant.articles {
        let isKnown = ["附表", "回避"].contains(article) || Article.cited(article) != nil
        #expect(isKnown, "\(invariant.check.rawValue) cites \(article)")
      }
    }
  }

  @Test("None is broken in a store that was only used: all were looked at")
  func sound() throws {
    let found = try examination(copy())
    #expect(found.findings.map { "\($0.check.rawValue) \($0.object): \($0.phrase.en)" } == [])
    #expect(found.verdicts.map(\.invariant.check) == Invariant.all.map(\.check))
  }

  @Test("It is found, with the thing that is concerned, and nothing else but what says the same in another way", arguments: Break.all)
  func broken(_ broken: Break) throws {
    let path = try copy()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let hand = try OtherHand(path)
    let object = try #require(try hand.texts(broken.object).first)
    try hand.run(broken.sql)
    let findings = try examination(path).findings
    let told = findings.map { "\($0.check.rawValue) \($0.object): \($0.phrase.en)" }
    #expect(Set(findings.map(\.check.rawValue)) == broken.also.union([broken.check]), "\(told.prefix(6))")
    let isNamed = findings.contains { $0.check.rawValue == broken.check && (object.isEmpty || $0.object.contains(object)) }
    #expect(isNamed, "\(object) in \(told.prefix(6))")
    #expect(findings.allSatisfy { !$0.phrase.zh.isEmpty && !$0.phrase.en.isEmpty })
  }

  @Test("A chain that is cut at its end holds together, and is found by what the links behind the cut had written")
  func cut() throws {
    let path = try copy()
    let hand = try OtherHand(path)
    let kept = try hand.number("SELECT max(seq) - 40 FROM audit")
    try hand.run("DELETE FROM audit WHERE seq > ?; DELETE FROM audit_rows WHERE seq > ?", [kept, kept])
    let findings = try examination(path).findings
    #expect(!findings.contains { $0.check == .chain })
    #expect(findings.contains { $0.check == .chainEnd })
  }

  @Test("Who stops it half way gets what was found until then")
  func stopped() throws {
    let store = try CenterStore.open(copy())
    defer { try? store.close() }
    var asked: [String] = []
    let found = try store.examination(by: Scratch.admin) { done, next in
      asked.append(next.check.rawValue)
      return done < 2
    }
    #expect(asked == ["file", "schema", "references"] && found.findings.isEmpty)
  }
}
