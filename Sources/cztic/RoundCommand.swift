import ArgumentParser
import CenterStore
import Regulation
import TableFiles
import Wording

/// `cztic round`: evaluation rounds, from announcement to closing (articles 25 to 28).
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Open, settle, resume, publish, close, cancel and list evaluation rounds.",
    subcommands: [Open.self, Settle.self, Resume.self, Publish.self, Close.self, Cancel.self, List.self])

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  func run() throws { throw CleanExit.helpRequest(self) }
}

extension RoundCommand {
  /// `cztic round open YEAR`.
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Announce a round.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: RoundCommand
    @Argument(help: "The year of evaluation.") var year: Int
    @Option(help: "How a score comes from the sheets: mean or trimmed.") var method: MethodName = .mean
    @Option(help: "How few submitted sheets are enough.") var sheets: Int?
    @Option(help: "The last day for hosts' material.") var materialBy: String?
    @Option(help: "The last day for departments' reports.") var reportBy: String?
    @Option(help: "The last day for scores.") var scoresBy: String?
    @Option(help: "Why the round is not two years after the last one.") var reason: String?

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let store = try options.openStore()
        let plan = RoundPlan(
          method: method == .mean ? .mean : .trimmed, minimumSheets: sheets,
          materialBy: try materialBy.map { try StoreOptions.day($0, "--material-by") },
          reportBy: try reportBy.map { try StoreOptions.day($0, "--report-by") },
          scoresBy: try scoresBy.map { try StoreOptions.day($0, "--scores-by") }, reason: try StoreOptions.text(reason ?? "", "--reason"))
        try store.openRound(year, plan, by: options.acting())
      }
    }
  }

  /// How scores come from sheets, by the names that `--method` takes.
  enum MethodName: String, ExpressibleByArgument, CaseIterable { case mean, trimmed }

  /// `cztic round settle YEAR`.
  struct Settle: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fix scores and grades; no sheet can be taken back after it.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: RoundCommand
    @Argument(help: "The year of evaluation.") var year: Int

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting { try options.openStore().settleRound(year, by: options.acting()) }
    }
  }

  /// `cztic round resume YEAR`.
  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Go back to scoring before publication, where sheets are missing.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: RoundCommand
    @Argument(help: "The year of evaluation.") var year: Int

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting { try options.openStore().resumeRound(year, by: options.acting()) }
    }
  }

  /// `cztic round publish YEAR`.
  struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put the results on public notice.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: RoundCommand
    @Argument(help: "The year of evaluation.") var year: Int
    @Option(help: "How many working days the notice runs, from 5 to 60.") var days = 5

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let store = try options.openStore()
        try store.publishRound(year, workingDays: days, by: options.acting())
      }
    }
  }

  /// `cztic round close YEAR`.
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "End a round whose public notice is over.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: RoundCommand
    @Argument(help: "The year of evaluation.") var year: Int

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting { try options.openStore().closeRound(year, by: options.acting()) }
    }
  }

  /// `cztic round cancel YEAR --reason TEXT`.
  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Call a round off, while nothing was submitted.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: RoundCommand
    @Argument(help: "The year of evaluation.") var year: Int
    @Option(help: "Why.") var reason: String?

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        try options.openStore().cancelRound(year, reason: StoreOptions.text(reason ?? "", "--reason"), by: options.acting())
      }
    }
  }

  /// `cztic round list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the rounds, latest first.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: RoundCommand
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let rounds = try options.openStore().rounds(by: options.acting())
        if json {
          let list = rounds.map { round -> JSONValue in
            [
              "year": .number(String(round.year)), "state": .string(round.state.rawValue), "method": .string(round.method.rawValue),
              "minimum_sheets": .number(String(round.minimumSheets)),
            ]
          }
          return Output.json(["rounds": .array(list)])
        }
        for round in rounds {
          Output.line(
            "\(round.year)  \(round.state.phrase[options.language])  \(round.method.phrase[options.language])  ≥\(round.minimumSheets)")
        }
      }
    }
  }
}
