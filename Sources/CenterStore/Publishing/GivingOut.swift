import Crypto
import GRDB
import Proofs
import Regulation
import Wording

/// A file that was given out: the results of a round, for anyone to check.
public struct GivenOut: Sendable, Hashable {
  /// The year of the round.
  public let year: Int
  /// Its number among the round's, from 1.
  public let number: Int
  /// The bytes of the file.
  public let file: [UInt8]
  /// The link that gave it out.
  public let link: Int64
  /// The hash of that link: the head of the chain as the file knows it.
  public let head: Digest256
  /// Whether it was given out by this call; else nothing had changed since.
  public let isNew: Bool

  /// What the file's bytes hash to.
  public var digest: Digest256 { Digest256(of: file) }
  /// The short number that people compare.
  public var checkNumber: CheckNumber { CheckNumber(digest) }
}

extension CenterStore {
  /// Gives the results of a round out as a file that anyone can check (article 25), from the day on which they are on public notice. While nothing
  /// changes it is the same file; a corrected figure makes a further one, which names the one before.
  ///
  /// Sheets of a round that an older program settled are bound before it, by a link of their own.
  ///
  /// - Throws: ``StoreError/refused(_:)`` before the results are on notice.
  public func giveOutResults(year: Int, by who: Acting) throws(StoreError) -> GivenOut {
    try write(.giveOutResults, by: who) { operation in
      let db = operation.db
      let round = try operation.ownRound(year, .giveOutResults)
      guard round.state.isPublic else {
        throw Refusal(
          article: "25",
          Phrase(zh: "结果公示后才能出具可核验文件", en: "results are given out from the day on which they are on public notice"))
      }
      let earlier = try CenterStore.givenOut(year, db)
      if let last = earlier.last {
        let results = try operation.results(of: round, number: last.number, supersedes: earlier.dropLast().last?.digest)
        let bound = try String.fetchOne(db, sql: "SELECT change ->> '$.after.results' FROM audit WHERE seq = ?", arguments: [last.link])
        if bound == results.text.digest.description { return last }
      }
      try operation.bindWhatIsNot(round)
      let key = try operation.signingKey()
      let results = try operation.results(of: round, number: (earlier.last?.number ?? 0) + 1, supersedes: earlier.last?.digest)
      let publicKey = Array(key.publicKey.rawRepresentation)
      let link = try operation.append(
        .giveOutResults,
        Change(
          object: "publication/\(year)/\(results.number)",
          after: [("results", results.text.digest.description), ("key", Hex.string(of: publicKey))]))
      let file = try operation.publication(results, key: publicKey).signed(by: key)
      try db.execute(
        sql: "INSERT INTO publication(year, number, digest, file, link) VALUES (?, ?, ?, ?, ?)",
        arguments: [year, results.number, Blob(Digest256(of: file).bytes), Blob(file), link])
      return GivenOut(year: year, number: results.number, file: file, link: link, head: try operation.head().hash, isNew: true)
    }
  }

  /// The files that were given out of a round's results, the first one first; from the day on which the results are on notice everybody may see them.
  public func givenOut(year: Int, by who: Acting) throws(StoreError) -> [GivenOut] {
    let today = self.today
    return try read(by: who) { db, member in
      _ = try CenterStore.visibleResult(year, namesAll: false, to: member, today: today, db)
      return try CenterStore.givenOut(year, db)
    }
  }

  static func givenOut(_ year: Int, _ db: Database) throws -> [GivenOut] {
    try Row.fetchAll(
      db, sql: "SELECT number, file, link, hash FROM publication JOIN audit ON seq = link WHERE year = ? ORDER BY number", arguments: [year]
    ).map {
      GivenOut(
        year: year, number: $0[0], file: $0.bytes(1), link: $0[2], head: Digest256(bytes: $0.bytes(3)) ?? .zero, isNew: false)
    }
  }
}

extension Operation {
  /// The results as they stand.
  fileprivate func results(of round: RoundRecord, number: Int, supersedes: Digest256?) throws -> PublishedResults {
    let stored = try StoredRound(round, .whole, db)
    guard let settlement = stored.round.state.settlement else { throw StoreError.noSuch(.round, String(round.year)) }
    var names: [String: String] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT code, name FROM center JOIN roll ON center_id = center.id WHERE year = ?", arguments: [round.year])
    { names[row[0]] = row[1] }
    let byHand = try counts(
      """
      SELECT code, count(*) FROM assignment JOIN center ON center.id = assignment.center_id WHERE assignment.year = ? AND origin <> 'draw'
        AND EXISTS (
          SELECT 1 FROM sheet WHERE sheet.year = assignment.year AND sheet.center_id = assignment.center_id
            AND sheet.login = assignment.login AND state = 'submitted')
      GROUP BY code
      """, round.year)
    let submitted = try counts(
      "SELECT code, count(*) FROM sheet JOIN center ON center.id = center_id WHERE year = ? AND state = 'submitted' GROUP BY code",
      round.year)
    return PublishedResults(
      year: round.year, number: number, supersedes: supersedes, method: round.method, minimumSheets: round.minimumSheets,
      tableVersion: round.tableVersion,
      centers: settlement.ranking.map { rank, code, figure in
        PublishedResults.Center(
          code: code, name: names[code] ?? "", score: figure.score, grade: figure.grade, rank: rank, sheets: figure.sheets,
          byHand: min(byHand[code] ?? 0, figure.sheets))
      },
      corrections: settlement.figures.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }).flatMap { code in
        (settlement.figures[code]?.replaced ?? []).map { PublishedResults.Correction(code: code, before: $0.score, on: $0.on) }
      },
      // What came in since without a figure being fixed may be enough; it is not counted as if it were fixed.
      pending: Dictionary(
        uniqueKeysWithValues: settlement.pending.map { ($0, min(submitted[$0] ?? 0, round.minimumSheets - 1)) }), absent: settlement.absent,
      exempt: settlement.exempt)
  }

  private func counts(_ sql: String, _ year: Int) throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in try Row.fetchAll(db, sql: sql, arguments: [year]) { counts[row[0]] = row[1] }
    return counts
  }

  /// Binds the sheets behind figures that were fixed without it.
  fileprivate func bindWhatIsNot(_ round: RoundRecord) throws {
    let unbound = try Row.fetchAll(
      db,
      sql: """
        SELECT code, center.id FROM result JOIN center ON center.id = center_id
        WHERE year = ?1 AND center_id NOT IN (SELECT center_id FROM sheet_commitment WHERE year = ?1)
        """, arguments: [round.year])
    if unbound.isEmpty { return }
    let sheets = try CenterStore.submittedSheets(round.year, db).merging(FormerSheets.reopened(round.year, db)) { _, former in former }
    let bound = BoundSheets(
      round.year, centers: Dictionary(uniqueKeysWithValues: unbound.map { ($0[0] as String, $0[1] as Int64) }), sheets, self)
    let link = try append(
      .bindSheets, Change(object: "round/\(round.year)", after: [("sheets", bound.binding.text.digest.description)]))
    try bound.keep(link: link, db)
  }

  /// The file, but for its signature: the chain ends with the link that gives it out.
  fileprivate func publication(_ results: PublishedResults, key: [UInt8]) throws -> Publication {
    let year = results.year
    let opening = try Int64.fetchOne(
      db, sql: "SELECT min(seq) FROM audit WHERE act = 'round.open' AND change ->> '$.object' = ?", arguments: ["round/\(year)"])
    let first = opening ?? 1
    let lots = try Row.fetchAll(db, sql: "SELECT bound, terms, drawn, outcome FROM lot WHERE year = ? ORDER BY number", arguments: [year])
      .map { row in
        Publication.Lot(
          bound: row[0], terms: CenterStore.proofText(row[1]), drawn: row[2], outcome: (row[3] as String?).map { CenterStore.proofText($0) }
        )
      }
    let bindings = try SheetReader.bindings(year, db)
    var binding = Set(bindings.map(\.link) + lots.map(\.bound) + lots.compactMap(\.drawn))
    binding.insert(try head().number)
    var (links, opened): ([PublicLink], [OpenedChange]) = ([], [])
    let cursor = try CenterStore.links(after: first - 1, db)
    while let link = try cursor.next() {
      links.append(link.inPublic)
      if binding.contains(link.number) {
        opened.append(OpenedChange(number: link.number, document: link.change, salt: link.changeSalt))
      }
    }
    let before = try Row.fetchOne(db, sql: "SELECT hash FROM audit WHERE seq = ?", arguments: [first - 1])
    return Publication(
      results: results.text, lots: lots, bindings: bindings, before: before.flatMap { Digest256(bytes: $0.bytes(0)) } ?? .zero,
      links: links, opened: opened, key: key)
  }
}
