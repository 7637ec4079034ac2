import Regulation

/// What staff ask of a plan beside enough experts for each center; nothing unless they do.
public struct AssignmentWishes: Sendable, Hashable {
  /// How many experts of each kind each panel needs at least.
  public var panel: [ExpertKind: Int]
  /// Whether nobody is drawn who scored the center in the last round.
  public var isNobodyTwiceRunning: Bool
  /// Whether the sheets are to connect all experts, so that they can be compared.
  public var connectsExperts: Bool

  /// Says what is asked for.
  public init(panel: [ExpertKind: Int] = [:], isNobodyTwiceRunning: Bool = false, connectsExperts: Bool = false) {
    self.panel = panel
    self.isNobodyTwiceRunning = isNobodyTwiceRunning
    self.connectsExperts = connectsExperts
  }
}

extension AssignmentWishes: Codable {
  private enum Key: String, CodingKey { case panel, isNobodyTwiceRunning, connectsExperts }

  /// Reads wishes that were kept; kinds that this program does not know are passed over.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let panel = try values.decode([String: Int].self, forKey: .panel)
    self.panel = Dictionary(uniqueKeysWithValues: panel.compactMap { name, count in ExpertKind(rawValue: name).map { ($0, count) } })
    isNobodyTwiceRunning = try values.decode(Bool.self, forKey: .isNobodyTwiceRunning)
    connectsExperts = try values.decode(Bool.self, forKey: .connectsExperts)
  }

  /// Writes kinds by their names: a dictionary with other keys than text is written in no order.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(Dictionary(uniqueKeysWithValues: panel.map { ($0.key.rawValue, $0.value) }), forKey: .panel)
    try values.encode(isNobodyTwiceRunning, forKey: .isNobodyTwiceRunning)
    try values.encode(connectsExperts, forKey: .connectsExperts)
  }
}
