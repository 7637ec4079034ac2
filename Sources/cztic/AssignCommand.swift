import ArgumentParser
import CenterStore
import Regulation
import TableFiles
import Wording

/// `cztic assign YEAR`: draws experts for all due centers of a round.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "assign", abstract: "Assign experts to all due centers of a round.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: "The year of evaluation.") var year: Int
  @Option(help: "How many sheets each center gets; the round's unless given.") var perCenter: Int?
  @Option(help: "What the lot follows from; the head of the audit chain unless given.") var seed: String?
  @Flag(help: "Only print the plan.") var dryRun = false
  @Flag(help: "Assign what can be assigned although some centers are short.") var partial = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let store = try options.openStore()
      let draw = try store.assignExperts(
        year: year, perCenter: perCenter, seed: seed.map { try StoreOptions.text($0, "--seed") }, dryRun: dryRun, partial: partial,
        by: options.acting())
      if json { Output.json(document(draw, options.language)) } else { print(draw, options.language) }
      if draw.plan.isShort, !(draw.isApplied) || !partial { throw ExitCode(1) }
    }
  }

  private func document(_ draw: AssignmentDraw, _ language: Language) -> JSONValue {
    let lines = draw.plan.lines.map { line -> JSONValue in
      [
        "center": .string(line.center), "expert": .string(line.expert), "field_match": .bool(line.fieldMatch), "new": .bool(line.isNew),
      ]
    }
    let unfilled = draw.plan.unfilled.map { short -> JSONValue in
      ["center": .string(short.center), "missing": .number(String(short.missing)), "reason": .string(short.reason[language])]
    }
    return [
      "round": .number(String(year)), "per_center": .number(String(draw.perCenter)), "seed": .string(draw.seed),
      "assignments": .array(lines),
      "load": ["min": .number(String(draw.plan.load.lowerBound)), "max": .number(String(draw.plan.load.upperBound))],
      "unfilled": .array(unfilled),
    ]
  }

  private func print(_ draw: AssignmentDraw, _ language: Language) {
    for line in draw.plan.lines {
      let marks = [line.fieldMatch ? (language == .zh ? "领域相符" : "field") : nil, line.isNew ? (language == .zh ? "新" : "new") : nil]
      Output.line("\(line.center)  \(line.expert)  \(marks.compactMap(\.self).joined(separator: " "))")
    }
    for short in draw.plan.unfilled { Output.message("\(short.center): \(short.reason[language])") }
    let done =
      dryRun
      ? Phrase(zh: "试算，未写入", en: "dry run, nothing written")
      : draw.isApplied ? Phrase(zh: "已分配", en: "assigned") : Phrase(zh: "未分配", en: "nothing assigned")
    Output.message(
      Phrase(
        zh: "每人 \(draw.plan.load.lowerBound)–\(draw.plan.load.upperBound) 个中心；种子 \(draw.seed)；\(done.zh)",
        en:
          "\(draw.plan.load.lowerBound)–\(draw.plan.load.upperBound) centers each; seed \(draw.seed); \(done.en)"
      )[
        language])
  }
}
