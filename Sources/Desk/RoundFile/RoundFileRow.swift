import CenterStore
import Regulation
import Widgets
import Wording

/// A center's place in a round, as the file of the round lists it.
struct RoundFileRow: Sendable, Hashable {
  /// Its code.
  let code: String
  /// Where it stands (articles 25 to 28).
  let standing: RoundStanding
  /// What the round has on file for it.
  let file: CenterInRound
  /// How many sheets are submitted now.
  let sheets: Int
  /// Its rank among the settled figures, before settlement among the sheets as they are now; `nil` without a figure.
  let rank: Int?
  /// How many objections to its result are not settled yet.
  let openObjections: Int
  /// The objection that re-opened it; `nil` where its figure stands.
  let reopenedBy: Int?

  /// Whether it need not take part.
  var isExempt: Bool { if case .exempt = standing { true } else { false } }

  /// Whether somebody still has to do something before the round can go on for it.
  var isWaiting: Bool {
    if openObjections > 0 || reopenedBy != nil { return true }
    return switch standing {
    case .due, .pending: true
    case .scored, .graded, .absent, .exempt: false
    }
  }

  /// The score: fixed, or as the sheets are now.
  var score: Points? {
    switch standing {
    case .scored(let score): score.score
    case .graded(let figure): figure.score
    case .exempt, .due, .absent, .pending: nil
    }
  }

  /// The place in one word, for a column.
  var place: (phrase: Phrase, ink: Ink) {
    switch standing {
    case .exempt: (Phrase(zh: "免评", en: "exempt"), .muted)
    case .due: (Phrase(zh: "待交", en: "due"), .plain)
    case .absent: (Phrase(zh: "未参加", en: "absent"), .bad)
    case .pending: (Phrase(zh: "待定", en: "pending"), .caution)
    case .scored: (Phrase(zh: "已评", en: "scored"), .fair)
    case .graded(let figure): (figure.grade.phrase, figure.grade.ink)
    }
  }

  /// What stands beside the place: why a center is exempt, what waits.
  var note: (phrase: Phrase, ink: Ink)? {
    if openObjections > 0 { return (Phrase(zh: "异议 \(openObjections)", en: "objection"), .caution) }
    if reopenedBy != nil { return (Phrase(zh: "待重核", en: "re-opened"), .caution) }
    if case .exempt(let exemption) = standing {
      return switch exemption {
      case .revoked, .reorganised: (exemption.phrase, .muted)
      case .deferred: (Phrase(zh: "暂缓", en: "deferred"), .muted)
      case .notYetTwoYears: (Phrase(zh: "未满两年", en: "too young"), .muted)
      }
    }
    if case .graded(let figure) = standing, !figure.replaced.isEmpty { return (Phrase(zh: "已更正", en: "corrected"), .muted) }
    return file.admitted.isEmpty ? nil : (Phrase(zh: "准逾期", en: "late admitted"), .muted)
  }
}

extension MaterialState {
  /// The word for people, for a column.
  var short: (phrase: Phrase, ink: Ink) {
    switch self {
    case .none: (Phrase(zh: "未提交", en: "none"), .muted)
    case .submitted: (Phrase(zh: "待审查", en: "handed in"), .plain)
    case .returned: (Phrase(zh: "已退回", en: "returned"), .caution)
    case .reported: (Phrase(zh: "已上报", en: "reported"), .good)
    }
  }
}
