import Regulation
import TableFiles
import Wording
import Workbooks

/// The cells of a row as what they stand for. A cell that cannot be read is noted and gives `nil`, like a column that the file lacks.
struct Cells<Field: TableField> {
  private let row: TableRow
  /// What is wrong with the row so far.
  private(set) var errors: [CellError] = []

  init(_ row: TableRow) { self.row = row }

  /// The number of the row, as people count.
  var number: Int { row.number }

  /// What stands in a cell, before it is read; `nil` for an empty one that must be filled, which the reader of the file has told.
  func raw(_ field: Field) -> String? {
    guard let text = row[field.rawValue] else { return nil }
    return text.isEmpty && field.column.presence == .filled ? nil : text
  }

  /// Notes what is wrong with a cell.
  mutating func refuse(_ field: Field, _ message: Phrase) { errors.append(row.error(in: field.column, message)) }

  /// A text.
  mutating func text(_ field: Field, _ shape: PlainText.Shape = .line) -> PlainText? {
    guard let raw = raw(field) else { return nil }
    return plain(raw, field, shape)
  }

  /// A list of texts, each on one line.
  mutating func list(_ field: Field) -> [PlainText]? {
    guard let entries = row.list(at: field.rawValue) else { return nil }
    var texts: [PlainText] = []
    for entry in entries {
      guard let text = plain(entry, field, .line) else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// A term of the regulation, in English or Chinese.
  ///
  /// - Parameter others: further words that people use for it.
  /// - Returns: `.some(nil)` for an empty cell.
  mutating func term<T: Term>(_ field: Field, _ term: T.Type, or others: [String: T] = [:]) -> T?? {
    guard let raw = raw(field) else { return nil }
    if raw.isEmpty { return .some(nil) }
    if let value = T(lenient: raw) ?? others[raw] { return .some(value) }
    refuse(field, Cells.mustBeOne(of: T.self))
    return nil
  }

  /// A term that must be there.
  mutating func demanded<T: Term>(_ field: Field, _ term: T.Type, or others: [String: T] = [:]) -> T? {
    self.term(field, term, or: others).flatMap { $0 }
  }

  /// A day that must be there.
  mutating func day(_ field: Field) -> Day? {
    guard let raw = raw(field) else { return nil }
    if let day = Day(parsing: raw) ?? SheetDays.day(written: raw) { return day }
    refuse(field, Phrase(zh: "不是日期，请写成 2024-01-05", en: "is not a day of the calendar; write it like 2024-01-05"))
    return nil
  }

  /// A day that may be left empty.
  ///
  /// - Returns: `.some(nil)` for an empty cell.
  mutating func optionalDay(_ field: Field) -> Day?? {
    guard let raw = raw(field) else { return nil }
    return raw.isEmpty ? .some(nil) : day(field)
  }

  /// A whole number in a range.
  ///
  /// - Returns: `nil` for an empty cell as well.
  mutating func whole(_ field: Field, in range: ClosedRange<Int>) -> Int? {
    guard let raw = raw(field), !raw.isEmpty else { return nil }
    do {
      let number = try DecimalText(raw).wholeNumber()
      if range.contains(number) { return number }
      refuse(
        field,
        Phrase(
          zh: "须在 \(range.lowerBound) 至 \(range.upperBound) 之间", en: "must lie between \(range.lowerBound) and \(range.upperBound)"))
    } catch {
      refuse(field, error.phrase)
    }
    return nil
  }

  /// Points, from 0 to the most there can be.
  ///
  /// - Returns: `nil` for an empty cell as well.
  mutating func points(_ field: Field, upTo limit: Points) -> Points? {
    guard let raw = raw(field), !raw.isEmpty else { return nil }
    do {
      return try PointsEntry.parse(raw, weight: limit)
    } catch {
      refuse(field, error.phrase)
      return nil
    }
  }

  private mutating func plain(_ raw: String, _ field: Field, _ shape: PlainText.Shape) -> PlainText? {
    do {
      return try PlainText(raw, shape)
    } catch {
      refuse(field, error.phrase)
      return nil
    }
  }

  private static func mustBeOne<T: Term>(of term: T.Type) -> Phrase {
    let words = T.allCases.map { "\($0.phrase.zh)（\($0.rawValue)）" }
    let names = T.allCases.map { "\($0.rawValue)/\($0.phrase.zh)" }
    return Phrase(zh: "须为以下之一：\(words.joined(separator: "、"))", en: "must be one of \(names.joined(separator: ", "))")
  }
}

extension Term {
  /// Reads a term as people type it: in Chinese or English, however wide or large its letters are.
  init?(lenient word: String) {
    if let name = Self(rawValue: word) {
      self = name
    } else if let exact = Self(word: word) {
      self = exact
    } else if let folded = Self(word: NameKey(word).string.lowercased()) {
      self = folded
    } else {
      return nil
    }
  }
}
