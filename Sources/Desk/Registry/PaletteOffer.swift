import CenterStore
import DeskRuntime
import Regulation
import Search
import Widgets
import Wording

/// What the `:` palette offers of somebody's own work, looked up when it opens.
struct PaletteOffer: Sendable {
  /// Where they may go, as the first screen leads there.
  let places: [Destination]
  /// The matters of centers that they have a part in.
  let matters: [MatterSummary]
}

extension Sitting {
  /// What the palette offers. An empty text is that of a palette just opened: then it is looked up anew.
  func offered(by text: String) -> PaletteOffer {
    if let offer = paletteOffer, !text.isEmpty { return offer }
    let offer = PaletteOffer(places: palettePlaces(), matters: (try? store.matters(by: acting)) ?? [])
    paletteOffer = offer
    return offer
  }

  /// Where the first screen leads, and the places that everybody of the role may go to.
  private func palettePlaces() -> [Destination] {
    let home: [Destination]? =
      switch member.role {
      case .bureau, .admin, .agency: try? StaffHomeState.destinations(self)
      case .department, .host:
        (try? store.rounds(by: acting)).flatMap { rounds in
          try? OwnCentersState.destinations(rounds.filter { $0.state != .cancelled }, self)
        }
      case .expert: [.registry] + [.applications(self)].compactMap(\.self)
      case .viewer: [.registry]
      }
    var places = home ?? []
    let further: [Destination] =
      [.registry, .rounds, .calls] + (DutyAccess.reads(member.role) ? [.duties] : []) + (member.role == .admin ? [.doctor] : [])
      + [.directories]
    places += further.filter { !places.contains($0) }
    return places
  }

  /// How many matters the palette offers.
  private static let paletteMatters = 8

  /// The matters that a text finds: those whose number begins with it, and those that it finds by number or by the code of their center.
  func matters(matching text: String) -> (numbered: [PaletteEntry], others: [PaletteEntry]) {
    let query = SearchQuery(text)
    if query.isEmpty { return ([], []) }
    let start = text.filter { !$0.isWhitespace }.uppercased()
    let found = offered(by: text).matters.filter {
      $0.number.hasPrefix(start) || query.matches($0.number) || query.matches($0.center)
    }.prefix(Sitting.paletteMatters)
    return (found.filter { $0.number.hasPrefix(start) }.map(entry), found.filter { !$0.number.hasPrefix(start) }.map(entry))
  }

  private func entry(for matter: MatterSummary) -> PaletteEntry {
    PaletteEntry(Choice(Phrase(same: "\(matter.number)  ") + matter.subject, detail: Phrase(same: matter.center))) { [weak self] in
      if let self { Reference.matter(matter.kind, matter.number).open(self) }
    }
  }
}
