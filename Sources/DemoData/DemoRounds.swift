import CenterStore
import Regulation

extension DemoStory {
  /// The years of the rounds that were held on the desk, ascending; the last is under way.
  var rounds: [Int] { [year - 4, year - 2, year] }

  /// The rounds that are over: one before the desk, known by its results, and two that were held on it.
  func earlierRounds(_ generator: inout SeededGenerator) throws {
    try importHistory(of: year - 6, &generator)
    for round in rounds.dropLast() {
      if let summer = Day(round - 1, 7, 1) {
        try move(to: summer)
        try enterRegistry()
      }
      try holdRound(round, &generator)
    }
    if let summer = Day(year - 1, 7, 1), summer < today.adding(days: -180) {
      try move(to: summer)
      try enterRegistry()
    }
  }

  /// Brings in the results of a round that was held before the desk was set up.
  private func importHistory(of past: Int, _ generator: inout SeededGenerator) throws {
    var history: [ResultRecord] = []
    for center in participants(of: past) {
      let score = Points(min(9_800, max(4_000, quality(of: center, in: past) * 100 + generator.number(-500...400))))
      history.append(ResultRecord(center: center.record.code, score: score, grade: Grade(published: score)))
    }
    let ranked = Ranking.ranked(history, score: \.score, code: \.center.string).map { rank, line in
      ResultRecord(center: line.center, score: line.score, grade: line.grade, rank: rank)
    }
    if !ranked.isEmpty {
      try expectClean(store.importResults(year: past, ranked.enumerated().map { Numbered($0 + 2, $1) }, by: Self.files))
    }
  }

  /// Holds a round from its opening in June until it is closed in September.
  private func holdRound(_ past: Int, _ generator: inout SeededGenerator) throws {
    let start = Day(past, 6, 3) ?? today
    try move(to: start)
    try enterRegistry()
    if past == year - 2 { try declareConflict() }
    let centers = participants(of: past)
    if centers.isEmpty { return }
    try store.openRound(
      past, RoundPlan(materialBy: start.adding(days: 30), reportBy: start.adding(days: 45), scoresBy: start.adding(days: 75)),
      by: Self.bureau)
    try move(to: start.adding(days: 26))
    try handIn(past, centers, &generator)
    try move(to: start.adding(days: 40))
    for center in centers { try DemoForms(story: self).report(center, in: past) }
    try move(to: start.adding(days: 47))
    try assign(past, centers, &generator)
    for number in 1...DemoStore.experts { try store.pledge(year: past, by: Acting("expert\(number)", .desk)) }
    try enterSheets(of: past, &generator)
    try move(to: start.adding(days: 80))
    try store.settleRound(past, by: Self.bureau)
    try store.publishRound(past, workingDays: 5, by: Self.bureau)
    try move(to: start.adding(days: 100))
    try store.closeRound(past, by: Self.bureau)
    try decideRevocations(of: past, closedOn: start.adding(days: 100))
  }

  /// The material of centers comes in: figures of three years for every indicator, and the documents that prove them (article 27).
  private func handIn(_ round: Int, _ centers: some Collection<DemoRegistry.Center>, _ generator: inout SeededGenerator) throws {
    for center in centers {
      let facts = try facts(of: center, &generator).form(of: round, &generator)
      try expectClean(store.importFacts(year: round, facts.enumerated().map { Numbered($0 + 2, $1) }, by: Self.files))
      let documents = try DemoAttachments(center, roundYear: round, facts: facts).records
      try expectClean(store.importAttachments(year: round, documents.enumerated().map { Numbered($0 + 2, $1) }, by: Self.files))
    }
  }

  /// The round under way: opened two months ago, material in, experts half way through.
  func presentRound(_ generator: inout SeededGenerator) throws {
    let start = today.adding(days: -60)
    try move(to: start)
    try enterRegistry(all: true)
    try store.openRound(
      year, RoundPlan(materialBy: today.adding(days: -30), reportBy: today.adding(days: -18), scoresBy: today.adding(days: 12)),
      by: Self.bureau)
    let present = participants(of: year)
    try move(to: today.adding(days: -32))
    try handIn(year, present.dropLast(1), &generator)
    try DemoForms(story: self).check(present.dropLast(1))
    try move(to: today.adding(days: -14))
    try assign(year, present.dropLast(1), &generator)
    try DemoScoring(self, since: today.adding(days: -14)).planHalf(present, &generator)
  }

  /// Three experts each: by the best plan for a registry of usual size, by hand for the centers that the story follows in a large one.
  private func assign(_ year: Int, _ centers: some Collection<DemoRegistry.Center>, _ generator: inout SeededGenerator) throws {
    if registry.centers.count <= 1000 {
      _ = try store.assignExperts(year: year, seed: try PlainText("demo \(year)"), partial: true, by: Self.bureau)
      return
    }
    for (index, center) in centers.enumerated() {
      var given = 0
      var next = index * 3
      while given < 3, next < index * 3 + DemoStore.experts {
        let expert = "expert\(next % DemoStore.experts + 1)"
        next += 1
        do {
          try store.assignExpert(year: year, center: center.record.code.string, expert: expert, by: Self.bureau)
          given += 1
        } catch {
          guard case .refused = error else { throw error }
        }
      }
    }
  }

  /// How good a center was in a year: it comes up to what it is now, or down to it, by a point or so a year.
  private func quality(of center: DemoRegistry.Center, in past: Int) -> Int {
    let trend = center.record.certifiedOn.number % 4 - 1
    return center.quality - trend * (year - past) / 2
  }

  /// The sheets of an earlier round, entered from signed paper.
  private func enterSheets(of year: Int, _ generator: inout SeededGenerator) throws {
    let quality = Dictionary(uniqueKeysWithValues: participants(of: year).map { ($0.record.code.string, self.quality(of: $0, in: year)) })
    var rows: [Numbered<ScoreRecord>] = []
    for (center, expert) in try store.assignments(year: year, by: Self.bureau) {
      let points = try DemoScoring.points(quality: quality[center] ?? 75, expert: expert, &generator)
      for (code, points) in points.pairs {
        rows.append(
          Numbered(
            rows.count + 2,
            ScoreRecord(center: try PlainText(center), expert: try PlainText(expert), indicator: code, points: points, comment: .empty)))
      }
    }
    try expectClean(store.importScores(year: year, rows, by: Self.files))
  }
}
