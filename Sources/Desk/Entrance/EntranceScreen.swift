import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension Desk {
  /// Opens the desk for whoever somebody chooses to be, on a demo store. Going back from the desk's first screen leads to the choice again,
  /// so that one person can look at it from every side.
  ///
  /// - Throws: ``CenterStore/StoreError`` where the store cannot be read.
  ///
  /// - Parameter visit: how long one may stay; `nil`: as long as one likes.
  public static func runByChoice(
    store: CenterStore, terminal: any Terminal, preferences: Runtime.Preferences = Runtime.Preferences(), visit: VisitRule? = nil
  ) throws -> Runtime.Ending {
    let visit = visit.map { Visit($0) }
    var preferences = preferences
    var login: String?
    var typed: [TerminalEvent] = []
    while true {
      // Whoever leaves the choice wants to leave.
      login = try chooseLogin(store: store, terminal: terminal, preferences: &preferences, typedAhead: &typed, last: login, visit: visit)
      guard let login else { return .left }
      let ending = try run(
        store: store, login: login, terminal: terminal, preferences: &preferences, typedAhead: &typed, isOpenedFromElsewhere: true
      ) { sitting in visit?.limit(sitting.runtime) }
      if ending != .wentBack { return ending }
    }
  }

  /// Lets somebody choose who to be: a first screen with the roles, what each can do, and how many logins it has.
  ///
  /// - Parameters:
  ///   - preferences: language and theme, which can be switched there already.
  ///   - typedAhead: what was typed before the screen was there; at the end what was typed after the choice, meant for the desk.
  ///   - last: who they were before, whose role is selected at first.
  ///   - visit: what ends it.
  /// - Returns: the login, or `nil` where the person left instead.
  static func chooseLogin(
    store: CenterStore, terminal: any Terminal, preferences: inout Runtime.Preferences, typedAhead: inout [TerminalEvent],
    last: String? = nil, visit: Visit? = nil
  ) throws -> String? {
    let runtime = Runtime(terminal: terminal, preferences: preferences)
    visit?.limit(runtime)
    runtime.typedAhead = typedAhead
    let entrance = EntranceScreen(runtime, users: try users(of: store), last: last)
    runtime.push(entrance)
    let ending = runtime.run()
    preferences = runtime.preferences
    typedAhead = runtime.typedAhead
    return ending == .left ? entrance.chosen : nil
  }

  /// Whoever can be chosen: not those whose login is disabled.
  static func users(of store: CenterStore) throws(StoreError) -> [UserRecord] {
    try store.userRoll(by: Acting("admin", .desk)).filter { $0.disabledOn == nil }.map(\.record)
  }
}

/// The roles of a store, and who has them.
struct EntranceState: Sendable {
  /// A role and its logins.
  struct Line: Sendable, Hashable {
    /// The role.
    var role: Role
    /// Who has it, by login; numbers in logins count as numbers.
    var users: [UserRecord]
  }

  /// The roles that somebody has.
  let lines: [Line]
  /// Which one is selected.
  var list = ListState()

  /// Sorts users by role.
  init(_ users: [UserRecord]) {
    let order: [Role] = [.expert, .bureau, .department, .host, .agency, .viewer, .admin]
    lines = order.compactMap { role in
      let own = users.filter { $0.role == role }
        .sorted { ($0.login.string.utf8.count, $0.login) < ($1.login.string.utf8.count, $1.login) }
      return own.isEmpty ? nil : Line(role: role, users: own)
    }
    list.setCount(lines.count)
  }
}

/// The first screen of a demo: who do you want to be?
@MainActor
final class EntranceScreen: Screen {
  private let runtime: Runtime
  private var state: EntranceState
  private(set) var chosen: String?
  private var rows = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ runtime: Runtime, users: [UserRecord], last: String? = nil) {
    self.runtime = runtime
    state = EntranceState(users)
    if let place = state.lines.firstIndex(where: { $0.users.contains { $0.login.string == last } }) { state.list.select(place) }
  }

  var title: Phrase { ExpertHomeScreen.deskName }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "enter", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "进入", en: "enter"),
        explanation: Phrase(zh: "以所选身份进入；有多个账号时再选一个", en: "enter in the selected role; choose a login where there are several"),
        prominence: .first)
    ]
      + state.lines.enumerated().map { place, line in
        KeyBinding(
          ActionName("enter.\(place)"), [.character(Character(String(place + 1)))],
          label: Phrase(zh: "以\(line.role.phrase.zh)进入", en: "enter as \(line.role.phrase.en)"))
      }
  }

  func perform(_ action: ActionName) {
    for place in state.lines.indices where action.rawValue == "enter.\(place)" { state.list.select(place) }
    guard state.lines.indices.contains(state.list.selected) else { return }
    let users = state.lines[state.list.selected].users
    guard users.count > 1 else { return enter(users.first) }
    let measure = TextMeasure()
    let columns = users.map { measure.columns(of: $0.login.string) }.max() ?? 0
    let choices = users.map { user in
      Choice(
        Phrase(same: "\(measure.padded(user.login.string, to: columns))  \(user.name)"),
        detail: user.organization.map { PlaceNames.standard[$0.string] }, keywords: user.organization?.string ?? "")
    }
    runtime.choose(Phrase(zh: "选择账号", en: "Choose a login"), choices, filter: users.count > 12) { [weak self] place in
      if let place { self?.enter(users[place]) }
    }
  }

  private func enter(_ user: UserRecord?) {
    guard let user else { return }
    chosen = user.login.string
    runtime.finish()
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return state.list.take(press)
    case .mouse(let press):
      // Every role takes two lines.
      var press = press
      press.place.row = rows.row + (press.place.row - rows.row) / EntranceScreen.lineHeight
      switch state.list.handle(press, in: rows) {
      case .committed: perform("enter")
      case .ignored: return false
      default: break
      }
      return true
    case .paste, .focus: return false
    }
  }

  private static let lineHeight = 2

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let room = area.centered(Size(columns: min(area.columns - 2, 96), rows: area.rows))
    var row = room.row + (area.rows > 30 ? 4 : 1)
    func put(_ phrase: Phrase, _ style: Style) {
      for line in canvas.measure.wrapped(look(phrase), to: room.columns) {
        canvas.put(line, at: Position(column: room.column, row: row), style: style, within: room)
        row += 1
      }
    }
    put(
      Phrase(zh: "演示数据：人物、单位、数据均为虚构。您想以谁的身份进入？", en: "Made-up data: no person, unit or figure is real. Who do you want to be?"),
      Style(.heading, bold: true))
    row += 1
    state.list.layout(rows: state.lines.count)
    rows = Area(column: room.column, row: row, columns: room.columns, rows: max(0, room.bottom - row))
    for (place, line) in state.lines.enumerated() where row + 1 < room.bottom {
      let isSelected = place == state.list.selected
      let first = Area(column: room.column, row: row, columns: room.columns, rows: 1)
      if isSelected { canvas.fill(first, Style(.selected)) }
      func style(_ ink: Ink, bold: Bool = false) -> Style { Style(isSelected ? .selected : ink, bold: bold) }
      canvas.put("\(place + 1)", at: Position(column: first.column + 1, row: row), style: style(.accent, bold: true), within: first)
      canvas.put(look(line.role.phrase), at: Position(column: first.column + 4, row: row), style: style(.plain, bold: true), within: first)
      let logins = look(line.logins)
      canvas.put(
        logins, at: Position(column: first.right - 1 - canvas.measure.columns(of: logins), row: row), style: style(.muted), within: first)
      if isSelected { canvas.cursor = first.origin }
      let second = Area(column: room.column + 4, row: row + 1, columns: room.columns - 4, rows: 1)
      canvas.put(
        canvas.measure.truncated(look(line.role.purpose), to: second.columns), at: second.origin, style: Style(.muted), within: second)
      row += EntranceScreen.lineHeight
    }
  }
}

extension EntranceState.Line {
  /// The logins, as many as fit into a few words.
  var logins: Phrase {
    guard let first = users.first?.login.string, let last = users.last?.login.string else { return Phrase(same: "") }
    if users.count == 1 { return Phrase(same: first) }
    return Phrase(zh: "\(users.count) 个账号：\(first) … \(last)", en: "\(users.count) logins: \(first) … \(last)")
  }
}

extension Role {
  /// What somebody of the role does at the desk, in one line.
  var purpose: Phrase {
    switch self {
    case .expert:
      Phrase(zh: "给分配的中心打分：19 项指标，旁边有数据和依据；评审建设申请", en: "scores centers on 19 indicators, facts beside them; reviews applications")
    case .bureau:
      Phrase(
        zh: "办理建设申请，组织评估：进度、核定、公示、排名、管理序列", en: "takes applications to the registry; runs rounds: progress, settling, ranking")
    case .department: Phrase(zh: "推荐或退回建设申请，看归口的中心和评估安排", en: "recommends or returns applications; follows its own centers")
    case .host: Phrase(zh: "填写、提交建设申请，看本单位中心的评估安排和结果", en: "writes and hands in applications; follows its own centers")
    case .agency: Phrase(zh: "组织受托的一次评估", en: "runs the one round entrusted to it")
    case .viewer: Phrase(zh: "浏览管理序列和公布的结果", en: "browses the registry and published results")
    case .admin: Phrase(zh: "用户、部门、备份、审计；也能做市科技局的事", en: "users, departments, backups, audit; and all that the bureau does")
    }
  }
}
