import TableFiles
import Wording

/// The forms in which tables are given out.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  /// CSV: Chinese headings, terms and a byte order mark for Chinese, English ones without a mark for English.
  case csv
  /// One JSON array with English names, whatever the language.
  case json

  func form(_ language: Language) -> TableWriter.Form { self == .csv ? .csv(language) : .json }
  func terms(_ language: Language) -> Language { self == .csv ? language : .en }
}
