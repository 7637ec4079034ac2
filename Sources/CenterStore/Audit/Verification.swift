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
  /// The first link whose time is more than a minute before that of the link before it: the host's clock was set back there. It breaks nothing;
  /// `nil` where none is.
  public var setBack: Int64?
  /// Whether the head that was asked for is a link's; `nil` where none was asked for.
  public var hasHead: Bool?

  /// Whether all holds.
  public var isWhole: Bool { broken == nil && hasHead != false }
}

extension CenterStore {
  /// Checks every link against its predecessor, and the kept rows of each link over many rows against their root.
  ///
  /// Where the file is damaged, the first link that cannot be read is the first bad one; what lies behind it is not looked at.
  ///
  /// - Parameter head: a hash that was noted or printed earlier; it may be any link's.
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but administrators and the bureau.
  public func verifyChain(head: Digest256? = nil, by who: Acting) throws(StoreError) -> ChainVerdict {
    var check = ChainCheck(head: head)
    do {
      try read(by: who) { db, member in
        try CenterStore.requireAuditor(member)
        check.hasBegun = true
        // Where these cannot be read, each link that has some tells it when it is looked at.
        check.kept = try? Set(Int64.fetchAll(db, sql: "SELECT seq FROM audit_rows"))
        let cursor = try CenterStore.linkRows(after: .min, db)
        while let row = try cursor.next() { try check.look(at: Link(row), db) }
        check.end()
      }
    } catch {
      // Caught out here: once a page was found damaged, not even the end of the snapshot succeeds.
      guard case .damaged = error, check.hasBegun else { throw error }
      check.breakOff()
    }
    return check.verdict
  }
}

/// The state of checking a chain, link by link.
private struct ChainCheck {
  private(set) var verdict: ChainVerdict
  /// Whether anything of the chain was looked at.
  var hasBegun = false
  /// The links that have kept rows and were not looked at yet; `nil` where that cannot be told.
  var kept: Set<Int64>?
  private let wanted: Digest256?
  private var expected: Int64 = 1
  private var latest: Moment?

  init(head: Digest256?) {
    wanted = head
    verdict = ChainVerdict(links: 0, head: .zero, broken: nil, hasHead: head.map { _ in false })
  }

  /// Looks at the next link; `nil`: one that cannot be read.
  mutating func look(at link: Link?, _ db: Database) throws {
    guard let link else {
      verdict.links += 1
      return breakOff()
    }
    if verdict.broken == nil {
      let hasRows = kept.map { $0.contains(link.number) } ?? link.standsForRows
      kept?.remove(link.number)
      let isSound =
        try link.number == expected && link.isWellFormed && link.hash == link.expectedHash(after: verdict.head)
        && hasRows == link.standsForRows && (!hasRows || CenterStore.rowsMatch(link, db))
      if !isSound { verdict.broken = min(expected, link.number) }
    }
    if let latest, link.time.milliseconds < latest.milliseconds - CenterStore.unnoticed, verdict.setBack == nil {
      verdict.setBack = link.number
    }
    latest = link.time
    if link.hash == wanted { verdict.hasHead = true }
    verdict.head = link.hash
    verdict.links += 1
    expected = link.number + 1
  }

  /// Rows that belong to no link were put there by another hand.
  mutating func end() {
    guard let kept else { return breakOff() }
    if verdict.broken == nil { verdict.broken = kept.min() }
  }

  /// Nothing can be read from here on.
  mutating func breakOff() {
    if verdict.broken == nil { verdict.broken = expected }
  }
}

extension CenterStore {
  fileprivate static func rowsMatch(_ link: Link, _ db: Database) throws -> Bool {
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
