import Foundation
import Testing

@Suite("An expert scores a center, in a real terminal", .serialized)
struct ScoringJourneyTests {
  @Test(
    "Scores shown as saved outlive SIGKILL between two keystrokes; the submitted sheet stands in the ranking, computed by hand",
    arguments: [false, true])
  func killedAndSubmitted(fullWidth: Bool) throws {
    let journey = try ScoringJourney()
    defer { journey.cztic.remove() }
    let desk = try journey.desk("e1")
    try journey.openSheet(desk)
    // Half of the sheet: three points each, or all there are.
    for (code, weight) in ScoringJourney.indicators.prefix(10) {
      try desk.type(written("\(min(3, weight))", fullWidth))
      try desk.press("Enter")
      try desk.wait("\(code) is shown as saved") { $0.contains("已保存") && $0.contains("✓ \(code)") }
    }
    // A comment in Chinese, then a number begun, and the end.
    try desk.press("Up", "F4")
    try desk.wait(for: "留草稿")
    try desk.type("标准数量多，主持少。")
    try desk.press("F2")
    try desk.wait(for: "已保存")
    try desk.press("Down")
    try desk.type(written("4.", fullWidth))
    try desk.wait(for: "4.")
    kill(try desk.child(named: "--as e1"), SIGKILL)
    let saved = try journey.saved("e1")
    #expect(saved.count == 10)
    for (code, weight) in ScoringJourney.indicators.prefix(10) { #expect(saved[code] == "\(min(3, weight)).00") }

    let again = try journey.desk("e1", columns: 80, rows: 24)
    try again.wait(for: "10/19")
    try again.press("Enter")
    try again.wait(for: "评分表 C1")
    // The sheet opens where it was left: at the first indicator without points.
    for (_, weight) in ScoringJourney.indicators.dropFirst(10) {
      try again.type(written("\(weight)", fullWidth))
      try again.press("Enter")
    }
    try again.wait(for: "已评 19/19")
    try again.wait(for: "已保存")
    try again.press("F3")
    try again.wait("asks before submitting") { $0.contains("满分") && $0.contains("评语") }
    // There is something to look at again, so the dialog stands on looking: agreeing is a step of its own.
    try again.press("y")
    try again.wait(for: "已提交")
    // e1: ten threes (one of weight 3 twice in full) and the rest in full; e2 100; e3 90.
    let own = ScoringJourney.indicators.enumerated().reduce(0) { $0 + ($1.offset < 10 ? min(3, $1.element.weight) : $1.element.weight) }
    let mean = Double(own + 100 + 90) / 3
    #expect(own == 78 && String(format: "%.2f", (mean * 100).rounded() / 100) == "89.33")
    let results = try journey.cztic("results", "2026", "--json").json()
    let centers = try #require(results["centers"] as? [[String: Any]])
    let lines = centers.map { center in
      [
        "\(center["rank"] as? Int ?? 0)", center["code"] as? String, center["score"] as? String, center["grade"] as? String,
        "\(center["sheets"] as? Int ?? 0)", center["spread"] as? String, "\(center["entered_by_staff"] as? Int ?? -1)",
      ].compactMap(\.self).joined(separator: " ")
    }
    #expect(lines == ScoringJourney.ranking)
    #expect(try journey.cztic("export", "scores", "--round", "2026").output.contains("标准数量多，主持少。"))

    let staff = try journey.desk("admin")
    try staff.wait(for: "2026 年度")
    try staff.type("2")
    for (rank, code, score) in [("1", "C1", "89.33"), ("1", "C3", "89.33"), ("3", "C4", "85.00")] {
      try staff.wait("ranks \(code)") { screen in
        screen.split(separator: "\n").contains { line in
          let words = line.split(separator: " ")
          return words.first == Substring(rank) && words.contains(Substring(code)) && words.contains(Substring(score))
        }
      }
    }
    #expect(try journey.cztic("audit", "verify").status == 0)
  }

  @Test("Nineteen scores typed in one burst all land", arguments: [false, true])
  func burst(fullWidth: Bool) throws {
    let journey = try ScoringJourney()
    defer { journey.cztic.remove() }
    let desk = try journey.desk("e1", columns: 80, rows: 24)
    try journey.openSheet(desk)
    try desk.type(written(ScoringJourney.indicators.map { "\($0.weight - 1).5\r" }.joined(), fullWidth))
    try desk.wait("has everything saved") { $0.contains("已评 19/19") && $0.contains("已保存") }
    let saved = try journey.saved("e1")
    for (code, weight) in ScoringJourney.indicators { #expect(saved[code] == "\(weight - 1).50", "\(code)") }
  }

  @Test("The cursor stands, visible, on the selected row and at the insertion point, whatever key came last")
  func cursor() throws {
    let journey = try ScoringJourney()
    defer { journey.cztic.remove() }
    let desk = try journey.desk("e1", columns: 80, rows: 24)
    try journey.openSheet(desk)
    var last = try desk.cursor()
    #expect(last.isVisible)
    for (key, code) in [("Down", "1.2"), ("Down", "2.1"), ("Up", "1.2"), ("End", "5.4"), ("Home", "1.1")] {
      try desk.press(key)
      try desk.wait("has the cursor at \(code) after \(key)") { screen in
        guard let cursor = try? desk.cursor(), cursor.isVisible else { return false }
        return screen.split(separator: "\n", omittingEmptySubsequences: false)[cursor.row].contains(" \(code) ")
      }
    }
    // In an entry it stands behind what was typed.
    try desk.type("3.2")
    try desk.wait("has the cursor behind 3.2") { screen in
      guard let cursor = try? desk.cursor(), cursor.isVisible else { return false }
      let line = screen.split(separator: "\n", omittingEmptySubsequences: false)[cursor.row]
      var columns = 0
      let before = line.prefix { character in
        columns += character.unicodeScalars.contains { (0x2E80...0xFFE6).contains($0.value) } ? 2 : 1
        return columns <= cursor.column
      }
      return line.contains(" 1.1 ") && before.hasSuffix("3.2")
    }
    try desk.press("Enter")
    for key in ["Tab", "Tab", "F4", "Escape", "n", "p", "+"] {
      try desk.press(key)
      // An Esc is told from a sequence by the pause after it.
      usleep(120_000)
      last = try desk.cursor()
      #expect(last.isVisible, "after \(key)")
      #expect(last.row > 0 && last.row < 24, "after \(key)")
    }
  }

  @Test("The terminal is given back: after leaving, after SIGTERM, after a crash", arguments: ["leave", "TERM", "USR1", "SEGV"])
  func givenBack(ending: String) throws {
    let journey = try ScoringJourney()
    defer { journey.cztic.remove() }
    let desk = try journey.desk("e1")
    try desk.wait(for: "激光切割")
    switch ending {
    case "leave": try desk.press("q")
    case "TERM": kill(try desk.child(named: "--as e1"), SIGTERM)
    case "USR1": kill(try desk.child(named: "--as e1"), SIGUSR1)
    default: kill(try desk.child(named: "--as e1"), SIGSEGV)
    }
    try desk.wait("is the shell's again") { $0.contains("ready>") && !$0.contains("帮助") }
    try desk.type("echo odd=$(stty -a | tr ';' '\\n' | grep -cw -e '-icanon' -e '-echo')")
    try desk.press("Enter")
    try desk.wait(for: "odd=0")
    #expect(try desk.cursor().isVisible)
  }

  @Test("Ctrl-Z gives the shell back, and whoever comes back finds everything where it was, in the window as it is by then")
  func suspended() throws {
    let journey = try ScoringJourney()
    defer { journey.cztic.remove() }
    let desk = try journey.desk("e1")
    try journey.openSheet(desk)
    try desk.type("3.")
    try desk.wait(for: "3.")
    try desk.press("C-z")
    try desk.wait("is the shell's") { $0.contains("ready>") && !$0.contains("评分表 C1") }
    try desk.resize(columns: 90, rows: 26)
    try desk.type("fg")
    try desk.press("Enter")
    try desk.wait("is the sheet again") { $0.contains("评分表 C1") && $0.contains("3.") }
    try desk.type("5")
    try desk.press("Enter")
    try desk.wait("has taken the rest of the figure") { $0.contains("3.50") && $0.contains("已保存") }
    #expect(try desk.cursor().isVisible)
  }

  @Test("A window that is too small says so and comes back when it grows")
  func small() throws {
    let journey = try ScoringJourney()
    defer { journey.cztic.remove() }
    let desk = try journey.desk("e1")
    try desk.wait(for: "激光切割")
    try desk.resize(columns: 40, rows: 10)
    try desk.wait("says that it is too small") { $0.contains("60") && $0.contains("16") }
    try desk.resize(columns: 100, rows: 30)
    try desk.wait(for: "激光切割")
  }

  @Test("An unknown kind of terminal falls back, and a missing locale is no obstacle")
  func unknownTerminal() throws {
    let journey = try ScoringJourney()
    defer { journey.cztic.remove() }
    let desk = try Tmux(
      ["env", "-u", "LANG", "TERM=xterm-kitty-of-tomorrow", Program.path, "--store", journey.cztic.store, "--as", "e1", "--lang", "zh"])
    try desk.wait("says that it does not know the terminal") {
      $0.contains("激光切割") && $0.contains("此机不识终端“xterm-kitty-of-tomorrow”，按 xterm-256color 显示")
    }
  }

  /// What is typed, with the keyboard's input method at full width where wanted.
  private func written(_ text: String, _ isFullWidth: Bool) -> String {
    guard isFullWidth else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
  }
}
