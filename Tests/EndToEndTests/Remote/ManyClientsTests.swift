import Foundation
import Testing

@Suite("Many experts at once over SSH lose nothing", .serialized)
struct ManyClientsTests {
  /// The short form; the long one is `python3 Tests/Endurance/clients.py --clients 40 --seconds 300`.
  @Test(
    "Whatever is killed and whichever line drops, every score that was shown as saved is there, the chain verifies and the doctor is content"
  )
  func shortForm() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Endurance/clients.py").path
    let options = ["--binary", Program.path, "--clients", "4", "--seconds", "12", "--trouble", "0.2"]
    let output = try Spawn.output(
      "/usr/bin/python3", ["-B", script] + options,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": NSHomeDirectory(), "USER": NSUserName()])
    let counts = try #require(output.firstMatch(of: /COUNTS clients=(\d+) saved=(\d+) kills=(\d+) lost=(\d+)/), "\(output)")
    #expect(counts.4 == "0", "\(output)")
    #expect(try #require(Int(counts.2)) >= 20 && #require(Int(counts.3)) >= 4, "\(output)")
    print("COUNT clients \(counts.1)\nCOUNT saved-over-ssh \(counts.2)\nCOUNT kills-over-ssh \(counts.3)")
  }
}
