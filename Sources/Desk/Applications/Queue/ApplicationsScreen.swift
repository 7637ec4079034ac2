import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The queue of applications, for whoever has a part in them: what waits for me first (articles 10 to 12).
@MainActor
final class ApplicationsScreen: Screen {
  let sitting: Sitting
  private(set) var state: ApplicationsState
  private var calls: [CallRecord] = []
  private var failure: WordsPage?
  private var rowsArea = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting) {
    self.sitting = sitting
    state = ApplicationsState(role: sitting.member.role)
  }

  var title: Phrase { Phrase(zh: "申请", en: "Applications") }

  var isCapturing: Bool { state.search.isInHand }

  var bindings: [KeyBinding] {
    if state.search.isInHand { return searchBindings }
    let nothing = state.selected == nil ? Phrase(zh: "没有可打开的申请", en: "there is no application to open") : nil
    var bindings = [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "打开所选的申请", en: "open the selected application"), prominence: .first, refusal: nothing),
      KeyBinding(
        "filter", [.character("f"), KeyPress(.function(4))], label: Phrase(zh: "筛选", en: "filter"),
        explanation: Phrase(zh: "按进度、年度、归口管理部门显示", en: "show what stands at one stage, of one year or department"),
        prominence: .footer),
      searchBinding,
    ]
    if sitting.member.role == .host {
      bindings.append(
        KeyBinding(
          "new", [.character("n"), KeyPress(.insert)], label: Phrase(zh: "新申请", en: "new"),
          explanation: Phrase(zh: "按申报通知新建一份申请", en: "begin an application to a call"), prominence: .footer,
          refusal: calls.isEmpty ? Phrase(zh: "还没有申报通知（办法第8条）", en: "no call is out yet (article 8)") : nil))
    }
    bindings += markBindings
    bindings.append(
      KeyBinding(
        "calls", [.character("c"), KeyPress(.function(6))], label: Phrase(zh: "申报通知", en: "calls"),
        explanation: Phrase(zh: "查看申报通知和截止日期", en: "the calls and their last days"), prominence: .footer))
    if sitting.isStaff {
      bindings.append(
        KeyBinding(
          "ranking", [.character("r"), KeyPress(.function(5))], label: Phrase(zh: "评审排名", en: "ranking"),
          explanation: Phrase(zh: "按专家评分排名，优中选优（办法第12条）", en: "the reviewed applications by rating (article 12)"), prominence: .footer))
    }
    if !state.search.query.isEmpty { bindings.insert(clearBinding, at: 1) }
    if !state.filter.isEmpty { bindings.append(clearFilterBinding) }
    return bindings
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("application.", "call.", "import.", "conflict.") { load() }
  }

  private func load() {
    do {
      state.take(try sitting.store.applications(by: sitting.acting))
      calls = try sitting.store.calls(by: sitting.acting)
      failure = nil
    } catch {
      failure = .failed(error)
    }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": if let application = state.selected { open(application) }
    case "filter": chooseFilter()
    case "filter.clear": filter(by: ApplicationsFilter())
    case "search": state.beginSearch()
    case "search.leave": state.leaveSearch()
    case "search.clear": state.clearSearch()
    case "calls": sitting.runtime.push(CallsScreen(sitting))
    case "new": sitting.beginApplication()
    case "ranking": sitting.runtime.push(ReviewRankingScreen(sitting))
    case "mark": state.toggleMark()
    case "mark.all": state.markShown()
    case "marks.clear": state.clearMarks()
    case "steps": chooseBulkStep()
    default: break
    }
  }

  /// Takes marks away from what was done, and shows what there is now.
  func unmark(_ numbers: [String]) {
    state.unmark(numbers)
    load()
  }

  private func open(_ application: ApplicationSummary) {
    // Who comes back goes on in the list: q is the way out then, and not a letter of the search.
    state.leaveSearch()
    guard sitting.member.role == .expert else { return sitting.runtime.push(ApplicationScreen(sitting, number: application.number)) }
    if application.ownPart == .steppedAside {
      return sitting.runtime.tell(
        Phrase(zh: "已回避", en: "You stepped aside"),
        Phrase(
          zh: "您已对“\(application.name)”申报回避，无需再办。如系误报，请与市科技局联系（回避）。",
          en: "You stepped aside from “\(application.name)”: nothing more is to be done. If that was a mistake, ask the bureau (recusal)."))
    }
    sitting.afterReviewPledge(application.year) { [sitting] in
      sitting.runtime.push(ApplicationScreen(sitting, number: application.number))
    }
  }

  /// Shows others.
  func narrow(to narrowing: ApplicationsState.Narrowing) { state.narrow(to: narrowing) }

  /// Shows those of a year or a department.
  func filter(by filter: ApplicationsFilter) { state.narrow(by: filter) }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press):
      guard state.search.isInHand else { return state.list.take(press) }
      switch press.key {
      // Home and End belong to the text, all other moves to the list.
      case .up, .down, .pageUp, .pageDown: return state.list.take(press)
      case .enter: return false
      default: return state.editSearch { $0.handle(press) } != .ignored
      }
    case .mouse(let press):
      switch state.list.handle(press, in: rowsArea) {
      case .committed: perform("open")
      case .ignored: return false
      default: break
      }
      return true
    case .paste(let text):
      state.beginSearch()
      return state.editSearch { $0.handle(paste: text) } != .ignored
    case .focus: return false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    let view = ApplicationsView(
      state: state, look: look, role: sitting.member.role, today: sitting.today, call: calls.first?.call, measure: canvas.measure,
      names: sitting.names)
    rowsArea = view.table.rowsArea(in: view.tableArea(in: area))
    state.list.layout(rows: rowsArea.rows)
    view.draw(on: &canvas, in: area)
  }
}

extension Sitting {
  /// Goes on at once where an expert has given the pledge for the reviews of a call, else after it is given (回避).
  func afterReviewPledge(_ year: Int, _ then: @escaping @MainActor () -> Void) {
    do {
      if try store.hasPledgedReview(year: year, by: acting) { return then() }
    } catch { return tell(error) }
    runtime.confirm(
      Phrase(zh: "\(year) 年度申请评审承诺", en: "Pledge for the reviews of \(year)"),
      Phrase(
        zh: "我承诺：保守秘密，不泄露申请材料和评审情况；诚信评审，独立、客观、公正；与申请单位有利害关系的主动回避。",
        en:
          "I keep secret what I read and how it is reviewed; I review honestly, independently and fairly; and I step aside where I have an interest."
      ),
      yes: Phrase(zh: "签署承诺", en: "Give the pledge")
    ) { [weak self] agreed in
      guard let self, agreed else { return }
      let (store, who) = (self.store, self.acting)
      self.runtime.background {
        try store.pledgeReview(year: year, by: who)
      } then: { [weak self] result in
        if case .failure(let error) = result { self?.tell(error) } else { then() }
      }
    }
  }
}
