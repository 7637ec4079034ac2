import CenterStore
import Regulation
import Widgets
import Wording

/// An evaluation form on the screen: which item and year is in hand, what is being written there, and what comes of it (article 27).
struct FactFormState: Sendable {
  /// The form as it was read.
  private(set) var file: MaterialFile
  /// The documents on file that prove its figures.
  var documents: [Attachment] = []
  /// The table of indicators.
  let system: IndicatorSystem
  /// What stands in the form, with what is being written.
  private(set) var sheet: FactSheet
  /// What stands in the form without it.
  private var kept: FactSheet
  /// The computed figures.
  private(set) var derived: [FactKey: Hundredths] = [:]
  /// What does not fit together.
  private(set) var findings: [FactFinding] = []
  /// The places that are neither filled nor wanted empty.
  private(set) var open: Set<FactKey> = []
  /// The indicator in hand.
  private(set) var indicatorCode = IndicatorCode.all[0]
  /// Which of its items is in hand.
  private(set) var row = 0
  /// Which of the item's years.
  private(set) var column = 0
  /// What is being written; `nil` while nobody writes.
  private(set) var editor: TextField?
  /// What stood there when writing began: somebody else may have written since.
  private(set) var begun = FactEntry(nil)
  /// What is wrong with it.
  private(set) var problem: Phrase?

  init(_ file: MaterialFile, system: IndicatorSystem) {
    self.file = file
    self.system = system
    sheet = file.form.sheet
    kept = sheet
    lookThrough()
  }

  /// Shows the form as it is now; what is being written stays.
  mutating func take(_ file: MaterialFile) {
    self.file = file
    kept = file.form.sheet
    provide()
  }

  // MARK: - What is in hand

  /// The indicator in hand.
  var indicator: Indicator { system[indicatorCode] }
  /// The item in hand.
  var fact: Fact { indicator.facts[min(row, indicator.facts.count - 1)] }
  /// The place in hand; `nil` where the form asks for no year.
  var place: FactKey? {
    let places = sheet.places(of: fact)
    return places.isEmpty ? nil : places[min(column, places.count - 1)]
  }
  /// What stands at the place in hand, without what is being written.
  var entry: FactEntry { place.flatMap { kept.entries[$0] } ?? FactEntry(nil) }

  /// The findings that name the item in hand; those of its indicator where none does.
  var findingsInHand: [FactFinding] {
    let own = findings.filter { finding in finding.figures.contains { $0.place.code == fact.code } }
    return own.isEmpty ? findings.filter { $0.check.indicator == indicatorCode } : own
  }

  /// The doubts of the indicator in hand, those about the item in hand first.
  var doubtsInHand: [FactFinding] {
    let own = findingsInHand.filter { $0.severity == .doubt }
    return own + findings.filter { $0.severity == .doubt && $0.check.indicator == indicatorCode && !own.contains($0) }
  }

  /// What was said to a doubt; `nil` where nothing was.
  func remark(on doubt: FactFinding) -> PlainText? { file.form.remarks[doubt.identifier].flatMap { $0.isEmpty ? nil : $0 } }

  /// Which of ``doubtsInHand`` is to be explained first: one about the place in hand, else any that nothing was said to; `nil` where all are.
  var doubtToExplain: Int? {
    let open = doubtsInHand.indices.filter { remark(on: doubtsInHand[$0]) == nil }
    return open.first { doubtsInHand[$0].figures.contains { $0.place == place } } ?? open.first
  }

  /// A figure, entered or computed.
  func figure(_ place: FactKey) -> Hundredths? { derived[place] ?? sheet.entries[place]?.value?.figure }

  // MARK: - Moving

  /// Takes an indicator in hand.
  mutating func take(_ code: IndicatorCode) {
    (indicatorCode, row, column) = (code, 0, 0)
  }

  /// Takes a place in hand.
  mutating func take(_ place: FactKey) {
    indicatorCode = place.code.indicator
    row = indicator.facts.firstIndex { $0.code == place.code } ?? 0
    column = sheet.places(of: fact).firstIndex(of: place) ?? 0
  }

  /// The next indicator, or the one before; the table does not go round.
  mutating func moveIndicator(_ step: Int) {
    let next = indicatorCode.index + step
    if IndicatorCode.all.indices.contains(next) { take(IndicatorCode.all[next]) }
  }

  /// The next item, or the one before, on into the neighbouring indicator.
  mutating func moveRow(_ step: Int) {
    let next = row + step
    if indicator.facts.indices.contains(next) {
      row = next
    } else if IndicatorCode.all.indices.contains(indicatorCode.index + step) {
      let kept = column
      moveIndicator(step)
      (row, column) = (step > 0 ? 0 : indicator.facts.count - 1, kept)
    }
  }

  /// The next year, or the one before; where `wraps`, on into the neighbouring item.
  mutating func moveColumn(_ step: Int, wraps: Bool = false) {
    let count = sheet.places(of: fact).count
    let now = min(column, max(0, count - 1))
    if (0..<count).contains(now + step) {
      column = now + step
    } else if wraps {
      moveRow(step)
      column = step > 0 ? 0 : max(0, sheet.places(of: fact).count - 1)
    }
  }

  /// Goes on after something was written: what is computed is passed over, since whoever types on means the next figure.
  mutating func moveOn(_ step: (inout FactFormState) -> Void) {
    var before: FactKey?
    repeat {
      before = place
      step(&self)
    } while fact.kind == .derived && place != before
  }

  /// Takes the next place in hand that asks for something, from the one in hand on and round the end.
  ///
  /// - Returns: whether there is one.
  mutating func takeNext(of wanted: Set<FactKey>) -> Bool {
    let sorted = wanted.sorted()
    let here = place ?? FactKey(fact.code)
    guard let next = sorted.first(where: { here < $0 }) ?? sorted.first else { return false }
    take(next)
    return true
  }

  /// The places at which a writer has something to do: open, in an error, in a doubt without a remark, or asked about by the department.
  var wanting: Set<FactKey> {
    let unsettled = findings.filter { $0.severity == .error || file.form.remarks[$0.identifier] == nil }
    let asked = file.form.questioned.compactMap { system.fact($0).flatMap { sheet.places(of: $0).first } }
    return open.union(unsettled.compactMap { $0.figures.first?.place }.filter { system.fact($0.code) != nil }).union(asked)
  }

  /// The items at which a department has something to do.
  var unchecked: Set<FactKey> {
    Set((file.form.unchecked + file.form.questioned).compactMap { system.fact($0).flatMap { sheet.places(of: $0).first } })
  }

  /// The documents that prove something of the indicator in hand.
  var documentsOfIndicator: [Attachment] {
    documents.filter { document in
      document.entry.proves.contains { if case .fact(let code) = $0 { code.indicator == indicatorCode } else { false } }
    }
  }

  /// The documents that prove the item in hand.
  var documentsInHand: [Attachment] { documents.filter { $0.entry.proves.contains(.fact(fact.code)) } }

  /// How many places of the indicator in hand are open.
  var openOfIndicator: Int {
    let own = Set(indicator.facts.map(\.code))
    return open.count { own.contains($0.code) }
  }

  /// Whether the place in hand is open.
  var isOpenInHand: Bool { place.map { open.contains($0) } ?? false }

  // MARK: - Writing

  /// Begins to write at the place in hand.
  mutating func write(_ text: String) {
    editor = TextField(text, limit: 40)
    begun = entry
    problem = nil
    provide()
  }

  /// Writes on; figures and findings follow at once.
  mutating func edit(_ edit: (inout TextField) -> FieldOutcome) -> FieldOutcome {
    guard var field = editor else { return .ignored }
    let outcome = edit(&field)
    editor = field
    if outcome == .changed {
      problem = nil
      provide()
    }
    return outcome
  }

  /// Leaves off writing, with nothing changed.
  mutating func cancel() {
    editor = nil
    problem = nil
    provide()
  }

  /// Ends writing, and says what now stands there.
  ///
  /// - Returns: `nil` where it cannot stand there, or nothing was changed; ``problem`` says which.
  mutating func finish() -> FactEntry? {
    guard let editor else { return nil }
    do throws(FactError) {
      let (old, value) = (begun, try FactValue.parse(editor.text, for: fact))
      self.editor = nil
      problem = nil
      // A note that said why there was no figure says nothing of one that is there.
      let new = FactEntry(value, note: old.value == nil && value != nil ? .empty : old.note)
      if new == old {
        provide()
        return nil
      }
      return new
    } catch {
      problem = Phrase(zh: "“\(editor.text)”", en: "“\(editor.text)” ") + error.phrase
      return nil
    }
  }

  /// Puts something at the place in hand, which the store is told of.
  mutating func put(_ entry: FactEntry, at place: FactKey) {
    kept.entries[place] = entry.isFilled ? entry : nil
    provide()
  }

  private mutating func provide() {
    sheet = kept
    if let editor, let place, let value = try? FactValue.parse(editor.text, for: fact) { sheet.entries[place] = FactEntry(value) }
    lookThrough()
  }

  private mutating func lookThrough() {
    derived = sheet.derived(system)
    findings = sheet.findings(system)
    open = Set(sheet.open(system))
  }
}
