import Wording

/// Why a center is to lose its title: one ground of article 30 with every part of it, and what proves it.
///
/// A case with a part left open cannot be made.
public struct RevocationCase: Sendable, Hashable, Codable {
  /// What was found of one part of the ground.
  public struct Finding: Sendable, Hashable, Codable {
    /// The part.
    public let part: RevocationPart
    /// What was found.
    public let text: PlainText
  }

  /// The ground.
  public let ground: RevocationGround
  /// What was found, part by part, in the order of the article.
  public let findings: [Finding]
  /// What proves it, and where it lies; for grounds 1 and 2 the round itself does, and it may be empty.
  public let evidence: PlainText
  /// The round from which grounds 1 and 2 follow; `nil` for the others.
  public let round: Int?
  /// The host's written request where staff enter it (article 30(8)); `nil` where the host asks on the desk itself, and on other grounds.
  public let paper: Paper?

  /// A written request of the host's that staff enter for it.
  public struct Paper: Sendable, Hashable, Codable {
    /// The day that it bears.
    public let on: Day
    /// Its number, or its title where it has none.
    public let document: PlainText

    /// A paper of a day.
    public init(on: Day, document: PlainText) {
      self.on = on
      self.document = document
    }
  }

  /// States a case.
  ///
  /// - Parameters:
  ///   - findings: what was found of each part of the ground; parts of other grounds are passed over.
  ///   - round: the year of the round, for grounds 1 and 2.
  ///   - paper: the host's written request, for ground 8 where staff enter it.
  /// - Throws: ``Refusal`` that names the parts left open; where evidence is lacking; for grounds 1 and 2 without a round.
  public init(
    _ ground: RevocationGround, findings: [RevocationPart: PlainText], evidence: PlainText, round: Int? = nil, paper: Paper? = nil
  ) throws(Refusal) {
    let open = ground.parts.filter { findings[$0]?.isEmpty ?? true }
    if !open.isEmpty {
      let names = open.map(\.phrase)
      throw Refusal(
        article: ground.article,
        Phrase(
          zh: "还须写明：\(names.map(\.zh).joined(separator: "；"))", en: "still to be said: \(names.map(\.en).joined(separator: "; "))"))
    }
    if ground.isOfRound, round == nil {
      throw Refusal(article: ground.article, Phrase(zh: "须指明评估年度", en: "say of which round"))
    }
    if !ground.isOfRound, evidence.isEmpty {
      throw Refusal(article: ground.article, Phrase(zh: "须写明佐证材料及其存放处", en: "say what proves it, and where that lies"))
    }
    self.ground = ground
    self.findings = ground.parts.compactMap { part in findings[part].map { Finding(part: part, text: $0) } }
    self.evidence = evidence
    self.round = ground.isOfRound ? round : nil
    self.paper = ground == .ownRequest ? paper : nil
  }

  /// The case that a closed round makes (article 30(1) and (2)).
  public init(_ ground: RoundConsequences.Ground, round: Int) {
    let (mine, part): (RevocationGround, RevocationPart) =
      switch ground {
      case .unqualified: (.unqualified, .figure)
      case .absent: (.absent, .noPart)
      }
    self.ground = mine
    self.findings = [Finding(part: part, text: ground.finding(in: round))]
    self.evidence = .empty
    self.round = round
    self.paper = nil
  }

  /// Makes sure that staff do not ask in a host's name: what they enter as its own request (article 30(8)) rests on a paper of the host's.
  ///
  /// - Throws: ``Refusal`` without a paper, without its number or title, and where it bears a day to come.
  public func requirePaper(today: Day) throws(Refusal) {
    guard ground == .ownRequest else { return }
    guard let paper, !paper.document.isEmpty else {
      throw Refusal(
        article: ground.article, field: "paper",
        Phrase(
          zh: "须是依托单位自己的申请：请写明其书面申请的文号或名称和日期",
          en: "the host itself has to ask: give the number or title of its written request, and its day"))
    }
    if paper.on > today {
      throw Refusal(
        article: ground.article, field: "asked", Phrase(zh: "书面申请的日期在今天之后", en: "the day of the written request is still to come"))
    }
  }
}

extension RoundConsequences.Ground {
  /// What is put on file of it: Chinese, as everything that the bureau writes.
  fileprivate func finding(in round: Int) -> PlainText {
    let text =
      switch self {
      case .unqualified(let score): "\(round) 年度绩效评估得分 \(score) 分"
      case .absent: "\(round) 年度绩效评估应参加而未参加"
      }
    // Digits and Han characters are lawful as they are.
    return (try? PlainText(text)) ?? .empty
  }
}
