import CenterStore
import DeskRuntime
import Regulation
import Widgets

/// The columns in which the file of an application is read: one, or from 110 columns on two beside each other, each scrolled for itself.
struct FilePages {
  private struct Page {
    var area: Area
    var lines: [FileLine] = []
    var sections: [(section: FileSection, start: Int)] = []
    var list = ListState()
  }

  /// From how many columns on what the rules find stands beside what was written.
  static let besideColumns = 110

  private var pages: [Page] = []
  private var inHand = 0
  private var laid: (area: Area, look: Look)?

  /// The item of the application under the cursor.
  var proof: Proof? {
    guard let page, page.lines.indices.contains(page.list.selected) else { return nil }
    return page.lines[page.list.selected].proof
  }

  private var page: Page? { pages.indices.contains(inHand) ? pages[inHand] : nil }

  // MARK: - Laying out

  /// Whether the lines are those for an area and a look.
  func isLaid(for area: Area, _ look: Look) -> Bool { laid.map { $0.area == area && $0.look == look } ?? false }

  /// The lines have to be made anew: what they tell has changed.
  mutating func forget() { laid = nil }

  /// Lays the parts out; the cursor keeps its place.
  mutating func lay(in area: Area, _ look: Look, _ lines: (FileSection, _ columns: Int) -> [FileLine]) {
    let isBeside = area.columns >= FilePages.besideColumns
    let body = area.inset(columns: 1)
    let areas = isBeside ? body.columns([.part(9), .part(11)], gap: 4) : [body]
    let kept = pages.map(\.list.selected)
    let sections = isBeside ? ApplicationLines.twoColumns : ApplicationLines.oneColumn
    pages = zip(areas, sections).map { area, sections in
      var page = Page(area: area)
      for section in sections {
        let made = lines(section, area.columns - 1)
        if made.isEmpty { continue }
        page.sections.append((section, page.lines.count))
        page.lines += made
      }
      page.list = ListState(count: page.lines.count, rows: area.rows)
      return page
    }
    if kept.count == pages.count {
      for place in pages.indices { pages[place].list.select(kept[place]) }
    } else {
      inHand = 0
    }
    laid = (area, look)
  }

  // MARK: - Moving

  /// Goes to a part, its heading at the top.
  mutating func go(to section: FileSection) {
    for (place, page) in pages.enumerated() {
      guard let start = page.sections.first(where: { $0.section == section })?.start else { continue }
      inHand = place
      show(start)
    }
  }

  /// Goes to the next part or the one before, round the end.
  mutating func goOn(back: Bool = false) {
    let all = pages.indices.flatMap { place in pages[place].sections.map { (page: place, start: $0.start, section: $0.section) } }
    guard let page, !all.isEmpty else { return }
    let here = all.lastIndex { $0.page == inHand && $0.start <= page.list.selected } ?? 0
    let next = all[(here + (back ? all.count - 1 : 1)) % all.count]
    go(to: next.section)
  }

  /// Goes to the next line at which one of some items begins, round the end.
  mutating func goToNext(of proofs: Set<Proof>) {
    guard let place = pages.firstIndex(where: { $0.sections.contains { $0.section == .conditions } }) else { return }
    let page = pages[place]
    let first = page.sections.first { $0.section == .conditions }?.start ?? 0
    let starts = page.lines.indices.dropFirst(first).filter { index in
      guard let proof = page.lines[index].proof, proofs.contains(proof) else { return false }
      return index == 0 || page.lines[index - 1].proof != proof
    }
    // The form tells of the same items further down; only the findings are meant.
    let last = page.sections.first { $0.start > first }?.start ?? page.lines.count
    let found = starts.filter { $0 < last }
    guard let target = found.first(where: { inHand != place || $0 > page.list.selected }) ?? found.first else { return }
    inHand = place
    show(target)
  }

  /// Selects a line of the page in hand, at the top where the page is long enough.
  private mutating func show(_ line: Int) {
    pages[inHand].list.select(pages[inHand].lines.count - 1)
    pages[inHand].list.select(line)
  }

  /// Takes a key that moves within a page.
  mutating func take(_ press: KeyPress) -> Bool { pages.indices.contains(inHand) ? pages[inHand].list.take(press) : false }

  /// Takes the page that was clicked in hand, or scrolls the one under the pointer.
  mutating func take(_ press: MousePress) -> Bool {
    guard let place = pages.firstIndex(where: { $0.area.contains(press.place) }) else { return false }
    if press.button == .left { inHand = place }
    return pages[place].list.handle(press, in: pages[place].area) != .ignored
  }

  // MARK: - Drawing

  /// Draws the pages as they are laid out.
  func draw(on canvas: inout Canvas, in area: Area) {
    for (place, page) in pages.enumerated() {
      for index in page.list.visible {
        page.lines[index].line.draw(on: &canvas, in: page.area, row: page.area.row + index - page.list.top)
      }
      if place > 0 { canvas.verticalRule(at: Position(column: page.area.column - 2, row: area.row), rows: area.rows, within: area) }
      let bar = Area(column: page.area.right, row: area.row, columns: 1, rows: area.rows)
      canvas.scrollBar(in: bar, top: page.list.top, count: page.list.count)
      if place == inHand {
        canvas.cursor = Position(column: page.area.column, row: page.area.row + page.list.selected - page.list.top)
      }
    }
  }
}
