import DeskRuntime
import Regulation
import Synchronization
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import CenterStore
@testable import Desk

/// A registry of any size that stands in no store, and counts what is asked of it.
final class VirtualRegistry: Sendable {
  let count: Int
  private let log = Mutex<[Int]>([])

  /// What stands before the six digits of a code.
  private let prefix: String

  init(count: Int, prefix: String = "CZ-") {
    self.count = count
    self.prefix = prefix
  }

  /// How many lines were asked for, a number a question, since this was last asked.
  func questions() -> [Int] {
    log.withLock { log in
      defer { log = [] }
      return log
    }
  }

  private func name(_ number: Int) -> String { "沧州市\(number % 100 == 0 ? "铸造" : "管道")第\(number)技术创新中心" }
  private func code(_ number: Int) -> String { prefix + String(1_000_000 + number).dropFirst() }

  private func line(_ number: Int) -> RegistryLine {
    RegistryLine(
      id: Int64(number), code: code(number), name: name(number), host: "沧州样例有限公司", department: "青县科学技术局", field: "新材料",
      certifiedOn: Day(number: 18_000 + number % 2_000), status: .active, director: "", last: nil)
  }

  var source: RegistrySource {
    RegistrySource(
      linesAfter: { code, limit in
        self.log.withLock { $0.append(limit) }
        let first = (Int(code.dropFirst(self.prefix.count)) ?? 0) + 1
        return (first..<max(first, min(first + limit, self.count + 1))).map(self.line)
      },
      lines: { ids in
        self.log.withLock { $0.append(ids.count) }
        return ids.map { self.line(Int($0)) }
      },
      index: {
        var builder = RegistryIndex.Builder(rows: self.count)
        // Only every hundredth has words to be searched: what is searched at scale is the concern of other tests, and an index without
        // optimisation is slow to make.
        for number in 1...self.count {
          builder.add(
            id: Int64(number), code: "", name: number % 100 == 0 ? "铸造" : "", host: "", field: "", county: "", department: "",
            certifiedOn: Day(number: 18_000 + number % 2_000), status: .active, score: nil)
        }
        return builder.finish()
      })
  }
}

@MainActor
@Suite("A registry of a hundred thousand centers")
struct LargeRegistryTests {
  @Test("answers every key with one question for what is seen, and one ahead of the next keys, of a few pages at most")
  func bounded() throws {
    let registry = VirtualRegistry(count: 100_000)
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "viewer", columns: 80, rows: 24)
    desk.open(RegistryScreen(desk.sitting, shelf: RegistryShelf(registry.source, runtime: desk.runtime)))
    #expect(desk.shows("共 100,000 个"))
    let page = 24 - 2 - 3
    // While the frame is on its way, nothing is fetched but what it shows; the pages around it follow at once.
    #expect(registry.questions().allSatisfy { $0 <= 60 })
    desk.pass(RegistryScreen.breath)
    #expect(registry.questions().count == 1)
    func check(_ keys: KeyPress..., shows code: String, sourceLocation: SourceLocation = #_sourceLocation) {
      for key in keys {
        desk.press(key)
        desk.pass(RegistryScreen.breath)
      }
      let questions = registry.questions()
      #expect(desk.shows(code), sourceLocation: sourceLocation)
      #expect(questions.count <= 2 * keys.count && questions.allSatisfy { $0 <= 6 * page }, "\(questions)", sourceLocation: sourceLocation)
    }
    check(KeyPress(.down), shows: "CZ-000002")
    // A page was fetched while the one before it was looked at.
    desk.press(KeyPress(.down))
    #expect(registry.questions().isEmpty)
    desk.press(KeyPress(.up))
    check(KeyPress(.pageDown), shows: "CZ-000020")
    check(KeyPress(.end), shows: "CZ-100000")
    check(KeyPress(.pageUp), shows: "CZ-099964")
    check(KeyPress(.home), shows: "CZ-000001")
    // What was seen before is not asked for again.
    check(KeyPress(.end), shows: "CZ-100000")
    #expect(registry.questions().isEmpty)
    check(.character("/"), .character("z"), .character("z"), shows: "铸造")
    #expect(desk.shows("+ / 共 100,000 个"))
    desk.pass(RegistryScreen.pause)
    #expect(desk.shows("1,000 / 共 100,000 个"))
    check(KeyPress(.escape), shows: "共 100,000 个")
    // Many keys that wait together are one frame, one question for it and one ahead.
    desk.press(KeyPress(.home))
    _ = registry.questions()
    desk.terminal.feed((0..<50).map { _ in .input(.key(KeyPress(.pageDown))) })
    desk.runtime.settle()
    desk.pass(RegistryScreen.breath)
    #expect(registry.questions().count <= 2)
  }

  @Test("is narrowed by year and by duty, and asks for no more than some pages; more than a dialog can name are not marked by one key")
  func narrowed() throws {
    let registry = VirtualRegistry(count: 100_000)
    let desk = try DeskForTests(DeskFixture(), "bureau", columns: 80, rows: 24)
    let screen = RegistryScreen(desk.sitting, shelf: RegistryShelf(registry.source, runtime: desk.runtime))
    desk.open(screen)
    desk.pass(RegistryScreen.breath)
    _ = registry.questions()
    screen.filter(by: RegistryFilter(certifiedIn: 2020))
    desk.runtime.settle()
    desk.pass(RegistryScreen.breath)
    // 366 of every 2,000 days.
    #expect(screen.state.count == 18_300 && registry.questions().allSatisfy { $0 <= 6 * 19 })
    desk.press(.control("a"))
    #expect(screen.state.marks.isEmpty && registry.questions().isEmpty)
    let day = DeskFixture.today
    let standings = stride(from: 1, through: 100_000, by: 2).map { number in
      var center = CenterDuties(
        id: Int64(number), code: "", name: "", host: "", county: "", department: "", day: day, term: DutyTerm(certifiedOn: Day(number: 0)),
        hasCoBuilders: false, now: number % 10 == 1 ? .all : DutySet())
      center.sumUp()
      return center
    }
    let index = try #require(screen.state.index)
    let column = index.duties(standings)
    let behind = RegistryFilter.DutyCondition(article: "15", state: .behind)
    #expect(index.order(RegistrySort(), RegistryFilter(duty: behind), duties: column).rows.count == 40_000)
    #expect(index.count(behind, RegistryFilter(certifiedIn: 2020), duties: column) < 18_300)
  }

  @Test("shows codes whole from the first frame on, before it is known how many there are", arguments: [80, 120], Language.allCases)
  func firstFrame(columns: Int, language: Language) throws {
    let registry = VirtualRegistry(count: 100_000, prefix: "YS2015-")
    let workers = HeldWorkers()
    let desk = try DeskForTests(DeskFixture(), "viewer", columns: columns, rows: 24, language: language, workers: workers)
    desk.open(RegistryScreen(desk.sitting, shelf: RegistryShelf(registry.source, runtime: desk.runtime)))
    #expect(desk.shows("YS2015-000001") && !desk.shows("100,000"))
    while !desk.shows("100,000"), !workers.isIdle {
      workers.release()
      desk.runtime.settle()
    }
    #expect(desk.shows("YS2015-000001") && desk.shows("100,000"))
  }

  @Test("goes on by code while there is no index, to the last center")
  func goesOn() throws {
    let source = VirtualRegistry(count: 200).source
    var state = RegistryState()
    state.begin(with: try source.linesAfter("", 60))
    try state.fetch(rows: 20, from: source)
    #expect(state.knownEnd == nil)
    state.move { _ = $0.select(30) }
    #expect(state.knownEnd == "CZ-000060")
    state.goOn(with: try source.linesAfter("CZ-000060", 200))
    #expect(state.count == 200)
    #expect(state.knownEnd == nil)
    state.move { _ = $0.select(199) }
    state.goOn(with: try source.linesAfter(try #require(state.knownEnd), 60))
    #expect(state.knownEnd == nil)
    #expect(state.count == 200)
  }

  @Test("keeps the selected center through every order of its rows")
  func orders() throws {
    let registry = VirtualRegistry(count: 5_000)
    let fixture = try DeskFixture()
    let desk = try DeskForTests(fixture, "viewer", columns: 80, rows: 24)
    let screen = RegistryScreen(desk.sitting, shelf: RegistryShelf(registry.source, runtime: desk.runtime))
    desk.open(screen)
    desk.press(KeyPress(.pageDown), KeyPress(.pageDown))
    let code = try #require(screen.state.selected?.code)
    for key in RegistrySort.Key.allCases {
      screen.sort(by: key)
      desk.runtime.settle()
      #expect(screen.state.selected?.code == code)
    }
  }
}
