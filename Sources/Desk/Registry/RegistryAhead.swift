import CenterStore
import DeskRuntime
import Widgets

/// Lines to be fetched before anybody sees them.
struct LinesAhead: Sendable {
  /// Which.
  let ids: [Int64]
  /// What is to stay at hand with them.
  let around: [Int64]
  /// Of which generation of the cache they will be.
  let generation: Int
}

extension RegistryState {
  /// The lines that the next keys may show and that are not at hand: none while those at the ends of the pages before and behind are.
  func ahead() -> LinesAhead? {
    guard index != nil, !list.isEmpty else { return nil }
    let (visible, page) = (list.visible, list.rows)
    let ends = [visible.lowerBound - page, visible.lowerBound - 1, visible.upperBound, visible.upperBound + page - 1]
    guard !cache.missing(ends.compactMap { id(at: max(0, min($0, list.count - 1))) }).isEmpty else { return nil }
    let margin = 3 * page
    let around = ids(at: max(0, visible.lowerBound - margin)..<visible.upperBound + margin)
    return LinesAhead(ids: cache.missing(around), around: around, generation: cache.generation)
  }

  /// Keeps lines that were fetched ahead, unless the store has changed since they were asked for.
  mutating func take(_ lines: [RegistryLine], _ ahead: LinesAhead) {
    guard ahead.generation == cache.generation else { return }
    cache.keep(lines, asked: ahead.ids, around: ahead.around + ids(at: list.visible))
  }
}

extension RegistryScreen {
  /// How long a frame has the machine to itself: what is fetched ahead must not take the processor from whoever shows it.
  static let breath = Duration.milliseconds(3)

  /// Fetches and draws what the next keys may show while this frame is looked at, so that they need wait neither for the store nor for the pen.
  func fetchAhead() {
    guard !isFetchingAhead, state.index == nil ? state.knownEnd != nil : !state.isSearching && state.ahead() != nil else { return }
    isFetchingAhead = true
    sitting.runtime.after(RegistryScreen.breath) { [weak self] in
      guard let self else { return }
      if self.state.index == nil { self.goOn() } else { self.goAhead() }
    }
  }

  private func goAhead() {
    // While somebody types, the next key shows other lines.
    guard !state.isSearching, let ahead = state.ahead() else { return isFetchingAhead = false }
    let (lines, press) = (source.lines, rows.press)
    let marks = state.marks
    sitting.runtime.background(.beside, isQuiet: true) {
      let lines = try lines(ahead.ids)
      return (lines: lines, drawn: press?.strips(of: lines, marks: marks) ?? [])
    } then: { [weak self] result in
      guard let self else { return }
      self.isFetchingAhead = false
      // If it failed, whoever wants to see the lines will say why.
      guard case .success(let found) = result else { return }
      self.state.take(found.lines, ahead)
      if let press { self.rows.keep(found.drawn, of: press) }
    }
  }

  /// Fetches the lines after those that are known, as long as there is no index: of a large registry it takes some seconds, and nobody should meet
  /// an end before that.
  private func goOn() {
    guard let code = state.knownEnd else { return isFetchingAhead = false }
    let lines = source.linesAfter
    let limit = max(RegistryScreen.firstLines, 4 * state.list.rows)
    sitting.runtime.background(.beside, isQuiet: true) {
      try lines(code, limit)
    } then: { [weak self] result in
      guard let self else { return }
      self.isFetchingAhead = false
      if case .success(let lines) = result { self.state.goOn(with: lines) }
    }
  }
}
