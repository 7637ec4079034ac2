/// Ranks by published score: equal scores get equal rank, and the next rank counts them all (1, 1, 3).
public enum Ranking {
  /// Puts things into the order of a ranking: by rank, then by code.
  ///
  /// - Returns: each thing with its rank, which begins at 1.
  public static func ranked<Thing>(
    _ things: [Thing], score: (Thing) -> Points, code: (Thing) -> String
  ) -> [(rank: Int, thing: Thing)] {
    let ordered = things.sorted {
      let (left, right) = (score($0), score($1))
      return left == right ? code($0).utf8.lexicographicallyPrecedes(code($1).utf8) : left > right
    }
    var ranked: [(rank: Int, thing: Thing)] = []
    ranked.reserveCapacity(ordered.count)
    for (place, thing) in ordered.enumerated() {
      if let last = ranked.last, score(last.thing) == score(thing) {
        ranked.append((last.rank, thing))
      } else {
        ranked.append((place + 1, thing))
      }
    }
    return ranked
  }

  /// Where ranks that were given contradict the scores: a better rank for a lower score. Equal scores may have any ranks, since others than
  /// this desk break ties in their own ways.
  ///
  /// - Returns: each thing that stands before one with a higher score, with the one of these that stands last.
  public static func contradictions<Thing>(
    in things: [Thing], score: (Thing) -> Points, rank: (Thing) -> Int
  ) -> [(high: Thing, low: Thing)] {
    var found: [(high: Thing, low: Thing)] = []
    var last: Thing?
    var waiting: ArraySlice<Thing> = []
    for thing in things.sorted(by: { score($0) > score($1) }) {
      // Things are held only against higher scores, so those of the same score wait until it has passed.
      if let first = waiting.first, score(first) > score(thing) {
        last = (waiting + (last.map { [$0] } ?? [])).max { rank($0) < rank($1) }
        waiting = []
      }
      if let last, rank(thing) < rank(last) { found.append((last, thing)) }
      waiting.append(thing)
    }
    return found
  }
}
