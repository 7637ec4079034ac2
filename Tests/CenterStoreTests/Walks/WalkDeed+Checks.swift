import CenterStore
import Regulation

extension WalkDeed {
  private static let submitted = "state = 'submitted'"

  /// What departments and the bureau do with the forms (articles 26 and 27).
  static let checks = [
    WalkDeed("check items", in: early, weight: 8) { walk in
      guard let code = try walk.center(where: submitted) else { return }
      let (year, note) = (walk.year, walk.words())
      let (who, isRight) = (walk.mostly(try walk.department(of: code)), !walk.isOne(in: 5))
      let items = try walk.sheet(of: code).map { Set($0.entries.keys.map(\.code)).sorted() } ?? []
      let some = walk.isOne(in: 4) ? Array(items.prefix(3)) : items
      try walk.take(by: who) {
        try $0.checkFacts(year: year, center: code, isRight ? some : Array(some.suffix(2)), isConfirmed: isRight, note: note, by: $1)
      }
    },
    WalkDeed("report", in: early, weight: 6) { walk in
      guard let code = try walk.center(where: "\(submitted) AND center.id IN (SELECT center_id FROM fact_verdict)") else { return }
      let year = walk.year
      let (who, remark) = (walk.mostly(try walk.department(of: code)), walk.isOne(in: 2) ? walk.words() : nil)
      try walk.take(by: who) { try $0.stepRound(year, .report(code, remark: remark), by: $1) }
    },
    WalkDeed("give back", in: early, weight: 2) { walk in
      guard let code = try walk.center(where: submitted) else { return }
      let (year, why) = (walk.year, walk.words())
      let who = walk.mostly(try walk.department(of: code))
      try walk.take(by: who) { try $0.stepRound(year, .returnForCorrection(code, reason: why), by: $1) }
    },
    WalkDeed("enter material for a host", in: early, weight: 2) { walk in
      let (year, code, who) = (walk.year, walk.center(), walk.mostly("bureau"))
      try walk.take(by: who) { try $0.stepRound(year, .enter(code), by: $1) }
    },
    WalkDeed("admit what is late", in: early, weight: 2) { walk in
      let (year, code, who, why) = (walk.year, walk.center(), walk.mostly("bureau"), walk.words())
      let deadline = walk.pick(RoundOpening.Deadline.allCases) ?? .material
      try walk.take(by: who) { try $0.stepRound(year, .admitLate(code, deadline, reason: why), by: $1) }
    },
    WalkDeed("defer a center", in: early, weight: 1) { walk in
      let (year, code, who, why) = (walk.year, walk.center(), walk.mostly("bureau"), walk.words())
      try walk.take(by: who) { try $0.stepRound(year, .postpone(code, reason: why), by: $1) }
    },
  ]

  /// What happens in the registry while a round goes on.
  static let registry = [
    WalkDeed("revoke a center, or restore it", in: [.scoring, .settled], weight: 1) { walk in
      let (code, who) = (walk.center(), walk.mostly("bureau"))
      guard var record = try walk.record(of: code) else { return }
      record.status = record.status == .active ? walk.pick([.revoked, .reorganised]) : .active
      try walk.take(by: who) { [record] in try $0.importCenters([Numbered(2, record)], by: $1).requireClean() }
    },
    WalkDeed("move a center to the other county", in: [.scoring, .settled], weight: 1) { walk in
      let (code, who) = (walk.center(), walk.mostly("bureau"))
      guard var record = try walk.record(of: code) else { return }
      record.department = WalkCity.departments.values.sorted().first { $0 != record.department } ?? record.department
      try walk.take(by: who) { [record] in try $0.importCenters([Numbered(2, record)], by: $1).requireClean() }
    },
  ]
}

extension RoundWalk {
  /// A center as a file carries it.
  fileprivate func record(of code: String) throws -> CenterRecord? {
    var found: CenterRecord?
    try store.eachCenter(by: Scratch.admin) { if $0.code.string == code { found = $0 } }
    return found
  }
}
