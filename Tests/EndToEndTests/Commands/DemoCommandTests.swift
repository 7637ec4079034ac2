import Foundation
import Testing

@Suite("The demo as a command")
struct DemoCommandTests {
  @Test("The same seed and day make the same file, byte for byte, whichever process makes it")
  func repeatable() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    func made(_ name: String, seed: String) throws -> Data {
      let path = cztic.folder.path + "/" + name
      let run = try cztic.run(["demo", "--no-open", "--store", path, "--seed", seed, "--today", "2026-06-01", "--lang", "en"])
      #expect(run.status == 0, "\(run.messages)")
      return try Data(contentsOf: URL(fileURLWithPath: path))
    }
    let first = try made("a", seed: "3")
    #expect(try made("b", seed: "3") == first)
    #expect(try made("c", seed: "4") != first)
  }
}
