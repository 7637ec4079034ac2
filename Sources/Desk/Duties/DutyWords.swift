import CenterStore
import Regulation
import Widgets
import Wording

extension DutyStanding.State {
  /// The colour of a standing; the word always stands beside it.
  var ink: Ink {
    switch self {
    case .kept: .good
    case .due: .caution
    case .behind: .bad
    case .notOwed: .muted
    }
  }
}

extension DutyStanding {
  /// The standing with the year or the day that belongs to it, and the years that were missed before: 已落实（2026 年）；缺 2025 年.
  var words: Phrase { missedYears.map { told + Phrase(zh: "；", en: "; ") + $0 } ?? told }

  /// The years that were missed before the one of the standing: 缺 2025 年; `nil` where there is none.
  var missedYears: Phrase? {
    if missed.isEmpty { return nil }
    let years = missed.map(\.description)
    return Phrase(zh: "缺 \(years.joined(separator: "、")) 年", en: "missed \(years.joined(separator: ", "))")
  }

  private var told: Phrase {
    switch (state, year, lastDay) {
    case (.kept, let year?, _): state.phrase + Phrase(zh: "（\(year) 年）", en: " (\(year))")
    case (.behind, let year?, _): state.phrase + Phrase(zh: "（\(year) 年）", en: " (\(year))")
    case (.behind, nil, nil):
      brokenSince.map { state.phrase + Phrase(zh: "（自 \($0) 起）", en: " (since \($0))") } ?? state.phrase
    case (.behind, nil, let last?): state.phrase + Phrase(zh: "（应于 \(last) 前）", en: " (was due \(last))")
    case (.due, _, let last?): state.phrase + Phrase(zh: "（\(last) 前）", en: " (until \(last))")
    default: state.phrase
    }
  }
}

extension DutyOrigin {
  /// Who put it on file; `nil` for the host, whose duty that is.
  var phrase: Phrase? {
    switch self {
    case .host: nil
    case .staff: Phrase(zh: "市科技局代录", en: "entered by the bureau")
    case .application: Phrase(zh: "据申报书", en: "from the application")
    }
  }
}

extension Phrase {
  /// 运行管理职责
  static let duties = Phrase(zh: "运行管理职责", en: "Operating duties")
}

extension Duty {
  /// What the duties of an article are called.
  static func names(of article: String) -> Phrase { .list(Duty.allCases.filter { $0.article == article }.map(\.phrase)) }
}

/// Who may do what with duties on the desk; the store asks again.
@MainActor
enum DutyAccess {
  /// Why somebody enters nothing of a center's duties; `nil` where they may.
  static func refusal(_ sitting: Sitting, _ code: String) -> Phrase? {
    if sitting.isStaff { return nil }
    if sitting.member.role == .host, (try? sitting.store.ownsCenter(code, by: sitting.acting)) == true { return nil }
    return Phrase(zh: "由依托单位或市科技局登记", en: "the host or the bureau enters it")
  }

  /// Whether somebody reads duties at all: staff, departments and hosts.
  static func reads(_ role: Role) -> Bool { [.admin, .bureau, .department, .host].contains(role) }
}

/// What is on file of one duty, as lines of a file: each thing with what it says, and by which it can be taken out.
struct DutyEntry: Sendable, Hashable {
  /// What it is, in the store.
  let item: DutyItem
  /// What a document shows that shows it.
  let place: DutyPlace
  /// The day, or the days.
  let days: Phrase
  /// What it is called.
  let title: Phrase
  /// What it says, line by line.
  let details: [Phrase]

  /// Everything on file of a duty, the latest first; of a committee those first who sit on it.
  static func entries(of duty: Duty, in file: DutyFile) -> [DutyEntry] {
    switch duty.proof {
    case .director: []
    case .committee(let committee):
      file.seats.filter { $0.tenure.committee == committee }.sorted { ($0.tenure.until == nil ? 0 : 1) < ($1.tenure.until == nil ? 0 : 1) }
        .map(DutyEntry.init)
    case .meeting(let committee): file.meetings.filter { $0.meeting.committee == committee }.map(DutyEntry.init)
    case .records: file.entries.filter { $0.record.duty == duty }.map(DutyEntry.init)
    }
  }

  private init(_ stored: StoredSeat) {
    let (tenure, member) = (stored.tenure, stored.tenure.seat.member)
    item = .seat(stored.id)
    place = stored.place
    days =
      tenure.until.map { Phrase(zh: "\(tenure.since) 至 \($0)", en: "\(tenure.since) to \($0)") }
      ?? Phrase(zh: "\(tenure.since) 起", en: "since \(tenure.since)")
    let origin: Phrase =
      switch tenure.seat.origin {
      case .host: Phrase(zh: "依托单位", en: "host")
      case .coBuilder: Phrase(zh: "共建单位", en: "co-builder")
      case .outside: Phrase(zh: "外单位", en: "outside")
      case .unknown: Phrase(zh: "未写单位", en: "no employer")
      }
    let office = member.duty.map { Phrase(zh: "，\($0.phrase.zh)", en: ", \($0.phrase.en)") } ?? Phrase(same: "")
    title = Phrase(same: "\(member.name)") + office
    details = [
      Phrase(same: member.employer.string) + origin.inBrackets, stored.origin.phrase,
    ].compactMap(\.self)
  }

  private init(_ stored: StoredMeeting) {
    let meeting = stored.meeting
    item = .meeting(stored.id)
    place = stored.place
    days = Phrase(same: meeting.day.description)
    title = Phrase(
      zh: meeting.agenda.map(\.phrase.zh).joined(separator: "、"), en: meeting.agenda.map(\.phrase.en).joined(separator: ", "))
    details = [
      meeting.outcome.isEmpty ? nil : Phrase(same: meeting.outcome.string),
      Phrase(zh: "纪要：", en: "Minutes: ") + Phrase(same: meeting.minutes.string),
      stored.origin.phrase,
    ].compactMap(\.self)
  }

  private init(_ stored: StoredDutyRecord) {
    let record = stored.record
    item = .record(stored.id)
    place = stored.place
    days = Phrase(same: record.day.description)
    let names = [
      record.year.map { Phrase(zh: "\($0) 年", en: "\($0)") }, record.subject.isEmpty ? nil : Phrase(same: record.subject.string),
      record.part?.phrase,
    ].compactMap(\.self)
    title = names.dropFirst().reduce(names.first ?? record.duty.phrase) { $0 + Phrase(same: "  ") + $1 }
    details = [
      Phrase(same: record.text.string),
      record.evidence.isEmpty ? nil : Phrase(zh: "佐证：", en: "Evidence: ") + Phrase(same: record.evidence.string), stored.origin.phrase,
    ].compactMap(\.self)
  }
}
