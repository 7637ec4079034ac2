import CenterStore
import Regulation

extension WalkDeed {
  private static let title = PlainText(literal: "审计报告")

  /// What a host does with its evaluation form, and staff in its stead (article 27).
  static let forms = [
    WalkDeed("write a figure", in: early) { walk in
      let (year, code) = (walk.year, walk.center())
      let who = walk.mostly(walk.isOne(in: 5) ? "bureau" : WalkCity.hosts[code])
      // Members and insiders of a committee are soon at odds with each other.
      let places = walk.isOne(in: 3) ? try walk.places(of: code) : ["1.1.b", "1.1.c"].compactMap { FactCode($0) }.map { FactKey($0) }
      guard let place = walk.pick(places) else { return }
      let entry = FactEntry(walk.isOne(in: 6) ? nil : .count(Int.random(in: 0...9, using: &walk.random)))
      try walk.take(by: who) { try $0.saveFact(year: year, center: code, place, entry, by: $1) }
    },
    WalkDeed("say why places stay empty", in: early, weight: 3) { walk in
      let (year, code, why) = (walk.year, walk.center(), walk.words())
      let (who, indicator) = (walk.mostly(WalkCity.hosts[code]), walk.one(of: IndicatorCode.all))
      try walk.take(by: who) { try $0.noteOpenFacts(year: year, center: code, indicator: indicator, why, by: $1) }
    },
    WalkDeed("fill in from the last round", in: early, weight: 2) { walk in
      let filled = "EXISTS (SELECT 1 FROM fact WHERE fact.center_id = center.id AND fact.year"
      guard let code = try walk.center(where: "NOT \(filled) = ?1) AND \(filled) < ?1)") else { return }
      let (year, who) = (walk.year, walk.mostly(WalkCity.hosts[code]))
      try walk.take(by: who) { try $0.fillFromLastRound(year: year, center: code, by: $1) }
    },
    WalkDeed("remark on a doubt", in: early, weight: 3) { walk in
      let isWritten = "center.id IN (SELECT center_id FROM fact WHERE year = ?1 AND code = '1.1.c' AND value <> '')"
      guard let code = try walk.center(where: isWritten) else { return }
      let (year, text) = (walk.year, walk.words())
      let who = walk.mostly(WalkCity.hosts[code])
      let doubts = try walk.sheet(of: code)?.findings(walk.indicators).filter { $0.severity == .doubt }.map(\.identifier) ?? []
      guard walk.dares(!doubts.isEmpty) else { return }
      let finding = walk.pick(doubts) ?? "1.1 x"
      try walk.take(by: who) { try $0.saveRemark(year: year, center: code, on: finding, text, by: $1) }
    },
    WalkDeed("give points of its own", in: early, weight: 2) { walk in
      guard let code = try walk.center(where: "EXISTS (SELECT 1 FROM round WHERE year = ?1 AND asks_own_scores)") else { return }
      let year = walk.year
      let (who, points) = (walk.mostly(WalkCity.hosts[code]), Points(Int.random(in: 0...4_00, using: &walk.random)))
      let indicators = walk.isOne(in: 3) ? [walk.one(of: IndicatorCode.all)] : IndicatorCode.all
      for indicator in indicators {
        let refusals = walk.tally.refusals
        try walk.take(by: who) { try $0.saveOwnScore(year: year, center: code, indicator: indicator, points, by: $1) }
        if walk.tally.refusals > refusals { return }
      }
    },
    WalkDeed("bring figures in from a file", in: early, weight: 3) { walk in
      let (year, code) = (walk.year, walk.center())
      let who = walk.mostly(walk.isOne(in: 4) ? "bureau" : WalkCity.hosts[code])
      let rows = try walk.places(of: code).enumerated().map { row, place in
        Numbered(
          row + 2,
          FactRecord(center: try PlainText(code), fact: place.code, year: place.year, value: nil, note: PlainText(literal: "没有发生")))
      }
      try walk.take(by: who) { try $0.importFacts(year: year, rows, by: $1).requireClean() }
    },
    WalkDeed("enter a document", in: early, weight: 2) { walk in
      let (year, code) = (walk.year, walk.center())
      let (who, day) = (walk.mostly(WalkCity.hosts[code]), walk.today)
      try walk.take(by: who) {
        try $0.attach(AttachmentEntry(title: title, date: day), to: .material(center: code, year: year), by: $1)
      }
    },
    WalkDeed("take a document out", in: early, weight: 1) { walk in
      guard let code = try walk.center(where: "center.id IN (SELECT center_id FROM attachment WHERE year = ?1)") else { return }
      let (year, who) = (walk.year, walk.mostly(WalkCity.hosts[code]))
      try walk.take(by: who) { try $0.detach(title, from: .material(center: code, year: year), by: $1) }
    },
    WalkDeed("declare", in: early, weight: 6) { walk in
      guard let code = try walk.center(where: "60 < (SELECT count(*) FROM fact WHERE year = ?1 AND center_id = center.id)") else { return }
      let year = walk.year
      let (who, isDeclared) = (walk.mostly(WalkCity.hosts[code]), !walk.isOne(in: 6))
      try walk.take(by: who) { try $0.declareMaterial(year: year, center: code, isDeclared: isDeclared, by: $1) }
    },
    WalkDeed("hand in", in: early, weight: 5) { walk in
      guard let code = try walk.center(where: "declared_on IS NOT NULL AND state IN ('none', 'returned')") else { return }
      let (year, who) = (walk.year, walk.mostly(WalkCity.hosts[code]))
      try walk.take(by: who) { try $0.stepRound(year, .submit(code), by: $1) }
    },
  ]
}

extension RoundWalk {
  /// The form of a center in the round at hand; `nil` where there is none.
  func sheet(of center: String) throws -> FactSheet? {
    guard years[year] != nil, WalkCity.centers.contains(center) else { return nil }
    return try store.factSheet(year: year, center: center, by: Scratch.admin)
  }

  /// The places that a form asks for.
  func places(of center: String) throws -> [FactKey] {
    guard let sheet = try sheet(of: center) else { return [] }
    return indicators.facts.filter { $0.kind != .derived }.flatMap { sheet.places(of: $0) }
  }
}
