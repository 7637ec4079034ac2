/// What frames, bars and signs are drawn with.
public struct GlyphSet: Sendable, Hashable {
  /// How wide this terminal draws text.
  public var measure: TextMeasure

  /// A horizontal rule and a vertical one.
  public var horizontal: Character, vertical: Character
  /// The corners of a frame.
  public var topLeft: Character, topRight: Character, bottomLeft: Character, bottomRight: Character
  /// Where a rule meets a frame from inside: at its left, right, upper and lower side; and where two rules cross.
  public var teeLeft: Character, teeRight: Character, teeTop: Character, teeBottom: Character, cross: Character

  /// A full cell of a bar, an empty one, and the steps between them from thin to thick (none: whole cells only).
  public var bar: Character, barRest: Character, barSteps: [Character]
  /// A line that marks a value in a chart.
  public var threshold: Character
  /// The steps of an upright column from low to high, a full cell last.
  public var columnSteps: [Character]

  /// The sliding part of a scroll bar, and what it slides along.
  public var thumb: Character, track: Character
  /// Signs of a group that is closed, and of one that is open.
  public var collapsed: Character, expanded: Character
  /// Signs of ascending and descending order.
  public var ascending: Character, descending: Character
  /// Signs of the entry in hand, a marked row, a tick, a cross, and a thing in a list.
  public var pointer: Character, mark: Character, tick: Character, cancel: Character, bullet: Character
  /// Signs of a choice that is taken and of one that is not.
  public var chosen: Character, unchosen: Character

  /// What stands for the end of a text that was cut.
  public var ellipsis: String { measure.ellipsis }

  /// Lines and blocks, for terminals that draw them one column wide.
  public static let unicode = GlyphSet(
    measure: TextMeasure(ambiguousIsWide: false),
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
    bar: "█", barRest: "░", barSteps: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], threshold: "┊",
    columnSteps: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    thumb: "█", track: "│", collapsed: "▸", expanded: "▾", ascending: "▲", descending: "▼",
    pointer: "▸", mark: "✓", tick: "✓", cancel: "✗", bullet: "•", chosen: "●", unchosen: "○")

  /// ASCII, for terminals that draw ambiguous characters two columns wide or lack the others. Braille is still used in charts: its
  /// width is never in doubt.
  public static let ascii = GlyphSet(
    measure: TextMeasure(ambiguousIsWide: true),
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+",
    bar: "#", barRest: ".", barSteps: [], threshold: ":",
    columnSteps: ["⣀", "⣤", "⣶", "⣿"],
    thumb: "#", track: "|", collapsed: ">", expanded: "v", ascending: "^", descending: "v",
    pointer: ">", mark: "*", tick: "+", cancel: "x", bullet: "*", chosen: "*", unchosen: "o")

  /// Every character of the set; a test holds each against the measure.
  var all: [Character] {
    [
      horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight, teeLeft, teeRight, teeTop, teeBottom, cross, bar, barRest,
      threshold, thumb, track, collapsed, expanded, ascending, descending, pointer, mark, tick, cancel, bullet, chosen, unchosen,
    ] + barSteps + columnSteps + Array(ellipsis)
  }
}
