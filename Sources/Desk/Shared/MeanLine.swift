import Regulation
import Widgets

/// The mean of an indicator or of a group as a share of its weight, with the median of its field across the bar, and what the host gave itself.
struct MeanLine {
  /// Its code and name.
  let label: String
  /// The indicator; `nil` for a group.
  var code: IndicatorCode?
  /// The mean of the sheets.
  let mean: Points
  /// What it is of.
  let weight: Int
  /// Whether it is of a first-level indicator.
  var isGroup: Bool { code == nil }
  /// The median of its field; `nil` where none is told.
  var median: Points?
  /// What the host gave itself; `nil` where it gave nothing.
  var own: Points?
  /// Which columns the table has.
  var columns = MeanColumns()

  /// How far the host's own points lie from the mean, with a sign.
  var difference: String? { own.map { ($0 > mean ? "+" : "") + ($0 - mean).description } }

  /// Draws the line in the first row of a room.
  func draw(on canvas: inout Canvas, in room: Area) {
    let places = columns.places(in: room)
    let style = Style(.plain, bold: isGroup)
    func put(_ text: String, _ place: Area?, _ style: Style, right: Bool = true) {
      guard let place else { return }
      canvas.put(right ? canvas.measure.padded(text, to: place.columns, .right) : text, at: place.origin, style: style, within: place)
    }
    put(canvas.measure.truncated(label, to: places.label.columns), places.label, style, right: false)
    put(mean.description, places.mean, style)
    put("/ \(weight)", places.weight, Style(.muted), right: false)
    put(median?.description ?? "", places.median, Style(.accent))
    put(own?.description ?? "–", places.own, Style(own == nil ? .muted : .plain))
    put(difference ?? "–", places.difference, Style(.muted))
    let share = MeanLine.share(mean, weight)
    canvas.bar(
      share, reference: median.map { MeanLine.share($0, weight) }, in: places.bar, ink: Grade(published: Points(Int(share * 10_000))).ink)
  }

  private static func share(_ points: Points, _ weight: Int) -> Double {
    weight > 0 ? Double(points.hundredths) / Double(weight * 100) : 0
  }
}

/// Which columns stand beside means.
struct MeanColumns: Hashable {
  /// Whether the host's own points do.
  var hasOwn = false
  /// Whether the medians do, where there is room: across the bar they stand in any case.
  var hasMedian = false

  /// From how many columns on there is room for the medians in figures.
  static let wide = 84

  /// Where each stands.
  struct Places {
    var label: Area
    var mean: Area
    var weight: Area
    var median: Area?
    var own: Area?
    var difference: Area?
    var bar: Area
  }

  /// Whether the medians have a column in a room.
  func showsMedian(_ columns: Int) -> Bool { hasMedian && columns >= MeanColumns.wide }

  /// Divides a room.
  func places(in room: Area) -> Places {
    let median = showsMedian(room.columns)
    var shares: [Widgets.Share] = [.part(3), .fixed(5), .fixed(4)]
    if median { shares.append(.fixed(6)) }
    if hasOwn { shares += [.fixed(5), .fixed(6)] }
    let parts = room.columns(shares + [.part(1)], gap: 1)
    let own = median ? 4 : 3
    return Places(
      label: parts[0], mean: parts[1], weight: parts[2], median: median ? parts[3] : nil, own: hasOwn ? parts[own] : nil,
      difference: hasOwn ? parts[own + 1] : nil, bar: parts[parts.count - 1])
  }
}
