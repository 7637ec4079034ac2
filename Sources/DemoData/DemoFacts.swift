import CenterStore
import Regulation

/// A center's made-up books over the years, and the evaluation forms that are filled in from them: every item, with figures that fit together
/// as the checks of the form ask. Two rounds that ask for the same year find the same figures.
struct DemoFacts {
  private var records: [FactRecord] = []
  private let center: DemoRegistry.Center
  private let years: [Int]
  /// Figures that other indicators' figures must fit to, by item and year, in the item's own unit.
  private var figures: [String: Int] = [:]

  /// - Parameter rounds: the years of the rounds in which the center takes part, ascending.
  init(_ center: DemoRegistry.Center, rounds: [Int], _ generator: inout SeededGenerator) throws {
    self.center = center
    years = Set(rounds.flatMap { FactSheet.years(roundYear: $0, certified: center.record.certifiedOn) }).sorted()
    try organisation(&generator)
    try conditions(&generator)
    try output(&generator)
    try application(&generator)
    try openness(&generator)
  }

  /// The form of one round: the figures of its years, and words that are written anew each time.
  func form(of round: Int, _ generator: inout SeededGenerator) throws -> [FactRecord] {
    let asked = FactSheet.years(roundYear: round, certified: center.record.certifiedOn)
    return try records.filter { $0.year.map(asked.contains) ?? true } + texts(&generator)
  }

  // MARK: Writing

  private mutating func put(_ code: String, _ year: Int? = nil, _ value: FactValue) throws {
    guard let fact = FactCode(code) else { return }
    records.append(FactRecord(center: center.record.code, fact: fact, year: year, value: value, note: .empty))
  }

  private mutating func count(_ code: String, _ year: Int? = nil, _ number: Int) throws {
    figures[code + "/\(year ?? 0)"] = number
    try put(code, year, .count(number))
  }

  /// Money in whole thousands of yuan (0.1 万元), as books are kept.
  private mutating func money(_ code: String, _ year: Int, _ tenths: Int) throws {
    figures[code + "/\(year)"] = tenths
    try put(code, year, .figure(Hundredths(tenths * 10)))
  }

  private func figure(_ code: String, _ year: Int? = nil) -> Int { figures[code + "/\(year ?? 0)"] ?? 0 }

  private mutating func choice(_ code: String, _ choices: [String]) throws {
    let index = center.quality >= 80 ? 0 : center.quality >= 60 ? 1 : 2
    try put(code, nil, .choice(choices[min(index, choices.count - 1)]))
  }

  /// A number that grows with the center's quality: about `full` at 100.
  private func scaled(_ full: Int, _ generator: inout SeededGenerator, give: Int = 25) -> Int {
    generator.about(full * center.quality / 100, give: give)
  }

  // MARK: 1 组织管理, 2 研发条件

  private mutating func organisation(_ generator: inout SeededGenerator) throws {
    let advisers = generator.number(7...13)
    try count("1.1.a", nil, generator.number(5...9))
    try count("1.1.b", nil, advisers)
    try count("1.1.c", nil, center.quality < 56 ? advisers / 2 : advisers / 3)
    try count("1.1.d", nil, advisers - generator.number(0...2))
    try count("1.1.e", nil, min(advisers, generator.number(4...7)))
    try count("1.1.i", nil, generator.number(3...6))
    try count("1.1.k", nil, generator.number(2...5))
    try choice("1.1.l", ["是", "部分", "否"])
    let rules = scaled(28, &generator)
    try count("1.2.a", nil, rules)
    try choice("1.2.c", ["健全", "基本健全", "不健全"])
    for year in years {
      try count("1.1.f", year, generator.number(1...3))
      try count("1.1.g", year, center.quality < 56 && year == years.last ? 0 : generator.number(1...2))
      try count("1.2.b", year, min(rules, generator.number(0...4)))
    }
  }

  private mutating func conditions(_ generator: inout SeededGenerator) throws {
    let isShared = !(center.record.coBuilders ?? []).isEmpty
    var sales = scaled(160_000, &generator, give: 60)
    var own = max(1500, sales * generator.number(22...45) / 1000)
    var area = scaled(4200, &generator, give: 40)
    var (equipment, value) = (scaled(120, &generator, give: 40), scaled(24_000, &generator, give: 40))
    var staff = max(10, scaled(38, &generator, give: 40))
    for year in years {
      try money("2.1.b", year, own)
      try money("2.1.c", year, sales)
      try money("2.1.e", year, scaled(1800, &generator, give: 60))
      try money("2.1.f", year, scaled(500, &generator, give: 80))
      try money("2.1.g", year, isShared ? scaled(600, &generator, give: 50) : 0)
      try money("2.1.h", year, scaled(900, &generator, give: 50))
      try money("2.1.i", year, generator.chance(30) ? generator.number(50...300) : 0)
      try money("2.1.a", year, ["b", "e", "f", "g", "h", "i"].reduce(0) { $0 + figure("2.1.\($1)", year) })

      let added = year == years.first ? 0 : generator.number(0...300)
      area += added
      try put("2.2.a", year, .figure(Hundredths(area * 100)))
      try put("2.2.b", year, .figure(Hundredths(area * 62)))
      try put("2.2.c", year, .figure(Hundredths(area * 24)))
      try put("2.2.d", year, .figure(Hundredths(area * 9)))
      try put("2.2.e", year, .figure(Hundredths(added * 100)))

      let (instruments, software, pilot) = (generator.number(2...14), generator.number(0...5), generator.number(0...2))
      let addedValue = (instruments + pilot * 6) * generator.number(60...160)
      if year != years.first {
        (equipment, value) = (equipment + instruments + software + pilot - generator.number(0...2), value + addedValue)
      }
      try count("2.3.a", year, instruments)
      try count("2.3.b", year, software)
      try count("2.3.c", year, pilot)
      try money("2.3.d", year, min(addedValue, value))
      try count("2.3.f", year, max(equipment, instruments + software + pilot))
      try money("2.3.g", year, value)
      try put("2.3.h", year, .figure(Hundredths(generator.number(9200...9980))))
      try put("2.3.i", year, .figure(Hundredths(min(9800, center.quality * 100 - generator.number(0...900)))))

      try count("2.4.a", year, staff)
      let doctors = staff * generator.number(6...18) / 100
      try count("2.4.b", year, doctors)
      try count("2.4.c", year, min(staff - doctors, staff * generator.number(25...40) / 100))
      try count("2.4.d", year, staff * generator.number(6...12) / 100)
      try count("2.4.e", year, staff * generator.number(15...30) / 100)
      try count("2.4.f", year, staff * generator.number(55...78) / 100)
      try count("2.4.g", year, generator.number(2...9))
      try count("2.4.k", year, generator.number(0...2))
      let teams = generator.number(0...2)
      try count("2.4.l", year, teams)
      try count("2.4.m", year, min(teams, generator.number(0...1)))
      try count("2.4.n", year, generator.number(0...2))
      try count("2.4.o", year, generator.number(0...4))
      staff += generator.number(-1...3)
      staff = max(10, staff)
      sales = generator.about(sales * 106 / 100, give: 6)
      own = generator.about(own * 107 / 100, give: 8)
    }
    try count("2.4.i", nil, generator.number(3...6))
  }

  // MARK: 3 研发产出

  private mutating func output(_ generator: inout SeededGenerator) throws {
    for year in years {
      try count("3.1.a", year, generator.chance(center.quality / 4) ? 1 : 0)
      try count("3.1.b", year, generator.number(0...max(1, center.quality / 30)))
      try count("3.1.c", year, generator.number(1...3))
      try count("3.1.d", year, generator.number(0...2))
      try money("3.1.e", year, (figure("2.1.e", year) + figure("2.1.f", year)) * generator.number(70...100) / 100)
      try count("3.1.f", year, scaled(9, &generator))
      try money("3.1.g", year, figure("2.1.b", year) * generator.number(55...85) / 100)
      try count("3.1.h", year, generator.number(0...4))
      try money("3.1.i", year, figure("3.1.h", year) * generator.number(80...300))
      try count("3.1.j", year, generator.number(0...3))
      try count("3.1.k", year, generator.number(0...1))

      let papers = scaled(9, &generator, give: 60)
      let (indexed, core) = (papers * generator.number(10...40) / 100, papers * generator.number(10...40) / 100)
      let books = generator.chance(15) ? 1 : 0
      try count("3.2.a", year, papers)
      try count("3.2.b", year, indexed)
      try count("3.2.c", year, core)
      try count("3.2.d", year, books)
      try count("3.2.e", year, generator.chance(80) ? papers + books : max(0, papers + books - generator.number(1...3)))

      let patents = scaled(22, &generator, give: 50)
      try count("3.3.a", year, patents)
      try count("3.3.b", year, patents * generator.number(25...50) / 100)
      let isBreeding = center.trade.product == "种业"
      try count("3.3.c", year, isBreeding ? generator.number(1...3) : 0)
      try count("3.3.d", year, generator.number(1...5))
      try count("3.3.e", year, generator.number(0...1))
      let granted = patents * generator.number(55...90) / 100
      try count("3.3.f", year, granted)
      try count("3.3.g", year, granted * generator.number(15...35) / 100)
      try count("3.3.h", year, min(figure("3.3.c", year), generator.number(0...1)))
      try count("3.3.i", year, max(0, figure("3.3.d", year) - generator.number(0...1)))
      try count("3.3.j", year, 0)

      let standards = [
        generator.chance(12) ? 1 : 0, generator.number(0...1), generator.number(0...1), generator.number(0...2), generator.number(1...4),
      ]
      for (letter, number) in zip(["a", "b", "c", "d", "e"], standards) { try count("3.4.\(letter)", year, number) }
      let all = standards.reduce(0, +)
      try count("3.4.f", year, all * generator.number(30...70) / 100)
      try count("3.4.g", year, all * generator.number(50...90) / 100)
      try count("3.4.h", year, 0)
      try count("3.4.i", year, generator.chance(20) ? 1 : 0)
      try count("3.4.j", year, generator.number(0...2))

      let novelties = [generator.number(1...4), generator.number(0...3), generator.number(1...5), generator.number(0...2)]
      for (letter, number) in zip(["a", "b", "c", "d"], novelties) { try count("3.5.\(letter)", year, number) }
      try count("3.5.e", year, novelties.reduce(0, +) * center.quality / 250)

      let awards = [0, generator.chance(center.quality / 3) ? 1 : 0, generator.number(0...1), generator.number(0...1)]
      for (letter, number) in zip(["a", "b", "c", "d"], awards) { try count("3.6.\(letter)", year, number) }
      try count("3.6.e", year, awards.reduce(0, +) * generator.number(40...100) / 100)
    }
    try count("3.7.a", nil, center.quality < 56 ? 0 : generator.number(1...3))
    if figure("3.7.a") > 0 {
      try choice("3.7.c", ["国内领先", "国内先进", "其他"])
      try choice("3.7.e", ["紧密", "较紧密", "一般"])
    }
  }

  // MARK: 4 转化应用, 5 开放协作

  private mutating func application(_ generator: inout SeededGenerator) throws {
    for year in years {
      let results = scaled(14, &generator)
      try count("4.1.a", year, results)
      try count("4.1.b", year, results * generator.number(45...80) / 100)
      let sales = figure("2.1.c", year) * generator.number(8...22) / 100
      let patents = sales * generator.number(20...40) / 100
      let products = sales * generator.number(20...40) / 100
      try money("4.2.a", year, sales)
      try money("4.2.b", year, patents)
      try money("4.2.c", year, products)
      try money("4.2.d", year, sales - patents - products)
      try money("4.2.e", year, sales * generator.number(6...18) / 100)
      try money("4.2.f", year, generator.number(0...400))
      let contracts = generator.number(0...3)
      try count("4.2.g", year, contracts)
      try money("4.2.h", year, contracts * generator.number(100...900))
      let others = scaled(9000, &generator, give: 70)
      try money("4.2.i", year, others)
      try money("4.2.j", year, others * generator.number(5...15) / 100)
      try money("4.2.k", year, generator.number(0...300))
    }
  }

  private mutating func openness(_ generator: inout SeededGenerator) throws {
    for year in years {
      try count("5.1.a", year, figure("3.1.j", year) + generator.number(0...3))
      try count("5.1.b", year, generator.number(0...3))
      let topics = generator.number(0...3)
      try count("5.1.c", year, topics)
      try money("5.1.d", year, topics * generator.number(30...100))
      try count("5.1.e", year, figure("3.1.k", year) + generator.number(0...1))
      try count("5.1.f", year, generator.number(0...2))

      let large = min(figure("2.3.f", year), generator.number(2...9))
      let shared = center.quality < 56 ? 0 : min(large, generator.number(1...5))
      try count("5.2.a", year, large)
      try count("5.2.b", year, shared)
      try count("5.2.c", year, shared * generator.number(200...900))
      try count("5.2.d", year, shared * generator.number(2...6))
      let income = shared == 0 ? 0 : figure("2.1.h", year) * generator.number(10...25) / 100
      try money("5.2.e", year, income)

      try count("5.3.a", year, generator.number(2...15))
      try count("5.3.b", year, generator.number(1...12))
      try count("5.3.c", year, generator.number(0...4))
      let courses = generator.number(0...4)
      try count("5.3.d", year, courses)
      try count("5.3.e", year, courses * generator.number(20...70))
      try money("5.3.f", year, (figure("2.1.h", year) - income) * generator.number(40...90) / 100)

      let meetings = [generator.number(0...1), generator.number(0...1), generator.number(0...2), generator.number(0...1)]
      for (letter, number) in zip(["a", "b", "c", "d"], meetings) { try count("5.4.\(letter)", year, number) }
      try count("5.4.e", year, meetings.reduce(0, +) * generator.number(30...120))
    }
  }

  private func texts(_ generator: inout SeededGenerator) throws -> [FactRecord] {
    let hasLandmark = figure("3.7.a") > 0
    return try IndicatorSystem.standard.get().facts.compactMap { fact in
      guard fact.kind == .text, hasLandmark || fact.code.indicator.description != "3.7" else { return nil }
      var record = FactRecord(center: center.record.code, fact: fact.code, year: nil, value: nil, note: .empty)
      if generator.chance(3) {
        record.note = try PlainText("材料正在整理，待归口管理部门审核时补交", .paragraphs)
        return record
      }
      guard let text = DemoFormTexts.text(fact.code, center, &generator) else {
        throw Refusal(article: nil, .init(same: "demo: no text for \(fact.code)"))
      }
      record.value = .text(try PlainText(text, .paragraphs))
      return record
    }
  }
}
