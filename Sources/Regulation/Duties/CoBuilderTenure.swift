import Wording

/// A unit's time as a co-builder of a center, which a change of the record may begin and end (article 31).
public struct CoBuilderTenure: Sendable, Hashable {
  /// From one day to another.
  public struct Span: Sendable, Hashable {
    /// The first day; `nil` for who was there when the center was certified or came into the registry.
    public var since: Day?
    /// The day from which it is over; `nil` while it lasts.
    public var until: Day?

    /// Names the days.
    public init(since: Day? = nil, until: Day? = nil) {
      self.since = since
      self.until = until
    }

    /// Whether it lasts on a day.
    public func lasts(on day: Day) -> Bool { (since.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true) }
  }

  /// Which unit, by its present name.
  public let name: PlainText
  /// When it was a co-builder, the first time first.
  public let spans: [Span]

  /// Names a unit.
  public init(_ name: PlainText, spans: [Span] = [Span()]) {
    self.name = name
    self.spans = spans
  }

  /// Whether it is a co-builder on a day.
  public func lasts(on day: Day) -> Bool { spans.contains { $0.lasts(on: day) } }
}

extension DutyTerm {
  /// The last day on which what stands once is in time.
  var lastDay: Day { .lastDay(of: firstYear) }

  /// The last day on which it is in time what a co-builder is to do, and what is to be done for it: of one that came later the end of the year after
  /// it came, as a center has until the end of the year after it was certified.
  func lastDay(_ span: CoBuilderTenure.Span) -> Day { span.since.map { max(lastDay, .lastDay(of: $0.year + 1)) } ?? lastDay }
}
