import CenterStore
import Regulation
import Widgets
import Wording

extension PublishedNotice {
  /// What it is called.
  var subject: Phrase {
    switch kind {
    case .newCenters(let call):
      Phrase(zh: "\(call) 年度拟新建名单，\(items.count) 项", en: "Centers to be set up, \(call): \(items.count)")
    case .results(let year): Phrase(zh: "\(year) 年度评估结果", en: "Results of \(year)")
    case .revocation:
      Phrase(zh: "撤销 ", en: "Revoked: ") + Phrase(same: items.first.map { "\($0.code ?? "") \($0.name)" } ?? "")
    }
  }

  /// What kind it is.
  var kindPhrase: Phrase {
    switch kind {
    case .newCenters: Phrase(zh: "拟新建", en: "new centers")
    case .results: Phrase(zh: "评估结果", en: "results")
    case .revocation: Phrase(zh: "撤销", en: "revocations")
    }
  }

  /// The article that it rests on.
  var article: String {
    switch kind {
    case .newCenters: "12"
    case .results: "25"
    case .revocation(let ground): ground.article
    }
  }

  /// How it stands, in a few words.
  var standing: (words: Phrase, ink: Ink) {
    if let left = workingDaysLeft {
      return left == 0
        ? (Phrase(zh: "今日截止", en: "ends today"), .caution)
        : (Phrase(zh: "还有 \(left) 个工作日", en: "\(left.counted("working day")) left"), .caution)
    }
    switch kind {
    case .revocation: return (Phrase(zh: "已公布", en: "published"), .muted)
    case .results: return isClosed ? (Phrase(zh: "已结束", en: "closed"), .muted) : (Phrase(zh: "公示期满", en: "the notice is over"), .plain)
    case .newCenters:
      let (done, open) = (items.count { $0.isCertified == true }, items.count { $0.isCertified == nil })
      if open > 0 { return (Phrase(zh: "期满，\(open) 项待认定", en: "over, \(open) to be certified"), .plain) }
      return (Phrase(zh: "已认定 \(done) 项", en: "\(done) certified"), .muted)
    }
  }
}

extension Phrase {
  static let publicNotices = Phrase(zh: "公示", en: "Public notices")
}
