import TableFiles

/// A sink that is opened when the first bytes come, so that an export that is not permitted makes no file.
final class LazySink: ByteSink {
  private let open: () throws(FileError) -> any ByteSink
  private var sink: (any ByteSink)?

  init(_ open: @escaping () throws(FileError) -> any ByteSink) { self.open = open }

  func write(_ bytes: [UInt8]) throws(FileError) { try opened().write(bytes) }
  func finish() throws(FileError) { try opened().finish() }

  private func opened() throws(FileError) -> any ByteSink {
    if let sink { return sink }
    let sink = try open()
    self.sink = sink
    return sink
  }
}
