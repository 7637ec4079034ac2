import ArgumentParser
import CenterStore
import Foundation
import Regulation
import TableFiles
import Wording

/// `cztic assign YEAR`: draws experts for all due centers of a round.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "assign", zh: "为一轮评估的全部应参加中心抽取专家。", en: "Assign experts to all due centers of a round.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: .year, transform: Numbers.year) var year: Int
  @OptionGroup var asked: WishOptions
  @Option(
    help: ArgumentHelp(
      zh: "抽签的种子；不写则用审计链末环", en: "What the lot follows from; the head of the audit chain unless given.", value: .text))
  var seed: String?
  @Flag(help: ArgumentHelp(zh: "只列出方案，不写入", en: "Only print the plan.")) var dryRun = false
  @Flag(help: ArgumentHelp(zh: "个别中心专家不足时，其余照常分配", en: "Assign what can be assigned although some centers are short."))
  var partial = false
  @Flag(help: .json) var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try asked.check()
      let store = try options.openStore()
      let draw = try store.assignExperts(
        year: year, perCenter: asked.perCenter, seed: seed.map { try StoreOptions.text($0, "--seed") }, wishes: asked.wishes,
        dryRun: dryRun,
        partial: partial, by: options.acting())
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
    if !draw.roll.isPlain { for caution in draw.roll.cautions { Output.message(caution[language]) } }
    for short in draw.plan.unfilled { Output.message("\(short.center): \(short.reason[language])") }
    let done =
      dryRun
      ? Phrase(zh: "试算，未写入", en: "dry run, nothing written")
      : draw.isApplied ? Phrase(zh: "已分配", en: "assigned") : Phrase(zh: "未分配", en: "nothing assigned")
    let load = draw.plan.load
    let least = load.lowerBound == load.upperBound ? "" : "\(load.lowerBound)–"
    Output.message(
      Phrase(
        zh: "每人 \(least)\(load.upperBound) 个中心；种子 \(draw.seed)；\(done.zh)",
        en: "\(least)\(load.upperBound.counted("center")) each; seed \(draw.seed); \(done.en)")[language])
  }
}
