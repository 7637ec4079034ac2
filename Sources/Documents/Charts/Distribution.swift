import Regulation

/// How many figures lie in each five points, with the lines of 60 and 90 (article 28): below 40 is one bar.
struct Distribution {
  /// A bar: from a figure to below another.
  struct Bar: Hashable {
    /// Where it begins, in points.
    let from: Int
    /// Where it ends: figures below it are in the bar, and in the last one 100 as well.
    let to: Int
    /// How many figures lie in it.
    let count: Int

    /// As a table names it: `85–90`; the first one is all below 40.
    var name: String { from == 0 ? "\(to) 以下" : "\(from)–\(to)" }
  }

  let bars: [Bar]

  init(_ figures: [Points]) {
    let starts = [0] + stride(from: 40, to: 100, by: 5)
    bars = zip(starts, starts.dropFirst() + [100]).map { from, to in
      let count = figures.count { $0 >= Points(whole: from) && ($0 < Points(whole: to) || to == 100 && $0 == Points(whole: 100)) }
      return Bar(from: from, to: to, count: count)
    }
  }

  var svg: String {
    let (left, top, bottom, width) = (60, 60, 420, 110)
    var drawing = Drawing(width: 1560, height: 500, says: "得分分布")
    let most = max(bars.map(\.count).max() ?? 0, 1)
    for (place, bar) in bars.enumerated() {
      let (x, height) = (left + place * width, bar.count * (bottom - top) / most)
      drawing.bar(x: x + 6, y: bottom - height, width: width - 12, height: height)
      if bar.count > 0 { drawing.text(String(bar.count), x: x + width / 2, y: bottom - height - 12, .middle, size: 30) }
      drawing.text(String(bar.from), x: x, y: bottom + 40, .middle, size: 26)
      if bar.from == 60 || bar.from == 90 { drawing.line((x, top - 30), (x, bottom), .line, isDashed: true) }
    }
    drawing.text("100", x: left + bars.count * width, y: bottom + 40, .middle, size: 26)
    drawing.line((left, bottom), (left + bars.count * width, bottom), .text)
    return drawing.svg
  }
}
