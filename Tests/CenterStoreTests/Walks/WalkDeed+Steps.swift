import CenterStore
import Regulation

extension WalkDeed {
  /// The steps of a round as a whole, and objections.
  static let steps = [
    WalkDeed("announce a round", in: [nil], weight: 5) { walk in
      let year = walk.isOne(in: 10) ? walk.year : (walk.years.keys.max() ?? 2024) + walk.one(of: [1, 2, 2, 2, 3])
      let plan = walk.plan()
      let who = walk.mostly("bureau")
      try walk.take(by: who) { try $0.openRound(year, plan, by: $1) }
      walk.turn(to: year)
    },
    WalkDeed("announce a second round", in: [.scoring, .published], weight: 1) { walk in
      let year = walk.years.filter { $0.value == .cancelled }.keys.min() ?? walk.year + 1
      let plan = walk.plan()
      let who = walk.mostly("bureau")
      try walk.take(by: who) { try $0.openRound(year, plan, by: $1) }
      walk.turn(to: year)
    },
    WalkDeed("start scoring", in: [.announced], weight: 1) { walk in
      let (year, who) = (walk.year, try walk.conductor())
      try walk.take(by: who) { try $0.stepRound(year, .startScoring, by: $1) }
    },
    WalkDeed("settle", in: [.scoring], weight: 4) { walk in
      let ready = try walk.hand.texts(
        """
        SELECT center_id FROM sheet JOIN round USING (year) WHERE year = ? AND sheet.state = 'submitted'
        GROUP BY center_id HAVING count(*) >= minimum_sheets
        """, [walk.year])
      guard walk.dares(ready.count > 1) else { return }
      let (year, who) = (walk.year, try walk.conductor())
      try walk.take(by: who) { try $0.settleRound(year, by: $1) }
    },
    WalkDeed("go back to scoring", in: [.settled]) { walk in
      let (year, who) = (walk.year, walk.mostly("bureau"))
      try walk.take(by: who) { try $0.resumeRound(year, by: $1) }
    },
    WalkDeed("publish", in: [.settled], weight: 8) { walk in
      guard walk.dares(try walk.hand.number("SELECT count(*) FROM roll WHERE year = ? AND standing = 'pending'", [walk.year]) == 0) else {
        return
      }
      let (year, who, days) = (walk.year, walk.mostly("bureau"), Int.random(in: 4...9, using: &walk.random))
      try walk.take(by: who) { try $0.publishRound(year, workingDays: days, by: $1) }
    },
    WalkDeed("close", in: [.published], weight: 2) { walk in
      let open = try walk.hand.texts(
        "SELECT center_id FROM roll WHERE year = ? AND (standing = 'pending' OR reopened IS NOT NULL)", [walk.year])
      let last = try walk.hand.texts("SELECT coalesce(notice_until, '9999') FROM round WHERE year = ?", [walk.year]).first
      guard walk.dares(open.isEmpty && (last.map { $0 < walk.today.description } ?? false)) else { return }
      let (year, who) = (walk.year, walk.mostly("bureau"))
      try walk.take(by: who) { try $0.closeRound(year, by: $1) }
    },
    WalkDeed("cancel", in: [.announced, .scoring], weight: 1) { walk in
      let (year, who, why) = (walk.year, walk.mostly("bureau"), walk.words())
      try walk.take(by: who) { try $0.cancelRound(year, reason: why, by: $1) }
    },
  ]

  /// What can be said against a result, and what comes of it.
  static let objections = [
    WalkDeed("object", in: [.published], weight: 8) { walk in
      let isGraded = "center.id IN (SELECT center_id FROM roll WHERE year = ?1 AND standing IN ('scored', 'pending', 'absent'))"
      guard let code = try walk.center(where: isGraded) else { return }
      let (year, who, grounds) = (walk.year, walk.mostly("bureau"), walk.words())
      let day = walk.today.adding(days: walk.isOne(in: 4) ? Int.random(in: -2...1, using: &walk.random) : 0)
      let (signed, evidence) = (walk.isOne(in: 8) ? nil : walk.words(), walk.isOne(in: 8) ? nil : walk.words())
      let step = EvaluationRoundStep.object(code, receivedOn: day, grounds: grounds, signedBy: signed, evidence: evidence)
      try walk.take(by: who) { try $0.stepRound(year, step, by: $1) }
    },
    WalkDeed("uphold an objection", in: [.published], weight: 10) { walk in try walk.settleObjection(isUpheld: true) },
    WalkDeed("dismiss an objection", in: [.published], weight: 2) { walk in try walk.settleObjection(isUpheld: false) },
    WalkDeed("settle a center anew", in: [.published], weight: 6) { walk in
      let (year, who) = (walk.year, walk.mostly("bureau"))
      let open = try walk.hand.texts(
        "SELECT code FROM roll JOIN center ON center.id = center_id WHERE year = ? AND (standing = 'pending' OR reopened IS NOT NULL) ORDER BY code",
        [year])
      guard walk.dares(!open.isEmpty) else { return }
      let code = walk.isOne(in: 8) ? walk.center() : walk.pick(open) ?? walk.center()
      try walk.take(by: who) { try $0.stepRound(year, .resettle(code), by: $1) }
    },
    WalkDeed("record an incentive", in: [nil, .announced], weight: 3) { walk in
      let year = walk.pick(walk.years.filter { $0.value == .closed }.keys.sorted()) ?? walk.year
      let excellent = try walk.hand.texts(
        "SELECT code FROM result JOIN center ON center.id = center_id WHERE year = ? AND grade = 'excellent' ORDER BY code", [year])
      guard walk.dares(!excellent.isEmpty) else { return }
      let (who, code, outcome) = (walk.mostly("bureau"), walk.pick(excellent) ?? walk.center(), walk.words())
      try walk.take(by: who) { try $0.recordIncentive(year: year, center: code, .subsidy, outcome: outcome, by: $1) }
    },
  ]
}

extension RoundWalk {
  /// A plan for a round, mostly a lawful one.
  mutating func plan() -> RoundPlan {
    var plan = RoundPlan(reason: words(), asksOwnScores: isOne(in: 6))
    plan.method = isOne(in: 4) ? .trimmed : .mean
    if plan.method == .mean || isOne(in: 9) { plan.minimumSheets = Int.random(in: 1...3, using: &random) }
    if !isOne(in: 5) {
      let material = today.adding(days: Int.random(in: 10...40, using: &random))
      plan.materialBy = material
      plan.reportBy = material.adding(days: Int.random(in: 5...20, using: &random))
      plan.scoresBy = material.adding(days: Int.random(in: 0...60, using: &random))
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: plan.agency = WalkCity.agency
    case 1: plan.department = WalkCity.departments[isOne(in: 2) ? "xian" : "dong"]
    default: break
    }
    return plan
  }

  fileprivate mutating func settleObjection(isUpheld: Bool) throws {
    let (year, who, why) = (self.year, mostly("bureau"), words())
    let open = try hand.texts(
      "SELECT number FROM round_objection WHERE year = ? AND objection ->> '$.objection.settlement' IS NULL ORDER BY number", [year]
    ).compactMap { Int($0) }
    guard dares(!open.isEmpty) else { return }
    let number = isOne(in: 10) ? Int.random(in: 0...9, using: &random) : pick(open) ?? 1
    try take(by: who) { try $0.stepRound(year, .settleObjection(number, isUpheld: isUpheld, reason: why), by: $1) }
  }
}
