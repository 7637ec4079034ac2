/// What is written to a terminal beside its cells.
enum TerminalModes {
  /// Pastes come in brackets; going into focus and out is told.
  static let on = "\u{1B}[?2004h\u{1B}[?1004h"
  /// As it was.
  static let off = "\u{1B}[?2004l\u{1B}[?1004l"
  /// Buttons, the wheel and dragging are told, in the form that has no limit of columns.
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  /// The mouse is the terminal's own again.
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
  /// Hold what is drawn until `showFrame`.
  static let holdFrame = "\u{1B}[?2026h"
  /// Show what was held.
  static let showFrame = "\u{1B}[?2026l"
  /// Whatever the state: a plain cursor on the ordinary screen in ordinary colours.
  static let farewell = showFrame + off + mouseOff + "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"
  /// Where does the cursor stand after a character of ambiguous width, and after a wide one? Then a question that all terminals answer, so
  /// that it is known when no answer comes any more. Asked in the upper left corner of a cleared screen, it leaves both as they were.
  ///
  /// - Parameter aboutGround: whether to ask as well which colour it all stands on.
  static func questions(aboutGround: Bool) -> String {
    "\r\u{2500}\u{1B}[6n\u{4E2D}\u{1B}[6n" + (aboutGround ? "\u{1B}]11;?\u{1B}\\" : "") + "\u{1B}[c\r\u{1B}[K"
  }
  /// The answers to it.
  static let widthAnswers = 2
}
