extension Table {
  /// Where the columns stand for the rows that are seen: where some of their texts would be cut, columns that hold less than they have room for
  /// give of it. Those that stretch, names for the most part, get what they lack first, then the others in proportion to what they lack; columns
  /// that are empty give theirs first, then the others in proportion to what they can spare.
  ///
  /// Only rows that are drawn are looked at, so it costs the same in a list of any length; where nothing is cut, every column stays where it is.
  func places(in area: Area, holding rows: [TableRow?], measure: TextMeasure) -> [ColumnPlace] {
    var places = places(in: area)
    let needs = places.map { place in columns[place.index].isDrawnOver ? nil : need(of: place.index, rows, measure) }
    var gifts = zip(places, needs).map { place, need in need.map { max(0, place.columns - $0.columns) } ?? 0 }
    let lacks = zip(places, needs).map { place, need in need.map { max(0, $0.columns - place.columns) } ?? 0 }
    var left = gifts.reduce(0, +)
    if left == 0 || lacks.allSatisfy({ $0 == 0 }) { return places }
    var grown = places.map { _ in 0 }
    for stretches in [true, false] {
      let wishes = places.indices.map { (columns[places[$0].index].width.stretch > 0) == stretches ? lacks[$0] : 0 }
      let given = min(left, wishes.reduce(0, +))
      left -= given
      for (place, part) in Table.parts(of: given, wishes).enumerated() { grown[place] += part }
    }
    var taken = grown.reduce(0, +)
    for isEmpty in [true, false] {
      let offers = places.indices.map { needs[$0]?.isEmpty == isEmpty ? gifts[$0] : 0 }
      let given = min(taken, offers.reduce(0, +))
      taken -= given
      for (place, part) in Table.parts(of: given, offers).enumerated() {
        grown[place] -= part
        gifts[place] -= part
      }
    }
    var moved = 0
    for place in places.indices {
      places[place].column += moved
      places[place].columns += grown[place]
      moved += grown[place]
    }
    return places
  }

  /// How wide a column has to be for its title and for what it holds, and whether that is nothing.
  private func need(of index: Int, _ rows: [TableRow?], _ measure: TextMeasure) -> (columns: Int, isEmpty: Bool) {
    let title = showsTitles ? measure.columns(of: columns[index].title) + (order?.column == index ? 1 : 0) : 0
    var widest = 0
    for case let row? in rows where index < row.cells.count { widest = max(widest, measure.columns(of: row.cells[index].text)) }
    return (max(title, widest, 1), widest == 0)
  }

  /// An amount in parts that are in proportion to weights, of which it is no more than the sum.
  private static func parts(of amount: Int, _ weights: [Int]) -> [Int] {
    var (amount, sum) = (amount, weights.reduce(0, +))
    return weights.map { weight in
      guard sum > 0 else { return 0 }
      let part = amount * weight / sum
      amount -= part
      sum -= weight
      return part
    }
  }
}
