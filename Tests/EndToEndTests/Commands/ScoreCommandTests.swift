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
    #expect(try talk.hear(until: "Saved: 1.1 has 4.50 points."))
    talk.say("８０％")
    #expect(try talk.hear(until: "Saved: 1.2 has 4.00 points."))
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

  @Test("Exit status: not assigned 77, no such center 65, no store 66, without --plain 64")
  func status() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    try cztic.expect(77, "score", "C2", "--plain", "--as", "e1")
    try cztic.expect(77, "score", "C1", "--plain", "--as", "bureau")
    try cztic.expect(77, "score", "C1", "--plain", "--as", "nobody")
    try cztic.expect(65, "score", "NONE", "--plain", "--as", "e1")
    try cztic.expect(64, "score", "C1", "--as", "e1")
    #expect(try cztic.run(["score", "C1", "--plain", "--store", cztic.folder.path + "/none.sqlite"]).status == 66)
  }
}

/// The program on the other end of two pipes: a line in, lines out, and killed at will.
private final class Talk {
  private let process = Process()
  private let (input, output) = (Pipe(), Pipe())
  private var heard = ""

  init(_ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { kill() }

  func say(_ line: String) { input.fileHandleForWriting.write(Data((line + "\n").utf8)) }

  /// Waits until a line was said; the end of the program ends the waiting.
  func hear(until words: String) throws -> Bool {
    while !heard.split(separator: "\n").contains(Substring(words)) {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { return false }
      // A character that is cut by the pipe is of no line that is waited for.
      heard += String(decoding: data, as: UTF8.self)
    }
    return true
  }

  func kill() {
    guard process.isRunning else { return }
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
