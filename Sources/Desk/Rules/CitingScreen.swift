import DeskRuntime
import Regulation
import Wording

/// A place in the regulation as the desk tells it.
enum RulePlace: Hashable {
  /// An article, an item or what else is told beside it, as it is cited.
  case article(String)
  /// An indicator of the annexed table.
  case indicator(IndicatorCode)
}

/// A screen on which verdicts stand that rest on articles: the regulation opens at the one in hand, and Esc comes back.
@MainActor
protocol CitingScreen: Screen {
  /// What the thing under the cursor rests on; `nil` where nothing does.
  var ruleInHand: RulePlace? { get }
}

extension Sitting {
  /// Opens the regulation: at the article in hand, else where a place is given, else at its beginning.
  func openRules(at place: RulePlace? = nil) {
    if let rules = runtime.top as? RulesScreen {
      if let place { rules.go(to: place) }
      return
    }
    let inHand = (runtime.top as? any CitingScreen)?.ruleInHand
    runtime.push(RulesScreen(self, at: place ?? inHand))
  }

  /// The articles that a text finds, for the palette: a few.
  func articles(matching text: String) -> [PaletteEntry] {
    RuleEntry.all(system).filter { $0.isFound(by: text) }.prefix(4).map { entry in
      PaletteEntry(Choice(entry.heading, detail: Phrase(zh: "管理办法", en: "regulation"))) { [weak self] in
        self?.openRules(at: entry.place)
      }
    }
  }
}
