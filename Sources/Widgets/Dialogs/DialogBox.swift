/// The box that dialogs and menus stand in.
public enum DialogBox {
  /// The widest that text is set, so that lines stay easy to read.
  public static let textColumns = 64

  /// Draws an empty framed box in the middle of an area.
  ///
  /// - Parameters:
  ///   - content: how large the room inside should be.
  /// - Returns: the room inside, which is smaller where the area is.
  public static func draw(on canvas: inout Canvas, in area: Area, title: String, content: Size, ink: Ink) -> Area {
    let place = box(in: area, content: content)
    canvas.fill(place)
    canvas.frame(place, title: title, style: Style(ink))
    return room(in: area, content: content)
  }

  /// The room inside a box in the middle of an area.
  public static func room(in area: Area, content: Size) -> Area { box(in: area, content: content).inset(columns: 2, rows: 1) }

  private static func box(in area: Area, content: Size) -> Area {
    area.centered(Size(columns: content.columns + 4, rows: content.rows + 2))
  }
}
