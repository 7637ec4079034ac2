import Glibc

/// An encoding in which Excel, WPS and editors write tables.
public enum TextEncoding: String, Sendable, Hashable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// The national standard, which holds GBK and GB 2312: what Excel in China calls CSV.
  case gb18030 = "GB18030"
  /// What Excel calls Unicode text, low byte first.
  case utf16Little = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16Big = "UTF-16BE"
}

extension FileBytes {
  /// The file as text: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030, which may have one as well.
  ///
  /// - Throws: ``FileError/workbook(_:)``, ``FileError/oldWorkbook(_:)`` or ``FileError/binary(_:)`` for what is no text, and
  ///   ``FileError/malformed(_:encoding:line:)`` where the encoding breaks. A file that is mostly UTF-8 is never taken for GB18030:
  ///   one damaged byte must not turn every name into other characters.
  public func text() throws(FileError) -> UTF8Text {
    try withBytes { bytes throws(FileError) in
      if isArchive { throw .workbook(name) }
      if isOldOffice { throw .oldWorkbook(name) }
      if bytes.starts(with: [0xFF, 0xFE]) { return try decoded(bytes.dropFirst(2), as: .utf16Little) }
      // U+FEFF as GB18030 writes it.
      if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return try decoded(bytes.dropFirst(4), as: .gb18030) }
      if bytes.starts(with: [0xFE, 0xFF]) { return try decoded(bytes.dropFirst(2), as: .utf16Big) }

      let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      let text = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(marked ? 3 : 0))
      if let start = text.baseAddress, memchr(start, 0, text.count) != nil { throw .binary(name) }
      guard let damage = UTF8Check.firstDamage(in: text) else {
        return UTF8Text(source: self, range: (marked ? 3 : 0)..<count, encoding: .utf8)
      }
      if marked || UTF8Check.isMostlySound(text) {
        throw .malformed(name, encoding: .utf8, line: FileBytes.line(of: damage, in: text))
      }
      return try decoded(text[...], as: .gb18030)
    }
  }

  private func decoded(_ bytes: Slice<UnsafeRawBufferPointer>, as encoding: TextEncoding) throws(FileError) -> UTF8Text {
    // What is decoded is held in memory, at up to one and a half times its size.
    if bytes.count > FileBytes.streamLimit { throw .tooLarge(name, limit: FileBytes.streamLimit) }
    let buffer = UnsafeRawBufferPointer(rebasing: bytes)
    var utf8: [UInt8] = []
    utf8.reserveCapacity(buffer.count / 2 * 3 + 4)
    let damage =
      switch encoding {
      case .utf8: UTF8Check.firstDamage(in: buffer)
      case .gb18030: GB18030.decode(buffer, into: &utf8)
      case .utf16Little: UTF16Decoding.decode(buffer, lowByteFirst: true, into: &utf8)
      case .utf16Big: UTF16Decoding.decode(buffer, lowByteFirst: false, into: &utf8)
      }
    if damage != nil {
      let line = utf8.withUnsafeBytes { FileBytes.line(of: $0.count, in: $0) }
      throw .malformed(name, encoding: encoding, line: line)
    }
    if utf8.contains(0) { throw .binary(name) }
    let source = FileBytes(utf8, name: name)
    return UTF8Text(source: source, range: 0..<source.count, encoding: encoding)
  }

  private static func line(of offset: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    var line = 1
    for byte in bytes.prefix(offset) where byte == 0x0A { line += 1 }
    return line
  }
}
