import CenterStore
import Foundation
import Regulation
import Synchronization
import Testing

@Suite("Several people and processes on one file")
struct TogetherTests {
  /// A round in which eight experts score one center each, with the pledges given.
  private func scratch(experts: Int = 8) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.fill()
    let store = scratch.store
    _ = try store.importExperts(
      try (1...experts).map {
        Numbered($0 + 1, ExpertRecord(login: try PlainText("w\($0)"), name: try PlainText("专家\($0)"), employer: try PlainText("外地大学")))
      }, by: Scratch.bureau)
    try store.openRound(2026, by: Scratch.bureau)
    for number in 1...experts {
      try store.assignExpert(year: 2026, center: "C1", expert: "w\(number)", by: Scratch.bureau)
      try store.pledge(year: 2026, by: Acting("w\(number)", .desk))
    }
    return scratch
  }

  private func score(_ store: CenterStore, _ login: String, _ number: Int) throws {
    let code = IndicatorCode.all[number % 19]
    try store.score(
      year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(number / 19 * 10 + 10))), by: Acting(login, .desk))
  }

  @Test("Eight desks that each save fifty scores at once: all four hundred land, each with its link, and nobody is told to wait")
  func writers() throws {
    let scratch = try scratch()
    let before = try scratch.store.auditHead(by: Scratch.admin).number
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      do {
        let store = try CenterStore.open(scratch.store.path)
        for number in 0..<50 { try score(store, "w\(writer + 1)", number) }
        try store.close()
      } catch {
        errors.withLock { $0.append("\(error)") }
      }
    }
    #expect(errors.withLock(\.self) == [])
    let verdict = try scratch.store.verifyChain(by: Scratch.admin)
    #expect(verdict.isWhole && verdict.links == before + 400)
    let hand = try scratch.otherHand()
    #expect(try hand.number("SELECT count(*) FROM score") == 8 * 19)
    // The last round of a desk's fifty left 0.30 on the first twelve indicators, 0.20 on the others.
    #expect(try hand.number("SELECT sum(points) FROM score") == 8 * (12 * 30 + 7 * 20))
    #expect(try hand.number("SELECT count(DISTINCT login) FROM audit WHERE act = 'sheet.score'") == 8)
  }

  @Test("A desk that meets another process in the middle of its writing waits for it, and then saves")
  func waiting() throws {
    let scratch = try scratch(experts: 1)
    let shell = try Shell(scratch.store.path)
    try shell.say("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE; SELECT 'held';", until: "held")
    let isReleased = Atomic(false)
    let waited = Mutex<Result<Bool, any Error>?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let outcome = Result {
        try score(scratch.store, "w1", 1)
        return isReleased.load(ordering: .sequentiallyConsistent)
      }
      waited.withLock { $0 = outcome }
    }
    isReleased.store(true, ordering: .sequentiallyConsistent)
    try shell.say("COMMIT; SELECT 'free';", until: "free")
    group.wait()
    #expect(try waited.withLock { try $0?.get() } == true)
    #expect(try scratch.otherHand().number("SELECT count(*) FROM score") == 1)
    shell.end()
  }

  @Test("A process that is killed in the middle of its writing leaves nothing behind, and nobody waits for it")
  func killed() throws {
    let scratch = try scratch(experts: 1)
    try score(scratch.store, "w1", 0)
    let shell = try Shell(scratch.store.path)
    for number in 1...10 {
      try shell.say(
        "BEGIN IMMEDIATE; UPDATE score SET points = 0; DELETE FROM audit; SELECT 'written\(number)';", until: "written\(number)")
      shell.kill()
      try score(scratch.store, "w1", number)
      try shell.start()
    }
    shell.end()
    let sheet = try scratch.store.sheet(year: 2026, center: "C1", by: Acting("w1", .desk))
    #expect(sheet.points.values.compactMap(\.self).map(\.hundredths) == Array(repeating: 10, count: 11))
    #expect(try scratch.store.verifyChain(by: Scratch.admin).isWhole)
    #expect(try scratch.otherHand().texts("PRAGMA integrity_check") == ["ok"])
  }

  @Test("A watch tells what others wrote, once, in order, and nothing where nothing happened")
  func watching() throws {
    let scratch = try scratch(experts: 2)
    let watch = try scratch.store.watch(by: Scratch.bureau)
    #expect(try watch.news().isEmpty)
    try score(try CenterStore.open(scratch.store.path), "w1", 0)
    try score(scratch.store, "w2", 0)
    let news = try watch.news()
    #expect(news.map(\.act) == ["sheet.score", "sheet.score"] && news.map(\.login) == ["w1", "w2"])
    #expect(news.map(\.number) == news.map(\.number).sorted())
    #expect(try watch.news().isEmpty)
    // Another process, past all operations: what counts here is that it is heard.
    let shell = try Shell(scratch.store.path)
    try shell.say(
      """
      INSERT INTO audit SELECT max(seq) + 1, 0, 'made.elsewhere', 'desk', 'x', x'', '', x'', x'' FROM audit; SELECT 'written';
      """, until: "written")
    shell.end()
    #expect(try watch.news().map(\.act) == ["made.elsewhere"])
  }

  @Test("A watch tells nobody but staff who scored, and others not that somebody did")
  func discreet() throws {
    let scratch = try scratch(experts: 2)
    let own = try scratch.store.watch(by: Acting("w1", .desk))
    let viewer = try scratch.store.watch(by: Acting("viewer", .desk))
    try score(scratch.store, "w1", 0)
    try score(scratch.store, "w2", 0)
    try scratch.store.settleRound(2026, by: Scratch.bureau)
    #expect(try own.news().map { "\($0.act) \($0.login)" } == ["sheet.score w1", "round.settle "])
    #expect(try viewer.news().map { "\($0.act) \($0.login)" } == ["round.settle "])
    #expect(throws: StoreError.unknownLogin("nobody")) { try scratch.store.watch(by: Acting("nobody", .desk)) }
  }

  @Test("A watch tells the leader of a panel that a sheet was handed in, and no more")
  func leader() throws {
    let scratch = try scratch(experts: 2)
    let store = scratch.store
    let center = try #require(try store.tasks(by: Acting("w1", .desk)).first?.center)
    try store.nameLeader(year: 2026, center: center, expert: "w1", by: Scratch.bureau)
    let (led, plain) = (try store.watch(by: Acting("w1", .desk)), try store.watch(by: Acting("w2", .desk)))
    try score(store, "w2", 0)
    #expect(try led.news().isEmpty)
    for code in IndicatorCode.all {
      try store.score(year: 2026, center: center, indicator: code, ScoreEntry(points: .some(Points(100))), by: Acting("w2", .desk))
    }
    try store.submitSheet(year: 2026, center: center, by: Acting("w2", .desk))
    #expect(try led.news().map { "\($0.act) \($0.login)" } == ["sheet.submit "])
    try score(store, "w1", 0)
    _ = try plain.news()
    try store.takeBackSheet(year: 2026, center: center, by: Acting("w2", .desk))
    #expect(try led.news().map { "\($0.act) \($0.login)" } == ["sheet.score w1", "sheet.takeback "])
    #expect(try plain.news().map(\.login) == ["w2"])
  }
}
