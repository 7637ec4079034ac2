import GRDB
import Regulation
import Wording

/// What the experts of a center wrote as a group (专家组意见); it changes no figure.
public struct GroupOpinion: Sendable, Hashable {
  /// The leader's login; `nil` where none is named.
  public let leader: String?
  /// The opinion; empty while it is not written.
  public let text: PlainText
  /// Whether every expert of the center has handed a sheet in, so that it can be written.
  public let isDue: Bool
}

extension CenterStore {
  /// Names the leader of a center's experts, who writes the group's opinion; one named before is none any more.
  ///
  /// - Parameter expecting: who led when this person began, by login (``Seen``).
  /// - Throws: ``StoreError/noSuch(_:_:)`` for an expert to whom the center is not assigned.
  public func nameLeader(
    year: Int, center: String, expert: String, expecting: Seen<String?>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.nameLeader, by: who) { operation in
      let db = operation.db
      let id = try CenterStore.ownCenter(center, year: year, operation.member, .nameLeader, db)
      _ = try operation.assignableRound(year, center: center, .nameLeader)
      let rows = try Row.fetchAll(
        db, sql: "SELECT login, is_leader FROM assignment WHERE year = ? AND center_id = ?", arguments: [year, id])
      guard let own = rows.first(where: { $0[0] == expert }) else { throw StoreError.noSuch(.assignment, "\(center) \(expert)") }
      if own[1] { return }
      let old = rows.first { $0[1] }?[0] as String?
      let joining = try operation.join(
        Joined(
          Phrase(zh: "\(center) 的专家组组长", en: "the leader of the experts of \(center)"), "leader/\(year)/\(center)", expecting,
          own: [("login", expert)], over: [("login", old ?? "")]
        ) { [("login", $0 ?? "")] }, link: nil)
      if joining.pick("login", expert, old) == old { return }
      try operation.append(
        .nameLeader,
        Change(object: "leader/\(year)/\(center)", before: old.map { [("login", $0)] }, after: [("login", expert)]))
      // The link of an assignment tells since when it stands, which who leads does not change.
      try db.execute(
        sql: "UPDATE assignment SET is_leader = (login = ?3) WHERE year = ?1 AND center_id = ?2 AND is_leader <> (login = ?3)",
        arguments: [year, id, expert])
    }
  }

  /// Writes the group's opinion on a center, which its leader does once every expert's sheet is handed in; empty takes it away.
  ///
  /// - Parameter expecting: what it said when this person began (``Seen``).
  /// - Throws: ``StoreError/refused(_:)`` for another expert of the center, and while a sheet is still to come;
  ///   ``StoreError/notPermitted(_:)`` where the center is not assigned, whether it exists or not.
  public func writeGroupOpinion(
    year: Int, center: String, _ text: PlainText, expecting: Seen<PlainText>? = nil, by who: Acting
  ) throws(StoreError) {
    try write(.writeGroupOpinion, by: who) { operation in
      let db = operation.db
      let task = try SheetTask.require(year: year, center: center, member: operation.member, db)
      try CenterStore.requireOpen(task, db)
      let old = try CenterStore.groupOpinion(year, task.centerID, db)
      guard old.leader == task.login else {
        throw Refusal(article: "25", Phrase(zh: "专家组意见由组长填写", en: "the group's opinion is written by its leader"))
      }
      if !old.isDue {
        throw Refusal(article: "25", Phrase(zh: "还有专家未提交评分表", en: "not every expert has handed a sheet in yet"))
      }
      let joining = try operation.join(
        Joined(
          Phrase(zh: "\(center) 的专家组意见", en: "the group's opinion on \(center)"), "group/\(year)/\(center)", expecting,
          own: [("opinion", text.string)], over: [("opinion", old.text.string)]
        ) { [("opinion", $0.string)] }, link: operation.link(of: "group_opinion WHERE year = ? AND center_id = ?", [year, task.centerID]))
      let text = joining.pick("opinion", text, old.text)
      if old.text == text { return }
      let link = try operation.append(
        .writeGroupOpinion,
        Change(object: "group/\(year)/\(center)", before: [("opinion", old.text.string)], after: [("opinion", text.string)]))
      try db.execute(
        sql: """
          INSERT INTO group_opinion(year, center_id, text, link) VALUES (?, ?, ?, ?)
          ON CONFLICT(year, center_id) DO UPDATE SET text = excluded.text, link = excluded.link
          """, arguments: [year, task.centerID, text.string, link])
    }
  }

  /// The group's opinion on a center, for staff, the agency entrusted with the round, and the experts of the center who handed their sheet in.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all others, whether the center exists or not.
  public func groupOpinion(year: Int, center: String, by who: Acting) throws(StoreError) -> GroupOpinion {
    try read(by: who) { db, member in
      if member.role == .expert {
        let task = try SheetTask.require(year: year, center: center, member: member, db)
        try CenterStore.requirePledge(year, member.login, db)
        let opinion = try CenterStore.groupOpinion(year, task.centerID, db)
        // Experts judge alone: what others wrote is read after one's own sheet.
        if try CenterStore.hasHandedIn(year, task.centerID, member.login, db) { return opinion }
        return GroupOpinion(leader: opinion.leader, text: .empty, isDue: false)
      }
      let isEntrusted = try member.role == .department && CenterStore.isEntrusted(year, to: member, db)
      guard isEntrusted || [.admin, .bureau, .agency].contains(member.role) else { throw StoreError.notPermitted(nil) }
      let id = try CenterStore.ownCenter(center, year: year, member, nil, db)
      _ = try CenterStore.round(year, db)
      return try CenterStore.groupOpinion(year, id, db)
    }
  }

  static func groupOpinion(_ year: Int, _ center: Int64, _ db: Database) throws -> GroupOpinion {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max(CASE WHEN is_leader THEN assignment.login END), count(*), count(CASE WHEN sheet.state = 'submitted' THEN 1 END),
            coalesce((SELECT text FROM group_opinion WHERE year = ?1 AND center_id = ?2), '')
          FROM assignment LEFT JOIN sheet USING (year, center_id, login) WHERE assignment.year = ?1 AND assignment.center_id = ?2
          """), arguments: [year, center])
    let (all, done): (Int, Int) = (row?[1] ?? 0, row?[2] ?? 0)
    return GroupOpinion(leader: row?[0], text: try PlainText(row?[3] ?? "", .paragraphs), isDue: all > 0 && all == done)
  }
}
