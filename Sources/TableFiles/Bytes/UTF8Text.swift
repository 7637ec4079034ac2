/// A text whose bytes were found to be UTF-8, without a byte order mark, without NUL.
public struct UTF8Text: Sendable {
  /// How the file was written before it was brought to UTF-8.
  public let encoding: TextEncoding

  let source: FileBytes
  let range: Range<Int>

  /// What messages call the file.
  public var name: String { source.name }
  /// How many bytes the text has.
  public var count: Int { range.count }

  init(source: FileBytes, range: Range<Int>, encoding: TextEncoding) {
    self.source = source
    self.range = range
    self.encoding = encoding
  }

  /// A text that is there already.
  public init(_ text: String, name: String = "-") {
    let bytes = FileBytes(text.utf8, name: name)
    self.init(source: bytes, range: 0..<bytes.count, encoding: .utf8)
  }

  /// Lends the bytes.
  public func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try source.withBytes(range, body)
  }
}
