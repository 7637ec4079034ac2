import Foundation
import Wording

/// The columns of a kind of table, declared once for CSV, JSON and workbooks, in and out.
///
///     static let conflicts = TableSchema(
///       "conflicts",
///       columns: [
///         Column("center", "中心编号", .filled), Column("expert", "专家账号", .filled), Column("reason", "回避原因", .filled),
///       ])
public struct TableSchema: Sendable, Hashable {
  /// The kind's name on the command line.
  public let kind: String
  /// The columns in the order in which they are written.
  public let columns: [Column]

  /// The columns that a form has to explain its rows; they are never read.
  public let remarks: [Column]

  private let names: [String]
  private let positions: [String: Int]

  /// The columns of a kind.
  ///
  /// - Precondition: no two names read the same.
  public init(_ kind: String, columns: [Column], remarks: [Column] = []) {
    self.kind = kind
    self.columns = columns
    self.remarks = remarks
    names = columns.map(\.name)
    var positions: [String: Int] = [:]
    for (position, column) in columns.enumerated() {
      for heading in [column.name, column.chinese, column.label] {
        let earlier = positions.updateValue(position, forKey: TableSchema.key(heading))
        precondition(earlier == nil || earlier == position, "two columns of \(kind) are called \(heading)")
      }
    }
    self.positions = positions
  }

  /// The place of the column that a heading names, in Chinese or English, however wide its letters are; nil for an unknown one.
  public func position(ofHeading heading: String) -> Int? { positions[TableSchema.key(heading)] }

  /// The place of a column by its English name, exactly; nil for an unknown one.
  public func position(of name: String) -> Int? { names.firstIndex(of: name) }

  /// The headings that are written.
  public func headings(_ language: Language) -> [String] { columns.map { language == .zh ? $0.chinese : $0.name } }

  /// Whether a row names all columns that a file must have.
  public func isHeader(_ headings: [String]) -> Bool {
    let found = Set(headings.compactMap(position(ofHeading:)))
    return !found.isEmpty && columns.indices.allSatisfy { columns[$0].presence == .optional || found.contains($0) }
  }

  /// Whether a heading is that of a column that only explains.
  func isRemark(_ heading: String) -> Bool {
    let key = TableSchema.key(heading)
    return remarks.contains { TableSchema.key($0.name) == key || TableSchema.key($0.chinese) == key }
  }

  /// How many columns a row names.
  public func columns(namedBy headings: [String]) -> Int { Set(headings.compactMap(position(ofHeading:))).count }

  /// All columns, as messages list them.
  var known: Phrase {
    let labels = columns.map(\.label)
    return Phrase(zh: labels.joined(separator: "、"), en: labels.joined(separator: ", "))
  }

  private static func key(_ heading: String) -> String {
    Blanks.trimmed(heading.precomposedStringWithCompatibilityMapping).lowercased()
  }
}
