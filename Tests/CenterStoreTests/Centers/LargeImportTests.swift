import Foundation
import Regulation
import Synchronization
import Testing

@testable import CenterStore

@Suite("A large import of centers")
struct LargeImportTests {
  /// So many centers, of which three have one host, every second a co-builder and every third a former name.
  private func centers(_ numbers: Range<Int>, field: String = "新材料") throws -> [Numbered<CenterRecord>] {
    try numbers.map { number in
      Numbered(
        number + 2,
        CenterRecord(
          code: try PlainText("L\(number)"), name: try PlainText("第\(number)\"号\\\"技术创新中心"), host: try PlainText("企业\(number / 3)"),
          hostKind: .enterprise, coBuilders: number % 2 == 0 ? [try PlainText("大学\(number % 50)"), try PlainText("企业\(number / 9)")] : [],
          department: try PlainText("泊头市科学技术局"), field: try PlainText(field), certifiedOn: try #require(Day(2021, 3, 1 + number % 28)),
          director: try PlainText("主任\(number)"), formerNames: number % 3 == 0 ? [try PlainText("旧名\(number)")] : []))
    }
  }

  private func stored(_ store: CenterStore) throws -> [String: CenterRecord] {
    var all: [String: CenterRecord] = [:]
    try store.eachCenter(by: Scratch.bureau) { all[$0.code.string] = $0 }
    return all
  }

  @Test("What is stored is what stood in the rows, into an empty store and over what is there, and all references hold")
  func roundTrip() throws {
    let scratch = try Scratch()
    let first = try centers(0..<6000)
    #expect(try scratch.store.importCenters(first, by: Scratch.bureau).new == 6000)
    let kept = try stored(scratch.store)
    #expect(kept.count == 6000 && first.allSatisfy { kept[$0.record.code.string] == $0.record.completed(from: nil) })
    let second = try centers(3000..<4000) + centers(4000..<9000, field: "新能源") + centers(9000..<9001)
    let outcome = try scratch.store.importCenters(second, by: Scratch.bureau)
    #expect(outcome.unchanged == 1000 && outcome.changed == 2000 && outcome.new == 3001 && outcome.problems.isEmpty)
    let all = try stored(scratch.store)
    #expect(all.count == 9001 && second.allSatisfy { all[$0.record.code.string] == $0.record.completed(from: nil) })
    #expect(try scratch.otherHand().rows("PRAGMA foreign_key_check").isEmpty)
    let verdict = try scratch.store.verifyChain(by: Scratch.admin)
    #expect(verdict.isWhole)
  }

  @Test("References are checked again for what comes after it, and after one that failed")
  func references() throws {
    let scratch = try Scratch()
    for rows in [try centers(0..<6000), try centers(6000..<12_000) + centers(6000..<6001)] {
      _ = try scratch.store.importCenters(rows, by: Scratch.bureau)
      #expect(throws: (any Error).self) {
        try scratch.store.pool.write { try $0.execute(sql: "UPDATE center SET host_id = 999999 WHERE code = 'L1'") }
      }
    }
    #expect(try stored(scratch.store).count == 6000)
  }

  @Test("A row of the link opens as the center that it made")
  func rows() throws {
    let scratch = try Scratch()
    let records = try centers(0..<300)
    _ = try scratch.store.importCenters(records, by: Scratch.bureau)
    let rows = try scratch.otherHand().rows("SELECT rows, change FROM audit_rows JOIN audit USING (seq) ORDER BY seq DESC")
    let row = try #require(rows.first)
    let link = try JSONSerialization.jsonObject(with: Data((row["change"] as String).utf8)) as? [String: Any]
    let columns = try #require(link?["columns"] as? [String])
    let lines = (row["rows"] as Data).split(separator: 0x0A)
    #expect(lines.count == 300)
    for (line, record) in zip(lines, records) {
      let values = try #require(try JSONSerialization.jsonObject(with: line) as? [String])
      let fields = record.record.fields
      #expect(values.first == "center/" + record.record.code.string)
      #expect(columns == fields.map(\.name) && Array(values.dropFirst()) == fields.map(\.value))
    }
  }

  @Test("A code that stands twice is told with both rows, whether the store knows it, knows others or is empty", arguments: [0, 300, 1200])
  func repeated(stored count: Int) throws {
    let scratch = try Scratch()
    _ = try scratch.store.importCenters(centers(0..<count), by: Scratch.bureau)
    let head = try scratch.store.auditHead(by: Scratch.admin)
    var rows = try centers(0..<1000, field: "新能源")
    rows.append(Numbered(2000, rows[700].record))
    rows.append(Numbered(2001, rows[701].record))
    let outcome = try scratch.store.importCenters(rows, by: Scratch.bureau)
    #expect(outcome.problems.map(\.row) == [2000, 2001] && outcome.problems.map(\.column) == ["code", "code"])
    #expect(outcome.problems.map(\.message.en) == [702, 703].map { "stands in row \($0) already; keep one of the two" })
    #expect(try scratch.store.auditHead(by: Scratch.admin) == head)
  }

  @Test(
    "A code that stands twice is told wherever it stands among the rows that are written at once",
    arguments: [[1], [15], [16], [17, 18], [20, 29, 30, 31], [32, 47, 48], [255], [256], [299]])
  func repeatedAnywhere(places: [Int]) throws {
    let scratch = try Scratch()
    var rows = try centers(0..<300)
    for place in places { rows[place] = Numbered(rows[place].row, rows[place / 2].record) }
    let outcome = try scratch.store.importCenters(rows, by: Scratch.bureau)
    #expect(outcome.problems.map(\.row) == places.map { $0 + 2 })
    #expect(outcome.problems.map(\.message.en) == places.map { "stands in row \($0 / 2 + 2) already; keep one of the two" })
    #expect(outcome.new == 300 - places.count)
    #expect(try stored(scratch.store).isEmpty)
  }

  @Test("A host of two kinds is told in every row that differs, and nothing is kept")
  func kinds() throws {
    let scratch = try Scratch()
    var rows = try centers(0..<900)
    for place in [10, 500] {
      var record = rows[place].record
      record.hostKind = .university
      rows[place] = Numbered(rows[place].row, record)
    }
    let outcome = try scratch.store.importCenters(rows, by: Scratch.bureau)
    // Row 12 is the second of its host, row 502 the third: each differs from the first of it.
    #expect(outcome.problems.map(\.row) == [12, 502] && outcome.problems.map(\.column) == ["host_kind", "host_kind"])
    #expect(try stored(scratch.store).isEmpty)
  }

  @Test("A file that turns out to be wrong at its end leaves nothing of what was written before", arguments: [true, false])
  func unsound(isSound: Bool) throws {
    let scratch = try Scratch()
    let rows = try centers(0..<6000)
    let feed = CenterFeed(expecting: rows.count)
    DispatchQueue.global().async {
      var packer = CenterPacker()
      for (place, row) in rows.enumerated() {
        packer.pack(row)
        if place % 100 == 99 { feed.put(packer.take()) }
      }
      feed.finish(isSound: isSound)
    }
    let outcome = try scratch.store.importCenters(feed, by: Scratch.bureau)
    #expect(outcome.new == 6000 && outcome.problems.isEmpty)
    #expect(try stored(scratch.store).count == (isSound ? 6000 : 0))
    #expect(try scratch.store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("A reader whose records nobody takes does not wait for ever")
  func cancelled() throws {
    let scratch = try Scratch()
    let rows = try centers(0..<200)
    let feed = CenterFeed(expecting: 20_000)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      var packer = CenterPacker()
      for _ in 0..<100 {
        for row in rows {
          packer.pack(row)
          feed.put(packer.take())
        }
      }
      feed.finish(isSound: true)
    }
    #expect(throws: StoreError.notPermitted(.importCenters)) { try scratch.store.importCenters(feed, by: Acting("viewer", .command)) }
    group.wait()
    #expect(feed.isCancelled)
    #expect(try stored(scratch.store).isEmpty)
  }
}
