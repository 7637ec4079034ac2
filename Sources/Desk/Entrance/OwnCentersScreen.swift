import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The first screen of a competent department or a host unit: its own centers (articles 5 and 6), whether they are due, and the ways on.
@MainActor
final class OwnCentersScreen: Screen {
  private let sitting: Sitting
  private var state = OwnCentersState()
  private var failure: WordsPage?
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase { ExpertHomeScreen.deskName }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "档案", en: "file"),
        explanation: Phrase(zh: "打开所选中心的档案", en: "open the file of the selected center"), prominence: .first,
        refusal: state.selected == nil ? Phrase(zh: "没有可打开的中心", en: "there is no center to open") : nil),
      CenterResultScreen.binding(state.selected == nil ? nil : state.published),
    ]
      + (sitting.member.role == .host
        ? [AskingRecusal.binding(isOwn: state.selected != nil, state.selected.flatMap { state.refusesRecusal[$0.code] })] : [])
      + state.destinations.prefix(Destination.digits).enumerated().map { place, destination in
        var binding = destination.binding(at: place, isStaff: sitting.isStaff)
        // What waits is named first, and never pushed out of the footer by what does not.
        binding.prominence = destination.waiting > 0 ? .first : .footer
        return binding
      }
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews,
      news.contains(
        "import.", "round.", "application.", "call.", "material.", "sheet.", "assign.", "expert.", "conflict.", "change.", "director.",
        "revocation.")
    {
      load()
    }
  }

  func perform(_ action: ActionName) {
    if action == "open", let center = state.selected { return sitting.runtime.push(CenterFileScreen(sitting, code: center.code)) }
    if action == "recusal", let center = state.selected { return sitting.askRecusal(center: center.code, name: center.name) }
    if action == "result", let center = state.selected, let year = state.published {
      return sitting.runtime.push(CenterResultScreen(sitting, center: center.code, year: year))
    }
    for (place, destination) in state.destinations.enumerated() where action.rawValue == "go.\(place)" {
      sitting.runtime.push(destination.screen(sitting))
    }
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return state.list.take(press)
    case .mouse(let press):
      let view = OwnCentersView(state: state, look: sitting.runtime.look, role: sitting.member.role)
      switch state.list.handle(press, in: view.table.rowsArea(in: view.tableArea(in: area))) {
      case .committed: perform("open")
      case .ignored: return false
      default: break
      }
      return true
    case .paste, .focus: return false
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    let room = OwnCentersView(state: state, look: look, role: sitting.member.role).tableArea(in: area)
    state.list.layout(rows: room.rows - 1)
    OwnCentersView(state: state, look: look, role: sitting.member.role).draw(on: &canvas, in: area)
  }

  private func load() {
    do {
      let (store, who) = (sitting.store, sitting.acting)
      let rounds = try store.rounds(by: who).filter { $0.state != .cancelled }
      let round = rounds.first
      state.take(
        round: round, isUnderWay: round?.state.isOpen ?? false, published: rounds.first(where: { $0.state.isPublic })?.year,
        applications: Destination.applications(sitting), materials: Destination.materials(rounds, sitting),
        charges: try Destination.charges(rounds, sitting), matters: Destination.matters(sitting),
        call: try store.calls(by: who).first?.call, outcomes: try round.map { try store.ownOutcomes(year: $0.year, by: who) } ?? [:],
        centers: try store.dueCenters(round?.year ?? sitting.today.year, by: who), today: sitting.today)
      if sitting.member.role == .host {
        state.proposed = try sitting.proposedRevocations()
        for center in state.centers { state.refusesRecusal[center.code] = sitting.refusesAskingRecusal(center: center.code) }
      }
      failure = nil
    } catch {
      failure = .failed(error)
    }
  }
}

/// The centers of a department or a host, and how they stand to the latest round.
struct OwnCentersState: Sendable {
  /// The latest round.
  private(set) var round: RoundRecord?
  /// The latest round that is published; `nil` where none is.
  private(set) var published: Int?
  /// The centers, ordered by code.
  private(set) var centers: [DueCenter] = []
  /// How they came out of it, by code; nothing before it is published.
  private(set) var outcomes: [String: RoundOutcome] = [:]
  /// Where to go from here.
  private(set) var destinations: [Destination] = [.registry, .rounds]
  /// The latest call; `nil` where none is out.
  private(set) var call: Call?
  /// Today.
  private(set) var today = Day(number: 0)
  /// Why a host cannot ask any more that somebody step aside from a center, by code; nothing where it can.
  var refusesRecusal: [String: Phrase] = [:]
  /// The revocations that are proposed for a host's centers, those that can still be replied to first.
  var proposed: [ProposedRevocation] = []
  /// Which center is selected.
  var list = ListState()

  /// The selected center.
  var selected: DueCenter? { centers.indices.contains(list.selected) ? centers[list.selected] : nil }

  /// Shows what there is now; the same center stays selected.
  mutating func take(
    round: RoundRecord?, isUnderWay: Bool, published: Int?, applications: Destination? = nil, materials: [Destination] = [],
    charges: [Destination] = [], matters: Destination? = nil, call: Call? = nil, outcomes: [String: RoundOutcome] = [:],
    centers: [DueCenter], today: Day
  ) {
    let kept = selected?.code
    self.round = round
    self.call = call
    self.published = published
    self.outcomes = outcomes
    self.centers = centers
    self.today = today
    destinations =
      [applications].compactMap(\.self) + materials + charges + [.registry, .rounds] + (published.map { [.ranking($0)] } ?? [])
      + [matters, .duties].compactMap(\.self)
    list.setCount(centers.count)
    if let place = centers.firstIndex(where: { $0.code == kept }) { list.select(place) }
  }
}

/// How the own centers are drawn.
struct OwnCentersView {
  let state: OwnCentersState
  let look: Look
  let role: Role

  /// Where the table stands.
  func tableArea(in area: Area) -> Area { area.splitTop(headRows).rest }

  private var headRows: Int {
    3 + max(1, state.destinations.count(where: \.isMaterials)) + state.destinations.count(where: \.isCharge)
      + state.proposed.count
  }

  /// The table, without its rows.
  var table: Table {
    let isChinese = look.language == .zh
    return Table(
      columns: [
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 20, ideal: 40, stretch: 1),
        TableColumn(look(.field), minimum: isChinese ? 14 : 16, ideal: isChinese ? 14 : 24, priority: 1),
        TableColumn(look(Phrase(zh: "本次评估", en: "This round")), minimum: isChinese ? 18 : 24, ideal: isChinese ? 22 : 24),
      ],
      emptyText: [
        look(
          role == .department
            ? Phrase(zh: "本部门归口的中心还没有登记。", en: "No center of this department is registered yet.")
            : Phrase(zh: "本单位还没有登记的中心。", en: "This unit has no registered center yet.")),
        look(Phrase(zh: "按 \(registryDigit) 浏览全部管理序列。", en: "\(registryDigit) browses the whole registry.")),
      ], margin: 1)
  }

  private var registryDigit: Int { (state.destinations.firstIndex(of: .registry) ?? 0) + 1 }

  /// Draws everything.
  func draw(on canvas: inout Canvas, in area: Area) {
    let head = area.splitTop(headRows).top.inset(columns: 1)
    var column = head.column
    func put(_ phrase: Phrase, _ style: Style, row: Int = 0) {
      column += canvas.put(
        canvas.measure.truncated(look(phrase), to: max(0, head.right - column)), at: Position(column: column, row: head.row + row),
        style: style, within: head)
    }
    put(
      role == .department
        ? Phrase(
          zh: "本部门归口的中心 \(state.centers.count) 个",
          en: state.centers.count == 1 ? "1 center of this department" : "\(state.centers.count) centers of this department")
        : Phrase(
          zh: "本单位的中心 \(state.centers.count) 个",
          en: state.centers.count == 1 ? "1 center of this unit" : "\(state.centers.count) centers of this unit"),
      Style(.heading, bold: true))
    column = head.column
    if let round = state.round {
      put(Phrase(zh: "\(round.year) 年度评估：", en: "Round of \(round.year): "), .plain, row: 1)
      put(round.state.phrase, Style(round.state.ink, bold: true), row: 1)
      if round.state.takesSheets {
        let days = [
          (Phrase(zh: "  材料截至 ", en: "  material "), round.materialBy), (Phrase(zh: "  上报截至 ", en: "  report "), round.reportBy),
        ]
        for (label, day) in days {
          guard let day else { continue }
          let over = day < state.today ? Phrase(zh: " 已过", en: " (over)") : Phrase(same: "")
          put(label + Phrase(same: day.description) + over, Style(day < state.today ? .muted : .caution), row: 1)
        }
      }
    } else {
      put(Phrase(zh: "还没有评估年度", en: "No round has been announced yet"), Style(.muted), row: 1)
    }
    column = head.column
    for (words, style) in applicationsLine(columns: head.columns, canvas.measure) { put(words, style, row: 2) }
    var row = 3
    for (place, destination) in state.destinations.enumerated() where destination.isMaterials || destination.isCharge {
      column = head.column
      put(Phrase(same: "\(place + 1) "), Style(.accent, bold: true), row: row)
      put(destination.name + Phrase(zh: "：", en: ": "), .plain, row: row)
      put(destination.purpose(isStaff: false), Style(destination.waiting > 0 ? .caution : .muted), row: row)
      row += 1
    }
    let digit = state.destinations.prefix(Destination.digits).firstIndex(where: \.isMatters).map { $0 + 1 }
    for proposal in state.proposed {
      column = head.column
      let way = digit.map { Phrase(zh: "，按 \($0)", en: ": press \($0)") } ?? Phrase(same: "")
      put(proposal.phrase(on: state.today) + way, Style(proposal.isReplied ? .fair : .bad, bold: !proposal.isReplied), row: row)
      row += 1
    }
    let names = FieldNames()
    let (table, tableArea) = (table, tableArea(in: area))
    let nameColumns = table.columns(of: 1, in: tableArea)
    let measure = canvas.measure
    table.draw(on: &canvas, in: tableArea, state: state.list) { place in
      let center = state.centers[place]
      let standing = standing(of: center)
      return TableRow([
        TableCell(center.code), CenterName.cell(center.name, to: nameColumns, measure), TableCell(look(names[center.field])),
        TableCell(look(standing.0), Style(standing.1)),
      ])
    }
    if state.list.isEmpty { canvas.cursor = head.origin }
  }

  /// What a center has to do in the round, then what came of it.
  private func standing(of center: DueCenter) -> (Phrase, Ink) {
    switch (state.outcomes[center.code], center.standing) {
    case (.graded(let result), _): (result.grade.phrase + Phrase(same: " \(result.score)"), result.grade.ink)
    case (.absent, _): (Phrase(zh: "未参加", en: "absent"), .bad)
    case (nil, .due): (Phrase(zh: "应参加", en: "due"), .fair)
    case (nil, .exempt(let why)): (why.phrase, .muted)
    }
  }
}
