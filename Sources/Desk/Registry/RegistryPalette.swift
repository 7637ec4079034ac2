import DeskRuntime
import Search
import Wording

extension Sitting {
  /// What the `:` palette offers beside the actions: the places that everybody may go to, and the centers that a text finds.
  func paletteEntries(_ text: String) -> [PaletteEntry] {
    let query = SearchQuery(text)
    let places = [Destination.registry, .rounds].filter { query.isEmpty || query.matches($0.name.zh) || query.matches($0.name.en) }
    return places.map { place in
      PaletteEntry(Choice(place.name, detail: place.purpose(isStaff: isStaff))) { [weak self] in
        if let self { self.runtime.push(place.screen(self)) }
      }
    } + centers(matching: text)
  }

  /// How many centers the palette offers.
  private static let paletteHits = 8

  /// The centers that a text finds: a few, whatever the size of the registry.
  private func centers(matching text: String) -> [PaletteEntry] {
    // Opening the palette is when the index is wanted; by the second letter it is there.
    registry.want()
    let query = SearchQuery(text)
    guard !query.isEmpty, let index = registry.index else { return [] }
    var session = SearchSession(index.arena, order: index.order(), query: query)
    let ids = session.firstHits(Sitting.paletteHits).map { index.arena.ids[Int($0)] }
    guard let lines = try? registry.source.lines(ids) else { return [] }
    return lines.map { line in
      PaletteEntry(Choice(Phrase(same: line.name), detail: Phrase(same: line.code))) { [weak self] in
        guard let self else { return }
        self.runtime.push(CenterFileScreen(self, code: line.code))
      }
    }
  }
}
