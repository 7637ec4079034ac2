import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The expert's first screen: my centers, how far each sheet has come, and how long there still is.
@MainActor
final class ExpertHomeScreen: Screen {
  static let deskName = Phrase(zh: "沧州市技术创新中心评审台", en: "Cangzhou technology innovation centers")

  let sitting: Sitting
  private var state = ExpertHomeState()
  private var list = Area(Size(columns: 0, rows: 0))

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase {
    sitting.store.isAway
      ? Phrase(zh: "带出的评分表 · 保存即写回文件", en: "Sheets taken away · what is saved is in the file") : ExpertHomeScreen.deskName
  }

  private enum Action: String {
    case open, matrix, pledge, registry, applications, decline, opinion, away, back, find, retry, up, down, first, last, pageUp, pageDown,
      fold, unfold
  }

  var bindings: [KeyBinding] {
    if state.problem != nil { return [binding(.retry, [KeyPress(.function(5)), KeyPress(.enter)], zh: "重试", en: "try again", .first)] }
    let isHeading = state.selected == nil
    return [
      binding(
        .open, [KeyPress(.enter)], zh: isHeading ? "展开、收起" : "打开", en: isHeading ? "open, close" : "open", .first,
        explaining: Phrase(zh: "打开所选中心的评分表，或展开、收起一个年度", en: "open the scoresheet of the selected center, or a round")),
      binding(
        .matrix, [.character("m"), KeyPress(.function(2))], zh: "对照", en: "matrix", .footer,
        explaining: Phrase(zh: "所有中心按指标对照", en: "compare all my centers indicator by indicator"),
        state.selectedRound == nil ? Phrase(zh: "没有分配给您的中心", en: "No center is assigned to you") : nil),
      binding(
        .pledge, [.character("w"), KeyPress(.function(6))], zh: "承诺", en: "pledge", .footer,
        explaining: Phrase(zh: "查看或签署保密、诚信、回避承诺", en: "read or give the pledge of secrecy, integrity and recusal"),
        state.selectedRound == nil ? Phrase(zh: "没有分配给您的中心", en: "No center is assigned to you") : nil),
      binding(
        .registry, [.character("r"), KeyPress(.function(5))], zh: "管理序列", en: "registry", .footer,
        explaining: Phrase(zh: "查看全市技术创新中心", en: "browse all centers of the city")),
      binding(
        .applications, [.character("a"), KeyPress(.function(4))], zh: "申请评审", en: "reviews", state.hasReviews ? .first : .footer,
        explaining: Phrase(zh: "请您评审的申请（办法第11条）", en: "the applications that are yours to review (article 11)")),
      binding(
        .decline, [.character("x"), KeyPress(.function(3))], zh: "辞评", en: "decline", .help,
        explaining: Phrase(zh: "不评所选的中心，写明理由", en: "decline the selected center, with a reason"), state.refusesDeclining),
      binding(
        .opinion, [.character("g"), KeyPress(.insert)], zh: "专家组意见", en: "group opinion", state.opinionsDue > 0 ? .footer : .help,
        explaining: Phrase(zh: "任组长的，评分表交齐后填写专家组意见", en: "as leader, write what the experts say as a group once every sheet is in"),
        state.selected.map(\.refusesOpinion) ?? Phrase(zh: "没有选定中心", en: "No center is selected")),
      binding(
        .away, [.character("t"), .control("t")], zh: "带出评分", en: "take away", .help,
        explaining: Phrase(
          zh: "把所选年度的评分表写成加密的文件，在另一台机器上评分", en: "write the sheets of the selected round as a sealed file, to be scored on another machine"),
        state.selectedRound == nil ? Phrase(zh: "没有分配给您的中心", en: "No center is assigned to you") : sitting.refusesAway),
      binding(
        .back, [.character("b"), KeyPress(.function(11))], zh: "带回评分", en: "bring back", .help,
        explaining: Phrase(
          zh: "把在别处评好的文件带回；两边都改了的逐项选定", en: "bring a file back that was scored elsewhere; what changed on both sides is chosen one by one"),
        sitting.refusesAway),
      binding(.up, [KeyPress(.up), .character("k")], zh: "上移", en: "up"),
      binding(.down, [KeyPress(.down), .character("j")], zh: "下移", en: "down"),
      binding(.first, [KeyPress(.home)], zh: "到开头", en: "to the beginning"),
      binding(.last, [KeyPress(.end)], zh: "到末尾", en: "to the end"),
      binding(.pageUp, [KeyPress(.pageUp)], zh: "上翻页", en: "page up"),
      binding(.pageDown, [KeyPress(.pageDown)], zh: "下翻页", en: "page down"),
      binding(.fold, [KeyPress(.left), .character("h")], zh: "收起年度", en: "close the round"),
      binding(.unfold, [KeyPress(.right), .character("l")], zh: "展开年度", en: "open the round"),
      .find(refusal: state.rounds?.isEmpty ?? true ? Phrase(zh: "没有分配给您的中心", en: "No center is assigned to you") : nil),
    ]
  }

  private func binding(
    _ action: Action, _ keys: [KeyPress], zh: String, en: String, _ prominence: KeyBinding.Prominence = .help, explaining: Phrase? = nil,
    _ refusal: Phrase? = nil
  ) -> KeyBinding {
    KeyBinding(
      ActionName(action.rawValue), keys, label: Phrase(zh: zh, en: en), explanation: explaining, prominence: prominence, refusal: refusal)
  }

  // MARK: - Reading

  func appeared() {
    // Read at once: what is typed meanwhile is meant for the list.
    do {
      let tasks = try sitting.store.tasks(by: sitting.acting)
      let pledged = try Set(tasks.map(\.year)).filter { try sitting.store.hasPledged(year: $0, by: sitting.acting) }
      state.take(tasks, pledged: pledged)
      let waiting = try sitting.store.applications(by: sitting.acting).filter(\.waits)
      state.groupReviews = waiting.count { $0.ownPart == .groupOpinionDue }
      state.reviews = waiting.count - state.groupReviews
      state.reviewsSince = waiting.compactMap(\.dueSince).min()
    } catch {
      state.problem = Sitting.phrase(for: error)
    }
  }

  func changed(_ news: any Sendable) {
    guard let news = news as? StoreNews else { return }
    if news.contains("sheet.", "import.", "round.", "assign.", "expert.", "conflict.", "application.", "revocation.", "center.") {
      appeared()
    }
  }

  // MARK: - Keys

  func perform(_ action: ActionName) {
    switch Action(rawValue: action.rawValue) {
    case .open: open()
    case .matrix:
      guard let round = state.selectedRound else { return }
      afterPledge(round) { [sitting] in
        sitting.runtime.push(MatrixScreen(sitting, year: round.year, center: self.state.selected?.center))
      }
    case .pledge: if let round = state.selectedRound { sitting.runtime.push(PledgeScreen(sitting, year: round.year)) }
    case .registry: sitting.runtime.push(RegistryScreen(sitting))
    case .applications: sitting.runtime.push(ApplicationsScreen(sitting))
    case .decline: if let task = state.selected { sitting.decline(task) }
    case .opinion: if let task = state.selected { sitting.writeGroupOpinion(task) }
    case .away: if let round = state.selectedRound { sitting.takeSheetsAway(round.year) }
    case .back: sitting.bringSheetsBack { [weak self] in self?.appeared() }
    case .find: find()
    case .retry:
      state.problem = nil
      appeared()
    case .up: state.outline.move(.up)
    case .down: state.outline.move(.down)
    case .first: state.outline.move(.first)
    case .last: state.outline.move(.last)
    case .pageUp: state.outline.move(.pageUp)
    case .pageDown: state.outline.move(.pageDown)
    case .fold: _ = state.outline.handle(KeyPress(.left))
    case .unfold: _ = state.outline.handle(KeyPress(.right))
    case nil: break
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    guard case .mouse(let press) = event else { return false }
    switch state.outline.handle(press, in: list) {
    case .committed: open()
    case .ignored: return false
    case .changed, .moved, .refused, .cancelled: break
    }
    return true
  }

  private func open() {
    guard let task = state.selected, let round = state.selectedRound else {
      if case .heading(let group) = state.outline.selected { state.outline.toggle(group) }
      return
    }
    if task.recusal != nil { return tellRecusal(task) }
    afterPledge(round) { [weak self] in
      guard let self else { return }
      // A conflict may have been declared with the pledge.
      appeared()
      let now = state.rounds?.flatMap(\.tasks).first { $0.year == task.year && $0.center == task.center } ?? task
      if now.recusal != nil { return tellRecusal(now) }
      sitting.runtime.push(ScoresheetScreen(sitting, year: task.year, center: task.center))
    }
  }

  /// Lets one of the own centers be found. It is known by round and code, whatever changes meanwhile.
  private func find() {
    func index(_ places: [ExpertHomeState.Place]) -> RowIndex { RowIndex(places.map { ($0.task?.center ?? "", $0.task?.name ?? "") }) }
    let places = state.places
    ListFinder(
      places, index(places), now: { [weak self] in self?.state.places }, read: { $1(index($0)) },
      place: { [weak self] places, row in self?.state.places.firstIndex { $0.isSame(as: places[row]) } },
      selected: { [weak self] in self?.state.placeInHand },
      select: { [weak self] place in
        if let self { state.select(state.places[place]) }
      }
    ).find(on: sitting.runtime)
  }

  private func tellRecusal(_ task: ExpertTask) {
    guard let recusal = task.recusal else { return }
    sitting.runtime.tell(
      Phrase(zh: "须回避", en: "You step aside here"),
      Phrase(
        zh: "\(task.center) \(task.name)：\(recusal.zh)，不能评分（回避）。市科技局会另行分配专家。",
        en: "\(task.center) \(task.name): \(recusal.en); it cannot be scored by you (recusal). The bureau assigns somebody else."))
  }

  /// Goes on after the pledge of a round; where it takes none any more, who never gave it is told so.
  private func afterPledge(_ round: ExpertHomeState.Round, _ then: @escaping @MainActor () -> Void) {
    guard round.hasPledged || round.takesPledge else {
      return sitting.runtime.notice(
        Phrase(
          zh: "\(round.year) 年度评分已结束，您没有签署承诺，材料和评分表不再开放",
          en: "the scoring of \(round.year) is over and you never gave the pledge: its material is closed to you"), .caution)
    }
    sitting.afterPledge(round.year, hasPledged: round.hasPledged, then)
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    list = ExpertHomeView.list(in: area)
    state.outline.layout(rows: list.rows)
    ExpertHomeView.draw(
      state, name: sitting.member.name.string, today: sitting.today, fields: sitting.names, on: &canvas, in: area, look: look)
  }
}

extension Sitting {
  /// Goes on at once where the pledge of a round is given, else after it was given.
  func afterPledge(_ year: Int, hasPledged: Bool, _ then: @escaping @MainActor () -> Void) {
    if hasPledged { return then() }
    runtime.push(PledgeScreen(self, year: year, then: then))
  }
}
