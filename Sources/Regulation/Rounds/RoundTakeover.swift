import Wording

/// What a center that is new takes over in a round under way from those in whose place it goes on (articles 4(5), 26 and 27).
///
/// It has to take part as those that end had to. What was written goes along, what somebody answers for does not: its own host declares and hands in,
/// its department checks, and sheets stay with the center that was scored. The figures of several centers are not those of one, so a form goes along
/// where one center alone ends. Experts go along whom nothing ties to the new center or to one that ends, as many as the largest panel had. Whom a
/// host asked to step aside (回避) from a center that ends it need not ask again where it hosts the new one too; what another host asked stays behind,
/// for it is that host's to say. Last days that are over do not bind it where a host was in time, or was admitted late: the bureau's decision is no
/// delay of the host. Where the bureau deferred all that end, it is deferred as they were.
public struct RoundTakeover: Sendable, Hashable {
  /// What a round has of a center that ends.
  public struct Predecessor: Sendable, Hashable {
    /// Its code.
    public var code: String
    /// What is on file for it.
    public var file: CenterInRound
    /// Whether anything stands in its form, or a document is on file with it.
    public var hasForm: Bool
    /// The logins of its experts, in order.
    public var experts: [String]

    /// Names what there is.
    public init(code: String, file: CenterInRound = CenterInRound(), hasForm: Bool = false, experts: [String] = []) {
      self.code = code
      self.file = file
      self.hasForm = hasForm
      self.experts = experts
    }
  }

  /// The center whose form goes along, with its documents; `nil` where none does.
  public let form: String?
  /// The centers whose forms stay behind, since several end.
  public let formsLeft: [String]
  /// The logins of the experts who go along, in order.
  public let experts: [String]
  /// The logins of those who do not.
  public let expertsLeft: [String]
  /// Why it is deferred as all of those before it were; `nil` where it has to take part.
  public let deferral: PlainText?
  /// The last days that are over and do not bind it.
  public let admitted: [RoundOpening.Deadline]

  /// Decides what goes along.
  ///
  /// - Parameters:
  ///   - predecessors: the centers that end, in the order of the decision.
  ///   - barred: the logins of those who have to step aside from the new center, or from one that ends (回避), or can score no more.
  ///   - terms: what the round was announced with.
  ///   - today: the day of the decision's entry.
  public init(from predecessors: [Predecessor], barred: Set<String> = [], terms: RoundTerms, today: Day) {
    deferral = predecessors.allSatisfy { $0.file.deferral != nil } ? predecessors.first?.file.deferral : nil
    let begun = predecessors.filter(\.hasForm).map(\.code)
    form = predecessors.count == 1 ? begun.first : nil
    formsLeft = form == nil ? begun : []
    let all = predecessors.flatMap(\.experts).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let room = predecessors.map(\.experts.count).max() ?? 0
    let going = Array(all.filter { !barred.contains($0) }.prefix(room))
    experts = going.inOrder
    expertsLeft = all.filter { !going.contains($0) }.inOrder
    let wasInTime = predecessors.contains { $0.file.material.submission != nil || $0.file.admitted.contains(.material) }
    admitted = wasInTime ? [.material, .report].filter { terms.lateness($0, on: today) != nil } : []
  }
}
