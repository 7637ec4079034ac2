import Wording

/// What binds the sheets behind figures.
struct SheetCheck {
  private let publication: Publication
  private let results: PublishedResults
  /// The sheets that count, by center, then letter.
  let counted: [String: [String: Digest256]]

  init(_ publication: Publication, _ results: PublishedResults) {
    self.publication = publication
    self.results = results
    var counted: [String: [String: Digest256]] = [:]
    for binding in publication.bindings {
      guard let read = try? SheetBinding(reading: binding.sheets) else { continue }
      for (center, sheets) in Dictionary(grouping: read.sheets, by: \.center) {
        counted[center] = Dictionary(sheets.map { ($0.alias, $0.commitment) }) { first, _ in first }
      }
    }
    self.counted = counted
  }

  func findings(_ chain: inout ChainCheck) -> [Verification.Finding] {
    var list = FindingList(.sheets)
    let whole = "round/\(results.year)"
    var last: Int64 = 0
    for binding in publication.bindings {
      guard let read = try? SheetBinding(reading: binding.sheets), read.year == results.year, binding.link > last else {
        list.require(false, Phrase(zh: "第 \(binding.link) 环的评分表封存不合格式", en: "what link \(binding.link) bound is not of its form"))
        continue
      }
      last = binding.link
      let centers = Set(read.sheets.map(\.center))
      let isBound =
        chain.binds(binding.link, act: ["round.settle", "sheets.bind"], object: { $0 == whole }, "sheets", read.text.digest)
        || chain.binds(
          binding.link, act: ["round.resettle"],
          object: { object in centers.count == 1 && centers.allSatisfy { "\(whole)/\($0)" == object } },
          "sheets", read.text.digest)
      list.require(
        isBound, Phrase(zh: "第 \(binding.link) 环封存的不是这些评分表", en: "link \(binding.link) bound other sheets than these"))
      list.require(
        Set(read.sheets.map { "\($0.center)\t\($0.alias)" }).count == read.sheets.count
          && Set(read.sheets.map(\.commitment)).count == read.sheets.count,
        Phrase(zh: "第 \(binding.link) 环的评分表有重复", en: "link \(binding.link) bound a sheet twice"))
    }
    for center in results.centers {
      let count = counted[center.code]?.count ?? 0
      list.require(
        count == center.sheets,
        Phrase(
          zh: "\(center.code) 公布 \(center.sheets) 份评分表，封存 \(count) 份",
          en: "\(center.code) has \(center.sheets) sheets by the results and \(count) that were bound"))
    }
    let settled = Set(publication.bindings.map(\.link))
    if let latest = chain.numbers(of: "round.settle").last, !settled.contains(latest), settled.contains(where: { $0 < latest }) {
      list.notChecked(
        Phrase(zh: "第 \(latest) 环另有核定，可能属于其他年度", en: "link \(latest) settled something too, maybe another round"))
    }
    let count = counted.values.reduce(0) { $0 + $1.count }
    list.holds(Phrase(zh: "\(count) 份评分表已封存，与各中心份数相符", en: "\(count) sheets are bound, as many as the results say of each center"))
    return list.findings
  }
}
