import CenterStore
import DeskRuntime
import Documents
import Regulation
import Widgets
import Wording

/// A paper that can be written where somebody is.
struct PaperOffer: Sendable {
  /// What kind of paper.
  let kind: DocumentKind
  /// What it is of.
  let wish: DocumentWriter.Wish
  /// What tells it from others of its kind in a list; empty where nothing has to.
  var detail = Phrase(same: "")
}

/// A screen on which things lie that papers are written of.
@MainActor
protocol PaperSource: Screen {
  /// The sitting whose screen it is.
  var papersFor: Sitting { get }
  /// The papers of what is shown or in hand, whoever asks; those that nobody of this role gets are left out.
  var papers: [PaperOffer] { get }
}

extension PaperSource {
  /// The papers that somebody of this role may have.
  var offeredPapers: [PaperOffer] { papers.filter { $0.kind.readers.contains(papersFor.member.role) } }
  var offersPapers: Bool { !offeredPapers.isEmpty }
}

extension Sitting {
  /// Lets a person choose among the papers of the screen in front, and shows the one that is chosen.
  func openPapers() {
    guard let source = runtime.top as? any PaperSource else { return }
    let offers = source.offeredPapers
    if offers.count == 1 { return runtime.push(PaperScreen(self, offers[0])) }
    let choices = offers.map { Choice($0.kind.phrase, detail: $0.detail) }
    runtime.choose(Phrase(zh: "生成哪种文书？", en: "Which paper?"), choices) { [weak self] place in
      if let self, let place { self.runtime.push(PaperScreen(self, offers[place])) }
    }
  }
}
