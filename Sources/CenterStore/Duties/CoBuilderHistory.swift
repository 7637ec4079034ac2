import GRDB
import Glibc
import Regulation
import Wording

/// From when to when units were co-builders of centers (articles 7 and 31), told by the chain back from who is now.
///
/// A change of the record counts from the day on which it was made, a file from the day on which it came. Whom a center brought along when it came
/// into the registry is taken for its co-builder from the beginning.
struct CoBuilderHistory {
  /// A present or former co-builder.
  struct Builder {
    /// The organization's number.
    let organization: Int64
    /// Its present name, and when it was a co-builder.
    let tenure: CoBuilderTenure
  }

  /// Other units are co-builders of a center from a day on.
  private struct Change {
    let day: Day
    let link: Int64
    let before: String
    let after: String
  }

  /// The changes by the center's code.
  private var changes: [String: [Change]] = [:]

  /// Whether no center's co-builders changed.
  var isEmpty: Bool { changes.isEmpty }

  /// - Parameter code: one center's alone; `nil`: all.
  init(_ db: Database, of code: String? = nil) throws {
    try readActs(of: code, db)
    try readImports(of: code, db)
  }

  /// The present co-builders of a center in their order, then the former ones; `nil` where they never changed.
  func builders(of code: String, id: Int64, _ db: Database) throws -> [Builder]? {
    guard let changes = changes[code] else { return nil }
    let present = try CoBuilderHistory.present(of: id, db)
    var order = present.map(\.organization)
    var active = Set(order)
    var spans: [Int64: [CoBuilderTenure.Span]] = [:]
    for organization in order { spans[organization] = [.init()] }
    // Back from now: who came with a change was none before it, who went with it was one until then.
    for change in changes.sorted(by: { $0.link > $1.link }) {
      let (before, after) = (try CoBuilderHistory.numbers(change.before, db), try CoBuilderHistory.numbers(change.after, db))
      for organization in after where !before.contains(organization) && active.remove(organization) != nil {
        spans[organization]?[0].since = change.day
        // Who came and went on one day never was one.
        if spans[organization]?[0].until == change.day { spans[organization]?.removeFirst() }
      }
      for organization in before where !after.contains(organization) && active.insert(organization).inserted {
        if !order.contains(organization) { order.append(organization) }
        if spans[organization]?.first?.since == change.day {
          spans[organization]?[0].since = nil
        } else {
          spans[organization, default: []].insert(.init(until: change.day), at: 0)
        }
      }
    }
    return try order.compactMap { organization in
      guard let spans = spans[organization], !spans.isEmpty else { return nil }
      let name = try String.fetchOne(db, sql: "SELECT name FROM organization WHERE id = ?", arguments: [organization])
      return Builder(organization: organization, tenure: CoBuilderTenure(try PlainText(name ?? ""), spans: spans))
    }
  }

  /// The co-builders that a center has now, in their order, as if it had always had them.
  static func present(of center: Int64, _ db: Database) throws -> [Builder] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT organization.id, name FROM center_co_builder JOIN organization ON organization.id = organization_id
        WHERE center_id = ? ORDER BY position
        """, arguments: [center]
    ).map { Builder(organization: $0[0], tenure: CoBuilderTenure(try PlainText($0[1]))) }
  }

  /// The organizations that go by the names in a list as files write it.
  private static func numbers(_ list: String, _ db: Database) throws -> [Int64] {
    try list.split(separator: ";").compactMap { try owners(of: NameKey(PlainText(String($0))).string, db).first }
  }

  /// The organizations that go by a name, those whose present name it is first.
  static func owners(of key: String, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM organization WHERE name_key = ?1 UNION ALL SELECT organization_id FROM organization_alias WHERE name_key = ?1
        """, arguments: [key])
  }

  // MARK: - The chain

  /// What the acts of the desk changed.
  private mutating func readActs(of code: String?, _ db: Database) throws {
    let (first, last) = code.map { ("center/\($0)\"", "center/\($0)\"\u{10FFFF}") } ?? ("center/", "center0")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT seq, time, json_extract(change, '$.object'), json_extract(change, '$.before.co_builders'),
          json_extract(change, '$.after.co_builders') FROM audit
        WHERE act IN (\(Schema.actsOfCenters)) AND \(Schema.objectOfLink) >= ? AND \(Schema.objectOfLink) < ?
          AND json_extract(change, '$.before.co_builders') <> json_extract(change, '$.after.co_builders')
        """, arguments: [first, last])
    while let row = try rows.next() {
      let change = Change(day: Moment(milliseconds: row[1]).day, link: row[0], before: row[3], after: row[4])
      changes[String((row[2] as String).dropFirst("center/".count)), default: []].append(change)
    }
  }

  /// What files changed: few links, each over many rows, of which those of new centers change nobody.
  private mutating func readImports(of code: String?, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT audit.seq, time, rows FROM audit_rows JOIN audit USING (seq) WHERE act = 'import.centers'")
    while let row = try rows.next() {
      let (link, day) = (row[0] as Int64, Moment(milliseconds: row[1]).day)
      row.bytes(2).withUnsafeBytes { log in
        var start = 0
        while start < log.count {
          let end = log.end(ofLineFrom: start)
          defer { start = end + 1 }
          guard log[start] == 0x7B else { continue }
          let line = UnsafeRawBufferPointer(rebasing: log[start..<end])
          guard line.saysOtherCoBuilders, let told = ToldChange(line) else { continue }
          guard let before = told.before?["co_builders"], let after = told.after["co_builders"], before != after else { continue }
          let changed = String(told.object.dropFirst("center/".count))
          guard code == nil || changed == code else { continue }
          changes[changed, default: []].append(Change(day: day, link: link, before: before, after: after))
        }
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Where the line ends that begins at a place.
  fileprivate func end(ofLineFrom start: Int) -> Int {
    guard let baseAddress, let found = memchr(baseAddress + start, 0x0A, count - start) else { return count }
    return UnsafeRawPointer(found) - baseAddress
  }

  /// Whether a document tells other co-builders after than before, looked at as it is written, since of many rows hardly any does.
  fileprivate var saysOtherCoBuilders: Bool {
    guard let first = value(from: 0), let second = value(from: first.upperBound) else { return false }
    return first.count != second.count || !self[first].elementsEqual(self[second])
  }

  /// Where the next list of co-builders stands.
  private func value(from place: Int) -> Range<Int>? {
    let (name, next): (StaticString, StaticString) = ("\"co_builders\":\"", "\",\"department\":")
    guard let start = find(name, from: place), let end = find(next, from: start + name.utf8CodeUnitCount) else { return nil }
    return start + name.utf8CodeUnitCount..<end
  }

  /// Where a mark stands that begins with a quotation mark.
  private func find(_ mark: StaticString, from place: Int) -> Int? {
    guard let baseAddress else { return nil }
    let length = mark.utf8CodeUnitCount
    var place = place
    while place + length <= count, let found = memchr(baseAddress + place, 0x22, count - place) {
      place = UnsafeRawPointer(found) - baseAddress
      if place + length <= count, memcmp(found, mark.utf8Start, length) == 0 { return place }
      place += 1
    }
    return nil
  }
}

extension CenterStore {
  /// Who sat on the committees of a center, and from where by its present and former co-builders.
  static func tenures(of center: Int64, among builders: [CoBuilderHistory.Builder], _ db: Database) throws -> [CommitteeTenure] {
    let host = try Int64.fetchOne(db, sql: "SELECT host_id FROM center WHERE id = ?", arguments: [center])
    return try seats(of: center, db).map(\.tenure).map { tenure in
      let member = tenure.seat.member
      let owners = try CoBuilderHistory.owners(of: NameKey(member.employer).string, db)
      let isHost = host.map(owners.contains) ?? false
      let builder = isHost ? nil : builders.firstIndex { owners.contains($0.organization) }
      let origin = CommitteeOrigin(of: member, isHost: isHost, coBuilder: builder)
      return CommitteeTenure(tenure.committee, .init(member, from: origin), since: tenure.since, until: tenure.until)
    }
  }
}
