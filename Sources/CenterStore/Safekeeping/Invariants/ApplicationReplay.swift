import GRDB
import Regulation
import Wording

/// An application made anew by its steps, and held against how it is kept.
///
/// What a step looked at beside the application (the call, conditions, opinions) may have changed since and is not asked again: only what follows
/// from the steps themselves must be there.
enum ApplicationReplay {
  static func faults(_ db: Database) throws -> [Invariant.Breach] {
    let calendar = try WorkingDays.standard.get()
    var steps: [Int64: [(step: String, day: String)]] = [:]
    let taken = try Row.fetchCursor(db, sql: "SELECT application_id, step, day FROM application_step ORDER BY application_id, position")
    while let row = try taken.next() { steps[row[0], default: []].append((row.text(1), row.text(2))) }
    return try Row.fetchAll(db, sql: "SELECT id, number, state, stage, year FROM application ORDER BY number").compactMap { row in
      let number = row.text(1)
      func breach(_ zh: String, _ en: String) -> Invariant.Breach {
        Invariant.Breach(object: number, path: "application/\(number)", phrase: Phrase(zh: zh, en: en))
      }
      guard let kept: Application = try? JSONText.decode(row.text(2)) else { return breach("状态读不出来", "its state cannot be read") }
      if kept.state.stage.rawValue != row.text(3) {
        let stage = AuditFieldWords.value(row.text(3), of: "stage", "application")
        return breach("登记的状态“\(stage.zh)”与其内容不符", "its stage, \(stage.en), is not that of its document")
      }
      var made = Application()
      for (place, taken) in (steps[row[0]] ?? []).enumerated() {
        guard
          let step: ApplicationStep = try? JSONText.decode(taken.step), let day = Day(parsing: taken.day),
          let call = try? Call(year: row[4], opensOn: day, lastDays: Call.LastDays(host: day, department: day, correction: day))
        else { return breach("第 \(place + 1) 步读不出来", "step \(place + 1) cannot be read") }
        if !made.repeats(step, day, call, calendar) {
          // Holidays may have been given out since the notice was counted; the days that are printed on it govern.
          if case .certify = step, made.state.stage == .onNotice, kept.isCertified(by: step, on: day) { return nil }
          return breach("第 \(place + 1) 步“\(step.kind.phrase.zh)”不合规定", "step \(place + 1), “\(step.kind.phrase.en)”, is not lawful there")
        }
      }
      let (now, then) = (try essence(made), try essence(kept))
      // Before the tenth version nothing was kept of a notice that had ended.
      if now == then || kept.closedNotice == nil && now.filter({ !$0.key.hasPrefix("closedNotice.") }) == then { return nil }
      return breach(
        "登记为“\(kept.state.stage.phrase.zh)”，与其步骤得出的不符（\(made.state.stage.phrase.zh)）",
        "is kept as “\(kept.state.stage.phrase.en)”, and its steps made something else of it (\(made.state.stage.phrase.en))")
    }
  }

  /// What an application holds, without what follows from the calendar of the day.
  private static func essence(_ application: Application) throws -> [String: String] {
    try JSONText.paths(try JSONText.encode(application)).filter { !$0.key.hasSuffix(".last") && !$0.key.hasSuffix(".isProvisional") }
  }
}

extension Application {
  /// Takes a step that was taken before.
  fileprivate mutating func repeats(_ step: ApplicationStep, _ day: Day, _ call: Call, _ calendar: WorkingDays) -> Bool {
    // Some steps lead on where every condition is met, others only where one is not.
    for failed in [[], ["9"]] {
      let situation = Application.Situation(call: call, today: day, failed: failed, opinions: .max, calendar: calendar)
      do {
        try take(step, by: step.kind.role, situation)
        return true
      } catch { continue }
    }
    return false
  }

  fileprivate func isCertified(by step: ApplicationStep, on day: Day) -> Bool {
    guard case .certify(let document, let code) = step, case .certified(let made) = state else { return false }
    return made == Certification(on: day, document: document, code: code)
  }
}
