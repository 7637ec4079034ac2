import Wording

/// What is on file of a center's duties, and how it stands to each of them on any day (articles 6, 7 and 14 to 24).
public struct DutyRecords: Sendable, Hashable {
  /// The present and former co-builders of the center, each once, in the order by which origins of members name them.
  public var coBuilders: [CoBuilderTenure]
  /// The director on the day of which the standing is asked; `nil` where there is none (article 16).
  public var director: PlainText?
  /// Who sits and sat on its committees.
  public var tenures: [CommitteeTenure]
  /// The meetings of its committees.
  public var meetings: [CommitteeMeeting]
  /// Everything else.
  public var records: [DutyRecord]

  /// Names what is on file.
  public init(
    coBuilders: [CoBuilderTenure] = [], director: PlainText? = nil, tenures: [CommitteeTenure] = [], meetings: [CommitteeMeeting] = [],
    records: [DutyRecord] = []
  ) {
    self.coBuilders = coBuilders
    self.director = director
    self.tenures = tenures
    self.meetings = meetings
    self.records = records
  }

  /// The co-builders on a day.
  public func coBuilders(on day: Day) -> [PlainText] { coBuilders.filter { $0.lasts(on: day) }.map(\.name) }

  /// Who sits on a committee on a day, and from where they come by the co-builders of that day.
  public func roll(of committee: CommitteeKind, on day: Day) -> CommitteeRoll {
    let present = coBuilders.indices.filter { coBuilders[$0].lasts(on: day) }
    let seats = tenures.filter { $0.committee == committee && $0.lasts(on: day) }.map(\.seat).map { seat in
      guard case .coBuilder(let place) = seat.origin else { return seat }
      return present.firstIndex(of: place).map { .init(seat.member, from: .coBuilder($0)) } ?? seat.ofNoCoBuilder
    }
    return CommitteeRoll(committee, seats, coBuilders: present.map { coBuilders[$0].name })
  }

  /// How a center stands to a duty on a day, by what was on file of the days until then.
  public func standing(of duty: Duty, on day: Day, _ term: DutyTerm) -> DutyStanding {
    let applies = duty != .coBuilding || !coBuilders(on: day).isEmpty
    return term.standing(of: duty, on: day, applies: applies, lapse: lapse(of: duty, on: day, term)) { year in
      missing(of: duty, in: year, on: day).isEmpty
    }
  }

  /// How it stands, and why.
  public func finding(of duty: Duty, on day: Day, _ term: DutyTerm) -> DutyFinding {
    let standing = standing(of: duty, on: day, term)
    let year = standing.year ?? day.year
    return DutyFinding(
      standing: standing, missing: standing.state == .notOwed ? [] : missing(of: duty, in: year, on: day),
      why: why(standing, in: year, on: day, term))
  }

  /// How it stands to all of them, in the order of the articles.
  public func findings(on day: Day, _ term: DutyTerm) -> [DutyFinding] { Duty.allCases.map { finding(of: $0, on: day, term) } }

  /// What a duty lacks for a year, by what was there on a day; empty where it is kept.
  public func missing(of duty: Duty, in year: Int, on day: Day) -> [Phrase] {
    switch duty.proof {
    case .director: return director.map { !$0.isEmpty } ?? false ? [] : [Phrase(zh: "无主任", en: "no director")]
    case .meeting(let committee):
      return meetings(of: committee, in: year, until: day).isEmpty ? [Phrase(zh: "\(year) 年未开会", en: "no meeting in \(year)")] : []
    case .committee(let committee):
      return roll(of: committee, on: day).findings.filter { $0.holds != true }.map {
        $0.subject + Phrase(zh: "：", en: ": ") + $0.found + Phrase(zh: "（应为\($0.required.zh)）", en: " (required: \($0.required.en))")
      }
    case .records: return missingRecords(of: duty, in: year, on: day)
    }
  }

  private func meetings(of committee: CommitteeKind, in year: Int, until day: Day) -> [CommitteeMeeting] {
    meetings.filter { $0.committee == committee && $0.day.year == year && $0.day <= day }
  }

  private func missingRecords(of duty: Duty, in year: Int, on day: Day) -> [Phrase] {
    if duty == .coBuilding {
      return coBuilders.filter { $0.lasts(on: day) }.flatMap { builder in
        missingParts(of: builder, on: day).map { Phrase(same: builder.name.string) + Phrase(zh: "：", en: ": ") + $0.phrase }
      }
    }
    let there = records.filter { $0.duty == duty && $0.day <= day && (!duty.isYearly || $0.year == year) }
    if duty.parts.isEmpty { return there.isEmpty ? [Phrase(zh: "无记录", en: "nothing on file")] : [] }
    return duty.parts.filter { part in !there.contains { $0.part == part } }.map(\.phrase)
  }

  /// What a co-builder has not named of what article 7 asks.
  func missingParts(of builder: CoBuilderTenure, on day: Day) -> [DutyPart] {
    let key = NameKey(builder.name)
    let there = records.filter { $0.duty == .coBuilding && $0.day <= day && NameKey($0.subject) == key }
    return Duty.coBuilding.parts.filter { part in !there.contains { $0.part == part } }
  }

  private func why(_ standing: DutyStanding, in year: Int, on day: Day, _ term: DutyTerm) -> Phrase {
    let duty = standing.duty
    switch standing.state {
    case .kept: return kept(duty, in: year, on: day)
    case .notOwed:
      if !term.isOpen(on: day) {
        return day < term.certifiedOn
          ? Phrase(zh: "\(term.certifiedOn) 才认定", en: "certified on \(term.certifiedOn)")
          : Phrase(zh: "已不是在册中心", en: "it is no center any more")
      }
      if duty.isPermission { return Phrase(zh: "可以加入，不作要求", en: "it may, and need not") }
      if duty == .coBuilding { return Phrase(zh: "无共建单位", en: "no co-builders") }
      return Phrase(zh: "自 \(term.firstYear) 年起要求", en: "owed from \(term.firstYear) on")
    case .due, .behind:
      let list = missing(of: duty, in: year, on: day)
      let what = list.dropFirst().reduce(list.first ?? Phrase(same: "")) { $0 + Phrase(zh: "；", en: "; ") + $1 }
      if let since = standing.brokenSince {
        return what + Phrase(zh: "，自 \(since) 起不合要求", en: "; not as required since \(since)")
      }
      guard let last = standing.lastDay else { return what }
      return standing.state == .due
        ? what + Phrase(zh: "，\(last) 前落实", en: "; until \(last)")
        : what + Phrase(zh: "，应于 \(last) 前落实", en: "; was due until \(last)")
    }
  }

  private func kept(_ duty: Duty, in year: Int, on day: Day) -> Phrase {
    switch duty.proof {
    case .director: return Phrase(same: director?.string ?? "")
    case .committee(let committee):
      let roll = roll(of: committee, on: day)
      return Phrase(zh: "\(roll.members.count) 人，符合要求", en: "\(roll.members.count) members, as required")
    case .meeting(let committee):
      let meetings = meetings(of: committee, in: year, until: day).sorted { $0.day < $1.day }
      let days = meetings.map(\.day.description)
      // The text names what a committee deals with, not that each year has all of it: what was left out is told and holds nothing up.
      let left = AgendaItem.items(of: committee).filter { item in item != .director && !meetings.contains { $0.agenda.contains(item) } }
      let told = Phrase(zh: days.joined(separator: "、") + " 开会", en: "met on " + days.joined(separator: ", "))
      if left.isEmpty { return told }
      return told
        + Phrase(
          zh: "；未议：\(left.map(\.phrase.zh).joined(separator: "、"))",
          en: "; not dealt with: \(left.map(\.phrase.en).joined(separator: ", "))")
    case .records:
      let there = records.filter { $0.duty == duty && $0.day <= day && (!duty.isYearly || $0.year == year) }
      guard let last = there.map(\.day).max() else { return Phrase(same: "") }
      return Phrase(zh: "\(there.count) 项记录，最近 \(last)", en: "\(there.count) on file, the latest of \(last)")
    }
  }
}

/// How a center stands to a duty, and why.
public struct DutyFinding: Sendable, Hashable {
  /// How it stands.
  public let standing: DutyStanding
  /// What is missing; empty where it is kept or not owed.
  public let missing: [Phrase]
  /// Why it stands so, in a line.
  public let why: Phrase

  /// Which duty.
  public var duty: Duty { standing.duty }
}
