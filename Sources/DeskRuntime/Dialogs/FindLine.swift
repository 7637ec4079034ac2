import Widgets
import Wording

/// A line at the top of a screen in which somebody types what they look for, while the list beneath goes to the first row that matches.
///
/// Nothing is hidden from the list: what stands around a row, its rank among the others, is seen with it.
final class FindLine: Modal {
  private unowned let runtime: Runtime
  /// Gives the rows that match, from the top; nothing for an empty text.
  private let matching: (String) -> [Int]
  private let select: @MainActor (Int) -> Void
  /// The row that was selected before, where Esc goes back to.
  private let origin: Int
  private var field: TextField
  private var hits: [Int] = []
  /// Which of the hits is selected.
  private var current = 0
  private var line = Area(Size(columns: 0, rows: 0))

  init(_ runtime: Runtime, from origin: Int, matching: @escaping (String) -> [Int], select: @escaping @MainActor (Int) -> Void) {
    self.runtime = runtime
    self.origin = origin
    self.matching = matching
    self.select = select
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
      select(origin)
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
    hits = matching(field.text)
    current = hits.firstIndex { $0 >= origin } ?? 0
    select(hits.isEmpty ? origin : hits[current])
  }

  /// Goes to another hit; behind the last comes the first.
  private func move(by step: Int) {
    guard !hits.isEmpty else { return }
    current = (current + step + hits.count) % hits.count
    select(hits[current])
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
  /// - Parameters:
  ///   - origin: the row that is selected now.
  ///   - matching: gives the rows that match, from the top; nothing for an empty text.
  ///   - select: selects a row.
  public func find(from origin: Int, matching: @escaping (String) -> [Int], select: @escaping @MainActor (Int) -> Void) {
    show(FindLine(self, from: origin, matching: matching, select: select))
  }
}
