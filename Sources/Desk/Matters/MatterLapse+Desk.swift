import CenterStore
import Regulation
import Wording

extension MatterLapse {
  /// What is said before a matter lapses by hand.
  var words: Phrase { phrase + Phrase(zh: "。就此终止，不作决定，记录在案。", en: ". It ends without a decision, and stays on file.") }

  /// Of a matter that has lapsed, why.
  var entry: MatterSection.Entry { .init(label: Phrase(zh: "终止", en: "Lapsed"), text: phrase + Citation.bracketed(article), ink: .muted) }
}

extension MatterFile {
  /// Why it lapses, as far as one knows before the store has looked.
  var lapseWords: Phrase { MatterLapse(situation.status, document: .empty).words }

  /// The other open matters of the center, for who decides on one of them; `nil` where there is none.
  func besideSection() -> MatterSection? {
    if beside.isEmpty || !matter.stage.isOpen { return nil }
    return MatterSection(
      Phrase(zh: "该中心其他在办事项", en: "What else is open of the center"),
      beside.map {
        .init(label: Phrase(same: $0.number), text: $0.kind.phrase + Phrase(zh: "：", en: ": ") + $0.subject + Phrase(same: "  ") + $0.stage)
      })
  }
}
