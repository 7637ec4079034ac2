/// The places on a center's panel that are still open: some wait for an expert of a kind, the rest for anybody.
struct PanelSlots {
  /// By kind, in the order of ``ExpertKind``; the last stands for experts of no kind, for whom no place waits.
  private(set) var kinds: [Int]
  private(set) var rest: Int

  /// How many kinds there are, none included.
  static let kindCount = ExpertKind.allCases.count + 1

  /// The place of a kind in arrays.
  static func index(_ kind: ExpertKind?) -> Int { kind.flatMap { ExpertKind.allCases.firstIndex(of: $0) } ?? kindCount - 1 }

  /// - Parameters:
  ///   - panel: how many experts of each kind a panel needs at least.
  ///   - perCenter: how many experts it needs in all. Where what stands leaves no place for a kind, the panel grows.
  ///   - held: the kinds of those who are on it already.
  init(panel: [ExpertKind: Int], perCenter: Int, held: [ExpertKind?]) {
    kinds = ExpertKind.allCases.map { kind in max(0, panel[kind, default: 0] - held.count { $0 == kind }) } + [0]
    rest = max(0, perCenter - held.count - kinds.reduce(0, +))
  }

  /// How many places are open.
  var count: Int { kinds.reduce(rest, +) }

  /// Whether experts of such kinds, counted by kind, find a place each.
  func seat(_ counts: [Int]) -> Bool {
    var others = 0
    for (kind, count) in counts.enumerated() { others += max(0, count - kinds[kind]) }
    return others <= rest
  }
}
