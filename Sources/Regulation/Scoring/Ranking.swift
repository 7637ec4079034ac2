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
}
