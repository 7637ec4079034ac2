import CenterStore
import Regulation
import Testing

/// Something that somebody may try on applications.
struct ApplicationAttempt: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Who may do it to every application there is.
  let all: Set<Role>
  /// Who may do it to what is their own.
  let own: Set<Role>
  let run: @Sendable (CenterStore, Acting, _ number: String) throws -> Void

  init(
    _ description: String, all: Set<Role> = [], own: Set<Role> = [],
    _ run: @escaping @Sendable (CenterStore, Acting, _ number: String) throws -> Void
  ) {
    testDescription = description
    self.all = all
    self.own = own
    self.run = run
  }
}

extension ApplicationAttempt {
  private static let staff: Set<Role> = [.admin, .bureau]
  private static let parties: Set<Role> = [.admin, .bureau, .department, .host, .expert]
  private static let everybody = Set(Role.allCases)
  private static let title = PlainText(literal: "申报书")
  private static let why = PlainText(literal: "试")

  /// What is tried on an application: one's own, another's, none.
  static let onApplications: [ApplicationAttempt] = [
    ApplicationAttempt("read", all: staff, own: [.department, .host, .expert]) { _ = try $0.application($2, by: $1) },
    ApplicationAttempt("hold a form against the articles", all: staff, own: [.department, .host, .expert]) {
      _ = try $0.eligibility(of: $2, with: ApplicationForm(), by: $1)
    },
    ApplicationAttempt("write in the form", own: [.host]) { try $0.saveApplication($2, ApplicationForm(), by: $1) },
    ApplicationAttempt("name another department", own: [.host]) {
      try $0.redirectApplication($2, to: PlainText("献县科学技术局"), by: $1)
    },
    ApplicationAttempt("take a step", all: staff, own: [.department, .host]) {
      try $0.stepApplication($2, .withdraw(reason: why), by: $1)
    },
    ApplicationAttempt("take a step with several", all: staff, own: [.department, .host]) {
      try $0.stepApplications([ApplicationTask($2, .withdraw(reason: why))], by: $1)
    },
    ApplicationAttempt("look at what a step would come to", all: staff, own: [.department, .host]) {
      _ = try $0.stepOutlooks(.withdraw, of: [$2], by: $1)
    },
    ApplicationAttempt("judge", all: staff) { try $0.judge($2, .hostKind, holds: true, reason: why, by: $1) },
    ApplicationAttempt("look up the host's credit", all: staff) {
      try $0.recordCreditCheck($2, CreditCheck(on: ApplicationCity.day(4, 1), source: why, isGood: true, result: why), by: $1)
    },
    ApplicationAttempt("see who could review", all: staff) { _ = try $0.reviewCandidates($2, by: $1) },
    ApplicationAttempt("name an expert", all: staff) { try $0.assignReviewer($2, expert: "expert4", by: $1) },
    ApplicationAttempt("let an expert go", all: staff) { try $0.removeReviewer($2, expert: "expert4", reason: why, by: $1) },
    ApplicationAttempt("give an opinion", own: [.expert]) {
      try $0.giveOpinion($2, ExpertOpinion(comment: why), isSubmitted: false, by: $1)
    },
    ApplicationAttempt("take an opinion back", own: [.expert]) { try $0.takeBackOpinion($2, by: $1) },
    ApplicationAttempt("give the group's opinion", own: [.expert]) { try $0.giveGroupOpinion($2, why, by: $1) },
    ApplicationAttempt("step aside", own: [.expert]) { try $0.declareReviewConflict($2, reason: why, by: $1) },
    ApplicationAttempt("see the documents", all: staff, own: [.department, .host, .expert]) {
      _ = try $0.attachments(of: .application($2), by: $1)
    },
    ApplicationAttempt("see what proves a condition", all: staff, own: [.department, .host, .expert]) {
      _ = try $0.attachments(proving: .condition("9.2"), of: .application($2), by: $1)
    },
    ApplicationAttempt("fetch a kept file", all: staff, own: [.department, .host, .expert]) {
      _ = try $0.fetchKeptFile(title, of: .application($2), by: $1)
    },
    ApplicationAttempt("enter a document", all: staff, own: [.host, .department]) {
      try $0.attach(AttachmentEntry(title: title), to: .application($2), by: $1)
    },
    ApplicationAttempt("correct a document", all: staff, own: [.host]) {
      try $0.amend(title, of: .application($2), to: AttachmentEntry(title: title), by: $1)
    },
    ApplicationAttempt("take a document out", all: staff, own: [.host]) { try $0.detach(title, from: .application($2), by: $1) },
    ApplicationAttempt("import over it", all: staff, own: [.host]) {
      let record = ApplicationRecord(number: try PlainText($2), form: ApplicationForm())
      _ = try $0.importApplications([Numbered(1, record)], by: $1)
    },
  ]

  /// What is tried on the call of a year, which everybody may read: that of 2026, and that of 2030, which does not exist.
  static let onCalls: [ApplicationAttempt] = [
    ApplicationAttempt("give a call out", all: staff) {
      try $0.publishCall(ApplicationCity.call(year($2)), reason: why, by: $1)
    },
    ApplicationAttempt("begin an application", all: [.host]) {
      _ = try $0.beginApplication(year: year($2), department: PlainText("献县科学技术局"), by: $1)
    },
    ApplicationAttempt("pledge for its reviews", all: [.expert]) { try $0.pledgeReview(year: year($2), by: $1) },
    ApplicationAttempt("ask for one's own pledge", all: everybody) { _ = try $0.hasPledgedReview(year: year($2), by: $1) },
  ]

  /// What is tried on all applications at once.
  static let onAll: [ApplicationAttempt] = [
    ApplicationAttempt("list", all: parties) { store, who, _ in _ = try store.applications(by: who) },
    ApplicationAttempt("count", all: parties) { store, who, _ in _ = try store.applicationQueue(by: who) },
    ApplicationAttempt("export", all: parties) { store, who, _ in try store.eachApplication(by: who) { _ in } },
    ApplicationAttempt("import a new one", all: [.admin, .bureau, .host]) { store, who, _ in
      _ = try store.importApplications([Numbered(1, ApplicationRecord(form: ApplicationForm()))], by: who)
    },
    ApplicationAttempt("rank", all: staff) { store, who, _ in _ = try store.reviewStandings(by: who) },
    ApplicationAttempt("ask which department is one's own", all: everybody) { store, who, _ in _ = try store.ownDepartment(by: who) },
    ApplicationAttempt("ask for the next code of the registry", all: everybody) { store, who, _ in _ = try store.nextCenterCode(by: who) },
    ApplicationAttempt("ask for the next codes of the registry", all: everybody) { store, who, _ in
      _ = try store.nextCenterCodes(2, by: who)
    },
    ApplicationAttempt("ask what a center came of", all: everybody) { store, who, _ in
      _ = try store.origin(ofCenter: "YS2026-0001", by: who)
    },
    ApplicationAttempt("calls", all: everybody) { store, who, _ in _ = try store.calls(by: who) },
    ApplicationAttempt("check kept files", all: staff) { store, who, _ in _ = try store.checkKeptFiles(by: who) },
  ]

  private static func year(_ object: String) -> Int { Int(object) ?? 0 }
}
