import ArgumentParser
import CenterStore
import Offline
import Regulation
import TableFiles
import Wording

extension OfflineCommand {
  /// `cztic offline bring FILE`.
  struct Bring: ParsableCommand {
    static let configuration = CommandConfiguration(
      "bring", zh: "把在别处评好的文件带回评审台。", en: "Bring a file back that was scored elsewhere.",
      discussion: Phrase(
        zh: """
          只在文件中改的采用，只在评审台上改的保留；两边都改了的，在终端上逐项询问，或用 --take 一概决定。没有决定的、不能带回的中心没有用 --leave 留下的，什么都不写，\
          退出状态 1。同一个文件再带回一次不改变什么。
          """,
        en: """
          What changed in the file only is taken, what changed at the desk only stays; what changed on both sides is asked one by one at a terminal, or decided by \
          --take. While anything is undecided, or a center that cannot be brought back is not left out by --leave, nothing is written and the status is 1. The \
          same file a second time changes nothing.
          """))
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: OfflineCommand
    @Argument(help: ArgumentHelp(zh: "带出的文件", en: "The file.", value: .file), completion: .file()) var file: String
    @Option(
      help: ArgumentHelp(
        zh: "两边都改了的，采用文件（file）还是评审台（desk）", en: "Which side wins where both changed: file or desk.", value: Phrase(zh: "哪边", en: "side")))
    var take: OfflineSide?
    @Option(
      help: ArgumentHelp(
        zh: "留下这个中心不带回，可写多次", en: "Leave this center out; may be given several times.", value: Phrase(zh: "中心", en: "center")))
    var leave: [String] = []
    @Flag(help: ArgumentHelp(zh: "只说明将做什么，不写入", en: "Only say what would be done.")) var dryRun = false
    @Flag(help: .json) var json = false

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let (store, who) = (try options.openStore(), options.acting())
        try store.require(.bringSheetsBack, by: who)
        _ = try OfflineFile.header(file)
        let sheets = try OfflineFile.open(file, phrase: PhrasePrompt.ask(options.language)).sheets
        var decisions = BringDecisions(all: take, leaving: Set(leave))
        var outcome = try store.bringSheetsBack(sheets, deciding: decisions, dryRun: dryRun, by: who)
        while !outcome.isDecided, !dryRun, !json, PhrasePrompt.isAnswered {
          try BringQuestions.ask(outcome, &decisions, options.language)
          outcome = try store.bringSheetsBack(sheets, deciding: decisions, by: who)
        }
        if json {
          Output.json(outcome.json(sheets, decisions, options.language))
        } else {
          tell(outcome, sheets, decisions, options.language)
        }
        if !outcome.isDecided { throw ExitCode(1) }
      }
    }

    private func tell(_ outcome: BroughtSheets, _ sheets: OfflineSheets, _ decisions: BringDecisions, _ language: Language) {
      // An older copy opens as well: by this somebody sees which one it is.
      if let last = sheets.edits.last?.at {
        Output.message(
          Phrase(zh: "文件最后修改于 \(last.day) \(last.shanghaiTime)", en: "the file was changed last on \(last.day) at \(last.shanghaiTime)")[
            language])
      }
      for line in outcome.lines { Output.line(Failure.harmless(line.words[language])) }
      for clash in outcome.clashes {
        let isOpen = outcome.undecided.contains(clash)
        let side = decisions.each[clash] ?? decisions.all
        Output.message(Failure.harmless((clash.words + (isOpen ? Phrase(same: "") : side?.verdict ?? Phrase(same: "")))[language]))
      }
      for remark in outcome.obstacles + outcome.remarks {
        Output.message(Failure.harmless("\(remark.center): \(remark.phrase[language])"))
      }
      Output.message(outcome.summary(dryRun: dryRun)[language])
    }
  }
}

extension OfflineSide: ExpressibleByArgument {
  /// What is said of a clash that is decided.
  fileprivate var verdict: Phrase {
    self == .file ? Phrase(zh: "；采用文件", en: "; the file's is taken") : Phrase(zh: "；保留评审台", en: "; the desk's stays")
  }
}

/// What is asked at a terminal before a file is brought back.
private enum BringQuestions {
  static func ask(_ outcome: BroughtSheets, _ decisions: inout BringDecisions, _ language: Language) throws {
    var lines = InputLines()
    for obstacle in outcome.obstacles {
      let words = Phrase(
        zh: "\(obstacle.center)：\(obstacle.phrase.zh)；留下它，带回其余（y/n）？",
        en: "\(obstacle.center): \(obstacle.phrase.en). Leave it out and bring the others (y/n)? ")
      _ = try answer(words, ["y", "是"], among: ["n", "否"], &lines, language)
      decisions.leaving.insert(obstacle.center)
    }
    for clash in outcome.undecided {
      let words = clash.words + Phrase(zh: "；采用文件（f）还是评审台（d），放弃（q）？", en: "; take the file's (f) or leave the desk's (d), or give up (q)? ")
      decisions.each[clash] = try answer(words, ["f", "d"], among: ["q"], &lines, language) == "f" ? .file : .desk
    }
  }

  /// One of the answers that go on; others that are known give up, and whatever is not is asked again.
  private static func answer(
    _ words: Phrase, _ answers: [String], among others: [String], _ lines: inout InputLines, _ language: Language
  ) throws -> String {
    while true {
      Output.prompt(Failure.harmless(words[language]))
      guard let line = lines.next()?.precomposedStringWithCompatibilityMapping.lowercased(), !others.contains(line) else {
        throw Failure(1, Phrase(zh: "已放弃，未写入任何内容", en: "given up; nothing was written"))
      }
      if answers.contains(line) { return line }
    }
  }
}

extension OfflineClash {
  /// What both sides say.
  fileprivate var words: Phrase {
    let head = Phrase(zh: "\(center) \(indicator) \(part.phrase.zh)：", en: "\(center) \(indicator) \(part.phrase.en): ")
    let told = Phrase(
      zh: "带出时\(base.shown)，评审台\(desk.shown)，文件\(file.shown)", en: "was \(base.shown), the desk says \(desk.shown), the file \(file.shown)")
    return head + told + (isHandedIn ? Phrase(zh: "；评审台上已提交", en: "; handed in at the desk") : Phrase(same: ""))
  }
}

extension BroughtSheets.Line {
  fileprivate var words: Phrase {
    Phrase(same: "\(center) \(indicator) ") + part.phrase + Phrase(zh: "：", en: ": ") + Phrase(same: "\(before.shown) → \(after.shown)")
  }
}

extension String {
  /// A value in a line: nothing as a dash, a comment in quotation marks.
  fileprivate var shown: String {
    if isEmpty { return "—" }
    return contains { !$0.isNumber && $0 != "." } ? "“\(replacing("\n", with: " "))”" : self
  }
}

extension BroughtSheets {
  fileprivate func summary(dryRun: Bool) -> Phrase {
    if !isDecided {
      return Phrase(
        zh: "未带回：\(undecided.count) 处两边都改了，\(obstacles.count) 个中心不能带回；用 --take file、--take desk 或 --leave 决定",
        en:
          "nothing was brought back: \(undecided.count.counted("place")) changed on both sides, \(obstacles.count.counted("center")) cannot be brought back; decide with --take file, --take desk or --leave"
      )
    }
    if isNothing { return Phrase(zh: "没有新的内容", en: "nothing new") }
    let words = Phrase(
      zh: "带回 \(lines.count) 处，提交 \(handedIn.count) 份",
      en: "\(lines.count.counted("value")) brought back, \(handedIn.count.counted("sheet")) handed in")
    return dryRun ? Phrase(zh: "试算，未写入：", en: "dry run, nothing written: ") + words : words
  }

  fileprivate func json(_ sheets: OfflineSheets, _ decisions: BringDecisions, _ language: Language) -> JSONValue {
    func told(_ remarks: [Remark]) -> JSONValue {
      .array(remarks.map { ["center": .string($0.center), "reason": .string($0.phrase[language])] })
    }
    let taken = lines.map { line -> JSONValue in
      [
        "center": .string(line.center), "indicator": .string(line.indicator.description), "part": .string(line.part.rawValue),
        "before": .string(line.before), "after": .string(line.after),
      ]
    }
    let both = clashes.map { clash -> JSONValue in
      let side = undecided.contains(clash) ? nil : decisions.each[clash] ?? decisions.all
      return [
        "center": .string(clash.center), "indicator": .string(clash.indicator.description), "part": .string(clash.part.rawValue),
        "base": .string(clash.base), "desk": .string(clash.desk), "file": .string(clash.file), "handed_in": .bool(clash.isHandedIn),
        "decided": side.map { .string($0.rawValue) } ?? .null,
      ]
    }
    return [
      "id": .string(sheets.taken.id), "last_edit": sheets.edits.last.map { .string($0.at.description) } ?? .null,
      "applied": .bool(isApplied), "taken": .array(taken), "clashes": .array(both), "obstacles": told(obstacles), "remarks": told(remarks),
      "left": .array(left.map { .string($0) }), "handed_in": .array(handedIn.map { .string($0) }),
    ]
  }
}
