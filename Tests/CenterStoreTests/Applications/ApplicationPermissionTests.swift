import CenterStore
import Regulation
import Testing

@Suite("Articles 4 to 7: every operation on applications and their documents, by every role, on its own, another's and none")
struct ApplicationPermissionTests {
  typealias City = ApplicationCity
  private static let title = TwoApplications.title
  private static let why = PlainText(literal: "试")

  private enum Outcome: Equatable {
    /// Done, or refused for reasons that have nothing to do with who tried.
    case letThrough
    /// Not permitted, in these words.
    case refused(String)
  }

  /// What becomes of an attempt on each of some objects, in a city as it was built: one that was changed is given up and built anew.
  private func outcomes(
    _ attempt: ApplicationAttempt, _ role: Role, _ objects: [String], _ applications: inout TwoApplications
  ) throws -> [Outcome] {
    try objects.map { object in
      let before = try applications.city.scratch.otherHand().digest()
      defer {
        if (try? applications.city.scratch.otherHand().digest()) != before, let fresh = try? TwoApplications() { applications = fresh }
      }
      do {
        try attempt.run(applications.store, TwoApplications.acting(role), object)
        return .letThrough
      } catch StoreError.notPermitted(let act) {
        #expect(try applications.city.scratch.otherHand().digest() == before, "\(role) changed something by trying")
        let words = StoreError.notPermitted(act).phrase
        if !object.isEmpty { #expect(!words.zh.contains(object) && !words.en.contains(object)) }
        return .refused(words.zh)
      } catch StoreError.refused, StoreError.noSuch {
        return .letThrough
      }
    }
  }

  @Test("a department never hears of what a host took back before it was handed in")
  func withdrawnDraft() throws {
    let city = try City()
    let (kept, lost) = (try city.draft(), try city.draft())
    let store = city.store(on: City.day(3, 20))
    try store.stepApplication(kept, .submit, by: City.host)
    for number in [kept, lost] { try store.stepApplication(number, .withdraw(reason: Self.why), by: City.host) }
    #expect(try store.applications(by: City.department).map(\.number) == [kept])
    #expect(try store.application(kept, by: City.department).summary.stage == .withdrawn)
    #expect(throws: StoreError.notPermitted(nil)) { try store.application(lost, by: City.department) }
    #expect(try store.applicationQueue(by: City.department).places.map(\.count) == [1])
    var exported = 0
    try store.eachApplication(by: City.department) { _ in exported += 1 }
    #expect(exported == 1)
  }

  @Test("refused alike whether it exists or not", arguments: ApplicationAttempt.onApplications)
  func alike(attempt: ApplicationAttempt) throws {
    var applications = try TwoApplications()
    for role in Role.allCases {
      let outcomes = try outcomes(attempt, role, ["SQ2026-0001", "SQ2026-0002", "SQ2026-9999"], &applications)
      if attempt.all.contains(role) {
        #expect(outcomes == [.letThrough, .letThrough, .letThrough], "\(role) may")
      } else {
        #expect((outcomes[0] == .letThrough) == attempt.own.contains(role), "\(role), its own")
        #expect(outcomes[1] != .letThrough, "\(role), another's")
        #expect(outcomes[1] == outcomes[2], "\(role) can tell what exists")
      }
    }
  }

  @Test("Calls: one that is out and one that is not, by every role", arguments: ApplicationAttempt.onCalls)
  func calls(attempt: ApplicationAttempt) throws {
    var applications = try TwoApplications()
    for role in Role.allCases {
      let outcomes = try outcomes(attempt, role, ["2026", "2030"], &applications)
      #expect(outcomes[0] == outcomes[1] && (outcomes[0] == .letThrough) == attempt.all.contains(role), "\(role)")
    }
  }

  @Test("All applications at once, by every role", arguments: ApplicationAttempt.onAll)
  func all(attempt: ApplicationAttempt) throws {
    var applications = try TwoApplications()
    for role in Role.allCases {
      #expect((try outcomes(attempt, role, [""], &applications) == [.letThrough]) == attempt.all.contains(role), "\(role)")
    }
  }

  @Test(
    "A login that does not exist is refused everywhere, in the same words",
    arguments: ApplicationAttempt.onApplications + ApplicationAttempt.onCalls + ApplicationAttempt.onAll)
  func nobody(attempt: ApplicationAttempt) throws {
    let applications = try TwoApplications()
    let before = try applications.city.scratch.otherHand().digest()
    let isOnCall = ApplicationAttempt.onCalls.contains { $0.testDescription == attempt.testDescription }
    #expect(throws: StoreError.unknownLogin("nobody")) {
      try attempt.run(applications.store, Acting("nobody", .desk), isOnCall ? "2026" : "SQ2026-0001")
    }
    #expect(try applications.city.scratch.otherHand().digest() == before)
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
