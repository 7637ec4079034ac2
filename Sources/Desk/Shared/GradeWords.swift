import Regulation
import Wording

extension Grade {
  /// Why a published figure has this grade (article 28).
  func words(of score: Points) -> Phrase {
    Phrase(zh: "\(score)：\(range.zh)为\(phrase.zh)（办法第28条）", en: "\(score): \(range.en) is \(phrase.en) (article 28)")
  }
}
