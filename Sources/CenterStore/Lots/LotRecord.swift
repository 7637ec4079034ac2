import GRDB
import Proofs
import Regulation

/// A lot of a round as those see it who run it: what it goes by, who bears which ticket, and what it drew.
public struct LotRecord: Sendable, Hashable {
  /// What it goes by.
  public let terms: LotTerms
  /// The link that bound the terms, and its hash, from which the seed follows.
  public let bound: (number: Int64, hash: Digest256, time: Moment)
  /// Who bears each ticket.
  public let tickets: [String: LotTicket]
  /// The names of those who bear tickets, by login.
  public let names: [String: String]
  /// Why a ticket is excluded from a center, by center, then ticket.
  public let reasons: [String: [String: LotReason]]
  /// The name of the witness; empty before the draw, and for a replacement, which has none.
  public let witness: String
  /// What was drawn, and by which link; `nil` as long as the witness has not spoken.
  public let drawn: (number: Int64, outcome: LotOutcome)?

  /// The name of whoever bears a ticket.
  public func name(of ticket: String) -> String { tickets[ticket].map { names[$0.login] ?? $0.login } ?? ticket }

  /// Compares all of it.
  public static func == (left: LotRecord, right: LotRecord) -> Bool {
    left.bound.hash == right.bound.hash && left.drawn?.number == right.drawn?.number && left.drawn?.outcome == right.drawn?.outcome
  }
  /// Hashes what tells lots apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(bound.hash) }
}

extension CenterStore {
  /// The lots of a round, the first one first.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff and the agency entrusted with the round.
  public func lots(year: Int, by who: Acting) throws(StoreError) -> [LotRecord] {
    try read(by: who) { db, member in
      try CenterStore.requireConductor(year, member, db)
      return try CenterStore.lots(year, db)
    }
  }

  static func lots(_ year: Int, _ db: Database) throws -> [LotRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT number, terms, bound, witness, outcome, drawn, hash, time FROM lot JOIN audit ON seq = bound WHERE year = ? ORDER BY number
        """, arguments: [year]
    ).map { row in
      let number: Int = row[0]
      var (tickets, names): ([String: LotTicket], [String: String]) = ([:], [:])
      for ticket in try Row.fetchAll(
        db, sql: "SELECT ticket, login, salt, name FROM lot_ticket JOIN user USING (login) WHERE year = ? AND number = ?",
        arguments: [year, number])
      {
        tickets[ticket[0]] = LotTicket(login: ticket[1], salt: ticket.bytes(2))
        names[ticket[1]] = ticket[3]
      }
      var reasons: [String: [String: LotReason]] = [:]
      for reason in try Row.fetchAll(
        db,
        sql: "SELECT code, ticket, reason, salt FROM lot_exclusion JOIN center ON center.id = center_id WHERE year = ? AND number = ?",
        arguments: [year, number])
      {
        reasons[reason[0], default: [:]][reason[1]] = LotReason(text: reason[2], salt: reason.bytes(3))
      }
      let drawn = try (row[5] as Int64?).map { (link: Int64) in
        (number: link, outcome: try LotOutcome(reading: CenterStore.proofText(row[4] ?? "")))
      }
      return LotRecord(
        terms: try LotTerms(reading: CenterStore.proofText(row[1])),
        bound: (row[2], Digest256(bytes: row.bytes(6)) ?? .zero, Moment(milliseconds: row[7])), tickets: tickets, names: names,
        reasons: reasons, witness: row[3], drawn: drawn)
    }
  }

  /// A bound text, as a column keeps it.
  static func proofText(_ text: String) -> ProofText {
    ProofText(lines: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
  }
}
