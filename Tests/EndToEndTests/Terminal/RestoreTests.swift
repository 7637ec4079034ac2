import Foundation
import Testing

@Suite("A store that is restored under open desks")
struct RestoreTests {
  @Test("An open desk says within a second that its store was replaced; opened again it shows the one that was restored")
  func underOpenDesk() throws {
    let cztic = try Program()
    #expect(try cztic("init").status == 0)
    let copy = cztic.folder.appendingPathComponent("copy.sqlite").path
    let made = try cztic("backup", copy)
    #expect(made.status == 0 && made.output.contains(/^1 [0-9a-f]{64}\n$/))
    let terminal = try Tmux([Program.path, "--store", cztic.store, "--as", "admin", "--lang", "en"], columns: 100, rows: 30)
    try terminal.wait(for: "F9 中文")
    let restored = try cztic("restore", copy)
    #expect(restored.status == 0 && restored.messages.contains("the store before is kept at"))
    try terminal.wait(for: "The store was replaced or taken away")
    // Whoever goes on typing stays.
    try terminal.press("Tab", "Enter")
    try terminal.wait(for: "ready>")
    #expect(try cztic("audit", "verify").output.contains("2"))
    let others = try FileManager.default.contentsOfDirectory(atPath: cztic.folder.path).filter {
      $0.hasPrefix("store.sqlite.2") && $0.hasSuffix("Z")
    }
    #expect(others.count == 1)
  }

  @Test("A backup is refused to all but administrators, overwrites nothing, and what is no store is not put in a store's place")
  func refusals() throws {
    let cztic = try Program(copying: SmallCity.made.get())
    let copy = cztic.folder.appendingPathComponent("copy.sqlite").path
    #expect(try cztic("backup", copy, "--as", "viewer").status == 77)
    #expect(!FileManager.default.fileExists(atPath: copy))
    #expect(try cztic("backup", copy).status == 0)
    #expect(try cztic("backup", copy).status == 73)
    #expect(try cztic("restore", copy, "--as", "viewer").status == 77)
    #expect(try cztic("restore", copy + ".none").status == 66)
    try "not a store".write(toFile: copy, atomically: false, encoding: .utf8)
    let before = try cztic.content()
    #expect(try cztic("restore", copy).status == 65)
    #expect(try cztic.content() == before)
  }
}
