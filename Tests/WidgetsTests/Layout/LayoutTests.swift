import Testing

@testable import Widgets

@Suite struct LayoutTests {
  @Test(
    "a length is divided without loss",
    arguments: [
      ([.part(1), .part(1)], 10, 0, [5, 5]), ([.part(1), .part(1)], 11, 0, [5, 6]), ([.fixed(3), .part(1)], 10, 1, [3, 6]),
      ([.part(2), .fixed(4), .part(1)], 10, 0, [4, 4, 2]), ([.fixed(8), .fixed(8)], 10, 0, [8, 2]), ([.part(1)], 0, 0, [0]), ([], 5, 2, []),
      ([.fixed(-2), .part(1)], 5, 0, [0, 5]), ([.part(0), .part(1)], 5, 0, [0, 5]), ([.part(1), .part(1)], 1, 3, [0, 0]),
    ] as [([Share], Int, Int, [Int])])
  func dividing(shares: [Share], length: Int, gap: Int, lengths: [Int]) {
    #expect(Division.lengths(shares, of: length, gap: gap) == lengths)
  }

  @Test("parts stand beside each other and inside", arguments: 0...12)
  func areas(length: Int) {
    let area = Area(column: 3, row: 5, columns: length, rows: length)
    let shares: [Share] = [.fixed(2), .part(1), .part(2)]
    let columns = area.columns(shares, gap: 1)
    let rows = area.rows(shares, gap: 1)
    for part in columns + rows { #expect(area.intersection(part) == part || part.isEmpty) }
    for (left, right) in zip(columns, columns.dropFirst()) where !right.isEmpty { #expect(right.column == left.right + 1) }
    for (upper, lower) in zip(rows, rows.dropFirst()) where !lower.isEmpty { #expect(lower.row == upper.bottom + 1) }
  }

  @Test(
    "columns get their ideal width, shrink, vanish and stretch",
    arguments: [
      // minimum, ideal, stretch, priority
      (30, [8, 12, 6]), (28, [7, 11, 6]), (24, [6, 9, 5]), (20, [6, 6, 4]), (19, [7, 10, 0]), (50, [8, 32, 6]), (14, [6, 6, 0]),
      (10, [6, 2, 0]), (0, [0, 0, 0]),
    ])
  func fitting(width: Int, widths: [Int]) {
    let columns = [
      ColumnWidth(minimum: 6, ideal: 8), ColumnWidth(minimum: 6, ideal: 12, stretch: 1), ColumnWidth(minimum: 4, ideal: 6, priority: 2),
    ]
    #expect(ColumnFitting.fit(columns, into: width, gap: 2) == widths)
  }

  @Test("of equal priority the right column vanishes first")
  func vanishing() {
    let columns = [1, 2, 2].map { ColumnWidth(minimum: 5, ideal: 5, priority: $0) }
    #expect(ColumnFitting.fit(columns, into: 11, gap: 1) == [5, 5, 0])
    #expect(ColumnFitting.fit(columns, into: 10, gap: 1) == [5, 0, 0])
    #expect(ColumnFitting.fit(columns, into: 4, gap: 1) == [0, 0, 0])
  }

  @Test("something in the middle is cut to its area")
  func centering() {
    let area = Area(column: 2, row: 1, columns: 10, rows: 4)
    #expect(area.centered(Size(columns: 4, rows: 2)) == Area(column: 5, row: 2, columns: 4, rows: 2))
    #expect(area.centered(Size(columns: 40, rows: 20)) == area)
  }
}
