import Foundation
import Testing

@Suite("Hostile text on the command line and around it: nothing that steers a terminal comes out, and it ends in a sentence")
struct HostileArgumentTests {
  /// What is written where nothing hostile is, by the command and what it takes.
  private static let lawful = [
    "year": "2026", "import.file": "users.csv", "check.file": "application.json", "backup.file": "copy.sqlite",
    "verify.file": "away.cztic", "verify.opening": "away.cztic",
    "restore.file": "backup.sqlite", "score.center": "C1", "form.center": "C1", "password.login": "host", "guest.folder": "guests",
    "templates.folder": "templates", "offline open.file": "away.cztic", "offline sheet.file": "away.cztic",
    "offline fill.file": "away.cztic",
    "offline fill.workbook": "x.xlsx", "offline bring.file": "away.cztic",
  ]
  /// What a command does nothing without, besides what it is told by its place.
  private static let needed = [
    "demo": ["--no-open", "--centers", "1"], "score": ["--plain", "--as", "e1"], "round open": ["--reason", "试"],
    "round cancel": ["--reason", "试"], "export": ["--round", "2026"], "form": ["--round", "2026"], "import": ["--dry-run"],
    "publish": ["--output", "p.json"], "lot draw": ["--word", "海晏", "--witness", "李公证"],
    "offline take": ["--output", "away.cztic", "--as", "e1"], "offline bring": ["--as", "e1"],
  ]
  private static let statuses: Set<Int32> = [0, 1, 64, 65, 66, 73, 74, 77]

  @Test("Every argument and option of every command", arguments: CommandTree.all)
  func arguments(command: CommandTree.Command) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    _ = try cztic.file("users.csv", "login,name,role\nn1,新,viewer\n")
    for name in ["application.json", "away.cztic"] { _ = try cztic.file(name, "{}") }
    try FileManager.default.copyItem(atPath: cztic.store, toPath: cztic.folder.path + "/backup.sqlite")
    for (turn, argument) in command.arguments.enumerated() {
      for (place, hostile) in HostileText.all.enumerated() {
        let language = (turn + place) % 2 == 0 ? "zh" : "en"
        let words = try line(command, hostile.text, in: argument, store: cztic.store, folder: cztic.folder.path)
        let run = try cztic.run(words + (argument.name == "lang" ? [] : ["--lang", language]), environment: ["LANG": language])
        expectHarmless(run, "\(command.testDescription) \(argument.name): \(hostile.testDescription)")
      }
    }
  }

  /// A call with a text in one place and something lawful in all others that are needed.
  private func line(
    _ command: CommandTree.Command, _ text: String, in place: CommandTree.Argument, store: String, folder: String
  ) throws -> [String] {
    var words = command.words + (Self.needed[command.testDescription] ?? [])
    if let index = words.firstIndex(of: place.option) { words.removeSubrange(index...(index + 1)) }
    for argument in command.arguments {
      if argument.name == place.name {
        // What is no option would be taken for one; behind a folder it is a file that is not there.
        let value = ["file", "folder", "store", "files", "output", "templates"].contains(argument.name) ? folder + "/" + text : text
        words += argument.option.isEmpty ? [value] : [argument.option, value]
      } else if argument.name == "store" {
        words += ["--store", command.words == ["init"] || command.words == ["demo"] ? folder + "/\(UUID().uuidString).sqlite" : store]
      } else if argument.isNeeded {
        let name = "\(command.words.joined(separator: " ")).\(argument.name)"
        let value = try #require(
          argument.values.first ?? Self.lawful[name] ?? Self.lawful[argument.name], "say what is lawful for \(name)")
        words.append(
          [".file", ".folder", ".workbook"].contains { name.hasSuffix($0) }
            ? folder + "/" + value : value)
      }
    }
    return words
  }

  private func expectHarmless(_ run: Program.Run, _ what: String, at location: SourceLocation = #_sourceLocation) {
    #expect(Self.statuses.contains(run.status), "\(what): \(run.status)", sourceLocation: location)
    #expect(HostileText.harm(in: run.output) == nil, "\(what), standard output", sourceLocation: location)
    #expect(HostileText.harm(in: run.messages) == nil, "\(what), standard error", sourceLocation: location)
    #expect(run.messages.utf8.count < 20_000, "\(what): a flood", sourceLocation: location)
  }

  @Test("Every variable that is looked at, with the desk, a command and a help page", arguments: HostileText.all)
  func variables(hostile: HostileText) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    for name in ["LANG", "LC_ALL", "TERM", "COLUMNS", "NO_COLOR", "SSH_CONNECTION", "PATH"] {
      for words in [["--store", cztic.store], ["--help"]] {
        expectHarmless(try cztic.run(words, environment: [name: hostile.text]), "\(name)")
      }
    }
    for name in ["CZTIC_STORE", "XDG_DATA_HOME", "HOME", "TMPDIR"] {
      let variables = [name: cztic.folder.path + "/" + hostile.text]
      for words in [["round", "list"], ["init"], ["demo"]] { expectHarmless(try cztic.run(words, environment: variables), "\(name)") }
    }
  }

  @Test("Every command on a store that has such a name", arguments: HostileText.all)
  func names(hostile: HostileText) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let store = cztic.folder.path + "/" + hostile.text
    expectHarmless(try cztic.run(["init", "--store", store]), "init")
    let file = try cztic.file(hostile.text + ".csv", "login,name,role\nn1,新,nothing\n")
    for words in [
      ["init"], ["round", "list"], ["import", "users", file], ["backup", store + ".copy"], ["restore", store + ".copy"], ["ssh-keys"],
      ["doctor"],
      ["export", "users", "-o", store], ["check", file], ["import", "attachments", file, "--files", store], ["audit", "verify"],
    ] {
      for language in ["zh", "en"] {
        expectHarmless(try cztic.run(words + ["--store", store, "--lang", language]), "\(words)")
      }
    }
    let other = try cztic.file(hostile.text + ".other", "no store at all, but long enough to be looked at")
    expectHarmless(try cztic.run(["round", "list", "--store", other]), "no store")
  }

  @Test("Bytes that are no text, and a hundred thousand of them", arguments: ["zh", "en"])
  func bytes(language: String) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    for word in [
      "\"$(printf '\\377\\300\\200\\355\\240\\200\\233')\"", "--\"$(printf '\\377\\233')\"", "\"$(head -c 100000 /dev/zero | tr '\\0' x)\"",
      "--\"$(head -c 100000 /dev/zero | tr '\\0' y)\"", "due \"$(head -c 100000 /dev/zero | tr '\\0' \\')\"",
      "due 2026 --as \"$(head -c 100000 /dev/zero | tr '\\0' z)\"",
    ] {
      let run = try cztic.run(["-c", "exec \"$0\" \(word) --lang \(language)", Program.path], program: "/bin/sh")
      #expect(Self.statuses.contains(run.status) && HostileText.harm(in: run.messages) == nil, "\(word.prefix(40)): \(run.status)")
    }
  }

  @Test("Plain scoring: lines that steer, that are no text, and one of ten million bytes", arguments: ["zh", "en"])
  func plainScoring(language: String) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let texts: [String] = HostileText.all.flatMap { hostile in ["", "c ", "go ", "3 c ", "conflict ", "9"].map { $0 + hostile.text } }
    let flood = String(repeating: "9", count: 10_000_000)
    var lines = texts
    lines += ["yes", "yes", "yes", "takeback", "yes"]
    lines += texts
    lines += [flood, "c " + flood, "c 完整", "quit"]
    let run = try cztic.run(
      ["score", "C1", "--plain", "--as", "e1", "--store", cztic.store, "--lang", language], input: lines.joined(separator: "\n"))
    expectHarmless(run, "plain scoring")
    #expect(run.status == 0 && HostileText.harm(in: run.output) == nil && run.output.utf8.count < 100_000, "\(run.messages)")
    let saved = language == "zh" ? " 的评语。" : "Saved: the comment on "
    #expect(run.output.contains(saved))
  }
}
