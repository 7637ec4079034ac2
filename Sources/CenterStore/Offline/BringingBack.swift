import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Brings an expert's sheets back that were taken away. What changed in the file only is taken, what changed on the desk only stays, and what
  /// changed on both sides is decided by a person: while anything is undecided, or anything stands in the way of a center that is not left out,
  /// nothing at all is done. The same file a second time changes nothing.
  ///
  /// - Parameters:
  ///   - decisions: what was decided.
  ///   - dryRun: whether only to say what would be done.
  /// - Throws: ``StoreError/refused(_:)`` for a file that this store did not give out to this person, one that says something else of what was taken than the
  ///   chain, and one that was scored by another indicator table.
  public func bringSheetsBack(
    _ file: OfflineSheets, deciding decisions: BringDecisions = BringDecisions(), dryRun: Bool = false, by who: Acting
  ) throws(StoreError) -> BroughtSheets {
    try transact(.bringSheetsBack, by: who) { operation in
      try operation.requireGivenOut(file)
      var bringing = Bringing(operation: operation, file: file, decisions: decisions)
      try bringing.look()
      if dryRun || !bringing.outcome.isDecided || bringing.outcome.isNothing { return (bringing.outcome, .rollback) }
      try bringing.write()
      return (bringing.outcome, .commit)
    }
  }
}

/// A file on its way back.
private struct Bringing {
  let operation: Operation
  let file: OfflineSheets
  let decisions: BringDecisions
  var outcome = BroughtSheets()
  private var changed: [Changed] = []

  /// A sheet that comes out otherwise than it stands on the desk.
  private struct Changed {
    let task: SheetTask
    let desk: Sheet
    let before: OfflineSheet
    let after: OfflineSheet
  }

  private var db: Database { operation.db }

  init(operation: Operation, file: OfflineSheets, decisions: BringDecisions) {
    (self.operation, self.file, self.decisions) = (operation, file, decisions)
  }

  // MARK: Looking

  /// Finds out what comes of each sheet.
  mutating func look() throws {
    for code in decisions.leaving where !file.taken.centers.contains(where: { $0.code.string == code }) {
      throw StoreError.noSuch(.center, code)
    }
    let partings = try OfflineParting.all(of: file, db)
    var stood: [Int: [OfflineSheet]] = [:]
    for (place, sheet) in file.sheets.enumerated() {
      let code = sheet.center.string
      guard let parting = partings.first(where: { !$0.left.contains(code) }) else { continue }
      let then = stood[parting.edits] ?? file.sheets(after: parting.edits)
      stood[parting.edits] = then
      if sheet == then[place] { continue }
      if decisions.leaving.contains(code) { outcome.left.append(code) } else { try look(at: sheet, since: then[place], parting) }
    }
  }

  private mutating func look(at sheet: OfflineSheet, since base: OfflineSheet, _ parting: OfflineParting) throws {
    let code = sheet.center.string
    let task: SheetTask
    do {
      task = try SheetTask.require(year: file.taken.round.year, center: code, member: operation.member, db)
    } catch StoreError.notPermitted {
      return obstacle(code, Phrase(zh: "已不再分配给您", en: "is no longer assigned to you"))
    }
    do { try CenterStore.requireOpen(task, db) } catch let refusal as Refusal { return obstacle(code, refusal.cited) }
    try requireLawful(sheet)
    let desk = try CenterStore.sheet(task, db)
    let merge = OfflineMerge(
      base: base, desk: try OfflineSheet(desk), file: sheet, settled: try settled(task, parting.link))
    let taken = decide(merge, code)
    let merged = merge.merged(taking: taken)
    note(merge, merged, code)
    try noteFacts(task)
    if merged != merge.desk { changed.append(Changed(task: task, desk: desk, before: merge.desk, after: merged)) }
  }

  private mutating func obstacle(_ code: String, _ phrase: Phrase) {
    outcome.obstacles.append(BroughtSheets.Remark(center: code, phrase: phrase))
  }

  private func requireLawful(_ sheet: OfflineSheet) throws {
    let system = try IndicatorSystem.standard.get()
    for code in IndicatorCode.all {
      if let points = sheet[code].points, points < .zero || points > system[code].fullPoints { throw Refusal.points(of: code, system) }
    }
  }

  /// The indicators of a sheet in which the desk changed nothing since a link.
  private func settled(_ task: SheetTask, _ link: Int64) throws -> Set<IndicatorCode> {
    let codes = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT indicator FROM score JOIN sheet ON sheet.id = sheet_id
          WHERE year = ? AND center_id = ? AND login = ? AND score.link <= ?
          """), arguments: [task.year, task.centerID, task.login, link])
    return Set(codes.compactMap { IndicatorCode($0) })
  }

  /// Sorts the clashes of a sheet by what was decided.
  ///
  /// - Returns: those that are decided for the file.
  private mutating func decide(_ merge: OfflineMerge, _ code: String) -> Set<OfflineMerge.Place> {
    var taken: Set<OfflineMerge.Place> = []
    for place in merge.clashes {
      let clash = OfflineClash(
        center: code, indicator: place.indicator, part: place.part, base: place.part.text(of: merge.base[place.indicator]),
        desk: place.part.text(of: merge.desk[place.indicator]), file: place.part.text(of: merge.file[place.indicator]),
        isHandedIn: merge.isLocked)
      outcome.clashes.append(clash)
      switch decisions.side(of: clash) {
      case .file: taken.insert(place)
      case .desk: break
      case nil: outcome.undecided.append(clash)
      }
    }
    return taken
  }

  private mutating func note(_ merge: OfflineMerge, _ merged: OfflineSheet, _ code: String) {
    for indicator in IndicatorCode.all where merged[indicator] != merge.desk[indicator] {
      for part in OfflineClash.Part.allCases {
        let (before, after) = (part.text(of: merge.desk[indicator]), part.text(of: merged[indicator]))
        if before == after { continue }
        outcome.lines.append(BroughtSheets.Line(center: code, indicator: indicator, part: part, before: before, after: after))
      }
    }
    if merged.state != merge.desk.state {
      outcome.changesStates = true
      if merged.state == .submitted {
        outcome.handedIn.append(code)
      } else {
        remark(code, Phrase(zh: "评分表原已提交，现恢复为未提交：请看过后提交", en: "the sheet was handed in and is a draft again: look at it and hand it in"))
      }
    } else if merge.isHeldBack(merged) {
      remark(
        code,
        Phrase(
          zh: "文件中已提交，但合并后不是您提交的那一份，未提交：请看过后提交",
          en: "the file hands it in, but the sheet is not the one that you handed in: look at it and hand it in"))
    }
  }

  private mutating func remark(_ code: String, _ phrase: Phrase) {
    outcome.remarks.append(BroughtSheets.Remark(center: code, phrase: phrase))
  }

  /// Tells which data items were changed since the expert looked at them.
  private mutating func noteFacts(_ task: SheetTask) throws {
    guard let old = file.taken.centers.first(where: { $0.code.string == task.center }),
      let stored = try CenterStore.center(code: task.center, db)
    else { return }
    let now = try TakenSheets.facts(of: stored, in: task.year, db)
    if now == old.facts { return }
    func values(_ facts: [TakenSheets.Fact]) -> [String: String] {
      Dictionary(facts.map { ("\($0.code)\($0.year.map { " \($0)" } ?? "")", $0.value) }) { first, _ in first }
    }
    let (before, after) = (values(old.facts), values(now))
    let places = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    let told = places.prefix(5).map { place in
      let (old, new) = (before[place] ?? "", after[place] ?? "")
      return "\(place) \(old.isEmpty ? "—" : old) → \(new.isEmpty ? "—" : new)"
    }
    remark(
      task.center,
      places.isEmpty
        ? Phrase(zh: "评估数据的说明在带出后有改动", en: "notes on its data items were changed since it was taken away")
        : Phrase(
          zh: "带出后有 \(places.count) 项评估数据改动：\(told.joined(separator: "；"))",
          en: "\(places.count.counted("data item was", "data items were")) changed since it was taken away: \(told.joined(separator: "; "))"
        ))
  }

  // MARK: Writing

  /// Writes what came of it, as one act: a link for what was taken, and one for each sheet that is handed in or taken back with it.
  mutating func write() throws {
    for sheet in changed where sheet.before.state == .submitted && sheet.after.state == .draft {
      try operation.setState(of: sheet.task, from: .submitted, to: .draft, total: sheet.desk.total, .takeBackSheet)
    }
    let link = try operation.nextNumber()
    var log = RowLog()
    for sheet in changed { try put(sheet, link, &log) }
    let fields = try OfflineParting.fields(of: file, leaving: outcome.left)
    if log.count > 0 {
      try operation.append(
        .bringSheetsBack, Change(object: file.taken.object, facts: fields, rows: log.count, root: log.root))
      try operation.keep(rows: log, of: link)
    } else {
      try operation.append(.bringSheetsBack, Change(object: file.taken.object, after: fields))
    }
    for sheet in changed where sheet.after.state == .submitted && sheet.before.state == .draft {
      let total = try CenterStore.sheet(sheet.task, db).total
      try operation.setState(of: sheet.task, from: .draft, to: .submitted, total: total, .submitSheet)
    }
    outcome.isApplied = true
  }

  private func put(_ sheet: Changed, _ link: Int64, _ log: inout RowLog) throws {
    let task = sheet.task
    var id = try Int64.fetchOne(
      db, sql: "SELECT id FROM sheet WHERE year = ? AND center_id = ? AND login = ?", arguments: [task.year, task.centerID, task.login])
    for code in IndicatorCode.all {
      let (old, new) = (sheet.before[code], sheet.after[code])
      if old.draft != new.draft {
        if new.draft.isEmpty { try CenterStore.dropDraft(task, code, db) } else { try CenterStore.putDraft(task, code, new.draft, db) }
      }
      if old.points == new.points, old.comment == new.comment { continue }
      let known = try id ?? CenterStore.makeSheet(task, link: link, db)
      id = known
      try CenterStore.putScore(of: known, code, new.points, new.comment.string, link: link, db)
      let wasEmpty = old.points == nil && old.comment.isEmpty
      log.append(
        object: "score/\(task.year)/\(task.center)/\(task.login)/\(code)",
        before: wasEmpty ? nil : [("points", old.points?.description ?? ""), ("comment", old.comment.string)],
        after: [("points", new.points?.description ?? ""), ("comment", new.comment.string)])
    }
    if let id, !sheet.desk.enteredBy.isEmpty, !sheet.after.says(sheet.before) {
      log.append(try CenterStore.makeOwn(task, id, link: link, db))
    }
  }
}
