import Wording

/// A public notice (公示): what it names can be objected to until its last day (article 12).
public struct PublicNotice: Sendable, Hashable, Codable {
  /// The day on which it was put up; the first working day that counts is the one after.
  public let issuedOn: Day
  /// How many working days it says; 5 or more.
  public let workingDays: Int
  /// The last day that is printed on it; printed days govern, whatever holidays are given out later.
  public let last: Day
  /// Whether holidays that are not given out yet could have moved the day.
  public let isProvisional: Bool

  /// Its last day, and whether that could have moved.
  public var deadline: WorkingDays.Deadline { WorkingDays.Deadline(last: last, isProvisional: isProvisional) }

  /// The fewest and the most working days.
  public static let lawfulDays = 5...60

  /// Puts up a notice.
  ///
  /// - Throws: ``Refusal`` for fewer than five working days, or more than sixty.
  public init(issuedOn: Day, workingDays: Int, calendar: WorkingDays) throws(Refusal) {
    guard PublicNotice.lawfulDays.contains(workingDays) else {
      throw Refusal(
        article: "12",
        Phrase(
          zh: "公示须为 \(PublicNotice.lawfulDays.lowerBound) 至 \(PublicNotice.lawfulDays.upperBound) 个工作日",
          en: "a public notice lasts \(PublicNotice.lawfulDays.lowerBound) to \(PublicNotice.lawfulDays.upperBound) working days"))
    }
    let deadline = calendar.deadline(workingDays, workingDaysAfter: issuedOn)
    self.issuedOn = issuedOn
    self.workingDays = workingDays
    last = deadline.last
    isProvisional = deadline.isProvisional
  }

  /// A notice as it was put up: the days that are printed on it govern, however many working days they come to.
  public init(issuedOn: Day, printedLast last: Day, calendar: WorkingDays) {
    self.issuedOn = issuedOn
    self.last = last
    workingDays = calendar.count(after: issuedOn, through: last)
    isProvisional = calendar.isProvisional(after: issuedOn, through: last)
  }

  /// The notice with something more on it from a day on: it runs at least the fewest working days that are lawful from the day after.
  public func extended(on day: Day, calendar: WorkingDays) -> PublicNotice {
    let needed = calendar.deadline(PublicNotice.lawfulDays.lowerBound, workingDaysAfter: day).last
    return needed > last ? PublicNotice(issuedOn: issuedOn, printedLast: needed, calendar: calendar) : self
  }

  /// Whether an objection that comes in on a day is in time.
  public func isInTime(_ day: Day) -> Bool { day >= issuedOn && day <= last }
  /// Whether the notice is over: from the day after its last one.
  public func isOver(on day: Day) -> Bool { day > last }
}

/// An objection (异议) to what a public notice names (article 12).
///
/// It holds up what it speaks of only where it came in time, is signed and says what proves it; another is kept on file.
public struct Objection: Sendable, Hashable, Codable {
  /// Its number among the objections to one notice, from 1.
  public let number: Int
  /// The day on which it came.
  public let filedOn: Day
  /// What it says.
  public let grounds: PlainText
  /// Who signed it; `nil` where nobody did. Told to nobody but the bureau.
  public let signedBy: PlainText?
  /// What proves it; `nil` where nothing was handed in.
  public let evidence: PlainText?
  /// What the bureau found, once it did.
  public internal(set) var settlement: Settlement?
  /// Whether it holds nothing up and is only kept on file, for those who do not read what it lacks; `nil` for the bureau, which does.
  public internal(set) var isOnlyOnFile: Bool?

  /// What the bureau found.
  public struct Settlement: Sendable, Hashable, Codable {
    /// Whether the objection is right.
    public let isUpheld: Bool
    /// Why.
    public let reason: PlainText
    /// When.
    public let on: Day
    /// By which document; `nil` where none is named.
    public let document: PlainText?

    /// Says what was found.
    public init(isUpheld: Bool, reason: PlainText, on: Day, document: PlainText? = nil) {
      self.isUpheld = isUpheld
      self.reason = reason
      self.on = on
      self.document = document
    }
  }

  /// Takes an objection down.
  public init(number: Int, filedOn: Day, grounds: PlainText, signedBy: PlainText?, evidence: PlainText?) {
    self.number = number
    self.filedOn = filedOn
    self.grounds = grounds
    self.signedBy = signedBy
    self.evidence = evidence
  }

  /// Whether nothing of it was written, neither what it says nor who signed it nor what proves it.
  public var isEmpty: Bool { grounds.isEmpty && signedBy?.isEmpty ?? true && evidence?.isEmpty ?? true }

  /// Whether it counts: in time, signed, with evidence.
  public func isAdmissible(under notice: PublicNotice) -> Bool { shortcoming(under: notice) == nil }

  /// Why it does not count; `nil` where it does.
  public func shortcoming(under notice: PublicNotice) -> Phrase? {
    if !notice.isInTime(filedOn) { return Phrase(zh: "不在公示期内提出", en: "it did not come within the days of the notice") }
    if signedBy?.isEmpty ?? true { return Phrase(zh: "未署名", en: "it is not signed") }
    if evidence?.isEmpty ?? true { return Phrase(zh: "未附证据", en: "no evidence came with it") }
    return nil
  }

  /// Whether it holds up what it speaks of.
  public func holdsUp(under notice: PublicNotice) -> Bool { settlement == nil && isAdmissible(under: notice) }
}
