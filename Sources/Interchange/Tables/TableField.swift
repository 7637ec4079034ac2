import TableFiles

/// The columns of a kind of table, each by its place: reading, writing, headings and messages all go by this one list.
protocol TableField: RawRepresentable, CaseIterable, Sendable where RawValue == Int {
  /// Its names, whether a file must have it, and what its cells hold.
  var column: Column { get }
}

extension TableSchema {
  /// The columns of a kind, in the order of its fields.
  init<Field: TableField>(_ kind: String, _ fields: Field.Type, remarks: [Column] = []) {
    self.init(kind, columns: Field.allCases.map(\.column), remarks: remarks)
  }
}
