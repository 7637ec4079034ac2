import ApplicationsForTests
import CenterStore
import Regulation

extension DeskFixture {
  /// A call of 2026 that is open on ``today``, a host of 盐山县 with an application, and experts to review it.
  ///
  /// - Parameter hasCall: whether there is the call.
  static func withApplications(call hasCall: Bool = true) throws -> DeskFixture {
    let fixture = try DeskFixture()
    let admin = Acting("admin", .command)
    _ = try fixture.store.importUsers(
      fixture.numbered([
        UserRecord(login: fixture.text("host"), name: fixture.text("陶然"), role: .host, organization: fixture.text("盐山星垣管件有限公司"))
      ]), by: admin)
    if hasCall { try fixture.store.publishCall(try call(), by: bureau) }
    return fixture
  }

  static let host = Acting("host", .desk)
  static let yanshan = Acting("yanshan", .desk)

  static func call() throws -> Call {
    try Call(
      year: 2026, opensOn: day("2026-06-01"),
      lastDays: Call.LastDays(host: day("2026-06-30"), department: day("2026-07-15"), correction: day("2026-08-10")),
      priorityFields: [PlainText("管道装备"), PlainText("现代农业")], furtherDocuments: [PlainText("财务报表")])
  }

  /// A filled application of the host, without co-builders: its number.
  func draftApplication(failing: Bool = false) throws -> String {
    let number = try store.beginApplication(year: 2026, department: text("盐山县科学技术局"), by: DeskFixture.host)
    var form = try store.application(number, by: DeskFixture.host).form.answered
    form.center = ApplicationForm.Center(
      name: try text("沧州市管件热成形技术创新中心"), field: try text("管道装备"), researchDirection: try text("管件热成形"),
      researchContent: try text("感应加热与成形工艺"), goals: try text("三年内建成中试线"))
    form.host.registeredIn = try text("盐山县")
    form.host.lastYearRevenue = failing ? 800 : 12_000
    form.host.lastYearTechnologySpending = 600
    form.ownIP = 12
    form.leader = try text("苏映雪")
    form.fixedStaff = 24
    form.coBuilders = []
    form.hostShare = HostShare()
    form.documents = try ["申报书", "实施方案", "财务报表"].map { try text($0) }
    try store.saveApplication(number, form, by: DeskFixture.host)
    return number
  }

  /// Two applications that the department recommended, and one that it has not.
  static func withRecommended() throws -> (fixture: DeskFixture, recommended: [String], submitted: String) {
    let fixture = try withApplications()
    let numbers = try (0..<3).map { _ in try fixture.draftApplication() }
    for number in numbers { try fixture.store.stepApplication(number, .submit, by: host) }
    for number in numbers.prefix(2) { try fixture.store.stepApplication(number, .recommend(reason: nil), by: yanshan) }
    return (fixture, Array(numbers.prefix(2)), numbers[2])
  }

  /// An application under review, with two opinions of three experts.
  func reviewedApplication() throws -> String {
    let number = try draftApplication()
    try store.stepApplication(number, .submit, by: DeskFixture.host)
    try store.stepApplication(number, .recommend(reason: nil), by: DeskFixture.yanshan)
    try store.stepApplication(number, .accept, by: DeskFixture.bureau)
    try store.stepApplication(number, .passCheck(reason: nil), by: DeskFixture.bureau)
    for (login, isLeader) in [("zhou", true), ("lin", false), ("he", false)] {
      try store.assignReviewer(number, expert: login, isLeader: isLeader, by: DeskFixture.bureau)
    }
    var answers = Dictionary(uniqueKeysWithValues: ExpertOpinion.conditions.map { ($0, ExpertOpinion.Answer.met) })
    for login in ["zhou", "lin"] {
      let expert = Acting(login, .desk)
      try store.pledgeReview(year: 2026, by: expert)
      let opinion = ExpertOpinion(
        answers: answers, recommendation: login == "zhou" ? .support : .supportWithChanges,
        rating: Hundredths(login == "zhou" ? 88_50 : 81_00), comment: try text("中试条件需再核实"))
      try store.giveOpinion(number, opinion, isSubmitted: true, by: expert)
      answers["9.6"] = .doubtful
    }
    return number
  }

  /// The store on another day.
  func store(on day: String) -> CenterStore {
    let moment = Moment(DeskFixture.day(day), seconds: 36_000)
    return store.under(Surroundings(now: { moment }, randomBytes: Surroundings.system.randomBytes))
  }

  /// An application under review of which all three opinions are in.
  func opinedApplication() throws -> String {
    let number = try reviewedApplication()
    let expert = Acting("he", .desk)
    try store.pledgeReview(year: 2026, by: expert)
    try store.giveOpinion(
      number,
      ExpertOpinion(
        answers: Dictionary(uniqueKeysWithValues: ExpertOpinion.conditions.map { ($0, .met) }), recommendation: .support,
        rating: Hundredths(80_00)), isSubmitted: true, by: expert)
    return number
  }

  /// An application on notice, with an objection that was not upheld.
  func objectedApplication() throws -> String {
    let number = try noticedApplication()
    let august = store(on: "2026-08-21")
    try august.stepApplication(
      number,
      .object(receivedOn: august.today, grounds: text("成果属他人"), signedBy: text("庚署"), evidence: text("证书复印件")), by: DeskFixture.bureau)
    try august.stepApplication(number, .settleObjection(1, isUpheld: false, reason: text("已核实无误")), by: DeskFixture.bureau)
    return number
  }

  /// An application on notice from 20 to 27 August.
  func noticedApplication() throws -> String {
    let number = try opinedApplication()
    let august = store(on: "2026-08-20")
    try august.stepApplication(number, .propose, by: DeskFixture.bureau)
    try august.stepApplication(
      number, .approve(PartyGroupDecision(on: DeskFixture.day("2026-08-19"), minutes: text("8号"))), by: DeskFixture.bureau)
    try august.stepApplication(number, .publishNotice(workingDays: 5), by: DeskFixture.bureau)
    return number
  }
}
