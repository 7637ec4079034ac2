import CenterStore
import DeskRuntime
import Interchange
import Widgets
import Wording

/// The years of which a table can be.
@MainActor
struct RoundYears {
  /// A year, and what is said of its round.
  typealias Line = (year: Int, round: Phrase)

  private let rounds: [RoundRecord]
  private let thisYear: Int

  init(_ sitting: Sitting) {
    rounds = (try? sitting.store.rounds(by: sitting.acting)) ?? []
    thisYear = sitting.today.year
  }

  /// The rounds on the desk, those under way first.
  var all: [Line] { lines(rounds.filter(\.state.isOpen)) + lines(rounds.filter { !$0.state.isOpen }) }

  /// The years of which a kind of file is: results are of years without a round, all else of a round.
  func of(_ kind: ImportKind) -> [Line] {
    if kind != .results { return all }
    let taken = Set(rounds.map(\.year))
    return (thisYear - 20...thisYear).reversed().filter { !taken.contains($0) }.map {
      ($0, Phrase(zh: "没有在本系统内的评估", en: "no round is on the desk"))
    }
  }

  /// The only round under way.
  var onlyOpen: Int? {
    let open = rounds.filter(\.state.isOpen)
    return open.count == 1 ? open[0].year : nil
  }

  private func lines(_ rounds: [RoundRecord]) -> [Line] { rounds.map { ($0.year, $0.state.phrase) } }
}

extension Sitting {
  /// Lets a person choose a year.
  func chooseRound(from years: [RoundYears.Line], chosen: Int? = nil, then: @escaping @MainActor (Int) -> Void) {
    if years.isEmpty { return runtime.notice(Phrase(zh: "还没有评估年度", en: "There is no round yet"), .caution) }
    let choices = years.map { Choice(Phrase(same: String($0.year)), detail: $0.round) }
    let place = years.firstIndex { $0.year == chosen } ?? 0
    runtime.choose(Phrase(zh: "哪个年度？", en: "Of which year?"), choices, chosen: place, filter: years.count > 8) { place in
      if let place { then(years[place].year) }
    }
  }
}
