import GRDB
import Regulation
import Wording

/// A reorganisation that touched a center, as everybody may read it (article 4(5)).
public struct ReorganisationEvent: Sendable, Hashable {
  /// What was decided.
  public let decision: Reorganisation
  /// The names of the centers, by code.
  public let names: [String: String]
}

extension CenterStore {
  /// Ends centers in one that goes on, old or new (重组; article 4(5)): those that end are no active centers from then on, and stay on file;
  /// what is open of them lapses. A successor that is new takes over in the rounds under way what ``Regulation/RoundTakeover`` says.
  ///
  /// - Parameters:
  ///   - new: the successor where its code is new; its department is the first predecessor's.
  ///   - dryRun: tells what would be taken over, and writes nothing.
  /// - Returns: what a new successor takes over, round by round.
  /// - Throws: ``StoreError/refused(_:)`` where ``Regulation/Reorganisation`` refuses it, nothing is said of a successor that is new, or its name is
  ///   another active center's.
  @discardableResult
  public func reorganise(
    _ predecessors: [PlainText], into successor: PlainText, new: SuccessorRecord? = nil, on day: Day, document: PlainText,
    reason: PlainText, certifiedOn: Day? = nil, dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> [TakenOver] {
    try transact(.reorganise, by: who) { operation in
      let db = operation.db
      let decision = try Reorganisation(
        predecessors: predecessors, successor: successor, on: day, document: document, reason: reason, certifiedOn: certifiedOn,
        try operation.situation(of: predecessors + [successor]))
      let ending = try predecessors.compactMap { try CenterStore.center(code: $0.string, db) }
      let isNew = try CenterStore.center(code: successor.string, db) == nil
      if isNew {
        try operation.found(successor, new, from: ending.map(\.record), decision)
      } else if let certifiedOn {
        try operation.rewrite(successor.string, .reorganise) { $0.certifiedOn = certifiedOn }
      }
      for center in ending { try operation.rewrite(center.record.code.string, .reorganise) { $0.status = .reorganised } }
      try operation.keep(decision, of: ending.map(\.id))
      return (isNew ? try operation.takeOver(from: ending, decision) : [], dryRun ? .rollback : .commit)
    }
  }

  /// The reorganisations that a center came out of or went into, the first one first. They are public.
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)``.
  public func reorganisations(of code: String, by who: Acting) throws(StoreError) -> [ReorganisationEvent] {
    try read(by: who) { db, _ in
      try CenterStore.reorganisations(of: try CenterStore.centerID(code, db), db).map(\.event)
    }
  }

  /// The same, with who put each on file and by which link.
  static func reorganisations(of center: Int64, _ db: Database) throws -> [(event: ReorganisationEvent, login: String, link: Int64)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT document, login, link FROM reorganisation WHERE successor_id = ?1
          OR id = (SELECT reorganisation_id FROM reorganised WHERE center_id = ?1) ORDER BY id
        """, arguments: [center]
    ).map { row in
      let decision: Reorganisation = try JSONText.decode(row[0])
      var names: [String: String] = [:]
      for code in decision.predecessors + [decision.successor] {
        names[code.string] = try String.fetchOne(db, sql: "SELECT name FROM center WHERE code = ?", arguments: [code.string])
      }
      return (ReorganisationEvent(decision: decision, names: names), row[1], row[2])
    }
  }
}

extension Operation {
  /// Puts a decision on file; what is open of the centers that end by it lapses.
  func keep(_ decision: Reorganisation, of ending: [Int64]) throws {
    let text = try JSONText.encode(decision)
    let link = try append(.reorganise, Change(object: "reorganisation/\(decision.successor)", after: [("decision", text)]))
    try db.execute(
      sql: "INSERT INTO reorganisation(successor_id, document, login, day, link) VALUES (?, ?, ?, ?, ?)",
      arguments: [try CenterStore.centerID(decision.successor.string, db), text, member.login, now.day.description, link])
    let id = db.lastInsertedRowID
    for center in ending {
      try db.execute(sql: "INSERT INTO reorganised(center_id, reorganisation_id) VALUES (?, ?)", arguments: [center, id])
      try lapseMatters(of: center)
    }
  }

  func situation(of codes: [PlainText]) throws -> Reorganisation.Situation {
    var situation = Reorganisation.Situation(today: now.day, status: [:])
    for code in codes {
      guard let row = try Row.fetchOne(db, sql: "SELECT id, status FROM center WHERE code = ?", arguments: [code.string]) else { continue }
      situation.status[code] = CenterStatus(rawValue: row[1])
      let proposed = try Bool.fetchOne(
        db, sql: "SELECT 1 FROM matter WHERE center_id = ? AND kind = 'revocation' AND stage = 'proposed'", arguments: [row[0] as Int64])
      if proposed != nil { situation.underRevocation.insert(code) }
    }
    return situation
  }
}
