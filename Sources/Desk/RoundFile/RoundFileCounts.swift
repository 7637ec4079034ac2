import Regulation

/// How many centers stand where in a round, counted once when its file is read.
struct RoundFileCounts: Sendable, Hashable {
  /// Who has to take part.
  private(set) var due = 0
  /// Who need not.
  private(set) var exempt = 0
  /// Settled figures, by grade.
  private(set) var graded: [Grade: Int] = [:]
  /// Enough sheets, not settled.
  private(set) var scored = 0
  /// Too few sheets.
  private(set) var pending = 0
  /// Nothing handed in, and still time for it.
  private(set) var toCome = 0
  /// Nothing handed in, and no time left.
  private(set) var absent = 0
  /// Re-opened by an objection that was upheld, and not yet settled again; they are counted nowhere else.
  private(set) var reopened = 0

  /// Counts the places of centers.
  init(_ rows: [RoundFileRow] = []) {
    for row in rows {
      if case .exempt = row.standing {
        exempt += 1
        continue
      }
      due += 1
      if row.reopenedBy != nil {
        reopened += 1
        continue
      }
      switch row.standing {
      case .exempt: break
      case .graded(let figure): graded[figure.grade, default: 0] += 1
      case .scored: scored += 1
      case .pending: pending += 1
      case .due: toCome += 1
      case .absent: absent += 1
      }
    }
  }
}
