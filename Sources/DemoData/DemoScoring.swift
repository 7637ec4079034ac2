import CenterStore
import Regulation

/// How the made-up experts score: each center by its quality, each expert a little strict or generous.
struct DemoScoring {
  let store: CenterStore
  let year: Int

  /// Points of all indicators, in steps of a quarter point.
  static func points(quality: Int, expert: String, _ generator: inout SeededGenerator) throws -> PerIndicator<Points> {
    let system = try IndicatorSystem.standard.get()
    let leaning = Int(expert.dropFirst("expert".count)).map { ($0 * 5) % 7 - 3 } ?? 0
    return PerIndicator(each: { code in
      let share = min(100, max(30, quality + leaning + generator.number(-6...6)))
      let points = system[code].fullPoints.hundredths * share / 100
      return Points(min(system[code].fullPoints.hundredths, (points + 12) / 25 * 25))
    })
  }

  /// Some experts are done, some half way, some have not begun; the first one is in the middle of a sheet.
  func scoreHalf(_ centers: [DemoRegistry.Center], _ generator: inout SeededGenerator) throws {
    let quality = Dictionary(uniqueKeysWithValues: centers.map { ($0.record.code.string, $0) })
    let tasks = Dictionary(grouping: try store.assignments(year: year, by: DemoStory.bureau), by: \.expert)
    for number in 1...DemoStore.experts {
      let login = "expert\(number)"
      guard let own = tasks[login], number != 7 else { continue }
      let who = Acting(login, .desk)
      try store.pledge(year: year, by: who)
      let share = [45, 60, 100, 80, 30, 70, 0, 100, 55, 65, 90, 20][number - 1]
      let whole = own.count * share / 100
      for (index, task) in own.prefix(whole + 1).enumerated() {
        guard let center = quality[task.center] else { continue }
        try score(center, by: who, upTo: index < whole ? IndicatorCode.count : 7 + number % 6, &generator)
      }
    }
  }

  private func score(_ center: DemoRegistry.Center, by who: Acting, upTo count: Int, _ generator: inout SeededGenerator) throws {
    let points = try DemoScoring.points(quality: center.quality, expert: who.login, &generator)
    let code = center.record.code.string
    for indicator in IndicatorCode.all.prefix(count) {
      let comment =
        generator.chance(18) ? try PlainText(DemoTexts.comment(center, indicator, points[indicator], &generator), .paragraphs) : nil
      try store.score(
        year: year, center: code, indicator: indicator, ScoreEntry(points: .some(points[indicator]), comment: comment), by: who)
    }
    if count == IndicatorCode.count { try store.submitSheet(year: year, center: code, by: who) }
  }
}
