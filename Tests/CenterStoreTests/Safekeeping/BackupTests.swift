import CenterStore
import Foundation
import Regulation
import Synchronization
import Testing

@Suite("A copy of the store, and a store made of one")
struct BackupTests {
  private let city: City
  private var store: CenterStore { city.store }
  private var copy: String { city.scratch.folder.appendingPathComponent("copy.sqlite").path }

  init() throws { city = try City() }

  private func files() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: city.scratch.folder.path)) }

  private func score(_ points: Int, in store: CenterStore) throws {
    try store.score(
      year: 2026, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(Points(points))), by: City.acting(.expert))
  }

  private func points(in store: CenterStore) throws -> Points? {
    try store.sheet(year: 2026, center: "C1", by: City.acting(.expert)).points[IndicatorCode.all[0]]
  }

  private func document(_ words: String) throws -> Digest256 {
    let url = city.scratch.folder.appendingPathComponent("\(words).pdf")
    try Data(words.utf8).write(to: url)
    try store.attach(
      AttachmentEntry(title: PlainText(words)), to: .material(center: "C1", year: 2026), keeping: url.path, by: Scratch.bureau)
    return Digest256(of: Array(words.utf8))
  }

  @Test("A copy made while four others write is the store as it was at one moment: its chain is whole, and the doctor content")
  func whileOthersWrite() throws {
    let errors = Mutex<[String]>([])
    let isDone = Atomic(false)
    let writers = DispatchGroup()
    for _ in 0..<4 {
      writers.enter()
      // A thread of its own: a queue may let one wait for the others.
      Thread.detachNewThread {
        defer { writers.leave() }
        do {
          let own = try CenterStore.open(store.path)
          var number = 0
          while !isDone.load(ordering: .sequentiallyConsistent) {
            number += 1
            try score(number % 500, in: own)
          }
          try own.close()
        } catch {
          errors.withLock { $0.append("\(error)") }
        }
      }
    }
    do {
      defer {
        isDone.store(true, ordering: .sequentiallyConsistent)
        writers.wait()
      }
      for number in 0..<5 { _ = try store.backUp(to: "\(copy)\(number)", by: Scratch.admin) }
    }
    #expect(errors.withLock(\.self) == [])
    var links: [Int64] = []
    for number in 0..<5 {
      let opened = try CenterStore.open("\(copy)\(number)")
      #expect(try opened.verifyChain(by: Scratch.admin).isWhole && opened.examine(by: Scratch.admin).isEmpty)
      links.append(try opened.auditHead(by: Scratch.admin).number)
      try opened.close()
    }
    #expect(links == links.sorted())
  }

  @Test(
    "A copy is one file, and beside it the kept documents; its receipt says how far its chain goes, and which documents are not what they were"
  )
  func receipt() throws {
    let (whole, altered) = (try document("章程"), try document("合同"))
    let kept = try #require(
      try store.keptFile(of: PlainText("合同"), in: .material(center: "C1", year: 2026), by: Scratch.bureau))
    try Data("假".utf8).write(to: URL(fileURLWithPath: kept))
    let before = try files()
    let receipt = try store.backUp(to: copy, by: Scratch.admin)
    #expect(try files().subtracting(before) == ["copy.sqlite", "copy.sqlite.files"])
    let head = try store.auditHead(by: Scratch.admin)
    #expect(receipt.links == head.number && receipt.head == head.hash)
    #expect(receipt.documents == 1 && receipt.missing == [altered])
    let name = whole.description
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(copy).files/\(name.prefix(2))/\(name)")) == Data("章程".utf8))
  }

  @Test("Of a kept document in whose place a folder or a link stands now the copy says that it is missing, and has the others")
  func replaced() throws {
    let (folder, link) = (try document("章程"), try document("合同"))
    let whole = try document("纪要")
    for (place, title) in ["章程", "合同"].enumerated() {
      let kept = try #require(try store.keptFile(of: PlainText(title), in: .material(center: "C1", year: 2026), by: Scratch.bureau))
      try FileManager.default.removeItem(atPath: kept)
      if place == 0 {
        try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: false)
      } else {
        try FileManager.default.createSymbolicLink(atPath: kept, withDestinationPath: store.path)
      }
    }
    let receipt = try store.backUp(to: copy, by: Scratch.admin)
    #expect(receipt.documents == 1 && Set(receipt.missing) == [folder, link])
    let name = whole.description
    #expect(FileManager.default.fileExists(atPath: "\(copy).files/\(name.prefix(2))/\(name)"))
  }

  @Test("A copying that breaks off among the documents leaves nothing behind that would bar the next one")
  func brokenOff() throws {
    _ = try document("章程")
    let kept = try #require(try store.keptFile(of: PlainText("章程"), in: .material(center: "C1", year: 2026), by: Scratch.bureau))
    // What goes by a second name is not copied: that name may stand where nobody here may read.
    let second = city.scratch.folder.appendingPathComponent("second").path
    try FileManager.default.linkItem(atPath: kept, toPath: second)
    _ = try document("合同")
    let before = try files()
    #expect(throws: StoreError.self) { try store.backUp(to: copy, by: Scratch.admin) }
    #expect(try files() == before)
    try FileManager.default.removeItem(atPath: second)
    #expect(try store.backUp(to: copy, by: Scratch.admin).documents == 2)
  }

  @Test("Nothing is overwritten, and where a copy cannot be made nothing is left")
  func refusals() throws {
    try Data("mine".utf8).write(to: URL(fileURLWithPath: copy))
    #expect(throws: StoreError.alreadyThere(path: copy)) { try store.backUp(to: copy, by: Scratch.admin) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == Data("mine".utf8))
    let nowhere = city.scratch.folder.appendingPathComponent("none/copy").path
    #expect { try store.backUp(to: nowhere, by: Scratch.admin) } throws: {
      if case .cannotCreate? = $0 as? StoreError { true } else { false }
    }
    #expect(try files().filter { $0.contains(".part") }.isEmpty)
  }

  @Test("A store made of a copy stands where the other stood, which lies beside it; a link tells what was put in the place of what")
  func restore() throws {
    _ = try document("章程")
    try score(100, in: store)
    let receipt = try store.backUp(to: copy, by: Scratch.admin)
    try FileManager.default.removeItem(atPath: store.path + ".files")
    try score(400, in: store)
    let head = try store.auditHead(by: Scratch.admin)
    let restored = try CenterStore.restore(copy, to: store.path, surroundings: Scratch.surroundings(), by: Scratch.admin)
    #expect(restored.links == receipt.links && restored.oldHead?.number == head.number && restored.missing.isEmpty)
    let old = try #require(restored.old)
    #expect(old == store.path + ".2026-06-01T010000Z")
    let new = try CenterStore.open(store.path, surroundings: Scratch.surroundings())
    #expect(try points(in: new) == Points(100))
    #expect(try points(in: CenterStore.open(old)) == Points(400))
    #expect(try new.examine(by: Scratch.admin).isEmpty)
    let link = try #require(try new.findLinks(AuditFilter(act: .storeRestore), by: Scratch.admin).lines.first)
    #expect(link.number == receipt.links + 1)
    let entry = try new.auditEntry(link.number, by: Scratch.admin)
    #expect("\(entry)".contains(head.hash.description) && "\(entry)".contains(receipt.head.description))
    #expect(try files().filter { $0.contains("restoring") }.isEmpty)
    // Nothing of the copy was touched: it can be put in the place once more.
    let again = try CenterStore.restore(copy, to: store.path, surroundings: Scratch.surroundings(), by: Scratch.admin)
    #expect(again.old == store.path + ".2026-06-01T010000Z-2")
  }

  @Test("A desk that was open meanwhile is told that its store was replaced, and does the new store no harm, whenever it ends")
  func openDesks() throws {
    let desk = try CenterStore.open(store.path)
    try score(100, in: desk)
    _ = try store.backUp(to: copy, by: Scratch.admin)
    _ = try CenterStore.restore(copy, to: store.path, surroundings: Scratch.surroundings(), by: Scratch.admin)
    let new = try CenterStore.open(store.path)
    try score(250, in: new)
    #expect(throws: StoreError.replaced(path: store.path)) { try score(300, in: desk) }
    // The last to let go of the old file: what the new one has in its log must stay there.
    try desk.close()
    try store.close()
    #expect(FileManager.default.fileExists(atPath: new.path + "-wal"))
    #expect(try points(in: CenterStore.open(new.path)) == Points(250))
    #expect(try new.examine(by: Scratch.admin).isEmpty)
  }

  @Test("A copy with wrong pages or a broken chain, and what is no store, are refused, and nothing is done")
  func unsound() throws {
    _ = try store.backUp(to: copy, by: Scratch.admin)
    let sound = try Data(contentsOf: URL(fileURLWithPath: copy))
    try score(400, in: store)
    let before = try files()
    func refused(_ bytes: Data, _ expected: (StoreError?) -> Bool) throws {
      try bytes.write(to: URL(fileURLWithPath: copy))
      #expect { try CenterStore.restore(copy, to: store.path, by: Scratch.admin) } throws: { expected($0 as? StoreError) }
      #expect(try files() == before && points(in: store) == Points(400))
    }
    func isDamaged(_ error: StoreError?) -> Bool { if case .damaged(copy, _)? = error { true } else { false } }
    var bytes = sound
    // The text of a link: SQLite finds nothing wrong with the page.
    let place = try #require(bytes.firstRange(of: Data("sheet.score".utf8)) ?? bytes.firstRange(of: Data("expert.pledge".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "x")
    try refused(bytes, isDamaged)
    bytes = sound
    for page in stride(from: 4096 * 4, to: bytes.count, by: 4096) { bytes[page] = 0xFF }
    try refused(bytes, isDamaged)
    try refused(Data("not a store".utf8)) { $0 == .notAStore(path: copy) }
    try refused(Data()) { $0 == .notAStore(path: copy) }
  }

  @Test("Where the store is gone or beyond opening, a copy is put in its place all the same")
  func afterLoss() throws {
    try score(100, in: store)
    _ = try store.backUp(to: copy, by: Scratch.admin)
    try store.close()
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + suffix) }
    try Data("overwritten".utf8).write(to: URL(fileURLWithPath: store.path))
    let over = try CenterStore.restore(copy, to: store.path, surroundings: Scratch.surroundings(), by: Scratch.admin)
    #expect(over.oldHead == nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: #require(over.old))) == Data("overwritten".utf8))
    #expect(try points(in: CenterStore.open(store.path)) == Points(100))
    try FileManager.default.removeItem(atPath: store.path)
    let anew = try CenterStore.restore(copy, to: store.path, surroundings: Scratch.surroundings(), by: Scratch.admin)
    #expect(anew.old == nil || anew.oldHead == nil)
    let opened = try CenterStore.open(store.path)
    #expect(try points(in: opened) == Points(100) && opened.examine(by: Scratch.admin).isEmpty)
  }
}
