import CenterStore
import Regulation

/// The audit log as it is read: by number from the end, however long the chain is, or what a search has found so far.
struct AuditState: Sendable {
  /// Which links are looked for.
  var filter = AuditFilter()
  /// The day from which on it is read backwards; `nil`: from the last link.
  var until: Day?
  /// The number with which the list begins.
  private(set) var first: Int64 = 0
  /// What a search has found, the latest first; not used without a filter.
  private(set) var found: [AuditLine] = []
  /// Everything from this number on was looked through.
  private(set) var reached: Int64 = 1
  /// The lines around what is seen, by number.
  private(set) var kept: [Int64: AuditLine] = [:]

  /// Begins anew with the link of a number.
  mutating func begin(at number: Int64) {
    first = number
    found = []
    reached = filter.isEmpty ? 1 : number + 1
  }

  /// How many rows there are so far.
  var count: Int { filter.isEmpty ? Int(first) : found.count }
  /// Whether a search is not over.
  var isSearching: Bool { reached > 1 }

  /// The number of the link in a row; `nil` for none.
  func number(at row: Int) -> Int64? {
    if filter.isEmpty { return row >= 0 && Int64(row) < first ? first - Int64(row) : nil }
    return found.indices.contains(row) ? found[row].number : nil
  }

  /// The row of a link; `nil` where it is in none.
  func row(of number: Int64) -> Int? {
    if filter.isEmpty { return (1...max(1, first)).contains(number) ? Int(first - number) : nil }
    return found.firstIndex { $0.number == number }
  }

  /// The line in a row, where it is at hand.
  func line(at row: Int) -> AuditLine? {
    if !filter.isEmpty { return found.indices.contains(row) ? found[row] : nil }
    return number(at: row).flatMap { kept[$0] }
  }

  /// Takes what a search found further down.
  mutating func take(_ finds: AuditFinds) {
    found += finds.lines
    reached = finds.reached
  }

  /// Takes what came since on top.
  mutating func prepend(_ lines: [AuditLine], upTo number: Int64) {
    found = lines.filter { $0.number > first } + found
    first = number
  }

  /// The numbers of some rows that are not at hand; `nil` where all are.
  func missing(in rows: Range<Int>) -> ClosedRange<Int64>? {
    guard filter.isEmpty, let top = number(at: rows.lowerBound), let last = number(at: min(rows.upperBound, count) - 1) else { return nil }
    return (last...top).allSatisfy { kept[$0] != nil } ? nil : last...top
  }

  /// Keeps lines, and forgets those that were kept for elsewhere.
  mutating func keep(_ lines: [AuditLine]) {
    if kept.count > 2_000 { kept = [:] }
    for line in lines { kept[line.number] = line }
  }
}
