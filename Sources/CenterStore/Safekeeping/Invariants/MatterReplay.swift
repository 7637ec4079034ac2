import GRDB
import Regulation
import Wording

/// A change, a filing or a revocation made anew from what the chain says it began with, by its steps.
enum MatterReplay {
  static func faults(_ db: Database) throws -> [Invariant.Breach] {
    try faults(of: ChangeRequest.self, .requestChange, db) + faults(of: DirectorFiling.self, .beginDirector, db)
      + faults(of: Revocation.self, .proposeRevocation, db)
  }

  private static func faults<M: Matter>(of kind: M.Type, _ begin: Act, _ db: Database) throws -> [Invariant.Breach] {
    let calendar = try WorkingDays.standard.get()
    var begun: [String: String] = [:]
    // What a round proposes when it closes is proposed by the same act.
    let first = try Row.fetchCursor(
      db, sql: "SELECT change ->> '$.object', change ->> '$.after.matter' FROM audit WHERE act = ? AND json_valid(change)",
      arguments: [begin.rawValue])
    while let row = try first.next() { begun[row.text(0)] = row.text(1) }
    var steps: [Int64: [(step: String, day: String, stage: String)]] = [:]
    let taken = try Row.fetchCursor(
      db,
      sql: """
        SELECT matter_id, step, day, change ->> '$.after.stage' FROM matter_step LEFT JOIN audit ON seq = matter_step.link AND json_valid(change)
        ORDER BY matter_id, position
        """)
    while let row = try taken.next() { steps[row[0], default: []].append((row.text(1), row.text(2), row.text(3))) }
    var found: [Invariant.Breach] = []
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, number, state, stage, is_open, subject FROM matter WHERE kind = ? ORDER BY number",
      arguments: [M.matter.rawValue])
    for row in rows {
      let number = row.text(1)
      func breach(_ zh: String, _ en: String) {
        found.append(Invariant.Breach(object: number, path: "\(M.matter.rawValue)/\(number)", phrase: Phrase(zh: zh, en: en)))
      }
      guard let kept: M = try? JSONText.decode(row.text(2)) else {
        breach("状态读不出来", "its state cannot be read")
        continue
      }
      if kept.stage.rawValue != row.text(3) || (row.text(4) == "1") != kept.stage.isOpen {
        let stage = AuditFieldWords.value(row.text(3), of: "stage", M.matter.rawValue)
        breach("登记的状态“\(stage.zh)”与其内容不符", "its stage, \(stage.en), is not that of its document")
        continue
      }
      if let subject = MatterSubject.text(of: kept), subject != row.text(5) {
        breach("登记的事由与其内容不符", "what it is about is not what its document says")
        continue
      }
      guard let text = begun.removeValue(forKey: "\(M.matter.rawValue)/\(number)"), let first: M = try? JSONText.decode(text) else {
        breach("审计链中没有它的提出", "the chain does not know how it began")
        continue
      }
      // Where several may take a step, the chain does not say as what somebody took it: each is followed.
      var made: Set<M> = [first]
      for taken in steps[row[0]] ?? [] {
        guard let step: M.Step = try? JSONText.decode(taken.step), let day = Day(parsing: taken.day) else {
          made = []
          break
        }
        made = Set(made.flatMap { $0.repeated(step, on: day, to: taken.stage, calendar) })
      }
      if made.isEmpty {
        breach("有一步不合规定", "one of its steps is not lawful there")
      } else if !made.contains(kept) {
        breach(
          "登记为“\(kept.stage.phrase.zh)”，与其步骤得出的不符", "is kept as “\(kept.stage.phrase.en)”, and its steps made something else of it")
      }
    }
    return found
      + begun.keys.sorted().map { Invariant.Breach(object: $0, phrase: Phrase(zh: "已不在案", en: "is on file no more")) }
  }
}

extension Matter {
  /// What a step that was taken before makes of it: by each role with whom it leads where the chain says.
  fileprivate func repeated(_ step: Step, on day: Day, to stage: String, _ calendar: WorkingDays) -> [Self] {
    // What the store writes of its own into a step has its place for each change.
    if let step = step as? ChangeStep, case .apply(_, let old) = step, let request = self as? ChangeRequest,
      old.count != request.petition.changes.count
    {
      return []
    }
    // Nor does it say how the center stood, which a lapse tells of itself.
    let situations = CenterStatus.allCases.map { MatterSituation(today: day, status: $0, calendar: calendar) }
    return Role.allCases.filter(step.kind.isTaken).flatMap { role in
      situations.compactMap { situation in
        var next = self
        do { try next.take(step, by: role, situation) } catch { return nil }
        return next.stage.rawValue == stage ? next : nil
      }
    }
  }
}
