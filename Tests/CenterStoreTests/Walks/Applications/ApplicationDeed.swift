import ApplicationsForTests
import CenterStore
import Regulation

/// Something that somebody does in a walk.
struct ApplicationDeed: StoreDeed {
  /// What is done.
  let name: String
  /// How often, beside the others.
  let weight: Int
  /// Draws what is left open, and tries it.
  let run: @Sendable (inout ApplicationWalk) throws -> Void

  init(_ name: String, weight: Int = 4, _ run: @escaping @Sendable (inout ApplicationWalk) throws -> Void) {
    self.name = name
    self.weight = weight
    self.run = run
  }

  /// Every deed.
  static let all = calls + drafts + steps + review

  private static let calls = [
    ApplicationDeed("give out the call of another year", weight: 1) { walk in
      let last = try walk.hand.rows("SELECT max(year), max(department_by) FROM call").first
      // While one call still takes applications, the next one is mostly not given out.
      if let over = last?[1] as String?, over > walk.today.description, !walk.isOne(in: 8) { return }
      let (today, year) = (walk.today, (last?[0] as Int? ?? 2025) + 1)
      let days = Call.LastDays(
        host: today.adding(days: 25), department: today.adding(days: 40), correction: today.adding(days: walk.isOne(in: 3) ? 45 : 70))
      let call = try Call(year: year, opensOn: today.adding(days: Int.random(in: 0...3, using: &walk.random)), lastDays: days)
      let who = walk.mostly("bureau")
      try walk.take(by: who) { try $0.publishCall(call, by: $1) }
    },
    ApplicationDeed("change a call", weight: 1) { walk in
      guard let year = try walk.hand.texts("SELECT max(year) FROM call").first.flatMap({ Int($0) }) else { return }
      guard let old = try walk.store.calls(by: ApplicationCity.bureau).first(where: { $0.call.year == year })?.call else { return }
      let call = try Call(
        year: year, opensOn: old.opensOn, lastDays: old.lastDays, priorityFields: old.priorityFields.isEmpty ? [PlainText("新材料")] : [],
        minimumExperts: old.minimumExperts)
      let (who, reason) = (walk.mostly("bureau"), walk.words())
      try walk.take(by: who) { try $0.publishCall(call, reason: reason, by: $1) }
    },
  ]

  private static let drafts = [
    ApplicationDeed("begin an application", weight: 5) { walk in
      let open = try walk.hand.number(
        "SELECT count(*) FROM application WHERE year = (SELECT max(year) FROM call) AND stage IN ('draft', 'submitted', 'returned', 'recommended', 'checking', 'sent_back', 'reviewing')"
      )
      guard open < 4 || walk.isOne(in: 8) else { return }
      let year = try walk.hand.number("SELECT max(year) FROM call") + (walk.isOne(in: 20) ? 1 : 0)
      let department = try PlainText(ApplicationWalk.departments.randomElement(using: &walk.random) ?? "")
      let who = walk.mostly(ApplicationWalk.hosts.randomElement(using: &walk.random))
      try walk.take(by: who) { _ = try $0.beginApplication(year: year, department: department, by: $1) }
    },
    ApplicationDeed("fill in the form", weight: 8) { walk in
      guard let number = try walk.application(where: "stage IN ('draft', 'returned', 'sent_back')") else { return }
      let (who, lot) = (walk.mostly(try walk.login(.host, of: number)), Int.random(in: 0..<16, using: &walk.random))
      try walk.take(by: who) { store, acting in
        var form = try store.application(number, by: acting).form
        try ApplicationCity.fill(&form)
        form.center.name = try PlainText("沧州市\(number)技术创新中心")
        if lot == 0 { form.host.lastYearRevenue = 800 }
        if lot == 1 { form.fixedStaff = nil }
        if lot == 2 { form.declarationSigned = nil }
        try store.saveApplication(number, form, by: acting)
      }
    },
    ApplicationDeed("turn to another department", weight: 1) { walk in
      guard let number = try walk.application(where: "stage = 'draft'") else { return }
      let department = try PlainText(ApplicationWalk.departments.randomElement(using: &walk.random) ?? "")
      let who = walk.mostly(try walk.login(.host, of: number))
      try walk.take(by: who) { try $0.redirectApplication(number, to: department, by: $1) }
    },
    ApplicationDeed("enter a document", weight: 2) { walk in
      guard let number = try walk.application() else { return }
      let title = try PlainText("证明\(Int.random(in: 1...3, using: &walk.random))")
      let who = walk.mostly(walk.isOne(in: 2) ? "bureau" : try walk.login(.host, of: number))
      try walk.take(by: who) { try $0.attach(AttachmentEntry(title: title, proves: [.condition("9.6")]), to: .application(number), by: $1) }
    },
    ApplicationDeed("take a document off", weight: 1) { walk in
      guard let number = try walk.application(where: "id IN (SELECT application_id FROM attachment)") else { return }
      let titles = try walk.hand.texts(
        "SELECT title FROM attachment JOIN application ON application.id = application_id WHERE number = ? ORDER BY title", [number])
      let title = try PlainText(titles.randomElement(using: &walk.random) ?? "证明0")
      let who = walk.mostly(walk.isOne(in: 2) ? "bureau" : try walk.login(.host, of: number))
      try walk.take(by: who) { try $0.detach(title, from: .application(number), by: $1) }
    },
  ]

  private static let steps = [
    ApplicationDeed("take a step", weight: 60) { walk in
      guard let number = try walk.application() else { return }
      guard let file = try? walk.store.application(number, by: Acting("bureau", .desk)) else {
        // A draft is its host's alone until it is handed in.
        let host = try walk.login(.host, of: number)
        let who = walk.mostly(host)
        let step: ApplicationStep = walk.isOne(in: 30) ? .withdraw(reason: walk.words()) : .submit
        return try walk.take(by: who) { try $0.stepApplication(number, step, by: $1) }
      }
      let kind = walk.kind(of: file)
      let step = walk.step(kind, file)
      let who = walk.mostly(try walk.login(kind.role, of: number))
      try walk.take(by: who) { try $0.stepApplication(number, step, by: $1) }
    },
    ApplicationDeed("object", weight: 6) { walk in
      guard let number = try walk.application(where: "stage = 'on_notice'") else { return }
      let step = ApplicationStep.object(receivedOn: walk.today, grounds: walk.words(), signedBy: walk.words(), evidence: walk.words())
      let who = walk.mostly("bureau")
      try walk.take(by: who) { try $0.stepApplication(number, step, by: $1) }
    },
    ApplicationDeed("take a step with several", weight: 3) { walk in
      let (stage, step): (String, ApplicationStep) =
        [("recommended", .accept), ("checking", .passCheck(reason: walk.words())), ("reviewing", .propose)].randomElement(
          using: &walk.random)
        ?? ("recommended", .accept)
      let numbers = try walk.hand.texts("SELECT number FROM application WHERE stage = ? ORDER BY number", [stage])
      guard !numbers.isEmpty else { return }
      let who = walk.mostly("bureau")
      try walk.take(by: who) { try $0.stepApplications(numbers.map { ApplicationTask($0, step) }, by: $1) }
    },
  ]

  private static let review = [
    ApplicationDeed("name an expert", weight: 16) { walk in
      guard let number = try walk.application(where: "stage = 'reviewing'") else { return }
      let (expert, isLeader) = (walk.expert(), walk.isOne(in: 3))
      let who = walk.mostly("bureau")
      try walk.take(by: who) { try $0.assignReviewer(number, expert: expert, isLeader: isLeader, by: $1) }
    },
    ApplicationDeed("take an expert off", weight: 4) { walk in
      guard let number = try walk.application(where: "stage = 'reviewing'") else { return }
      let (expert, reason, who) = (walk.expert(), walk.words(), walk.mostly("bureau"))
      try walk.take(by: who) { try $0.removeReviewer(number, expert: expert, reason: reason, by: $1) }
    },
    ApplicationDeed("pledge", weight: 8) { walk in
      let year = try walk.hand.number("SELECT max(year) FROM call") - (walk.isOne(in: 4) ? 1 : 0)
      let who = walk.mostly(walk.expert())
      try walk.take(by: who) { try $0.pledgeReview(year: year, by: $1) }
    },
    ApplicationDeed("give an opinion", weight: 24) { walk in
      guard let number = try walk.application(where: "stage = 'reviewing'") else { return }
      let who = walk.mostly(try walk.reviewer(of: number, where: "NOT is_submitted"))
      let (opinion, isSubmitted) = (
        ApplicationCity.opinion(Hundredths(Int.random(in: 0...10_000, using: &walk.random))), !walk.isOne(in: 5)
      )
      try walk.take(by: who) { try $0.giveOpinion(number, opinion, isSubmitted: isSubmitted, by: $1) }
    },
    ApplicationDeed("take an opinion back", weight: 2) { walk in
      guard let number = try walk.application(where: "stage = 'reviewing'") else { return }
      let who = walk.mostly(try walk.reviewer(of: number, where: "is_submitted"))
      try walk.take(by: who) { try $0.takeBackOpinion(number, by: $1) }
    },
    ApplicationDeed("write the group's opinion", weight: 8) { walk in
      guard let number = try walk.application(where: "stage = 'reviewing'") else { return }
      let leader = try walk.reviewer(of: number, where: "is_leader")
      let (who, text) = (walk.mostly(leader), walk.words())
      try walk.take(by: who) { try $0.giveGroupOpinion(number, text, by: $1) }
    },
    ApplicationDeed("declare a conflict", weight: 4) { walk in
      guard let number = try walk.application(where: "stage = 'reviewing'") else { return }
      let (who, reason) = (walk.mostly(walk.expert()), walk.words())
      try walk.take(by: who) { try $0.declareReviewConflict(number, reason: reason, by: $1) }
    },
    ApplicationDeed("judge a condition", weight: 2) { walk in
      guard let number = try walk.application(where: "stage = 'checking'") else { return }
      let subject = [EligibilitySubject.technicalAdvantage, .fixedStaff, .creditGood].randomElement(using: &walk.random) ?? .creditGood
      let (who, holds, reason) = (walk.mostly("bureau"), !walk.isOne(in: 15), walk.words())
      try walk.take(by: who) { try $0.judge(number, subject, holds: holds, reason: reason, by: $1) }
    },
    ApplicationDeed("look up the credit", weight: 2) { walk in
      guard let number = try walk.application(where: "stage = 'checking'") else { return }
      let check = try CreditCheck(
        on: walk.today, source: PlainText(literal: "信用中国"), isGood: !walk.isOne(in: 20), result: PlainText(literal: "查得的情况"))
      let who = walk.mostly("bureau")
      try walk.take(by: who) { try $0.recordCreditCheck(number, check, by: $1) }
    },
  ]
}
