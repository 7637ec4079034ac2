import CenterStore
import Foundation
import Regulation
import Testing

@Suite("The audit chain (design: trust)")
struct ChainTests {
  /// Links of every shape: the first one, imports, a round, a pledge, scores. The round is link ``round``, an import stands before it.
  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.fill()
    try scratch.store.openRound(2026, RoundPlan(reason: try PlainText("引号“\"”、反斜线\\")), by: Scratch.bureau)
    _ = try scratch.store.importScores(year: 2026, Array(scratch.sheet("C1", "e1").prefix(3)), by: Scratch.bureau)
    let expert = Acting("e1", .desk)
    try scratch.store.pledge(year: 2026, by: expert)
    for code in IndicatorCode.all.prefix(4) {
      try scratch.store.score(
        year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(Points(150)), comment: PlainText("一\n二", .paragraphs)),
        by: expert)
    }
    return scratch
  }

  @Test("A link's hash runs over eight lines that anybody can write down and give to sha256sum")
  func form() throws {
    let scratch = try scratch()
    var previous = String(repeating: "0", count: 64)
    let rows = try scratch.otherHand().rows("SELECT * FROM audit ORDER BY seq")
    #expect(rows.count > 8)
    for (index, row) in rows.enumerated() {
      let salts: (who: Data, change: Data) = (row["who_salt"], row["change_salt"])
      #expect(salts.who.count == 16 && salts.change.count == 16)
      let milliseconds: Int64 = row["time"]
      let second = Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(.iso8601)
      let time = second.dropLast() + ".\(String(1000 + milliseconds % 1000).dropFirst())Z"
      let lines = [
        "cztic link 1", previous, String(index + 1), String(time), row["act"], row["channel"],
        sha256(salts.who, Data((row["login"] as String).utf8)), sha256(salts.change, Data((row["change"] as String).utf8)),
      ]
      previous = sha256(Data((lines.joined(separator: "\n") + "\n").utf8))
      #expect(hex(row["hash"] as Data) == previous)
    }
    let head = try scratch.store.auditHead(by: Scratch.admin)
    #expect(head.hash.description == previous && head.number == Int64(rows.count))
  }

  @Test("A change is a JSON document of object, before and after, whatever stands in its texts")
  func documents() throws {
    let scratch = try scratch()
    let links = try scratch.links()
    for link in links { #expect(try JSONSerialization.jsonObject(with: Data(link.change.utf8)) is [String: Any]) }
    let document = Data(try #require(links.last { $0.act == Act.score.rawValue }).change.utf8)
    let change = try #require(try JSONSerialization.jsonObject(with: document) as? [String: Any])
    #expect(change["object"] as? String == "score/2026/C1/e1/2.2")
    #expect(change["before"] is NSNull)
    #expect(change["after"] as? [String: String] == ["points": "1.50", "comment": "一\n二"])
  }

  @Test("A text comes back from a document whatever signs stand in it, at whatever place", arguments: 0..<20)
  func escapes(place: Int) throws {
    for sign in ["\"", "\\", "\n", "\u{1F}", " ", "!", "#", "[", "]", "\u{7F}", "沧", "\u{A0}", "é", "𠮷"] {
      let text = String(repeating: "a", count: place) + sign + String(repeating: "州", count: 20 - place)
      let change = Change(object: text, before: [("name", text)])
      let read = try #require(try JSONSerialization.jsonObject(with: Data(change.document.utf8)) as? [String: Any])
      #expect(read["object"] as? String == text)
      #expect(read["before"] as? [String: String] == ["name": text])
    }
  }

  @Test("A stranger who is handed the random bytes can open a link and see who did what")
  func opening() throws {
    let scratch = try scratch()
    var previous = Digest256.zero
    for link in try scratch.links() {
      #expect(link.whoCommitment.description == sha256(Data(link.whoSalt), Data(link.login.utf8)))
      #expect(link.changeCommitment.description == sha256(Data(link.changeSalt), Data(link.change.utf8)))
      #expect(link.expectedHash(after: previous) == link.hash)
      previous = link.hash
    }
  }

  @Test("An import's rows are kept: one JSON document a line, under the root that its link holds")
  func rows() throws {
    let scratch = try scratch()
    for row in try scratch.otherHand().rows("SELECT rows, change FROM audit_rows JOIN audit USING (seq)") {
      let lines = String(decoding: row["rows"] as Data, as: UTF8.self).split(separator: "\n").map(String.init)
      #expect((row["change"] as String).hasSuffix("\"rows\":\(lines.count),\"root\":\"\(rfc6962Root(lines.map { Data($0.utf8) }))\"}"))
      let link = try JSONSerialization.jsonObject(with: Data((row["change"] as String).utf8)) as? [String: Any]
      for line in lines {
        let document = try JSONSerialization.jsonObject(with: Data(line.utf8))
        // A new center stands as its code and the values of the columns that the link names.
        if let values = document as? [String] {
          #expect(values.count == 1 + ((link?["columns"] as? [String])?.count ?? 0))
        } else {
          #expect(document is [String: Any])
        }
      }
    }
  }

  @Test(
    "Any column that is edited is found, and the link is named",
    arguments: [
      "time = time + 1", "act = 'sheet.submit'", "channel = 'import'", "login = 'e2'", "who_salt = randomblob(16)",
      "change = change || ' '",
      "change_salt = randomblob(16)", "hash = randomblob(32)", "hash = x''", "seq = 900",
      // A byte of the login passes for salt: the commitment alone would not show it.
      "who_salt = CAST(who_salt || substr(login, 1, 1) AS BLOB), login = substr(login, 2)",
      "change_salt = CAST(change_salt || substr(change, 1, 1) AS BLOB), change = substr(change, 2)",
    ])
  func edited(_ edit: String) throws {
    let scratch = try scratch()
    let links = try scratch.store.verifyChain(by: Scratch.admin).links
    for number in [1, Int(links) - 2, Int(links)] {
      let scratch = try self.scratch()
      try scratch.otherHand().run("UPDATE audit SET \(edit) WHERE seq = \(number)")
      let verdict = try scratch.store.verifyChain(by: Scratch.admin)
      #expect(verdict.broken == Int64(number) && !verdict.isWhole)
    }
  }

  @Test(
    "A link that is removed, exchanged with its neighbour or put in between is found, and the first bad one is named",
    arguments: [
      ("DELETE FROM audit WHERE seq = 5", 5), ("DELETE FROM audit WHERE seq = 1", 1),
      ("UPDATE audit SET seq = -5 WHERE seq = 5; UPDATE audit SET seq = 5 WHERE seq = 6; UPDATE audit SET seq = 6 WHERE seq = -5", 5),
      (
        """
        UPDATE audit SET seq = -seq - 1 WHERE seq > 5; UPDATE audit SET seq = -seq WHERE seq < 0;
        INSERT INTO audit SELECT 6, time, act, channel, login, who_salt, change, change_salt, hash FROM audit WHERE seq = 5
        """, 6
      ), ("INSERT INTO audit SELECT 0, time, act, channel, login, who_salt, change, change_salt, hash FROM audit WHERE seq = 1", 0),
    ])
  func reordered(sql: String, first: Int64) throws {
    let scratch = try scratch()
    let hand = try scratch.otherHand()
    try hand.run(sql)
    #expect(try scratch.store.verifyChain(by: Scratch.admin).broken == first)
  }

  @Test(
    "The rows of an import that are edited, cut, taken away or invented are found",
    arguments: [
      "UPDATE audit_rows SET rows = CAST(replace(CAST(rows AS TEXT), 'C1', 'C9') AS BLOB) WHERE seq = SEQ",
      "UPDATE audit_rows SET rows = substr(rows, 1, length(rows) - 1) WHERE seq = SEQ",
      "UPDATE audit_rows SET rows = CAST(rows || rows AS BLOB) WHERE seq = SEQ", "UPDATE audit_rows SET rows = x'' WHERE seq = SEQ",
      "DELETE FROM audit_rows WHERE seq = SEQ",
    ])
  func rowsEdited(sql: String) throws {
    let scratch = try scratch()
    let hand = try scratch.otherHand()
    let number = try hand.number("SELECT seq FROM audit WHERE act = 'import.centers'")
    try hand.run(sql.replacing("SEQ", with: String(number)))
    #expect(try scratch.store.verifyChain(by: Scratch.admin).broken == Int64(number))
  }

  @Test("Rows that are hung on a link of one object, or on none, are found")
  func rowsInvented() throws {
    let scratch = try scratch()
    let links = try scratch.store.verifyChain(by: Scratch.admin).links
    for number in [links, links + 7] {
      let scratch = try self.scratch()
      try scratch.otherHand().run("INSERT INTO audit_rows(seq, rows) VALUES (\(number), x'7B7D0A')")
      #expect(try scratch.store.verifyChain(by: Scratch.admin).broken == number)
    }
  }

  @Test("A head that was printed may be any link's; a chain that was cut after it no longer has it")
  func heads() throws {
    let scratch = try scratch()
    let store = scratch.store
    let head = try store.auditHead(by: Scratch.admin)
    let third: Data = try scratch.otherHand().rows("SELECT hash FROM audit WHERE seq = 3")[0][0]
    let early = try #require(Digest256(hex: hex(third)))
    for known in [head.hash, early] {
      let verdict = try store.verifyChain(head: known, by: Scratch.admin)
      #expect(verdict.hasHead == true && verdict.isWhole && verdict.head == head.hash)
    }
    #expect(try store.verifyChain(by: Scratch.admin).hasHead == nil)
    #expect(try !store.verifyChain(head: .zero, by: Scratch.admin).isWhole)
    try scratch.otherHand().run("DELETE FROM audit WHERE seq = \(head.number)")
    #expect(try store.verifyChain(by: Scratch.admin).isWhole)
    let cut = try store.verifyChain(head: head.hash, by: Scratch.admin)
    #expect(cut.hasHead == false && cut.broken == nil && !cut.isWhole)
  }
}
