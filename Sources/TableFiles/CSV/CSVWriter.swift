/// Writes CSV: UTF-8, CRLF, cells quoted only where they must be.
///
///     var writer = CSVWriter(to: sink, mark: true)
///     try writer.write(["编号", "名称"])
///     try writer.finish()
public struct CSVWriter {
  private var buffer: [UInt8] = []
  private let sink: any ByteSink

  /// A writer into a sink; `mark` puts a byte order mark first, without which Excel in China takes UTF-8 for GBK.
  public init(to sink: any ByteSink, mark: Bool = false) {
    self.sink = sink
    buffer.reserveCapacity(ByteSinkBuffer.size + 4096)
    if mark { buffer += [0xEF, 0xBB, 0xBF] }
  }

  /// Writes one row.
  public mutating func write(_ cells: some Sequence<String>) throws(FileError) {
    var isFirst = true
    for cell in cells {
      if !isFirst { buffer.append(0x2C) }
      isFirst = false
      append(cell)
    }
    buffer += [0x0D, 0x0A]
    if buffer.count >= ByteSinkBuffer.size { try flush() }
  }

  /// Hands the rest to the sink, and ends it.
  public mutating func finish() throws(FileError) {
    try flush()
    try sink.finish()
  }

  private mutating func flush() throws(FileError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ cell: String) {
    var cell = cell
    cell.withUTF8 { bytes in
      guard CSVWriter.mustQuote(bytes) else {
        buffer.append(contentsOf: bytes)
        return
      }
      buffer.append(0x22)
      for byte in bytes {
        if byte == 0x22 { buffer.append(0x22) }
        buffer.append(byte)
      }
      buffer.append(0x22)
    }
  }

  private static func mustQuote(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first == 0x20 || last == 0x20 || first == 0x09 || last == 0x09 { return true }
    return bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }
}
