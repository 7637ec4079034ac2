import ArgumentParser
import CenterStore
import Regulation
import TableFiles
import Wording

/// `cztic results YEAR`: the ranking of a round (articles 25 to 28), or the imported results of a year before the desk.
struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "results", zh: "某年度的评估结果和排名。", en: "The ranking of a round, or the imported results of a past year.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: .year, transform: Numbers.year) var year: Int
  @Flag(help: .json) var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let store = try options.openStore()
      let history = try store.history(of: year, by: options.acting())
      if !history.isEmpty { return show(history, options.language) }
      let (round, result) = try store.result(year, by: options.acting())
      if json { Output.json(try ResultsCommand.document(round, result)) } else { show(round, result, options.language) }
    }
  }

  private func show(_ round: RoundRecord, _ result: RoundResult, _ language: Language) {
    for line in result.centers {
      // Sheets that staff entered are marked wherever the result is shown (article 25).
      let (typed, sheets) = (line.score.sheetsByStaff, line.score.sheets)
      let mark = Phrase(zh: "\t代录 \(typed)/\(sheets) 份", en: "\t\(typed) of \(sheets.counted("sheet")) typed by staff")
      show(line.rank, line.code, line.name, "\(line.score.score)", line.score.grade, language, mark: typed == 0 ? "" : mark[language])
    }
    for center in result.pending {
      let words = Phrase(
        zh: "待定：评分表 \(center.sheets)/\(round.minimumSheets) 份", en: "pending: \(center.sheets) of \(round.minimumSheets.counted("sheet"))")
      Output.line("–\t\(center.code)\t\(result.names[center.code] ?? "")\t\(words[language])")
    }
    for code in result.absent {
      Output.line("–\t\(code)\t\(result.names[code] ?? "")\t" + round.absence[language])
    }
  }

  private func show(_ rank: Int?, _ code: String, _ name: String, _ score: String, _ grade: Grade, _ language: Language, mark: String = "")
  {
    Output.line("\(rank.map(String.init) ?? "–")\t\(code)\t\(name)\t\(score)\t\(grade.phrase[language])\(mark)")
  }

  private func show(_ history: [PastResult], _ language: Language) {
    if json { return Output.json(ResultsCommand.document(year, history)) }
    Output.message(Phrase(zh: "\(year) 年度结果为导入的往年结果", en: "the results of \(year) were imported as history")[language])
    for line in history { show(line.rank, line.code, line.name, "\(line.score)", line.grade, language) }
  }

  /// The document of a round on the desk.
  private static func document(_ round: RoundRecord, _ result: RoundResult) throws -> JSONValue {
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
        "indicators": .object(indicators), "entered_by_staff": .number(String(line.score.sheetsByStaff)),
      ]
    }
    let pending = result.pending.map { center -> JSONValue in ["code": .string(center.code), "sheets": .number(String(center.sheets))] }
    return [
      "round": .number(String(round.year)), "state": .string(round.state.rawValue), "method": .string(round.method.rawValue),
      "minimum_sheets": .number(String(round.minimumSheets)), "centers": .array(centers), "pending": .array(pending),
      "absent": .array(result.absent.map { .string($0) }),
    ]
  }

  /// The document of an imported year: in the same form, with `null` for what no file told; `imported` tells it from a round of the desk.
  private static func document(_ year: Int, _ history: [PastResult]) -> JSONValue {
    let centers = history.map { line -> JSONValue in
      [
        "rank": line.rank.map { .number(String($0)) } ?? .null, "code": .string(line.code), "name": .string(line.name),
        "score": .string(line.score.description), "grade": .string(line.grade.rawValue), "sheets": .null, "spread": .null, "groups": [:],
        "indicators": [:],
      ]
    }
    return [
      "round": .number(String(year)), "state": .string(RoundState.closed.rawValue), "imported": .bool(true), "method": .null,
      "minimum_sheets": .null, "centers": .array(centers), "pending": [], "absent": [],
    ]
  }
}
