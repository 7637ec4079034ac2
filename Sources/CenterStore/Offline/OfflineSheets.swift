import GRDB
import Regulation

/// A sheet that changed away from the desk, and when: what stands at one indicator since, or how far the sheet has come.
public struct OfflineEdit: Sendable, Hashable, Codable {
  /// When, by the clock of that machine.
  public let at: Moment
  /// The center's code.
  public let center: PlainText
  /// The indicator; `nil` where the state of the sheet changed.
  public let indicator: String?
  /// What stands there since.
  public let mark: OfflineMark?
  /// How far the sheet has come since.
  public let state: Sheet.State?
}

/// The sheets of a file: what was taken, the link of the chain that says so, and every edit since, in order. Nothing is ever taken out of the
/// edits, so it can be told whether one file goes on from another.
public struct OfflineSheets: Sendable, Hashable, Codable {
  /// What was taken.
  public let taken: TakenSheets
  /// The number of the link that says so.
  public let link: Int64
  /// Its hash.
  public let hash: String
  /// What was changed since.
  public private(set) var edits: [OfflineEdit] = []

  init(_ taken: TakenSheets, link: Int64, hash: Digest256) {
    self.taken = taken
    self.link = link
    self.hash = hash.description
  }

  /// The sheets as they stand, in the order of their codes.
  public var sheets: [OfflineSheet] { sheets(after: edits.count) }

  /// The sheets as they stood after so many edits.
  func sheets(after count: Int) -> [OfflineSheet] {
    var sheets = taken.centers.map(\.sheet)
    let places = Dictionary(sheets.enumerated().map { ($1.center, $0) }) { first, _ in first }
    for edit in edits.prefix(count) {
      guard let place = places[edit.center] else { continue }
      if let code = edit.indicator.flatMap({ IndicatorCode($0) }), let mark = edit.mark { sheets[place][code] = mark }
      if let state = edit.state { sheets[place].state = state }
    }
    return sheets
  }

  /// What tells the first edits from any others.
  func mark(after count: Int) throws -> Digest256 { Digest256(of: Array(try JSONText.encode(Array(edits.prefix(count))).utf8)) }

  /// Takes the sheets as they stand now; what differs becomes an edit.
  ///
  /// - Parameter begun: how many edits were there when this sitting began: of what is written later, a comment that is still being written takes the
  ///   place of how it was a moment before.
  /// - Returns: how many indicators and states changed.
  @discardableResult
  public mutating func take(_ now: [OfflineSheet], at moment: Moment, keeping begun: Int) -> Int {
    let before = Dictionary(sheets.map { ($0.center, $0) }) { first, _ in first }
    var changed = 0
    for sheet in now {
      guard let old = before[sheet.center] else { continue }
      for code in IndicatorCode.all where old[code] != sheet[code] {
        changed += 1
        append(OfflineEdit(at: moment, center: sheet.center, indicator: code.description, mark: sheet[code], state: nil), keeping: begun)
      }
      if old.state != sheet.state {
        changed += 1
        edits.append(OfflineEdit(at: moment, center: sheet.center, indicator: nil, mark: nil, state: sheet.state))
      }
    }
    return changed
  }

  private mutating func append(_ edit: OfflineEdit, keeping begun: Int) {
    if let last = edits.last, edits.count > begun, last.center == edit.center, last.indicator == edit.indicator, let old = last.mark,
      old.points == edit.mark?.points, old.comment == edit.mark?.comment
    {
      edits.removeLast()
    }
    edits.append(edit)
  }
}

extension CenterStore {
  /// Every sheet of an expert in the rounds of a store, as a file keeps them.
  static func offlineSheets(of member: Member, _ db: Database) throws -> [OfflineSheet] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT year, code FROM assignment JOIN center ON center.id = center_id WHERE login = ? ORDER BY code"),
      arguments: [member.login])
    return try rows.map { try OfflineSheet(sheet(SheetTask.require(year: $0[0], center: $0[1], member: member, db), db)) }
  }
}
