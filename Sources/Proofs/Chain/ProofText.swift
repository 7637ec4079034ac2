/// A text of which a digest is bound somewhere: lines of fields, parted by tabs. What is hashed stands in a published file as it is hashed, so that a
/// reader can cut the lines out and run `sha256sum` over them.
///
/// No field holds a tab or a line feed: texts from outside never do.
public struct ProofText: Sendable, Hashable {
  /// The lines, without their ends.
  public private(set) var lines: [String]

  /// A text of lines that were read.
  public init(lines: [String]) { self.lines = lines }

  /// A text that begins with its kind.
  init(_ kind: String) { lines = [kind] }

  /// Appends a line of some fields.
  mutating func append(_ fields: String...) { lines.append(fields.joined(separator: "\t")) }

  /// The lines as one text, each ended by a line feed.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// SHA-256 over the UTF-8 of ``text``.
  public var digest: Digest256 { Digest256(ofText: text) }
}

extension Sequence<String> {
  /// In the order of their UTF-8.
  var inOrder: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}
