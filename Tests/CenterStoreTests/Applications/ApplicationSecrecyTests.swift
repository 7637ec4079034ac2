import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Articles 4 to 7: what one may not see of applications, one cannot infer from queues, counts, search, files, messages and news")
struct ApplicationSecrecyTests {
  typealias City = ApplicationCity
  private static let staff: Set<Role> = [.admin, .bureau]
  private static let parties: Set<Role> = [.department, .host, .expert]
  private static let others: Set<Role> = [.agency, .viewer]
  private static let why = PlainText(literal: "试")
  private static let own = "SQ2026-0001"
  private static let another = "SQ2026-0002"

  @Test("Queues, counts and exports hold one's own only", arguments: Role.allCases)
  func queues(role: Role) throws {
    let applications = try TwoApplications()
    let (store, who) = (applications.store, TwoApplications.acting(role))
    func exported() throws -> [String] {
      var numbers: [String] = []
      try store.eachApplication(by: who) { numbers.append($0.number?.string ?? "") }
      return numbers
    }
    if Self.others.contains(role) {
      #expect(throws: StoreError.notPermitted(nil)) { try store.applications(by: who) }
      #expect(throws: StoreError.notPermitted(nil)) { try store.applicationQueue(by: who) }
      #expect(throws: StoreError.notPermitted(nil)) { try exported() }
    } else {
      let seen = Self.staff.contains(role) ? [Self.own, Self.another] : [Self.own]
      #expect(try store.applications(by: who).map(\.number) == seen && exported() == seen)
      let queue = try store.applicationQueue(by: who)
      #expect(queue.count == seen.count && queue[.reviewing] == seen.count)
    }
  }

  @Test("An expert's file holds what was opened to them: nothing before the pledge, nothing once they step aside")
  func unopened() throws {
    let applications = try TwoApplications()
    let (store, expert) = (applications.store, Acting("expert4", .desk))
    func exported() throws -> Int {
      var count = 0
      try store.eachApplication(by: expert) { _ in count += 1 }
      return count
    }
    try store.assignReviewer(Self.own, expert: "expert4", by: City.bureau)
    #expect(try exported() == 0 && store.applicationQueue(by: expert).count == 1)
    try store.pledgeReview(year: 2026, by: expert)
    #expect(try exported() == 1)
    try store.declareReviewConflict(Self.own, reason: Self.why, by: expert)
    #expect(try exported() == 0)
  }

  @Test("An application is in no search and no list of the registry before the center is in it", arguments: Role.allCases)
  func search(role: Role) throws {
    let applications = try TwoApplications()
    let (store, who) = (applications.store, TwoApplications.acting(role))
    #expect(try store.registryIndex(by: who).count == 0 && store.registryCount(by: who) == 0)
    #expect(try store.registryPage(limit: 10, by: who).isEmpty)
    var entries = 0
    try store.eachRegistryEntry(by: who) { _, _, _, _, _, _ in entries += 1 }
    try store.eachCenter(by: who) { _ in entries += 1 }
    #expect(entries == 0)
  }

  @Test("The register of documents of a round holds none of an application", arguments: Role.allCases)
  func documents(role: Role) throws {
    let applications = try TwoApplications()
    let (store, who) = (applications.store, TwoApplications.acting(role))
    try store.openRound(2026, by: City.bureau)
    var titles: [String] = []
    do { try store.eachAttachment(year: 2026, by: who) { titles.append($0.title.string) } } catch StoreError.notPermitted {}
    #expect(titles.isEmpty)
    if !Self.staff.contains(role) {
      #expect(throws: StoreError.notPermitted(nil)) { try store.attachments(of: .application(Self.another), by: who) }
    }
  }

  @Test("An import over another's application says what it says over none, and no word of what stands there", arguments: Role.allCases)
  func importing(role: Role) throws {
    let applications = try TwoApplications()
    let (store, who) = (applications.store, TwoApplications.acting(role))
    func message(_ number: String) throws -> String {
      var record = ApplicationRecord(number: try PlainText(number), form: ApplicationForm())
      record.form.callYear = 2026
      record.state = .draft
      do {
        let outcome = try store.importApplications([Numbered(1, record)], dryRun: true, by: who)
        return "\(outcome)".replacingOccurrences(of: number, with: "")
      } catch {
        return "\(error.phrase)"
      }
    }
    let words = try [Self.another, "SQ2026-9999"].map(message)
    if Self.staff.contains(role) {
      #expect(words[0] != words[1])
    } else {
      #expect(words[0] == words[1] && !words[0].contains(TwoApplications.othersName.string))
    }
  }

  @Test("That another asks for the same name is told to nobody: only active centers take a name")
  func names() throws {
    let applications = try TwoApplications()
    let march = applications.city.store(on: City.day(3, 20))
    let number = try march.beginApplication(year: 2026, department: PlainText("献县科学技术局"), by: City.host)
    var form = try march.application(number, by: City.host).form
    try City.fill(&form)
    form.center.name = TwoApplications.othersName
    try march.saveApplication(number, form, by: City.host)
    #expect(try march.application(number, by: City.host).eligibility["9.7"]?.verdict == .pass)
  }

  @Test("How many experts have given an opinion, and which, is staff's to know", arguments: parties)
  func opinions(role: Role) throws {
    let applications = try TwoApplications()
    let store = applications.store
    try store.assignReviewer(Self.own, expert: "expert4", by: City.bureau)
    try store.pledgeReview(year: 2026, by: Acting("expert4", .desk))
    try store.giveOpinion(Self.own, City.opinion(Hundredths(77_77)), isSubmitted: true, by: Acting("expert4", .desk))
    let file = try store.application(Self.own, by: TwoApplications.acting(role))
    #expect(file.situation.opinions == 0 && !file.reviewers.contains { $0.login == "expert4" })
    #expect(try store.application(Self.own, by: City.bureau).situation.opinions == 1)
  }

  @Test("Nobody but staff hears of opinions; each hears of their own", arguments: Role.allCases)
  func news(role: Role) throws {
    let applications = try TwoApplications()
    let (store, who) = (applications.store, TwoApplications.acting(role))
    let watch = try store.watch(by: who)
    try store.giveOpinion("SQ2026-0002", ExpertOpinion(comment: Self.why), isSubmitted: false, by: Acting("expert3", .desk))
    try store.giveOpinion("SQ2026-0001", ExpertOpinion(comment: Self.why), isSubmitted: false, by: Acting("expert2", .desk))
    let heard = try watch.news().map(\.login)
    #expect(heard == (Self.staff.contains(role) ? ["expert3", "expert2"] : role == .expert ? ["expert2"] : []))
  }

  @Test("The leader of the group hears that an opinion came in, was taken back or falls away, not who gave it nor what is being written")
  func newsOfLeader() throws {
    let city = try City()
    let number = try city.application(after: 4)
    let store = city.store(on: City.day(5, 12))
    let (leader, other) = (Acting("expert2", .desk), Acting("expert3", .desk))
    for (login, isLeader) in [("expert2", true), ("expert3", false), ("expert4", false)] {
      try store.assignReviewer(number, expert: login, isLeader: isLeader, by: City.bureau)
      try store.pledgeReview(year: 2026, by: Acting(login, .desk))
    }
    let (led, plain) = (try store.watch(by: leader), try store.watch(by: Acting("expert4", .desk)))
    func heard(_ watch: StoreWatch) throws -> [String] { try watch.news().map { "\($0.act) \($0.login)" } }
    try store.giveOpinion(number, ExpertOpinion(comment: Self.why), isSubmitted: false, by: other)
    #expect(try heard(led) == [])
    try store.giveOpinion(number, City.opinion(Hundredths(77_00)), isSubmitted: true, by: other)
    #expect(try heard(led) == ["application.opinion "])
    try store.takeBackOpinion(number, by: other)
    try store.declareReviewConflict(number, reason: Self.why, by: other)
    #expect(try heard(led) == ["application.takeback ", "conflict.declare "])
    #expect(try heard(plain) == [])
  }
}
