import GRDB

extension CenterStore {
  /// Lets the file grow to a size and no further, as long as this process has it open: what would need more is not saved
  /// (``StoreError/full(path:)``), and what is there stays. For stores of strangers.
  ///
  /// - Parameter bytes: the size; a store that is larger already does not grow.
  public func limit(bytes: Int) throws(StoreError) {
    try StoreError.translating(path) {
      try pool.writeWithoutTransaction { db in
        let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4096
        try db.execute(sql: "PRAGMA max_page_count = \(max(1, bytes / size))")
      }
    }
  }
}
