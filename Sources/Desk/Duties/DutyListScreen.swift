import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Who keeps, owes or is behind on which duty, over all centers that somebody sees, by article, county of the host, department and standing
/// (articles 6, 7, 14 to 24).
@MainActor
final class DutyListScreen: FindingScreen {
  let sitting: Sitting
  private(set) var state = DutyListState()
  private var day: Day
  private var failure: WordsPage?
  private var isLoaded = false
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  var list: ListState? = ListState()

  init(_ sitting: Sitting) {
    self.sitting = sitting
    day = sitting.today
  }

  var title: Phrase { .duties }
  var rowsToFind: RowsToFind { .centers(state.rows.map { state.all[$0].code }) }
  var listArea: Area { table(sitting.runtime.look).rowsArea(in: tableArea) }
  private var tableArea: Area { area.splitTop(3).rest.inset(columns: 1) }

  /// The row that is selected, where there is one.
  private var selected: Int? { list.map(\.selected).flatMap { state.rows.indices.contains($0) ? $0 : nil } }

  /// The article of the list; of all of them that of the selected center's duty at which it is opened.
  var articleInHand: String? { state.article ?? selected.flatMap { state.duty(toOpen: $0)?.article } }

  var bindings: [KeyBinding] {
    let nothing = selected == nil ? Phrase(zh: "没有可打开的中心", en: "there is no center to open") : nil
    return [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "打开所选中心的各项职责", en: "open the duties of the selected center"), prominence: .first, refusal: nothing),
      KeyBinding(
        "article", [.character("a"), KeyPress(.function(2))], label: Phrase(zh: "条款", en: "article"),
        explanation: Phrase(zh: "只看一条的职责，如第15条", en: "the duties of one article only, such as article 15"), prominence: .first),
      KeyBinding(
        "county", [.character("c"), KeyPress(.function(4))], label: Phrase(zh: "县区", en: "county"),
        explanation: Phrase(
          zh: "只看依托单位在一个县（市、区）的中心，不论归口哪个部门", en: "the centers whose host lies in one county only, under whichever department"),
        prominence: .first,
        refusal: state.counties.count < 2 ? Phrase(zh: "依托单位都在一个县（市、区）", en: "all hosts lie in one county") : nil),
      KeyBinding(
        "department", [.character("d"), KeyPress(.function(5))], label: Phrase(zh: "部门", en: "dept"),
        explanation: Phrase(zh: "只看一个归口管理部门的中心", en: "the centers of one department only"), prominence: .footer,
        refusal: state.departments.count < 2 ? Phrase(zh: "只有一个归口管理部门", en: "there is only one department") : nil),
      KeyBinding(
        "state", [KeyPress(.tab), KeyPress(.function(6))], label: Phrase(zh: "情况", en: "standing"),
        explanation: Phrase(zh: "依次看：逾期、待落实、已落实、全部", en: "those behind, due, kept, all, one after the other"), prominence: .footer),
      KeyBinding(
        "day", [.character("g"), KeyPress(.function(3))], label: Phrase(zh: "换日期", en: "another day"),
        explanation: Phrase(zh: "看另一天的情况，如上年末", en: "see how it stood on another day, such as the end of last year"), prominence: .footer),
      findBinding,
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if news is DutiesSummed {
      if day == sitting.today { takeToday() }
    } else if let news = news as? StoreNews, DutyShelf.concerns(news) {
      load()
    }
  }

  /// Reads all centers off the screen's thread: there may be very many. How they stand today is worked out for all screens at once.
  private func load() {
    guard day != sitting.today else {
      sitting.duties.want(holdsInput: !isLoaded)
      return takeToday()
    }
    let (store, who, day) = (sitting.store, sitting.acting, day)
    sitting.runtime.background(.beside, holdsInput: !isLoaded) {
      try store.dutyStandings(on: day, by: who)
    } then: { [weak self] (answer: Result<[CenterDuties], any Error>) in
      guard let self, self.day == day else { return }
      self.take(answer)
    }
  }

  private func takeToday() {
    if let standings = sitting.duties.standings {
      take(.success(standings))
    } else if let failure = sitting.duties.failure {
      take(.failure(failure))
    }
  }

  private func take(_ answer: Result<[CenterDuties], any Error>) {
    let isFirst = !isLoaded
    isLoaded = true
    switch answer {
    case .success(let centers):
      failure = nil
      show {
        $0.take(centers)
        if isFirst { $0.beginWhereSomethingIs() }
      }
    case .failure(let error): failure = .failed(error)
    }
  }

  /// Changes what is shown; the same center stays selected.
  func show(_ change: (inout DutyListState) -> Void) {
    let kept = selected.map { state.center($0).id }
    change(&state)
    list?.setCount(state.rows.count)
    if let kept, let row = state.rows.firstIndex(where: { state.all[$0].id == kept }) { list?.select(row) }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open":
      if let row = selected {
        let code = state.center(row).code
        sitting.runtime.push(DutiesScreen(sitting, code: code, at: state.duty(toOpen: row), on: day, name: Phrase(same: code)))
      }
    case "article": chooseArticle()
    case "county": chooseCounty()
    case "department": chooseDepartment()
    case "state": show { $0.turn() }
    case "day":
      DutyDay.ask(sitting, day) { [weak self] in
        self?.day = $0
        self?.load()
      }
    case "find": find()
    default: break
    }
  }

  // MARK: - Drawing

  private func table(_ look: Look) -> Table {
    Table(
      columns: [
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 16, ideal: 32, stretch: 1, priority: 1),
        TableColumn(look(.department), minimum: 16, ideal: 24, priority: 2),
        TableColumn(look(Phrase(zh: "情况", en: "Standing")), minimum: 34, ideal: 48, stretch: 1),
      ],
      emptyText: [
        look(Phrase(zh: "没有这样的中心。", en: "There is no such center.")),
        look(waysOn),
      ])
  }

  /// What other keys show, of those that do something: whose centers lie in one county, or stand under one department, has nothing to choose there.
  private var waysOn: Phrase {
    let all: [(action: ActionName, words: Phrase)] = [
      ("state", Phrase(zh: "Tab 换情况", en: "Tab changes the standing")), ("article", Phrase(zh: "F2 换条款", en: "F2 the article")),
      ("county", Phrase(zh: "F4 换县（市、区）", en: "F4 the county")), ("department", Phrase(zh: "F5 换部门", en: "F5 the department")),
    ]
    let bindings = bindings
    let open = all.filter { way in bindings.contains { $0.action == way.action && $0.refusal == nil } }.map(\.words)
    return Phrase(zh: open.map(\.zh).joined(separator: "，") + "。", en: open.map(\.en).joined(separator: ", ") + ".")
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    guard isLoaded else { return WordsPage.loading.draw(on: &canvas, in: area, look: look) }
    drawHead(on: &canvas, in: area.inset(columns: 1), look)
    let table = table(look)
    list?.layout(rows: table.rowsArea(in: tableArea).rows)
    guard let list else { return }
    let (nameColumns, measure) = (table.columns(of: 1, in: tableArea), canvas.measure)
    table.draw(on: &canvas, in: tableArea, state: list) { place in
      let center = state.center(place)
      let (words, ink) = standing(state.standings(place))
      return TableRow([
        TableCell(center.code), CenterName.cell(center.name, to: nameColumns, measure),
        TableCell(look(PlaceNames.standard[center.department])), TableCell(look(words), Style(ink)),
      ])
    }
    if list.isEmpty { canvas.cursor = tableArea.origin }
  }

  /// How a center stands to the duties in question, in a line: of one article each duty, of all the articles of each standing.
  private func standing(_ standings: [DutyStanding]) -> (Phrase, Ink) {
    let worst = [DutyStanding.State.behind, .due, .kept].first { state in standings.contains { $0.state == state } } ?? .notOwed
    let told: [DutyStanding.State] = state.article == nil ? [.behind, .due] : [.behind, .due, .kept]
    var parts = told.compactMap { told -> Phrase? in
      let duties = standings.filter { $0.state == told }.map(\.duty)
      if duties.isEmpty { return nil }
      if state.article != nil {
        let names = standings.filter { $0.state == told }.map { $0.duty.phrase + ($0.missedYears?.inBrackets ?? Phrase(same: "")) }
        return told.phrase + Phrase(zh: "：", en: ": ") + .list(names)
      }
      return told.phrase + DutyListScreen.articles(duties)
    }
    let missed = standings.filter { !$0.missed.isEmpty }.map(\.duty)
    if state.article == nil, !missed.isEmpty {
      parts.append(Phrase(zh: "往年缺", en: "years missed") + DutyListScreen.articles(missed))
    }
    return (parts.dropFirst().reduce(parts.first ?? worst.phrase) { $0 + Phrase(zh: "；", en: "; ") + $1 }, worst.ink)
  }

  private static func articles(_ duties: [Duty]) -> Phrase {
    let articles = duties.map(\.article).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    return Phrase(zh: "：第 \(articles.joined(separator: "、")) 条", en: ": \(articles.joined(separator: ", "))")
  }

  /// Whose centers these are: a department and a host see their own, of the whole city only staff.
  private var scopes: [Phrase] {
    let county = state.county.map { RegistryFilter.phrase(county: $0) }
    switch sitting.member.role {
    case .department: return [Phrase(zh: "本部门", en: "own department"), county].compactMap(\.self)
    case .host: return [Phrase(zh: "本单位", en: "own centers"), county].compactMap(\.self)
    default:
      return [
        county ?? Phrase(zh: "全市", en: "whole city"),
        state.department.map { PlaceNames.standard[$0] } ?? Phrase(zh: "全部部门", en: "all departments"),
      ]
    }
  }

  private func drawHead(on canvas: inout Canvas, in area: Area, _ look: Look) {
    var column = area.column
    func put(_ phrase: Phrase, _ style: Style, row: Int = 0) {
      column += canvas.put(look(phrase), at: Position(column: column, row: area.row + row), style: style, within: area)
    }
    let article = state.article.map { Citation.phrase($0) }
    put(
      article.map { Phrase(zh: $0.zh, en: $0.en.capitalizedSentence) } ?? Phrase(zh: "全部条款", en: "All articles"),
      Style(.heading, bold: true))
    for scope in scopes { put(Phrase(same: "  ") + scope, Style(.heading)) }
    put(
      day == sitting.today ? Phrase(zh: "  截至今日", en: "  as of today") : Phrase(zh: "  截至 \(day)", en: "  as of \(day)"),
      Style(day == sitting.today ? .muted : .caution))
    column = area.column
    for choice in DutyListState.states {
      let count = choice.map { state.counts[$0] ?? 0 } ?? state.rows.count
      let words =
        (choice?.phrase ?? Phrase(zh: "全部", en: "all"))
        + (choice == nil && state.state != nil ? Phrase(same: "") : Phrase(same: " \(count)"))
      put(
        words + Phrase(same: "   "), Style(choice == state.state ? .accent : .muted, bold: choice == state.state), row: 1)
    }
  }
}
