import Foundation
import Testing

@Suite("What people read is in their language, and names the remedy")
struct UsageErrorTests {
  /// Whether a text holds a sentence in English: three words in a row that are no names of options, files or fields.
  static func isEnglish(_ text: String) -> Bool {
    text.replacing(/cztic( [a-z]+)*/, with: "").contains(/\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b/)
  }

  @Test(
    "Usage errors in Chinese: 64, what was wrong, and how the command is used",
    arguments: [
      (["bogus"], "bogus"), (["round", "open"], "<年度>"), (["due", "soon"], "soon"), (["due", "2026.5"], "整数"),
      (["import", "nothing", "x.csv"], "nothing"), (["import", "scores"], "<文件>"), (["export"], "<种类>"), (["--lang", "fr"], "zh、en"),
      (["results", "2026", "extra"], "extra"), (["results", "2026", "more", "extra"], "more"), (["due", "2026", "--jsn"], "--json"),
      (["due", "2026", "--frobnicate"], "--frobnicate"), (["due", "-z", "2026"], "-z"),
      (["round", "open", "2026", "--sheets"], "--sheets"),
      (["round", "open", "2026", "--sheets", "three"], "three"), (["round", "open", "2026", "--method", "median"], "trimmed"),
      (["export", "centers", "--format", "pdf"], "pdf"), (["due", "2026", "--json=yes"], "yes"),
      (["assign", "2026", "--per-center", "x"], "x"),
      (["demo", "--centers", "many"], "many"), (["demo", "--seed", "-1"], "--seed"), (["demo", "--seed=-1"], "0"),
      (["round", "publish", "2026", "--days", "five"], "five"), (["round", "frob", "2026"], "frob"), (["demo", "--no-open"], "--store"),
      (["due", "2026", "--json", "-j"], "-j"), (["check"], "<文件>"), (["due", "99999999999999999999"], "数字过大"),
      (["round", "open", "-5"], "“-5”是负数"), (["--login", "doctor"], "--as"), (["--lock-after", "5", "audit", "verify"], "--as"),
    ])
  func usage(arguments: [String], names: String) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let chinese = try cztic.run(arguments + (arguments.first == "--lang" ? [] : ["--lang", "zh"]))
    #expect(chinese.status == 64 && chinese.output.isEmpty)
    #expect(chinese.messages.contains(names), "\(chinese.messages)")
    #expect(!UsageErrorTests.isEnglish(chinese.messages), "\(chinese.messages)")
    #expect(chinese.messages.hasPrefix("cztic: "))
    // The same without --lang, where the surroundings are Chinese.
    if arguments.first != "--lang" {
      #expect(try cztic.run(arguments, environment: ["LANG": "zh_CN.UTF-8"]).messages == chinese.messages)
      let english = try cztic.run(arguments, environment: ["LANG": "en_US.UTF-8"])
      #expect(english.status == 64 && !english.messages.contains(/\p{Script=Han}/) && english.messages.hasPrefix("cztic: "))
    }
  }

  @Test(
    "A number below 0 is a value like others: what is wrong with it is said, with the range",
    arguments: [
      (["demo", "--centers", "-5"], "--centers：-5 太小，须在 1 至 1000000 之间", "--centers: -5 is too small; write 1 to 1000000"),
      (["demo", "--centers", "1000001"], "太大", "too large"), (["demo", "--seed", "-1"], "不能小于 0", "below 0"),
      (["assign", "2026", "--per-center", "-1"], "--per-center：-1 太小，须在 1 至 1000 之间", "--per-center: -1 is too small; write 1 to 1000"),
      (["round", "open", "2030", "--sheets", "-1"], "-1 太小", "-1 is too small"),
      (["round", "publish", "2026", "--days", "-5"], "5 至 60", "5 to 60"), (["export", "scores", "--round", "-1"], "-1", "-1"),
    ])
  func belowZero(command: [String], zh: String, en: String) throws {
    let cztic = try SmallCity.copy()
    defer { cztic.remove() }
    for (language, words) in [("zh", zh), ("en", en)] {
      let run = try cztic.run(command + ["--lang", language] + (command[0] == "demo" ? [] : ["--store", cztic.store]))
      #expect([64, 65].contains(run.status) && run.output.isEmpty && run.messages.contains(words), "\(run.status) \(run.messages)")
    }
  }

  @Test("A year below 0 is no option that is missing, and a list of what may be written has no stray blank before it")
  func plain() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    #expect(try cztic.run(["round", "open", "-5", "--lang", "en"]).messages.contains("'-5' is below 0"))
    let kinds = try cztic.run(["import", "nothing", "x.csv", "--lang", "zh"]).messages
    #expect(kinds.contains("；可写下列之一："), "\(kinds)")
  }

  @Test("One of something is not said to be several")
  func one() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let run = try cztic("demo", "--centers", "1", "--no-open")
    #expect(run.messages.contains(": 1 center, 12 experts,") && !run.messages.contains(/\b1 \w+s\b/), "\(run.messages)")
  }

  @Test("What steers a terminal is not printed again")
  func harmless() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    for arguments in [["\u{1B}[2J"], ["due", "\u{1B}]0;x\u{7}"], ["--\u{9B}x"], ["import", "\u{202E}x", "y"]] {
      let run = try cztic.run(arguments)
      #expect(run.status == 64)
      #expect(!run.messages.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x9B || $0.value == 0x202E })
    }
  }

  @Test("The manual page tells every command in the language of the call, and says nothing that would command the reader's program")
  func manual() throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let english = try cztic.run(["manual", "--lang", "en"])
    #expect(english.status == 0 && english.output.hasPrefix(".TH CZTIC 1 "))
    for command in CommandTree.all where !command.words.isEmpty {
      let name = command.words.joined(separator: " ").replacing("-", with: "\\-")
      #expect(english.output.contains("\n.SS \"\(name)\"\n\\fBcztic \(name)\\fR"), "\(name)")
    }
    #expect(english.output.contains("\n.TP\n\\fB\\-\\-dry\\-run\\fR\n"))
    #expect(!english.output.replacing("\\:", with: "").replacing("沧州市技术创新中心评审台", with: "").contains(/\p{Script=Han}/))
    for line in english.output.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(line.contains(/^\.(TH|SH|SS|PP|TP|br|ad|nh)\b/), "\(line)")
    }
    let chinese = try cztic.run(["manual", "--lang", "zh"])
    #expect(chinese.output.contains(".SH 用法\n\\fBcztic\\fR [") && chinese.output.replacing("\\:", with: "").contains("导入一个文件"))
  }

  @Test(
    "Help pages: 0, on standard output, in the language of the call, no wider than 80 columns",
    arguments: [
      [], ["demo"], ["init"], ["import"], ["export"], ["form"], ["indicators"], ["round"], ["round", "open"], ["round", "settle"],
      ["round", "resume"],
      ["round", "publish"], ["round", "close"], ["round", "cancel"], ["round", "list"], ["due"], ["assign"], ["results"], ["check"],
      ["audit"], ["audit", "verify"], ["audit", "head"],
    ])
  func help(command: [String]) throws {
    let cztic = try Program()
    defer { cztic.remove() }
    let chinese = try cztic.run(command + ["--help", "--lang", "zh"])
    #expect(chinese.status == 0 && chinese.messages.isEmpty)
    #expect(chinese.output.hasPrefix("说明：") && chinese.output.contains("用法：cztic"))
    #expect(!UsageErrorTests.isEnglish(chinese.output), "\(chinese.output)")
    for line in chinese.output.split(separator: "\n") where !line.contains("用法：") {
      let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      #expect(columns <= 82, "\(line)")
    }
    let english = try cztic.run(command + ["--help", "--lang", "en"])
    #expect(english.status == 0 && english.output.hasPrefix("OVERVIEW: "))
    #expect(!english.output.replacing("沧州市技术创新中心评审台", with: "").contains(/\p{Script=Han}/), "\(english.output)")
  }
}
