import Regulation
import TableFiles
import Wording

/// A kind of table: how its rows become records, and records its rows.
protocol RecordTable<Record>: Sendable {
  associatedtype Record: Sendable
  associatedtype Field: TableField

  /// The columns.
  static var schema: TableSchema { get }

  /// The columns of a form that are left to whoever fills it in: a row of a form in which all of them are empty says nothing. None where the kind
  /// has no form.
  static var entered: [Field] { get }

  /// The record of a row; `nil` where something is wrong, which `cells` then holds. Every cell is looked at, so that one run finds all
  /// errors of a row.
  func record(_ cells: inout Cells<Field>) -> Record?

  /// What stands in a column; terms of the regulation in a language.
  func value(_ field: Field, of record: Record, _ language: Language) -> TableValue
}

extension RecordTable {
  static var entered: [Field] { [] }

  /// Whether a row of a form was left open.
  static func isOpen(_ row: TableRow) -> Bool { !entered.isEmpty && entered.allSatisfy { (row[$0.rawValue] ?? "").isEmpty } }

  /// The row of a record.
  func values(_ record: Record, _ language: Language) -> [TableValue] {
    Field.allCases.map { value($0, of: record, language) }
  }
}

extension TableValue {
  /// A text; empty where there is none.
  init(_ text: PlainText?) { self = .text(text?.string ?? "") }

  /// A list; empty where there is none.
  init(_ entries: [PlainText]?) { self = .list((entries ?? []).map(\.string)) }

  /// A term of the regulation: its English name, or the Chinese word; empty where there is none.
  init(_ term: (some Term)?, _ language: Language) {
    switch language {
    case .en: self = .text(term?.rawValue ?? "")
    case .zh: self = .text(term?.phrase.zh ?? "")
    }
  }

  /// A figure or a day, as its description writes it; empty where there is none.
  init(figure: (some CustomStringConvertible)?) { self = .text(figure?.description ?? "") }
}
