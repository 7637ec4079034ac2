import CenterStore
import Regulation
import Testing

@Suite("The audit log is read by number, opened link by link, and looked through piece by piece")
struct AuditLogTests {
  private let scratch: Scratch
  private var store: CenterStore { scratch.store }

  init() throws {
    scratch = try Scratch(durably: false)
    try scratch.fill()
    try store.openRound(2028, RoundPlan(minimumSheets: 1, reason: PlainText("引号“\"”、反斜线\\")), by: Scratch.bureau)
    for center in ["C1", "C2"] { try store.assignExpert(year: 2028, center: center, expert: "e1", by: Scratch.bureau) }
    try store.pledge(year: 2028, by: Acting("e1", .desk))
  }

  @Test("Lines come by number, the latest first, with who, by which way, what and on what")
  func lines() throws {
    let length = try store.auditLength(by: Scratch.bureau)
    #expect(try length == store.auditHead(by: Scratch.bureau).number)
    let lines = try store.auditLines(length - 2...length, by: Scratch.bureau)
    #expect(lines.map(\.number) == [length, length - 1, length - 2])
    #expect(lines.map(\.object) == ["pledge/2028/e1", "assignment/2028/C2/e1", "assignment/2028/C1/e1"])
    #expect(lines[0].act == "expert.pledge" && lines[0].login == "e1" && lines[0].name == "专家e1" && lines[0].channel == .desk)
  }

  @Test("A link tells what was before and after, in the order in which it was written, and the hash before it")
  func entry() throws {
    let length = try store.auditLength(by: Scratch.bureau)
    let opened = try #require(try store.findLinks(AuditFilter(act: .roundOpen), by: Scratch.bureau).lines.first)
    let entry = try store.auditEntry(opened.number, by: Scratch.bureau)
    #expect(entry.change.object == "round/2028")
    #expect(entry.change.fields.first { $0.name == "reason" }?.after == "引号“\"”、反斜线\\")
    #expect(entry.change.fields.allSatisfy { $0.before == nil })
    #expect(try entry.previous == store.auditEntry(opened.number - 1, by: Scratch.bureau).hash)
    #expect(try store.auditEntry(length, by: Scratch.bureau).hash == store.auditHead(by: Scratch.bureau).hash)
    #expect(throws: StoreError.noSuch(.link, "99")) { try store.auditEntry(99, by: Scratch.bureau) }
  }

  @Test("A link over many rows tells their number and root, and the first of them")
  func rows() throws {
    let found = try #require(try store.findLinks(AuditFilter(act: .importExperts), by: Scratch.bureau).lines.first)
    let entry = try store.auditEntry(found.number, by: Scratch.bureau)
    #expect(entry.change.fields.isEmpty && entry.change.facts.contains { $0.name == "rows" && $0.value == "3" })
    #expect(entry.rows.count == 3 && ChangeDocument(entry.rows[0]).object == "expert/e1")
  }

  @Test("What was done, who did it and a part of the object find links")
  func filter() throws {
    func objects(_ filter: AuditFilter) throws -> [String] { try store.findLinks(filter, by: Scratch.bureau).lines.map(\.object) }
    #expect(try objects(AuditFilter(login: "e1")) == ["pledge/2028/e1"])
    // The import that brought the center in is found by its row.
    #expect(try objects(AuditFilter(object: "C2")) == ["assignment/2028/C2/e1", "centers"])
    #expect(try objects(AuditFilter(act: .assign, object: "C1")) == ["assignment/2028/C1/e1"])
    // What stands behind the name of the object is no part of it.
    #expect(try objects(AuditFilter(act: .roundOpen, object: "minimum")) == [])
  }

  @Test("A search goes down the chain a piece at a time and says how far it came")
  func pieces() throws {
    let length = try store.auditLength(by: Scratch.bureau)
    let finds = try store.findLinks(AuditFilter(act: .pledge), below: length, by: Scratch.bureau)
    #expect(finds.lines.isEmpty && finds.reached == 1)
  }

  @Test("The last link of a day is found, or that of a day before it")
  func days() throws {
    let length = try store.auditLength(by: Scratch.bureau)
    let day = try #require(Day(parsing: "2026-06-01"))
    for (days, expected) in [(-1, 0), (0, length), (5, length)] {
      #expect(try store.lastLink(until: day.adding(days: days), by: Scratch.bureau) == expected)
    }
  }
}
