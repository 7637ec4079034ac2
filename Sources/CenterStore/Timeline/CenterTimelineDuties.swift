import GRDB
import Regulation

/// What was put on file of a center's duties (articles 6, 7 and 14 to 24), for its own people and staff.
extension CenterTimeline {
  mutating func duties() throws {
    guard try isStaff || isOwn() else { return }
    try documents(of: .duties(center: code), nil)
    for place in ["committee", "meeting", "duty"] {
      let stem = "\(place)/\(code)/"
      for link in try links(of: Schema.actsOfCenters, stem) {
        let document: RecordDocument = try JSONText.decode(link.change)
        let path = document.object.dropFirst(stem.count).split(separator: "/").map(String.init)
        guard let subject = CenterTimeline.subject(place, path) else { continue }
        let isRemoved = link.act == Act.removeDuty.rawValue
        add(
          .duty(
            DutyHappening(
              subject: subject, isRemoved: isRemoved, isCorrected: !isRemoved && place != "committee" && document.before != nil,
              text: document.after?[isRemoved ? "reason" : "text"] ?? "")), link)
      }
    }
  }

  private static func subject(_ place: String, _ path: [String]) -> DutyHappening.Subject? {
    guard let first = path.first else { return nil }
    if place == "duty" { return Duty(rawValue: first).map { .record($0, path.dropFirst().first.flatMap { DutyPart(rawValue: $0) }) } }
    guard let committee = CommitteeKind(rawValue: first) else { return nil }
    if place == "committee" { return .members(committee) }
    return path.last.flatMap { Day(parsing: $0) }.map { .meeting(committee, on: $0) }
  }
}
