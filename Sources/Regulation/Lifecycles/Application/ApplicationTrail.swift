/// What the steps of an application left on file, whatever it has come to since (articles 11 and 12).
///
/// A state holds what can be known in it, and the next one takes its place: once a center is certified, its notice and what was objected to
/// stand here.
public struct ApplicationTrail: Sendable, Hashable {
  /// The visits on site, the first one first.
  public private(set) var visits: [SiteVisit] = []
  /// What the party group decided; `nil` before.
  public private(set) var decision: PartyGroupDecision?
  /// The notice with the days that are printed on it; `nil` before.
  public private(set) var notice: PublicNotice?
  /// The objections, by their numbers.
  public private(set) var objections: [Objection] = []

  /// Reads the steps of an application.
  ///
  /// - Parameters:
  ///   - steps: the steps in their order, as whoever asks may see them, with their days.
  ///   - calendar: tells the last day of a notice that ended before applications kept it.
  public init(_ application: Application, _ steps: [(step: ApplicationStep, on: Day)], calendar: WorkingDays) {
    for (step, day) in steps {
      switch step {
      case .visit(let visit): visits.append(visit)
      case .approve(let made), .refuse(let made, _): decision = made
      case .publishNotice(let days): notice = try? PublicNotice(issuedOn: day, workingDays: days, calendar: calendar)
      case .object(let received, let grounds, let signedBy, let evidence):
        objections.append(
          Objection(number: objections.count + 1, filedOn: received, grounds: grounds, signedBy: signedBy, evidence: evidence))
      case .settleObjection(let number, let isUpheld, let reason):
        guard let place = objections.firstIndex(where: { $0.number == number }) else { continue }
        objections[place].settlement = Objection.Settlement(isUpheld: isUpheld, reason: reason, on: day)
      default: break
      }
    }
    if case .onNotice(let running, _) = application.state {
      notice = running
    } else if let closed = application.closedNotice {
      notice = closed
    }
  }

  /// The trail without the names of who objected, and without what would tell them.
  public var withoutObjectors: ApplicationTrail {
    guard let notice else { return self }
    var bare = self
    bare.objections = objections.map { $0.withoutObjector(under: notice) }
    return bare
  }
}
