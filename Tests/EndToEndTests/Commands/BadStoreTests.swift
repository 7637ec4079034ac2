import Foundation
import StoresForTests
import Testing

@Suite("A store that is none, cannot be read or written, is damaged, or is from a newer program")
struct BadStoreTests {
  /// A command of each kind, all of which need a store.
  private static let commands = [
    ["round", "list"], ["audit", "verify", "--json"], ["results", "2026", "--json"], ["export", "centers"], ["due", "2026"],
    ["round", "settle", "2026"], ["import", "organizations", "-"],
  ]

  private static let notStores: [BadFile] = [
    BadFile(name: "text", make: BadFile.write("这是一份说明。\n".utf8)), BadFile(name: "empty", make: BadFile.write([])),
    BadFile(name: "a heading of SQLite and nothing else", make: BadFile.write("SQLite format 3\0".utf8), statuses: [65, 74]),
    BadFile(
      name: "the first half of a store",
      make: { try Data(SmallCity.made.get().bytes().prefix(30_000)).write(to: URL(fileURLWithPath: $0)) }, statuses: [65, 74]),
    BadFile(name: "somebody else's database", make: foreign),
    BadFile(name: "a folder", make: { try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false) }),
    BadFile(name: "a pipe", make: { if mkfifo($0, 0o600) != 0 { throw CocoaError(.fileWriteUnknown) } }),
    BadFile(name: "none there", make: { _ in }, statuses: [66]),
  ]

  @Sendable private static func foreign(_ path: String) throws {
    _ = try Spawn.output(
      "/usr/bin/sqlite3", [path, "CREATE TABLE notes(text); INSERT INTO notes VALUES ('mine');"], environment: [:])
  }

  @Test("No store: refused in a sentence, by every command, and left alone", arguments: notStores)
  func notStore(bad: BadFile) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try bad.make(cztic.store)
    let before = try? cztic.bytes()
    for command in BadStoreTests.commands {
      for language in ["zh", "en"] {
        let run = try cztic.run(command + ["--store", cztic.store, "--lang", language], input: "name\n新厂\n")
        #expect(bad.statuses.contains(run.status), "\(command): \(run.status) \(run.messages)")
        #expect(run.output.isEmpty && run.messages.contains("store.sqlite"), "\(command): \(run.output) \(run.messages)")
        #expect(UsageErrorTests.isEnglish(run.messages) == (language == "en"), "\(run.messages)")
      }
    }
    if bad.name != "a pipe" { #expect((try? cztic.bytes()) == before) }
  }

  @Test("A store of a newer program: 65, says to upgrade, and is left alone")
  func newer() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    _ = try Spawn.output("/usr/bin/sqlite3", [cztic.store, "INSERT INTO grdb_migrations VALUES ('99 of tomorrow')"], environment: [:])
    let before = try cztic.content()
    for command in BadStoreTests.commands {
      let run = try cztic.run(command + ["--store", cztic.store, "--lang", "zh"], input: "")
      #expect(run.status == 65 && run.output.isEmpty && run.messages.contains("升级"), "\(command): \(run.status) \(run.messages)")
    }
    #expect(try cztic.content() == before)
  }

  @Test("A store of an earlier program that one may only read: 77, says who has to open it first, and is left alone")
  func older() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try ReleasedStore(version: 21).write(to: cztic.store)
    chmod(cztic.store, 0o444)
    let before = try cztic.bytes()
    for (language, words) in [("zh", "无法升级"), ("en", "open it once")] {
      let run = try cztic.runAsNobody(["export", "centers", "--as", "viewer", "--store", cztic.store, "--lang", language])
      #expect(run.status == 77 && run.output.isEmpty && run.messages.contains(words), "\(run.status) \(run.messages)")
    }
    #expect(try cztic.bytes() == before)
  }

  @Test("A store that one may only read: looking is allowed under a name, writing is 77 with the remedy", arguments: ["zh", "en"])
  func readOnly(language: String) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    chmod(cztic.store, 0o444)
    chmod(cztic.folder.path, geteuid() == 0 ? 0o755 : 0o555)
    defer { chmod(cztic.folder.path, 0o755) }
    let before = try cztic.content()
    let end = ["--store", cztic.store, "--lang", language]
    let look = try cztic.runAsNobody(["export", "centers", "--as", "viewer"] + end)
    #expect(look.status == 0 && look.output.contains("C1"), "\(look.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: cztic.folder.path).filter { $0.hasPrefix("store") } == ["store.sqlite"])
    // Who has named themselves is told nothing of --as, which helps only those who look.
    for (command, isNamed) in [(["round", "settle", "2026", "--as", "bureau"], true), (["round", "list"], false)] {
      let run = try cztic.runAsNobody(command + end)
      #expect(run.status == 77 && run.messages.contains("--as") != isNamed, "\(run.status) \(run.messages)")
      #expect(UsageErrorTests.isEnglish(run.messages) == (language == "en"))
    }
    chmod(cztic.store, geteuid() == 0 ? 0o600 : 0)
    let closed = try cztic.runAsNobody(["round", "list"] + end)
    #expect(closed.status == 66 && closed.messages.contains(language == "zh" ? "权限" : "permission"), "\(closed.status) \(closed.messages)")
    chmod(cztic.store, 0o600)
    #expect(try cztic.content() == before)
  }

  @Test(
    "init cannot make a store: 73, the reason, nothing made",
    arguments: [("/no/such/folder/s.sqlite", "上级文件夹"), ("/proc/s.sqlite", "无法新建")])
  func initialising(path: String, words: String) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let run = try cztic.run(["init", "--store", path, "--lang", "zh"])
    #expect(run.status == 73 && run.output.isEmpty && run.messages.contains(words), "\(run.status) \(run.messages)")
    #expect(!UsageErrorTests.isEnglish(run.messages))
  }

  @Test("audit verify on a damaged store: a JSON document with the first bad link, or an error and nothing; never a crash")
  func damaged() throws {
    let city = try SmallCity.made.get()
    let whole = try city.bytes()
    let pageSize = 4096
    var documents = 0
    for page in 1..<whole.count / pageSize {
      let cztic = try Program()
      defer { cztic.remove() }
      var bytes = whole
      // The middle of a page is overwritten, as by a disk that lost a sector.
      for index in 512..<1536 { bytes[page * pageSize + index] = UInt8(truncatingIfNeeded: index &* 131 &+ page) }
      for index in 0..<12 { bytes[page * pageSize + index] = 0xA5 }
      _ = try cztic.file("store.sqlite", bytes)
      let run = try cztic.run(["audit", "verify", "--json", "--store", cztic.store, "--lang", "zh"])
      switch run.status {
      case 0, 1:
        let json = try run.json()
        #expect(json["ok"] as? Bool == (run.status == 0), "page \(page)")
        #expect((json["broken"] is NSNull) == (run.status == 0), "page \(page): \(run.output)")
        if run.status == 1 { documents += 1 }
      default:
        #expect([65, 74, 77].contains(run.status) && run.output.isEmpty, "page \(page): \(run.status) \(run.messages)")
        #expect(!UsageErrorTests.isEnglish(run.messages), "\(run.messages)")
      }
    }
    #expect(documents > 0, "no page of the chain was met")
  }
}
