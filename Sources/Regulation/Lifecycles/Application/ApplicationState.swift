import Wording

/// How far an application (建设申请) has come, from the first word in the form to the registry (articles 10 to 12).
///
/// Each state holds what can be known in it and nothing else: there is no notice before the party group agreed, and no second correction.
public enum ApplicationState: Sendable, Hashable, Codable {
  /// The host writes (草稿).
  case draft
  /// The host's department looks at it (article 10).
  case submitted
  /// The department gave it back for correction.
  case returned(reason: PlainText)
  /// The department recommends it; the bureau has not taken it in yet.
  case recommended
  /// The bureau took it in, and checks it (受理、初审; article 11).
  case checking(Correction)
  /// The bureau sent it back, which it may do once.
  case sentBack(reason: PlainText)
  /// Experts review it, and may look on site (article 11).
  case reviewing(visits: [SiteVisit])
  /// It is on the list of centers to be set up (article 12).
  case proposed
  /// The party group agreed; the public notice is to come.
  case approved(PartyGroupDecision)
  /// On public notice, with the objections so far.
  case onNotice(PublicNotice, [Objection])
  /// In the registry.
  case certified(Certification)
  /// It came to an end without a center.
  case ended(ApplicationEnding)

  /// Whether the one correction that the bureau may ask for is still open, or was made.
  public enum Correction: String, Sendable, Hashable, Codable {
    case available
    case used
  }
}

/// What the experts found on site (现场考察核查; article 11).
public struct SiteVisit: Sendable, Hashable, Codable {
  /// When they were there.
  public let on: Day
  /// Who was there.
  public let people: PlainText
  /// What they found.
  public let findings: PlainText

  /// Puts a visit on file.
  public init(on: Day, people: PlainText, findings: PlainText) {
    self.on = on
    self.people = people
    self.findings = findings
  }
}

/// What the bureau's party group (局党组会) decided on a proposal (article 12).
public struct PartyGroupDecision: Sendable, Hashable, Codable {
  /// The day of the meeting.
  public let on: Day
  /// The number of its minutes.
  public let minutes: PlainText

  /// Puts a decision on file.
  public init(on: Day, minutes: PlainText) {
    self.on = on
    self.minutes = minutes
  }
}

/// By which document an application became a center (article 12).
public struct Certification: Sendable, Hashable, Codable {
  /// The day of the document; the center's certification date, from which its evaluations are counted (article 26).
  public let on: Day
  /// The document's number (文号).
  public let document: PlainText
  /// The center's code in the registry.
  public let code: PlainText

  /// Puts a certification on file.
  public init(on: Day, document: PlainText, code: PlainText) {
    self.on = on
    self.document = document
    self.code = code
  }
}

/// How an application ended without a center, and why.
public enum ApplicationEnding: Sendable, Hashable, Codable {
  /// The department does not recommend it (article 10).
  case declined(reason: PlainText)
  /// It did not pass the preliminary check (article 11).
  case failedCheck(reason: PlainText)
  /// It is not on the list (article 12: 优中选优).
  case notProposed(reason: PlainText)
  /// The party group did not agree (article 12).
  case notApproved(PartyGroupDecision, reason: PlainText)
  /// An objection was right (article 12).
  case objectionUpheld(reason: PlainText)
  /// The host took it back.
  case withdrawn(reason: PlainText)

  /// Why.
  public var reason: PlainText {
    switch self {
    case .declined(let reason), .failedCheck(let reason), .notProposed(let reason), .notApproved(_, let reason),
      .objectionUpheld(let reason), .withdrawn(let reason):
      reason
    }
  }

  /// The article under which it ended.
  public var article: String {
    switch self {
    case .declined, .withdrawn: "10"
    case .failedCheck: "11"
    case .notProposed, .notApproved, .objectionUpheld: "12"
    }
  }
}
