import CenterStore
import DemoData
import Foundation
import Regulation
import Testing

@Suite("The made-up store")
final class DemoStoreTests {
  private static let bureau = Acting("bureau", .desk)
  private let folder: URL
  private let today: Day

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-demo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    today = try #require(Day(2026, 6, 1))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func make(_ name: String = "demo", centers: Int = DemoStore.usualCenters, seed: UInt64 = 1, today: Day? = nil) throws
    -> CenterStore
  {
    try MadeCities.copy(
      centers: centers, seed: seed, today: today ?? self.today, to: folder.appendingPathComponent(name + ".sqlite").path)
  }

  private func bytes(_ store: CenterStore) throws -> Data {
    try store.close()
    return try Data(contentsOf: URL(fileURLWithPath: store.path))
  }

  @Test("The same seed and day make the same file, byte for byte; another seed or day another one")
  func repeatable() throws {
    let first = try bytes(make("a"))
    #expect(try bytes(DemoStore.make(at: folder.appendingPathComponent("b.sqlite").path, today: today)) == first)
    #expect(try bytes(make("c", seed: 2)) != first)
    #expect(try bytes(make("d", today: today.adding(days: 1))) != first)
  }

  @Test("Every evaluation form of every round fits together: no errors, and few doubts", arguments: [1, 2, 7] as [UInt64])
  func forms(seed: UInt64) throws {
    let store = try make(seed: seed)
    let system = try IndicatorSystem.standard.get()
    for (year, least) in [(2022, 12), (2024, 25), (2026, 35)] {
      var (forms, doubts) = (0, 0)
      for center in try store.dueCenters(year, by: Self.bureau) where center.standing == .due {
        let sheet = try store.factSheet(year: year, center: center.code, by: Self.bureau)
        if sheet.entries.isEmpty { continue }
        forms += 1
        let findings = sheet.findings(system)
        #expect(findings.filter { $0.severity == .error }.map(\.phrase.en) == [], "\(center.code) \(year)")
        doubts += findings.count
        #expect(sheet.open(system).isEmpty, "\(center.code) \(year)")
      }
      #expect(forms > least, "\(year): \(forms)")
      #expect(doubts <= forms, "\(year): \(doubts) doubts on \(forms) forms")
    }
  }

  @Test(
    "A year for which two rounds ask has the same figures in both, and a center's results go no further than a few points from round to round"
  )
  func years() throws {
    let store = try make()
    var shared = 0
    for center in try store.dueCenters(2026, by: Self.bureau) where center.standing == .due {
      for (past, year) in [(2022, 2024), (2024, 2026)] {
        let old = try store.factSheet(year: past, center: center.code, by: Self.bureau)
        let new = try store.factSheet(year: year, center: center.code, by: Self.bureau)
        for (place, entry) in old.entries {
          guard let asked = place.year, new.years.contains(asked), let again = new.entries[place] else { continue }
          shared += 1
          #expect(again == entry, "\(center.code) \(place)")
        }
      }
    }
    #expect(shared > 3000)
    var scores: [String: [Points]] = [:]
    for year in [2020, 2022, 2024] {
      for result in try store.results(year: year, by: Acting("viewer", .desk)) {
        scores[result.center.string, default: []].append(result.score)
      }
    }
    #expect(scores.values.contains { $0.count == 3 })
    for (center, own) in scores {
      let steps = zip(own, own.dropFirst()).map { abs($1.hundredths - $0.hundredths) }
      #expect(steps.allSatisfy { $0 <= 1200 }, "\(center) \(own)")
    }
  }

  @Test("Of the evaluation forms some are reported, one was given back and waits for its host, others wait for their departments")
  func formsUnderWay() throws {
    let store = try make()
    let all = try store.materials(year: 2026, by: Self.bureau)
    let returned = all.filter { if case .returned = $0.material { true } else { false } }
    let reported = all.count { if case .reported = $0.material { true } else { false } }
    let submitted = all.count { if case .submitted = $0.material { true } else { false } }
    #expect(returned.count == 1 && reported > 30 && submitted > 5, "\(reported) reported, \(submitted) to be checked")
    let code = try #require(returned.first?.code)
    let hosts = try store.users(by: Acting("admin", .desk)).filter { $0.role == .host }
    let waits = try hosts.contains { host in
      try store.materials(year: 2026, by: Acting(host.login.string, .desk)).contains { $0.code == code && !$0.isLate }
    }
    #expect(waits)
  }

  @Test("Every county, zone and field occurs, and every name is one center's or host's alone", arguments: [60, 1200])
  func everywhere(count: Int) throws {
    let store = try make(centers: count)
    var records: [CenterRecord] = []
    try store.eachCenter(by: Self.bureau) { records.append($0) }
    #expect(records.count == count)
    let places = try Places.standard.get()
    let departments = Set(records.map(\.department.string))
    for region in places.counties + places.zones { #expect(departments.contains { $0.hasPrefix(region.zh) }, "\(region.zh)") }
    #expect(Set(records.compactMap { $0.field?.string }).count == 12)
    #expect(Set(records.map(\.name)).count == count)
    let hosts = Set(records.map(\.host)).count
    #expect(hosts == (count > 1000 ? count / 5 : count))
    let organizations = try store.organizations(by: Self.bureau).map(\.name)
    #expect(Set(organizations).count == organizations.count)
  }

  @Test("The many of a large registry took no part in rounds of which they knew nothing: nobody's revocation is proposed for it")
  func largeRegistry() throws {
    let store = try make(centers: 1200)
    for round in try store.rounds(by: Self.bureau) where round.state == .closed {
      #expect(try store.result(round.year, by: Self.bureau).result.absent.isEmpty, "\(round.year)")
    }
    #expect(try store.matters(by: Self.bureau).count < 12)
  }

  @Test("Nobody could take it for the bureau's own: fictional names, telephones that ring nowhere, a store that says so")
  func fictional() throws {
    let store = try make()
    #expect(store.isDemo)
    for organization in try store.organizations(by: Self.bureau) {
      #expect(organization.phone?.isEmpty ?? true || organization.phone?.string.hasPrefix("0317-000") ?? false)
    }
    let employers = try store.experts(by: Self.bureau).map(\.employer.string)
    #expect(employers.count == 12 && employers.count { $0.contains("虚构") } >= 11)
  }

  @Test("The earlier rounds are over, their grades spread; the present one is half way, and its experts are at different points")
  func story() throws {
    let store = try make()
    #expect(try store.rounds(by: Self.bureau).map(\.year) == [2026, 2024, 2022])
    #expect(try store.rounds(by: Self.bureau).map(\.state) == [.scoring, .closed, .closed])
    for year in [2024, 2022, 2020] {
      let grades = Dictionary(grouping: try store.results(year: year, by: Acting("viewer", .desk)), by: \.grade).mapValues(\.count)
      #expect(Set(grades.keys).isSuperset(of: year == 2024 ? Grade.allCases : [.excellent, .qualified]), "\(year): \(grades)")
    }
    let progress = try store.expertProgress(year: 2026, by: Self.bureau)
    #expect(progress.count == 12)
    #expect(Set(progress.map { $0.given * 10 / max(1, $0.assigned * 19) }).count >= 6)
    #expect(
      progress.contains { $0.submitted == $0.assigned } && progress.contains { $0.given == 0 } && progress.contains { !$0.hasPledged })
    let tasks = try store.tasks(by: Acting("expert1", .desk)).filter { $0.year == 2026 }
    #expect(
      tasks.contains { $0.state == .submitted } && tasks.contains { $0.given > 0 && $0.given < 19 } && tasks.contains { $0.given == 0 })
    #expect(try store.verifyChain(by: Self.bureau).isWhole)
  }

  @Test("Applications stand in every state, and who has the next step sees what waits; every link of theirs came through the desk")
  func applications() throws {
    let store = try make()
    let all = try store.applications(by: Self.bureau)
    #expect(Set(all.map(\.stage)) == Set(ApplicationStage.allCases))
    #expect(all.allSatisfy { $0.since <= today })
    // Of one that is recommended a condition is not known yet.
    for summary in all where ![.draft, .returned, .recommended].contains(summary.stage) {
      #expect(try store.application(summary.number, by: Self.bureau).eligibility.verdict == .yes, "\(summary.number) \(summary.stage)")
    }
    let returned = try #require(all.first { $0.stage == .returned })
    #expect(try store.application(returned.number, by: Self.bureau).eligibility.failed.map(\.article) == ["9.2"])
    let certified = try #require(all.first { $0.stage == .certified })
    #expect(try store.registryCount(by: Self.bureau) == DemoStore.usualCenters)
    var names: [String] = []
    try store.eachCenter(by: Self.bureau) { names.append($0.name.string) }
    #expect(names.count { $0 == certified.name } == 1)
    var links = 0
    try store.eachLink(by: Self.bureau) { link in
      guard link.act.hasPrefix("application.") else { return }
      links += 1
      #expect(link.channel == "desk")
    }
    #expect(links > 100)
    for summary in all {
      #expect(try !store.attachments(of: .application(summary.number), by: Self.bureau).isEmpty || summary.stage == .draft)
    }
  }

  @Test("Under review stands one that waits for opinions, and one that waits for the list, its group's opinion written")
  func reviews() throws {
    let store = try make()
    let standings = try store.reviewStandings(by: Self.bureau).filter { $0.application.stage == .reviewing }
    #expect(standings.map { $0.standing.opinions } == [3, 1])
    let ready = try store.application(try #require(standings.first).application.number, by: Self.bureau)
    #expect(ready.refusal(.propose, by: .bureau) == nil && !ready.groupOpinion.isEmpty)
  }

  @Test("Every login of the demo may be used, and each sees something of its own")
  func logins() throws {
    let store = try make()
    let roles = try Dictionary(grouping: store.users(by: Self.bureau), by: \.role).mapValues(\.count)
    for role in [Role.admin, .bureau, .viewer, .expert, .department, .host] { #expect(roles[role, default: 0] > 0, "\(role)") }
    for login in ["department1", "host1"] {
      #expect(try !store.dueCenters(2026, by: Acting(login, .desk)).isEmpty, "\(login)")
    }
  }

  @Test("The story holds on any day of the year, holidays and all", arguments: [(1, 3), (2, 20), (5, 6), (10, 9), (12, 31)])
  func days(month: Int, day: Int) throws {
    let store = try make(centers: 20, today: Day(2026, month, day))
    #expect(Set(try store.applications(by: Self.bureau).map(\.stage)) == Set(ApplicationStage.allCases))
  }

  @Test("Any number of centers makes a store, one as well as thousands", arguments: [1, 2, 13, 2001])
  func sizes(count: Int) throws {
    let store = try make(centers: count)
    #expect(try store.registryCount(by: Self.bureau) == count)
    #expect(try store.verifyChain(by: Self.bureau).isWhole)
  }
}
