import CenterStore
import DemoData
import Foundation
import Regulation
import Testing

@Suite("The made-up story is one that could have happened")
final class DemoStoryTests {
  private static let bureau = Acting("bureau", .desk)
  private let folder: URL
  private let store: CenterStore
  private let today: Day

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-story-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    today = try #require(Day(2026, 6, 1))
    store = try MadeCities.copy(
      centers: DemoStore.usualCenters, seed: 1, today: today, to: folder.appendingPathComponent("demo.sqlite").path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test("Experts score over two weeks, in the hours in which people work, a sheet in the better part of an hour")
  func hours() throws {
    let calendar = try WorkingDays.standard.get()
    var moments: [String: [Moment]] = [:]
    try store.eachLink(by: Self.bureau) { link in
      if link.act == Act.score.rawValue || link.act == Act.submitSheet.rawValue { moments[link.login, default: []].append(link.time) }
    }
    let all = moments.values.flatMap { $0 }
    #expect(all.count > 1000)
    #expect(Set(all.map(\.day)).count >= 7)
    for moment in all {
      #expect(calendar.isWorkingDay(moment.day) && ("08:30"..."18:00").contains(moment.shanghaiTime), "\(moment)")
    }
    for (login, own) in moments {
      let pauses = zip(own, own.dropFirst()).map { ($1.milliseconds - $0.milliseconds) / 1000 }
      #expect(pauses.allSatisfy { $0 >= 45 }, "\(login)")
      let busiest = Dictionary(grouping: own, by: \.day).values.map(\.count).max() ?? 0
      #expect(busiest <= 90, "\(login): \(busiest) on one day")
    }
  }

  @Test("However many work at the same time, the chain goes forward, and ends before today is over")
  func chain() throws {
    var times: [Moment] = []
    try store.eachLink(by: Self.bureau) { times.append($0.time) }
    #expect(times == times.sorted())
    #expect(times.allSatisfy { $0.day <= today })
  }

  @Test("Centers are certified on working days, none of them still to come, each entered after its day")
  func certification() throws {
    let calendar = try WorkingDays.standard.get()
    try store.eachCenter(by: Self.bureau) { center in
      let day = center.certifiedOn
      #expect(calendar.isWorkingDay(day) && day != Day(day.year, 1, 1) && day < today, "\(center.code) \(day)")
      #expect(center.code.string.hasPrefix("YS\(day.year)-"))
    }
  }

  @Test("Universities belong to the education bureau, and who knows the books works where books are kept")
  func belonging() throws {
    var universities = 0
    try store.eachCenter(by: Self.bureau) { center in
      guard center.hostKind == .university else { return }
      universities += 1
      #expect(center.department.string == "沧州市教育局")
    }
    #expect(universities > 0)
    let experts = try store.experts(by: Self.bureau)
    let finance = experts.filter { $0.kind == .some(.finance) }
    #expect(finance.count == 2 && Set(finance.map(\.employer)).count == 2)
    #expect(finance.allSatisfy { $0.employer.string.contains(/会计师事务所|有限公司/) && $0.title?.string.contains(/会计师/) ?? false })
    #expect(experts.allSatisfy { ($0.kind == .some(.finance)) == ($0.title?.string.contains("会计师") ?? false) })
  }

  @Test(
    "What was done last falls on working days; reviewers see every kind: unknown, judged, credit, late, committees, a document on paper")
  func kinds() throws {
    let calendar = try WorkingDays.standard.get()
    let files = try store.applications(by: Self.bureau).map { try store.application($0.number, by: Self.bureau) }
    let noticed = try #require(files.first { $0.summary.stage == .onNotice })
    #expect(noticed.history.count > 5 && noticed.history.allSatisfy { calendar.isWorkingDay($0.on) })
    let returned = try #require(files.first { $0.summary.stage == .returned })
    let revenue = try #require(returned.form.host.lastYearRevenue)
    #expect(try #require(returned.form.host.lastYearTechnologySpending) < revenue)
    #expect(files.contains { $0.summary.stage == .recommended && !$0.eligibility.unknown.isEmpty })
    #expect(files.contains { $0.eligibility.findings.contains { $0.basis == .judged } })
    #expect(files.contains { !$0.creditChecks.isEmpty })
    #expect(files.contains { $0.history.contains { $0.step.kind == .admitLate } })
    #expect(
      files.contains { file in
        let findings = file.form.committeeFindings
        return !findings.isEmpty && findings.allSatisfy { $0.holds == true }
      })
    let documents = try files.flatMap { try store.attachments(of: .application($0.summary.number), by: Self.bureau) }
    #expect(documents.contains { !$0.entry.location.isEmpty && $0.entry.date != nil })
  }

  @Test("An application is about what its center is called after")
  func subjects() throws {
    var told = 0
    for application in try store.applications(by: Self.bureau) {
      let center = try store.application(application.number, by: Self.bureau).form.center
      guard let name = center.name?.string, let direction = center.researchDirection?.string else { continue }
      told += 1
      #expect(direction.hasPrefix(String(name.dropFirst(3).dropLast("技术创新中心".count))))
    }
    #expect(told > 10)
  }

  @Test("What hosts write differs from center to center and is whole; what experts write says more than their points")
  func words() throws {
    var texts: [String] = []
    for center in try store.dueCenters(2026, by: Self.bureau) where center.standing == .due {
      for entry in try store.factSheet(year: 2026, center: center.code, by: Self.bureau).entries.values {
        if case .text(let text)? = entry.value { texts.append(text.string) }
      }
    }
    let counts = Dictionary(grouping: texts, by: \.self).mapValues(\.count)
    #expect(texts.count > 1000 && counts.count > texts.count * 3 / 5, "\(counts.count) of \(texts.count)")
    #expect(counts.values.max() ?? 0 <= texts.count / 50)
    #expect(texts.allSatisfy { !$0.contains(/[{}]/) })
    var comments: [String] = []
    try store.eachScore(year: 2026, by: Self.bureau) { score in
      if let comment = score.comment, !comment.isEmpty { comments.append(comment.string) }
    }
    #expect(comments.count > 150 && Set(comments).count > 80, "\(Set(comments).count) of \(comments.count)")
    #expect(comments.allSatisfy { !$0.contains(/得 ?[0-9]|[{}]|指标 [0-9]/) })
  }
}
