import Regulation
import Wording

/// Figures, grades and ranks.
struct ResultCheck {
  private let publication: Publication
  private let results: PublishedResults

  init(_ publication: Publication, _ results: PublishedResults) {
    self.publication = publication
    self.results = results
  }

  func findings(_ chain: inout ChainCheck) -> [Verification.Finding] {
    var list = FindingList(.results)
    let (year, number) = (results.year, results.number)
    let last = publication.links.last?.number ?? 0
    list.require(
      chain.binds(last, act: ["publication.make"], object: { $0 == "publication/\(year)/\(number)" }, "results", results.text.digest)
        && chain.value(last, "key") == Hex.string(of: publication.key),
      Phrase(zh: "末环封存的不是这份结果或这把公钥", en: "the last link bound other results or another key"))
    list.require(
      number >= 1 && (number == 1) == (results.supersedes == nil),
      Phrase(zh: "第 \(number) 版未注明前一版", en: "version \(number) does not name the one before"))
    list.holds(Phrase(zh: "\(year) 年度第 \(number) 版结果由末环封存", en: "version \(number) of the results of \(year) is bound by the last link"))
    if let former = results.supersedes {
      list.notChecked(Phrase(zh: "取代的前一版文件摘要为 \(former)", en: "it takes the place of the file with the digest \(former)"))
    }
    figures(&list)
    standings(&list)
    list.holds(
      Phrase(
        zh: "\(results.centers.count) 个中心的等级和排名与得分相符（办法第25、28条）",
        en: "grades and ranks of \(results.centers.count) centers follow from their scores (articles 25, 28)"))
    return list.findings
  }

  private func figures(_ list: inout FindingList) {
    let least = max(results.minimumSheets, results.method.leastSheets)
    let ranked = Ranking.ranked(results.centers, score: \.score, code: \.code)
    let ranks = Dictionary(ranked.map { ($0.thing.code, $0.rank) }) { first, _ in first }
    for center in results.centers {
      let code = center.code
      list.require(
        center.grade == Grade(published: center.score),
        Phrase(
          zh: "\(code) 得分 \(center.score) 应为\(Grade(published: center.score).phrase.zh)",
          en: "\(code) with \(center.score) is \(Grade(published: center.score).phrase.en)"))
      list.require(
        center.rank == ranks[code],
        Phrase(zh: "\(code) 排名应为第 \(ranks[code] ?? 0)", en: "the rank of \(code) is \(ranks[code] ?? 0)"))
      list.require(
        center.sheets >= least && (0...center.sheets).contains(center.byHand) && (Points.zero...Points(whole: 100)).contains(center.score),
        Phrase(zh: "\(code) 的评分表份数或得分超出范围", en: "\(code) has too few sheets, or a score that cannot be"))
    }
    for (code, sheets) in results.pending {
      list.require(
        (0..<least).contains(sheets), Phrase(zh: "\(code) 评分表已够，不应待定", en: "\(code) has enough sheets and is not pending"))
    }
  }

  private func standings(_ list: inout FindingList) {
    let codes = results.centers.map(\.code) + results.pending.keys + results.absent + results.exempt.keys
    for (code, times) in Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +).sorted(by: { $0.key < $1.key }) where times > 1 {
      list.require(false, Phrase(zh: "\(code) 出现 \(times) 次", en: "\(code) stands \(times) times"))
    }
    let scored = Set(results.centers.map(\.code))
    for correction in results.corrections {
      list.require(
        scored.contains(correction.code),
        Phrase(zh: "更正的 \(correction.code) 没有得分", en: "\(correction.code) was corrected and has no figure"))
    }
  }
}
