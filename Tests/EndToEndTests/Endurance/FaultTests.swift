import Foundation
import Glibc
import RandomForTests
import Testing

/// A fault of the disk, and what people are told of it.
struct DiskFault: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let kinds: String
  let error: Int32
  let chinese: String
  let english: String

  static let all = [
    DiskFault(testDescription: "a full disk", kinds: "w", error: ENOSPC, chinese: "磁盘已满", english: "the disk is full"),
    DiskFault(testDescription: "a quota that is used up", kinds: "ws", error: EDQUOT, chinese: "磁盘已满", english: "the disk is full"),
    DiskFault(
      testDescription: "a file system that became read-only", kinds: "w", error: EROFS, chinese: "只读，未保存",
      english: "is read-only, nothing was saved"),
    DiskFault(
      testDescription: "a disk that fails", kinds: "ws", error: EIO, chinese: "出错，未保存", english: "nothing was saved: input or output error"),
    DiskFault(
      testDescription: "a sync that fails", kinds: "s", error: EIO, chinese: "出错，未保存", english: "nothing was saved: input or output error"),
  ]
}

@Suite("Nothing lost: a disk that fails is met with words, and work goes on when it is over")
struct FaultTests {
  @Test("Line by line, in both languages: what is not saved is not called so, what was is there", arguments: DiskFault.all)
  func lineByLine(fault: DiskFault) throws {
    let city = try ScoringCity()
    defer { city.cztic.remove() }
    let marker = city.cztic.folder.appendingPathComponent("failing").path
    let environment = Fault.fail(fault.kinds, fault.error, while: marker).environment(city.cztic.store)
    for (login, language, words) in [("e1", "zh", fault.chinese), ("e2", "en", fault.english)] {
      let talk = try Talk(ScoringCity.command(login, city.cztic.store, language), environment: environment)
      func enter(_ points: String, hear words: String...) {
        talk.say(points)
        var line = ""
        #expect(
          talk.hear { said in
            line = said
            return words.contains { said.contains($0) }
          }, "\(words) was not heard")
        #expect(words.allSatisfy { line.contains($0) }, "\(line)")
      }
      let (saved, not) = language == "zh" ? ("已保存：", "未保存") : ("Saved: ", "not saved")
      enter("1.25", hear: saved)
      _ = FileManager.default.createFile(atPath: marker, contents: nil)
      enter("2.25", hear: not, words)
      try FileManager.default.removeItem(atPath: marker)
      enter("2.75", hear: saved)
      talk.kill()
    }
    let points =
      "SELECT group_concat(login || points, ' ') FROM (SELECT * FROM score JOIN sheet ON id = sheet_id WHERE year = 2030 ORDER BY 1, 2)"
    #expect(try Spawn.output("/usr/bin/sqlite3", [city.cztic.store, points], environment: [:]) == "e1125 e1275 e2125 e2275\n")
    #expect(Aftermath(city.cztic.store, []).isSound)
  }

  @Test("Who comes to a full disk is told so, and not to look at rights", arguments: ["zh", "en"])
  func opening(language: String) throws {
    let city = try SmallCity.copy()
    defer { city.remove() }
    for kinds in ["w", "s"] {
      let environment = Fault.fail(kinds, ENOSPC, while: city.store).environment(city.store)
      let run = try city.run(["round", "list", "--store", city.store, "--lang", language], environment: environment)
      #expect(run.status == 74 && run.messages.contains(language == "zh" ? "磁盘已满" : "the disk is full"), "\(run.messages)")
    }
    try city.expect(0, "doctor")
  }

  @Test("At the desk: what was typed stays with a mark, and is saved when the disk has room again, without a new start")
  func desk() throws {
    let city = try ScoringCity()
    defer { city.cztic.remove() }
    let marker = city.cztic.folder.appendingPathComponent("failing").path
    let terminal = try Tmux(
      [Program.path, "--store", city.cztic.store, "--as", "e1", "--lang", "en"], columns: 120, rows: 40,
      environment: Fault.fail("w", ENOSPC, while: marker).environment(city.cztic.store))
    try terminal.wait(for: "F9 中文")
    try terminal.press("Enter")
    try terminal.wait(for: "0/19 given")
    try terminal.type("4.25")
    try terminal.press("Enter")
    try terminal.wait("called saved") { $0.contains("1/19 given") && $0.contains("saved") }
    _ = FileManager.default.createFile(atPath: marker, contents: nil)
    try terminal.type("3.25")
    try terminal.press("Enter")
    try terminal.wait("says that the disk is full") { $0.contains("the disk is full, this was not saved") && $0.contains("1 not saved") }
    // It is still there when the disk is full the second time.
    try terminal.press("F11")
    try terminal.wait(for: "1 not saved")
    try FileManager.default.removeItem(atPath: marker)
    try terminal.press("F11")
    try terminal.wait("called saved") { $0.contains("2/19 given") && !$0.contains("not saved") }
    let points = "SELECT group_concat(points, ' ') FROM score JOIN sheet ON id = sheet_id WHERE year = 2030"
    #expect(try Spawn.output("/usr/bin/sqlite3", [city.cztic.store, points], environment: [:]) == "425 325\n")
  }
}
