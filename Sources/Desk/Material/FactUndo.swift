import CenterStore
import Regulation
import Wording

extension Undo {
  /// Puts a figure of an evaluation form back to what stood there, unless somebody else has changed it since (article 27).
  static func fact(_ place: FactKey, of code: String, _ year: Int, from new: FactEntry, to old: FactEntry) -> Undo {
    Undo(name: Phrase(same: "\(code) \(place.code)" + (place.year.map { " \($0)" } ?? ""))) { store, who in
      try store.saveFact(year: year, center: code, place, old, expecting: Seen(new), by: who)
    }
  }
}
