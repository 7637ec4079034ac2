import Widgets
import Wording

extension Runtime {
  /// Whether the window is too small for screens.
  var isTooSmall: Bool {
    terminal.size.columns < Runtime.smallestSize.columns || terminal.size.rows < Runtime.smallestSize.rows
  }

  /// Draws everything on one canvas and shows it.
  func draw() {
    needsDrawing = false
    terminal.present(picture())
    notice?.wasSeen = true
  }

  /// What is to be seen now.
  func picture() -> Canvas {
    var canvas = Canvas(size: terminal.size, glyphs: terminal.capabilities.ambiguousIsWide ? .ascii : .unicode)
    if isTooSmall {
      drawTooSmall(on: &canvas)
      return canvas
    }
    let look = self.look
    let (title, rest) = canvas.area.splitTop(1)
    let (body, footer) = rest.splitTop(rest.rows - 1)
    drawTitle(on: &canvas, in: title, look: look)
    top?.draw(on: &canvas, in: body, look: look)
    for modal in modals {
      canvas.cursor = nil
      modal.draw(on: &canvas, in: body, look: look)
    }
    drawFooter(on: &canvas, in: footer, look: look)
    return canvas
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let wanted = Runtime.smallestSize
    let lines = [
      "窗口太小：至少 \(wanted.columns)×\(wanted.rows)，现为 \(canvas.size.columns)×\(canvas.size.rows)",
      "Too small: \(wanted.columns)x\(wanted.rows) needed, now \(canvas.size.columns)x\(canvas.size.rows)",
      "放大窗口即可继续 / enlarge it to go on",
    ]
    var row = max(0, (canvas.size.rows - lines.count) / 2)
    for line in lines {
      for part in canvas.measure.wrapped(line, to: canvas.size.columns) {
        canvas.put(part, at: Position(column: 0, row: row))
        row += 1
      }
    }
  }

  private func drawTitle(on canvas: inout Canvas, in area: Area, look: Look) {
    let line = TitleLine(names: screens.map { look($0.title) }, status: status.map { look($0) }, columns: area.columns, look: look)
    let glyphs = canvas.glyphs
    canvas.take(from: titleStrip(line) { line.drawn(glyphs) }, at: area.origin, within: area)
  }

  private func drawFooter(on canvas: inout Canvas, in area: Area, look: Look) {
    var area = area
    if let notice {
      let columns = canvas.measure.columns(of: look(notice.text)) + 2
      // What was done may be long to say, and what comes next is still to be seen: it stands above the keys then.
      if notice.ink == .good, area.columns - columns < Runtime.leastFooter {
        drawNotice(notice, on: &canvas, in: Area(column: area.column, row: area.row - 1, columns: area.columns, rows: 1), look: look)
      } else {
        drawNotice(notice, on: &canvas, in: area, look: look)
        // The keys stay in sight beside the sentence where it leaves room for a few of them.
        area = area.splitLeft(min(columns, area.columns)).rest
        if area.columns < Runtime.leastFooter { return }
      }
    }
    let hints: FooterHints.Source =
      if let modal = modals.last {
        .modal(FooterHints.of(modal, look: look))
      } else {
        .screen(top?.bindings ?? [], desk: deskBindings, isBesideNotice: notice != nil)
      }
    let strip = footer.strip(of: hints, columns: area.columns, look: look, glyphs: canvas.glyphs)
    canvas.take(from: strip, at: area.origin, within: area)
  }

  private func drawNotice(_ notice: FooterNotice, on canvas: inout Canvas, in area: Area, look: Look) {
    canvas.fill(area, Style(notice.ink))
    let text = canvas.measure.truncated(look(notice.text), to: area.columns - 2)
    canvas.put(text, at: Position(column: area.column + 1, row: area.row), style: Style(notice.ink, bold: true), within: area)
  }

  /// In fewer columns than this the footer would name next to nothing.
  private static let leastFooter = 30

  /// The desk's own bindings as they work now: while a field is in hand, letters are text, and the keys of writing are the field's.
  var deskBindings: [KeyBinding] {
    let standing = DeskStanding(
      // On the first screen there is nothing to go back to: q leaves, and Esc does nothing.
      isFirst: screens.count <= 1 && !isOpenedFromElsewhere, isCapturing: top?.isCapturing == true,
      canSuspend: terminal.capabilities.canSuspend, hasRules: openRules != nil,
      hasPapers: openPapers != nil && top?.offersPapers == true, hasImport: openImport != nil && top?.offersImport == true,
      hasExport: openExport != nil && top?.offersExport == true, hasUndo: undo != nil)
    return deskBindingsMemo(standing) {
      globalActions.map { action in
        var binding = action.binding
        if action == .back, standing.isFirst {
          binding.label = GlobalAction.quit.binding.label
          binding.keys.removeAll { $0 == KeyPress(.escape) }
        }
        if standing.isCapturing { binding.keys.removeAll { !$0.mayBindWhileCapturing || EditingKeys.keys.contains($0) } }
        return binding
      }
    }
  }
}

/// What the desk's own bindings depend on.
struct DeskStanding: Equatable {
  var isFirst: Bool
  var isCapturing: Bool
  var canSuspend: Bool
  var hasRules: Bool
  var hasPapers: Bool
  var hasImport: Bool
  var hasExport: Bool
  var hasUndo: Bool
}
