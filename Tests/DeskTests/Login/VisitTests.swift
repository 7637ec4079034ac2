import DeskRuntime
import TerminalForTests
import Testing
import Widgets

@testable import Desk

@MainActor
@Suite("A guest's visit ends")
struct VisitTests {
  @Test("After its time, or after a while without a key; at the choice of a role and on the desk behind it")
  func ends() throws {
    for keys in [[], [KeyPress.character("2")]] {
      for rule in [VisitRule(stay: .zero, idle: .seconds(3600)), VisitRule(stay: .seconds(3600), idle: .milliseconds(10))] {
        let fixture = try DeskFixture()
        let terminal = TestTerminal(columns: 80, rows: 24)
        terminal.feed(keys.map { .input(.key($0)) })
        let ending = try Desk.runByChoice(store: fixture.store, terminal: terminal, visit: rule)
        // At the choice a visit ends as whoever leaves it.
        #expect(ending == (keys.isEmpty ? .left : .terminated), "\(rule)")
      }
    }
  }

  @Test("Two minutes before the end it is said, once")
  func said() throws {
    let terminal = TestTerminal(columns: 80, rows: 24)
    let runtime = Runtime.forTests(on: terminal)
    let fixture = try DeskFixture()
    runtime.push(EntranceScreen(runtime, users: try Desk.users(of: fixture.store)))
    Visit(VisitRule(stay: .seconds(100), idle: .seconds(3600))).limit(runtime)
    terminal.pass(.seconds(1))
    terminal.feed([.timeout])
    #expect(runtime.settle() == nil)
    #expect(terminal.shows("约两分钟后结束"))
  }
}
