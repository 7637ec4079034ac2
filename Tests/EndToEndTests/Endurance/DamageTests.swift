import CenterStore
import Foundation
import RandomForTests
import Regulation
import Testing

@Suite("Nothing made worse: a damaged store")
struct DamageTests {
  private static let admin = Acting("admin", .command)
  /// Where pages begin, at every so many bytes.
  private static let pageSize = 4096

  /// Bytes of a store with some of one page overwritten.
  private func damaged(_ whole: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = whole
    let page = Int.random(in: 1..<whole.count / Self.pageSize, using: &random)
    for _ in 0..<[1, 8, 200][Int.random(in: 0..<3, using: &random)] {
      bytes[page * Self.pageSize + Int.random(in: 0..<Self.pageSize, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    return bytes
  }

  @Test(
    "Bytes of a page are overwritten at random: it is told in words, whatever is done; what the doctor passes is the store as it was, but for texts of a few"
  )
  func atRandom() throws {
    let city = try SmallCity.copy()
    defer { city.remove() }
    // A file of its own, with nothing in a log.
    let whole = [UInt8](try city.bytes())
    let sound = try Migrated.content(of: city.store)
    var random = SeededRandom(5)
    let count = Endurance.count(short: 40, long: 1000)
    var (told, harmless, unnoticed) = (0, 0, 0)
    for number in 0..<count {
      let cztic = try Program()
      defer { cztic.remove() }
      _ = try cztic.file("store.sqlite", Data(damaged(whole, &random)))
      var findings: [DoctorFinding] = []
      do throws(StoreError) {
        let store = try CenterStore.open(cztic.store)
        findings = try store.examine(by: Self.admin)
        let broken = try store.verifyChain(by: Self.admin).broken
        if broken != nil { #expect(!findings.isEmpty, "\(number)") }
        let copy = cztic.folder.appendingPathComponent("copy.sqlite").path
        do throws(StoreError) {
          let receipt = try store.backUp(to: copy, by: Self.admin)
          #expect(
            receipt.broken == broken && !findings.contains { $0.check == .file && $0.object.isEmpty },
            "\(number): a copy was made of \(findings)")
        } catch {
          guard case .damaged = error else { throw error }
          #expect(!findings.isEmpty && !FileManager.default.fileExists(atPath: copy), "\(number)")
        }
        try store.close()
        if !findings.isEmpty { told += 1 }
      } catch {
        switch error {
        case .damaged, .notAStore, .newerStore: told += 1
        default: Issue.record("\(number): \(error)")
        }
        continue
      }
      if !findings.isEmpty { continue }
      if try Migrated.content(of: cztic.store) == sound { harmless += 1 } else { unnoticed += 1 }
    }
    #expect(unnoticed * 10 < count)
    Endurance.tell("\(count) damaged pages, \(told) told, \(harmless) without effect, \(unnoticed) in a value that nothing is held against")
  }

  /// Overwrites the first page of the table of facts.
  private func overwriteFacts(of city: Program) throws {
    let root = try Spawn.output(
      "/usr/bin/sqlite3", [city.store, "SELECT rootpage FROM sqlite_master WHERE name = 'fact'"], environment: [:])
    var bytes = [UInt8](try city.bytes())
    let page = try #require(Int(root.trimmingCharacters(in: .whitespacesAndNewlines))) - 1
    for index in 0..<Self.pageSize { bytes[page * Self.pageSize + index] = 0xA5 }
    _ = try city.file("store.sqlite", Data(bytes))
  }

  @Test("Once damage was met nothing more is written, also where it would succeed")
  func refused() throws {
    let city = try SmallCity.copy()
    defer { city.remove() }
    try overwriteFacts(of: city)
    let store = try CenterStore.open(city.store)
    let viewer = try [Numbered(2, UserRecord(login: PlainText("new"), name: PlainText("新人"), role: .viewer))]
    _ = try store.importUsers(viewer, by: Self.admin)
    #expect { try store.eachFact(year: 2026, by: Self.admin) { _ in } } throws: {
      if case .damaged? = $0 as? StoreError { true } else { false }
    }
    let links = try store.auditLength(by: Self.admin)
    #expect { try store.importUsers(viewer, by: Self.admin) } throws: { if case .damaged? = $0 as? StoreError { true } else { false } }
    #expect(try store.auditLength(by: Self.admin) == links)
    try store.close()
  }

  @Test("The doctor tells what can still be given out whole, what cannot, and what to do; in both languages and for scripts")
  func salvage() throws {
    let city = try SmallCity.copy()
    defer { city.remove() }
    try overwriteFacts(of: city)
    let run = try city.expect(1, "doctor")
    #expect(run.output.contains("can still be given out whole, by cztic export: departments, organizations, centers"), "\(run.output)")
    #expect(run.output.contains("cannot be read whole: facts --round") && run.output.contains("cztic restore FILE"), "\(run.output)")
    let document = try city.expect(1, "doctor", "--json").json()
    #expect((document["readable"] as? [String])?.contains("centers") == true)
    #expect((document["unreadable"] as? [String])?.contains("facts --round 2026") == true)
    let chinese = try city.run(["doctor", "--store", city.store, "--lang", "zh"])
    #expect(chinese.output.contains("还能完整导出") && chinese.output.contains("cztic restore 备份文件"), "\(chinese.output)")
    #expect(try city.run(["export", "centers", "--store", city.store]).output.contains("C1"))
    let copy = city.folder.appendingPathComponent("copy.sqlite").path
    #expect(try city.expect(74, "backup", copy).messages.contains("`cztic doctor` tells what can still be read"))
  }

  @Test("A backup of a store whose chain is broken is made, says so, and is no success")
  func brokenChain() throws {
    let city = try SmallCity.copy()
    defer { city.remove() }
    _ = try Spawn.output("/usr/bin/sqlite3", [city.store, "UPDATE audit SET login = 'nobody' WHERE seq = 2"], environment: [:])
    let copy = city.folder.appendingPathComponent("copy.sqlite").path
    let run = try city.expect(1, "backup", copy)
    #expect(run.messages.contains("broken from link 2 on") && FileManager.default.fileExists(atPath: copy))
  }
}
