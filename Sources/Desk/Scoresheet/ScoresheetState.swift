import CenterStore
import Regulation
import Widgets
import Wording

/// A scoresheet as it lies on the desk: what is on disk, what is on its way there, and what is in hand.
struct ScoresheetState {
  /// Which pane the arrows move in.
  enum Pane: Hashable {
    /// The nineteen indicators.
    case indicators
    /// The evaluation points and facts of the selected one.
    case facts
  }

  /// Something that did not come to disk.
  struct Unsaved: Hashable {
    /// What was to be written.
    var entry: ScoreEntry
    /// Why it was not.
    var error: StoreError

    /// Whether another desk of the same expert wrote meanwhile.
    var isConflict: Bool {
      if case .changedMeanwhile = error { true } else { false }
    }
  }

  /// How an indicator stood before an entry, to go back to.
  struct Step: Hashable {
    var code: IndicatorCode
    /// What brings it back.
    var back: ScoreEntry

    /// What leads from how a sheet stands to it again, once the step is gone back.
    func forward(from sheet: Sheet) -> Step {
      Step(
        code: code,
        back: ScoreEntry(
          points: back.points == nil ? nil : .some(sheet.points[code]), comment: back.comment.map { _ in sheet.comments[code] }))
    }

    /// What is told to have changed.
    var what: Phrase {
      back.comment == nil ? Phrase(zh: "得分", en: "points") : Phrase(zh: "评语", en: "comment")
    }
  }

  /// How far an indicator has come.
  enum Mark: Hashable {
    /// It has no points.
    case open
    /// Its points are on disk.
    case saved
    /// They are on their way.
    case saving
    /// They did not get there.
    case unsaved
  }

  /// The table of indicators.
  let system: IndicatorSystem
  /// What lies beside the sheet; `nil` while it is being read.
  var dossier: Dossier? { didSet { dossierGeneration += 1 } }
  /// Counts what was read beside the sheet, for what is kept from frame to frame.
  private(set) var dossierGeneration = 0
  /// Why it cannot be read.
  var problem: Phrase?
  /// The sheet with all that was entered, whether it is on disk already or not.
  var sheet: Sheet
  /// What stands above a comment where somebody else than the expert reads the sheet; `nil` for the expert.
  var reader: Phrase?
  /// The selected indicator.
  var selected: IndicatorCode
  /// Which pane the arrows move in.
  var pane = Pane.indicators
  /// The first line of the facts that is seen.
  var factsTop = 0
  /// Points that are being typed.
  var entry: PointsInHand?
  /// A comment that is being written.
  var comment: CommentInHand?
  /// How many writes are on their way, by indicator.
  var saving: [IndicatorCode: Int] = [:]
  /// What did not come to disk, by indicator.
  var unsaved: [IndicatorCode: Unsaved] = [:]
  /// Entries of this sitting, the last one last.
  var steps: [Step] = []
  /// What was undone and can be brought back, the last one last; an entry of its own ends it.
  var undone: [Step] = []

  init(year: Int, center: String, login: String, system: IndicatorSystem, at code: IndicatorCode? = nil) {
    self.system = system
    sheet = Sheet(year: year, center: center, login: login)
    selected = code ?? IndicatorCode.all[0]
  }

  /// The selected indicator.
  var indicator: Indicator { system[selected] }
  /// What the sheet comes to, with what is on its way.
  var total: SheetTotal { sheet.total }
  /// Whether a field is in hand.
  var isCapturing: Bool { entry != nil || comment != nil }

  /// How far an indicator has come.
  func mark(of code: IndicatorCode) -> Mark {
    if unsaved[code] != nil { return .unsaved }
    if saving[code] != nil { return .saving }
    return sheet.points[code] == nil ? .open : .saved
  }

  /// Indicators of which the screen knows better than the disk: in hand, on their way, or not saved.
  var heldCodes: Set<IndicatorCode> {
    Set(saving.keys).union(unsaved.keys).union([entry?.code, comment?.code].compactMap(\.self))
  }

  /// Why the round goes on without the center: it was revoked or reorganised meanwhile (article 26); `nil` for all others.
  var ended: Due.Exemption? {
    guard let dossier, dossier.round.state.takesSheets else { return nil }
    return Due.Exemption(rawValue: dossier.line.status.rawValue)
  }

  /// Whether sheets of the center are taken: while the round is scored and the center stands, and once an upheld objection re-opened it (article 25).
  var takesSheets: Bool { ended == nil && dossier.map { $0.round.state.takesSheets || sheet.isReopened } ?? false }

  /// Why nothing can be entered now; `nil` where it can.
  var refusal: Phrase? {
    guard let round = dossier?.round else { return Phrase(zh: "正在读取评分表", en: "the sheet is being read") }
    if sheet.state == .submitted, takesSheets {
      return Phrase(zh: "评分表已提交；如需修改，按 F3 撤回", en: "The sheet is submitted; F3 takes it back")
    }
    if let ended {
      return Phrase(
        zh: "该中心\(ended.phrase.zh)，不再评分，评分表只供查看（办法第26条）",
        en: "The center is \(ended.phrase.en): its sheet is for reading (article 26)")
    }
    if !takesSheets {
      return Phrase(
        zh: "\(round.year) 年度评估\(round.state.phrase.zh)，评分表只供查看（办法第25条）",
        en: "The round of \(round.year) is \(round.state.phrase.en): the sheet is for reading (article 25)")
    }
    return nil
  }

  // MARK: - Moving

  /// Selects an indicator; its facts are seen from their beginning.
  mutating func select(_ code: IndicatorCode) {
    if code != selected { factsTop = 0 }
    selected = code
  }

  /// Moves by indicators, as far as there are any.
  mutating func move(by step: Int) {
    let index = min(max(0, selected.index + step), IndicatorCode.count - 1)
    if let code = IndicatorCode(index: index) { select(code) }
  }

  /// The next indicator without points in a direction, round the end; `nil` where all have some.
  func open(_ step: Int) -> IndicatorCode? {
    (1...IndicatorCode.count).lazy
      .compactMap { IndicatorCode(index: (selected.index + step * $0 + IndicatorCode.count * 2) % IndicatorCode.count) }
      .first { sheet.points[$0] == nil }
  }

  // MARK: - Taking over what is on disk

  /// Takes a sheet that was read over, except for what the screen knows better.
  ///
  /// - Returns: the indicators that were taken over.
  mutating func take(_ read: Sheet) -> [IndicatorCode] {
    let held = heldCodes
    let free = IndicatorCode.all.filter { !held.contains($0) }
    sheet.state = read.state
    sheet.isReopened = read.isReopened
    sheet.enteredBy = read.enteredBy
    sheet.drafts = read.drafts
    for code in free {
      sheet.points[code] = read.points[code]
      sheet.comments[code] = read.comments[code]
    }
    return free
  }

  /// Puts an entry on the sheet as on its way.
  ///
  /// - Returns: whether it says anything new.
  mutating func put(_ code: IndicatorCode, _ entry: ScoreEntry, isUndo: Bool = false) -> Bool {
    var back = ScoreEntry()
    if let points = entry.points, points != sheet.points[code] { back.points = .some(sheet.points[code]) }
    if let comment = entry.comment, comment != sheet.comments[code] { back.comment = sheet.comments[code] }
    let isNew = back.points != nil || back.comment != nil
    guard isNew || unsaved[code] != nil || entry.comment != nil else { return false }
    if let points = entry.points { sheet.points[code] = points }
    if let comment = entry.comment { sheet.comments[code] = comment }
    if isNew, !isUndo {
      steps.append(Step(code: code, back: back))
      undone = []
    }
    saving[code, default: 0] += 1
    return true
  }

  /// Notes that a write came to its end.
  mutating func wrote(_ code: IndicatorCode, _ entry: ScoreEntry, _ error: StoreError?) {
    let left = (saving[code] ?? 1) - 1
    saving[code] = left > 0 ? left : nil
    if let error {
      // An earlier entry that failed too is still wanted where this one says nothing of it.
      var wanted = unsaved[code]?.entry ?? ScoreEntry()
      if let points = entry.points { wanted.points = points }
      if let comment = entry.comment { wanted.comment = comment }
      unsaved[code] = Unsaved(entry: wanted, error: error)
    } else if let old = unsaved[code]?.entry {
      let rest = ScoreEntry(points: entry.points == nil ? old.points : nil, comment: entry.comment == nil ? old.comment : nil)
      if rest.points == nil, rest.comment == nil { unsaved[code] = nil } else { unsaved[code]?.entry = rest }
    }
  }
}
