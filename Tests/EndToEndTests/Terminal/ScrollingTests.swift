import Foundation
import Testing

@Suite("A list that scrolls, in a real terminal")
struct ScrollingTests {
  /// Steps down (up, if less than 0), each of them in one go, so that a frame moves the rows by as many.
  private static let steps = [3, 30, 1, 1, 5, -1, 12, -2, -40, 19, 7, 18, -33, 1, 60, -1, -1, -24, 2, 90, -90]

  @Test(
    "Whatever the cursor keys move, every row stands where it belongs, and one is selected; also where the terminal cannot scroll a part of itself",
    arguments: ["xterm-256color", "screen", "vt100"])
  func rows(terminal name: String) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try cztic("init")
    let codes = (1...140).map { "C\($0 + 100)" }
    let lines = codes.map { "\($0),沧州市第\($0)样例技术创新中心,沧州样例\($0)有限公司,enterprise,献县科学技术局,新材料,2021-03-01" }
    let file = try cztic.file(
      "centers.csv", "code,name,host,host_kind,department,field,certified_on\n" + lines.joined(separator: "\n") + "\n")
    #expect(try cztic("import", "centers", file).status == 0)
    let users = try cztic.file("users.csv", "login,name,role\nguest,来宾,viewer\n")
    #expect(try cztic("import", "users", users).status == 0)
    let desk = try Tmux(
      [Program.path, "--store", cztic.store, "--as", "guest", "--lang", "zh"], columns: 100, rows: 30, environment: ["TERM": name])
    try desk.wait(for: "共 140 个")

    var place = 0
    for step in ScrollingTests.steps {
      try desk.press(Array(repeating: step > 0 ? "Down" : "Up", count: abs(step)))
      place = min(codes.count - 1, max(0, place + step))
      let code = codes[place]
      let screen = try desk.wait("has the cursor on \(code)") { screen in
        let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
        guard let cursor = try? desk.cursor(), rows.indices.contains(cursor.row) else { return false }
        return rows[cursor.row].contains(" \(code) ")
      }
      let shown = screen.split(separator: "\n").compactMap { line in codes.first { line.contains(" \($0) ") && line.contains("第\($0)样例") } }
      let first = try #require(shown.first.flatMap { codes.firstIndex(of: $0) })
      #expect(shown == Array(codes[first..<min(codes.count, first + 25)]), "after \(step)")
    }
  }
}
