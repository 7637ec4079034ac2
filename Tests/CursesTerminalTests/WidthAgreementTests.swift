import CNcurses
import Glibc
import Testing
import Widgets

@testable import CursesTerminal

@Suite("Widths")
struct WidthAgreementTests {
  @Test("The table of widths agrees with the C library, by which ncurses lays out rows")
  func agreement() throws {
    try UnicodeLocale.set(environment: ["LC_ALL": "C.UTF-8"])
    var differing: [String] = []
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kind = CharacterWidth.kind(of: scalar)
      // What is never drawn need not agree.
      if kind == .dropped || kind == .unprintable { continue }
      var expected = Int(cn_columns_of(wchar_t(bitPattern: value)))
      if kind.columns(ambiguousIsWide: false) != expected {
        // Another test of this process may be setting a locale at this very moment.
        try UnicodeLocale.set(environment: ["LC_ALL": "C.UTF-8"])
        expected = Int(cn_columns_of(wchar_t(bitPattern: value)))
      }
      // Newer characters than the C library's are drawn by ncurses as nothing it knows; they may not be in the table as drawable.
      if kind.columns(ambiguousIsWide: false) != expected { differing.append("U+\(String(value, radix: 16)): \(kind), \(expected)") }
    }
    #expect(differing.isEmpty, "\(differing.count) differ: \(differing.prefix(20))")
  }
}
