import Wording

/// Something on file that shows how a duty is kept: of one part of it, of one co-builder or group, for one year, where it has those.
public struct DutyRecord: Sendable, Hashable, Codable {
  /// The duty.
  public let duty: Duty
  /// The part of it; `nil` where it has none.
  public let part: DutyPart?
  /// The co-builder or the research group; empty where it is about none.
  public private(set) var subject: PlainText
  /// The calendar year for which it is owed; `nil` for what stands once.
  public let year: Int?
  /// Since when it is so, or when it was done.
  public let day: Day
  /// What was done, or how it is.
  public let text: PlainText
  /// What shows it, and where that lies; may be empty.
  public let evidence: PlainText

  /// Puts something on file.
  ///
  /// - Throws: ``Refusal`` where the duty is kept by other things than records, part, subject or year do not belong to it, nothing is said, or the
  ///   day is still to come.
  public init(
    _ duty: Duty, part: DutyPart? = nil, subject: PlainText = .empty, year: Int? = nil, on day: Day, text: PlainText,
    evidence: PlainText = .empty, today: Day
  ) throws(Refusal) {
    func refuse(_ phrase: Phrase) -> Refusal { Refusal(article: duty.article, phrase) }
    if duty.proof != .records {
      throw refuse(Phrase(zh: "“\(duty.phrase.zh)”不以记录为准", en: "no record shows “\(duty.phrase.en)”"))
    }
    if part?.duty != (duty.parts.isEmpty ? nil : duty) {
      throw refuse(Phrase(zh: "须写明是哪一项", en: "say which part of it"))
    }
    if let needed = duty.subject, subject.isEmpty { throw refuse(Phrase(zh: "须写明\(needed.zh)", en: "name the \(needed.en)")) }
    if (year != nil) != duty.isYearly {
      throw refuse(Phrase(zh: "年度考核、计划须写明年度，其他不写", en: "a year belongs to what is yearly, and to nothing else"))
    }
    if text.isEmpty { throw refuse(Phrase(zh: "须写明内容", en: "say what it is")) }
    if day > today { throw refuse(Phrase(zh: "日期 \(day) 还没有到", en: "\(day) is still to come")) }
    if let year, day.year < year - 1 || year > today.year + 1 {
      throw refuse(Phrase(zh: "年度 \(year) 与日期 \(day) 不符", en: "\(day) is not of the year \(year)"))
    }
    self.duty = duty
    self.part = part
    self.subject = duty.subject == nil ? .empty : subject
    self.year = year
    self.day = day
    self.text = text
    self.evidence = evidence
  }

  /// The same under the present name of the co-builder that it is about.
  public func renamed(to subject: PlainText) -> DutyRecord {
    var record = self
    record.subject = subject
    return record
  }
}

/// Something that a committee deals with at a meeting (articles 14 and 15).
public enum AgendaItem: String, Term, Codable {
  case plan, projects, budget, director
  case direction, research, property, exchange, work

  /// Whose it is.
  public var committee: CommitteeKind {
    switch self {
    case .plan, .projects, .budget, .director: .management
    case .direction, .research, .property, .exchange, .work: .advisory
    }
  }

  /// What it is called.
  public var phrase: Phrase {
    switch self {
    case .plan: Phrase(zh: "发展计划", en: "plan")
    case .projects: Phrase(zh: "重大项目", en: "major projects")
    case .budget: Phrase(zh: "经费预决算", en: "budget")
    case .director: Phrase(zh: "主任聘用", en: "director")
    case .direction: Phrase(zh: "研发方向和内容", en: "direction")
    case .research: Phrase(zh: "科研计划和项目", en: "research plan")
    case .property: Phrase(zh: "知识产权和技术服务", en: "property and services")
    case .exchange: Phrase(zh: "重大学术活动", en: "academic events")
    case .work: Phrase(zh: "年度工作", en: "work of the year")
    }
  }

  /// What a committee deals with.
  public static func items(of committee: CommitteeKind) -> [AgendaItem] { allCases.filter { $0.committee == committee } }
}

/// A meeting of a committee (articles 14 and 15).
public struct CommitteeMeeting: Sendable, Hashable, Codable {
  /// Which committee met.
  public let committee: CommitteeKind
  /// When.
  public let day: Day
  /// What was on its agenda of what the article names.
  public let agenda: [AgendaItem]
  /// What was decided or advised, in a few words; may be empty.
  public let outcome: PlainText
  /// What the minutes are called and where they lie.
  public let minutes: PlainText

  /// Puts a meeting on file.
  ///
  /// - Throws: ``Refusal`` where nothing of the article was on the agenda, there are no minutes, or it is still to come.
  public init(
    of committee: CommitteeKind, on day: Day, agenda: [AgendaItem], outcome: PlainText = .empty, minutes: PlainText, today: Day
  ) throws(Refusal) {
    func refuse(_ phrase: Phrase) -> Refusal { Refusal(article: committee.article, phrase) }
    let items = AgendaItem.items(of: committee).filter(agenda.contains)
    if items.isEmpty || items.count != Set(agenda).count {
      throw refuse(Phrase(zh: "须从本条所列事项中选取议题", en: "take the agenda from what the article names"))
    }
    if minutes.isEmpty { throw refuse(Phrase(zh: "须写明会议纪要", en: "name the minutes")) }
    if day > today { throw refuse(Phrase(zh: "会议日期 \(day) 还没有到", en: "the meeting of \(day) is still to come")) }
    self.committee = committee
    self.day = day
    self.agenda = items
    self.outcome = outcome
    self.minutes = minutes
  }
}

/// Somebody's seat on a committee of a center of the registry, from one day to another (articles 14 and 15).
public struct CommitteeTenure: Sendable, Hashable {
  /// Which committee.
  public let committee: CommitteeKind
  /// Who, and from where.
  public let seat: CommitteeRoll.Seat
  /// The first day.
  public let since: Day
  /// The day from which it is over; `nil` while it lasts.
  public let until: Day?

  /// Names a seat.
  public init(_ committee: CommitteeKind, _ seat: CommitteeRoll.Seat, since: Day, until: Day? = nil) {
    self.committee = committee
    self.seat = seat
    self.since = since
    self.until = until
  }

  /// Whether it lasts on a day.
  public func lasts(on day: Day) -> Bool { since <= day && (until.map { day < $0 } ?? true) }
}
