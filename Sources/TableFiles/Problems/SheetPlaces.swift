import Wording

/// Where the columns of a sheet stand in it, as a spreadsheet calls them.
public struct SheetPlaces: Sendable, Hashable {
  /// The name of the sheet where the file has several; nil where it has one.
  public var sheet: String?
  /// The letters of each column, by its English name, or by its heading where that is unknown.
  public var letters: [String: String]

  /// The places of columns.
  public init(sheet: String? = nil, letters: [String: String] = [:]) {
    self.sheet = sheet
    self.letters = letters
  }

  /// The place of a cell: `row 5, E`; of a whole row where no column of this name is known.
  func phrase(row: Int, column: String) -> Phrase {
    let row = Phrase(zh: "第 \(row) 行", en: "row \(row)")
    let cell = letters[column].map { row + Phrase(zh: " \($0) 列", en: ", \($0)") } ?? row
    return sheet.map { Phrase(zh: "工作表“\(SafeExcerpt($0))”", en: "sheet “\(SafeExcerpt($0))”, ") + cell } ?? cell
  }
}
