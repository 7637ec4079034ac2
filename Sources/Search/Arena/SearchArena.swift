/// The searchable texts of many rows in flat buffers, ready to be searched at each keystroke.
///
/// A row has a name, a code and other texts (its host, former names). All texts are folded and stand as UTF-16 units one after the other, with
/// the sound of each character beneath it: half the size of spelled-out pinyin and initials, and one pass decides Chinese, full pinyin,
/// initials and any mixture of them. What one may not see must not be put in; then no count can tell of it.
///
/// Rows are known by their number, from 0 in the order in which they were added; ``ids`` leads back to the store.
///
/// ```swift
/// var builder = SearchArena.Builder(rows: 2)
/// builder.add(id: 7, name: "沧州市激光切割技术创新中心", code: "CZ-2024-001", others: ["沧州某某激光有限公司"])
/// builder.add(id: 9, name: "泊头市铸造技术创新中心", code: "CZ-2024-002", others: [])
/// let arena = builder.finish()
/// ```
public struct SearchArena: Sendable {
  /// What the store calls each row.
  public let ids: [Int64]
  /// All texts, one after the other; a zero ends each.
  let cells: [Cell]
  /// Where each row begins among the cells, and at the end where the last one ends.
  let starts: [Int32]
  /// Where the name of each row ends, as a distance from its start.
  let nameLengths: [UInt16]
  let signatures: Signatures

  /// How many rows there are.
  public var count: Int { ids.count }

  /// An arena of no rows.
  public static let empty = Builder(rows: 0).finish()

  /// How many bytes the buffers take.
  public var byteCount: Int {
    ids.count * 8 + cells.count * 4 + starts.count * 4 + nameLengths.count * 2 + signatures.bits.count * 64
  }

  /// Rows that match, in the order given: a whole search in one call, for lists that are short or for work behind the screen. See
  /// ``SearchSession`` for searching while somebody types.
  public func hits(_ query: SearchQuery, in order: Order? = nil) -> [Int32] {
    var session = SearchSession(self, order: order ?? .natural(count), query: query)
    session.finish()
    return session.hits
  }
}
