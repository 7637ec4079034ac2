import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The experts of one center in a round: who scores it, how far each is, who leads, what they wrote as a group; for who carries the round out.
@MainActor
final class PanelScreen: ListScreen {
  let sitting: Sitting
  let year: Int
  let center: String
  private(set) var state: PanelState?
  private var page: WordsPage = .loading
  private var area = Area(Size(columns: 0, rows: 0))
  private var measure = TextMeasure()

  init(_ sitting: Sitting, year: Int, center: String) {
    self.sitting = sitting
    self.year = year
    self.center = center
  }

  var title: Phrase { Phrase(zh: "\(center) \(year) 年度专家组", en: "Experts of \(center), \(year)") }

  var bindings: [KeyBinding] {
    guard let state else { return [] }
    var bindings = [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "看评分表", en: "read sheet"),
        explanation: Phrase(zh: "查看所选专家已提交的评分表", en: "read the selected expert's sheet once it is submitted"),
        prominence: .first, refusal: state.refusesReading),
      KeyBinding(
        "leader", [.character("l"), KeyPress(.function(2))], label: Phrase(zh: "定为组长", en: "leader"),
        explanation: Phrase(zh: "定所选专家为组长，由其填写专家组意见", en: "name the selected expert leader, who writes the group's opinion"),
        prominence: .footer, refusal: state.refusesLeading),
      KeyBinding(
        "assign", [.character("a"), KeyPress(.function(4))], label: Phrase(zh: "指定专家", en: "assign"),
        explanation: Phrase(zh: "指定专家评这个中心，须回避者除外", en: "assign experts to this center by hand, none who must step aside"),
        prominence: .footer, refusal: state.refusesAssigning),
      KeyBinding(
        "release", [.character("x"), KeyPress(.delete)], label: Phrase(zh: "解除", en: "let go"),
        explanation: Phrase(zh: "解除所选专家对这个中心的评审任务，写明理由", en: "let the selected expert go from this center, with a reason"),
        prominence: .footer, refusal: state.refusesReleasing),
      KeyBinding(
        "substitutes", [.character("g"), KeyPress(.function(6))], label: Phrase(zh: "补抽", en: "draw"),
        explanation: Phrase(zh: "按上次抽取的种子补足专家，其余分配不变", en: "fill the gap by the seed of the last draw; all else stays"),
        prominence: .footer, refusal: state.refusesDrawing),
    ]
    if sitting.isStaff {
      // Where there is no sheet yet, there is nothing to read: typing it is what comes next.
      bindings.insert(
        KeyBinding(
          "paper", [.character("e"), KeyPress(.insert)], label: Phrase(zh: "代录", en: "from paper"),
          explanation: Phrase(zh: "把所选专家签名的纸质评分表录入，注明代录", en: "type the selected expert's signed paper sheet; it is marked as typed"),
          prominence: state.refusesTyping == nil ? .first : .footer, refusal: state.refusesTyping), at: 1)
    }
    // A department that carries a round out tells the bureau; an agency answers for its own people (article 5(3)).
    if sitting.isStaff || sitting.member.role == .agency {
      bindings.append(
        KeyBinding(
          "conflict", [.character("c"), .control("x")], label: Phrase(zh: "申报回避", en: "conflict"),
          explanation: Phrase(
            zh: "代为申报一位专家对这个中心的回避，写明事由", en: "declare that an expert has to step aside from this center, with the reason"),
          prominence: .footer))
    }
    return bindings + [
      KeyBinding(
        "file", [.character("o"), KeyPress(.function(3))], label: Phrase(zh: "档案", en: "center's file"),
        explanation: Phrase(zh: "打开这个中心的档案", en: "open the file of this center"), prominence: .help),
      KeyBinding(
        "form", [.character("m"), KeyPress(.function(5))], label: Phrase(zh: "评估情况表", en: "evaluation form"),
        explanation: Phrase(zh: "查看这个中心本年度的评估情况表", en: "look at the evaluation form of this center"), prominence: .help),
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("sheet.", "import.", "round.", "assign.", "expert.", "conflict.", "panel.", "center.") {
      load()
    }
  }

  func perform(_ action: ActionName) {
    guard let state else { return }
    let acts = PanelActs(sitting: sitting, panel: state.panel) { [weak self] in self?.load() }
    switch action {
    case "open": if let seat = state.selected { read(seat) }
    case "leader": if let seat = state.selected { acts.nameLeader(seat) }
    case "assign": acts.assign()
    case "release": if let seat = state.selected { acts.release(seat) }
    case "substitutes": acts.drawSubstitutes()
    case "paper": if let seat = state.selected { acts.typePaper(seat) }
    case "conflict": acts.declareConflict(state.selected)
    case "file": sitting.runtime.push(CenterFileScreen(sitting, code: center))
    case "form": sitting.runtime.push(MaterialScreen(sitting, year: year, center: center))
    default: break
    }
  }

  private func read(_ seat: Panel.Seat) {
    sitting.runtime.push(
      SheetReadingScreen(sitting, year: year, center: center, expert: (login: seat.login, name: seat.name), isBelowCenter: true))
  }

  var list: ListState? {
    get { state?.list }
    set { if let newValue { state?.list = newValue } }
  }

  var listArea: Area {
    guard let state else { return Area(Size(columns: 0, rows: 0)) }
    let view = PanelView(state: state, look: sitting.runtime.look, measure: measure)
    return view.table.rowsArea(in: view.parts(of: area).table)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    measure = canvas.measure
    guard let state else { return page.draw(on: &canvas, in: area, look: look) }
    let view = PanelView(state: state, look: look, measure: canvas.measure)
    self.state?.list.layout(rows: view.parts(of: area).table.rows - 1)
    view.draw(on: &canvas, in: area)
  }

  private func load() {
    do {
      let panel = try sitting.store.panel(year: year, center: center, by: sitting.acting)
      if state?.take(panel, today: sitting.today) == nil { state = PanelState(panel, today: sitting.today) }
    } catch .notPermitted {
      state = nil
      page = ProgressScreen.forbidden
    } catch {
      state = nil
      page = .failed(error)
    }
  }
}
