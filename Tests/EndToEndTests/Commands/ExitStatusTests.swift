import Foundation
import Testing

@Suite("Exit status and messages")
struct ExitStatusTests {
  @Test("No store: 66, and the message names init and demo")
  func noStore() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let run = try cztic("round", "list")
    #expect(run.status == 66 && run.output.isEmpty)
    #expect(run.messages.contains("init") && run.messages.contains("demo"))
  }

  @Test("A store that is there already is not made again: 73")
  func twice() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    #expect(try cztic("init").status == 0)
    let content = try Data(contentsOf: URL(fileURLWithPath: cztic.store))
    #expect(try cztic("init").status == 73)
    #expect(try Data(contentsOf: URL(fileURLWithPath: cztic.store)) == content)
  }

  @Test("A file that is no store is refused and left alone: 65", arguments: ["text", "", "SQLite format 3\0 but not really one"])
  func noRealStore(content: String) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    _ = try cztic.file("store.sqlite", content)
    let run = try cztic("round", "list")
    #expect(run.status == 65 || run.status == 74)
    #expect(try Data(contentsOf: URL(fileURLWithPath: cztic.store)) == Data(content.utf8))
  }

  @Test(
    "Usage errors are 64",
    arguments: [["bogus"], ["round", "open"], ["due", "soon"], ["import", "nothing", "x.csv"], ["--lang", "fr"]])
  func usage(arguments: [String]) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    #expect(try cztic.run(arguments).status == 64)
  }

  @Test("An unknown login is 77, whatever is asked")
  func unknownLogin() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try cztic("init")
    for command in [["round", "list"], ["results", "2026"], ["audit", "head"], ["due", "2026"]] {
      #expect(try cztic.run(command + ["--store", cztic.store, "--as", "nobody"]).status == 77)
    }
  }

  @Test("An unknown round is 65 for staff")
  func unknownRound() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try cztic("init")
    #expect(try cztic("results", "1999").status == 65)
    #expect(try cztic("round", "settle", "1999").status == 65)
  }

  @Test("--today moves the calendar of a demo only")
  func today() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try cztic("init")
    #expect(try cztic("round", "list", "--today", "2030-01-01").status == 77)
  }

  @Test("Options may stand before the command too, and the store may come from the environment")
  func optionPlaces() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    #expect(try cztic.run(["--store", cztic.store, "init"]).status == 0)
    #expect(try cztic.run(["--store", cztic.store, "--as", "admin", "round", "list"]).status == 0)
    #expect(try cztic.run(["round", "list"], environment: ["CZTIC_STORE": cztic.store]).status == 0)
  }

  @Test("Without --store and its variables the store lies under $HOME; one that is no absolute path is passed over")
  func home() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let path = cztic.folder.path + "/.local/share/cztic/store.sqlite"
    #expect(try cztic.run(["init", "--lang", "en"]).messages.contains(path))
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(try cztic.run(["round", "list"]).status == 0)
    for home in ["", "relative/home"] {
      // Whether the account has a store is not known here: nothing is written, and a message would name where it was looked for.
      let run = try cztic.run(["round", "list"], environment: ["HOME": home])
      #expect(!run.messages.contains("relative/home"))
    }
  }

  @Test("Who may not do something is named, with what it is, in words")
  func notPermitted() throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    let file = try cztic.file("centers.csv", "code\n")
    for (command, login, zh, en) in [
      (["import", "centers", file], "viewer", "账号 viewer 无权导入技术创新中心", "viewer is not permitted to import centers"),
      (["import", "users", file], "bureau", "账号 bureau 无权导入用户", "bureau is not permitted to import users"),
      (["round", "close", "2026"], "agency", "账号 agency 无权结束评估", "agency is not permitted to close a round"),
      (["export", "users"], "host", "账号 host 无权查看或操作", "host is not permitted"),
    ] {
      for (language, words) in [("zh", zh), ("en", en)] {
        let run = try cztic.run(command + ["--store", cztic.store, "--as", login, "--lang", language])
        #expect(run.status == 77 && run.messages.hasPrefix("cztic: " + words), "\(run.messages)")
      }
    }
  }

  @Test("The desk wants a terminal: one sentence, no garbage")
  func noTerminal() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    try cztic("init")
    let run = try cztic.run(["--store", cztic.store, "--lang", "en"])
    #expect(run.status == 74 && run.output.isEmpty && run.messages.contains("terminal"))
    #expect(!run.messages.contains("\u{1B}"))
  }
}
