import Foundation
import Testing

/// A year that is gone through at one terminal, at which one after the other sits down.
protocol SeatedYear {
  var cztic: Program { get }
  var terminal: Tmux { get }
  /// How many links the chain had when the files were in and the year began.
  var setup: Int { get }
}

extension SeatedYear {
  /// The channels through which the chain's links after the setup came, and how many links there are.
  func channels() throws -> (names: Set<String>, count: Int) {
    let lines = try cztic("export", "audit").output.split(separator: "\r\n").map { $0.split(separator: ",", maxSplits: 4) }
    let links = lines.filter { ($0.first.flatMap { Int($0) } ?? 0) > setup && $0.count == 5 }
    return (Set(links.map { String($0[3]) }), links.count)
  }
}

/// The desk with somebody before it, who looks at the screen and then presses a key.
struct SeatedDesk {
  let terminal: Tmux
  private let isEnglish: Bool

  /// Sits down.
  init(_ year: some SeatedYear, _ login: String, on day: String, isEnglish: Bool = false) throws {
    terminal = year.terminal
    self.isEnglish = isEnglish
    try terminal.wait(for: "ready>")
    try terminal.run([
      Program.path, "--store", year.cztic.store, "--as", login, "--today", day, "--lang", isEnglish ? "en" : "zh",
    ])
    try terminal.wait("shows a desk") { ($0.contains("F9 English") || $0.contains("F9 中文")) && !$0.contains("ready>") }
  }

  /// Gets up: the terminal is the shell's again.
  func leave() throws {
    try terminal.press("F12")
    try terminal.wait(for: "ready>")
  }

  @discardableResult
  func see(_ text: String) throws -> String { try terminal.wait(for: text) }

  /// Types, then presses F2, which does what the screen is for, and waits until it says that it is done.
  ///
  /// - Parameter asks: what is asked once more before what cannot be undone, as its title begins; it is agreed to.
  func fill(_ text: String, done: String, asks: String? = nil) throws {
    if !text.isEmpty { try terminal.type(text) }
    try terminal.press("F2")
    if let asks {
      try see("┌─ \(asks)")
      try terminal.press("y")
    }
    try see(done)
  }

  /// Presses a key that asks once more before it does something, agrees, and waits until it is done.
  ///
  /// - Parameter asks: what is asked, as its title begins.
  func agree(to asks: String, with key: String, done: String) throws {
    try terminal.press(key)
    try see("┌─ \(asks)")
    try terminal.press("y")
    try see(done)
  }

  /// Goes from the first screen where a name leads: each has a digit.
  ///
  /// - Parameter title: what the screen is called that it leads to.
  func go(to name: String, title: String? = nil) throws {
    let pattern = try Regex("([1-9])  ?\(name)(?: |$)").anchorsMatchLineEndings()
    let screen = try terminal.wait("leads to \(name)") { $0.contains(pattern) }
    guard let digit = screen.firstMatch(of: pattern)?.output[1].substring else { return }
    try terminal.type(String(digit))
    try see("› \(title ?? name)")
  }

  /// Moves the cursor to the line with a text, with the arrow keys.
  func select(_ text: String) throws {
    func row(_ screen: String) -> Int? {
      screen.split(separator: "\n", omittingEmptySubsequences: false).lastIndex { $0.contains(text) }
    }
    try see(text)
    // Somebody looks again where the screen was still being painted.
    for _ in 0..<5 {
      guard let row = row(try terminal.screen()) else { continue }
      let steps = row - (try terminal.cursor().row)
      try terminal.press(Array(repeating: steps > 0 ? "Down" : "Up", count: abs(steps)))
      let isThere = try? terminal.wait("has the cursor on “\(text)”", timeout: 3) { _ in (try? terminal.cursor().row) == row }
      if isThere != nil { return }
    }
    throw Tmux.Mismatch(description: "the cursor never stands on “\(text)”:\n\(try terminal.screen())")
  }

  /// Opens an application from the queue.
  func open(_ applicant: ApplicationYear.Applicant) throws {
    try select(applicant.number)
    try terminal.press("Enter")
    try see("› \(isEnglish ? "Application" : "申请") \(applicant.number)")
  }

  /// Shows what is under way as well, not only what waits for oneself.
  func showOpen() throws {
    try terminal.press("F4")
    try select("│ 未办结")
    try terminal.press("Enter")
    try see("显示：未办结")
  }

  /// Goes back from an application to the list that it was opened from.
  func close(_ applicant: ApplicationYear.Applicant) throws {
    try terminal.press("Escape")
    try terminal.wait("is back at the list") {
      !$0.contains("› 申请 \(applicant.number)") && !$0.contains("› Application \(applicant.number)")
    }
  }

  /// Opens the list of steps, where every one that is not lawful says why.
  func steps() throws {
    try terminal.press("F2")
    try see("┌─ \(isEnglish ? "Steps of" : "办理") SQ")
  }

  /// Takes a step from the list of steps.
  func begin(_ name: String) throws {
    try steps()
    try select("│ \(name)  ")
    try terminal.press("Enter")
  }

  /// Takes a step that asks for no more than a yes.
  func confirm(_ name: String, with key: String = "Enter") throws {
    try begin(name)
    try see("┌─ \(name)")
    try terminal.press(key)
    try see(isEnglish ? "Done: \(name)" : "已办理：\(name)")
  }

  /// Takes a step that asks for something, which is typed as it stands.
  func step(_ name: String, _ answers: String = "", isFinal: Bool = false) throws {
    try begin(name)
    try see("› \(name) SQ")
    try fill(answers, done: "已办理：\(name)", asks: isFinal ? name : nil)
  }
}
