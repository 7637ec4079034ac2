import GRDB
import Regulation

/// What checking the whole audit chain found.
public struct ChainVerdict: Sendable, Hashable {
  /// How many links the chain has.
  public var links: Int64
  /// The last link's hash, as it stands in the store.
  public var head: Digest256
  /// The number of the first link that is edited, removed, inserted or out of order; `nil` where none is.
  public var broken: Int64?
  /// Whether the head that was asked for is a link's; `nil` where none was asked for.
  public var hasHead: Bool?

  /// Whether all holds.
  public var isWhole: Bool { broken == nil && hasHead != false }
}

extension CenterStore {
  /// Checks every link against its predecessor, and the kept rows of each link over many rows against their root.
  ///
  /// - Parameter head: a hash that was noted or printed earlier; it may be any link's.
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators and the bureau.
  public func verifyChain(head: Digest256? = nil, by who: Acting) throws(StoreError) -> ChainVerdict {
    try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      var verdict = ChainVerdict(links: 0, head: .zero, broken: nil, hasHead: head.map { _ in false })
      var kept = try Set(Int64.fetchAll(db, sql: "SELECT seq FROM audit_rows"))
      var expected: Int64 = 1
      let cursor = try CenterStore.links(after: .min, db)
      while let link = try cursor.next() {
        if verdict.broken == nil {
          let hasRows = kept.remove(link.number) != nil
          let isSound =
            try link.number == expected && link.isWellFormed && link.hash == link.expectedHash(after: verdict.head)
            && hasRows == link.standsForRows && (!hasRows || CenterStore.rowsMatch(link, db))
          if !isSound { verdict.broken = min(expected, link.number) }
        }
        if link.hash == head { verdict.hasHead = true }
        verdict.head = link.hash
        verdict.links += 1
        expected = link.number + 1
      }
      // Rows that belong to no link were put there by another hand.
      if verdict.broken == nil { verdict.broken = kept.min() }
      return verdict
    }
  }

  private static func rowsMatch(_ link: Link, _ db: Database) throws -> Bool {
    guard let row = try Row.fetchOne(db, sql: "SELECT rows FROM audit_rows WHERE seq = ?", arguments: [link.number]) else { return false }
    var tree = RowTree()
    let rows = row.bytes(0)
    var start = 0
    for index in rows.indices where rows[index] == 0x0A {
      rows.withUnsafeBytes { tree.append(UnsafeRawBufferPointer(rebasing: $0[start..<index])) }
      start = index + 1
    }
    return start == rows.count && link.change.hasSuffix("\"rows\":\(tree.count),\"root\":\"\(tree.root)\"}")
  }
}
