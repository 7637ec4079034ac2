import Wording

/// What the notice of an evaluation round says (绩效评估工作通知; articles 25 and 26): once it is out, it stands.
public struct RoundTerms: Sendable, Hashable, Codable {
  /// Who carries a round out (articles 5(3) and 25). Publication is the bureau's, whoever does.
  public enum Conductor: Sendable, Hashable, Codable {
    /// The bureau, with experts.
    case bureau
    /// A third-party agency (第三方专业机构), by its name; its people are the experts of the round.
    case agency(PlainText)
    /// A department, by its name, for its own centers.
    case department(PlainText)

    /// Whether somebody of a role may stand where the conductor does; the bureau always may.
    func isServed(by role: Role) -> Bool {
      switch self {
      case .bureau: role == .bureau || role == .admin
      case .agency: role == .bureau || role == .admin || role == .agency
      case .department: role == .bureau || role == .admin || role == .department
      }
    }
  }

  /// The year of evaluation.
  public let year: Int
  /// How a center's score comes from its sheets.
  public let method: RoundMethod
  /// How few submitted sheets are enough; below, a center is pending and never graded.
  public let minimumSheets: Int
  /// The last days that are set.
  public let lastDays: [RoundOpening.Deadline: Day]
  /// Who carries it out.
  public let conductor: Conductor
  /// The version of the indicator table that it pins (article 32, 附表).
  public let tableVersion: String
  /// Whether hosts are asked to score their own centers (自评); such points count in nothing.
  public let asksOwnScores: Bool
  /// Why the round is not two years after the last one; empty where it is.
  public let reason: PlainText

  /// Makes terms whose parts agree with each other.
  ///
  /// - Parameter minimumSheets: `nil`: what the method asks for unless told otherwise.
  /// - Throws: ``Refusal`` where last days are out of order, or fewer sheets would be enough than the method needs.
  public init(
    year: Int, method: RoundMethod = .mean, minimumSheets: Int? = nil, lastDays: [RoundOpening.Deadline: Day] = [:],
    conductor: Conductor = .bureau, tableVersion: String, asksOwnScores: Bool = false, reason: PlainText = .empty
  ) throws(Refusal) {
    let sheets = minimumSheets ?? method.defaultSheets
    if let refusal = RoundOpening.refusal(sheets: sheets, method: method) { throw refusal }
    if let first = RoundOpening.refusals(lastDays, year: year, today: nil).first { throw first.refusal }
    self.year = year
    self.method = method
    self.minimumSheets = sheets
    self.lastDays = lastDays
    self.conductor = conductor
    self.tableVersion = tableVersion
    self.asksOwnScores = asksOwnScores
    self.reason = reason
  }

  /// Why something comes too late on a day; `nil` where it does not, or where no last day is set.
  func lateness(_ deadline: RoundOpening.Deadline, on day: Day) -> Refusal? {
    guard let last = lastDays[deadline], day > last else { return nil }
    return Refusal(
      article: "27",
      Phrase(
        zh: "\(deadline.phrase.zh) \(last) 已过，须市科技局准予逾期",
        en: "the \(deadline.phrase.en) was \(last); the bureau can admit it"))
  }

  /// Whether hosts may hand in first material on a day without being admitted late: nobody is absent before that is over (article 30(2)).
  ///
  /// Without a last day for material they may until the round is settled: who was told no day has missed none. The settlement is the end then.
  func takesMaterial(on day: Day) -> Bool { lastDays[.material].map { day <= $0 } ?? true }
}
