import GRDB
import Proofs
import Regulation

/// The sheets from which figures come, bound when the figures are fixed: what each said can be shown later, and nothing else.
///
/// A sheet is bound under a letter that it has at its center alone, in random order: neither the sheets of one expert at several centers nor those of
/// two rounds can be told to be one's.
struct BoundSheets {
  /// A sheet that is bound, and what opens it.
  private struct Sheet {
    let center: Int64
    let login: String
    let opened: OpenedSheet
  }

  private let year: Int
  private let sheets: [Sheet]

  /// Binds the submitted sheets behind each figure that is new.
  ///
  /// - Returns: `nil` where no figure is.
  init?(_ after: RoundSettlement?, was before: RoundSettlement?, from stored: StoredRound, _ operation: Operation) throws {
    let new = (after?.figures ?? [:]).filter { before?.figures[$0.key] != $0.value }.keys
    if new.isEmpty { return nil }
    let ids = try stored.scope.ids(operation.db)
    let submitted = try CenterStore.submittedSheets(stored.record.year, center: stored.scope.center, operation.db)
    self.init(
      stored.record.year, centers: Dictionary(uniqueKeysWithValues: new.compactMap { code in ids[code].map { (code, $0) } }), submitted,
      operation)
  }

  /// Binds the sheets of some centers.
  ///
  /// - Parameter centers: their rows, by code.
  init(_ year: Int, centers: [String: Int64], _ submitted: [Int64: [SubmittedSheet]], _ operation: Operation) {
    self.year = year
    var sheets: [Sheet] = []
    for (code, id) in centers.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let mixed = (submitted[id] ?? []).sorted { $0.login < $1.login }.map { (sheet: $0, salt: operation.randomBytes(32)) }
        .sorted { $0.salt.lexicographicallyPrecedes($1.salt) }
      for (place, one) in mixed.enumerated() {
        let opened = OpenedSheet(
          year: year, center: code, alias: OpenedSheet.alias(place), salt: one.salt, points: one.sheet.points)
        sheets.append(Sheet(center: id, login: one.sheet.login, opened: opened))
      }
    }
    self.sheets = sheets
  }

  /// What the chain is to hold.
  var binding: SheetBinding {
    SheetBinding(
      year: year,
      sheets: sheets.map { SheetBinding.Sheet(center: $0.opened.center, alias: $0.opened.alias, commitment: $0.opened.commitment) })
  }

  /// Keeps what opens the sheets.
  func keep(link: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO sheet_commitment(year, center_id, link, alias, login, points, salt, commitment) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for sheet in sheets {
      try statement.execute(arguments: [
        year, sheet.center, link, sheet.opened.alias, sheet.login, try JSONText.encode(sheet.opened.points.values.map(\.hundredths)),
        Blob(sheet.opened.salt), Blob(sheet.opened.commitment.bytes),
      ])
    }
  }
}
