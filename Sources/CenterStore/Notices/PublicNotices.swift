import GRDB
import Regulation
import Wording

/// A public notice (公示) of the desk, or the publication of a revocation, as everybody may read it (articles 12, 25 and 30).
public struct PublishedNotice: Sendable, Hashable {
  /// What it names.
  public enum Kind: Sendable, Hashable {
    /// The centers that are to be set up after the call of a year (article 12).
    case newCenters(call: Int)
    /// The results of a round (article 25).
    case results(Int)
    /// A center that was revoked on a ground (article 30); nothing can be objected to any more.
    case revocation(RevocationGround)
  }

  /// One of what it names.
  public struct Item: Sendable, Hashable {
    /// The code of the center; of a center that is to be set up once it has one.
    public let code: String?
    /// The name of the center.
    public let name: String
    /// The host.
    public let host: String
    /// The application, for those who may see it.
    public let application: String?
    /// What came of it; `nil` while nothing did.
    public let isCertified: Bool?
  }

  /// What it names.
  public let kind: Kind
  /// The first day.
  public let issuedOn: Day
  /// The last day for objections; `nil` for a publication to which none can be made.
  public let last: Day?
  /// Whether holidays that are not given out yet could have moved the last day.
  public let isProvisional: Bool
  /// How many working days are left after today; `nil` once it is over.
  public let workingDaysLeft: Int?
  /// Where it was made public; empty where that is not on file.
  public let place: PlainText
  /// The document behind it; empty where there is none.
  public let document: PlainText
  /// The centers that it names; none for the results of a round, which the ranking has.
  public let items: [Item]
  /// Whether the round whose results it names is closed.
  public let isClosed: Bool
  /// The objections that one may see, in the order in which they came.
  public var objections: [NoticeObjection] = []
  /// How many centers came out with which grade; empty for what names no results.
  public var grades: [Grade: Int] = [:]
  /// The revocation that is published, for those who may see it.
  public var revocation: String?

  /// What tells it apart.
  public var key: String {
    switch kind {
    case .newCenters(let call): "12/\(call)/\(issuedOn)/\(last?.description ?? "")"
    case .results(let year): "25/\(year)"
    case .revocation: "30/\(items.first?.code ?? "")/\(issuedOn)"
    }
  }

  /// How many objections that one may see wait to be settled.
  public var openObjections: Int { objections.count { $0.isOpen } }

  /// Whether objections are taken.
  public var isOpen: Bool { workingDaysLeft != nil }
}

extension CenterStore {
  /// Every public notice: those that run first, the one that ends first before all; then the others, the latest first. Of an
  /// objection whoever it concerns is told that it came, and the bureau alone who made it.
  public func publicNotices(by who: Acting) throws(StoreError) -> [PublishedNotice] {
    let today = surroundings.now().day
    return try read(by: who) { db, member in
      let calendar = try WorkingDays.standard.get()
      let all =
        try CenterStore.noticesOfCenters(member, today, calendar, db) + CenterStore.noticesOfResults(member, today, calendar, db)
        + CenterStore.publishedRevocations(member, db)
      return all.sorted { left, right in
        if left.isOpen != right.isOpen { return left.isOpen }
        return left.isOpen
          ? (left.last ?? left.issuedOn, left.key) < (right.last ?? right.issuedOn, right.key)
          : (right.issuedOn, right.key) < (left.issuedOn, left.key)
      }
    }
  }

  /// The applications that went on notice on one day until another are one notice.
  private static func noticesOfCenters(
    _ member: Member, _ today: Day, _ calendar: WorkingDays, _ db: Database
  ) throws -> [PublishedNotice] {
    struct Sheet: Hashable {
      let call: Int
      let notice: PublicNotice
    }
    var sheets: [Sheet: [PublishedNotice.Item]] = [:]
    var objections: [Sheet: [NoticeObjection]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, year, application.name, organization.name, state, department_id, host_id, application.id FROM application
        JOIN organization ON organization.id = host_id
        WHERE stage = 'on_notice' OR json_extract(state, '$.closedNotice') IS NOT NULL ORDER BY number
        """)
    while let row = try rows.next() {
      let application: Application = try JSONText.decode(row[4])
      var notice = application.closedNotice
      if case .onNotice(let running, _) = application.state { notice = running }
      guard let notice else { continue }
      let isTheirs = member.isStaff || owns(department: row[5], host: row[6], member)
      let certification: Certification? = if case .certified(let given) = application.state { given } else { nil }
      let sheet = Sheet(call: row[1], notice: notice)
      if isTheirs {
        objections[sheet, default: []] += try CenterStore.objections(
          to: row[0], row[2], id: row[7], application, isStaff: member.isStaff, calendar, db)
      }
      sheets[sheet, default: []].append(
        PublishedNotice.Item(
          code: certification?.code.string, name: row[2], host: row[3], application: isTheirs ? row[0] : nil,
          isCertified: application.state.stage == .onNotice ? nil : certification != nil))
    }
    return sheets.map { sheet, items in
      PublishedNotice(
        kind: .newCenters(call: sheet.call), issuedOn: sheet.notice.issuedOn, last: sheet.notice.last,
        isProvisional: sheet.notice.isProvisional, workingDaysLeft: left(until: sheet.notice.last, today, calendar), place: .empty,
        document: .empty, items: items, isClosed: false, objections: objections[sheet] ?? [])
    }
  }

  /// Whether something is a department's or a host's own.
  private static func owns(department: Int64?, host: Int64?, _ member: Member) -> Bool {
    switch member.role {
    case .department: department == member.departmentID
    case .host: host == member.organizationID
    case .admin, .bureau, .agency, .expert, .viewer: false
    }
  }

  private static func noticesOfResults(
    _ member: Member, _ today: Day, _ calendar: WorkingDays, _ db: Database
  ) throws -> [PublishedNotice] {
    try rounds(db).compactMap { round in
      guard round.state.isPublic, let issued = round.publishedOn, let last = round.noticeUntil else { return nil }
      var grades: [Grade: Int] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT grade, count(*) FROM result WHERE year = ? GROUP BY grade", arguments: [round.year]) {
        if let grade = Grade(rawValue: row[0]) { grades[grade] = row[1] }
      }
      let notice = PublicNotice(issuedOn: issued, printedLast: last, calendar: calendar)
      return PublishedNotice(
        kind: .results(round.year), issuedOn: issued, last: last, isProvisional: calendar.isProvisional(after: issued, through: last),
        workingDaysLeft: round.state == .closed ? nil : left(until: last, today, calendar), place: .empty, document: .empty, items: [],
        isClosed: round.state == .closed, objections: try objections(toResultsOf: round.year, notice, member, db), grades: grades)
    }
  }

  private static func publishedRevocations(_ member: Member, _ db: Database) throws -> [PublishedNotice] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT state, code, center.name, organization.name, number, center.department_id, host_id FROM matter
        JOIN center ON center.id = center_id JOIN organization ON organization.id = host_id
        WHERE matter.kind = 'revocation' AND stage = 'published'
        """
    ).compactMap { row in
      let revocation: Revocation = try JSONText.decode(row[0])
      guard case .published(let decision, let day, let place) = revocation.state else { return nil }
      return PublishedNotice(
        kind: .revocation(revocation.case.ground), issuedOn: day, last: nil, isProvisional: false, workingDaysLeft: nil, place: place,
        document: decision.document,
        items: [PublishedNotice.Item(code: row[1], name: row[2], host: row[3], application: nil, isCertified: nil)], isClosed: false,
        revocation: member.isStaff || owns(department: row[5], host: row[6], member) ? row[4] : nil)
    }
  }

  private static func left(until last: Day, _ today: Day, _ calendar: WorkingDays) -> Int? {
    today > last ? nil : calendar.count(after: today, through: last)
  }
}
