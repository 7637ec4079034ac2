import Foundation
import Testing

/// A file as it should not be.
struct BadFile: Sendable, CustomTestStringConvertible {
  let name: String
  /// How it is made at a path.
  let make: @Sendable (String) throws -> Void
  /// The statuses that may answer it.
  var statuses: Set<Int32> = [65]
  var testDescription: String { name }

  static func write(_ bytes: some Sequence<UInt8> & Sendable) -> @Sendable (String) throws -> Void {
    { try Data(bytes).write(to: URL(fileURLWithPath: $0)) }
  }

  static let all: [BadFile] = [
    BadFile(name: "none there", make: { _ in }, statuses: [66]),
    BadFile(
      name: "a folder", make: { try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false) }, statuses: [66]),
    BadFile(
      name: "a link to itself", make: { try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: $0) }, statuses: [66]),
    BadFile(name: "empty", make: write([])), BadFile(name: "blank", make: write("\n \r\n\t\n".utf8)),
    BadFile(name: "a mark and nothing else", make: write([0xEF, 0xBB, 0xBF])),
    BadFile(name: "binary", make: write((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 167) })),
    BadFile(name: "zeros", make: write(Array(repeating: 0, count: 4096))),
    BadFile(name: "a workbook", make: write([0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 300))),
    BadFile(name: "an old workbook", make: write([0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 7, count: 300))),
    BadFile(name: "an executable", make: { try FileManager.default.copyItem(atPath: "/bin/true", toPath: $0) }),
    BadFile(name: "a store", make: { try FileManager.default.copyItem(atPath: SmallCity.made.get().store, toPath: $0) }),
    BadFile(name: "three thousand million bytes, none of them written", make: sparse(3 << 30)),
    BadFile(name: "JSON a million arrays deep", make: write(String(repeating: "[", count: 1_000_000).utf8)),
    BadFile(name: "JSON a million objects deep", make: write(("[" + String(repeating: "{\"a\":", count: 1_000_000)).utf8)),
    BadFile(name: "JSON cut short", make: write("[{\"code\": \"C1".utf8)), BadFile(name: "JSON of numbers", make: write("[1, 2]".utf8)),
    BadFile(name: "a line of ten million bytes", make: write(repeatElement(UInt8(ascii: "x"), count: 10_000_000))),
    BadFile(name: "two million commas", make: write(repeatElement(UInt8(ascii: ","), count: 2_000_000))),
    BadFile(name: "a quote that never ends", make: write(("\"" + String(repeating: "a,b\n", count: 1_000_000)).utf8)),
    BadFile(name: "other columns", make: write("colour,size\nred,3\n".utf8)),
    BadFile(name: "text of no table", make: write("尊敬的各位专家：\n请于六月前提交。\n".utf8)),
    BadFile(name: "broken UTF-8", make: write(Array("code,name\nC1,沧州".utf8) + [0xE6, 0xB2] + Array("\n".utf8))),
    BadFile(name: "a page of the web", make: write("<!DOCTYPE html><html><body>code</body></html>\n".utf8)),
  ]

  private static func sparse(_ size: Int) -> @Sendable (String) throws -> Void {
    { path in
      let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
      defer { close(descriptor) }
      guard descriptor >= 0, ftruncate(descriptor, size) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
  }
}

@Suite("Bad files: each is refused in a sentence with the remedy, in the language of the call, and nothing changes", .serialized)
struct BadFileTests {
  private static let kinds = ["departments", "organizations", "centers", "experts", "users", "conflicts", "scores", "facts", "results"]

  @Test("Every bad file, on a kind of import each, and on check", arguments: Array(BadFile.all.enumerated()))
  func files(at index: Int, bad: BadFile) throws {
    try expectRefusals(bad, kind: BadFileTests.kinds[index % BadFileTests.kinds.count], check: true)
  }

  @Test("Every kind of import, on a file that is not there, holds no text, or something else", arguments: BadFileTests.kinds)
  func everyKind(kind: String) throws {
    for bad in BadFile.all where ["none there", "binary", "other columns"].contains(bad.name) {
      try expectRefusals(bad, kind: kind, check: false)
    }
  }

  private func expectRefusals(_ bad: BadFile, kind: String, check: Bool) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let path = cztic.folder.path + "/bad"
    try bad.make(path)
    let round = kind == "results" ? ["--round", "2020"] : ["scores", "facts"].contains(kind) ? ["--round", "2026"] : []
    for language in ["zh", "en"] {
      let run = try cztic.run(["import", kind, path, "--store", cztic.store, "--lang", language] + round)
      expectRefusal(run, bad, "import \(kind)", language)
      if check { expectRefusal(try cztic.run(["check", path, "--json", "--lang", language]), bad, "check", language) }
    }
    let json = try cztic.run(["import", kind, path, "--json", "--store", cztic.store] + round)
    #expect(bad.statuses.contains(json.status))
    if json.status == 65 { #expect((try json.json()["errors"] as? [Any])?.isEmpty == false) } else { #expect(json.output.isEmpty) }
    #expect(try cztic.content() == SmallCity.content.get())
  }

  private func expectRefusal(_ run: Program.Run, _ bad: BadFile, _ command: String, _ language: String) {
    #expect(bad.statuses.contains(run.status), "\(command), \(bad.name): \(run.status) \(run.messages.prefix(300))")
    #expect(run.output.isEmpty && !run.messages.isEmpty, "\(command), \(bad.name)")
    #expect(run.messages.utf8.count < 200_000, "\(command), \(bad.name): too much is said")
    if language == "zh" {
      #expect(
        run.messages.contains(/\p{Script=Han}/) && !UsageErrorTests.isEnglish(run.messages), "\(command): \(run.messages.prefix(300))")
    } else {
      #expect(
        !run.messages.replacing(/“.*?”|"[^"]*"|\/\p{Script=Han}+/, with: "").contains(/\p{Script=Han}{4,}/), "\(run.messages.prefix(300))")
    }
  }

  @Test("A file that one may not read: 66, the reason, the remedy")
  func noRights() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    // Somebody else's store may be read, and only looked at under a name of one's own.
    chmod(cztic.store, 0o666)
    chmod(cztic.folder.path, 0o777)
    let file = try cztic.file("mine.csv", "name\nx\n")
    chmod(file, 0o600)
    if geteuid() != 0 { chmod(file, 0) }
    for (language, words) in [("zh", "权限"), ("en", "permission")] {
      for command in [["import", "organizations", file, "--as", "bureau"], ["check", file]] {
        let run = try cztic.runAsNobody(command + ["--store", cztic.store, "--lang", language])
        #expect(run.status == 66 && run.output.isEmpty && run.messages.contains(words), "\(run.status) \(run.messages)")
      }
    }
  }

  @Test("Standard input is named as what it is")
  func standardInput() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let binary = try cztic.run(["import", "centers", "-", "--store", cztic.store, "--lang", "en"], input: "\u{0}\u{1}")
    #expect(binary.status == 65 && binary.messages.contains("standard input is not a text file"), "\(binary)")
  }

  @Test("A pipe is read to its end")
  func pipe() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let path = cztic.folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      let descriptor = open(path, O_WRONLY)
      _ = "name\n新厂\n".withCString { write(descriptor, $0, strlen($0)) }
      close(descriptor)
    }
    writer.start()
    #expect(try cztic.expect(0, "import", "organizations", path).output.contains("1 new"))
    #expect(
      try cztic.run(["import", "organizations", "-", "--store", cztic.store, "--lang", "en"], input: "name\n新厂\n").output.contains(
        "1 unchanged"))
  }

  @Test(
    "Where nothing can be written: 73 or 74, the reason in the language of the call",
    arguments: [("", 73), ("/no/such/folder/file", 73), ("/dev/full", 74), ("/proc/file", 73), (String(repeating: "长", count: 200), 73)]
      as [(String, Int32)])
  func outputs(path: String, status: Int32) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let target = path.isEmpty ? cztic.folder.path : path.hasPrefix("/") ? path : cztic.folder.path + "/" + path
    for language in ["zh", "en"] {
      let run = try cztic.run(["export", "centers", "-o", target, "--store", cztic.store, "--lang", language])
      #expect(run.status == status && run.output.isEmpty, "\(run.status) \(run.messages)")
      // A long name is cut where it is told.
      let words = run.messages.replacing(target, with: "").replacing(/长+/, with: "")
      #expect(words.contains(/\p{Script=Han}/) == (language == "zh"), "\(run.messages)")
    }
  }
}
