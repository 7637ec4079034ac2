import GRDB
import Regulation

/// What is looked up once to tell of every application in a queue whether it waits for a member, for what else, and until when.
struct WaitingBook {
  /// How one application stands.
  struct Standing {
    /// Whether a step of the member is expected now.
    var waits: Bool
    /// What comes first; `nil` where nothing does, or it is not the member's to know.
    var hold: ApplicationHold?
    /// The last day of whoever has it in hand.
    var due: Day?
    /// Since when the next step is somebody's to take; `nil` where none is to come, or none yet.
    var since: Day?
    /// Whether an objection to it is open; the bureau's to know.
    var isHeldUp = false
    /// How many experts are still to be named; the bureau's to know.
    var unnamedExperts = 0
    /// Since when it can be certified; the bureau's to know.
    var certifiableSince: Day?
  }

  private let role: Role
  private let today: Day
  private let parts: [Int64: ReviewPart]
  private let calls: [Int: Call]
  private let reviews: [Int64: (named: Int, opinions: Int)]
  /// The days on which the opinions came in that are handed in, the first one first, of what is under review.
  private let opinionDays: [Int64: [Day]]
  /// When the expert who asks was named, of what is still to be reviewed.
  private let namedOn: [Int64: Day]

  /// Looks up the calls, how far the reviews have come, and what the member has done of them.
  init(_ member: Member, today: Day, _ db: Database) throws {
    role = member.role
    self.today = today
    let years = try Int.fetchAll(db, sql: "SELECT year FROM call")
    calls = Dictionary(try years.compactMap { year in try CenterStore.call(year, db).map { (year, $0.call) } }) { first, _ in first }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT application_id, count(*), count(*) FILTER (WHERE is_submitted) FROM application_expert AS own
        WHERE is_submitted OR NOT EXISTS(
          SELECT 1 FROM application_conflict AS aside WHERE aside.application_id = own.application_id AND aside.login = own.login)
        GROUP BY application_id
        """)
    // Who stepped aside is waited for no more: the bureau names another.
    reviews = Dictionary(rows.map { ($0[0], ($0[1], $0[2])) }) { first, _ in first }
    let parts = member.role == .expert ? try WaitingBook.parts(of: member.login, reviews, db) : [:]
    self.parts = parts
    opinionDays = try WaitingBook.opinionDays(db)
    namedOn = member.role == .expert ? try WaitingBook.namings(of: member.login, parts.filter { $0.value == .open }.map(\.key), db) : [:]
  }

  private static func opinionDays(_ db: Database) throws -> [Int64: [Day]] {
    var days: [Int64: [Day]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT application_id, time FROM application_expert JOIN application ON application.id = application_id
        JOIN audit ON seq = application_expert.link WHERE is_submitted AND stage = 'reviewing' ORDER BY application_expert.link
        """)
    while let row = try rows.next() { days[row[0], default: []].append(Moment(milliseconds: row[1]).day) }
    return days
  }

  /// When an expert was named for applications, the last time.
  private static func namings(of login: String, _ applications: [Int64], _ db: Database) throws -> [Int64: Day] {
    var days: [Int64: Day] = [:]
    for id in applications {
      guard let number = try String.fetchOne(db, sql: "SELECT number FROM application WHERE id = ?", arguments: [id]) else { continue }
      // The name of the object ends with a quotation mark; behind it in the order of characters comes the number sign.
      let object = "application/\(number)/expert/\(login)"
      let time = try Int64.fetchOne(
        db,
        sql: """
          SELECT max(time) FROM audit WHERE act IN (\(Schema.actsOfReview)) AND \(Schema.objectOfLink) >= ? AND \(Schema.objectOfLink) < ?
          AND change ->> '$.before' IS NULL
          """, arguments: [object + "\"", object + "#"])
      if let time { days[id] = Moment(milliseconds: time).day }
    }
    return days
  }

  /// How far the expert who asks has come with an application; `nil` for everybody else.
  func part(of id: Int64) -> ReviewPart? { parts[id] }

  /// How far an expert has come with each of their applications.
  private static func parts(
    of login: String, _ reviews: [Int64: (named: Int, opinions: Int)], _ db: Database
  ) throws -> [Int64: ReviewPart] {
    var parts: [Int64: ReviewPart] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT application_id, is_submitted, is_leader AND is_submitted AND stage = 'reviewing' AND group_opinion = '', number
        FROM application_expert JOIN application ON application.id = application_id WHERE login = ?
        """, arguments: [login])
    {
      let isDue = try row[2] && isPanelComplete(row[3], reviews[row[0]] ?? (0, 0), db)
      parts[row[0]] = isDue ? .groupOpinionDue : row[1] ? .submitted : .open
    }
    for id in try Int64.fetchAll(db, sql: "SELECT application_id FROM application_conflict WHERE login = ?", arguments: [login]) {
      parts[id] = .steppedAside
    }
    return parts
  }

  /// Whether every opinion on an application is in that is wanted (``Regulation/ReviewPanel``).
  private static func isPanelComplete(_ number: String, _ review: (named: Int, opinions: Int), _ db: Database) throws -> Bool {
    guard let stored = try CenterStore.storedApplication(number, db) else { return false }
    let needed = try CenterStore.call(stored.summary.year, db)?.call.minimumExperts ?? Call.usualExperts
    if review.opinions < needed { return false }
    // Only who has not handed in could be tied to it, and be waited for no more.
    if review.opinions == review.named { return true }
    return try CenterStore.panel(of: stored, CenterStore.reviewers(of: stored, form: stored.form, db), db).isComplete
  }

  /// How an application stands.
  ///
  /// - Parameters:
  ///   - state: the document of its state.
  ///   - arrival: when it came to its stage.
  func standing(id: Int64, year: Int, stage: ApplicationStage, since arrival: Day, state: String) throws -> Standing {
    let isMine = stage.waits(for: role) && parts[id]?.isExpected ?? true
    guard stage.isOpen, let call = calls[year] else { return Standing(waits: isMine, hold: nil, due: nil) }
    let application: Application = try JSONText.decode(state)
    let review = reviews[id] ?? (0, 0)
    let hold = application.hold(under: call, on: today, named: review.named, opinions: review.opinions)
    // A notice that is over, or held up by an objection, has no last day that anybody still waits for.
    let due = stage == .onNotice && hold == nil ? nil : application.lastDay(under: call)
    // Of an expert's own opinion nothing comes first; how many others have given theirs is the bureau's to know.
    if role == .expert {
      // Since they were named; the group's opinion is due since the last one came in.
      let since = parts[id] == .groupOpinionDue ? opinionDays[id]?.last : namedOn[id]
      return Standing(waits: isMine, hold: nil, due: nil, since: isMine ? since ?? arrival : nil)
    }
    let isStaff = role == .bureau || role == .admin
    let shown = stage == .reviewing && !isStaff ? .review : hold
    var isHeldUp = false
    if isStaff, case .onNotice(let notice, let objections) = application.state {
      isHeldUp = objections.contains { $0.holdsUp(under: notice) }
    }
    var since = application.isDue(since: arrival, on: today)
    // It is the bureau's again since as many opinions are in as the call asks for (article 11).
    if stage == .reviewing, isStaff, hold == nil, let days = opinionDays[id], days.count >= call.minimumExperts {
      since = days[call.minimumExperts - 1]
    }
    let certifiable = stage == .onNotice && isStaff && hold == nil && !isHeldUp ? since : nil
    let unnamed = stage == .reviewing && isStaff ? max(0, call.minimumExperts - review.named) : 0
    return Standing(
      waits: isMine && hold == nil, hold: shown, due: due, since: since, isHeldUp: isHeldUp, unnamedExperts: unnamed,
      certifiableSince: certifiable)
  }
}
