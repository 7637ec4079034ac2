import Foundation
import Testing

@Suite("The mouse, in a real terminal", .serialized)
struct MouseTests {
  /// A press and a release as terminals tell them (SGR, counted from 1).
  private func click(column: Int, row: Int, button: Int = 0) -> String {
    let place = "\(column + 1);\(row + 1)"
    return "\u{1B}[<\(button);\(place)M" + (button < 64 ? "\u{1B}[<\(button);\(place)m" : "")
  }

  private func row(of text: String, _ desk: Tmux) throws -> Int {
    try #require(try desk.screen().split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(text) })
  }

  @Test("In the registry the wheel scrolls, a click selects, a double click opens; F7 gives the mouse back")
  func registry() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try cztic("init")
    let lines = (1...60).map { "C\($0 + 100),沧州市第\($0)样例技术创新中心,沧州样例\($0)有限公司,enterprise,献县科学技术局,新材料,2021-03-01" }
    let file = try cztic.file(
      "centers.csv", "code,name,host,host_kind,department,field,certified_on\n" + lines.joined(separator: "\n") + "\n")
    #expect(try cztic("import", "centers", file).status == 0)
    let users = try cztic.file("users.csv", "login,name,role\nguest,来宾,viewer\n")
    #expect(try cztic("import", "users", users).status == 0)
    let desk = try Tmux([Program.path, "--store", cztic.store, "--as", "guest", "--lang", "zh"], columns: 100, rows: 30)
    try desk.wait(for: "共 60 个")
    try desk.press("F7")
    try desk.wait(for: "鼠标归本程序")

    let top = try row(of: "C101", desk)
    for _ in 0..<4 { try desk.type(click(column: 20, row: top + 3, button: 65)) }
    try desk.wait("has scrolled by twelve rows") { !$0.contains("C112") && $0.contains("C113") }
    try desk.type(click(column: 20, row: top + 3, button: 64))
    try desk.wait("has scrolled back by three") { $0.contains("C110") && !$0.contains("C109") }

    let place = try row(of: "C117", desk)
    try desk.type(click(column: 20, row: place))
    try desk.wait("has the cursor on the row") { _ in (try? desk.cursor().row) == place }
    #expect(try desk.screen().contains("共 60 个"))
    let other = try row(of: "C120", desk)
    try desk.type(click(column: 20, row: other) + click(column: 20, row: other))
    try desk.wait("shows the file of that center") { $0.contains("C120") && !$0.contains("共 60 个") }
    try desk.press("Escape")
    try desk.wait(for: "共 60 个")
    #expect(try desk.cursor().row == other)
    try desk.press("F7")
    try desk.wait(for: "鼠标已交还终端")
  }

  @Test("The language chosen with F9 is there at the next start, and --lang wins over it")
  func language() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try cztic("init")
    let command = [Program.path, "--store", cztic.store, "--as", "admin"]
    let first = try Tmux(command)
    try first.wait(for: "F9 English")
    try first.press("F9")
    try first.wait(for: "F9 中文")
    try first.type("q")
    try first.wait(for: "ready>")
    let second = try Tmux(command)
    try second.wait(for: "F9 中文")
    let third = try Tmux(command + ["--lang", "zh"])
    try third.wait(for: "F9 English")
  }
}
