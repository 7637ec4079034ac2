import Wording

/// How strict or generous an expert is beside the others who scored the same centers: a help to read sheets by, and part of no score.
///
/// Every total is taken as what the center is worth, plus how generous the expert is, plus chance; worth and generosity are those with the
/// least sum of squares. Generosities sum to 0 over experts whose sheets connect: by center from one to the next. Between experts whose
/// sheets do not connect nothing can be said, and with fewer than three sheets of an expert nothing is.
///
/// ```swift
/// ExpertSeverity.estimates([.init(center: "C1", login: "a", total: Points(9000)), …])
/// ```
public struct ExpertSeverity: Sendable, Hashable {
  /// One sheet.
  public struct Total: Sendable, Hashable {
    /// The center's code.
    public let center: String
    /// The expert's login.
    public let login: String
    /// What the expert gave, 0 … 100.
    public let total: Points

    /// Names a sheet.
    public init(center: String, login: String, total: Points) {
      self.center = center
      self.login = login
      self.total = total
    }
  }

  /// What can be said.
  public enum Finding: Sendable, Hashable {
    /// So many points above what others give the same centers (below 0: stricter), and the standard error; `nil` where every sheet is
    /// needed to work the figures out, so that nothing is left to judge them by.
    case estimate(Points, error: Points?)
    /// The sheets do not connect with those of most others.
    case notComparable
    /// Fewer than three sheets.
    case tooFew

    /// In words.
    public var phrase: Phrase {
      switch self {
      case .estimate(let points, let error):
        let sign = points > .zero ? "+" : ""
        let doubt = error.map { " ± \($0)" } ?? ""
        return Phrase(same: sign + "\(points)" + doubt)
      case .notComparable: return Phrase(zh: "不可比", en: "not comparable")
      case .tooFew: return Phrase(zh: "评分表不足 \(ExpertSeverity.fewestSheets) 份", en: "fewer than \(ExpertSeverity.fewestSheets) sheets")
      }
    }
  }

  /// With fewer sheets than these nothing is said of an expert.
  public static let fewestSheets = 3

  /// The expert's login.
  public let login: String
  /// How many sheets there are.
  public let sheets: Int
  /// What can be said.
  public let finding: Finding

  /// What can be said of every expert with a sheet, in order of login.
  ///
  /// Where the sheets fall apart into groups, the group with the most sheets is compared (of equal ones that with the first login); all
  /// others are not comparable.
  ///
  /// - Parameter totals: the submitted sheets, each once, in any order.
  public static func estimates(_ totals: [Total]) -> [ExpertSeverity] {
    let sheets = Dictionary(grouping: totals, by: \.login)
    let groups = SheetGroups(totals.map { ($0.center, $0.login) })
    let compared = groups.largest
    let inside = totals.filter { compared.contains($0.login) }
    let fit = TwoWayFit(inside)
    return sheets.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { login in
      let count = sheets[login]?.count ?? 0
      let finding: Finding
      if count < fewestSheets {
        finding = .tooFew
      } else if compared.count > 1, let effect = fit?.effects[login] {
        finding = .estimate(effect.points, error: effect.error)
      } else {
        finding = .notComparable
      }
      return ExpertSeverity(login: login, sheets: count, finding: finding)
    }
  }
}
