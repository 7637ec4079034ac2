import Crypto

/// The root of a Merkle tree over the rows of an import, as RFC 6962 builds it: a leaf is SHA-256 over 0x00 and the row, a node
/// SHA-256 over 0x01 and its two children; a tree that is not full splits at the largest power of two below its size.
///
/// So one row of an import can later be shown to belong to the chain without showing the others.
public struct RowTree: Sendable {
  /// Roots of complete subtrees with how many leaves each has, largest first.
  private var peaks: [(size: Int, digest: [UInt8])] = []
  /// How many rows were added.
  public private(set) var count = 0

  /// An empty tree.
  public init() {}

  /// Adds one row.
  public mutating func append(_ row: UnsafeRawBufferPointer) {
    var leaf = SHA256()
    leaf.update(data: [0])
    leaf.update(bufferPointer: row)
    push(Array(leaf.finalize()))
  }

  /// Adds one row.
  public mutating func append(_ row: [UInt8]) { row.withUnsafeBytes { append($0) } }

  /// The root; of no rows, SHA-256 over nothing.
  public var root: Digest256 {
    guard var digest = peaks.last?.digest else { return Digest256(of: []) }
    for peak in peaks.dropLast().reversed() { digest = RowTree.node(peak.digest, digest) }
    return Digest256(bytes: digest) ?? .zero
  }

  private mutating func push(_ leaf: [UInt8]) {
    count += 1
    var size = 1
    var digest = leaf
    while let last = peaks.last, last.size == size {
      digest = RowTree.node(last.digest, digest)
      size *= 2
      peaks.removeLast()
    }
    peaks.append((size, digest))
  }

  private static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: [1])
    hash.update(data: left)
    hash.update(data: right)
    return Array(hash.finalize())
  }
}
