import Widgets
import Wording

/// The rows of a list in which somebody looks for one. They are known by number, in the order in which they stood when they were read last.
@MainActor
public protocol RowFinder: AnyObject {
  /// The rows that match what is typed, from the top; none for an empty text.
  func rows(matching text: String) -> [Int]
  /// Selects a row in the list, wherever it stands there now.
  func select(_ row: Int)
  /// The row that is selected; `nil` where that is none of them.
  var selected: Int? { get }
  /// Reads the rows again where others changed them.
  ///
  /// - Returns: whether they are others now.
  func reread() -> Bool
}

/// A line at the top of a screen in which somebody types what they look for, while the list beneath goes to the first row that matches.
///
/// Nothing is hidden from the list: what stands around a row, its rank among the others, is seen with it.
final class FindLine: Modal {
  private unowned let runtime: Runtime
  private let finder: any RowFinder
  /// Goes back to the row that was selected before.
  private let back: @MainActor () -> Void
  /// From where hits are counted: the row that was selected before, or is once the rows are others.
  private var origin: Int
  private var field: TextField
  private var hits: [Int] = []
  /// Which of the hits is selected.
  private var current = 0
  private var line = Area(Size(columns: 0, rows: 0))

  init(_ runtime: Runtime, in finder: any RowFinder, back: @escaping @MainActor () -> Void) {
    self.runtime = runtime
    self.finder = finder
    self.back = back
    origin = finder.selected ?? 0
    field = TextField()
  }

  var hints: [KeyHint] {
    [
      KeyHint(KeyPress(.enter), zh: "到这一行", en: "go there"), KeyHint(KeyPress(.down), zh: "下一个", en: "next"),
      KeyHint(KeyPress(.up), zh: "上一个", en: "previous"), KeyHint(KeyPress(.escape), zh: "回到原处", en: "back to where I was"),
    ]
  }

  func receive(_ event: InputEvent) {
    switch event {
    case .key(KeyPress(.escape)), .key(.control("c")):
      runtime.close(self)
      back()
    case .key(KeyPress(.enter)): runtime.close(self)
    case .key(KeyPress(.down)), .key(KeyPress(.tab)): move(by: 1)
    case .key(KeyPress(.up)), .key(KeyPress(.tab, .shift)): move(by: -1)
    case .key(let key): if field.handle(key) == .changed { look() }
    case .paste(let text): if field.handle(paste: text) == .changed { look() }
    case .mouse(let press) where press.button == .left && press.phase == .down && line.contains(press.place):
      _ = field.click(at: Position(column: press.place.column - line.column, row: 0))
    case .mouse, .focus: break
    }
  }

  private func look() {
    hits = finder.rows(matching: field.text)
    current = hits.firstIndex { $0 >= origin } ?? 0
    if hits.isEmpty { back() } else { finder.select(hits[current]) }
  }

  /// Counts the hits anew where the rows are others now; the row in hand stays in hand.
  func changed() {
    guard finder.reread() else { return }
    origin = finder.selected ?? 0
    hits = finder.rows(matching: field.text)
    current = hits.firstIndex { $0 >= origin } ?? 0
  }

  /// Goes to another hit; behind the last comes the first.
  private func move(by step: Int) {
    guard !hits.isEmpty else { return }
    current = (current + step + hits.count) % hits.count
    finder.select(hits[current])
  }

  /// What came of it; nothing while nothing is asked.
  private var outcome: (words: Phrase, style: Style)? {
    if hits.isEmpty { return field.text.isEmpty ? nil : (Phrase(zh: "没有相符的", en: "nothing matches"), Style(.caution)) }
    return (
      Phrase(zh: "第 \(current + 1) 个，共 \(hits.count.grouped) 个", en: "\((current + 1).grouped) of \(hits.count.grouped)"), Style(.accent)
    )
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let row = area.splitTop(1).top
    canvas.fill(row)
    let room = row.inset(columns: 1)
    let label = look(Phrase(zh: "查找 ", en: "Find "))
    let width = canvas.put(label, at: room.origin, style: Style(.accent, bold: true), within: room)
    line = Area(column: room.column + width, row: room.row, columns: min(40, max(10, room.columns / 2)), rows: 1)
    field.placeholder = look(Phrase(zh: "汉字、拼音、首字母、编号", en: "characters, pinyin, initials, code"))
    field.layout(Size(columns: line.columns, rows: 1), measure: canvas.measure)
    field.draw(on: &canvas, in: line, isInHand: true)
    guard let outcome else { return }
    canvas.put(look(outcome.words), at: Position(column: line.right + 2, row: room.row), style: outcome.style, within: room)
  }
}

extension Runtime {
  /// Lets a row of the list on the screen be found by typing: the selection goes to the first that matches while one types, cursor keys to the
  /// next and the one before, Enter stays there and Esc goes back.
  ///
  /// - Parameter back: selects the row that was selected before.
  public func find(in finder: any RowFinder, back: @escaping @MainActor () -> Void) { show(FindLine(self, in: finder, back: back)) }
}
