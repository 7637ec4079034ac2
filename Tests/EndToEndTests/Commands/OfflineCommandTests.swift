import Foundation
import Testing

@Suite("cztic offline: away as one file, and back")
struct OfflineCommandTests {
  @Test("Taken, filled in, brought back: statuses and sentences of each step, and a phrase that never stands on the command line")
  func journey() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let (file, who) = (cztic.folder.path + "/away.cztic", ["--as", "e3"])
    try cztic.expect(
      0, ["import", "scores", try cztic.file("one.csv", "center,expert,indicator,points\nC1,e3,1.1,2\n"), "--round", "2026"])
    try cztic.expect(65, ["offline", "take", "--round", "2026", "-o", file] + who)
    #expect(!FileManager.default.fileExists(atPath: file))
    _ = try cztic.run(["score", "C1", "--plain", "--store", cztic.store] + who, input: "yes\nyes\nyes\nquit\n")
    let taken = try cztic.expect(0, ["offline", "take", "--round", "2026", "-o", file] + who)
    let phrase = taken.output.trimmingCharacters(in: .newlines)
    #expect(phrase.contains(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/) && !taken.messages.contains(phrase))
    // What lies there is somebody's work.
    try cztic.expect(73, ["offline", "take", "--round", "2026", "-o", file] + who)
    func offline(_ words: [String], _ phrase: String) throws -> Program.Run {
      try cztic.run(["offline"] + words + ["--store", cztic.store, "--lang", "en"], input: phrase + "\n")
    }
    let sheet = try cztic.file("fill.csv", "center,indicator,points,comment\nC1,1.1,3,\nC1,1.2,4,minutes complete\n")
    let filled = try offline(["fill", file, sheet], phrase)
    #expect(filled.status == 0 && filled.output.contains("2 changes"), "\(filled.messages)")
    try cztic.expect(
      0, ["import", "scores", try cztic.file("two.csv", "center,expert,indicator,points\nC1,e3,1.1,5\n"), "--round", "2026"])
    let bring = ["bring", file, "--json"] + who
    let undecided = try offline(bring, phrase)
    #expect(undecided.status == 1)
    let document = try undecided.json()
    #expect(document["applied"] as? Bool == false)
    let clashes = try #require(document["clashes"] as? [[String: Any]])
    #expect(clashes.count == 1 && clashes[0]["base"] as? String == "2.00" && clashes[0]["desk"] as? String == "5.00")
    #expect(clashes[0]["file"] as? String == "3.00" && clashes[0]["decided"] is NSNull)
    let done = try offline(bring + ["--take", "desk"], phrase)
    #expect(done.status == 0)
    #expect(try done.json()["applied"] as? Bool == true)
    let scores = try cztic.expect(0, ["export", "scores", "--round", "2026"] + who).output
    #expect(scores.contains("C1,e3,1.1,5.00") && scores.contains("C1,e3,1.2,4.00,minutes complete"))
    // Cut, it is refused before any phrase is tried.
    try Data(contentsOf: URL(fileURLWithPath: file)).dropLast(9).write(to: URL(fileURLWithPath: file))
    #expect(try offline(bring, phrase).status == 65)
  }
}
