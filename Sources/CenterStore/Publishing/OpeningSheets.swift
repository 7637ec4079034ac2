import GRDB
import Proofs
import Regulation
import Wording

extension CenterStore {
  /// Opens the sheets behind the file that was given out last: those of one center to its host, or all of them to an auditor, under letters (article 25).
  /// Each opening is on file.
  ///
  /// - Parameter center: whose sheets; `nil`: those of all centers that were scored.
  /// - Returns: the bytes of the file.
  /// - Throws: ``StoreError/refused(_:)`` where no results were given out, and for a center without a figure; ``StoreError/notPermitted(_:)`` for a host
  ///   but for its own center, whether another exists or not.
  public func openSheets(year: Int, center: String?, by who: Acting) throws(StoreError) -> [UInt8] {
    try write(.openSheets, by: who) { operation in
      let (db, member) = (operation.db, operation.member)
      if member.role == .host {
        guard let center, try CenterStore.isOwn(center, of: member, db) else { throw StoreError.notPermitted(.openSheets) }
      }
      let round = try CenterStore.round(year, db)
      guard round.state.isPublic, let last = try CenterStore.givenOut(year, db).last else {
        throw Refusal(
          article: "25", Phrase(zh: "本年度尚未出具可核验结果", en: "no results of this round were given out for anyone to check"))
      }
      let sheets = try SheetReader.opened(year, center: center, upTo: last.link, db)
      if sheets.isEmpty {
        throw Refusal(
          article: "25",
          Phrase(
            zh: center.map { "\($0) 在已出具的结果中没有得分" } ?? "已出具的结果中没有得分",
            en: center.map { "\($0) has no figure in the results that were given out" } ?? "the results that were given out hold no figure")
        )
      }
      let key = try operation.signingKey()
      try operation.append(
        .openSheets,
        Change(
          object: center.map { "opening/\(year)/\($0)" } ?? "opening/\(year)",
          after: [("publication", String(last.number)), ("sheets", String(sheets.count))]))
      return try Opening(year: year, publication: last.digest, sheets: sheets, key: Array(key.publicKey.rawRepresentation))
        .signed(by: key)
    }
  }

  private static func isOwn(_ code: String, of member: Member, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM center WHERE code = ? AND host_id = ?)", arguments: [code, member.organizationID]) ?? false
  }
}

/// What is kept of bound sheets.
enum SheetReader {
  private static func opened(_ row: Row, _ year: Int) throws -> OpenedSheet {
    let values: [Int] = try JSONText.decode(row[3])
    return OpenedSheet(
      year: year, center: row[0], alias: row[1], salt: row.bytes(2),
      points: PerIndicator<Points>(each: { $0.index < values.count ? Points(values[$0.index]) : .zero }))
  }

  /// What opens the sheets behind figures, by center, then letter: of each center those that were bound last.
  ///
  /// - Parameter upTo: the last link that counts.
  static func opened(_ year: Int, center: String?, upTo: Int64, _ db: Database) throws -> [OpenedSheet] {
    try Row.fetchAll(
      db,
      sql: """
        WITH last AS (SELECT center_id, max(link) AS link FROM sheet_commitment WHERE year = ?1 AND link <= ?2 GROUP BY center_id)
        SELECT code, alias, salt, points FROM sheet_commitment JOIN last USING (center_id, link) JOIN center ON center.id = center_id
        WHERE year = ?1 AND code = coalesce(?3, code) ORDER BY code, length(alias), alias
        """, arguments: [year, upTo, center]
    ).map { try opened($0, year) }
  }

  /// All that a link bound, and what opens it.
  static func all(_ year: Int, link: Int64, _ db: Database) throws -> [(OpenedSheet, Digest256)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT code, alias, salt, points, commitment FROM sheet_commitment JOIN center ON center.id = center_id
        WHERE year = ? AND sheet_commitment.link = ? ORDER BY code, length(alias), alias
        """, arguments: [year, link]
    ).map { (try opened($0, year), Digest256(bytes: $0.bytes(4)) ?? .zero) }
  }

  /// What each link bound that still counts for some center.
  static func bindings(_ year: Int, _ db: Database) throws -> [Publication.Binding] {
    let links = try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT link FROM (SELECT max(link) AS link FROM sheet_commitment WHERE year = ? GROUP BY center_id) ORDER BY link
        """, arguments: [year])
    return try links.map { link in
      let sheets = try all(year, link: link, db).map { SheetBinding.Sheet(center: $0.center, alias: $0.alias, commitment: $1) }
      return Publication.Binding(link: link, sheets: SheetBinding(year: year, sheets: sheets).text)
    }
  }
}
