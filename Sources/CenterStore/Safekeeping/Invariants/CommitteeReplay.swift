import GRDB
import Regulation
import Wording

/// Who sits on committees by what applications named and by what the chain says since, held against who sits there in the store (articles 14 and 15).
enum CommitteeReplay {
  /// A seat, as the chain writes it.
  private struct Seat: Hashable, Comparable {
    /// Name, employer and duty, parted by tabs.
    let member: String
    /// The first day; empty for who was named in an application, who sits there from the certification on.
    let since: String

    static func < (left: Seat, right: Seat) -> Bool { (left.member, left.since) < (right.member, right.since) }
  }

  /// A committee on the way through the chain.
  private struct Roll {
    var seats: [Seat] = []
    /// Who left on the day of the last naming: named again on it, they never left.
    var left: (day: String, seats: [Seat]) = ("", [])
  }

  private struct Document: Decodable {
    let object: String
    let before: [String: String]?
    let after: [String: String]?
  }

  /// The committees where both differ.
  static func breaches(_ db: Database) throws -> [Invariant.Breach] {
    var expected = try named(db)
    let links = try Row.fetchCursor(
      db,
      sql: """
        SELECT change FROM audit WHERE act IN (\(Schema.actsOfCenters))
        AND \(Schema.objectOfLink) >= 'committee/' AND \(Schema.objectOfLink) < 'committee0' ORDER BY seq
        """)
    while let row = try links.next() {
      // A link that cannot be read is the chain's fault.
      guard let document = try? JSONText.decode(row.text(0)) as Document else { continue }
      let committee = String(document.object.dropFirst("committee/".count))
      take(document, to: &expected[committee, default: Roll()])
    }
    var kept: [String: [Seat]] = [:]
    let seats = try Row.fetchCursor(
      db,
      sql: """
        SELECT code || '/' || committee, committee_seat.name || char(9) || employer || char(9) || office,
          CASE origin WHEN 'application' THEN '' ELSE since END
        FROM committee_seat JOIN center ON center.id = center_id WHERE until IS NULL
        """)
    while let row = try seats.next() { kept[row.text(0), default: []].append(Seat(member: row.text(1), since: row.text(2))) }
    return Set(expected.keys).union(kept.keys).filter { (expected[$0]?.seats ?? []).sorted() != (kept[$0] ?? []).sorted() }.sorted().map {
      Invariant.Breach(
        object: $0, path: "committee/\($0)", phrase: Phrase(zh: "现任成员与审计链所记不符", en: "who sits there is not whom the chain names"))
    }
  }

  /// Whom the applications named of which centers came.
  private static func named(_ db: Database) throws -> [String: Roll] {
    var named: [String: Roll] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT json_extract(state, '$.state.certified._0.code'), form FROM application WHERE stage = 'certified'")
    while let row = try rows.next() {
      guard let form = try? JSONText.decode(row.text(1)) as ApplicationForm else { continue }
      for (kind, members) in [(CommitteeKind.management, form.committees?.management), (.advisory, form.committees?.advisory)] {
        guard let members, !members.isEmpty else { continue }
        let seats = members.map { Seat(member: "\($0.name)\t\($0.employer)\t\($0.duty?.rawValue ?? "")", since: "") }
        named["\(row.text(0))/\(kind.rawValue)"] = Roll(seats: seats)
      }
    }
    return named
  }

  /// Takes what a link says: all members from a day on, of whom those that sat there already keep their first day; or one who is taken out.
  private static func take(_ document: Document, to roll: inout Roll) {
    guard let members = document.after?["members"], let day = document.after?["since"] else {
      let gone = document.before?["members"] ?? ""
      let since = document.before?["since"] ?? ""
      let place = roll.seats.firstIndex { $0.member == gone && ($0.since == since || $0.since.isEmpty) }
      if let place { roll.seats.remove(at: place) }
      return
    }
    var (old, left) = (roll.seats, roll.left.day == day ? roll.left.seats : [])
    let lines = members.split(separator: "\n").map(String.init)
    let staying = lines.map { line in old.firstIndex { $0.member == line }.map { old.remove(at: $0) } }
    roll.seats = zip(lines, staying).map { line, seat in
      seat ?? left.firstIndex { $0.member == line }.map { left.remove(at: $0) } ?? Seat(member: line, since: day)
    }
    // Who came on that day and went on it was entered by mistake.
    roll.left = (day, left + old.filter { $0.since != day })
  }
}
