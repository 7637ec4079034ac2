/// Writes a table of a known kind, whatever the form, a row at a time.
public protocol TableOutput {
  /// Writes one row: a value for each column, in their order.
  mutating func write(_ values: [TableValue]) throws(FileError)
  /// Writes what is left, and ends the file.
  mutating func finish() throws(FileError)
}
