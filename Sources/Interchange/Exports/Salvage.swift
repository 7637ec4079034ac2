import CenterStore
import TableFiles

/// A table that can be exported, of a year where its records belong to one.
public struct ExportedTable: Sendable, Hashable, CustomStringConvertible {
  /// What it holds.
  public let kind: ExportKind
  /// The round; `nil` where its records belong to none.
  public let year: Int?

  /// As it is asked for on the command line: `facts --round 2026`.
  public var description: String { kind.rawValue + (year.map { " --round \($0)" } ?? "") }
}

extension Exporter {
  /// Tells of a store that is damaged which tables can still be given out whole, by trying each.
  ///
  /// - Returns: those that can, and those that end in the middle or cannot be begun.
  public func readable() -> (whole: [ExportedTable], broken: [ExportedTable]) {
    let years = (try? store.rounds(by: who))?.map(\.year).sorted() ?? []
    let tables = ExportKind.allCases.flatMap { kind in
      kind.isOfRound ? years.map { ExportedTable(kind: kind, year: $0) } : [ExportedTable(kind: kind, year: nil)]
    }
    var (whole, broken): ([ExportedTable], [ExportedTable]) = ([], [])
    for table in tables {
      do {
        try run(table.kind, round: table.year) { () throws(FileError) in NoSink() }
        whole.append(table)
      } catch {
        broken.append(table)
      }
    }
    return (whole, broken)
  }
}

/// A sink that keeps nothing.
private final class NoSink: ByteSink {
  func write(_ bytes: [UInt8]) throws(FileError) {}
  func finish() throws(FileError) {}
}
