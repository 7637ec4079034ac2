import Foundation
import GRDB

/// The rows of a link over many rows: their documents one after the other, each ended by a line feed, and the tree over them.
struct RowLog {
  private(set) var bytes: [UInt8] = []
  private var tree = RowTree()
  var count: Int { tree.count }
  var root: Digest256 { tree.root }

  /// Makes room for so many rows, so that the log of a large import is not moved as it grows.
  mutating func reserve(rows: Int) { bytes.reserveCapacity(rows * 400) }

  /// Adds one row's document: one line of JSON.
  mutating func append(_ document: String) {
    let start = bytes.count
    bytes.append(contentsOf: document.utf8)
    bytes.withUnsafeBytes { tree.append(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    bytes.append(0x0A)
  }

  /// Adds documents that were made and hashed elsewhere, each ended by a line feed.
  mutating func append(lines: some Collection<UInt8>, leaves: some Collection<RowTree.Leaf>) {
    bytes.append(contentsOf: lines)
    for leaf in leaves { tree.append(leaf: leaf) }
  }

  /// Adds one object that changed.
  mutating func append(_ change: Change) { append(change.document) }

  /// Adds one object that changed, without making a document of its own.
  mutating func append(object: String, before: Change.Fields?, after: Change.Fields?) {
    let start = bytes.count
    bytes.appendChange(object: object, before: before, after: after)
    bytes.withUnsafeBytes { tree.append(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    bytes.append(0x0A)
  }
}

/// Bytes as an SQLite blob.
struct Blob: DatabaseValueConvertible {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Blob? {
    Data.fromDatabaseValue(value).map { Blob(Array($0)) }
  }
}

extension Row {
  /// The bytes of a blob column; empty where it is not one.
  func bytes(_ index: Int) -> [UInt8] { Blob.fromDatabaseValue(self[index])?.bytes ?? [] }
}
