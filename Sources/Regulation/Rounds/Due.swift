import Wording

/// Whether a center has to take part in a round (article 26).
public enum Due: Sendable, Hashable {
  /// It has to.
  case due
  /// It does not have to, and why.
  case exempt(Exemption)

  /// Why a center does not have to take part; the cases stand in the order in which they are looked at.
  public enum Exemption: String, Term, Codable {
    /// 已撤销
    case revoked
    /// 已重组
    case reorganised
    /// 经批准暂缓: only by the bureau, with its reason.
    case deferred
    /// 认定未满两年, by calendar year.
    case notYetTwoYears = "not_yet_two_years"

    /// The words for people.
    public var phrase: Phrase {
      switch self {
      case .revoked: Phrase(zh: "已撤销", en: "revoked")
      case .reorganised: Phrase(zh: "已重组", en: "reorganised")
      case .deferred: Phrase(zh: "经市科技局同意暂缓", en: "deferred by the bureau")
      case .notYetTwoYears: Phrase(zh: "认定未满两年", en: "not yet two years certified")
      }
    }
  }

  /// Looks at a center: `round year − certification year ≥ 2` by calendar year, whatever the day.
  ///
  /// - Parameter deferred: whether the bureau deferred this center for this round, with a reason on file.
  public init(roundYear: Int, certified: Day, status: CenterStatus, deferred: Bool) {
    self =
      switch status {
      case .revoked: .exempt(.revoked)
      case .reorganised: .exempt(.reorganised)
      case .active where deferred: .exempt(.deferred)
      case .active: roundYear - certified.year >= 2 ? .due : .exempt(.notYetTwoYears)
      }
  }
}
