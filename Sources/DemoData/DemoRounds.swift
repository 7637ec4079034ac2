import CenterStore
import Regulation

extension DemoStory {
  /// Two rounds that are over: one before the desk, known by its results, and one that was held on it.
  func earlierRounds(_ generator: inout SeededGenerator) throws {
    var history: [ResultRecord] = []
    for center in participants(of: year - 4) {
      let score = Points(min(9_800, max(4_000, (center.quality * 100) + generator.number(-500...400))))
      history.append(ResultRecord(center: center.record.code, score: score, grade: Grade(published: score)))
    }
    let ranked = Ranking.ranked(history, score: \.score, code: \.center.string).map { rank, line in
      ResultRecord(center: line.center, score: line.score, grade: line.grade, rank: rank)
    }
    if !ranked.isEmpty {
      try expectClean(store.importResults(year: year - 4, ranked.enumerated().map { Numbered($0 + 2, $1) }, by: Self.files))
    }
    if let summer = Day(year - 3, 7, 1) {
      try move(to: summer)
      try enterRegistry()
    }
    let last = year - 2
    let start = Day(last, 6, 3) ?? today
    try move(to: start)
    try enterRegistry()
    try declareConflict()
    if participants(of: last).isEmpty { return }
    try store.openRound(
      last, RoundPlan(materialBy: start.adding(days: 30), reportBy: start.adding(days: 45), scoresBy: start.adding(days: 75)),
      by: Self.bureau)
    try assign(last, participants(of: last), &generator)
    for number in 1...DemoStore.experts { try store.pledge(year: last, by: Acting("expert\(number)", .desk)) }
    try enterSheets(of: last, &generator)
    try move(to: start.adding(days: 80))
    try store.settleRound(last, by: Self.bureau)
    try store.publishRound(last, workingDays: 5, by: Self.bureau)
    try move(to: start.adding(days: 100))
    try store.closeRound(last, by: Self.bureau)
    if let summer = Day(year - 1, 7, 1), summer < today.adding(days: -180) {
      try move(to: summer)
      try enterRegistry()
    }
  }

  /// The round under way: opened two months ago, material in, experts half way through.
  func presentRound(_ generator: inout SeededGenerator) throws {
    let start = today.adding(days: -60)
    try move(to: start)
    try enterRegistry()
    try store.openRound(
      year, RoundPlan(materialBy: today.adding(days: -30), reportBy: today.adding(days: -18), scoresBy: today.adding(days: 12)),
      by: Self.bureau)
    let present = participants(of: year)
    try move(to: today.adding(days: -32))
    for center in present.dropLast(1) {
      let facts = try DemoFacts(center, roundYear: year, &generator).records
      try expectClean(store.importFacts(year: year, facts.enumerated().map { Numbered($0 + 2, $1) }, by: Self.files))
      let documents = try DemoAttachments(center, roundYear: year, facts: facts).records
      try expectClean(store.importAttachments(year: year, documents.enumerated().map { Numbered($0 + 2, $1) }, by: Self.files))
    }
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
        } catch .refused {
          continue
        }
      }
    }
  }

  /// The sheets of the earlier round, entered from signed paper.
  private func enterSheets(of year: Int, _ generator: inout SeededGenerator) throws {
    let quality = Dictionary(uniqueKeysWithValues: registry.centers.map { ($0.record.code.string, $0.quality) })
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
