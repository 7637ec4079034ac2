import Widgets
import Wording

extension Runtime {
  /// Copies what the screen says in the row under its cursor: what is in hand where the screen knows more than it has room for, else what is seen.
  func copyRow() {
    guard let screen = top else { return }
    copy(screen.rowInHand ?? seenRow(of: screen))
  }

  /// Puts a text into the clipboard of the person's own machine, through the terminal (OSC 52), and says what.
  public func copy(_ text: String) {
    guard !text.isEmpty else { return notice(Phrase(zh: "光标处没有可复制的", en: "There is nothing to copy at the cursor"), .caution) }
    guard terminal.copy(text) else {
      return notice(Phrase(zh: "剪贴板放不下这么多", en: "That is too much for the clipboard"), .caution)
    }
    let lines = text.split(separator: "\n").count
    let first = text.prefix { $0 != "\n" }.replacing("\t", with: "  ")
    let shown = TextMeasure(ambiguousIsWide: false).truncated(String(first), to: 40)
    notice(
      lines > 1
        ? Phrase(zh: "已复制 \(lines) 行", en: "Copied \(lines) rows") : Phrase(zh: "已复制：\(shown)", en: "Copied: \(shown)"), .done)
  }

  private func seenRow(of screen: any Screen) -> String {
    var canvas = Canvas(size: terminal.size, glyphs: terminal.capabilities.ambiguousIsWide ? .ascii : .unicode)
    let rest = canvas.area.splitTop(1).rest
    screen.draw(on: &canvas, in: rest.splitTop(rest.rows - 1).top, look: look)
    return canvas.cursor.map { canvas.text(around: $0) } ?? ""
  }
}
