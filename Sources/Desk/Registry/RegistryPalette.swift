import CenterStore
import DeskRuntime
import Search
import Wording

extension Sitting {
  /// What the `:` palette offers beside the actions: wherever this person's first screen leads, the lists, and the articles, centers and matters
  /// that a text finds.
  func paletteEntries(_ text: String) -> [PaletteEntry] {
    let query = SearchQuery(text)
    // What the screen's own keys do stands among its actions.
    let keyed = Set(runtime.top?.bindings.map(\.label.zh) ?? [])
    let places = offered(by: text).places.filter { place in
      !keyed.contains(place.name.zh) && !(place.isApplications && runtime.top is ExpertHomeScreen)
        && (query.isEmpty || [place.name.zh, place.name.en, place.keywords].contains { query.matches($0) })
    }
    let ways = places.map { place in
      PaletteEntry(Choice(place.name, detail: place.purpose(isStaff: isStaff))) { [weak self] in
        if let self { self.runtime.push(place.screen(self)) }
      }
    }
    let deeds = deeds(query, without: keyed, offered(by: text).places)
    let (numbered, others) = matters(matching: text)
    let lists = savedFilters(query) + directories(query, without: keyed) + meetings(query)
    let password = passwordEntry.map { [$0] } ?? []
    let own = password.filter { query.isEmpty || query.matches($0.choice.label.zh) || query.matches($0.choice.label.en) }
    let files =
      importEntry.map { [$0] }?.filter { query.isEmpty || query.matches($0.choice.label.zh) || query.matches($0.choice.label.en) } ?? []
    return ways + own + lists + files + deeds + articles(matching: text) + numbered + centers(matching: text) + others
  }

  /// The lists of the directories that this person may read; an expert's own record.
  private func directories(_ query: SearchQuery, without keyed: Set<String>) -> [PaletteEntry] {
    let lists = Directory.allCases.filter {
      !keyed.contains($0.name.zh) && $0.isOf(self) && (query.isEmpty || query.matches($0.name.zh) || query.matches($0.name.en))
    }
    let own = Phrase(zh: "本人评审记录", en: "My record")
    let ownEntries =
      member.role == .expert && (query.isEmpty || query.matches(own.zh) || query.matches(own.en))
      ? [
        PaletteEntry(Choice(own, detail: Phrase(zh: "历年评审、回避、承诺", en: "rounds, conflicts, pledges over the years"))) { [weak self] in
          if let self { Reference.expert(self.member.login).open(self) }
        }
      ] : []
    return ownEntries
      + lists.map { list in
        PaletteEntry(Choice(list.name, detail: list.purpose)) { [weak self] in
          if let self { self.runtime.push(list.screen(self)) }
        }
      }
  }

  /// The panels' meetings of the rounds under way that this person carries out.
  private func meetings(_ query: SearchQuery) -> [PaletteEntry] {
    guard let conducted = try? store.conductedRounds(by: acting), !conducted.isEmpty else { return [] }
    let rounds = (try? store.rounds(by: acting)) ?? []
    return rounds.filter { $0.state.isOpen && conducted.contains($0.year) }.compactMap { round in
      let name = Phrase(zh: "\(round.year) 年度评审会", en: "Panel meeting of \(round.year)")
      guard query.isEmpty || query.matches(name.zh) || query.matches(name.en) else { return nil }
      let purpose = Phrase(zh: "逐个中心显示，谁须回避离席", en: "one center after the other, and who must step out")
      return PaletteEntry(Choice(name, detail: purpose)) { [weak self] in self?.meet(on: round.year) }
    }
  }

  /// Shows what lies before a panel that meets on a round.
  func meet(on year: Int) {
    do throws(StoreError) {
      runtime.push(try MeetingScreen(self, year: year))
    } catch { tell(error) }
  }

  /// How many centers the palette offers.
  private static let paletteHits = 8

  /// The centers that a text finds: a few, whatever the size of the registry.
  private func centers(matching text: String) -> [PaletteEntry] {
    // Opening the palette is when the index is wanted; by the second letter it is there.
    registry.want()
    let query = SearchQuery(text)
    if query.isEmpty { return [] }
    // Until it is, a code that is typed in full is known to the store.
    guard let index = registry.index else {
      let code = text.trimmingPrefix { $0 == " " }
      return (try? store.registryLine(code: String(code), by: acting)).map { [entry(for: $0)] } ?? []
    }
    var session = SearchSession(index.arena, order: index.order(), query: query)
    let ids = session.firstHits(Sitting.paletteHits).map { index.arena.ids[Int($0)] }
    guard let lines = try? registry.source.lines(ids) else { return [] }
    return lines.map(entry)
  }

  private func entry(for line: RegistryLine) -> PaletteEntry {
    PaletteEntry(Choice(Phrase(same: line.name), detail: Phrase(same: line.code))) { [weak self] in
      guard let self else { return }
      self.runtime.push(CenterFileScreen(self, code: line.code))
    }
  }
}
