import CenterStore
import Regulation

extension WalkDeed {
  /// Of a task: that the center has two sheets at least, which may disagree.
  private static let disagreeing = """
    2 <= (SELECT count(*) FROM sheet AS other WHERE other.year = assignment.year AND other.center_id = assignment.center_id
      AND other.state = 'submitted')
    """

  /// Who scores what (article 25).
  static let panels = [
    WalkDeed("draw experts", in: early, weight: 3) { walk in
      let (year, who, seed) = (walk.year, try walk.conductor(), walk.isOne(in: 2) ? nil : PlainText(literal: "种子"))
      let (isPartial, isTrial, count) = (walk.isOne(in: 2), walk.isOne(in: 6), walk.isOne(in: 3) ? 2 : nil)
      try walk.take(by: who) {
        _ = try $0.assignExperts(year: year, perCenter: count, seed: seed, dryRun: isTrial, partial: isPartial, by: $1)
      }
    },
    WalkDeed("draw substitutes", in: [.scoring], weight: 2) { walk in
      guard walk.dares(try walk.hand.number("SELECT count(*) FROM assignment_draw WHERE year = ?", [walk.year]) > 0) else { return }
      let (year, who, code) = (walk.year, try walk.conductor(), walk.center())
      try walk.take(by: who) { _ = try $0.drawSubstitutes(year: year, center: code, by: $1) }
    },
    WalkDeed("assign by hand", in: [.announced, .scoring, .published], weight: 4) { walk in
      let (year, who, code, expert) = (walk.year, try walk.conductor(), walk.center(), walk.one(of: WalkCity.experts))
      try walk.take(by: who) { try $0.assignExpert(year: year, center: code, expert: expert, by: $1) }
    },
    WalkDeed("decline", in: early, weight: 2) { walk in
      guard let task = try walk.task("sheet.id IS NULL") else { return }
      let (year, why) = (walk.year, walk.words())
      let who = walk.mostly(task.expert)
      try walk.take(by: who) { try $0.releaseExpert(year: year, center: task.center, expert: task.expert, reason: why, by: $1) }
    },
    WalkDeed("let an expert go", in: early, weight: 1) { walk in
      guard let task = try walk.task("sheet.id IS NULL") else { return }
      let (year, who, why) = (walk.year, try walk.conductor(), walk.words())
      try walk.take(by: who) { try $0.releaseExpert(year: year, center: task.center, expert: task.expert, reason: why, by: $1) }
    },
    WalkDeed("name a leader", in: [.scoring, .published], weight: 3) { walk in
      guard let task = try walk.task() else { return }
      let (year, who) = (walk.year, try walk.conductor())
      try walk.take(by: who) { try $0.nameLeader(year: year, center: task.center, expert: task.expert, by: $1) }
    },
    WalkDeed("ask one more expert", in: [.scoring, .published], weight: 4) { walk in
      guard let code = try walk.task(disagreeing)?.center else { return }
      let (year, who, expert) = (walk.year, try walk.conductor(), walk.one(of: WalkCity.experts))
      try walk.take(by: who) { try $0.assignSecondLook(year: year, center: code, expert: expert, by: $1) }
    },
    WalkDeed("look on site", in: [.scoring, .published], weight: 3) { walk in
      guard let code = try walk.task(disagreeing)?.center else { return }
      let (year, who) = (walk.year, try walk.conductor())
      let visit = SiteVisit(on: walk.today.adding(days: walk.isOne(in: 8) ? 1 : 0), people: walk.words(), findings: walk.words())
      try walk.take(by: who) { try $0.recordSiteLook(year: year, center: code, visit, by: $1) }
    },
  ]

  /// What ties experts to a round, and keeps them from a center (回避).
  static let ties = [
    WalkDeed("pledge", in: early, weight: 8) { walk in
      guard
        let task = try walk.task(
          "NOT EXISTS (SELECT 1 FROM pledge WHERE pledge.year = assignment.year AND pledge.login = assignment.login)")
      else { return }
      let (year, who) = (walk.year, walk.mostly(task.expert))
      try walk.take(by: who) { try $0.pledge(year: year, by: $1) }
    },
    WalkDeed("declare a conflict", in: [.scoring, .published], weight: 1) { walk in
      guard let task = try walk.task() else { return }
      let why = walk.words()
      let who = walk.mostly(walk.isOne(in: 2) ? task.expert : "bureau")
      try walk.take(by: who) { try $0.declareConflict(center: task.center, expert: task.expert, reason: why, by: $1) }
    },
    WalkDeed("ask that somebody step aside", in: [nil, .announced], weight: 1) { walk in
      let center = walk.one(of: WalkCity.hosts.keys.sorted())
      let request = RecusalRequest(person: try PlainText("专家\(walk.one(of: WalkCity.experts))"), reason: walk.words())
      let who = walk.mostly(WalkCity.hosts[center])
      try walk.take(by: who) { try $0.askRecusal(center: center, request, by: $1) }
    },
    WalkDeed("take back that somebody step aside", in: [nil, .announced, .scoring], weight: 1) { walk in
      let center = walk.one(of: WalkCity.hosts.keys.sorted())
      let request = RecusalRequest(person: try PlainText("专家\(walk.one(of: WalkCity.experts))"), reason: walk.words())
      let who = walk.mostly(WalkCity.hosts[center])
      try walk.take(by: who) { try $0.takeBackRecusal(center: center, request, by: $1) }
    },
    WalkDeed("bring a conflict in from a file", in: [.scoring], weight: 1) { walk in
      guard let task = try walk.task() else { return }
      let who = walk.mostly(walk.isOne(in: 2) ? task.expert : try walk.conductor())
      let record = ConflictRecord(center: try PlainText(task.center), expert: try PlainText(task.expert), reason: PlainText(literal: "师生"))
      try walk.take(by: who) { try $0.importConflicts([Numbered(2, record)], by: $1).requireClean() }
    },
  ]
}
