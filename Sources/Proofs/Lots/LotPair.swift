/// A ticket at a center: drawn for it, or standing there already.
public struct LotPair: Sendable, Hashable, Comparable {
  /// The center's code.
  public let center: String
  /// The ticket.
  public let ticket: String

  /// Names a pair.
  public init(center: String, ticket: String) {
    self.center = center
    self.ticket = ticket
  }

  /// By center, then ticket, in the order of their UTF-8.
  public static func < (left: LotPair, right: LotPair) -> Bool {
    left.center == right.center
      ? left.ticket.utf8.lexicographicallyPrecedes(right.ticket.utf8) : left.center.utf8.lexicographicallyPrecedes(right.center.utf8)
  }
}
