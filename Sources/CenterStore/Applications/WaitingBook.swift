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
    /// Whether an objection to it is open; the bureau's to know.
    var isHeldUp = false
  }

  private let role: Role
  private let today: Day
  private let done: Set<Int64>
  private let calls: [Int: Call]
  private let reviews: [Int64: (named: Int, opinions: Int)]

  /// Looks up the calls, how far the reviews have come, and which of them the member is done with.
  init(_ member: Member, today: Day, _ db: Database) throws {
    role = member.role
    self.today = today
    done = Set(try Int64.fetchAll(db, sql: CenterStore.reviewsDone, arguments: [member.login, member.login]))
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
  }

  /// How an application stands.
  ///
  /// - Parameter state: the document of its state.
  func standing(id: Int64, year: Int, stage: ApplicationStage, state: String) throws -> Standing {
    let isMine = stage.waits(for: role) && !done.contains(id)
    guard stage.isOpen, let call = calls[year] else { return Standing(waits: isMine, hold: nil, due: nil) }
    let application: Application = try JSONText.decode(state)
    let review = reviews[id] ?? (0, 0)
    let hold = application.hold(under: call, on: today, named: review.named, opinions: review.opinions)
    // A notice that is over, or held up by an objection, has no last day that anybody still waits for.
    let due = stage == .onNotice && hold == nil ? nil : application.lastDay(under: call)
    // Of an expert's own opinion nothing comes first; how many others have given theirs is the bureau's to know.
    if role == .expert { return Standing(waits: isMine, hold: nil, due: nil) }
    let isStaff = role == .bureau || role == .admin
    let shown: ApplicationHold? = if case .experts? = hold, !isStaff { nil } else { hold }
    var isHeldUp = false
    if isStaff, case .onNotice(let notice, let objections) = application.state {
      isHeldUp = objections.contains { $0.holdsUp(under: notice) }
    }
    return Standing(waits: isMine && hold == nil, hold: shown, due: due, isHeldUp: isHeldUp)
  }
}
