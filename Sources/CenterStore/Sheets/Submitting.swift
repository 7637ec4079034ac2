import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Hands an expert's own sheet in; it can be taken back until the round is settled.
  ///
  /// - Throws: ``StoreError/refused(_:)`` while an indicator has no points, which names them.
  public func submitSheet(year: Int, center: String, by who: Acting) throws(StoreError) {
    try setState(.submitted, year: year, center: center, .submitSheet, by: who)
  }

  /// Takes an expert's own sheet back, so that it can be changed.
  public func takeBackSheet(year: Int, center: String, by who: Acting) throws(StoreError) {
    try setState(.draft, year: year, center: center, .takeBackSheet, by: who)
  }

  private func setState(_ state: Sheet.State, year: Int, center: String, _ act: Act, by who: Acting) throws(StoreError) {
    try write(act, by: who) { operation in
      let db = operation.db
      let task = try SheetTask.require(year: year, center: center, member: operation.member, db)
      try CenterStore.requireOpen(task, db)
      let sheet = try CenterStore.sheet(task, db)
      if sheet.state == state { return }
      let missing = sheet.total.missing
      if state == .submitted, !missing.isEmpty {
        let codes = missing.map(\.description)
        throw Refusal(
          article: "附表",
          Phrase(
            zh: "还有 \(missing.count) 项未评分：\(codes.joined(separator: "、"))",
            en: "\(missing.count) indicators have no points: \(codes.joined(separator: ", "))"))
      }
      try operation.setState(of: task, from: sheet.state, to: state, total: sheet.total, act)
    }
  }

  /// Confirms secrecy, integrity and recusal for a round; nothing of it opens to the expert before (回避).
  ///
  /// - Throws: ``StoreError/noSuch(_:_:)`` for a year without a round; ``StoreError/notPermitted(_:)`` for somebody who has the role but
  ///   is on no list of experts; ``StoreError/refused(_:)`` for a round that is over, in which nothing is left to open.
  public func pledge(year: Int, by who: Acting) throws(StoreError) {
    try write(.pledge, by: who) { operation in
      let round = try CenterStore.round(year, operation.db)
      guard try CenterStore.expert(operation.member.login, operation.db) != nil else { throw StoreError.notPermitted(.pledge) }
      if try CenterStore.hasPledged(year, operation.member.login, operation.db) { return }
      if round.state == .closed || round.state == .cancelled {
        throw Refusal(
          article: "回避",
          Phrase(
            zh: "\(year) 年度评估\(round.state.phrase.zh)，不再签署承诺",
            en: "the round of \(year) is \(round.state.phrase.en): no pledge is given any more"))
      }
      let link = try operation.append(
        .pledge, Change(object: "pledge/\(year)/\(operation.member.login)", after: [("text", "secrecy, integrity, recusal")]))
      try operation.db.execute(
        sql: "INSERT INTO pledge(year, login, time, link) VALUES (?, ?, ?, ?)",
        arguments: [year, operation.member.login, operation.now.milliseconds, link])
    }
  }

  /// Whether the expert has given the pledge for a round.
  public func hasPledged(year: Int, by who: Acting) throws(StoreError) -> Bool {
    try read(by: who) { db, member in try CenterStore.hasPledged(year, member.login, db) }
  }

  static func hasPledged(_ year: Int, _ login: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM pledge WHERE year = ? AND login = ?"), arguments: [year, login]) ?? false
  }

  /// - Throws: ``Regulation/Refusal`` before the pledge.
  static func requirePledge(_ year: Int, _ login: String, _ db: Database) throws {
    guard try hasPledged(year, login, db) else {
      throw Refusal(article: "回避", Phrase(zh: "请先签署保密、诚信和回避承诺", en: "confirm secrecy, integrity and recusal first"))
    }
  }
}

extension Operation {
  /// Hands a sheet in, or takes it back, that may be.
  func setState(of task: SheetTask, from old: Sheet.State, to state: Sheet.State, total: SheetTotal, _ act: Act) throws {
    let link = try append(
      act,
      Change(
        object: "sheet/\(task.year)/\(task.center)/\(task.login)", before: [("state", old.rawValue)],
        after: [("state", state.rawValue), ("total", total.sum.description)]))
    try db.cachedStatement(sql: "UPDATE sheet SET state = ?, submitted_at = ?, link = ? WHERE year = ? AND center_id = ? AND login = ?")
      .execute(arguments: [
        state.rawValue, state == .submitted ? now.milliseconds : nil, link, task.year, task.centerID, task.login,
      ])
  }
}
