import GRDB
import Regulation
import Wording

extension CenterStore {
  /// A department says of items of a form whether they are right (article 27); what it finds holds as long as the item stands as it does. The
  /// rest of the form, and whether it is in its hands at all, is looked at as well.
  ///
  /// ```swift
  /// try store.checkFacts(year: 2026, center: code, [invoice], isConfirmed: false, note: question, by: department)
  /// try store.checkFacts(year: 2026, center: code, try store.materialFile(year: 2026, center: code, by: department).form.unchecked,
  ///   isConfirmed: true, by: department)
  /// ```
  ///
  /// - Parameters:
  ///   - note: what the department says; a question needs one.
  ///   - expecting: what had been found of the form when this person began (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` for a question without words, an item in which nothing stands, and a form that is not with the
  ///   department; ``StoreError/notPermitted(_:)`` for a center of another jurisdiction, whether it exists or not.
  public func checkFacts(
    year: Int, center code: String, _ items: [FactCode], isConfirmed: Bool, note: PlainText = .empty,
    expecting: Seen<[FactCode: FactVerdict]>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.checkMaterial, by: who) { operation in
      let db = operation.db
      let id = try CenterStore.ownCenter(code, year: year, operation.member, .checkMaterial, db)
      let kept = try StoredRound(try CenterStore.round(year, db), .center(code: code, id: id), db)
      try CenterStore.requireInCheck(kept, code)
      if !isConfirmed, note.isEmpty {
        throw Refusal(article: "27", Phrase(zh: "有疑问须写明内容", en: "say what is asked about"))
      }
      guard let center = try CenterStore.center(code: code, db) else { throw StoreError.noSuch(.center, code) }
      let form = try EvaluationForm(round: kept.record, center: center, id: id, db)
      let written = Set(form.sheet.entries.filter(\.value.isFilled).keys.map(\.code))
      if let empty = items.first(where: { !written.contains($0) }) {
        throw Refusal(article: "27", Phrase(zh: "\(empty) 没有填写，无可审查", en: "nothing stands in \(empty): there is nothing to look at"))
      }
      let told = FactVerdict.fields(isConfirmed, note)
      let isOwn = try operation.joinEach(items) { item in
        let (old, object) = (form.verdicts[item], "check/\(year)/\(code)/\(item)")
        let joining = try operation.join(
          Joined(Phrase(zh: "对 \(item) 的审查", en: "what is found of \(item)"), object, expecting, own: told, over: old.said, isWhole: true) {
            $0[item].said
          }, link: operation.link(of: "fact_verdict WHERE year = ? AND center_id = ? AND code = ?", [year, id, item.description]))
        return told.allSatisfy { joining.pick($0.name, true, false) }
      }
      let new = zip(items, isOwn).filter(\.1).map(\.0).filter { item in
        guard let old = form.verdicts[item], old.isCurrent else { return true }
        return old.isConfirmed != isConfirmed || old.note != note
      }
      if new.isEmpty { return }
      try operation.keep(new, isConfirmed: isConfirmed, note: note, over: form.verdicts, of: (code, id), in: year)
    }
  }

  /// That a form is with the department, in a round that is not settled.
  private static func requireInCheck(_ kept: StoredRound, _ code: String) throws {
    let material = kept.round[center: code].material
    guard kept.record.state.takesSheets, material.stage == .submitted else {
      throw Refusal(
        article: "27",
        Phrase(
          zh: "\(code) 的评估材料“\(material.phrase.zh)”，评估\(kept.record.state.phrase.zh)，不能审查",
          en: "the material of \(code) is “\(material.phrase.en)”, the round is \(kept.record.state.phrase.en): nothing can be checked"))
    }
  }
}

extension FactVerdict {
  fileprivate static func fields(_ isConfirmed: Bool, _ note: PlainText) -> Change.Fields {
    [("confirmed", isConfirmed ? "yes" : "no"), ("note", note.string)]
  }
}

extension FactVerdict? {
  /// What is said of an item as it stands; nothing where it was changed since.
  fileprivate var said: Change.Fields {
    guard let self, self.isCurrent else { return [] }
    return FactVerdict.fields(self.isConfirmed, self.note)
  }
}

extension Operation {
  fileprivate func keep(
    _ items: [FactCode], isConfirmed: Bool, note: PlainText, over old: [FactCode: FactVerdict], of center: (code: String, id: Int64),
    in year: Int
  ) throws {
    var log = RowLog()
    for item in items {
      log.append(
        Change(
          object: "check/\(year)/\(center.code)/\(item)", before: old[item].map { FactVerdict.fields($0.isConfirmed, $0.note) },
          after: FactVerdict.fields(isConfirmed, note)))
    }
    let link = try append(.checkMaterial, Change(object: "check/\(year)/\(center.code)", rows: log.count, root: log.root))
    try keep(rows: log, of: link)
    for item in items {
      try db.cachedStatement(sql: "DELETE FROM fact_asked WHERE year = ? AND center_id = ? AND code = ?")
        .execute(arguments: [year, center.id, item.description])
      if !isConfirmed {
        try db.cachedStatement(
          sql: """
            INSERT INTO fact_asked(year, center_id, code, fact_year, value, note, link)
            SELECT year, center_id, code, fact_year, value, note, ?4 FROM fact WHERE year = ?1 AND center_id = ?2 AND code = ?3
            """
        ).execute(arguments: [year, center.id, item.description, link])
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO fact_verdict(year, center_id, code, is_confirmed, note, day, link) VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT(year, center_id, code) DO UPDATE SET is_confirmed = excluded.is_confirmed, note = excluded.note, day = excluded.day,
            link = excluded.link
          """
      ).execute(arguments: [year, center.id, item.description, isConfirmed, note.string, now.day.description, link])
    }
  }
}
