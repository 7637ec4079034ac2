import CenterStore
import Foundation
import GRDB
import Regulation
import Testing

@Suite("What can be wrong with a store file, told apart and left alone")
struct FaultTests {
  private let expert = Acting("e1", .desk)

  /// A store with a round in which e1 may score C1.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.fill()
    try scratch.store.openRound(2026, by: Scratch.bureau)
    try scratch.store.assignExpert(year: 2026, center: "C1", expert: "e1", by: Scratch.bureau)
    try scratch.store.pledge(year: 2026, by: expert)
    return scratch
  }

  private func score(_ store: CenterStore, _ points: Int) throws(StoreError) {
    try store.score(year: 2026, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(Points(points))), by: expert)
  }

  @Test("A store that a newer program has been at is left as it is")
  func newer() throws {
    let scratch = try scratch()
    try scratch.otherHand().run("INSERT INTO grdb_migrations VALUES ('9 from the future')")
    try scratch.store.close()
    let before = try scratch.otherHand().digest()
    let error = #expect(throws: StoreError.self) { try CenterStore.open(scratch.store.path) }
    #expect(error == .newerStore(path: scratch.store.path) && error?.exitStatus == 65)
    #expect(try scratch.otherHand().digest() == before)
  }

  @Test("A store that a newer program is at while it is open takes nothing more from the old one, which is told so as it looks for news")
  func newerMeanwhile() throws {
    let scratch = try scratch()
    try score(scratch.store, 100)
    let watch = try scratch.store.watch(by: expert)
    _ = try watch.news()
    try scratch.otherHand().run(
      "INSERT INTO grdb_migrations VALUES ('9 from the future'); ALTER TABLE score RENAME COLUMN points TO figure")
    let newer = StoreError.newerStore(path: scratch.store.path)
    #expect(throws: newer) { try score(scratch.store, 200) }
    #expect(throws: newer) { try watch.news() }
    #expect(throws: newer) { try scratch.store.sheet(year: 2026, center: "C1", by: expert) }
    #expect(try scratch.otherHand().number("SELECT figure FROM score") == 100)
  }

  @Test("A store that is taken away or replaced while it is open is told as it is looked for news", arguments: [true, false])
  func replacedMeanwhile(isReplaced: Bool) throws {
    let scratch = try scratch()
    let watch = try scratch.store.watch(by: expert)
    _ = try watch.news()
    let path = scratch.store.path
    try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
    if isReplaced { try FileManager.default.copyItem(atPath: path + ".old", toPath: path) }
    #expect(throws: StoreError.replaced(path: path)) { try watch.news() }
    #expect(throws: StoreError.replaced(path: path)) { try score(scratch.store, 200) }
  }

  @Test("Another program's SQLite file is not turned into anything")
  func foreign() throws {
    let scratch = try Scratch()
    let path = scratch.folder.appendingPathComponent("other.sqlite").path
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE note(text); INSERT INTO note VALUES ('mine')") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notAStore(path: path)) { try CenterStore.open(path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).filter { $0.hasPrefix("other") } == ["other.sqlite"])
  }

  @Test("A folder, a pipe and a device are no stores, and none is waited for")
  func noFiles() throws {
    let scratch = try Scratch()
    let pipe = scratch.folder.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [scratch.folder.path, pipe, "/dev/null"] {
      #expect(throws: StoreError.notAStore(path: path)) { try CenterStore.open(path) }
    }
  }

  @Test("A file that was cut short is told as damaged or as no store, and not made worse", arguments: [20, 300, 4096, 30_000])
  func truncated(length: Int) throws {
    let scratch = try scratch()
    try scratch.store.close()
    let url = URL(fileURLWithPath: scratch.store.path)
    let cut = try Data(contentsOf: url).prefix(length)
    try cut.write(to: url)
    for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: scratch.store.path + name) }
    let error = #expect(throws: StoreError.self) {
      let store = try CenterStore.open(scratch.store.path)
      _ = try store.verifyChain(by: Scratch.admin)
    }
    switch error {
    case .damaged, .notAStore: break
    default: Issue.record("\(String(describing: error))")
    }
    #expect(try Data(contentsOf: url).prefix(length) == cut)
  }

  @Test(
    "A value that no program of this kind writes is told as damage",
    arguments: ["name = 'a' || char(27) || '[2J'", "certified_on = '2021-02-30'"])
  func unlawful(edit: String) throws {
    let scratch = try scratch()
    try scratch.otherHand().run("UPDATE center SET \(edit) WHERE code = 'C1'")
    let error = #expect(throws: StoreError.self) { try scratch.store.eachCenter(by: Scratch.bureau) { _ in } }
    if case .damaged = error { #expect(error?.exitStatus == 74) } else { Issue.record("\(String(describing: error))") }
  }

  @Test("A file that is deleted or replaced while it is open takes no score that would be lost", arguments: [false, true])
  func replaced(isReplaced: Bool) throws {
    let scratch = try scratch()
    try score(scratch.store, 100)
    let elsewhere = scratch.store.path + ".elsewhere"
    try FileManager.default.moveItem(atPath: scratch.store.path, toPath: elsewhere)
    if isReplaced { try Data("another".utf8).write(to: URL(fileURLWithPath: scratch.store.path)) }
    let error = #expect(throws: StoreError.replaced(path: scratch.store.path)) { try score(scratch.store, 200) }
    #expect(error?.exitStatus == 74)
    try? FileManager.default.removeItem(atPath: scratch.store.path)
    try FileManager.default.moveItem(atPath: elsewhere, toPath: scratch.store.path)
    #expect(try scratch.store.sheet(year: 2026, center: "C1", by: expert).total.sum == Points(100))
    try score(scratch.store, 300)
    let verdict = try scratch.store.verifyChain(by: Scratch.admin)
    #expect(verdict.isWhole)
    #expect(try scratch.store.sheet(year: 2026, center: "C1", by: expert).total.sum == Points(300))
  }

  @Test("A file that may only be read is read, and says why it takes nothing", .enabled(if: geteuid() != 0, "root may write everything"))
  func readOnly() throws {
    let scratch = try scratch()
    try score(scratch.store, 100)
    chmod(scratch.store.path, 0o400)
    let store = try CenterStore.open(scratch.store.path)
    #expect(store.isReadOnly)
    #expect(try store.sheet(year: 2026, center: "C1", by: expert).total.sum == Points(100))
    #expect(throws: StoreError.readOnly(path: store.path)) { try score(store, 200) }
  }
}
