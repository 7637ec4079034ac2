import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Opening a store")
final class OpeningTests {
  /// Each test's own, gone with it.
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-open-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test("Where no file is, the error names the path and what to do")
  func missing() throws {
    let path = folder.appendingPathComponent("none.sqlite").path
    let error = #expect(throws: StoreError.self) { try CenterStore.open(path) }
    #expect(error == .noFile(path: path))
    #expect(error?.exitStatus == 66)
    #expect(error?.phrase.en.contains("cztic demo") == true && error?.phrase.zh.contains("cztic init") == true)
  }

  @Test("Files that are no store are told apart and left alone", arguments: ["", "hello", "SQLite format 3"])
  func foreign(content: String) throws {
    let file = folder.appendingPathComponent("x.sqlite")
    try Data(content.utf8).write(to: file)
    #expect(throws: StoreError.notAStore(path: file.path)) { try CenterStore.open(file.path) }
    #expect(try Data(contentsOf: file) == Data(content.utf8))
  }

  @Test("A store is made once and opens again with its one administrator")
  func makeAndOpen() throws {
    let path = folder.appendingPathComponent("s.sqlite").path
    try CenterStore.create(path).close()
    #expect(throws: StoreError.alreadyThere(path: path)) { try CenterStore.create(path) }
    let store = try CenterStore.open(path)
    #expect(try store.member("admin").role == .admin)
    #expect(throws: StoreError.unknownLogin("nobody")) { try store.member("nobody") }
    #expect(try store.verifyChain(by: Acting("admin", .command)).links == 1)
    #expect(!store.isDemo)
  }

  @Test("A store cannot be made in a folder that is not there")
  func noFolder() throws {
    let path = folder.appendingPathComponent("no/such/s.sqlite").path
    let error = #expect(throws: StoreError.self) { try CenterStore.create(path) }
    #expect(error?.exitStatus == 73)
  }
}
