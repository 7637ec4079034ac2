import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Articles 4 to 7: every operation on applications and their documents, by every role, on its own, another's and none")
struct ApplicationPermissionTests {
  typealias City = ApplicationCity

  /// Something that somebody may try on an application.
  struct Attempt: Sendable, CustomTestStringConvertible {
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

  private static let staff: Set<Role> = [.admin, .bureau]
  private static let title = PlainText(literal: "申报书")
  private static let why = PlainText(literal: "试")

  static let attempts: [Attempt] = [
    Attempt("read", all: staff, own: [.department, .host, .expert]) { _ = try $0.application($2, by: $1) },
    Attempt("write in the form", own: [.host]) { try $0.saveApplication($2, ApplicationForm(), by: $1) },
    Attempt("take a step", all: staff, own: [.department, .host]) {
      try $0.stepApplication($2, .withdraw(reason: why), by: $1)
    },
    Attempt("judge", all: staff) { try $0.judge($2, .hostKind, holds: true, reason: why, by: $1) },
    Attempt("see who could review", all: staff) { _ = try $0.reviewCandidates($2, by: $1) },
    Attempt("name an expert", all: staff) { try $0.assignReviewer($2, expert: "expert4", by: $1) },
    Attempt("let an expert go", all: staff) { try $0.removeReviewer($2, expert: "expert4", reason: why, by: $1) },
    Attempt("give an opinion", own: [.expert]) { try $0.giveOpinion($2, ExpertOpinion(comment: why), isSubmitted: false, by: $1) },
    Attempt("give the group's opinion", own: [.expert]) { try $0.giveGroupOpinion($2, why, by: $1) },
    Attempt("step aside", own: [.expert]) { try $0.declareReviewConflict($2, reason: why, by: $1) },
    Attempt("see the documents", all: staff, own: [.department, .host, .expert]) {
      _ = try $0.attachments(of: .application($2), by: $1)
    },
    Attempt("see what proves a condition", all: staff, own: [.department, .host, .expert]) {
      _ = try $0.attachments(proving: .condition("9.2"), of: .application($2), by: $1)
    },
    Attempt("find a kept file", all: staff, own: [.department, .host, .expert]) {
      _ = try $0.keptFile(of: title, in: .application($2), by: $1)
    },
    Attempt("enter a document", all: staff, own: [.host]) {
      try $0.attach(AttachmentEntry(title: title), to: .application($2), by: $1)
    },
    Attempt("take a document out", all: staff, own: [.host]) { try $0.detach(title, from: .application($2), by: $1) },
    Attempt("import over it", all: staff, own: [.host]) {
      let record = ApplicationRecord(number: try PlainText($2), form: ApplicationForm())
      _ = try $0.importApplications([Numbered(1, record)], by: $1)
    },
  ]

  /// The login of each role here.
  private static let logins: [Role: String] = [
    .admin: "admin", .bureau: "bureau", .department: "xian", .host: "host", .agency: "agency", .expert: "expert2", .viewer: "viewer",
  ]

  /// Two applications under review: `SQ2026-0001` is the department's, the host's and the expert's, `SQ2026-0002` that of others.
  private func city() throws -> (city: City, store: CenterStore) {
    let city = try City()
    _ = try city.scratch.store.importOrganizations(
      [Numbered(2, OrganizationRecord(name: PlainText("评估事务所")))], by: Scratch.admin)
    _ = try city.scratch.store.importUsers(
      [Numbered(2, UserRecord(login: PlainText("agency"), name: PlainText("事务所"), role: .agency, organization: PlainText("评估事务所")))],
      by: Scratch.admin)
    _ = try city.draft()
    let (otherHost, otherDepartment) = (Acting("otherhost", .desk), Acting("dongguang", .desk))
    let march = city.store(on: City.day(3, 20))
    let other = try march.beginApplication(year: 2026, department: PlainText("东光县科学技术局"), by: otherHost)
    var form = try march.application(other, by: otherHost).form
    try City.fill(&form)
    form.center.name = try PlainText("沧州市包装技术创新中心")
    try march.saveApplication(other, form, by: otherHost)
    let store = city.store(on: City.day(4, 10))
    for (number, host, department, expert) in [
      ("SQ2026-0001", City.host, City.department, "expert2"), (other, otherHost, otherDepartment, "expert3"),
    ] {
      try march.attach(AttachmentEntry(title: Self.title, proves: [.condition("9.2")]), to: .application(number), by: host)
      try march.stepApplication(number, .submit, by: host)
      try store.stepApplication(number, .recommend(reason: nil), by: department)
      try store.stepApplication(number, .accept, by: City.bureau)
      try store.stepApplication(number, .passCheck(reason: nil), by: City.bureau)
      try store.assignReviewer(number, expert: expert, isLeader: true, by: City.bureau)
      try store.pledgeReview(year: 2026, by: Acting(expert, .desk))
    }
    return (city, store)
  }

  private enum Outcome: Equatable {
    /// Done, or refused for reasons that have nothing to do with who tried.
    case letThrough
    /// Not permitted, in these words.
    case refused(String)
  }

  @Test("refused alike whether it exists or not", arguments: attempts)
  func alike(attempt: Attempt) throws {
    var (city, store) = try city()
    var before = try city.scratch.otherHand().digest()
    for role in Role.allCases {
      let who = Acting(try #require(Self.logins[role]), .desk)
      var outcomes: [Outcome] = []
      for number in ["SQ2026-0001", "SQ2026-0002", "SQ2026-9999"] {
        // One that was changed is given up and built anew.
        if try city.scratch.otherHand().digest() != before {
          (city, store) = try self.city()
          before = try city.scratch.otherHand().digest()
        }
        do {
          try attempt.run(store, who, number)
          outcomes.append(.letThrough)
        } catch StoreError.notPermitted(let act) {
          #expect(try city.scratch.otherHand().digest() == before, "\(role) changed something by trying")
          let words = StoreError.notPermitted(act).phrase
          #expect(!words.zh.contains(number) && !words.en.contains(number))
          outcomes.append(.refused(words.zh))
        } catch StoreError.refused, StoreError.noSuch {
          outcomes.append(.letThrough)
        }
      }
      if attempt.all.contains(role) {
        #expect(outcomes == [.letThrough, .letThrough, .letThrough], "\(role) may")
      } else {
        #expect((outcomes[0] == .letThrough) == attempt.own.contains(role), "\(role), its own")
        #expect(outcomes[1] != .letThrough, "\(role), another's")
        #expect(outcomes[1] == outcomes[2], "\(role) can tell what exists")
      }
    }
  }

  @Test("Queues and exports hold one's own only, and their counts no more", arguments: Role.allCases)
  func queues(role: Role) throws {
    let (city, store) = try city()
    defer { withExtendedLifetime(city) {} }
    let who = Acting(try #require(Self.logins[role]), .desk)
    func exported() throws -> [String] {
      var numbers: [String] = []
      try store.eachApplication(by: who) { numbers.append($0.number?.string ?? "") }
      return numbers
    }
    switch role {
    case .admin, .bureau:
      #expect(try store.applications(by: who).count == 2 && exported() == ["SQ2026-0001", "SQ2026-0002"])
    case .department, .host, .expert:
      #expect(try store.applications(by: who).map(\.number) == ["SQ2026-0001"] && exported() == ["SQ2026-0001"])
    case .agency, .viewer:
      #expect(throws: StoreError.notPermitted(nil)) { try store.applications(by: who) }
      #expect(throws: StoreError.notPermitted(nil)) { try exported() }
    }
  }

  @Test("Nobody but staff hears of opinions; each hears of their own", arguments: Role.allCases)
  func news(role: Role) throws {
    let (city, store) = try city()
    defer { withExtendedLifetime(city) {} }
    let who = Acting(try #require(Self.logins[role]), .desk)
    let watch = try store.watch(by: who)
    try store.giveOpinion("SQ2026-0002", ExpertOpinion(comment: Self.why), isSubmitted: false, by: Acting("expert3", .desk))
    try store.giveOpinion("SQ2026-0001", ExpertOpinion(comment: Self.why), isSubmitted: false, by: Acting("expert2", .desk))
    let heard = try watch.news().map(\.login)
    #expect(heard == (Self.staff.contains(role) ? ["expert3", "expert2"] : role == .expert ? ["expert2"] : []))
  }

  @Test("A host decides nothing of what the call asks: its form keeps the call's own words")
  func call() throws {
    let city = try City()
    let number = try city.draft()
    let store = city.store(on: City.day(3, 10))
    let kept = try store.application(number, by: City.host).form
    var form = kept
    form.callYear = 2020
    form.callDocuments = []
    form.callFields = nil
    form.documents = []
    try store.saveApplication(number, form, by: City.host)
    let now = try store.application(number, by: City.host)
    #expect(now.form.callYear == 2026 && now.form.callDocuments == kept.callDocuments && now.form.callFields == kept.callFields)
    #expect(now.eligibility.failed.map(\.article) == ["10"])
  }

  @Test("A document of an application is changed while the form may be, and not when others have it")
  func documents() throws {
    let city = try City()
    let number = try city.draft()
    let store = city.store(on: City.day(3, 20))
    try store.attach(AttachmentEntry(title: Self.title), to: .application(number), by: City.host)
    try store.stepApplication(number, .submit, by: City.host)
    #expect(throws: StoreError.self) { try store.detach(Self.title, from: .application(number), by: City.host) }
    #expect(try store.attachments(of: .application(number), by: City.department).count == 1)
    try store.stepApplication(number, .returnForCorrection(reason: Self.why), by: City.department)
    try store.detach(Self.title, from: .application(number), by: City.host)
    #expect(try store.attachments(of: .application(number), by: City.host).isEmpty)
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
  }
}
