import CenterStore
import Regulation

/// What is tried on evaluation forms and on the steps of rounds, as part of the tables of ``Attempt``.
extension Attempt {
  private static let why = PlainText(literal: "试")
  private static let item = FactCode("1.1.a")

  /// What is tried on the material of a center in the round of 2026: `C1` is one's own, `C2` another's, `C0` does not exist.
  static let onMaterial: [Attempt] = [
    Attempt("material", all: [.admin, .bureau, .agency], own: [.expert, .department, .host]) {
      _ = try $0.store.materialFile(year: 2026, center: $2, by: $1)
    },
    Attempt("own points", all: [.admin, .bureau, .agency], own: [.expert, .department, .host]) {
      _ = try $0.store.ownScores(year: 2026, center: $2, by: $1)
    },
    Attempt("write a figure", all: [.admin, .bureau], own: [.host]) {
      try $0.store.saveFact(year: 2026, center: $2, place(), FactEntry(.count(7)), by: $1)
    },
    Attempt("fill in from last round", all: [.admin, .bureau], own: [.host]) {
      _ = try $0.store.fillFromLastRound(year: 2026, center: $2, by: $1)
    },
    Attempt("say why an indicator's places stay empty", all: [.admin, .bureau], own: [.host]) {
      _ = try $0.store.noteOpenFacts(year: 2026, center: $2, indicator: IndicatorCode.all[0], why, by: $1)
    },
    Attempt("remark on a doubt", all: [.admin, .bureau], own: [.host]) {
      try $0.store.saveRemark(year: 2026, center: $2, on: "1.1 x", why, by: $1)
    },
    Attempt("give points of one's own", all: [.admin, .bureau], own: [.host]) {
      try $0.store.saveOwnScore(year: 2026, center: $2, indicator: IndicatorCode.all[0], .zero, by: $1)
    },
    Attempt("declare", own: [.host]) { try $0.store.declareMaterial(year: 2026, center: $2, isDeclared: true, by: $1) },
    Attempt("check an item", own: [.department]) {
      try $0.store.checkFacts(year: 2026, center: $2, [place().code], isConfirmed: true, by: $1)
    },
    Attempt("hand in", own: [.host]) { try $0.store.stepRound(2026, .submit($2), by: $1) },
    Attempt("enter for the host", all: [.admin, .bureau]) { try $0.store.stepRound(2026, .enter($2), by: $1) },
    Attempt("admit late", all: [.admin, .bureau]) { try $0.store.stepRound(2026, .admitLate($2, .material, reason: why), by: $1) },
    Attempt("give back", own: [.department]) { try $0.store.stepRound(2026, .returnForCorrection($2, reason: why), by: $1) },
    Attempt("report", own: [.department]) { try $0.store.stepRound(2026, .report($2, remark: nil), by: $1) },
    Attempt("defer", all: [.admin, .bureau]) { try $0.store.stepRound(2026, .postpone($2, reason: why), by: $1) },
    Attempt("register an objection", all: [.admin, .bureau]) {
      try $0.store.stepRound(
        2026, .object($2, receivedOn: $0.store.today, grounds: why, signedBy: nil, evidence: nil), by: $1)
    },
    Attempt("let an expert go", all: [.admin, .bureau, .agency], own: [.expert]) {
      try $0.store.releaseExpert(year: 2026, center: $2, expert: "expert", reason: why, by: $1)
    },
    Attempt("draw a substitute", all: [.admin, .bureau, .agency]) {
      _ = try $0.store.drawSubstitutes(year: 2026, center: $2, by: $1)
    },
    Attempt("assign one more expert", all: [.admin, .bureau, .agency]) {
      try $0.store.assignSecondLook(year: 2026, center: $2, expert: "third", by: $1)
    },
    Attempt("look on site", all: [.admin, .bureau, .agency]) {
      try $0.store.recordSiteLook(year: 2026, center: $2, SiteVisit(on: $0.store.today, people: why, findings: why), by: $1)
    },
    Attempt("name a leader", all: [.admin, .bureau, .agency]) {
      try $0.store.nameLeader(year: 2026, center: $2, expert: "expert", by: $1)
    },
    Attempt("write the group's opinion", own: [.expert]) {
      try $0.store.writeGroupOpinion(year: 2026, center: $2, why, by: $1)
    },
    Attempt("read the group's opinion", all: [.admin, .bureau, .agency], own: [.expert]) {
      _ = try $0.store.groupOpinion(year: 2026, center: $2, by: $1)
    },
    Attempt("type a sheet from paper", all: [.admin, .bureau]) {
      try $0.store.enterSheet(
        year: 2026, center: $2, expert: "third", PaperSheet(points: PerIndicator(repeating: .zero), paper: why), by: $1)
    },
    // Before publication neither host nor department sees it.
    Attempt("result of a center", all: [.admin, .bureau, .agency]) {
      _ = try $0.store.centerResult(year: 2026, center: $2, by: $1)
    },
    Attempt("record an incentive", all: [.admin, .bureau]) {
      try $0.store.recordIncentive(year: 2026, center: $2, .subsidy, outcome: why, by: $1)
    },
    Attempt("fix a figure anew", all: [.admin, .bureau]) { try $0.store.stepRound(2026, .resettle($2), by: $1) },
  ]

  /// What is tried on a round: that of 2026 is the agency's own, that of 2028 is not, there is none of 2030.
  static let onRoundSteps: [Attempt] = [
    Attempt("round whole", all: [.admin, .bureau], own: [.agency]) { _ = try $0.store.roundFile(year($2), by: $1) },
    Attempt("material of all centers", all: [.admin, .bureau, .department, .host], own: [.agency]) {
      _ = try $0.store.materials(year: year($2), by: $1)
    },
    Attempt("start scoring", all: [.admin, .bureau], own: [.agency]) { try $0.store.stepRound(year($2), .startScoring, by: $1) },
    Attempt("settle by a step", all: [.admin, .bureau], own: [.agency]) { try $0.store.stepRound(year($2), .settle, by: $1) },
    Attempt("panel members", all: [.admin, .bureau], own: [.agency]) {
      _ = try $0.store.panelMembers(year: year($2), center: "C1", by: $1)
    },
    Attempt("note who is at a meeting", all: [.admin, .bureau], own: [.agency]) {
      try $0.store.noteAttendance(year: year($2), experts: [], isPresent: true, by: $1)
    },
    Attempt("who was at meetings", all: [.admin, .bureau], own: [.agency]) { _ = try $0.store.attendance(year: year($2), by: $1) },
    Attempt("panel of a center", all: [.admin, .bureau], own: [.agency]) {
      _ = try $0.store.panel(year: year($2), center: "C1", by: $1)
    },
    Attempt("candidates for a panel", all: [.admin, .bureau], own: [.agency]) {
      _ = try $0.store.panelCandidates(year: year($2), center: "C1", by: $1)
    },
    Attempt("second looks", all: [.admin, .bureau], own: [.agency]) { _ = try $0.store.secondLooks(year: year($2), by: $1) },
    Attempt("who was let go", all: [.admin, .bureau], own: [.agency]) { _ = try $0.store.releasedExperts(year: year($2), by: $1) },
    Attempt("consequences", all: [.admin, .bureau]) { _ = try $0.store.consequences(year: year($2), by: $1) },
    Attempt("settle an objection", all: [.admin, .bureau]) {
      try $0.store.stepRound(year($2), .settleObjection(1, isUpheld: false, reason: why), by: $1)
    },
  ]

  private static func place() throws -> FactKey {
    guard let item else { throw StoreError.noSuch(.fact, "1.1.a") }
    return FactKey(item)
  }

  private static func year(_ object: String) -> Int { Int(object) ?? 0 }
}
