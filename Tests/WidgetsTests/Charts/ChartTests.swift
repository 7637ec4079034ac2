import Testing

@testable import Widgets

@Suite struct ChartTests {
  @Test(
    "a bar is full only when all is there, and empty only when nothing is",
    arguments: [
      (0.0, "░░░░", "...."), (1, "████", "####"), (0.5, "██░░", "##.."), (0.001, "▏░░░", "#..."), (0.999, "███▉", "###."),
      (0.53125, "██▏░", "##.."),
      (-3, "░░░░", "...."), (7, "████", "####"), (.nan, "░░░░", "...."), (.infinity, "████", "####"),
    ])
  func bars(fraction: Double, shown: String, ascii: String) {
    #expect(drawn(4, 1) { $0.bar(fraction, in: $0.area) }.text == [shown])
    #expect(drawn(4, 1, .ascii) { $0.bar(fraction, in: $0.area) }.text == [ascii])
  }

  @Test("bars stand between their labels and figures")
  func barChart() {
    let chart = BarChart([
      .init("服务能力", value: 15, of: 30, text: "15.0"), .init("人才", value: 0, of: 0, text: "–", ink: .bad),
      .init("多余", value: 1, of: 1, text: ""),
    ])
    let canvas = drawn(24, 2) { chart.draw(on: &$0, in: $0.area) }
    #expect(canvas.text == ["服务能力 █████░░░░░ 15.0", "人才     ░░░░░░░░░░    –"])
    #expect(drawn(24, 2, .ascii) { chart.draw(on: &$0, in: $0.area) }.text[0] == "服务能力 #####..... 15.0")
  }

  @Test(
    "a line across a bar shows what it is held against",
    arguments: [(0.0, "┊███░░░░"), (50, "████┊░░░"), (100, "████░░░┊"), (900, "████░░░┊")])
  func references(reference: Double, shown: String) {
    let chart = BarChart([.init("", value: 50, of: 100, text: "", reference: reference)])
    #expect(drawn(10, 1) { chart.draw(on: &$0, in: $0.area) }.text == [" " + shown])
  }

  @Test(
    "a few values are seen at a glance",
    arguments: [
      ([1, 2, 4], "⣀⣤⣿"), ([0, 0, 0], "⡀⡀⡀"), ([5, 5, 5], "⣿⣿⣿"), ([0, 1], "⡀⣿"), ([nil, 3], " ⣿"), ([], ""), ([nil], " "),
      ([-4, 0, 4], "⡀⣤⣿"),
      ([0.001, 100], "⣀⣿"), ([.nan, .infinity, 1], "  ⣿"), ([-2, -1], "⡀⣤"),
    ] as [([Double?], String)])
  func sparklines(values: [Double?], shown: String) {
    #expect(Sparkline.text(values) == shown)
    #expect(shown.unicodeScalars.allSatisfy { !CharacterWidth.isAmbiguous($0) })
  }

  @Test("a trend runs from its lower to its upper edge")
  func trends() {
    #expect(drawn(4, 1) { TrendLine([0, 100], range: 0...100).draw(on: &$0, in: $0.area) }.text == ["⣀⡠⠔⠊"])
    #expect(drawn(2, 1) { TrendLine([50], range: 0...100).draw(on: &$0, in: $0.area) }.text == [" ⠂"])
    #expect(drawn(2, 2) { TrendLine([nil, 100, nil], range: 0...100).draw(on: &$0, in: $0.area) }.text.count == 2)
    #expect(drawn(2, 1) { TrendLine([], range: 0...100).draw(on: &$0, in: $0.area) }.text == [""])
    #expect(drawn(2, 1) { TrendLine([7, 7], range: 7...7).draw(on: &$0, in: $0.area) }.text == ["⠤⠤"])
    #expect(drawn(2, 1) { TrendLine([-900, .nan, 900], range: 0...1).draw(on: &$0, in: $0.area) }.text == ["⡀⠈"])
  }

  @Test("points of the grid are those of braille")
  func braille() {
    var grid = Braille(size: Size(columns: 1, rows: 1))
    for (x, y) in [(0, 0), (1, 3), (-1, 0), (2, 0), (0, 4)] { grid.set(x, y) }
    #expect(grid.lines == ["⡈"])
    for x in 0...1 { for y in 0...3 { grid.set(x, y) } }
    #expect(grid.lines == ["⣿"])
  }

  @Test("values on a border count at its right, the greatest in the last bin")
  func counting() {
    let histogram = Histogram([0, 59.99, 60, 89.99, 90, 100, 100, 120, -5, .nan])
    #expect(histogram.counts(bins: 10) == [2, 0, 0, 0, 0, 1, 1, 0, 1, 4])
    #expect(Histogram([]).counts(bins: 3) == [0, 0, 0])
    #expect(Histogram([5, 5], range: 5...5).counts(bins: 2) == [2, 0])
    #expect(histogram.counts(bins: 0) == [])
  }

  @Test("a histogram marks the limits of the grades")
  func histogram() {
    let chart = Histogram([55, 65, 65, 85, 95], markers: [.init(60, "60"), .init(90, "90")])
    let canvas = drawn(20, 4) { chart.draw(on: &$0, in: $0.area) }
    #expect(
      canvas.text == [
        "            ┊█    ┊", "           ▄┊█   ▄┊▄", "           █┊█   █┊█", "           60    90",
      ])
    let plain = drawn(20, 4, .ascii) { chart.draw(on: &$0, in: $0.area) }
    #expect(plain.text[0] == "            :⣿    :")
    #expect(drawn(20, 1) { chart.draw(on: &$0, in: $0.area) }.text == [""])
  }

  @Test(
    "charts of nothing, of one value and of equal ones draw without flaw", arguments: [GlyphSet.unicode, .ascii],
    [[], [0], [100], [60, 60, 60]] as [[Double]])
  func edges(glyphs: GlyphSet, values: [Double]) {
    for columns in 0...12 {
      for rows in 0...4 {
        _ = drawn(columns, rows, glyphs) { canvas in
          Histogram(values, markers: [.init(60, "合格60"), .init(90, "优秀90")]).draw(on: &canvas, in: canvas.area)
        }
        _ = drawn(columns, rows, glyphs) { TrendLine(values, range: 0...100).draw(on: &$0, in: $0.area) }
        _ = drawn(columns, rows, glyphs) { canvas in
          BarChart(values.map { .init("“中”", value: $0, of: 100, text: "\($0)") }).draw(on: &canvas, in: canvas.area)
        }
        _ = drawn(columns, rows, glyphs) { ProgressBar("正在导入…", done: values.count, total: 3).draw(on: &$0, in: $0.area) }
      }
    }
  }

  @Test(
    "progress is 100 only at the end",
    arguments: [(0, 10, 0), (1, 3, 33), (999, 1000, 99), (1000, 1000, 100), (0, 0, 100), (20, 10, 100), (-1, 10, 0), (5, nil, nil)]
      as [(Int, Int?, Int?)])
  func progress(done: Int, total: Int?, percent: Int?) {
    #expect(ProgressBar("", done: done, total: total).percent == percent)
  }

  @Test("progress shows its text, its bar and its figure")
  func progressPicture() {
    let bar = ProgressBar("正在导入", done: 1, total: 2)
    #expect(drawn(16, 2) { bar.draw(on: &$0, in: $0.area) }.text == ["正在导入", "█████▌░░░░░  50%"])
    #expect(drawn(24, 1) { bar.draw(on: &$0, in: $0.area) }.text == ["正在导入 █████░░░░░  50%"])
    #expect(drawn(16, 2) { ProgressBar("正在读取", done: 1234).draw(on: &$0, in: $0.area) }.text == ["正在读取", "            1234"])
  }
}
