import Foundation
import Regulation
import Synchronization
import Testing

@testable import CenterStore

@Suite("Files that are brought in: from one's own inbox, and with a list of documents")
struct InboxTests {
  let c1 = AttachmentSubject.material(center: "C1", year: 2026)

  func folder(_ city: City, _ name: String) throws -> URL {
    let url = URL(fileURLWithPath: "\(city.store.path).files/\(name)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  func put(_ name: String, _ bytes: String, in folder: URL) throws {
    try Data(bytes.utf8).write(to: folder.appendingPathComponent(name))
  }

  @Test("A host keeps a file of its own inbox; others' inboxes, links and folders are not even listed")
  func own() throws {
    let city = try City()
    let host = City.acting(.host)
    #expect(try city.store.inbox(by: host).isEmpty)
    let own = try folder(city, "inbox/\(host.login)")
    try put("章程.pdf", "第一条", in: own)
    try put(".hidden", "x", in: own)
    try put("secret", "他人", in: folder(city, "inbox/other"))
    let secret = city.scratch.folder.appendingPathComponent("key")
    try Data("key".utf8).write(to: secret)
    try FileManager.default.createSymbolicLink(at: own.appendingPathComponent("link"), withDestinationURL: secret)
    try FileManager.default.linkItem(at: secret, to: own.appendingPathComponent("hard"))
    _ = try folder(city, "inbox/\(host.login)/folder")
    let files = try city.store.inbox(by: host)
    #expect(files.map(\.name.string) == ["章程.pdf"] && files.first?.size == 9)
    let file = try #require(files.first)
    try city.store.attach(AttachmentEntry(title: PlainText("章程")), to: c1, taking: file, by: host)
    let document = try #require(try city.store.attachments(of: c1, by: host).first)
    #expect(document.isKept && document.size == 9 && document.entry.file.string == "章程.pdf")
    #expect(document.entry.digest == Digest256(of: Array("第一条".utf8)))
    // What was listed may have become a link since.
    try FileManager.default.removeItem(at: own.appendingPathComponent("章程.pdf"))
    try FileManager.default.createSymbolicLink(at: own.appendingPathComponent("章程.pdf"), withDestinationURL: secret)
    #expect {
      try city.store.attach(AttachmentEntry(title: PlainText("乙")), to: c1, taking: file, by: host)
    } throws: { error in
      if case .unreadable? = error as? StoreError { true } else { false }
    }
    #expect(try city.store.attachments(of: c1, by: host).count == 1)
  }

  @Test("A kept file comes back into the inbox of whoever may see the document, beside what lies there, and only if it is the one on file")
  func fetching() throws {
    let city = try City()
    let title = try PlainText("章程")
    let source = city.scratch.folder.appendingPathComponent("章程.pdf")
    try Data("第一条".utf8).write(to: source)
    try city.store.attach(AttachmentEntry(title: title), to: c1, keeping: source.path, by: Scratch.bureau)
    let host = City.acting(.host)
    #expect { try city.store.fetchKeptFile(title, of: c1, by: host) } throws: {
      if case .noFolder? = $0 as? StoreError { true } else { false }
    }
    let own = try folder(city, "inbox/\(host.login)")
    #expect(try city.store.fetchKeptFile(title, of: c1, by: host) == "章程.pdf")
    #expect(try city.store.fetchKeptFile(title, of: c1, by: host) == "章程 (2).pdf")
    for name in ["章程.pdf", "章程 (2).pdf"] {
      #expect(try String(contentsOf: own.appendingPathComponent(name), encoding: .utf8) == "第一条")
    }
    // The copies are files like others, to be taken along with another document; nothing half written stays.
    #expect(try city.store.inbox(by: host).map(\.name.string) == ["章程 (2).pdf", "章程.pdf"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: own.path).count == 2)
    #expect(throws: StoreError.noSuch(.attachment, "无")) { try city.store.fetchKeptFile(PlainText("无"), of: c1, by: host) }
    let kept = try #require(try city.store.keptFile(of: title, in: c1, by: host))
    try Data("第二条".utf8).write(to: URL(fileURLWithPath: kept))
    #expect { try city.store.fetchKeptFile(title, of: c1, by: host) } throws: {
      if case .unreadable? = $0 as? StoreError { true } else { false }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: own.path).count == 2)
    // A file that is gone is told of as the doctor tells of it.
    try FileManager.default.removeItem(atPath: kept)
    let document = try #require(try city.store.attachments(of: c1, by: host).first)
    #expect(document.isGone && !document.isKept && document.wasKept)
    #expect { try city.store.fetchKeptFile(title, of: c1, by: host) } throws: {
      if case .refused(let refusal)? = $0 as? StoreError {
        refusal.phrase.zh.contains("“章程”的文件不见了") && refusal.phrase.en.contains("cztic doctor")
      } else {
        false
      }
    }
  }

  @Test("Whoever knows the digest of another's file does not get the file by it, nor learns that it exists; staff link it")
  func digestOfAnothers() throws {
    let city = try City()
    let (host, title) = (City.acting(.host), try PlainText("借来"))
    let source = city.scratch.folder.appendingPathComponent("秘密.pdf")
    try Data("他人的".utf8).write(to: source)
    try city.store.attach(
      AttachmentEntry(title: try PlainText("秘密")), to: .material(center: "C2", year: 2026), keeping: source.path, by: Scratch.bureau)
    let own = try folder(city, "inbox/\(host.login)")
    var entry = AttachmentEntry(title: title)
    entry.digest = Digest256(of: Array("他人的".utf8))
    func check() throws {
      let document = try #require(try city.store.attachments(of: c1, by: host).first)
      #expect(document.entry.digest == entry.digest && document.size == nil && !document.isKept && !document.wasKept)
      #expect(throws: StoreError.noSuch(.attachment, "借来")) { try city.store.fetchKeptFile(title, of: c1, by: host) }
    }
    try city.store.attach(entry, to: c1, by: host)
    try check()
    let record = AttachmentRecord(center: try PlainText("C1"), entry)
    #expect(try city.store.importAttachments(year: 2026, [Numbered(2, record)], by: host).problems.isEmpty)
    try check()
    try city.store.amend(title, of: c1, to: entry, by: host)
    try check()
    #expect(try FileManager.default.contentsOfDirectory(atPath: own.path).isEmpty)
    entry.kind = try PlainText("证明")
    try city.store.amend(title, of: c1, to: entry, by: Scratch.bureau)
    #expect(try city.store.attachments(of: c1, by: host).first?.isKept == true)
  }

  @Test(
    "The name of a copy leads nowhere, hides nothing and keeps the kind of the file",
    arguments: [
      ("a.pdf", 1, "a.pdf"), ("a.pdf", 3, "a (3).pdf"), ("../etc/passwd", 1, "_.._etc_passwd"), (".bashrc", 1, "_.bashrc"),
      ("", 2, "_ (2)"),
      ("章程", 2, "章程 (2)"), (String(repeating: "章", count: 100) + ".pdf", 1, String(repeating: "章", count: 66) + ".pdf"),
    ])
  func names(wanted: String, number: Int, name: String) {
    #expect(Inbox.name(wanted, number) == name)
  }

  /// The files that lie beside a store, but for its inboxes.
  func kept(_ city: City) throws -> [String] {
    let folder = city.store.path + ".files"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue && !path.hasPrefix("inbox/")
    }
  }

  @Test("A document that is refused leaves no file of an inbox behind")
  func refusedDocument() throws {
    let city = try City()
    let host = City.acting(.host)
    try put("章程.pdf", "第一条", in: folder(city, "inbox/\(host.login)"))
    let file = try #require(try city.store.inbox(by: host).first)
    #expect(throws: StoreError.self) { try city.store.attach(AttachmentEntry(title: .empty), to: c1, taking: file, by: host) }
    #expect(try kept(city).isEmpty)
    try city.store.attach(AttachmentEntry(title: PlainText("章程")), to: c1, taking: file, by: host)
    #expect(throws: StoreError.noSuch(.attachment, "无")) {
      try city.store.amend(PlainText("无"), of: c1, to: AttachmentEntry(title: PlainText("无")), taking: file, by: host)
    }
    #expect(try kept(city).count == 1 && city.store.checkKeptFiles(by: Scratch.admin).isEmpty)
  }

  @Test("A very large file is not kept, and the reason says how large one may be")
  func large() throws {
    let city = try City()
    let own = try folder(city, "inbox/\(Scratch.bureau.login)")
    try put("large.bin", "", in: own)
    let handle = try FileHandle(forWritingTo: own.appendingPathComponent("large.bin"))
    try handle.truncate(atOffset: (256 << 20) + 1)
    try handle.close()
    let file = try #require(try city.store.inbox(by: Scratch.bureau).first)
    #expect {
      try city.store.attach(AttachmentEntry(title: PlainText("甲")), to: c1, taking: file, by: Scratch.bureau)
    } throws: { error in
      if case .unreadable(_, let reason)? = error as? StoreError { reason.zh.contains("256 MiB") } else { false }
    }
  }
}
