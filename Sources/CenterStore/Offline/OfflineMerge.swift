import Regulation

/// One sheet that changed in two places: how it stood when both sides parted, how it stands on the desk, how it stands in the file.
///
/// What changed on one side only is taken; what changed on both and is not the same now is a clash, which a person decides. A sheet that was
/// handed in on the desk meanwhile is locked: whatever the file would change in it is a clash.
struct OfflineMerge {
  let base: OfflineSheet
  let desk: OfflineSheet
  let file: OfflineSheet
  /// The indicators in which the desk has not changed since both sides parted, although it says something else than the base.
  var settled: Set<IndicatorCode> = []

  /// A place in which both sides say something else.
  struct Place: Hashable {
    let indicator: IndicatorCode
    let part: OfflineClash.Part
  }

  /// Whether the file says anything that the base did not.
  var isChanged: Bool { file != base }

  /// Whether the desk handed the sheet in since both sides parted.
  var isLocked: Bool { desk.state == .submitted && base.state == .draft }

  /// The places that a person has to decide.
  var clashes: [Place] {
    IndicatorCode.all.flatMap { code in OfflineClash.Part.allCases.map { Place(indicator: code, part: $0) } }
      .filter { fate(of: $0) == .clash }
  }

  /// The sheet that comes of it.
  ///
  /// - Parameter fromFile: the clashes in which the file's value is taken; in others the desk's stays.
  func merged(taking fromFile: Set<Place>) -> OfflineSheet {
    var sheet = desk
    for code in IndicatorCode.all {
      for part in OfflineClash.Part.allCases {
        let place = Place(indicator: code, part: part)
        switch fate(of: place) {
        case .stays: continue
        case .clash where !fromFile.contains(place): continue
        case .clash, .taken: part.copy(from: file[code], to: &sheet[code])
        }
      }
    }
    sheet.state = state(of: sheet)
    return sheet
  }

  /// Whether the file hands the sheet in, and yet it is not handed in: it is not the sheet that the expert saw whole.
  func isHeldBack(_ merged: OfflineSheet) -> Bool {
    file.state == .submitted && base.state == .draft && merged.state == .draft
  }

  private func state(of merged: OfflineSheet) -> Sheet.State {
    let isWhole = file.state == .submitted && merged.isComplete && merged.says(file)
    if !merged.says(desk) { return isWhole ? .submitted : .draft }
    if file.state == base.state { return desk.state }
    return file.state == .draft ? .draft : isWhole ? .submitted : desk.state
  }

  private enum Fate { case stays, taken, clash }

  private func fate(of place: Place) -> Fate {
    let (code, part) = (place.indicator, place.part)
    let (old, mine, theirs) = (part.text(of: base[code]), part.text(of: file[code]), part.text(of: desk[code]))
    if mine == old || mine == theirs { return .stays }
    // A comment that is only begun is no part of the sheet.
    if isLocked, part != .draft { return .clash }
    return theirs == old || part != .draft && settled.contains(code) ? .taken : .clash
  }
}

extension OfflineClash.Part {
  /// What stands there, as people read it.
  func text(of mark: OfflineMark) -> String {
    switch self {
    case .points: mark.points?.description ?? ""
    case .comment: mark.comment.string
    case .draft: mark.draft.string
    }
  }

  fileprivate func copy(from source: OfflineMark, to target: inout OfflineMark) {
    switch self {
    case .points: target.points = source.points
    case .comment: target.comment = source.comment
    case .draft: target.draft = source.draft
    }
  }
}
