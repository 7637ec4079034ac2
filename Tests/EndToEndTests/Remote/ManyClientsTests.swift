import Foundation
import Testing

@Suite("Nothing lost: many experts at once over SSH", .serialized)
struct ManyClientsTests {
  /// What it counts of more than that is told by `python3 Tests/Endurance/clients.py --help`.
  @Test(
    "Whatever is killed and whichever line drops, every score that was shown as saved is there, the chain verifies and the doctor is content"
  )
  func shortForm() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Endurance/clients.py").path
    let options = Endurance.isLong ? ["--clients", "40", "--seconds", "300"] : ["--clients", "4", "--seconds", "12", "--trouble", "0.2"]
    let output = try Spawn.output(
      "/usr/bin/python3", ["-B", script, "--binary", Program.path] + options,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": NSHomeDirectory(), "USER": NSUserName()])
    let counts = try #require(output.firstMatch(of: /COUNTS clients=(\d+) saved=(\d+) kills=(\d+) lost=(\d+)/), "\(output)")
    #expect(counts.4 == "0", "\(output)")
    #expect(try #require(Int(counts.2)) >= 20 && #require(Int(counts.3)) >= 4, "\(output)")
    Endurance.tell("\(counts.1) clients, \(counts.2) scores shown as saved, \(counts.3) kills and dropped lines, \(counts.4) lost")
  }
}
