import CenterStore
import Regulation
import Widgets
import Wording

/// All of an expert's sheets of a round beside each other.
struct MatrixState {
  /// A sheet, and the center that it is of.
  struct Line: Hashable {
    var task: ExpertTask
    var sheet: Sheet
    /// What the host gave itself; `nil` where that is not asked for, and before the sheet is handed in.
    var own: PerIndicator<Points?>?
  }

  let year: Int
  let system: IndicatorSystem
  /// The sheets; `nil` while they are being read.
  private(set) var lines: [Line]?
  /// Why they cannot be read.
  var problem: Phrase?
  /// The indicator on which they are compared.
  var indicator: IndicatorCode
  /// Whether all nineteen indicators stand beside each other where the window is not wide enough for both.
  var showsAll = false
  /// Which sheet is selected, and which are seen.
  var list = ListState()
  private var wanted: String?

  init(year: Int, system: IndicatorSystem, center: String?, indicator: IndicatorCode?) {
    self.year = year
    self.system = system
    self.indicator = indicator ?? IndicatorCode.all[0]
    wanted = center
  }

  /// The selected sheet.
  var selected: Line? { lines.flatMap { $0.indices.contains(list.selected) ? $0[list.selected] : nil } }

  /// Takes what was read; the selection stays on its center.
  mutating func take(_ lines: [Line]) {
    let code = selected?.task.center ?? wanted
    wanted = nil
    self.lines = lines
    problem = nil
    list.setCount(lines.count)
    if let index = lines.firstIndex(where: { $0.task.center == code }) { list.select(index) }
  }

  /// Goes to the next indicator, or the one before, round the ends.
  mutating func turn(by step: Int) {
    let index = (indicator.index + step + IndicatorCode.count) % IndicatorCode.count
    if let code = IndicatorCode(index: index) { indicator = code }
  }

  /// Whether any sheet stands beside what the host gave itself.
  var showsOwn: Bool { (lines ?? []).contains { $0.own != nil } }

  /// The mean of the points on the indicator, over the sheets that have some; `nil` where none has.
  var mean: Points? { ExactMean((lines ?? []).compactMap { $0.sheet.points[indicator] })?.rounded }
}
