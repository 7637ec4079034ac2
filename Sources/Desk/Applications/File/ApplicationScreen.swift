import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The file of one application: what is applied for beside what the rules find, what was done, and every step that can follow.
@MainActor
final class ApplicationScreen: Screen {
  let sitting: Sitting
  let number: String
  private(set) var file: ApplicationFile?
  private var failure: WordsPage?
  private var list = ListState()
  /// The lines as they were last laid out, and for what.
  private var laid: (columns: [[StyledLine]], size: Size, language: Language)?

  init(_ sitting: Sitting, number: String) {
    self.sitting = sitting
    self.number = number
  }

  var title: Phrase { Phrase(zh: "申请 \(number)", en: "Application \(number)") }

  var bindings: [KeyBinding] {
    guard let file else { return [] }
    var bindings: [KeyBinding] = []
    let role = sitting.member.role
    if role == .expert {
      bindings.append(
        KeyBinding(
          "opinion", [KeyPress(.enter), KeyPress(.function(2))], label: Phrase(zh: "评审意见", en: "opinion"),
          explanation: Phrase(zh: "填写、提交评审意见", en: "write and hand in your opinion"), prominence: .first,
          refusal: file.summary.stage == .reviewing ? nil : Phrase(zh: "评审已结束", en: "the review is over")))
      bindings.append(
        KeyBinding(
          "declare", [.character("d"), KeyPress(.function(4))], label: Phrase(zh: "申报回避", en: "declare a conflict"), prominence: .footer))
      return bindings
    }
    if role == .host {
      bindings.append(
        KeyBinding(
          "edit", [.character("e"), KeyPress(.function(4))], label: Phrase(zh: "填写", en: "fill in"),
          explanation: Phrase(zh: "填写申报书", en: "write in the application form"), prominence: .first,
          refusal: file.summary.stage.isEditable
            ? nil : Phrase(zh: "申请不在本单位手中，不能修改", en: "the application is with others: it cannot be changed")))
    }
    let lawful = file.lawfulSteps(for: role)
    bindings.append(
      KeyBinding(
        "steps", [KeyPress(.enter), KeyPress(.function(2))], label: Phrase(zh: "办理", en: "steps"),
        explanation: Phrase(zh: "列出可办理的各个步骤，不能办理的说明原因", en: "every step from here, and why others are not lawful"),
        prominence: .first))
    for (place, kind) in lawful.prefix(9).enumerated() {
      bindings.append(
        KeyBinding(
          ActionName("step.\(kind.rawValue)"), [.character(Character(String(place + 1)))], label: kind.phrase,
          prominence: place < 3 ? .footer : .help))
    }
    if sitting.isStaff { bindings += staffBindings(file) }
    return bindings
  }

  private func staffBindings(_ file: ApplicationFile) -> [KeyBinding] {
    let notReviewing = file.summary.stage == .reviewing ? nil : Phrase(zh: "不在专家评审阶段（办法第11条）", en: "not under expert review (article 11)")
    let isOver = file.summary.stage.isOpen ? nil : Phrase(zh: "申请已办结", en: "the application is over")
    return [
      KeyBinding(
        "experts", [.character("a"), KeyPress(.function(5))], label: Phrase(zh: "评审专家", en: "experts"),
        explanation: Phrase(zh: "安排评审专家，指定组长；须回避的说明原因", en: "name experts and their leader; who must step aside says why"),
        prominence: .footer, refusal: notReviewing),
      KeyBinding(
        "release", [.character("x"), KeyPress(.delete)], label: Phrase(zh: "移除专家", en: "let an expert go"),
        explanation: Phrase(zh: "移除一位尚未提交意见的专家", en: "let an expert go who has not handed in"), refusal: notReviewing),
      KeyBinding(
        "judge", [.character("v"), KeyPress(.function(6))], label: Phrase(zh: "人工认定", en: "judge"),
        explanation: Phrase(zh: "认定办法留待判断的条件，写明理由", en: "decide what the text leaves to judgement, with a reason"), refusal: isOver),
      KeyBinding(
        "credit", [.character("c"), KeyPress(.function(11))], label: Phrase(zh: "信用核查", en: "credit check"),
        explanation: Phrase(zh: "记录信用核查（办法第9条第4项）", en: "record a credit check (article 9.4)"), refusal: isOver),
    ]
  }

  // MARK: - Reading

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("application.", "call.", "conflict.", "import.") { load() }
  }

  func load() {
    do {
      file = try sitting.store.application(number, by: sitting.acting)
      failure = nil
    } catch {
      file = nil
      failure = .failed(error)
    }
    laid = nil
  }

  // MARK: - Keys

  func perform(_ action: ActionName) {
    guard let file else { return }
    switch action {
    case "steps": chooseStep(file)
    case "edit": sitting.runtime.push(ApplicationFormScreen(sitting, number: number))
    case "opinion": sitting.runtime.push(OpinionScreen(sitting, number: number))
    case "experts": chooseExpert()
    case "release": release(file)
    case "judge": chooseJudgement(file)
    case "credit": recordCredit()
    case "declare": declare()
    default:
      let prefix = "step."
      if action.rawValue.hasPrefix(prefix), let kind = ApplicationStepKind(rawValue: String(action.rawValue.dropFirst(prefix.count))) {
        begin(kind, file)
      }
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return list.take(press)
    case .mouse(let press): return list.handle(press, in: Area(column: 0, row: 1, columns: 500, rows: 500)) != .ignored
    case .paste, .focus: return false
    }
  }

  // MARK: - Drawing

  /// From how many columns on the verdicts stand beside the content.
  private static let besideColumns = 110

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    guard let file else { return WordsPage.loading.draw(on: &canvas, in: area, look: look) }
    let isBeside = area.columns >= ApplicationScreen.besideColumns
    let body = area.inset(columns: 1)
    let parts = isBeside ? body.columns([.part(1), .part(1)], gap: 3) : [body]
    let columns = parts.map { $0.columns - 1 }
    if laid?.size != area.size || laid?.language != look.language {
      let lines = ApplicationLines(file: file, look: look, measure: canvas.measure, role: sitting.member.role, today: sitting.today)
      let made =
        isBeside
        ? [lines.content(columns: columns[0]), lines.verdicts(columns: columns[1])]
        : [lines.content(columns: columns[0]) + [.blank] + lines.verdicts(columns: columns[0])]
      laid = (made, area.size, look.language)
      list.setCount(made.map(\.count).max() ?? 0)
    }
    list.layout(rows: area.rows)
    for (lines, part) in zip(laid?.columns ?? [], parts) {
      for place in list.visible where place < lines.count {
        lines[place].draw(on: &canvas, in: part, row: part.row + place - list.top)
      }
    }
    if isBeside { canvas.verticalRule(at: Position(column: parts[1].column - 2, row: area.row), rows: area.rows, within: area) }
    canvas.scrollBar(in: Area(column: area.right - 1, row: area.row, columns: 1, rows: area.rows), top: list.top, count: list.count)
    canvas.cursor = Position(column: body.column, row: body.row + list.selected - list.top)
  }
}

extension ApplicationFile {
  /// The steps that somebody of a role can take now, in the order of the way.
  func lawfulSteps(for role: Role) -> [ApplicationStepKind] {
    ApplicationStepKind.allCases.filter { $0.isTaken(by: role) && refusal($0, by: role) == nil }
  }
}
