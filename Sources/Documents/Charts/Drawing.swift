import TableFiles

/// A drawing in SVG, made of a few shapes; figures are in tenths of a millimetre, so that it stays sharp on paper.
///
///     var drawing = Drawing(width: 1600, height: 400, says: "分布")
///     drawing.bar(x: 0, y: 0, width: 90, height: 40)
///     drawing.svg
struct Drawing {
  /// Where a text stands against its point.
  enum Anchor: String { case start, middle, end }
  /// How a shape looks; every one reads in black and white.
  enum Ink: String {
    case bar = "#4a6fa5"
    case weak = "#d9dee7"
    case line = "#b03a2e"
    case grid = "#c8c8c8"
    case text = "#222222"
  }

  let width: Int
  let height: Int
  private let words: String
  private var shapes: [String] = []

  /// - Parameter words: what the drawing shows, for who cannot see it.
  init(width: Int, height: Int, says words: String) {
    self.width = width
    self.height = height
    self.words = words
  }

  mutating func bar(x: Int, y: Int, width: Int, height: Int, _ ink: Ink = .bar) {
    shapes.append(#"<rect x="\#(x)" y="\#(y)" width="\#(max(width, 0))" height="\#(height)" fill="\#(ink.rawValue)"/>"#)
  }

  mutating func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), _ ink: Ink = .grid, isDashed: Bool = false) {
    let dash = isDashed ? #" stroke-dasharray="12 8""# : ""
    shapes.append(
      #"<line x1="\#(from.x)" y1="\#(from.y)" x2="\#(to.x)" y2="\#(to.y)" stroke="\#(ink.rawValue)" stroke-width="3"\#(dash)/>"#)
  }

  mutating func dot(_ center: (x: Int, y: Int), radius: Int = 10, _ ink: Ink = .bar) {
    shapes.append(#"<circle cx="\#(center.x)" cy="\#(center.y)" r="\#(radius)" fill="\#(ink.rawValue)"/>"#)
  }

  mutating func text(_ text: String, x: Int, y: Int, _ anchor: Anchor = .start, size: Int = 34) {
    shapes.append(
      #"<text x="\#(x)" y="\#(y)" font-size="\#(size)" text-anchor="\#(anchor.rawValue)" fill="\#(Ink.text.rawValue)">\#(HTMLText.escaped(text))</text>"#
    )
  }

  /// The drawing as an element that stands inside a page.
  var svg: String {
    let head =
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)" width="\#(width / 10)mm" height="\#(height / 10)mm" role="img">"#
    return head + "<title>\(HTMLText.escaped(words))</title>" + shapes.joined() + "</svg>"
  }
}
