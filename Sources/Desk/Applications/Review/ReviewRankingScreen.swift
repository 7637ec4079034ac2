import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The reviewed applications by rating (优中选优; article 12); the list of new centers is drawn up from it, one file at a time.
@MainActor
final class ReviewRankingScreen: Screen {
  private let sitting: Sitting
  private var lines: [ReviewedApplication] = []
  private var list = ListState()
  private var failure: WordsPage?
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)

  init(_ sitting: Sitting) { self.sitting = sitting }

  var title: Phrase { Phrase(zh: "评审排名", en: "Review ranking") }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开办理", en: "open, steps"),
        explanation: Phrase(zh: "打开所选的申请，列入或不列入名单", en: "open the selected application, to propose it or not"), prominence: .first,
        refusal: lines.isEmpty ? Phrase(zh: "没有评审中的申请", en: "nothing is under review") : nil)
    ]
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("application.") { load() }
  }

  private func load() {
    let kept = lines.indices.contains(list.selected) ? lines[list.selected].application.number : nil
    do {
      lines = try sitting.store.reviewStandings(by: sitting.acting)
      list.setCount(lines.count)
      if let place = lines.firstIndex(where: { $0.application.number == kept }) { list.select(place) }
      failure = nil
    } catch { failure = .failed(error) }
  }

  func perform(_ action: ActionName) {
    guard action == "open", lines.indices.contains(list.selected) else { return }
    sitting.runtime.push(ApplicationScreen(sitting, number: lines[list.selected].application.number))
  }

  func receive(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let press): return list.take(press)
    case .mouse(let press):
      switch list.handle(press, in: area.inset(columns: 1).splitTop(2).rest) {
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
    let body = area.inset(columns: 1)
    let (head, rest) = body.splitTop(1)
    canvas.put(
      canvas.measure.truncated(
        look(
          Phrase(
            zh: "同一年度的按专家评分平均值排名，意见未交齐的不排（办法第12条）",
            en: "By mean rating within a call, once enough opinions are in (article 12)")), to: head.columns
      ),
      at: head.origin, style: Style(.muted), within: head)
    let table = Table(
      columns: [
        TableColumn(look(Phrase(zh: "名次", en: "Rank")), minimum: 4, ideal: 5, alignment: .right),
        TableColumn(look(Phrase(zh: "评分", en: "Rating")), minimum: 11, ideal: 11, alignment: .right),
        TableColumn(look(Phrase(zh: "意见", en: "Opinions")), minimum: 8, ideal: 8),
        TableColumn(look(Phrase(zh: "建议建设", en: "For it")), minimum: 8, ideal: 8),
        TableColumn(look(Phrase(zh: "申请号", en: "Number")), minimum: 11, ideal: 11, priority: 2),
        TableColumn(look(Phrase(zh: "拟建中心", en: "Center")), minimum: 20, ideal: 40, stretch: 1),
        TableColumn(look(Phrase(zh: "进度", en: "Stage")), minimum: 14, ideal: 16, priority: 1),
      ], emptyText: [look(Phrase(zh: "没有评审中的申请。", en: "Nothing is under review."))])
    list.layout(rows: rest.rows - 1)
    let (measure, nameColumns) = (canvas.measure, table.columns(of: 5, in: rest))
    table.draw(on: &canvas, in: rest, state: list) { place in
      let line = lines[place]
      return TableRow([
        TableCell(line.rank.map { String($0) } ?? "–"), rating(line, look),
        TableCell("\(line.standing.opinions)/\(line.needed)", Style(line.rank == nil ? .caution : .good)),
        TableCell("\(line.standing.supporting)/\(line.standing.opinions)"), TableCell(line.application.number),
        TableCell(CenterName.fitted(line.application.name, to: nameColumns, measure)),
        TableCell(look(line.application.stage.phrase), Style(line.application.stage.ink)),
      ])
    }
    if list.isEmpty { canvas.cursor = head.origin }
  }

  /// The mean of some opinions is no mean of all.
  private func rating(_ line: ReviewedApplication, _ look: Look) -> TableCell {
    let figure = line.standing.rating?.description ?? "–"
    return line.rank == nil
      ? TableCell(look(Phrase(zh: "未齐", en: "open")) + " " + figure, Style(.muted)) : TableCell(figure, Style(.plain, bold: true))
  }
}
