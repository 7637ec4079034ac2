import CenterStore
import Regulation
import Wording

/// Scoring line by line (`cztic score --plain`), for screen readers and bad lines: no cursor, no colour, nothing drawn twice.
public struct PlainScoring {
  private let store: CenterStore
  private let acting: Acting
  private let year: Int
  private let center: String
  private let system: IndicatorSystem
  private let writer: SheetWriter
  private var conversation: PlainConversation

  /// Prepares an expert's sheet of a center.
  ///
  /// - Parameter round: the year; `nil`: the open round in which the center is assigned to the expert.
  /// - Throws: ``CenterStore/StoreError/notPermitted(_:)`` for who is no expert, and where the center is not assigned, whether there is such a center
  ///   and such a round or not; ``CenterStore/StoreError/refused(_:)`` where no open round has it assigned (article 25), and for a center that was
  ///   revoked or reorganised meanwhile (article 26).
  public init(_ store: CenterStore, center: String, round: Int?, by who: Acting) throws {
    guard try store.member(who.login).role == .expert else { throw StoreError.notPermitted(.score) }
    let all = try store.tasks(by: who)
    let mine = all.filter { $0.center == center && (round == nil || $0.year == round) }
    guard !mine.isEmpty else { throw StoreError.notPermitted(nil) }
    guard let task = round == nil ? mine.first(where: { $0.roundState.isOpen }) : mine.first else {
      throw StoreError.refused(
        Refusal(
          article: "25",
          Phrase(
            zh: "没有进行中的评估；查看以往的请写 --round \(mine[0].year)", en: "no round is open; --round \(mine[0].year) shows an earlier sheet")))
    }
    if let ended = task.ended { throw StoreError.refused(ended.refusal(of: center, in: task.year)) }
    (self.store, self.center, acting, year) = (store, center, who, task.year)
    system = try IndicatorSystem.standard.get()
    writer = SheetWriter(store, year: year, center: center, by: who)
    conversation = PlainConversation(
      year: year, center: center, login: who.login, tasks: all.filter { [year] in $0.year == year && $0.ended == nil },
      isPledged: try store.hasPledged(year: year, by: who), system: system)
  }

  /// Holds the conversation until it ends, by a word or with the lines.
  ///
  /// - Parameters:
  ///   - next: the next line; `nil` at the end.
  ///   - say: tells one line.
  /// - Throws: what kept the sheet from being opened; and where something was not saved until the end, why.
  public mutating func run(in language: Language, next: () -> String?, say: (String) -> Void) throws {
    try follow(conversation.begin(), language, say)
    while !conversation.isOver {
      guard let line = next() else {
        try follow(conversation.end(), language, say)
        break
      }
      try follow(conversation.hear(line), language, say)
    }
    if let lost = conversation.lost.min(by: { $0.key < $1.key }) { throw lost.value }
  }

  /// Says what is to be said and does what is to be done, until nothing is.
  private mutating func follow(_ turn: PlainConversation.Turn, _ language: Language, _ say: (String) -> Void) throws {
    var turn = turn
    while true {
      for line in turn.lines { say(line[language]) }
      guard let deed = turn.deed else { return }
      turn = conversation.learned(try outcome(of: deed), of: deed)
    }
  }

  private func outcome(of deed: PlainConversation.Deed) throws -> PlainConversation.Outcome {
    do throws(StoreError) {
      switch deed {
      case .pledge: try store.pledge(year: year, by: acting)
      case .declare(let center, let reason): try store.declareConflict(center: center, expert: acting.login, reason: reason, by: acting)
      case .score(let code, let entry, _): try writer.write(code, entry, regardless: false)
      case .submit: try store.submitSheet(year: year, center: center, by: acting)
      case .takeBack: try store.takeBackSheet(year: year, center: center, by: acting)
      case .open, .look: break
      }
    } catch {
      if case .changedMeanwhile = error { return .failed(error, try read()) }
      return .failed(error, nil)
    }
    switch deed {
    case .pledge, .declare, .score: return .done
    case .open, .look, .submit, .takeBack: return .read(try read(), try dossier())
    }
  }

  /// The sheet as it stands; what is written afterwards expects it.
  private func read() throws -> Sheet {
    let sheet = try writer.read()
    writer.saw(sheet, IndicatorCode.all)
    return sheet
  }

  private func dossier() throws -> Dossier {
    var dossier = try Dossier(store, year: year, center: center, system: system, by: acting)
    dossier.standings = try store.peerStandings(year: year, center: center, by: acting)
    return dossier
  }
}
