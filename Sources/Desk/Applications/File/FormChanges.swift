import Regulation
import Wording

/// What is written otherwise in a form than in an earlier one, in the order of the form.
struct FormChanges {
  /// Longer texts are not told: they stand in the form.
  private static let longest = 30

  private let old: ApplicationForm
  private let new: ApplicationForm

  init(from old: ApplicationForm, to new: ApplicationForm) {
    self.old = old
    self.new = new
  }

  /// A line each; none where nothing was changed.
  func lines(names: FieldNames) -> [Phrase] {
    let fields = names.offered(keeping: [old.center.field, new.center.field].compactMap(\.self))
    let builders = CoBuilderPairing(old.coBuilders ?? [], new.coBuilders ?? [])
    // What is new as a whole is told in a line of its own, and so is what is gone.
    var before = old
    before.coBuilders = new.coBuilders == nil ? nil : old.coBuilders.map { _ in zip(builders.old, new.coBuilders ?? []).map { $0 ?? $1 } }
    let was = Dictionary(before.items(fields: fields).map { ($0.field.id, $0.field) }) { first, _ in first }
    let changed = new.items(fields: fields).compactMap { item in line(was[item.field.id], item.field) }
    let names = { (builder: CoBuilder) in Phrase(same: builder.name?.string ?? "") }
    return changed
      + builders.added.map { Phrase(zh: "共建单位：新增 ", en: "Co-builder: new, ") + names($0) }
      + builders.removed.map { Phrase(zh: "共建单位：删去 ", en: "Co-builder: gone, ") + names($0) }
  }

  private func line(_ was: ActField?, _ now: ActField) -> Phrase? {
    let (before, after) = (was?.told ?? Phrase(same: ""), now.told)
    if before == after { return nil }
    var label = now.label
    if let place = ApplicationForm.coBuilder(ofField: now.id), !now.id.hasSuffix(".name") {
      label = Phrase(zh: "共建单位 \(place + 1) ", en: "co-builder \(place + 1), ") + label
    }
    label = label.asLabel + Phrase(zh: "：", en: ": ")
    let isLong = [before, after].contains { $0.zh.count > FormChanges.longest }
    switch (before.zh.isEmpty, after.zh.isEmpty) {
    case (_, true):
      return label + Phrase(zh: "已清空", en: "emptied")
        + (isLong ? Phrase(same: "") : Phrase(zh: "（原 ", en: " (was ") + before + Phrase(zh: "）", en: ")"))
    case (true, _): return label + Phrase(zh: "新填", en: "now stated") + (isLong ? Phrase(same: "") : Phrase(zh: " ", en: ", ") + after)
    default: return label + (isLong ? Phrase(zh: "已改写", en: "rewritten") : before + Phrase(same: " → ") + after)
    }
  }
}

/// Which co-builder of a later form is which of an earlier one: those of the same name, else, where as many are left of each, one renamed.
private struct CoBuilderPairing {
  /// For each of the later form the one of the earlier; `nil`: it is new.
  private(set) var old: [CoBuilder?]
  private(set) var added: [CoBuilder] = []
  private(set) var removed: [CoBuilder]

  init(_ before: [CoBuilder], _ after: [CoBuilder]) {
    func key(_ builder: CoBuilder) -> NameKey? { builder.name.map { NameKey($0) } }
    removed = before
    old = []
    for builder in after {
      let place = removed.firstIndex { key($0) == key(builder) }
      old.append(place.map { removed.remove(at: $0) })
    }
    let unknown = old.indices.filter { old[$0] == nil }
    if unknown.count == removed.count {
      for (place, builder) in zip(unknown, removed) { old[place] = builder }
      removed = []
    }
    added = after.indices.filter { old[$0] == nil }.map { after[$0] }
  }
}

extension ActField {
  /// What stands in it at first, for people: answers in their words, a figure with its unit.
  fileprivate var told: Phrase {
    switch kind {
    case .choice(let answers): return Int(initial).map { answers[$0] } ?? Phrase(same: "")
    case .ticks(let things):
      let ticked = initial.split(separator: " ").compactMap { Int($0) }.map { things[$0] }
      return ticked.isEmpty ? Phrase(same: "") : Phrase.list(ticked)
    default:
      if initial.isEmpty { return Phrase(same: "") }
      let (zh, en) = (unit(of: initial, .zh), unit(of: initial, .en))
      return Phrase(zh: initial + zh, en: en.isEmpty ? initial : initial + " " + en)
    }
  }
}
