import Foundation
import Glibc
import Testing

@Suite("cztic score --plain")
struct ScoreCommandTests {
  /// The pledge, which comes before the sheet.
  private static let start = "yes\nyes\nyes\n"

  @Test("What was called saved is there after the program was killed in the middle, and is taken up again through a pipe")
  func killed() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    try cztic.expect(0, "round", "open", "2030", "--sheets", "1")
    try cztic.expect(0, "assign", "2030", "--per-center", "3")
    let talk = try Talk(["score", "C1", "--plain", "--round", "2030", "--as", "e3", "--store", cztic.store, "--lang", "en"])
    for line in ["yes", "yes", "yes", "4.5"] { talk.say(line) }
    #expect(talk.hear { $0 == "Saved: 1.1 has 4.50 points." })
    talk.say("８０％")
    #expect(talk.hear { $0 == "Saved: 1.2 has 4.00 points." })
    talk.kill()
    let again = try cztic.run(
      ["score", "C1", "--plain", "--round", "2030", "--as", "e3", "--store", cztic.store, "--lang", "zh"], input: "3\n合计\n退出\n4\n")
    #expect(again.status == 0 && again.messages.isEmpty)
    let lines = again.output.split(separator: "\n")
    #expect(lines.contains("已评 2/19，合计 8.50 分，均已保存，未提交。"))
    #expect(lines.contains("已保存：2.1 得 3.00 分。"))
    #expect(lines.last == "已评 3/19，合计 11.50 分，均已保存，未提交。")
    #expect(!again.output.contains("\u{1B}"))
    try cztic.expect(0, "audit", "verify")
  }

  @Test("The end of the lines ends it: what was said is saved, also a last line without its end")
  func endOfInput() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let run = try cztic("score", "C1", "--plain", "--as", "e1", input: Self.start + "takeback\nyes\ngo 2.2\r\n2.5")
    #expect(run.status == 0 && run.output.contains("Saved: 2.2 has 2.50 points, before 3.00; undo brings that back."))
  }

  @Test("Exit status: not assigned 77, no such center alike, no store 66, without --plain 64")
  func status() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    try cztic.expect(77, "score", "C2", "--plain", "--as", "e1")
    try cztic.expect(77, "score", "C1", "--plain", "--as", "bureau")
    try cztic.expect(77, "score", "C1", "--plain", "--as", "nobody")
    try cztic.expect(77, "score", "NONE", "--plain", "--as", "e1")
    try cztic.expect(64, "score", "C1", "--as", "e1")
    #expect(try cztic.run(["score", "C1", "--plain", "--store", cztic.folder.path + "/none.sqlite"]).status == 66)
  }
}
