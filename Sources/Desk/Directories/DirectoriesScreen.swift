import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The lists of everything that the desk keeps beside centers, applications and matters, and the way into each.
enum Directory: CaseIterable, Sendable {
  case experts, notices, organizations, departments, fields, users, audit

  /// Whether somebody finds something there.
  @MainActor
  func isOf(_ sitting: Sitting) -> Bool {
    switch self {
    case .experts: sitting.isStaff || (try? sitting.store.conductedRounds(by: sitting.acting).isEmpty) == false
    case .audit: sitting.isStaff
    case .users: sitting.member.role == .admin
    case .organizations, .departments, .fields, .notices: true
    }
  }

  /// What it is called.
  var name: Phrase {
    switch self {
    case .experts: .experts
    case .notices: .publicNotices
    case .organizations: .organizations
    case .departments: .departments
    case .fields: .fieldsAndClusters
    case .users: .users
    case .audit: .auditLog
    }
  }

  /// What is found there.
  var purpose: Phrase {
    switch self {
    case .experts: Phrase(zh: "领域、任务、回避、历年评审", en: "fields, load, conflicts, their record over the years")
    case .notices: Phrase(zh: "拟新建、评估结果、撤销，可提异议的在前", en: "new centers, results, revocations; how to object")
    case .organizations: Phrase(zh: "依托、共建单位及其中心，曾用名", en: "hosts and co-builders with their centers, other names")
    case .departments: Phrase(zh: "类别、管辖、各自的中心", en: "kind, jurisdiction, their centers")
    case .fields: Phrase(zh: "名录维护，各自的中心、在办申请、优先布局", en: "the lists, their centers, open applications, priority")
    case .users: Phrase(zh: "账号、身份、公钥，新建、停用", en: "logins, roles, keys; new ones, disabled ones")
    case .audit: Phrase(zh: "何人何时做了什么，前后对照，校验", en: "who did what when, before and after, verification")
    }
  }

  /// The screen.
  @MainActor
  func screen(_ sitting: Sitting) -> any Screen {
    switch self {
    case .experts: ExpertDirectory.screen(sitting)
    case .notices: NoticeDirectory.screen(sitting)
    case .organizations: OrganizationDirectory.screen(sitting)
    case .departments: DepartmentDirectory.screen(sitting)
    case .fields: FieldDirectory.screen(sitting)
    case .users: UserDirectory.screen(sitting)
    case .audit: AuditScreen(sitting)
    }
  }
}

/// The lists that somebody may read, a line each.
@MainActor
final class DirectoriesScreen: ListScreen {
  private let sitting: Sitting
  private let directories: [Directory]
  var list: ListState? = ListState()
  private(set) var listArea = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting) {
    self.sitting = sitting
    directories = Directory.allCases.filter { $0.isOf(sitting) }
    list?.setCount(directories.count)
  }

  var title: Phrase { .directories }
  var opening: ActionName { "go" }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "go", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "进入", en: "go"),
        explanation: Phrase(zh: "进入所选的一项", en: "go where the selected line leads"), prominence: .first)
    ]
      + directories.enumerated().map { place, directory in
        KeyBinding(
          ActionName("go.\(place)"), [.character(Character(String(place + 1)))], label: directory.name,
          explanation: directory.name + Phrase(zh: "：", en: ": ") + directory.purpose)
      }
  }

  func perform(_ action: ActionName) {
    if action == "go", let list { return go(list.selected) }
    for place in directories.indices where action.rawValue == "go.\(place)" { go(place) }
  }

  private func go(_ place: Int) {
    guard directories.indices.contains(place) else { return }
    list?.select(place)
    sitting.runtime.push(directories[place].screen(sitting))
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    listArea = Area(column: area.column, row: area.row + 1, columns: area.columns, rows: max(0, min(directories.count, area.rows - 1)))
    let names = directories.map { look($0.name) }
    let width = names.map { canvas.measure.columns(of: $0) }.max() ?? 0
    for (place, directory) in directories.enumerated().prefix(listArea.rows) {
      let line = Area(column: listArea.column, row: listArea.row + place, columns: listArea.columns, rows: 1)
      let isSelected = place == list?.selected
      if isSelected { canvas.fill(line, Style(.selected)) }
      func style(_ ink: Ink, bold: Bool = false) -> Style { Style(isSelected ? .selected : ink, bold: bold) }
      canvas.put("\(place + 1)", at: Position(column: line.column + 1, row: line.row), style: style(.accent, bold: true), within: line)
      canvas.put(names[place], at: Position(column: line.column + 4, row: line.row), style: style(.plain, bold: true), within: line)
      let rest = line.splitLeft(width + 7).rest
      canvas.put(
        canvas.measure.truncated(look(directory.purpose), to: rest.columns), at: rest.origin, style: style(.muted), within: rest)
      if isSelected { canvas.cursor = line.origin }
    }
  }
}

extension Phrase {
  static let directories = Phrase(zh: "名册", en: "Directories")
}
