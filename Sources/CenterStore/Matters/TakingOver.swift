import GRDB
import Regulation

/// What a center that is new takes over in a round under way in which it has to take part (articles 4(5), 26 and 27); there may be nothing.
public struct TakenOver: Sendable, Hashable {
  /// The round.
  public let year: Int
  /// What goes along and what does not.
  public let takeover: RoundTakeover
  /// How many places of the form are filled by it.
  public let figures: Int
  /// How many documents come with it.
  public let documents: Int
}

extension Operation {
  /// Lets a center that is new take over, in every round under way in which it has to take part, what those that end have there; and the conflicts
  /// that were declared with them (回避), and whom its host asked to step aside from them.
  func takeOver(from ending: [StoredCenter], _ decision: Reorganisation) throws -> [TakenOver] {
    let code = decision.successor.string
    let id = try CenterStore.centerID(code, db)
    try takeOverConflicts(from: ending, to: (code, id))
    let rounds = try CenterStore.rounds(db).filter(\.state.takesSheets).map(\.year).sorted().compactMap { year -> TakenOver? in
      do { try CenterStore.requireDue(year, code, id, db) } catch is Refusal { return nil }
      let round = try CenterStore.round(year, db)
      let parts = try ending.compactMap { try predecessor($0, in: round) }
      let takeover = RoundTakeover(
        from: parts, barred: try barred(parts.flatMap(\.experts), round, from: [id] + ending.map(\.id)), terms: try round.terms,
        today: now.day)
      let reason = try PlainText("承接 \(decision.predecessors.map(\.string).joined(separator: "、"))（\(decision.document)）")
      if let deferral = takeover.deferral {
        _ = try take(.postpone(code, reason: PlainText("\(reason)：\(deferral)", .paragraphs)), in: year)
        return TakenOver(year: year, takeover: takeover, figures: 0, documents: 0)
      }
      var (figures, documents) = (0, 0)
      if let form = ending.first(where: { $0.record.code.string == takeover.form }) {
        figures = try takeOverForm(of: form, by: code, in: round)
        documents = try takeOverDocuments(of: form.id, by: (code, id), in: year)
      }
      for deadline in takeover.admitted { _ = try take(.admitLate(code, deadline, reason: reason), in: year) }
      for expert in takeover.experts { try assign(expert, to: (code, id), in: try CenterStore.round(year, db)) }
      return TakenOver(year: year, takeover: takeover, figures: figures, documents: documents)
    }
    // Asked anew only now: whoever scores already goes on in the rounds under way.
    try takeOverRequests(from: ending, to: (code, id))
    return rounds
  }

  /// Whom the host of the new center asked to step aside from those that end; what another host asked is for nobody else to read.
  private func takeOverRequests(from ending: [StoredCenter], to center: (code: String, id: Int64)) throws {
    var isKept: Set<String> = []
    let places = ending.map(\.id)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT person, employer, reason, person_key || char(0) || employer_key FROM recusal_request JOIN center ON center.id = center_id
        WHERE center_id IN (\(places.map { _ in "?" }.joined(separator: ", "))) AND host_id = (SELECT host_id FROM center WHERE id = ?)
        ORDER BY recusal_request.link DESC
        """, arguments: StatementArguments(places + [center.id]))
    // Of one person the later reason stands.
    for row in rows where isKept.insert(row[3]).inserted { try ask(try RecusalRequest(row), of: center, over: nil) }
  }

  /// What a round has of a center that ends; `nil` where the round is not about it.
  private func predecessor(_ center: StoredCenter, in round: RoundRecord) throws -> RoundTakeover.Predecessor? {
    let code = center.record.code.string
    let stored: StoredRound
    do { stored = try StoredRound(round, .center(code: code, id: center.id), db) } catch is Refusal { return nil }
    let isBlank = try EvaluationForm(round: round, center: center, id: center.id, db).isBlank
    let documents = try AttachmentHolder.material(year: round.year, center: center.id).attachments(db)
    let experts = try String.fetchAll(
      db, sql: "SELECT login FROM assignment WHERE year = ? AND center_id = ? ORDER BY login", arguments: [round.year, center.id])
    return RoundTakeover.Predecessor(
      code: code, file: stored.round[center: code], hasForm: !isBlank || !documents.isEmpty, experts: experts)
  }

  /// The experts who have to step aside from one of some centers (回避), or are no more of the round's pool.
  private func barred(_ experts: [String], _ round: RoundRecord, from centers: [Int64]) throws -> Set<String> {
    try Set(experts).filter { expert in
      do { try requirePool(round.year, expert) } catch is Refusal { return true }
      return try centers.contains { try RecusalBook.reason(expert: expert, center: $0, year: round.year, db) != nil }
    }
  }

  private func takeOverConflicts(from ending: [StoredCenter], to center: (code: String, id: Int64)) throws {
    var isKept: Set<String> = []
    for old in ending {
      let rows = try Row.fetchAll(db, sql: "SELECT login, reason FROM conflict WHERE center_id = ? ORDER BY login", arguments: [old.id])
      for row in rows where isKept.insert(row[0]).inserted {
        try declare(try PlainText(row[1], .paragraphs), of: row[0], at: center, over: nil)
      }
    }
  }

  /// - Returns: how many places of the form it fills.
  private func takeOverForm(of old: StoredCenter, by code: String, in round: RoundRecord) throws -> Int {
    let form = try WritableForm(code, round.year, self)
    let source = try EvaluationForm(round: round, center: old, id: old.id, db)
    var figures = 0
    for (place, entry) in source.sheet.entries.sorted(by: { $0.key < $1.key }) where entry.isFilled {
      // Another certification date asks for other years.
      do { try form.requireAsked(place, entry) } catch is Refusal { continue }
      try form.save(place, entry, expecting: nil, self)
      figures += 1
    }
    for (finding, text) in source.remarks.sorted(by: { $0.key < $1.key }) {
      do { try form.save(remark: text, on: finding, self) } catch is Refusal { continue }
    }
    if round.asksOwnScores {
      for (indicator, points) in source.ownScores.pairs where points != nil { try form.save(ownScore: points, of: indicator, self) }
    }
    return figures
  }

  /// - Returns: how many documents there are.
  private func takeOverDocuments(of old: Int64, by center: (code: String, id: Int64), in year: Int) throws -> Int {
    let documents = try AttachmentHolder.material(year: year, center: old).attachments(db)
    let subject = AttachmentSubject.material(center: center.code, year: year)
    for document in documents {
      let new = StoredAttachment(id: 0, entry: document.entry, size: document.size)
      let link = try append(.attach, Change(object: "\(subject.object)/\(new.entry.title)", after: new.changeFields))
      try AttachmentHolder.material(year: year, center: center.id).write(new.entry, size: new.size, over: nil, link: link, db)
    }
    return documents.count
  }
}
