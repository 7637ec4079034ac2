import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Files that are kept beside the store, under their digests")
struct KeptFileTests {
  private let c1 = AttachmentSubject.material(center: "C1", year: 2026)

  private func file(_ city: City, _ name: String, _ bytes: String) throws -> String {
    let url = city.scratch.folder.appendingPathComponent(name)
    try Data(bytes.utf8).write(to: url)
    return url.path
  }

  private func entry(_ title: String) throws -> AttachmentEntry { AttachmentEntry(title: try PlainText(title)) }

  @Test("A kept file gives the document its name, size and digest, and is a copy")
  func keeping() throws {
    let city = try City()
    let path = try file(city, "章程.pdf", "第一条")
    try city.store.attach(entry("章程"), to: c1, keeping: path, by: Scratch.bureau)
    try FileManager.default.removeItem(atPath: path)
    let document = try #require(try city.store.attachments(of: c1, by: City.acting(.host)).first)
    #expect(document.isKept && document.size == 9 && document.entry.file.string == "章程.pdf")
    #expect(document.entry.digest == Digest256(of: Array("第一条".utf8)))
    let kept = try #require(try city.store.keptFile(of: PlainText("章程"), in: c1, by: City.acting(.host)))
    #expect(kept.hasPrefix(city.store.path + ".files/"))
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "第一条")
    #expect(try city.store.checkKeptFiles(by: Scratch.admin).isEmpty)
  }

  @Test("Two documents of the same bytes share one file; taking one out leaves it to the other")
  func shared() throws {
    let city = try City()
    let path = try file(city, "a.pdf", "同")
    try city.store.attach(entry("甲"), to: c1, keeping: path, by: Scratch.bureau)
    try city.store.attach(entry("乙"), to: .material(center: "C2", year: 2026), keeping: path, by: Scratch.bureau)
    try city.store.detach(PlainText("甲"), from: c1, by: Scratch.bureau)
    #expect(try city.store.attachments(of: .material(center: "C2", year: 2026), by: Scratch.bureau).first?.isKept == true)
    let files = FileManager.default.enumerator(atPath: city.store.path + ".files")?.compactMap { $0 as? String } ?? []
    #expect(files.count == 2, "one folder, one file: \(files)")
  }

  @Test("A file that was altered, and one that is gone, are found; one that was never kept is no fault")
  func checking() throws {
    let city = try City()
    try city.store.attach(entry("甲"), to: c1, keeping: file(city, "a", "甲"), by: Scratch.bureau)
    try city.store.attach(entry("乙"), to: c1, keeping: file(city, "b", "乙"), by: Scratch.bureau)
    try city.store.attach(
      AttachmentEntry(title: PlainText("丙"), digest: Digest256(of: Array("丙".utf8))), to: c1, by: Scratch.bureau)
    let first = try #require(try city.store.keptFile(of: PlainText("甲"), in: c1, by: Scratch.bureau))
    let second = try #require(try city.store.keptFile(of: PlainText("乙"), in: c1, by: Scratch.bureau))
    try Data("假".utf8).write(to: URL(fileURLWithPath: first))
    try FileManager.default.removeItem(atPath: second)
    let findings = try city.store.checkKeptFiles(by: Scratch.admin)
    #expect(Dictionary(uniqueKeysWithValues: findings.map { ($0.title, $0.fault) }) == ["甲": .altered, "乙": .missing])
    #expect(findings.allSatisfy { $0.owner == "2026/C1" })
  }

  @Test("Only staff bring files of the machine in, and are refused before the file is looked at", arguments: Role.allCases)
  func permission(role: Role) throws {
    let city = try City()
    let missing = city.scratch.folder.appendingPathComponent("none").path
    let isStaff = role == .admin || role == .bureau
    #expect(throws: isStaff ? StoreError.noFile(path: missing) : .notPermitted(.attach)) {
      try city.store.attach(entry("甲"), to: c1, keeping: missing, by: City.acting(role))
    }
    if !isStaff { #expect(throws: StoreError.notPermitted(nil)) { try city.store.checkKeptFiles(by: City.acting(role)) } }
  }

  @Test("A folder, a pipe and a device are no documents")
  func notFiles() throws {
    let city = try City()
    for path in [city.scratch.folder.path, "/dev/null"] {
      #expect {
        try city.store.attach(entry("甲"), to: c1, keeping: path, by: Scratch.bureau)
      } throws: { error in
        if case .unreadable? = error as? StoreError { true } else { false }
      }
    }
    #expect(try city.store.attachments(of: c1, by: Scratch.bureau).isEmpty)
  }

  @Test("A list that names another digest forgets the size of the file that was kept")
  func otherDigest() throws {
    let city = try City()
    try city.store.attach(entry("甲"), to: c1, keeping: file(city, "a", "甲"), by: Scratch.bureau)
    let other = Digest256(of: Array("乙".utf8))
    _ = try city.store.importAttachments(
      year: 2026, [Numbered(2, AttachmentRecord(center: PlainText("C1"), title: PlainText("甲"), digest: .some(other)))], by: Scratch.bureau)
    let document = try #require(try city.store.attachments(of: c1, by: Scratch.bureau).first)
    #expect(document.size == nil && !document.isKept && document.entry.digest == other && document.entry.file.string == "a")
  }
}
