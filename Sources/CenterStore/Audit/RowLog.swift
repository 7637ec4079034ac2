import Foundation
import GRDB

/// The rows of a link over many rows: their documents one after the other, each ended by a line feed, and the tree over them.
struct RowLog {
  private(set) var bytes: [UInt8] = []
  private var tree = RowTree()
  /// How many rows are kept: of what is only tried, the first few are shown and the others only counted and hashed.
  private let kept: Int

  init(keeping kept: Int = .max) { self.kept = kept }

  var count: Int { tree.count }
  var root: Digest256 { tree.root }

  /// What the first rows say.
  func first(_ count: Int) -> [ChangeDocument] {
    var (documents, start): ([ChangeDocument], Int) = ([], 0)
    while documents.count < count, let end = bytes[start...].firstIndex(of: 0x0A) {
      documents.append(ChangeDocument(String(decoding: bytes[start..<end], as: UTF8.self)))
      start = end + 1
    }
    return documents
  }

  /// Makes room for so many rows, so that the log of a large import is not moved as it grows.
  mutating func reserve(rows: Int) { bytes.reserveCapacity(min(rows, kept) * 400) }

  /// Adds one row's document: one line of JSON.
  mutating func append(_ document: String) {
    let start = bytes.count
    bytes.append(contentsOf: document.utf8)
    endRow(start)
  }

  /// Adds documents that were made and hashed elsewhere, each ended by a line feed.
  mutating func append(lines: some Collection<UInt8>, leaves: some Collection<RowTree.Leaf>) {
    if count < kept { bytes.append(contentsOf: lines) }
    for leaf in leaves { tree.append(leaf: leaf) }
  }

  /// Hashes a row that was written from a place on, and ends it.
  private mutating func endRow(_ start: Int) {
    let isKept = count < kept
    bytes.withUnsafeBytes { tree.append(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    if isKept { bytes.append(0x0A) } else { bytes.removeSubrange(start...) }
  }

  /// Adds one object that changed.
  mutating func append(_ change: Change) { append(change.document) }

  /// Adds one object that changed, without making a document of its own.
  mutating func append(object: String, before: Change.Fields?, after: Change.Fields?) {
    let start = bytes.count
    bytes.appendChange(object: object, before: before, after: after)
    endRow(start)
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
