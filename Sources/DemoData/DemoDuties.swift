import CenterStore
import Regulation

/// What is on file of the duties of the made-up centers (articles 6, 7 and 14 to 24): some keep all, some owe, some are behind.
struct DemoDuties {
  let story: DemoStory

  private var year: Int { story.year }
  private static let universities = ["燕赵示例大学", "冀东示例学院", "河北示例研究院", "华北示例行业协会"]

  /// Enters it, each center's by its host where that has a login, else by the bureau.
  func enter() throws {
    let hosts = story.registry.organizations.prefix(DemoPeople.hosts).map(\.name)
    let now = story.store.today
    for (index, center) in story.participants(of: year).enumerated() where center.record.status == .active {
      let number = hosts.firstIndex(of: center.record.host)
      let who = number.map { Acting("host\($0 + 1)", .desk) } ?? DemoStory.bureau
      let code = center.record.code.string
      // Since the rules came into force, or a quarter of a year after certification.
      let since = max(Day(year - 1, 2, 10 + index % 15) ?? now, center.record.certifiedOn.adding(days: 90))
      if index % 9 == 8 { continue }
      try committees(of: center, index, since: since, who)
      try meetings(of: code, index, now, who)
      try story.store.enterDuties(records(of: center, index, since: since, now), of: code, by: who)
    }
  }

  private func member(_ number: Int, _ employer: PlainText, _ duty: CommitteeMember.Duty? = nil) throws -> CommitteeMember {
    CommitteeMember(name: try DemoPeople.name(number), employer: employer, duty: duty)
  }

  private func committees(of center: DemoRegistry.Center, _ index: Int, since: Day, _ who: Acting) throws {
    let (record, code) = (center.record, center.record.code.string)
    let outside = try Self.universities.map { try PlainText($0) }
    let director = record.director ?? .empty
    var management = [CommitteeMember(name: director, employer: record.host, duty: .chair)]
    management += try (0..<3).map { try member(300 + index * 7 + $0, record.host) }
    // Now and then a co-builder has nobody in it.
    if index % 8 != 6 { management += try (record.coBuilders ?? []).map { try member(500 + index, $0) } }
    try story.store.nameCommittee(.management, of: code, management, since: since, by: who)
    var advisory = try outside.enumerated().map { try member(700 + index * 5 + $0, $1, $0 == 0 ? .chair : nil) }
    advisory.append(CommitteeMember(name: director, employer: record.host, duty: .officer))
    // Now and then too many come from the host.
    if index % 7 == 3 { advisory += try (0..<2).map { try member(900 + index + $0, record.host) } }
    try story.store.nameCommittee(.advisory, of: code, advisory, since: since, by: who)
  }

  private func meetings(of code: String, _ index: Int, _ now: Day, _ who: Acting) throws {
    for held in [year - 1, year] {
      for committee in CommitteeKind.allCases {
        let place = index + (committee == .advisory ? 2 : 0) + held
        guard place % 4 != 1, let day = Day(held, held == year ? 3 : 11, 3 + index % 20), day <= now else { continue }
        let agenda = AgendaItem.items(of: committee)
        let meeting = try CommitteeMeeting(
          of: committee, on: day, agenda: place % 3 == 0 ? Array(agenda.prefix(2)) : agenda,
          minutes: PlainText("\(committee == .management ? "管委会" : "技指委")纪要〔\(held)〕1号"), today: now)
        try story.store.enterMeeting(meeting, of: code, by: who)
        // Now and then the minutes themselves are on file.
        if place % 3 == 0 {
          let paper = try AttachmentEntry(
            title: meeting.minutes, kind: PlainText("会议纪要"), date: day, location: PlainText("中心档案柜"),
            proves: [.duty(.meeting(committee, on: day))])
          try story.store.attach(paper, to: .duties(center: code), by: who)
        }
      }
    }
  }

  private func records(of center: DemoRegistry.Center, _ index: Int, since: Day, _ now: Day) throws -> [DutyRecord] {
    var records: [DutyRecord] = []
    func add(_ duty: Duty, _ part: DutyPart? = nil, subject: PlainText = .empty, year: Int? = nil, on day: Day, _ text: String) throws {
      guard day <= now else { return }
      records.append(
        try DutyRecord(
          duty, part: part, subject: subject, year: year, on: day, text: PlainText(text), evidence: PlainText("中心档案柜"), today: now))
    }
    for held in [year - 1, year] where held > center.record.certifiedOn.year {
      if held < year || index % 3 == 0, let day = Day(held, held < year ? 12 : 2, 15) {
        for part in Duty.plan.parts { try add(.plan, part, year: held, on: day, "\(held) 年度\(part.phrase.zh)") }
      }
      if held < year, index % 5 != 2, let day = Day(held, 12, 25) { try add(.assessment, year: held, on: day, "考核合格") }
    }
    for builder in center.record.coBuilders ?? [] {
      for part in Duty.coBuilding.parts.dropLast(index % 6 == 5 ? 1 : 0) {
        try add(.coBuilding, part, subject: builder, on: since, part == .body ? "联合实验室" : part == .people ? "派驻 3 人" : "检测与中试")
      }
    }
    for part in Duty.autonomy.parts { try add(.autonomy, part, on: since, "管理委员会决议授权主任决定") }
    try add(.researchGroups, subject: PlainText("\(center.trade.subject)研究室"), on: since, "带头人 1 人，成员 5 人")
    if index % 4 == 0 { try add(.sharing, on: since, "2 台仪器已开放") }
    if index % 10 != 7 { try add(.cooperation, on: since, "与高校签订合作协议") }
    for part in Duty.rules.parts.dropLast(index % 7 == 4 ? 2 : 0) {
      try add(.rules, part, on: since, part == .managers ? "专职 2 人" : "\(part.phrase.zh)已印发")
    }
    for part in Duty.accounts.parts { try add(.accounts, part, on: since, "财务专账") }
    try add(.attribution, on: since, "论文署名规定")
    return records
  }
}
