import ArgumentParser
import CenterStore
import Regulation
import TableFiles
import Wording

/// `cztic round`: evaluation rounds, from announcement to closing (articles 25 to 28).
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "round", zh: "评估的发布、核定、恢复、公示、结束、取消和列表。",
    en: "Open, settle, resume, publish, close, cancel and list evaluation rounds.",
    subcommands: [Open.self, Settle.self, Resume.self, Publish.self, Close.self, Cancel.self, List.self])

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  func run() throws { throw CleanExit.helpRequest(self) }
}

/// What a command does with the round of one year.
struct RoundYear: ParsableArguments {
  @OptionGroup var options: StoreOptions
  @Argument(help: .year, transform: Numbers.year) var year: Int

  /// Runs a step on the store, and says what stopped it.
  ///
  /// - Parameters:
  ///   - kind: the step before which a careful colleague would say something; it is said once the step is taken.
  ///   - work: takes the step, and answers what was done.
  func step(
    _ parent: RoundCommand, warningBefore kind: EvaluationRoundStepKind? = nil, _ work: (CenterStore, Acting) throws -> Phrase
  ) throws {
    let options = options.merged(parent.options).merged(parent.root.options)
    try options.reporting {
      let (store, who) = (try options.openStore(), options.acting())
      // Who may not take the step is told so by the step, and learns nothing more.
      let file = try? kind.map { kind in try (kind, store.roundFile(year, by: who)) }
      Output.message(try work(store, who)[options.language])
      if let note = RulesInForce(on: store.today).note { Output.message(note[options.language]) }
      guard let (kind, file) = file ?? nil else { return }
      for caution in file.round.cautions(before: kind, file.situation) { Output.message(caution.phrase[options.language]) }
    }
  }
}

extension RoundCommand {
  /// `cztic round open YEAR`.
  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration("open", zh: "发布一轮评估的通知。", en: "Announce a round.")
    @OptionGroup var round: RoundYear
    @ParentCommand var parent: RoundCommand
    @Option(help: ArgumentHelp(zh: "计分方法", en: "How a score comes from the sheets.", value: Phrase(zh: "方法", en: "method")))
    var method: MethodName = .mean
    @Option(
      parsing: .unconditional, help: ArgumentHelp(zh: "至少几份评分表", en: "How few submitted sheets are enough.", value: .number),
      transform: Numbers.count)
    var sheets: Int?
    @Option(help: ArgumentHelp(zh: "材料提交截止日", en: "The last day for hosts' material.", value: .day)) var materialBy: String?
    @Option(help: ArgumentHelp(zh: "部门上报截止日", en: "The last day for departments' reports.", value: .day)) var reportBy: String?
    @Option(help: ArgumentHelp(zh: "专家评分截止日", en: "The last day for scores.", value: .day)) var scoresBy: String?
    @Option(
      help: ArgumentHelp(
        zh: "委托的第三方机构；不写则由市科技局组织", en: "The agency that carries the round out; the bureau unless given.", value: .name))
    var agency: String?
    @Option(
      help: ArgumentHelp(
        zh: "由归口管理部门组织，只评本部门的中心", en: "The department that carries the round out, for its own centers only.", value: .name))
    var department: String?
    @Flag(help: ArgumentHelp(zh: "要求依托单位自评，不计入得分", en: "Ask hosts for points of their own, which count in nothing."))
    var ownScores = false
    @Option(
      help: ArgumentHelp(zh: "与前后评估不隔两年的理由", en: "Why the round is not two years after the last one.", value: .text))
    var reason: String?

    func run() throws {
      try round.step(parent) { store, who in
        try Numbers.require(sheets, in: 1...RoundMethod.mostSheets, "--sheets")
        let plan = RoundPlan(
          method: method == .mean ? .mean : .trimmed, minimumSheets: sheets,
          materialBy: try materialBy.map { try StoreOptions.day($0, "--material-by") },
          reportBy: try reportBy.map { try StoreOptions.day($0, "--report-by") },
          scoresBy: try scoresBy.map { try StoreOptions.day($0, "--scores-by") }, reason: try StoreOptions.text(reason ?? "", "--reason"),
          agency: try agency.map { try StoreOptions.text($0, "--agency") },
          department: try department.map { try StoreOptions.text($0, "--department") }, asksOwnScores: ownScores)
        try store.openRound(round.year, plan, by: who)
        return Phrase(zh: "已发布 \(round.year) 年度评估", en: "the round of \(round.year) is announced")
      }
    }
  }

  /// How scores come from sheets, by the names that `--method` takes.
  enum MethodName: String, ExpressibleByArgument, CaseIterable { case mean, trimmed }

  /// `cztic round settle YEAR`.
  struct Settle: ParsableCommand {
    static let configuration = CommandConfiguration(
      "settle", zh: "核定得分和等级；此后评分表不能撤回。", en: "Fix scores and grades; no sheet can be taken back after it.")
    @OptionGroup var round: RoundYear
    @ParentCommand var parent: RoundCommand

    func run() throws {
      try round.step(parent, warningBefore: .settle) { store, who in
        try store.settleRound(round.year, by: who)
        return Phrase(zh: "已核定 \(round.year) 年度评估的得分和等级", en: "the scores and grades of \(round.year) are settled")
      }
    }
  }

  /// `cztic round resume YEAR`.
  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
      "resume", zh: "评分表不足时，公示前恢复评分。", en: "Go back to scoring before publication, where sheets are missing.")
    @OptionGroup var round: RoundYear
    @ParentCommand var parent: RoundCommand

    func run() throws {
      try round.step(parent) { store, who in
        try store.resumeRound(round.year, by: who)
        return Phrase(zh: "已恢复 \(round.year) 年度评估的评分", en: "the round of \(round.year) is being scored again")
      }
    }
  }

  /// `cztic round publish YEAR`.
  struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration("publish", zh: "公示评估结果。", en: "Put the results on public notice.")
    @OptionGroup var round: RoundYear
    @ParentCommand var parent: RoundCommand
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        zh: "公示几个工作日，5 至 60", en: "How many working days the notice runs, from 5 to 60.", value: .number), transform: Numbers.count)
    var days = 5

    func run() throws {
      try round.step(parent, warningBefore: .publish) { store, who in
        try Numbers.require(days, in: PublicNotice.lawfulDays, "--days")
        let until = try store.publishRound(round.year, workingDays: days, by: who)
        let words = Phrase(
          zh: "已公示 \(round.year) 年度评估结果，至 \(until.last)", en: "the results of \(round.year) are on notice until \(until.last)")
        return until.isProvisional ? words + WorkingDays.Deadline.provisional : words
      }
    }
  }

  /// `cztic round close YEAR`.
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      "close", zh: "公示期满后结束评估，列出拟撤销的中心和应得激励的中心。",
      en: "End a round whose public notice is over; what it proposes and who has earned incentives is printed.")
    @OptionGroup var round: RoundYear
    @ParentCommand var parent: RoundCommand

    func run() throws {
      try round.step(parent) { store, who in
        try store.closeRound(round.year, by: who)
        return Phrase(zh: "已结束 \(round.year) 年度评估", en: "the round of \(round.year) is closed")
      }
      let options = round.options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        for line in try options.openStore().consequences(year: round.year, by: options.acting()).lines {
          Output.line(line[options.language])
        }
      }
    }
  }

  /// `cztic round cancel YEAR --reason TEXT`.
  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
      "cancel", zh: "尚无提交时取消评估。", en: "Call a round off, while nothing was submitted.")
    @OptionGroup var round: RoundYear
    @ParentCommand var parent: RoundCommand
    @Option(help: ArgumentHelp(zh: "理由", en: "Why.", value: .text)) var reason: String?

    func run() throws {
      try round.step(parent) { store, who in
        try store.cancelRound(round.year, reason: StoreOptions.text(reason ?? "", "--reason"), by: who)
        return Phrase(zh: "已取消 \(round.year) 年度评估", en: "the round of \(round.year) is called off")
      }
    }
  }

  /// `cztic round list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration("list", zh: "列出各轮评估，近年在前。", en: "List the rounds, latest first.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: RoundCommand
    @Flag(help: .json) var json = false

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let rounds = try options.openStore().rounds(by: options.acting())
        if json {
          let list = rounds.map { round -> JSONValue in
            [
              "year": .number(String(round.year)), "state": .string(round.state.rawValue), "method": .string(round.method.rawValue),
              "minimum_sheets": .number(String(round.minimumSheets)), "agency": .string(round.agency),
              "department": .string(round.department),
            ]
          }
          return Output.json(["rounds": .array(list)])
        }
        for round in rounds {
          let conductor = [round.agency, round.department].filter { !$0.isEmpty }.map { "  " + $0 }.joined()
          Output.line(
            "\(round.year)  \(round.state.phrase[options.language])  \(round.method.phrase[options.language])"
              + "  ≥\(round.minimumSheets)\(conductor)")
        }
      }
    }
  }
}
