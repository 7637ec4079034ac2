import CenterStore
import Regulation

/// How the made-up experts score: each center by its quality, each expert a little strict or generous, and each in hours of their own, sheet by
/// sheet over the weeks since they were assigned.
struct DemoScoring {
  private let story: DemoStory
  /// Where somebody sits down to score: mornings and afternoons of the days that are worked.
  private let sittings: [Moment]

  /// - Parameter since: the day on which the experts were assigned.
  init(_ story: DemoStory, since: Day) throws {
    self.story = story
    let calendar = try WorkingDays.standard.get()
    let days = (since.number + 1..<story.today.number).map { Day(number: $0) }
    let worked = days.filter(calendar.isWorkingDay)
    sittings = (worked.isEmpty ? days : worked).flatMap { [Moment($0, seconds: 8 * 3600 + 2400), Moment($0, seconds: 14 * 3600)] }
  }

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

  /// Plans that some experts are done, some half way, some have not begun; the first one is in the middle of a sheet.
  func planHalf(_ centers: [DemoRegistry.Center], _ generator: inout SeededGenerator) throws {
    let byCode = Dictionary(uniqueKeysWithValues: centers.map { ($0.record.code.string, $0) })
    let (store, year) = (story.store, story.year)
    let tasks = Dictionary(grouping: try store.assignments(year: year, by: DemoStory.bureau), by: \.expert)
    for number in 1...DemoStore.experts {
      let login = "expert\(number)"
      guard let own = tasks[login], number != 7 else { continue }
      let who = Acting(login, .desk)
      let share = [45, 60, 100, 80, 30, 70, 0, 100, 55, 65, 90, 20][number - 1]
      let whole = own.count * share / 100
      let begun = Array(own.prefix(whole + 1))
      var moment = sitting(0, of: begun.count, &generator)
      story.plan(moment) { try store.pledge(year: year, by: who) }
      for (index, task) in begun.enumerated() {
        guard let center = byCode[task.center] else { continue }
        // Who sits down with two sheets goes on after a pause.
        moment = max(sitting(index, of: begun.count, &generator), moment.adding(seconds: generator.number(120...600)))
        try plan(center, by: who, upTo: index < whole ? IndicatorCode.count : 7 + number % 6, from: &moment, &generator)
      }
    }
  }

  /// When somebody sits down to one of so many sheets.
  private func sitting(_ index: Int, of count: Int, _ generator: inout SeededGenerator) -> Moment {
    sittings[index * sittings.count / max(1, count)].adding(seconds: generator.number(0...2400))
  }

  /// Plans a sheet: a minute or three an indicator, so that it takes the better part of an hour.
  private func plan(
    _ center: DemoRegistry.Center, by who: Acting, upTo count: Int, from moment: inout Moment, _ generator: inout SeededGenerator
  ) throws {
    let (store, year) = (story.store, story.year)
    let points = try DemoScoring.points(quality: center.quality, expert: who.login, &generator)
    let code = center.record.code.string
    var said: Set<String> = []
    for indicator in IndicatorCode.all.prefix(count) {
      var comment: PlainText?
      if generator.chance(18), let words = DemoComments.comment(center, indicator, &said, &generator) {
        comment = try PlainText(words, .paragraphs)
      }
      let entry = ScoreEntry(points: .some(points[indicator]), comment: comment)
      moment = moment.adding(seconds: generator.number(50...170) + (comment == nil ? 0 : 60))
      story.plan(moment) { try store.score(year: year, center: code, indicator: indicator, entry, by: who) }
    }
    if count == IndicatorCode.count {
      moment = moment.adding(seconds: generator.number(60...240))
      story.plan(moment) { try store.submitSheet(year: year, center: code, by: who) }
    }
  }
}

extension Moment {
  fileprivate func adding(seconds: Int) -> Moment { Moment(milliseconds: milliseconds + Int64(seconds) * 1000) }
}
