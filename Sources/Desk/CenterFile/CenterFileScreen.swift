import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A center's file: its profile, its evaluations over the years, and for staff who scores it now.
@MainActor
final class CenterFileScreen: Screen {
  let sitting: Sitting
  let code: String
  private(set) var state: CenterFileState?
  private var failure: WordsPage?
  /// The rounds of which this person may see the center's result, or its place in the ranking; the latest first.
  private(set) var resultYears: [Int] = []
  private let counting = RepeatedWork()
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  /// The article behind the line under the cursor.
  var ruleInHand: RulePlace? { view.flatMap { $0.article(of: $0.state.list.selected, in: area) }.map(RulePlace.article) }
  var rowInHand: String? { lineInHand?.copied(sitting.runtime.look, ranked: state?.ranked ?? [:]) }
  private var view: CenterFileView? { state.map { CenterFileView(state: $0, look: sitting.runtime.look, names: names) } }
  /// The line under the cursor.
  var lineInHand: CenterFileState.Line? { view.flatMap { $0.line($0.state.list.selected, in: area) } }

  var names: FieldNames { sitting.names }

  init(_ sitting: Sitting, code: String) {
    self.sitting = sitting
    self.code = code
  }

  var title: Phrase { Phrase(same: code) }

  var bindings: [KeyBinding] {
    let isWide = CenterFileView.isWide(area)
    let column = KeyBinding(
      "column", [KeyPress(.tab), state?.column == 1 ? KeyPress(.left) : KeyPress(.right)], label: Phrase(zh: "另一栏", en: "other column"),
      explanation: Phrase(zh: "光标移到另一栏", en: "move to the other column"), prominence: .footer)
    return (isWide ? [column] : []) + [
      KeyBinding(
        "open", [KeyPress(.enter)] + (isWide ? [] : [KeyPress(.right)]), label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(
          zh: "打开光标所在的变更、备案、撤销事项，承接、被重组的中心，评估结果、附件或职责",
          en: "open the change, filing, revocation, result, document or duty under the cursor, or the center before or after it"),
        prominence: leads ? .first : .help,
        refusal: leads
          ? nil : Phrase(zh: "光标不在办理事项、其他中心、评估结果、附件或职责上", en: "the cursor is on no matter, other center, result, document or duty")),
      KeyBinding(
        "begin", [.character("b"), KeyPress(.function(2))], label: Phrase(zh: "办理", en: "act"),
        explanation: Phrase(
          zh: "申请变更、聘任主任、提出撤销、重组", en: "ask for a change, appoint a director, propose to revoke, reorganise"),
        prominence: .first, refusal: BeginningMatter.refusal(state?.record, lacksSuccessor: state?.lacksSuccessor == true, sitting)),
      KeyBinding(
        "duties", [.character("t"), KeyPress(.function(6))], label: Phrase(zh: "职责", en: "duties"),
        explanation: Phrase(zh: "运行管理职责：委员会、会议、计划、制度（办法第6、7、14至24条）", en: "committees, meetings, plans, rules (articles 6, 7, 14 to 24)"),
        prominence: .footer,
        refusal: state?.duties != nil ? nil : Phrase(zh: "没有您可以查看的职责记录", en: "There are no duties that you may see")),
      KeyBinding(
        "timeline", [.character("h"), KeyPress(.function(3))], label: Phrase(zh: "历程", en: "history"),
        explanation: Phrase(zh: "从认定至今发生过的一切，何时、何人、依据", en: "everything that happened since the certification: when, by whom, on what"),
        prominence: .footer),
      KeyBinding(
        "documents", [.character("d"), .control("d")], label: Phrase(zh: "附件", en: "documents"),
        explanation: Phrase(zh: "看评估附件：证明什么，存放何处", en: "see the documents: what they prove and where they are"),
        prominence: .footer,
        refusal: state?.documents == nil
          ? Phrase(zh: "没有您可以查看的附件", en: "There is no document that you may see") : nil),
      CenterResultScreen.binding(resultYears.first),
      KeyBinding(
        "application", [.character("a"), KeyPress(.function(4))], label: Phrase(zh: "申请", en: "application"),
        explanation: Phrase(zh: "打开认定所依据的申请（办法第12条）", en: "open the application of which it came (article 12)"),
        prominence: .footer,
        refusal: state?.origin?.application == nil
          ? Phrase(zh: "没有您可以查看的申请", en: "There is no application that you may see") : nil),
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    guard let news = news as? StoreNews,
      news.contains("import.", "sheet.", "round.", "assign.", "attachment.", "change.", "director.", "revocation.", "center.", "duty.")
    else { return }
    load()
  }

  func perform(_ action: ActionName) {
    guard let state else { return }
    if action == "column" { move(to: 1 - state.column) }
    if action == "documents" { openDocuments() }
    if action == "result" { openResult() }
    if action == "timeline" { sitting.runtime.push(CenterTimelineScreen(sitting, code: code)) }
    if action == "duties" { sitting.runtime.push(DutiesScreen(sitting, code: code, name: .duties)) }
    if action == "application", let origin = state.origin, let number = origin.application { sitting.openApplication(number) }
    if action == "open" { openLine() }
    if action == "begin" {
      if state.lacksSuccessor { return SuccessorForm.open(state.record, sitting) { [weak self] in self?.load() } }
      let known = Set(state.matters.map(\.number))
      BeginningMatter.choose(state.record, sitting) { [weak self] in self?.loadBegun(beside: known) }
    }
  }

  /// Moves the cursor into a column, to the line beside it or the last above that.
  private func move(to column: Int) {
    state?.column = column
    if let count = view?.lines(in: area).count { state?.list.setCount(count) }
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): state?.list.take(press) ?? false
    case .mouse(let press): take(press)
    default: false
    }
  }

  private func take(_ press: MousePress) -> Bool {
    guard let view, area.contains(press.place) else { return false }
    if press.button == .left, press.phase == .down { move(to: view.column(at: press.place, in: area)) }
    return state?.list.handle(press, in: area) != .ignored
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    guard var state else { return (failure ?? .loading).draw(on: &canvas, in: area, look: look) }
    let count = CenterFileView(state: state, look: look, names: names).lines(in: area).count
    if state.list.count != count { state.list.setCount(count) }
    state.list.layout(rows: area.rows)
    self.state = state
    CenterFileView(state: state, look: look, names: names).draw(on: &canvas, in: area)
  }

  private func load() {
    do {
      let store = sitting.store
      let record = try store.center(code: code, by: sitting.acting)
      var new = CenterFileState(
        record: record, registeredIn: try store.organizationFile(record.host.string, by: sitting.acting).record.county ?? .empty,
        origin: try store.origin(ofCenter: code, by: sitting.acting),
        results: try store.publicResults(center: code, by: sitting.acting),
        reorganisations: try store.reorganisations(of: code, by: sitting.acting),
        revocation: try store.decidedRevocation(of: code, by: sitting.acting),
        duties: DutyAccess.reads(sitting.member.role) ? try? store.dutyFile(of: code, by: sitting.acting) : nil, matters: try matters(),
        documents: try documents(),
        sheets: sitting.isStaff ? try sheets() : [])
      new.inherited = try inherited(new.reorganisations)
      if let state { (new.list, new.column, new.ranked) = (state.list, state.column, state.ranked) }
      resultYears = try results(published: new.results)
      state = new
      failure = nil
      if new.allResults.contains(where: { $0.rank != nil }) { countRanked() }
    } catch {
      state = nil
      failure = .failed(error)
    }
  }

  /// Counts among how many a rank is, behind the screen: that reads the results of all centers.
  private func countRanked() {
    let (store, who) = (sitting.store, sitting.acting)
    counting.run(on: sitting.runtime) {
      try store.rankedCounts(by: who)
    } then: { [weak self] (answer: Result<[Int: Int], any Error>) in
      // Without it the rank stands alone.
      if case .success(let counts) = answer { self?.state?.ranked = counts }
    }
  }

  /// The rounds on the desk whose result can be opened; of earlier ones there are figures alone.
  private func results(published: [PublicResult]) throws -> [Int] {
    let onDesk = Set(try sitting.store.rounds(by: sitting.acting).map(\.year))
    var years = Set(published.map(\.year)).intersection(onDesk)
    if let latest = try sitting.latestResult(of: code) { years.insert(latest) }
    return years.sorted(by: >)
  }

  /// The results of the centers in whose place this one goes on.
  private func inherited(_ events: [ReorganisationEvent]) throws -> [CenterFileState.Inherited] {
    try events.filter { $0.decision.successor.string == code }.flatMap { event in
      try event.decision.predecessors.map { predecessor in
        CenterFileState.Inherited(
          code: predecessor.string, name: event.names[predecessor.string] ?? "",
          results: try sitting.store.publicResults(center: predecessor.string, by: sitting.acting))
      }
    }.filter { !$0.results.isEmpty }
  }

  /// Reads the file anew, and puts the cursor on the matter that was begun.
  private func loadBegun(beside known: Set<String>) {
    load()
    guard let begun = state?.matters.firstIndex(where: { !known.contains($0.number) }) else { return }
    state?.selectMatter(begun, names)
  }

  /// What is under way with the center or was, for those who have a part in it.
  private func matters() throws -> [MatterSummary] {
    do throws(StoreError) {
      return try sitting.store.matters(of: code, by: sitting.acting)
    } catch {
      if case .notPermitted = error { return [] }
      throw error
    }
  }

  /// The documents of the latest round of which this person may see some.
  private func documents() throws -> (year: Int, list: [Attachment])? {
    for round in try sitting.store.rounds(by: sitting.acting).sorted(by: { $0.year > $1.year }) where round.state != .cancelled {
      do throws(StoreError) {
        let list = try sitting.store.attachments(of: .material(center: code, year: round.year), by: sitting.acting)
        if !list.isEmpty { return (round.year, list) }
      } catch {
        // What one may not see is not there.
        switch error {
        case .notPermitted, .refused: continue
        default: throw error
        }
      }
    }
    return nil
  }

  /// Rounds that are over are told by their results; the others by their sheets.
  private func sheets() throws -> [CenterFileState.Sheets] {
    try sitting.store.rounds(by: sitting.acting).filter { $0.state != .cancelled && !$0.state.isPublic }.map { round in
      CenterFileState.Sheets(
        year: round.year, state: round.state, minimum: round.minimumSheets,
        lines: try sitting.store.sheetProgress(year: round.year, center: code, by: sitting.acting))
    }
  }
}
