/// How far an evaluation round (绩效评估) has come, from the notice to its end (articles 25 to 28).
///
/// Each state holds what can be known in it and nothing else: there is no figure before settlement, and no objection before publication.
/// Material comes in, is checked and reported center by center while the round is announced or scored: see ``CenterInRound``.
public enum EvaluationRoundState: Sendable, Hashable, Codable {
  /// The notice is out; nobody is assigned and nothing is scored yet.
  case announced
  /// From the first assignment or sheet on.
  case scoring
  /// Figures are fixed; no sheet can be taken back.
  case settled(RoundSettlement)
  /// On public notice, with the objections so far.
  case published(RoundSettlement, PublicNotice, [RoundObjection])
  /// Over since a day.
  case closed(RoundSettlement, PublicNotice, [RoundObjection], on: Day)
  /// Called off before anything was submitted.
  case cancelled(reason: PlainText)

  /// The state's name, as queues count by it and files carry it.
  public var stage: RoundState {
    switch self {
    case .announced: .announced
    case .scoring: .scoring
    case .settled: .settled
    case .published: .published
    case .closed: .closed
    case .cancelled: .cancelled
    }
  }

  /// What settlement fixed; `nil` before it.
  public var settlement: RoundSettlement? {
    switch self {
    case .announced, .scoring, .cancelled: nil
    case .settled(let settlement), .published(let settlement, _, _), .closed(let settlement, _, _, _): settlement
    }
  }

  /// The objections; none before publication.
  public var objections: [RoundObjection] {
    switch self {
    case .announced, .scoring, .settled, .cancelled: []
    case .published(_, _, let objections), .closed(_, _, let objections, _): objections
    }
  }

  /// The public notice; `nil` before publication.
  public var notice: PublicNotice? {
    switch self {
    case .announced, .scoring, .settled, .cancelled: nil
    case .published(_, let notice, _), .closed(_, let notice, _, _): notice
    }
  }
}
