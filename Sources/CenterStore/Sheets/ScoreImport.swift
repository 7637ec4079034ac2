import GRDB
import Regulation
import Wording

/// An import of scores under way: the sheets that it touched.
struct ScoreImport {
  private struct Key: Hashable {
    let center: String
    let login: String
  }

  private struct Target {
    let task: SheetTask
    var sheetID: Int64?
    var before: Sheet
    var after: Sheet
    let isAssigned: Bool
    /// The indicators of which the file holds a line: what else stands on the sheet is no record of it.
    var named: Set<IndicatorCode> = []
  }

  private let round: RoundRecord
  private let due: [String: DueCenter]
  private let recusals: RecusalBook
  private let system: IndicatorSystem
  private var targets: [Key: Target] = [:]
  private var order: [Key] = []
  private var refused: Set<Key> = []

  init(round: RoundRecord, _ db: Database) throws {
    self.round = round
    due = Dictionary(try CenterStore.dueCenters(round.year, db).map { ($0.code, $0) }) { first, _ in first }
    recusals = try RecusalBook(db, year: round.year)
    system = try IndicatorSystem.standard.get()
  }

  /// Takes one line.
  mutating func put(_ row: Numbered<ScoreRecord>, _ merge: inout Merge) throws {
    let record = row.record
    let key = Key(center: record.center.string, login: record.expert.string)
    if refused.contains(key) { return }
    let weight = system[record.indicator].fullPoints
    if let points = record.points, points < .zero || points > weight {
      return merge.refuse(
        row.row, "points", points.description,
        points < .zero ? NumberError.negative.phrase : NumberError.above(weight).phrase)
    }
    if targets[key] == nil {
      guard let target = try open(row, &merge) else {
        refused.insert(key)
        return
      }
      targets[key] = target
      order.append(key)
    }
    targets[key]?.named.insert(record.indicator)
    targets[key]?.after.points[record.indicator] = record.points
    if let comment = record.comment { targets[key]?.after.comments[record.indicator] = comment }
  }

  /// Writes what the lines came to.
  mutating func finish(_ merge: inout Merge) throws {
    for key in order {
      guard var target = targets[key] else { continue }
      target.after.state = target.after.total.isComplete ? .submitted : .draft
      if target.after == target.before, target.isAssigned {
        merge.outcome.unchanged += target.named.count
        continue
      }
      try write(&target, &merge)
    }
  }

  /// Looks up whose sheet a line belongs to; `nil` where that is wrong, which is then noted.
  private func open(_ row: Numbered<ScoreRecord>, _ merge: inout Merge) throws -> Target? {
    let record = row.record
    let found = due[record.center.string]
    var problem: Phrase?
    if case .exempt(let exemption)? = found?.standing { problem = exemption.problem(in: round.year) }
    if let found, try !round.state.takesSheets && !CenterStore.isOpenOnNotice(round.year, found.id, merge.db) {
      problem = Phrase(
        zh: "\(round.year) 年度评估\(round.state.phrase.zh)，只接受待定、待重核中心的评分表（第25条）",
        en: "the round of \(round.year) is \(round.state.phrase.en): only a center that is pending or re-opened takes sheets (article 25)")
    }
    if found == nil { problem = StoreError.unknown(.center, record.center.string) }
    if let problem { merge.refuse(row.row, "center", record.center.string, problem) }
    guard let expert = try CenterStore.expert(record.expert.string, merge.db) else {
      merge.refuse(row.row, "expert", record.expert.string, StoreError.unknown(.expert, record.expert.string))
      return nil
    }
    guard problem == nil, let center = found else { return nil }
    if let reason = try recusals.reason(center: center.id, expert: expert.login.string, merge.db) {
      merge.refuse(row.row, "expert", expert.login.string, Phrase(zh: "须回避：\(reason.zh)", en: "must step aside: \(reason.en)"))
      return nil
    }
    let task = SheetTask(
      year: round.year, center: center.code, centerID: center.id, login: expert.login.string, roundState: round.state)
    let id = try Int64.fetchOne(
      merge.db.cachedStatement(sql: "SELECT id FROM sheet WHERE year = ? AND center_id = ? AND login = ?"),
      arguments: [round.year, center.id, expert.login.string])
    let assigned = try Bool.fetchOne(
      merge.db.cachedStatement(sql: "SELECT 1 FROM assignment WHERE year = ? AND center_id = ? AND login = ?"),
      arguments: [round.year, center.id, expert.login.string])
    let sheet = try CenterStore.sheet(task, merge.db)
    return Target(task: task, sheetID: id, before: sheet, after: sheet, isAssigned: assigned ?? false)
  }

  private func write(_ target: inout Target, _ merge: inout Merge) throws {
    let (db, link, task) = (merge.db, merge.link, target.task)
    if !target.isAssigned {
      try db.cachedStatement(sql: "INSERT INTO assignment(year, center_id, login, origin, link) VALUES (?, ?, ?, 'import', ?)")
        .execute(arguments: [task.year, task.centerID, task.login, link])
      merge.log.append(Change(object: "assignment/\(task.year)/\(task.center)/\(task.login)", after: [("origin", "import")]))
    }
    let isNew = target.sheetID == nil
    let id = try target.sheetID ?? CenterStore.makeSheet(task, link: link, db)
    for code in IndicatorCode.all {
      let (old, new) = (target.before, target.after)
      if old.points[code] == new.points[code], old.comments[code] == new.comments[code] {
        if target.named.contains(code) { merge.outcome.unchanged += 1 }
        continue
      }
      try CenterStore.putScore(of: id, code, new.points[code], new.comments[code].string, link: link, db)
      let wasEmpty = old.points[code] == nil && old.comments[code].isEmpty
      merge.note(
        "score/\(task.year)/\(task.center)/\(task.login)/\(code)",
        before: wasEmpty ? nil : [("points", old.points[code]?.description ?? ""), ("comment", old.comments[code].string)],
        after: [("points", new.points[code]?.description ?? ""), ("comment", new.comments[code].string)])
    }
    if isNew || target.after.state != target.before.state || target.after.enteredBy != merge.operation.member.login {
      try db.cachedStatement(sql: "UPDATE sheet SET state = ?, entered_by = ?, submitted_at = ?, link = ? WHERE id = ?").execute(
        arguments: [
          target.after.state.rawValue, merge.operation.member.login,
          target.after.state == .submitted ? merge.operation.now.milliseconds : nil, link, id,
        ])
      merge.log.append(
        Change(
          object: "sheet/\(task.year)/\(task.center)/\(task.login)", before: isNew ? nil : [("state", target.before.state.rawValue)],
          after: [("state", target.after.state.rawValue), ("total", target.after.total.sum.description)]))
    }
  }
}
