import Regulation

/// Makes the rows of a file of centers ready for the store, on the thread that reads the file, so that the one that writes only binds.
///
/// ```swift
/// var packer = CenterPacker()
/// if !packer.pack(2, cells) { packer.pack(Numbered(2, record)) }
/// feed.put(packer.take())
/// ```
public struct CenterPacker {
  private var batch = CenterBatch()
  private var numbers = NameNumbers()

  /// A packer of one file.
  public init() {}

  /// How many rows wait to be taken.
  public var count: Int { batch.rows.count }

  /// Packs a row by its cells.
  ///
  /// - Returns: no, and nothing is packed, where a text cannot be kept as it stands: it must become a record, or be refused.
  public mutating func pack(_ number: Int, _ cells: CenterCells) -> Bool {
    if !cells.arePlain { return false }
    batch.add(number, cells, &numbers)
    return true
  }

  /// Packs a record.
  public mutating func pack(_ row: Numbered<CenterRecord>) { row.record.withCells { batch.add(row.row, $0, &numbers) } }

  /// Gives the rows away that were packed since the last time.
  public mutating func take() -> CenterBatch {
    defer { batch = CenterBatch() }
    return batch
  }
}
