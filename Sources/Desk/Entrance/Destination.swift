import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A place that a home screen leads to, by a digit of its own or by Enter on its line.
enum Destination: Sendable, Hashable {
  case progress(Int)
  case ranking(Int)
  case rounds
  case registry
  /// What stands where, looked at on a day.
  case applications(ApplicationQueue, today: Day, isHost: Bool)
  case calls
  /// The evaluation forms of a round, and what waits there for this person.
  case materials(Int, MaterialsWaiting)
  /// A round that this person's department carries out for its own centers (article 5(3)).
  case charge(Int, RoundCharge)
  /// Changes, directors and revocations: how many are open, and how many of them wait for this person.
  case matters(open: Int, waiting: Int)
  /// The duties of centers in operation (articles 6, 7 and 14 to 24).
  case duties
  /// What every rule makes hold of the store, for the administrator.
  case doctor
  /// The lists of people, organizations, notices and of what was done.
  case directories

  /// What it is called.
  var name: Phrase {
    switch self {
    case .progress(let year): Phrase(zh: "\(year) 年度评分进度", en: "Progress of \(year)")
    case .ranking(let year): Phrase(zh: "\(year) 年度排名", en: "Ranking of \(year)")
    case .rounds: Phrase(zh: "评估年度", en: "Rounds of evaluation")
    case .registry: Phrase(zh: "管理序列", en: "Registry of centers")
    case .applications: Phrase(zh: "申请", en: "Applications")
    case .calls: Phrase(zh: "申报通知", en: "Calls")
    case .matters: Phrase(zh: "变更、主任、撤销", en: "Matters of centers")
    case .duties: .duties
    case .doctor: .doctor
    case .directories: .directories
    case .charge(let year, _): Phrase(zh: "组织 \(year) 年度评估", en: "The round of \(year) is ours")
    case .materials(let year, _): Phrase(zh: "\(year) 年度评估材料", en: "Material of \(year)")
    }
  }

  /// Further words by which it is looked for.
  var keywords: String {
    switch self {
    case .matters: "change director revoke revocation 变更 主任 撤销 备案 重组 reorganise"
    case .registry: "center search 中心 检索"
    case .duties: "committee meeting 委员会 会议 职责"
    default: ""
    }
  }

  /// Whether it leads to the applications.
  var isApplications: Bool { if case .applications = self { true } else { false } }

  /// Whether it leads to the evaluation forms of a round.
  var isMaterials: Bool { if case .materials = self { true } else { false } }

  /// Whether it leads to the matters of centers.
  var isMatters: Bool { if case .matters = self { true } else { false } }

  /// Whether it leads to a round that this person's department carries out.
  var isCharge: Bool { if case .charge = self { true } else { false } }

  /// How many things wait there for this person.
  var waiting: Int {
    switch self {
    case .applications(let queue, _, _): queue.waiting
    case .materials(_, let material): material.waiting
    case .charge(_, let charge): charge.waits ? 1 : 0
    case .matters(_, let waiting): waiting
    default: 0
    }
  }

  /// What is found there.
  ///
  /// - Parameter isStaff: whether the steps of a round are this person's.
  func purpose(isStaff: Bool) -> Phrase {
    switch self {
    case .progress: Phrase(zh: "哪些专家落后，哪些中心份数不足", en: "which experts are behind, which centers lack sheets")
    case .ranking: Phrase(zh: "名次、得分、等级、分布", en: "ranks, scores, grades, their distribution")
    case .rounds:
      isStaff
        ? Phrase(zh: "新年度、分配、核定、公示、结束", en: "announce, assign, settle, publish, close")
        : Phrase(zh: "各年度的日期、进展和公布的结果", en: "days, state and published results of each year")
    case .registry: Phrase(zh: "检索、筛选、各中心档案", en: "search, filter, each center's file")
    case .applications(let queue, let today, let isHost): QueueWords.purpose(of: queue, today: today, isHost: isHost)
    case .calls: Phrase(zh: "申报领域、材料、截止日期", en: "fields, documents, last days")
    case .duties: Phrase(zh: "哪些中心已落实、待落实、逾期，按条款", en: "who keeps, owes, is behind, by article")
    case .doctor: Phrase(zh: "各条规定在数据中是否成立", en: "whether the store keeps what every rule says")
    case .directories:
      isStaff
        ? Phrase(zh: "专家、公示、单位、技术领域、审计日志", en: "experts, notices, organizations, fields, log")
        : Phrase(zh: "公示、单位、归口管理部门", en: "notices, organizations, departments")
    case .materials(_, let material): material.phrase
    case .charge(_, let charge): charge.phrase
    case .matters(let open, let waiting):
      waiting > 0
        ? Phrase(zh: "待我办理 \(waiting) 件", en: waiting == 1 ? "1 waits for me" : "\(waiting) wait for me")
        : open > 0
          ? Phrase(zh: "在办 \(open) 件", en: open == 1 ? "1 is under way" : "\(open) are under way")
          : Phrase(zh: "没有在办的（办法第16、30、31条）", en: "none under way (articles 16, 30, 31)")
    }
  }

  /// The applications, with what waits for somebody; `nil` for whom they are no matter.
  @MainActor
  static func applications(_ sitting: Sitting) -> Destination? {
    (try? sitting.store.applicationQueue(by: sitting.acting)).map {
      .applications($0, today: sitting.today, isHost: sitting.member.role == .host)
    }
  }

  /// The matters of centers; `nil` for whom they are none.
  @MainActor
  static func matters(_ sitting: Sitting) -> Destination? {
    (try? sitting.store.matters(by: sitting.acting)).map { matters in
      .matters(open: matters.count(where: \.isOpen), waiting: matters.count(where: \.waits))
    }
  }

  /// The evaluation forms of the latest round and of every earlier one that still takes them, with what waits for somebody; none of a round without
  /// a center of theirs, or that is no matter of theirs.
  ///
  /// - Parameter rounds: the latest first.
  @MainActor
  static func materials(_ rounds: [RoundRecord], _ sitting: Sitting) -> [Destination] {
    rounds.filter { $0.year == rounds.first?.year || $0.state.takesSheets }.compactMap { round in
      guard let centers = try? sitting.store.materials(year: round.year, by: sitting.acting), !centers.isEmpty else { return nil }
      let waiting = round.state.takesSheets ? centers.filter { MaterialWords.waits($0, for: sitting.member.role) } : []
      return .materials(round.year, MaterialsWaiting(waiting))
    }
  }

  /// How many places of a list have a digit; the others are reached by the line.
  static let digits = 9

  /// The binding of the destination at a place of the list that has a digit; digits are no letters, so they arrive with an input method on.
  func binding(at place: Int, isStaff: Bool) -> KeyBinding {
    KeyBinding(
      ActionName("go.\(place)"), [.character(Character(String(place + 1)))], label: name,
      explanation: name + Phrase(zh: "：", en: ": ") + purpose(isStaff: isStaff))
  }

  /// The screen.
  @MainActor
  func screen(_ sitting: Sitting) -> any Screen {
    switch self {
    case .progress(let year): ProgressScreen(sitting, year: year)
    case .ranking(let year): RankingScreen(sitting, year: year)
    case .rounds: RoundsScreen(sitting)
    case .registry: RegistryScreen(sitting)
    case .applications: ApplicationsScreen(sitting)
    case .calls: CallsScreen(sitting)
    case .duties: DutyListScreen(sitting)
    case .doctor: DoctorScreen(sitting)
    case .directories: DirectoriesScreen(sitting)
    case .materials(let year, _): MaterialsScreen(sitting, year: year)
    case .charge(let year, _): RoundsScreen(sitting, year: year)
    case .matters: MattersScreen(sitting)
    }
  }
}

extension [Destination] {
  /// Draws the list, the selected line with the cursor.
  func draw(on canvas: inout Canvas, in area: Area, selected: Int?, isStaff: Bool, look: Look) {
    let names = map { look($0.name) }
    let width = names.map { canvas.measure.columns(of: $0) }.max() ?? 0
    for (place, destination) in enumerated().prefix(area.rows) {
      let line = Area(column: area.column, row: area.row + place, columns: area.columns, rows: 1)
      let isSelected = place == selected
      if isSelected { canvas.fill(line, Style(.selected)) }
      func style(_ ink: Ink, bold: Bool = false) -> Style { Style(isSelected ? .selected : ink, bold: bold) }
      if place < Destination.digits {
        canvas.put("\(place + 1)", at: Position(column: line.column + 1, row: line.row), style: style(.accent, bold: true), within: line)
      }
      canvas.put(names[place], at: Position(column: line.column + 4, row: line.row), style: style(.plain, bold: true), within: line)
      let rest = line.splitLeft(width + 7).rest
      canvas.put(
        canvas.measure.truncated(look(destination.purpose(isStaff: isStaff)), to: rest.columns), at: rest.origin, style: style(.muted),
        within: rest)
      if isSelected { canvas.cursor = line.origin }
    }
  }
}
