import ArgumentParser
import CenterStore
import Regulation
import TableFiles
import Wording

/// `cztic results YEAR`: the ranking of a round (articles 25 to 28).
struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "results", abstract: "The ranking of a round.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: "The year of evaluation.") var year: Int
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let (round, result) = try options.openStore().result(year, by: options.acting())
      if json { return Output.json(try ResultsCommand.document(round, result)) }
      for line in result.centers {
        let rank = line.rank.map(String.init) ?? "–"
        Output.line("\(rank)\t\(line.code)\t\(line.name)\t\(line.score.score)\t\(line.score.grade.phrase[options.language])")
      }
      for center in result.pending {
        let words = Phrase(
          zh: "待定：评分表 \(center.sheets)/\(round.minimumSheets) 份", en: "pending: \(center.sheets) of \(round.minimumSheets) sheets")
        Output.line("–\t\(center.code)\t\(result.names[center.code] ?? "")\t\(words[options.language])")
      }
      for code in result.absent {
        Output.line("–\t\(code)\t\(result.names[code] ?? "")\t" + (options.language == .zh ? "未参加" : "absent"))
      }
    }
  }

  static func document(_ round: RoundRecord, _ result: RoundResult) throws -> JSONValue {
    let system = try IndicatorSystem.standard.get()
    let centers = result.centers.map { line -> JSONValue in
      var groups = JSONObject()
      for (group, mean) in zip(system.groups, line.score.groups) { groups[group.code] = .string(mean.description) }
      var indicators = JSONObject()
      for (code, mean) in line.score.indicators.pairs { indicators[code.description] = .string(mean.description) }
      return [
        "rank": line.rank.map { .number(String($0)) } ?? .null, "code": .string(line.code), "name": .string(line.name),
        "score": .string(line.score.score.description), "grade": .string(line.score.grade.rawValue),
        "sheets": .number(String(line.score.sheets)), "spread": .string(line.score.spread.description), "groups": .object(groups),
        "indicators": .object(indicators),
      ]
    }
    let pending = result.pending.map { center -> JSONValue in ["code": .string(center.code), "sheets": .number(String(center.sheets))] }
    return [
      "round": .number(String(round.year)), "state": .string(round.state.rawValue), "method": .string(round.method.rawValue),
      "minimum_sheets": .number(String(round.minimumSheets)), "centers": .array(centers), "pending": .array(pending),
      "absent": .array(result.absent.map { .string($0) }),
    ]
  }
}
