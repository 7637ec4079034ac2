import CWorkbooks
import Regulation
import TableFiles
import Wording

/// How many centers have how many points, as a table and a chart with the lines of article 28: 60 to be qualified, 90 to be excellent.
struct Distribution {
  /// How wide a class is, in points; both lines lie between two classes.
  private static let step = 5

  /// How many scores each class holds; the last has 100 as well.
  let counts: [Int]

  /// The distribution of scores.
  init(_ scores: [Hundredths]) {
    var counts = Array(repeating: 0, count: 100 / Distribution.step)
    for score in scores { counts[min(max(score.hundredths / 100 / Distribution.step, 0), counts.count - 1)] += 1 }
    self.counts = counts
  }

  /// Writes it as a sheet of its own.
  func write(into file: WorkbookFile, _ looks: CellLooks, _ language: Language) throws(WorkbookFault) {
    let name = Phrase(zh: "得分分布", en: "Distribution")[language]
    let sheet = try file.sheet(name)
    let library = file.library
    let headings = [
      Phrase(zh: "得分段", en: "Points"), Phrase(zh: "中心数", en: "Centers"), Phrase(zh: "图线：得分", en: "Chart: points"),
      Phrase(zh: "图线：中心数", en: "Chart: centers"), Phrase(zh: "60 分线", en: "60 points"), Phrase(zh: "90 分线", en: "90 points"),
      Phrase(zh: "线高", en: "Height of the lines"),
    ]
    for (place, heading) in headings.enumerated() {
      _ = library.worksheet_write_string(sheet, 0, UInt16(place), heading[language], looks.header)
      _ = library.worksheet_set_column(sheet, UInt16(place), UInt16(place), 16, nil)
    }
    let number = try looks.number(0, file)
    let outline = self.outline
    for row in 0..<max(outline.count, counts.count) {
      let line = UInt32(row + 1)
      if row < counts.count {
        let from = row * Distribution.step
        let close = row == counts.count - 1 ? "]" : ")"
        _ = library.worksheet_write_string(sheet, line, 0, "[\(from), \(from + Distribution.step)\(close)", nil)
        _ = library.worksheet_write_number(sheet, line, 1, Double(counts[row]), number)
      }
      if row < outline.count {
        _ = library.worksheet_write_number(sheet, line, 2, Double(outline[row].points), number)
        _ = library.worksheet_write_number(sheet, line, 3, Double(outline[row].centers), number)
      }
      if row < 2 {
        _ = library.worksheet_write_number(sheet, line, 4, 60, number)
        _ = library.worksheet_write_number(sheet, line, 5, 90, number)
        // From the ground to the highest class.
        _ = library.worksheet_write_number(sheet, line, 6, Double(row * max(counts.max() ?? 0, 1)), number)
      }
    }
    try chart(on: sheet, named: name, file, language, rows: outline.count)
  }

  /// The steps of the classes, as a line that goes along their tops.
  private var outline: [(points: Int, centers: Int)] {
    counts.enumerated().flatMap { place, count in
      [(place * Distribution.step, count), ((place + 1) * Distribution.step, count)]
    }
  }

  private func chart(
    on sheet: UnsafeMutablePointer<lxw_worksheet>, named name: String, _ file: WorkbookFile, _ language: Language, rows: Int
  ) throws(WorkbookFault) {
    let library = file.library
    guard let chart = library.workbook_add_chart(file.book, UInt8(LXW_CHART_SCATTER_STRAIGHT.rawValue)) else { throw .unwritten }
    func series(_ title: Phrase, _ x: String, _ y: String, _ color: UInt32, width: Float) {
      guard let series = library.chart_add_series(chart, "='\(name)'!\(x)", "='\(name)'!\(y)") else { return }
      library.chart_series_set_name(series, title[language])
      library.chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
      var line = lxw_chart_line()
      line.color = color
      line.width = width
      library.chart_series_set_line(series, &line)
    }
    series(Phrase(zh: "中心数", en: "Centers"), "$C$2:$C$\(rows + 1)", "$D$2:$D$\(rows + 1)", 0x1F4E79, width: 2)
    series(Phrase(zh: "60 分（合格）", en: "60 (qualified)"), "$E$2:$E$3", "$G$2:$G$3", 0xC00000, width: 1.5)
    series(Phrase(zh: "90 分（优秀）", en: "90 (excellent)"), "$F$2:$F$3", "$G$2:$G$3", 0x548235, width: 1.5)
    library.chart_title_set_name(chart, Phrase(zh: "评估得分分布（办法第28条）", en: "Evaluation scores (article 28)")[language])
    let axes = (points: chart.pointee.x_axis, centers: chart.pointee.y_axis)
    library.chart_axis_set_name(axes.points, Phrase(zh: "得分", en: "Points")[language])
    library.chart_axis_set_min(axes.points, 0)
    library.chart_axis_set_max(axes.points, 100)
    library.chart_axis_set_major_unit(axes.points, 10)
    library.chart_axis_set_name(axes.centers, Phrase(zh: "中心数", en: "Centers")[language])
    library.chart_axis_set_min(axes.centers, 0)
    library.chart_axis_set_major_unit(axes.centers, Double(max(1, ((counts.max() ?? 0) + 9) / 10)))
    library.chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var options = lxw_chart_options()
    options.x_scale = 1.6
    options.y_scale = 1.5
    library.worksheet_set_landscape(sheet)
    library.worksheet_set_paper(sheet, 9)
    library.worksheet_fit_to_pages(sheet, 1, 1)
    _ = library.worksheet_insert_chart_opt(sheet, 1, 8, chart, &options)
  }
}
