import Wording

extension Phrase {
  /// A rank, and among how many where that is known.
  static func rank(_ rank: Int, of count: Int?) -> Phrase {
    guard let count else { return Phrase(zh: "第 \(rank) 名", en: "rank \(rank)") }
    return Phrase(zh: "第 \(rank) 名（共 \(count.grouped) 名）", en: "rank \(rank) of \(count.grouped)")
  }
}
