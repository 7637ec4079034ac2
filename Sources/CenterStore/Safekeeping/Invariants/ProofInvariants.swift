import Crypto
import Foundation
import GRDB
import Proofs
import Regulation
import Wording

extension DoctorFinding.Check {
  /// Lots, bound sheets and published files, held against the chain (article 25).
  public static let proofs: Self = "proofs"
}

extension Invariant {
  /// What holds of what was bound so that anyone can check it.
  static let proofs = [
    Invariant(
      .proofs, "25",
      must: Phrase(
        zh: "抽取、封存的评分表和出具的结果与审计链所记一致", en: "lots, bound sheets and published files are as the chain bound them"),
      .rows { try ProofReplay(db: $0).breaches() })
  ]
}

/// Works out again what the chain bound of lots, sheets and published files.
struct ProofReplay {
  let db: Database

  func breaches() throws -> [Invariant.Breach] { try keys() + lots() + sheets() + publications() }

  private func breach(_ object: String, _ link: Int64) -> Invariant.Breach {
    Invariant.Breach(
      object: object,
      phrase: Phrase(zh: "与审计链第 \(link) 环封存的不符", en: "is not what link \(link) of the chain bound"))
  }

  /// What a link says of a field.
  private func told(_ link: Int64, _ field: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT change ->> ('$.after.' || ?) FROM audit WHERE seq = ?"), arguments: [field, link])
  }

  private func keys() throws -> [Invariant.Breach] {
    try Row.fetchAll(db, sql: "SELECT public, private, link FROM signing_key").compactMap { row in
      let (shown, secret, link) = (row.bytes(0), row.bytes(1), row[2] as Int64)
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret)
      let isSound = try key.map { Array($0.publicKey.rawRepresentation) } == shown && told(link, "public") == Hex.string(of: shown)
      return isSound ? nil : breach(Hex.string(of: shown.prefix(4)), link)
    }
  }

  private func lots() throws -> [Invariant.Breach] {
    var breaches: [Invariant.Breach] = []
    for row in try Row.fetchAll(db, sql: "SELECT year, number, terms, bound, outcome, drawn, word FROM lot") {
      let (object, bound) = ("\(row[0] as Int)/\(row[1] as Int)", row[3] as Int64)
      let text = CenterStore.proofText(row[2])
      let terms = try? LotTerms(reading: text)
      var commitments: [String: Digest256] = [:]
      for ticket in try Row.fetchAll(
        db, sql: "SELECT ticket, login, salt FROM lot_ticket WHERE year = ? AND number = ?", arguments: [row[0] as Int, row[1] as Int])
      { commitments[ticket[0]] = LotTicket(login: ticket[1], salt: ticket.bytes(2)).commitment }
      var reasons: [String: [String: Digest256]] = [:]
      for reason in try Row.fetchAll(
        db,
        sql: """
          SELECT code, ticket, reason, salt FROM lot_exclusion JOIN center ON center.id = center_id WHERE year = ? AND number = ?
          """, arguments: [row[0] as Int, row[1] as Int])
      { reasons[reason[0], default: [:]][reason[1]] = LotReason(text: reason[2], salt: reason.bytes(3)).commitment }
      let excluded = terms?.centers.filter { !$0.excluded.isEmpty }.map { ($0.code, $0.excluded) } ?? []
      let isBound =
        try terms != nil && told(bound, "terms") == text.digest.description
        && commitments == Dictionary(terms?.tickets.map { ($0.name, $0.commitment) } ?? []) { first, _ in first }
        && reasons == Dictionary(excluded) { first, _ in first }
      if !isBound { breaches.append(breach(object, bound)) }
      if let drawn = row[5] as Int64? {
        let outcome = CenterStore.proofText(row[4] ?? "")
        if try told(drawn, "outcome") != outcome.digest.description || told(drawn, "word") != row[6] as String? {
          breaches.append(breach(object, drawn))
        }
      }
    }
    return breaches
  }

  private func sheets() throws -> [Invariant.Breach] {
    var breaches: [Invariant.Breach] = []
    for row in try Row.fetchAll(db, sql: "SELECT DISTINCT year, link FROM sheet_commitment") {
      let (year, link) = (row[0] as Int, row[1] as Int64)
      let opened = try SheetReader.all(year, link: link, db)
      for (sheet, commitment) in opened where sheet.commitment != commitment {
        breaches.append(breach("\(year)/\(sheet.center)/\(sheet.alias)", link))
      }
      let binding = SheetBinding(
        year: year, sheets: opened.map { SheetBinding.Sheet(center: $0.center, alias: $0.alias, commitment: $1) })
      if try told(link, "sheets") != binding.text.digest.description { breaches.append(breach(String(year), link)) }
    }
    return breaches
  }

  private func publications() throws -> [Invariant.Breach] {
    try Row.fetchAll(db, sql: "SELECT year, number, digest, file, link FROM publication").compactMap { row in
      let (file, link) = (row.bytes(3), row[4] as Int64)
      let publication = try? Publication(reading: file)
      let isSound =
        try Digest256(of: file).bytes == row.bytes(2) && publication != nil
        && told(link, "results") == publication?.results.digest.description
      return isSound ? nil : breach("\(row[0] as Int)/\(row[1] as Int)", link)
    }
  }
}
