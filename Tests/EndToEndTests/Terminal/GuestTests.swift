import Foundation
import Testing

@Suite("Guests have stores of their own, in a real terminal", .serialized)
struct GuestTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-guests-\(UUID().uuidString.prefix(8))")

  private func seats() -> Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).count { $0.hasPrefix("seat-") }
  }

  private func guest(_ options: String...) throws -> Tmux {
    try Tmux([Program.path, "guest", folder.path, "--lang", "zh"] + options, columns: 100, rows: 30)
  }

  @Test(
    "A store goes away when its guest leaves, and one that a killed process left when the next comes; beyond the seats nobody is let in")
  func visits() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try guest("--seats", "2")
    try first.wait(for: "您想以谁的身份进入")
    let second = try guest("--seats", "2")
    try second.wait(for: "您想以谁的身份进入")
    let third = try guest("--seats", "2")
    try third.wait(for: "没有空位")
    kill(try first.child(named: "guest"), SIGKILL)
    try first.wait(for: "ready>")
    #expect(seats() == 2)
    try third.run([Program.path, "guest", folder.path, "--seats", "2", "--lang", "zh"])
    try third.wait(for: "您想以谁的身份进入")
    #expect(seats() == 2)
    for terminal in [second, third] {
      try terminal.press("F12")
      try terminal.wait(for: "ready>")
    }
    #expect(seats() == 0)
  }

  @Test("Without a terminal nothing is made; limits beyond reason are refused")
  func refusals() throws {
    let cztic = try Program()
    #expect(try cztic.run(["guest", folder.path]).status == 74)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    // Whose store and whose login it is are not the command line's: the limits hold for whoever comes.
    for option in [["--as", "admin"], ["--store", folder.path + "/s"]] {
      #expect(try cztic.run(["guest", folder.path] + option).status == 64, "\(option)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    for option in ["--seats", "--megabytes", "--minutes", "--idle"] {
      #expect(try cztic.run(["guest", folder.path, option, "0"]).status == 65, "\(option)")
    }
  }
}
