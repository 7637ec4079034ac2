import Wording

/// The host's own share of the center's conditions, staff, projects and results (article 9.8): each at least 60 %.
public struct HostShare: Sendable, Hashable, Codable {
  /// 科研条件
  public var conditions: Share?
  /// 研发人员
  public var staff: Share?
  /// 科研项目
  public var projects: Share?
  /// 科技成果
  public var results: Share?

  /// Makes the shares; `nil` is unknown.
  public init(conditions: Share? = nil, staff: Share? = nil, projects: Share? = nil, results: Share? = nil) {
    self.conditions = conditions
    self.staff = staff
    self.projects = projects
    self.results = results
  }
}

/// A part of a whole: as a percentage that somebody states, or counted.
public enum Share: Sendable, Hashable, Codable {
  /// The least share of article 9.8, in percent.
  public static let least: ExactDecimal = 60

  /// A percentage, 0 … 100.
  case percent(ExactDecimal)
  /// What the host has of all that there is: people, projects, or money in hundredths of 万元.
  case counted(host: Int, total: Int)

  /// Whether it is 60 % or more, in whole figures: 5·host ≥ 3·total. `nil` where there is nothing to have a share of, or where the
  /// figures cannot be true (below 0, or a part larger than the whole).
  public var isEnough: Bool? {
    switch self {
    case .percent(let percent): return percent >= Share.least
    case .counted(let host, let total):
      guard total > 0, (0...total).contains(host) else { return nil }
      return 5 * Int128(host) >= 3 * Int128(total)
    }
  }

  /// What is wrong with figures that cannot be true, and what would be right; `nil` where they can.
  var fault: Phrase? {
    guard case .counted(let host, let total) = self, isEnough == nil else { return nil }
    if total <= 0 { return Phrase(zh: "“\(host)/\(total)”的总数须大于 0", en: "of “\(host)/\(total)” the whole must be above 0") }
    return Phrase(
      zh: "“\(host)/\(total)”不对，依托单位的须在 0 至 \(total) 之间", en: "“\(host)/\(total)” cannot be: the host’s part is from 0 to \(total)")
  }

  /// The percentage; a counted one is rounded down to two decimals, so that it never shows a bound that the share does not reach. `nil`
  /// as for ``isEnough``.
  public var percentage: ExactDecimal? {
    switch self {
    case .percent(let percent): return percent
    case .counted(let host, let total):
      guard total > 0, (0...total).contains(host) else { return nil }
      return ExactDecimal(Hundredths(Int(clamping: Int128(host) * 10_000 / Int128(total))))
    }
  }

  /// The share for people: `62.5%`, or `5/8 = 62.5%`, which is said to be counted.
  public var phrase: Phrase {
    switch self {
    case .percent(let percent): return Phrase(same: "\(percent)%")
    case .counted(let host, let total):
      let figure = "\(host)/\(total)" + (percentage.map { " = \($0)%" } ?? "")
      return Phrase(zh: "按计数 \(figure)", en: "counted \(figure)")
    }
  }
}
