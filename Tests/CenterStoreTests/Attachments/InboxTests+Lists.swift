import Foundation
import Regulation
import Synchronization
import Testing

@testable import CenterStore

/// Files that a list of documents, or a file of applications, names.
extension InboxTests {
  @Test("A list keeps the files that it names, all of them or none")
  func list() throws {
    let city = try City()
    let files = city.scratch.folder.appendingPathComponent("files")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    try put("a.pdf", "甲", in: files)
    try put("b.pdf", "乙", in: files)
    func row(_ row: Int, _ title: String, _ file: String, _ digest: Digest256? = nil) throws -> Numbered<AttachmentRecord> {
      Numbered(
        row,
        AttachmentRecord(
          center: try PlainText("C1"), title: try PlainText(title), file: try PlainText(file), digest: digest.map { .some($0) }))
    }
    func take(_ rows: [Numbered<AttachmentRecord>], dryRun: Bool = false) throws -> ImportOutcome {
      try city.store.importAttachments(year: 2026, rows, keeping: files.path, dryRun: dryRun, by: Scratch.bureau)
    }
    let wrong = try take([
      row(2, "甲", "a.pdf"), row(3, "乙", "b.pdf", Digest256(of: Array("甲".utf8))), row(4, "丙", "c.pdf"), row(5, "丁", "../files/a.pdf"),
    ])
    #expect(wrong.problems.map(\.row) == [3, 4, 5] && wrong.problems.map(\.column) == ["sha256", "file", "file"])
    #expect(!FileManager.default.fileExists(atPath: city.store.path + ".files"), "nothing is kept where anything is wrong")
    let rows = try [row(2, "甲", "a.pdf", Digest256(of: Array("甲".utf8))), row(3, "乙", "b.pdf"), row(4, "丙", "")]
    #expect(try take(rows, dryRun: true).new == 3)
    #expect(!FileManager.default.fileExists(atPath: city.store.path + ".files"))
    #expect(try take(rows).new == 3)
    let documents = try city.store.attachments(of: c1, by: Scratch.bureau)
    #expect(documents.filter(\.isKept).map(\.entry.title.string).sorted() == ["乙", "甲"])
    #expect(try take(rows).unchanged == 3)
    #expect(try city.store.checkKeptFiles(by: Scratch.admin).isEmpty)
  }

  @Test("A file of applications keeps the files that their documents name, all of them or none")
  func applications() throws {
    let city = try ApplicationCity()
    let number = try city.draft()
    let store = city.store(on: ApplicationCity.day(3, 2))
    let files = city.scratch.folder.appendingPathComponent("files")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    try put("a.pdf", "甲", in: files)
    func take(_ documents: [(title: String, file: String, digest: Digest256?)], dryRun: Bool = false) throws -> ImportOutcome {
      let form = try store.application(number, by: ApplicationCity.bureau).form
      let record = ApplicationRecord(
        number: try PlainText(number), form: form,
        attachments: try documents.map {
          AttachmentEntry(title: try PlainText($0.title), file: try PlainText($0.file), digest: $0.digest, proves: [.condition("10")])
        })
      return try store.importApplications([Numbered(1, record)], keeping: files.path, dryRun: dryRun, by: ApplicationCity.bureau)
    }
    let folder = store.path + ".files"
    for wrong in [("乙", "b.pdf", nil), ("乙", "a.pdf", Digest256(of: Array("乙".utf8)))] as [(String, String, Digest256?)] {
      let outcome = try take([("甲", "a.pdf", nil), wrong])
      #expect(outcome.problems.map(\.column) == ["attachments"] && outcome.problems.first?.value == "乙")
      #expect(!FileManager.default.fileExists(atPath: folder), "nothing is kept where anything is wrong")
    }
    let right: [(title: String, file: String, digest: Digest256?)] = [("甲", "a.pdf", Digest256(of: Array("甲".utf8))), ("纸质", "", nil)]
    #expect(try take(right, dryRun: true).changed == 1)
    #expect(!FileManager.default.fileExists(atPath: folder))
    #expect(try take(right).changed == 1)
    let documents = try store.attachments(of: .application(number), by: ApplicationCity.bureau)
    #expect(documents.filter(\.isKept).map(\.entry.title.string) == ["甲"] && documents.first { $0.isKept }?.size == 3)
    #expect(try take(right).unchanged == 1)
    #expect(try store.checkKeptFiles(by: Scratch.admin).isEmpty)
  }

  @Test("Only staff name a folder for applications", arguments: Role.allCases)
  func permissionOfApplications(role: Role) throws {
    let city = try City()
    let isStaff = role == .admin || role == .bureau
    #expect(throws: isStaff ? StoreError.noFolder(path: "/nowhere/at/all") : .notPermitted(.importApplications)) {
      _ = try city.store.importApplications([], keeping: "/nowhere/at/all", by: City.acting(role))
    }
  }

  @Test("What is refused after files were kept takes those away that came for it, and no other", arguments: [true, false])
  func takenBack(isChanged: Bool) throws {
    let city = try City()
    let files = city.scratch.folder.appendingPathComponent("files")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    for (name, bytes) in [("a.pdf", "甲"), ("b.pdf", "乙"), ("c.pdf", "乙"), ("d.pdf", "丁")] { try put(name, bytes, in: files) }
    try city.store.attach(
      AttachmentEntry(title: PlainText("原有")), to: c1, keeping: files.appendingPathComponent("a.pdf").path, by: Scratch.bureau)
    let before = try kept(city)
    #expect(before.count == 1)
    // Between the look at all rows and their import a file is changed, or the store is taken away.
    let looks = Mutex(0)
    let store = city.store.under(
      Surroundings(
        now: { [path = city.store.path] in
          let look = looks.withLock { looks in
            looks += 1
            return looks
          }
          if isChanged, look == 1 { try? Data("别的".utf8).write(to: files.appendingPathComponent("d.pdf")) }
          if !isChanged, look == 2 { try? FileManager.default.moveItem(atPath: path, toPath: path + ".away") }
          return Moment(milliseconds: 1_780_000_000_000)
        }, randomBytes: Surroundings.system.randomBytes))
    let rows = try ["a.pdf", "b.pdf", "c.pdf", "d.pdf"].enumerated().map { place, name in
      Numbered(place + 2, AttachmentRecord(center: try PlainText("C1"), title: try PlainText(name), file: try PlainText(name)))
    }
    #expect(throws: StoreError.self) { _ = try store.importAttachments(year: 2026, rows, keeping: files.path, by: Scratch.bureau) }
    #expect(looks.withLock { $0 } == (isChanged ? 1 : 2))
    #expect(try kept(city) == before)
  }

  @Test("Only staff name a folder, and are refused before it is looked at", arguments: Role.allCases)
  func permission(role: Role) throws {
    let city = try City()
    let isStaff = role == .admin || role == .bureau
    #expect(throws: isStaff ? StoreError.noFolder(path: "/nowhere/at/all") : .notPermitted(.importAttachments)) {
      _ = try city.store.importAttachments(year: 2026, [], keeping: "/nowhere/at/all", by: City.acting(role))
    }
  }
}
