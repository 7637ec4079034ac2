import CenterStore
import Regulation

extension Attempt {
  private static let staff: Set<Role> = [.admin, .bureau]
  private static let text = PlainText(literal: "有据")
  /// Before any clock of a test.
  private static let day = Day(parsing: "2024-05-04") ?? Day(number: 0)

  /// What is tried on the duties of a center: `C1` is one's own, `C2` another's, `C0` does not exist.
  static let onDuties: [Attempt] = [
    Attempt("duties", all: staff, own: [.department, .host]) { _ = try $0.store.dutyFile(of: $2, by: $1) },
    Attempt("name a committee", all: staff, own: [.host]) {
      try $0.store.nameCommittee(.advisory, of: $2, [CommitteeMember(name: text, employer: text)], since: day, by: $1)
    },
    Attempt("enter a meeting", all: staff, own: [.host]) {
      try $0.store.enterMeeting(CommitteeMeeting(of: .advisory, on: day, agenda: [.work], minutes: text, today: day), of: $2, by: $1)
    },
    Attempt("enter a duty", all: staff, own: [.host]) {
      try $0.store.enterDuties([DutyRecord(.cooperation, on: day, text: text, today: day)], of: $2, by: $1)
    },
    Attempt("take a record of a duty out", all: staff, own: [.host]) {
      try $0.store.removeDuty(.record(1), of: $2, reason: text, by: $1)
    },
    Attempt("documents of duties", all: staff, own: [.department, .host]) {
      _ = try $0.store.attachments(of: .duties(center: $2), by: $1)
    },
    Attempt("fetch a kept file of duties", all: staff, own: [.department, .host]) {
      _ = try $0.store.fetchKeptFile(text, of: .duties(center: $2), by: $1)
    },
    Attempt("enter a document of duties", all: staff, own: [.host]) {
      try $0.store.attach(AttachmentEntry(title: text), to: .duties(center: $2), by: $1)
    },
    Attempt("correct a document of duties", all: staff, own: [.host]) {
      try $0.store.amend(text, of: .duties(center: $2), to: AttachmentEntry(title: text), by: $1)
    },
    Attempt("take a document of duties out", all: staff, own: [.host]) { try $0.store.detach(text, from: .duties(center: $2), by: $1) },
  ]

  /// What is tried on all duties at once.
  static let onAllDuties: [Attempt] = [
    Attempt("who keeps which duty", all: [.admin, .bureau, .department, .host]) { city, who, _ in
      _ = try city.store.dutyStandings(by: who)
    },
    Attempt("what is on file of a duty", all: [.admin, .bureau, .department, .host]) {
      _ = try $0.store.recordsOnFile(of: .autonomy, codes: [$2], by: $1)
    },
    Attempt("give out documents of duties", all: [.admin, .bureau, .department, .host]) { city, who, _ in
      try city.store.eachDutyAttachment(by: who) { _, _ in }
    },
  ]
}
