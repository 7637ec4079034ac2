import CenterStore
import DeskRuntime
import Dispatch
import GRDB
import Regulation
import TerminalForTests
import Testing
import Widgets
import Wording

@testable import Desk

@MainActor
@Suite("Another process holds the store: a save waits, or is told in words of what is safe; nothing typed is lost")
struct BusyStoreTests {
  private static let host = "渤海示范大学"

  /// Another connection that holds the lock.
  private static func holder(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    return queue
  }

  /// The bureau with a contact typed, at a store for which it has some patience.
  private func desk(_ patience: Patience) throws -> (DeskForTests, () throws -> String?) {
    let fixture = try DeskFixture()
    var surroundings = DeskFixture.surroundings(on: DeskFixture.today)
    surroundings.patience = patience
    let store = try CenterStore.open(fixture.store.path, surroundings: surroundings)
    let desk = try DeskForTests(fixture, "bureau", columns: 80, rows: 24, at: store)
    desk.open(OrganizationDirectory.page(desk.sitting, Self.host))
    desk.press(KeyPress(.function(2)))
    for _ in 0..<4 { desk.press(KeyPress(.tab)) }
    desk.type("王五")
    return (desk, { try fixture.store.organizationFile(Self.host, by: DeskFixture.bureau).record.contact?.string })
  }

  @Test("held for a while: the save waits for it")
  func forAWhile() throws {
    let (desk, contact) = try desk(.standard)
    let other = try Self.holder(desk.sitting.store.path)
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(30)) {
      try? other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    }
    desk.press(KeyPress(.function(2)))
    #expect(try !desk.runtime.isModal && contact() == "王五")
  }

  @Test("held for ever: it is said, the form stands as it was, and handing it in again saves it")
  func forEver() throws {
    let (desk, contact) = try desk(Patience(tries: 5, rounds: 1, silence: 1_000))
    let other = try Self.holder(desk.sitting.store.path)
    desk.press(KeyPress(.function(2)))
    let text = desk.text.replacing(/[ │\n]/, with: "")
    #expect(desk.runtime.isModal && text.contains("被别的程序占用，这一次未保存；此前保存的内容完好") && !text.contains("locked"))
    desk.checkFrame()
    desk.press(KeyPress(.enter))
    #expect(desk.runtime.top is ActScreen && desk.shows("王五"))
    #expect(try contact() != "王五")
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    desk.press(KeyPress(.function(2)))
    #expect(try !desk.runtime.isModal && contact() == "王五")
  }

  @Test("a figure of an evaluation form is not to be typed again: it is saved once more, until it is or is thrown away")
  func figure() throws {
    let fixture = try DeskFixture.withMaterial()
    var surroundings = DeskFixture.surroundings(on: DeskFixture.today)
    surroundings.patience = Patience(tries: 5, rounds: 1, silence: 1_000)
    let store = try CenterStore.open(fixture.store.path, surroundings: surroundings)
    let desk = try DeskForTests(fixture, "host", columns: 80, rows: 24, at: store)
    desk.open(MaterialScreen(desk.sitting, year: 2026, center: "CZ-02"))
    let place = FactKey(try #require(FactCode("1.1.b")), year: nil)
    func value() throws -> FactValue? { try fixture.material().form.sheet.entries[place]?.value }
    let old = try value()
    let other = try Self.holder(store.path)
    desk.press(KeyPress(.down))
    desk.type("7\n")
    #expect(try desk.runtime.isModal && desk.shows("再保存一次") && value() == old)
    // Still nobody lets it in; Esc throws nothing away.
    desk.press(KeyPress(.escape))
    #expect(desk.runtime.isModal)
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    desk.press(KeyPress(.enter))
    #expect(try !desk.runtime.isModal && value() == .count(7))
  }

  @Test("a save that takes more than a second says that it is still at it")
  func slow() throws {
    let workers = HeldWorkers()
    let desk = try DeskForTests(try DeskFixture(), "bureau", columns: 80, rows: 24, workers: workers)
    workers.release()
    desk.runtime.settle()
    desk.open(
      ActScreen(
        desk.sitting, ActScreen.Description(title: .organizations, verb: .organizations, done: Phrase(zh: "存好了", en: "kept"), draft: nil),
        [ActField(id: "a", label: .organizations, kind: .line(limit: 9), initial: "甲")], doing: { _, _, _ in }))
    desk.press(KeyPress(.function(2)))
    #expect(!desk.shows("仍在进行"))
    desk.pass(.seconds(1))
    #expect(desk.shows("仍在进行"))
    workers.release()
    desk.runtime.settle()
    #expect(desk.shows("存好了") && !desk.shows("仍在进行"))
  }
}
