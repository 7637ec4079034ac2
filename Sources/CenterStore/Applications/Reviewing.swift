import GRDB
import Regulation
import Wording

/// An expert who could review an application.
public struct ReviewCandidate: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// The employer.
  public let employer: String
  /// Whether the application's field is one of the expert's.
  public let isOfField: Bool
  /// How many applications of this call the expert reviews already.
  public let load: Int
  /// Whether the expert reviews this application already.
  public let isReviewer: Bool
  /// Why the expert has to step aside (回避); `nil` where nothing stands in the way.
  public let recusal: Recusal?
}

extension CenterStore {
  /// Everybody who could review an application: those of its field first, then those with least to do, then by login.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff.
  public func reviewCandidates(_ number: String, by who: Acting) throws(StoreError) -> [ReviewCandidate] {
    try read(by: who) { db, member in
      guard Act.assignReview.roles.contains(member.role) else { throw StoreError.notPermitted(.assignReview) }
      let stored = try CenterStore.visibleApplication(number, member, .assignReview, db)
      let form = try stored.form
      let ties = try ApplicationTies(stored, form, db)
      let loads = try Row.fetchAll(
        db,
        sql: """
          SELECT expert.login, count(application.id), max(application.id = ?1),
            EXISTS (SELECT 1 FROM expert_field WHERE expert_field.login = expert.login AND field = ?3)
          FROM expert LEFT JOIN application_expert USING (login)
          LEFT JOIN application ON application.id = application_id AND application.year = ?2
          GROUP BY expert.login
          """, arguments: [stored.id, stored.summary.year, stored.summary.field])
      let candidates = try loads.compactMap { row -> ReviewCandidate? in
        guard let expert = try CenterStore.expert(row[0], db) else { return nil }
        return ReviewCandidate(
          login: row[0], name: expert.name.string, employer: expert.employer.string, isOfField: row[3], load: row[1],
          isReviewer: row[2] ?? false, recusal: ties.recusal(of: expert))
      }
      return candidates.sorted { left, right in
        func key(_ candidate: ReviewCandidate) -> (Int, Int, Int, String) {
          (candidate.recusal == nil ? 0 : 1, candidate.isOfField ? 0 : 1, candidate.load, candidate.login)
        }
        return key(left) < key(right)
      }
    }
  }

  /// Names an expert for the review of an application, the leader of its group if wanted (article 11).
  ///
  /// - Throws: ``StoreError/refused(_:)`` where the application is not under review, or the expert has to step aside (回避).
  public func assignReviewer(_ number: String, expert login: String, isLeader: Bool = false, by who: Acting) throws(StoreError) {
    try write(.assignReview, by: who) { operation in
      let db = operation.db
      let stored = try CenterStore.reviewedApplication(number, operation.member, .assignReview, db)
      guard let expert = try CenterStore.expert(login, db) else { throw StoreError.noSuch(.expert, login) }
      if let recusal = try ApplicationTies(stored, try stored.form, db).recusal(of: expert) {
        throw Refusal(
          article: "回避", Phrase(zh: "\(expert.name) 须回避：\(recusal.phrase.zh)", en: "\(login) must step aside: \(recusal.phrase.en)"))
      }
      let link = try operation.append(
        .assignReview,
        Change(object: "application/\(number)/expert/\(login)", after: [("leader", isLeader ? "yes" : "no")]))
      if isLeader { try db.execute(sql: "UPDATE application_expert SET is_leader = 0 WHERE application_id = ?", arguments: [stored.id]) }
      try db.execute(
        sql: """
          INSERT INTO application_expert(application_id, login, is_leader, link) VALUES (?, ?, ?, ?)
          ON CONFLICT(application_id, login) DO UPDATE SET is_leader = excluded.is_leader, link = excluded.link
          """, arguments: [stored.id, login, isLeader, link])
    }
  }

  /// Lets an expert go who has not handed in an opinion.
  public func removeReviewer(_ number: String, expert login: String, reason: PlainText, by who: Acting) throws(StoreError) {
    try write(.assignReview, by: who) { operation in
      let db = operation.db
      let stored = try CenterStore.reviewedApplication(number, operation.member, .assignReview, db)
      guard
        let isSubmitted = try Bool.fetchOne(
          db, sql: "SELECT is_submitted FROM application_expert WHERE application_id = ? AND login = ?", arguments: [stored.id, login])
      else { throw StoreError.noSuch(.expert, login) }
      if reason.isEmpty { throw Refusal(article: "11", Phrase(zh: "须写明理由", en: "a reason is needed")) }
      if isSubmitted {
        throw Refusal(article: "11", Phrase(zh: "该专家已提交意见，不能移除", en: "this expert has handed in an opinion and cannot be let go"))
      }
      try operation.append(
        .assignReview,
        Change(object: "application/\(number)/expert/\(login)", before: [("assigned", "yes")], after: [("reason", reason.string)]))
      try db.execute(sql: "DELETE FROM application_expert WHERE application_id = ? AND login = ?", arguments: [stored.id, login])
    }
  }

  /// An application that is under review.
  static func reviewedApplication(_ number: String, _ member: Member, _ act: Act, _ db: Database) throws -> StoredApplication {
    let stored = try visibleApplication(number, member, act, db)
    guard stored.summary.stage == .reviewing else {
      throw Refusal(
        article: "11",
        Phrase(
          zh: "申请现为“\(stored.summary.stage.phrase.zh)”，不在专家评审阶段",
          en: "the application is “\(stored.summary.stage.phrase.en)”, not under expert review"))
    }
    return stored
  }

  /// An expert who has come to be tied to an application after giving an opinion is known before anything is built on it.
  static func requireReviewersFree(of stored: StoredApplication, form: ApplicationForm, _ db: Database) throws {
    guard let tied = try reviewers(of: stored, form: form, db).first(where: { $0.isSubmitted && $0.recusal != nil }) else { return }
    throw Refusal(
      article: "回避",
      Phrase(
        zh: "\(tied.name) 已提交意见但须回避：\(tied.recusal?.phrase.zh ?? "")",
        en: "\(tied.login) gave an opinion but must step aside: \(tied.recusal?.phrase.en ?? "")"))
  }

  static func reviewers(of stored: StoredApplication, form: ApplicationForm, _ db: Database) throws -> [ReviewerRecord] {
    let ties = try ApplicationTies(stored, form, db)
    return try Row.fetchAll(
      db, sql: "SELECT login, is_leader, opinion, is_submitted FROM application_expert WHERE application_id = ? ORDER BY login",
      arguments: [stored.id]
    ).compactMap { row in
      guard let expert = try expert(row[0], db) else { return nil }
      let text: String = row[2]
      return ReviewerRecord(
        login: row[0], name: expert.name.string, isLeader: row[1], opinion: text.isEmpty ? ExpertOpinion() : try JSONText.decode(text),
        isSubmitted: row[3], recusal: ties.recusal(of: expert))
    }
  }
}

/// What ties experts to an application (回避): its host and co-builders under all their names, whom co-builders name, declared conflicts.
struct ApplicationTies {
  private let ties: CenterTies
  private let names: OrganizationNames

  init(_ stored: StoredApplication, _ form: ApplicationForm, _ db: Database) throws {
    var organizations = [CenterTies.Organization(try PlainText(stored.summary.host), .host)]
    if let name = form.host.name, !name.isEmpty { organizations.append(CenterTies.Organization(name, .host)) }
    for builder in form.coBuilders ?? [] {
      guard let name = builder.name, !name.isEmpty else { continue }
      organizations.append(CenterTies.Organization(name, .coBuilder))
    }
    let declared = try Row.fetchAll(
      db, sql: "SELECT login, reason FROM application_conflict WHERE application_id = ?", arguments: [stored.id])
    let seats = try CenterSeats(form)
    ties = CenterTies(
      organizations: organizations, committees: seats.committees, coBuilderPeople: seats.coBuilderPeople,
      conflicts: try declared.map { CenterTies.Conflict(login: $0[0], reason: try PlainText($0[1], .paragraphs)) })
    names = try RecusalBook.organizationNames(db)
  }

  /// Why an expert has to step aside; `nil` where nothing stands in the way.
  func recusal(of expert: ExpertRecord) -> Recusal? {
    let expert = ExpertTies(
      login: expert.login.string, name: expert.name, employer: expert.employer, formerEmployers: expert.formerEmployers ?? [])
    return Recusal.reasons(expert: expert, center: ties, names: names).first
  }
}
