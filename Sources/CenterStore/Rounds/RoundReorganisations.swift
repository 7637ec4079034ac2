import GRDB
import Regulation

/// The reorganisations that were put on file since a round was announced: who ended by them is exempt, and who goes on is not (articles 4(5), 26).
public struct RoundReorganisations: Sendable, Hashable {
  /// The decisions, in the order in which they came.
  public let decisions: [Reorganisation]

  /// The decision in which a center went on for others; the last one.
  public func succession(of code: String) -> Reorganisation? { decisions.last { $0.successor.string == code } }

  /// The decision by which a center ended.
  public func end(of code: String) -> Reorganisation? { decisions.last { $0.predecessors.contains { $0.string == code } } }

  init(year: Int, _ db: Database) throws {
    decisions = try String.fetchAll(
      db.cachedStatement(sql: "SELECT document FROM reorganisation WHERE link > \(CenterStore.announcement) ORDER BY id"), arguments: [year]
    ).map { try JSONText.decode($0) }
  }
}
