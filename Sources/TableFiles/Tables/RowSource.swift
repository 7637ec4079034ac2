import Wording

/// Gives the rows of a table that lies in no text, one after the other: a sheet of a workbook.
public protocol RowSource: AnyObject {
  /// What messages call the sheet where the file has several; nil where it has one.
  var sheet: String? { get }

  /// The next row in which anything stands; nil at the end.
  ///
  /// - Parameter days: the places of the columns in which a bare number is a day.
  func next(days: Set<Int>) throws(WorkbookFault) -> CSVRecord?
}

/// A cell from which nothing can be taken.
public struct CellFault: Error, Hashable, Sendable {
  /// The place of the cell in its row; the first is 0.
  public let place: Int
  /// What stands there.
  public let value: String
  /// What is wrong and what to do, said of the value.
  public let message: Phrase

  /// A fault.
  public init(place: Int, value: String, message: Phrase) {
    self.place = place
    self.value = value
    self.message = message
  }
}

/// The letters by which a spreadsheet calls its columns.
public enum ColumnLetters {
  /// The letters of a place: `A` of 0, `Z` of 25, `AA` of 26.
  public static func letters(of place: Int) -> String {
    var letters: [UInt8] = []
    var rest = place + 1
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
