import ArgumentParser
import CenterStore
import Proofs
import Regulation
import TableFiles
import Wording

/// `cztic lot`: experts drawn by lot in public (抽取), so that everybody can repeat the draw.
struct LotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "lot", zh: "公开抽取专家：先封存名册，再由见证人说一个词，据此抽取。",
    en: "Draw experts by lot in public: bind what it goes by, then draw by a witness's word.",
    discussion: Phrase(
      zh: """
        bind 把专家库（以签号代替姓名）、回避、各组要求封存在审计链中；draw 用封存那一环的摘要和见证人当场说的词得出种子，抽取并分配专家。\
        封存之后才有种子，种子一出名单就不能再改；重新抽取须写明理由，每次都留存。show 显示记录。任何人可用 cztic verify 重算。
        """,
      en: """
        bind puts the pool (under tickets, not names), who is excluded and what panels must be into the audit chain; draw makes the seed of that link's hash and of \
        the word that a witness says then, and assigns whom it draws. The seed comes after what it decides, and nothing is edited after the seed; to draw anew a \
        reason is needed, and every lot stays on file. show tells the record. Anybody can repeat it with cztic verify.
        """),
    subcommands: [Bind.self, Draw.self, Show.self])
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  func run() throws { throw CleanExit.helpRequest(self) }

  /// `cztic lot bind YEAR`.
  struct Bind: ParsableCommand {
    static let configuration = CommandConfiguration(
      "bind", zh: "封存抽取名册，得到封存一环的摘要。", en: "Bind what the lot goes by; prints the link's hash.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: LotCommand
    @Argument(help: .year, transform: Numbers.year) var year: Int
    @OptionGroup var asked: WishOptions
    @Option(
      help: ArgumentHelp(zh: "重新抽取的理由，将写入公布的文件", en: "Why it is drawn anew; it stands in the published file.", value: .text))
    var reason: String?
    @Flag(help: ArgumentHelp(zh: "只显示将封存的内容，不写入", en: "Only show what would be bound.")) var dryRun = false
    @Flag(help: .json) var json = false

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        try asked.check()
        let lot = try options.openStore().bindLot(
          year: year, perCenter: asked.perCenter, wishes: asked.wishes, reason: try StoreOptions.text(reason ?? "", "--reason"),
          dryRun: dryRun, by: options.acting())
        if json { return Output.json(LotListing(lot).json) }
        for line in LotListing(lot).lines { Output.line(line[options.language]) }
        let done =
          dryRun
          ? Phrase(zh: "试算，未封存", en: "dry run, nothing bound")
          : Phrase(
            zh: "已封存为审计链第 \(lot.bound.number) 环；请见证人说一个词，再用 cztic lot draw",
            en: "bound as link \(lot.bound.number); let the witness say a word, then run cztic lot draw")
        Output.message(done[options.language])
      }
    }
  }

  /// `cztic lot draw YEAR --word WORD --witness NAME`.
  struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration("draw", zh: "按见证人说的词抽取，并分配专家。", en: "Draw by the witness's word, and assign.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: LotCommand
    @Argument(help: .year, transform: Numbers.year) var year: Int
    @Option(
      help: ArgumentHelp(zh: "见证人在封存之后当众说的词", en: "The word that the witness said in public after the terms were bound.", value: .text))
    var word: String
    @Option(help: ArgumentHelp(zh: "见证人", en: "The witness.", value: .name)) var witness: String
    @Flag(help: .json) var json = false

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let (lot, draw) = try options.openStore().drawLot(
          year: year, word: try StoreOptions.text(word, "--word"), witness: try StoreOptions.text(witness, "--witness"),
          by: options.acting())
        if json { Output.json(LotListing(lot).json) } else { for line in LotListing(lot).lines { Output.line(line[options.language]) } }
        for short in draw.plan.unfilled { Output.message("\(short.center): \(short.reason[options.language])") }
        if draw.plan.isShort { throw ExitCode(1) }
      }
    }
  }

  /// `cztic lot show YEAR`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", zh: "显示本年度每次抽取的记录，附姓名；有姓名的只给组织者看。", en: "Tell every lot of a round, with names: for those who run it.")
    @OptionGroup var options: StoreOptions
    @ParentCommand var parent: LotCommand
    @Argument(help: .year, transform: Numbers.year) var year: Int
    @Flag(help: .json) var json = false

    func run() throws {
      let options = options.merged(parent.options).merged(parent.root.options)
      try options.reporting {
        let lots = try options.openStore().lots(year: year, by: options.acting())
        if json { return Output.json(["round": .integer(year), "lots": .array(lots.map { LotListing($0).json })]) }
        for (place, lot) in lots.enumerated() {
          if place > 0 { Output.line("") }
          for line in LotListing(lot).lines { Output.line(line[options.language]) }
        }
        if lots.isEmpty { Output.message(Phrase(zh: "本年度没有封存过抽取名册", en: "no lot of this round was bound")[options.language]) }
      }
    }
  }
}

/// A lot as commands tell it.
struct LotListing {
  private let lot: LotRecord

  init(_ lot: LotRecord) { self.lot = lot }

  /// Line by line, with names.
  var lines: [Phrase] {
    let terms = lot.terms
    var lines = [
      Phrase(
        zh: "\(terms.year) 年度第 \(terms.number) 次抽取，封存于审计链第 \(lot.bound.number) 环",
        en: "lot \(terms.number) of the round of \(terms.year), bound by link \(lot.bound.number)"),
      Phrase(zh: "封存摘要 \(lot.bound.hash)", en: "hash \(lot.bound.hash)"),
      Phrase(
        zh: "名册 \(terms.tickets.count) 人，中心 \(terms.centers.count) 个，每个 \(terms.perCenter) 份",
        en: "\(terms.tickets.count.counted("expert")), \(terms.centers.count.counted("center")), \(terms.perCenter) sheets each"),
    ]
    if case .redraw(let earlier, let reason) = terms.cause {
      lines.append(Phrase(zh: "重新抽取第 \(earlier) 次的结果：\(reason)", en: "draws lot \(earlier) anew: \(reason)"))
    }
    if case .replacement(let earlier) = terms.cause {
      lines.append(Phrase(zh: "按第 \(earlier) 次抽取补缺", en: "fills a gap of lot \(earlier)"))
    }
    for center in terms.centers {
      for ticket in center.excluded.keys.sorted() {
        let reason = lot.reasons[center.code]?[ticket]?.text ?? ""
        lines.append(
          Phrase(
            zh: "\(center.code)  \(ticket) \(lot.name(of: ticket)) 不参加：\(reason)",
            en: "\(center.code)  \(ticket) \(lot.name(of: ticket)) excluded: \(reason)"))
      }
    }
    guard let drawn = lot.drawn else { return lines }
    lines.append(Phrase(zh: "种子 \(drawn.outcome.key.text)", en: "seed \(drawn.outcome.key.text)"))
    if !lot.witness.isEmpty { lines.append(Phrase(zh: "见证人 \(lot.witness)", en: "witness \(lot.witness)")) }
    for pair in drawn.outcome.drawn {
      lines.append(Phrase(same: "\(pair.center)  \(pair.ticket) \(lot.name(of: pair.ticket))"))
    }
    for center in drawn.outcome.open.keys.sorted() {
      lines.append(
        Phrase(zh: "\(center)  缺 \(drawn.outcome.open[center] ?? 0) 人", en: "\(center)  \(drawn.outcome.open[center] ?? 0) missing"))
    }
    return lines
  }

  /// With logins, for those who run the round.
  var json: JSONValue {
    let terms = lot.terms
    let tickets = terms.tickets.map { ticket -> JSONValue in
      [
        "ticket": .string(ticket.name), "expert": .string(lot.tickets[ticket.name]?.login ?? ""),
        "name": .string(lot.name(of: ticket.name)),
      ]
    }
    let excluded = terms.centers.flatMap { center in
      center.excluded.keys.sorted().map { ticket -> JSONValue in
        [
          "center": .string(center.code), "ticket": .string(ticket), "reason": .string(lot.reasons[center.code]?[ticket]?.text ?? ""),
        ]
      }
    }
    let drawn = lot.drawn.map { drawn -> JSONValue in
      [
        "link": .integer(drawn.number), "witness": .string(lot.witness), "word": .string(drawn.outcome.key.word.text),
        "key": .string(drawn.outcome.key.text),
        "assignments": .array(
          drawn.outcome.drawn.map { pair -> JSONValue in
            [
              "center": .string(pair.center), "ticket": .string(pair.ticket), "expert": .string(lot.tickets[pair.ticket]?.login ?? ""),
            ]
          }),
      ]
    }
    return [
      "lot": .integer(terms.number), "bound": .integer(lot.bound.number), "hash": .string(lot.bound.hash.description),
      "per_center": .integer(terms.perCenter), "tickets": .array(tickets), "excluded": .array(excluded), "drawn": drawn ?? .null,
    ]
  }
}
