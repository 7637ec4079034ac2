import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Writes one figure of a center's evaluation form, or takes it away; on disk when it returns, whatever else of the form is open or wrong
  /// (article 27). What the host writes takes its declaration away, and what the department found of the item holds no more.
  ///
  /// - Parameters:
  ///   - entry: a value, or a note that says why there is none; neither takes away what is there.
  ///   - expecting: how it stood when somebody began to write (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` for a place that the form does not ask for, a value that the item cannot hold, a center that is exempt,
  ///   and while the form is with others; ``StoreError/notPermitted(_:)`` for another's center, whether it exists or not.
  public func saveFact(
    year: Int, center: String, _ place: FactKey, _ entry: FactEntry, expecting: Seen<FactEntry>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.writeMaterial, by: who) { operation in
      let form = try WritableForm(center, year, operation)
      try form.requireAsked(place, entry)
      try form.save(place, entry, expecting: expecting, operation)
    }
  }

  /// Fills in what the form of the center's last round knows of the years that this one asks for again; what stands already is left alone.
  ///
  /// - Returns: how many places were filled in.
  @discardableResult
  public func fillFromLastRound(year: Int, center: String, by who: Acting) throws(StoreError) -> Int {
    try write(.writeMaterial, by: who) { operation in
      let form = try WritableForm(center, year, operation)
      let carried = try CenterStore.carriedOver(to: form.center, year: year, operation.db)
      for (place, entry) in carried.sorted(by: { $0.key < $1.key }) { try form.save(place, entry, expecting: nil, operation) }
      return carried.count
    }
  }

  /// Says of every place of an indicator that is still open why it stays empty, in one act (article 27).
  ///
  /// - Returns: how many places that were.
  /// - Throws: ``StoreError/refused(_:)`` for an empty note; otherwise as ``saveFact(year:center:_:_:expecting:by:)``.
  @discardableResult
  public func noteOpenFacts(
    year: Int, center: String, indicator: IndicatorCode, _ note: PlainText, by who: Acting
  ) throws(StoreError) -> Int {
    try write(.writeMaterial, by: who) { operation in
      let (form, system) = (try WritableForm(center, year, operation), try IndicatorSystem.standard.get())
      guard !note.isEmpty else { throw Refusal(article: "27", Phrase(zh: "没有写说明", en: "the note is empty")) }
      let own = Set(system[indicator].facts.map(\.code))
      let open = try CenterStore.factSheet(year: year, form.center, operation.db).open(system).filter { own.contains($0.code) }
      for place in open.sorted() { try form.save(place, FactEntry(nil, note: note), expecting: nil, operation) }
      return open.count
    }
  }

  /// Says what there is to a doubt; an empty text takes the remark away.
  ///
  /// - Parameters:
  ///   - finding: the ``Regulation/FactFinding/identifier`` of a doubt that the form shows now.
  ///   - expecting: what was said of it when this person began; empty: nothing (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` where the form shows no such doubt; otherwise as ``saveFact(year:center:_:_:expecting:by:)``.
  public func saveRemark(
    year: Int, center: String, on finding: String, _ text: PlainText, expecting: Seen<PlainText>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.writeMaterial, by: who) { operation in
      try WritableForm(center, year, operation).save(remark: text, on: finding, expecting: expecting, operation)
    }
  }

  /// Gives the center points of the host's own, in a round that asks for them; they count in nothing. `nil` takes them away.
  ///
  /// - Parameter expecting: the points that stood there when this person began (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` in a round that does not ask, and for points above the weight; otherwise as
  ///   ``saveFact(year:center:_:_:expecting:by:)``.
  public func saveOwnScore(
    year: Int, center: String, indicator: IndicatorCode, _ points: Points?, expecting: Seen<Points?>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.writeMaterial, by: who) { operation in
      try WritableForm(center, year, operation).save(ownScore: points, of: indicator, expecting: expecting, operation)
    }
  }

  /// The host declares that its material is complete and true, or takes that back; what is written afterwards takes it back as well.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for staff too: nobody declares for the host.
  public func declareMaterial(year: Int, center: String, isDeclared: Bool, by who: Acting) throws(StoreError) {
    try write(.writeMaterial, by: who) { operation in
      guard operation.member.role == .host else { throw StoreError.notPermitted(.writeMaterial) }
      let form = try WritableForm(center, year, operation)
      if form.isDeclared == isDeclared { return }
      let declared: Change.Fields = [("declared", "yes")]
      let link = try operation.append(
        .writeMaterial,
        Change(
          object: "material/\(year)/\(center)/declaration", before: isDeclared ? nil : declared, after: isDeclared ? declared : nil))
      guard isDeclared else { return try form.dropDeclaration(operation, link: link) }
      try operation.db.execute(
        sql: """
          INSERT INTO material(year, center_id, origin, since, declared_by, declared_on, link) VALUES (?1, ?2, 'host', ?4, ?3, ?4, ?5)
          ON CONFLICT(year, center_id) DO UPDATE SET declared_by = excluded.declared_by, declared_on = excluded.declared_on,
            link = excluded.link
          """, arguments: [year, form.id, operation.member.login, operation.now.day.description, link])
    }
  }
}
