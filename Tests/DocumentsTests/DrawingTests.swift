import Regulation
import Testing

@testable import Documents

@Suite("Drawings and tables of the papers")
struct DrawingTests {
  @Test("Every figure lies in one bar, at the edges in the upper one; 100 lies in the last")
  func distribution() {
    let figures = [0, 39_99, 40_00, 59_99, 60_00, 89_99, 90_00, 94_99, 95_00, 100_00].map { Points($0) }
    let bars = Distribution(figures).bars
    #expect(bars.reduce(0) { $0 + $1.count } == figures.count)
    #expect(bars.map(\.count) == [2, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 2, 2])
    #expect(bars.first?.name == "40 以下" && bars.last?.name == "95–100")
    #expect(Distribution([]).bars.allSatisfy { $0.count == 0 })
  }

  @Test("A text in a drawing is no markup")
  func escaping() {
    var drawing = Drawing(width: 10, height: 10, says: "<&>")
    drawing.text("<b>", x: 0, y: 0)
    #expect(drawing.svg.contains("<title>&lt;&amp;&gt;</title>") && drawing.svg.contains("&lt;b&gt;"))
  }

  @Test("A page as text: headings in the middle, a cell that reaches down, columns that fit, drawings by their names")
  func plainPage() {
    let page = """
      <html><head><title>t</title><style>p { }</style></head><body><h1>标题</h1><p>一段 &amp; 话</p>
      <svg><title>图甲</title><text>9</text></svg>
      <table><thead><tr><th>甲</th><th>乙</th></tr></thead>
      <tr><td rowspan="2">一</td><td class="figure">1.50</td></tr><tr><td class="figure">12.25</td></tr>
      <tr><td colspan="2">合计</td></tr></table><p class="sign">落款</p></body></html>
      """
    let lines = PlainPage.text(of: page).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        String(repeating: " ", count: 37) + "标题", "　　一段 & 话", "（图：图甲）", "甲  乙", "--  -----", "一   1.50", "    12.25", "合计",
        String(repeating: " ", count: 70) + "落款",
      ])
  }

  @Test("However wide its cells, a table is never wider than the page", arguments: [20, 78])
  func tableFits(_ columns: Int) {
    var table = PlainTable()
    for _ in 0..<3 {
      table.beginRow()
      for length in [3, 40, 90] {
        table.beginCell(columns: 1, rows: 1, looks: "")
        table.endCell(String(repeating: "宽", count: length))
      }
    }
    #expect(table.lines(columns: columns).allSatisfy { line in line.unicodeScalars.reduce(0) { $0 + ($1 == "宽" ? 2 : 1) } <= columns })
  }
}
