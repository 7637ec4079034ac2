import TableFiles

/// A part of a workbook as it is unpacked, a piece at a time.
protocol PackedPart: AnyObject {
  /// Its name in the archive.
  var name: String { get }
  /// Unpacks into memory; 0 at the end.
  func read(into start: UnsafeMutableRawPointer, upTo room: Int) throws(WorkbookFault) -> Int
}
