import CNcurses
import CTerminal
import DeskRuntime
import Glibc
import Widgets

/// Paints canvases with ncurses, which finds the cheapest way from what is shown to what shall be; its bytes go into a file in memory, so
/// that a frame can be written at once.
@MainActor
final class Painter {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let memory: CInt
  private let streams: [UnsafeMutablePointer<FILE>]
  private var inks: InkTable
  private var shown: Canvas?
  private var row: [cchar_t] = []
  private var isCursorVisible: Bool?
  /// How rows are moved here; none where the terminal cannot.
  private let scrolling = RowScrolling()
  /// What goes out before the bytes of ncurses.
  private var movement: [UInt8] = []

  init(_ opened: CursesScreen, theme: Theme) {
    self.screen = opened.screen
    self.window = opened.window
    self.memory = opened.memory
    self.streams = opened.streams
    self.inks = InkTable(theme: theme, colors: opened.capabilities.colors)
  }

  /// Changes the colours of all that is painted from now on.
  func use(_ theme: Theme) {
    inks.use(theme)
    shown = nil
  }

  /// Takes the terminal for unknown: the next canvas is painted whole.
  func forget() {
    shown = nil
    isCursorVisible = nil
    clearok(window, true)
  }

  /// Follows the size of the window.
  func resize(to size: Size) {
    resize_term(CInt(size.rows), CInt(size.columns))
    wresize(window, CInt(size.rows), CInt(size.columns))
    forget()
  }

  /// The bytes that change what is shown into a canvas; none if it shows that already.
  func bytes(for canvas: Canvas) -> [UInt8] {
    guard paintChanges(of: canvas) || canvas.cursor != shown?.cursor else { return [] }
    setCursorVisible(canvas.cursor != nil)
    let cursor = canvas.cursor ?? Position(column: 0, row: 0)
    wmove(window, CInt(cursor.row), CInt(cursor.column))
    doupdate()
    shown = canvas
    defer { movement = [] }
    return movement.isEmpty ? takeBytes() : movement + takeBytes()
  }

  /// Paints the rows that differ from what is shown; what only moved is moved.
  ///
  /// - Returns: whether there were any.
  private func paintChanges(of canvas: Canvas) -> Bool {
    guard let shown, shown.size == canvas.size else {
      for index in 0..<canvas.size.rows { paint(index, of: canvas) }
      return true
    }
    let move = scrolling.flatMap { _ in RowMove(from: shown, to: canvas) }
    if let move { movement = scrolling?.move(move, of: window, rows: canvas.size.rows) ?? [] }
    var isChanged = move != nil
    for index in 0..<canvas.size.rows {
      if let move, move.region.contains(index) {
        if move.rows.contains(index) { continue }
      } else if canvas.rowEquals(index, of: shown) {
        continue
      }
      paint(index, of: canvas)
      isChanged = true
    }
    return isChanged
  }

  private func paint(_ index: Int, of canvas: Canvas) {
    // Moved out and back: within the loop over cells nothing of this object is touched, which would be checked each time.
    var row = self.row
    self.row = []
    Painter.fill(&row, with: index, of: canvas, inks: inks)
    row.withUnsafeBufferPointer { _ = mvwadd_wchnstr(window, CInt(index), 0, $0.baseAddress, CInt($0.count)) }
    self.row = row
  }

  /// Makes one entry a glyph, none for its right half. A blank takes the ink of what stands before it where it looks the same in that: the
  /// gaps between columns then cost no change of colour.
  private nonisolated static func fill(_ row: inout [cchar_t], with index: Int, of canvas: Canvas, inks: InkTable) {
    row.removeAll(keepingCapacity: true)
    canvas.withRow(index) { cells in
      guard var last = cells.first else { return }
      var own = inks[last.style]
      var ink = own
      withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 5) { characters in
        characters.initialize(repeating: 0)
        for cell in cells where cell.span != .rightHalf {
          if !cell.hasStyle(of: last) {
            own = inks[cell.style]
            last = cell
          }
          let base = cell.base
          let marks = cell.markCount
          if base != " " || marks > 0 || own.ground != ink.ground { ink = own }
          characters[0] = wchar_t(bitPattern: base.value)
          for mark in 0..<marks { characters[mark + 1] = wchar_t(bitPattern: cell.mark(mark)?.value ?? 0) }
          var glyph = cchar_t()
          cn_set(&glyph, characters.baseAddress, CInt(marks + 1), ink.attributes, ink.pair)
          row.append(glyph)
        }
      }
    }
  }

  private func setCursorVisible(_ isVisible: Bool) {
    guard isCursorVisible != isVisible else { return }
    isCursorVisible = isVisible
    curs_set(isVisible ? 1 : 0)
  }

  /// Takes what ncurses wrote.
  func takeBytes() -> [UInt8] {
    let length = cterminal_memory_length(memory)
    guard length > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { cterminal_memory_take(memory, $0.baseAddress, length) }
    }
  }

  /// The bytes that end what ncurses began: colours, cursor, the other screen.
  func farewell() -> [UInt8] {
    endwin()
    return takeBytes()
  }

  /// Lets go of ncurses.
  func end() {
    delscreen(screen)
    for stream in streams { fclose(stream) }
  }
}
