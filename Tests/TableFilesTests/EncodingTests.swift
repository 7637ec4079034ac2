import Testing
import Wording

@testable import TableFiles

@Suite("Files are brought to UTF-8, or refused with a reason")
struct EncodingTests {
  private func text(_ bytes: [UInt8]) throws(FileError) -> (String, TextEncoding) {
    let text = try FileBytes(bytes, name: "t.csv").text()
    return (text.withBytes { String(decoding: $0, as: UTF8.self) }, text.encoding)
  }

  @Test("UTF-8 with and without a byte order mark")
  func utf8() throws {
    let plain = Array("编号,名称\r\n1,𠮷野\r\n".utf8)
    #expect(try text(plain) == ("编号,名称\r\n1,𠮷野\r\n", .utf8))
    #expect(try text([0xEF, 0xBB, 0xBF] + plain) == ("编号,名称\r\n1,𠮷野\r\n", .utf8))
    #expect(try text([]) == ("", .utf8))
    #expect(try text([0xEF, 0xBB, 0xBF]) == ("", .utf8))
  }

  @Test("GB18030 may begin with its own byte order mark")
  func markedGB18030() throws {
    #expect(try text([0x84, 0x31, 0x95, 0x33, 0xB1, 0xE0, 0xBA, 0xC5, 0x0A]) == ("编号\n", .gb18030))
    #expect(try text([0x84, 0x31, 0x95, 0x33] + Array("code\n".utf8)) == ("code\n", .gb18030))
  }

  @Test("What Excel in China calls CSV is GB18030")
  func gb18030() throws {
    // 编号,名称 / 1,沧州激光切割中心 / 2,é€𠮷㐀 (two and four bytes)
    let bytes: [UInt8] = [
      0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0D, 0x0A, 0x31, 0x2C, 0xB2, 0xD7, 0xD6, 0xDD, 0xBC, 0xA4, 0xB9, 0xE2, 0xC7,
      0xD0,
      0xB8, 0xEE, 0xD6, 0xD0, 0xD0, 0xC4, 0x0D, 0x0A, 0x32, 0x2C, 0xA8, 0xA6, 0xA2, 0xE3, 0x95, 0x34, 0xB2, 0x35, 0x81, 0x39, 0xEE, 0x39,
    ]
    #expect(try text(bytes) == ("编号,名称\r\n1,沧州激光切割中心\r\n2,é€𠮷㐀", .gb18030))
  }

  @Test(
    "Codes of GB18030 at their edges",
    arguments: [
      ([0x81, 0x40], "丂"), ([0xFE, 0xFE], "\u{E4C5}"), ([0xA1, 0xA1], "　"), ([0xA1, 0xA4], "·"), ([0xD7, 0xF9], "座"), ([0xA6, 0xD9], "︐"),
      ([0xFE, 0x59], "龴"), ([0x81, 0x30, 0x81, 0x30], "\u{80}"), ([0x84, 0x31, 0xA4, 0x39], "\u{FFFF}"),
      ([0x90, 0x30, 0x81, 0x30], "\u{10000}"),
      ([0xE3, 0x32, 0x9A, 0x35], "\u{10FFFF}"), ([0x82, 0x35, 0x90, 0x37], "\u{9FB4}"), ([0x82, 0x35, 0x8F, 0x33], "\u{9FA6}"),
    ] as [([UInt8], String)])
  func edges(code: [UInt8], expected: String) throws {
    var utf8: [UInt8] = []
    #expect(code.withUnsafeBytes { GB18030.decode($0, into: &utf8) } == nil)
    #expect(String(decoding: utf8, as: UTF8.self) == expected)
  }

  @Test(
    "Bytes that GB18030 does not know",
    arguments: [
      [0x80], [0xFF], [0xB1], [0xB1, 0x7F], [0xB1, 0x20], [0xB1, 0xFF], [0x81, 0x30, 0x81], [0x81, 0x30, 0x80, 0x30],
      [0x84, 0x31, 0xA5, 0x30],
      [0xE3, 0x32, 0x9A, 0x36], [0xFE, 0x39, 0xFE, 0x39],
    ] as [[UInt8]])
  func unknown(code: [UInt8]) {
    var utf8: [UInt8] = []
    #expect(code.withUnsafeBytes { GB18030.decode($0, into: &utf8) } == 0)
  }

  @Test("No two codes of two bytes stand for the same character")
  func distinct() {
    var seen: Set<[UInt8]> = []
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        var utf8: [UInt8] = []
        #expect([lead, trail].withUnsafeBytes { GB18030.decode($0, into: &utf8) } == nil)
        seen.insert(utf8)
      }
    }
    #expect(seen.count == 23_940)
  }

  @Test("What Excel calls Unicode text is UTF-16")
  func utf16() throws {
    let units = Array("编号\t名称\r\n1\t𠮷".utf16)
    #expect(try text([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == ("编号\t名称\r\n1\t𠮷", .utf16Little))
    #expect(try text([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == ("编号\t名称\r\n1\t𠮷", .utf16Big))
  }

  @Test(
    "What is no text is refused",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], FileError.workbook("t.csv")),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .oldWorkbook("t.csv")),
      ([0x61, 0x00, 0x62], .binary("t.csv")),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], .binary("t.csv")),
      // A lone surrogate, and half a code unit.
      ([0xFF, 0xFE, 0x0A, 0x00, 0x00, 0xD8], .malformed("t.csv", encoding: .utf16Little, line: 2)),
      ([0xFF, 0xFE, 0x0A, 0x00, 0x61], .malformed("t.csv", encoding: .utf16Little, line: 2)),
      ([0xEF, 0xBB, 0xBF, 0x0A, 0x0A, 0xB1, 0xE0], .malformed("t.csv", encoding: .utf8, line: 3)),
      ([0x61, 0x0A, 0xB1, 0xE0, 0x0A, 0xFF], .malformed("t.csv", encoding: .gb18030, line: 3)),
    ] as [([UInt8], FileError)])
  func refused(bytes: [UInt8], error: FileError) {
    #expect(throws: error) { try FileBytes(bytes, name: "t.csv").text() }
  }

  @Test("One damaged byte does not turn a UTF-8 file into other characters")
  func damagedUTF8() {
    let bytes = Array("编号,名称\n1,沧州".utf8) + [0xE6] + Array("中心\n".utf8)
    #expect(throws: FileError.malformed("t.csv", encoding: .utf8, line: 2)) { try FileBytes(bytes, name: "t.csv").text() }
  }

  @Test(
    "Sequences that are not UTF-8",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE4, 0xB8],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8, 0x2C], [0xFF],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    for before in [0, 1, 5, 8, 9] {
      let chinese = Array("中".utf8) + Array(repeating: UInt8(0x61), count: before)
      for after in [0, 3, 12] {
        let all = chinese + bytes + Array(repeating: UInt8(0x62), count: after)
        #expect(all.withUnsafeBytes { UTF8Check.firstDamage(in: $0) } == chinese.count)
      }
    }
  }

  @Test("Every scalar is UTF-8, whatever stands around it")
  func allScalars() {
    var bytes: [UInt8] = []
    for value in stride(from: UInt32(1), through: 0x10FFFF, by: 37) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      bytes.append(scalar)
      if value % 5 == 0 { bytes.append(0x2C) }
    }
    #expect(bytes.withUnsafeBytes { UTF8Check.firstDamage(in: $0) } == nil)
    #expect(String(validating: bytes, as: UTF8.self) != nil)
  }
}
