import TableFiles
import Wording

/// The forms in which tables are given out.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  /// CSV: Chinese headings, terms and a byte order mark for Chinese, English ones without a mark for English.
  case csv
  /// One JSON array with English names, whatever the language.
  case json
  /// A workbook of Excel's form: numbers and days as such, headings and terms of the language.
  case xlsx
  /// A page to print; it is never read again.
  case html

  /// Whether a file of this form can be imported.
  public var isReadAgain: Bool { self != .html }

  /// Whether it is no text, and nothing to show on a terminal.
  public var isBinary: Bool { self == .xlsx }

  func terms(_ language: Language) -> Language { self == .json ? .en : language }
}
