import CenterStore
import Regulation

/// The call of the story's year and what came of it: an application in every state, each brought there by the steps of those whose they are.
struct DemoApplications {
  let story: DemoStory
  /// The center that an application makes, where the registry has one of this year.
  let certified: DemoRegistry.Center?
  private var numbers: [ApplicationStage: String] = [:]
  private var hosts: [String: Int] = [:]
  private var made = 0

  init(_ story: DemoStory, certified: DemoRegistry.Center?) {
    self.story = story
    self.certified = certified
  }

  private var store: CenterStore { story.store }

  /// Moves the story on to so many days before its end.
  private func move(_ daysBefore: Int) throws { try story.move(to: story.today.adding(days: -daysBefore)) }

  /// The working day so many working days before the story's end.
  private func workingDay(_ before: Int) throws -> Day {
    let calendar = try WorkingDays.standard.get()
    var day = story.today
    for _ in 0..<before {
      repeat { day = day.adding(days: -1) } while !calendar.isWorkingDay(day)
    }
    return day
  }

  /// Moves the story on to so many working days before its end.
  private func moveToWorkingDay(_ before: Int) throws { try story.move(to: workingDay(before)) }

  // MARK: The first half: before the round of the year

  /// The call goes out, and those who were quick are through.
  mutating func early(_ generator: inout SeededGenerator) throws {
    let today = story.today
    try move(170)
    try store.publishCall(
      Call(
        year: story.year, opensOn: today.adding(days: -160),
        lastDays: Call.LastDays(
          host: today.adding(days: 10), department: today.adding(days: 25), correction: today.adding(days: 40)),
        priorityFields: ["新材料", "高端装备制造", "激光与智能制造", "生物医药"].map { try PlainText($0) },
        furtherDocuments: [PlainText("上年度财务审计报告")]), by: DemoStory.bureau)
    try move(150)
    let passed: [ApplicationStage] = (certified == nil ? [] : [.certified]) + [.objectionUpheld, .notApproved, .notProposed]
    for stage in passed + [.failedCheck, .declined, .withdrawn] { try submit(stage, &generator) }
    try move(140)
    for stage in passed + [.failedCheck] { try department(stage, .recommend(reason: nil)) }
    try department(.declined, .decline(reason: PlainText("与本县产业方向不符，研发团队主要人员同时列入另一申请")))
    try host(.withdrawn, .withdraw(reason: PlainText("共建协议尚在协商，下一年度再申报")))
    try move(130)
    for stage in passed + [.failedCheck] { try bureau(stage, .accept) }
    for stage in passed { try bureau(stage, .passCheck(reason: nil)) }
    try bureau(.failedCheck, .failCheck(reason: PlainText("实施方案与申报书所列仪器设备不一致，补充说明后仍无法核实")))
    try move(120)
    for stage in passed { try review(stage, opinions: 3, &generator) }
    if certified != nil {
      try bureau(
        .certified,
        .visit(
          SiteVisit(
            on: today.adding(days: -121), people: PlainText("平台科东方清和、专家组 2 人"), findings: PlainText("场地、中试线与申报材料一致", .paragraphs))))
    }
    try move(110)
    for stage in passed where stage != .notProposed { try bureau(stage, .propose) }
    try bureau(.notProposed, .passOver(reason: PlainText("同领域申请中专家评分靠后，本年度不列入")))
    try move(105)
    let meeting = PartyGroupDecision(on: today.adding(days: -106), minutes: try PlainText("局党组会纪要〔\(story.year)〕第 5 号（虚构）"))
    for stage in passed where stage != .notProposed && stage != .notApproved { try bureau(stage, .approve(meeting)) }
    try bureau(.notApproved, .refuse(meeting, reason: PlainText("与已有中心研发方向重复")))
    try move(103)
    for stage in passed where stage == .certified || stage == .objectionUpheld { try bureau(stage, .publishNotice(workingDays: 5)) }
    try move(101)
    try bureau(
      .objectionUpheld,
      .object(
        receivedOn: today.adding(days: -101), grounds: PlainText("所列发明专利已转让他人", .paragraphs), signedBy: PlainText("尉迟守拙"),
        evidence: PlainText("专利登记簿副本")))
    try move(98)
    try bureau(.objectionUpheld, .settleObjection(1, isUpheld: true, reason: PlainText("经核实，两件专利已不属申请单位")))
    if let certified {
      try story.move(to: certified.record.certifiedOn)
      try bureau(.certified, .certify(document: PlainText("沧科字〔\(story.year)〕9 号（虚构）"), code: certified.record.code))
    }
    try move(72)
    try submit(.submitted, &generator)
  }

  // MARK: The second half: in the story's last days

  /// What waits for somebody today.
  mutating func late(_ generator: inout SeededGenerator) throws {
    try moveToWorkingDay(9)
    let rest: [ApplicationStage] = [.returned, .recommended, .checking, .sentBack, .reviewing, .proposed, .approved, .onNotice]
    for stage in rest { try submit(stage, &generator) }
    try moveToWorkingDay(8)
    try department(.returned, .returnForCorrection(reason: PlainText("上年度销售收入低于 1000 万元（第九条第（二）项），请核对审计报告")))
    // Of one of them a condition is not known yet, over which the department says why it recommends it all the same.
    let open = try PlainText("检验检测能力待市产品质量监督检验所核实，其他条件具备，予以推荐")
    for stage in rest.dropFirst() { try department(stage, .recommend(reason: stage == .recommended ? open : nil)) }
    try bureau(.submitted, .admitLate(.department, reason: PlainText("归口管理部门组织现场核实，需延后推荐")))
    try moveToWorkingDay(7)
    for stage in rest.dropFirst(2) { try bureau(stage, .accept) }
    try lookInto(.checking)
    try bureau(.sentBack, .sendBack(reason: PlainText("请补充中试基地产权证明，并说明仪器设备清单与实施方案的差异")))
    try moveToWorkingDay(6)
    for stage in rest.dropFirst(4) { try bureau(stage, .passCheck(reason: nil)) }
    try moveToWorkingDay(5)
    for stage in rest.dropFirst(5) { try review(stage, opinions: 3, &generator) }
    try review(.reviewing, opinions: 1, &generator)
    try moveToWorkingDay(4)
    for stage in rest.dropFirst(5) { try bureau(stage, .propose) }
    try moveToWorkingDay(3)
    let meeting = PartyGroupDecision(
      on: try workingDay(3), minutes: try PlainText("局党组会纪要〔\(story.year)〕第 11 号（虚构）"))
    for stage in rest.dropFirst(6) { try bureau(stage, .approve(meeting)) }
    try moveToWorkingDay(2)
    try bureau(.onNotice, .publishNotice(workingDays: 5))
    try moveToWorkingDay(1)
    try bureau(
      .onNotice,
      .object(
        receivedOn: try workingDay(1), grounds: PlainText("固定人员名单中三人已离职", .paragraphs), signedBy: PlainText("独孤砚秋"),
        evidence: PlainText("离职证明复印件")))
    try begin(.draft, &generator)
    // What comes of this one changes nothing of what the story draws later.
    var apart = generator
    try reviewed(&apart)
  }

  /// One more under review, all of whose opinions are in: it waits for the list of new centers (article 12).
  private mutating func reviewed(_ generator: inout SeededGenerator) throws {
    try submit(.reviewing, &generator)
    try department(.reviewing, .recommend(reason: nil))
    try bureau(.reviewing, .accept)
    try bureau(.reviewing, .passCheck(reason: nil))
    try review(.reviewing, opinions: 3, &generator)
  }

  /// What the bureau looks at itself before it decides: the host's credit, and a condition that the text leaves to judgement.
  private func lookInto(_ stage: ApplicationStage) throws {
    let number = try number(stage)
    let check = try CreditCheck(on: workingDay(7), source: PlainText("信用中国"), isGood: true, result: .empty)
    try store.recordCreditCheck(number, check, by: DemoStory.bureau)
    let report = AttachmentEntry(
      title: try PlainText("信用中国查询结果"), kind: try PlainText("信用核查"), date: check.on, location: try PlainText("市科技局成果科 2 号柜"),
      proves: [.creditCheck(1)])
    try store.attach(report, to: .application(number), by: DemoStory.bureau)
    try store.judge(number, .technicalAdvantage, holds: true, reason: PlainText("主导制定行业标准 1 项，市场占有率居省内前列"), by: DemoStory.bureau)
  }

  // MARK: Steps

  private func number(_ stage: ApplicationStage) throws -> String {
    guard let number = numbers[stage] else { throw Refusal(article: nil, .init(same: "demo: no application for \(stage)")) }
    return number
  }

  private func bureau(_ stage: ApplicationStage, _ step: ApplicationStep) throws {
    try store.stepApplication(number(stage), step, by: DemoStory.bureau)
  }

  private func host(_ stage: ApplicationStage, _ step: ApplicationStep) throws {
    try store.stepApplication(number(stage), step, by: Acting("host\((hosts[try number(stage)] ?? 0) + 1)", .desk))
  }

  private func department(_ stage: ApplicationStage, _ step: ApplicationStep) throws {
    let center = try center(of: hosts[try number(stage)] ?? 0)
    let place = story.registry.departments.firstIndex { $0.name == center.record.department } ?? 0
    try store.stepApplication(number(stage), step, by: Acting("department\(place + 1)", .desk))
  }

  /// A center of a host that has a login, by the host's place; its department is the application's.
  private func center(of host: Int) throws -> DemoRegistry.Center {
    let name = story.registry.organizations[host].name
    guard let center = story.registry.centers.first(where: { $0.record.host == name }) else {
      throw Refusal(article: nil, .init(same: "demo: \(name) has no center"))
    }
    return center
  }

  /// Who applies: the host of the center that is to be, or the next one in turn.
  private func nextHost(_ stage: ApplicationStage) throws -> Int {
    let organizations = story.registry.organizations.prefix(DemoPeople.hosts)
    if stage == .certified, let certified, let place = organizations.firstIndex(where: { $0.name == certified.record.host }) {
      return place
    }
    return made % organizations.count
  }

  /// A draft that has just been begun.
  @discardableResult
  private mutating func begin(_ stage: ApplicationStage, _ generator: inout SeededGenerator) throws -> ApplicationForm {
    let host = try nextHost(stage)
    let who = Acting("host\(host + 1)", .desk)
    let center = try center(of: host)
    let number = try store.beginApplication(year: story.year, department: center.record.department, by: who)
    numbers[stage] = number
    hosts[number] = host
    made += 1
    var form = try store.application(number, by: who).form
    let subject = DemoApplicationForm.subjects[made % DemoApplicationForm.subjects.count]
    form.center.name = try PlainText("沧州市\(subject.name)技术创新中心")
    form.center.field = try PlainText(subject.field)
    try store.saveApplication(number, form, by: who)
    return form
  }

  /// An application that is filled in and handed in to its department.
  private mutating func submit(_ stage: ApplicationStage, _ generator: inout SeededGenerator) throws {
    var form = try begin(stage, &generator)
    let number = try number(stage)
    let who = Acting("host\((hosts[number] ?? 0) + 1)", .desk)
    try DemoApplicationForm.fill(&form, story.registry.organizations[hosts[number] ?? 0], &generator)
    if stage == .certified, let certified { try DemoApplicationForm.fill(&form, as: certified) }
    // What the department gives back must have a cause that it could find.
    if stage == .returned { (form.host.lastYearRevenue, form.host.lastYearTechnologySpending) = (870, 140) }
    if stage == .recommended { form.inspection = nil }
    if stage == .checking { try DemoApplicationForm.addCommittees(&form, story.registry.organizations[hosts[number] ?? 0].name) }
    try store.saveApplication(number, form, by: who)
    if stage == .checking { try store.attach(DemoApplicationForm.paper(story.today), to: .application(number), by: who) }
    for document in try DemoApplicationForm.documents(of: form, number) { try store.attach(document, to: .application(number), by: who) }
    try store.stepApplication(number, .submit, by: who)
  }

  /// Three experts are named, of whom so many hand in their opinion, the leader the group's as well.
  private func review(_ stage: ApplicationStage, opinions: Int, _ generator: inout SeededGenerator) throws {
    let number = try number(stage)
    let free = try store.reviewCandidates(number, by: DemoStory.bureau).filter { $0.recusal == nil }.prefix(3).map(\.login)
    for (place, login) in free.enumerated() {
      try store.assignReviewer(number, expert: login, isLeader: place == 0, by: DemoStory.bureau)
    }
    for login in free.prefix(opinions) {
      let who = Acting(login, .desk)
      try store.pledgeReview(year: story.year, by: who)
      try store.giveOpinion(number, DemoApplicationForm.opinion(stage, &generator), isSubmitted: true, by: who)
    }
    if let leader = free.first, opinions == free.count {
      try store.giveGroupOpinion(number, PlainText("研发方向明确，条件具备，专家组同意进入下一程序。", .paragraphs), by: Acting(leader, .desk))
    }
  }
}
