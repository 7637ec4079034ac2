import CenterStore
import TableFiles
import Workbooks

extension ImportKind {
  /// The kinds of which a file may be, as its header or its first record says, the likeliest first; none where it says nothing.
  ///
  /// - Throws: ``TableFiles/FileError`` where nothing of the file can be read.
  public static func fitting(_ bytes: FileBytes) throws(FileError) -> [ImportKind] {
    let table = try TableInput(bytes)
    let found = ImportKind.allCases.filter { $0 != .applications && table.fits($0.schema) }
    if !found.isEmpty { return found }
    if table.fits(ApplicationTable.schema) { return [.applications] }
    return if case .text(let text) = table, ApplicationArray.mayBe(text) { [.applications] } else { [] }
  }
}

extension TableInput {
  /// Whether the file has the columns of a schema, and no others.
  fileprivate func fits(_ schema: TableSchema) -> Bool {
    var problems = ImportProblems(limit: 1)
    guard var reader = try? reader(schema, &problems), problems.isEmpty else { return false }
    if reader.form != .json { return true }
    // A record of an array tells its columns itself; what is wrong in its cells is no matter of its kind.
    return reader.next(&problems)?.isWhole == true
  }
}

extension ApplicationArray {
  /// How much of a text is looked at.
  private static let glance = 1 << 16

  /// Whether a text may be an array of applications: it begins as JSON does and names what only they hold.
  fileprivate static func mayBe(_ text: UTF8Text) -> Bool {
    text.withBytes { bytes in
      let start = bytes.prefix(glance)
      guard let first = start.first(where: { $0 > 0x20 }), first == UInt8(ascii: "[") else { return false }
      let words = String(decoding: start, as: UTF8.self)
      return words.contains("\"call_year\"") || words.contains("\"declaration_signed\"")
    }
  }
}
