import Crypto

/// The root of a Merkle tree over the rows of an import, as RFC 6962 builds it: a leaf is SHA-256 over 0x00 and the row, a node
/// SHA-256 over 0x01 and its two children; a tree that is not full splits at the largest power of two below its size.
///
/// So one row of an import can later be shown to belong to the chain without showing the others.
public struct RowTree: Sendable {
  /// Thirty-two bytes in place: an array for each of a hundred thousand leaves would cost more than hashing them.
  fileprivate typealias Node = (UInt64, UInt64, UInt64, UInt64)

  /// The hash of one row.
  struct Leaf: Sendable {
    fileprivate let node: Node

    /// Hashes a row.
    init(_ row: UnsafeRawBufferPointer) { node = RowTree.hash(0, row, UnsafeRawBufferPointer(start: nil, count: 0)) }
  }

  /// Roots of complete subtrees with how many leaves each has, largest first.
  private var peaks: [(size: Int, digest: Node)] = []
  /// How many rows were added.
  public private(set) var count = 0

  /// An empty tree.
  public init() {}

  /// Adds one row.
  public mutating func append(_ row: UnsafeRawBufferPointer) {
    push(Leaf(row).node)
  }

  /// Adds one row that was hashed before.
  mutating func append(leaf: Leaf) { push(leaf.node) }

  /// Adds one row.
  public mutating func append(_ row: [UInt8]) { row.withUnsafeBytes { append($0) } }

  /// The root; of no rows, SHA-256 over nothing.
  public var root: Digest256 {
    guard var digest = peaks.last?.digest else { return Digest256(of: []) }
    for peak in peaks.dropLast().reversed() { digest = RowTree.node(peak.digest, digest) }
    return withUnsafeBytes(of: digest) { Digest256(bytes: $0) } ?? .zero
  }

  private mutating func push(_ leaf: Node) {
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

  private static func node(_ left: Node, _ right: Node) -> Node {
    withUnsafeBytes(of: left) { left in withUnsafeBytes(of: right) { hash(1, left, $0) } }
  }

  private static func hash(_ prefix: UInt8, _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Node {
    var hash = SHA256()
    withUnsafeBytes(of: prefix) { hash.update(bufferPointer: $0) }
    hash.update(bufferPointer: first)
    if !second.isEmpty { hash.update(bufferPointer: second) }
    return hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: Node.self) }
  }
}
