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
        refusal: lines.isEmpty ? Phrase(zh: "没有经专家评审的申请", en: "nothing is under review or was reviewed") : nil)
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
      switch list.handle(press, in: ReviewRankingView.tableArea(in: area).splitTop(1).rest) {
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
    list.layout(rows: ReviewRankingView.tableArea(in: area).rows - 1)
    ReviewRankingView(lines: lines, list: list, look: look).draw(on: &canvas, in: area)
  }
}
