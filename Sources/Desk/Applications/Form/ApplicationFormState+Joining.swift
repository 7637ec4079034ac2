import Regulation
import Wording

/// What somebody else of the same host saved meanwhile, joined with what is written here: field by field, so that nobody's work is lost silently.
extension ApplicationFormState {
  /// A field to which both gave an answer of their own: what it is called, and what each wrote.
  typealias Clash = (label: Phrase, theirs: Phrase, own: Phrase)

  /// What both wrote, in one form.
  ///
  /// - Parameters:
  ///   - theirs: the form as the store has it now.
  ///   - base: the form with which both began.
  ///   - keepingOwn: whose answer stands where both gave one.
  func joined(with theirs: ApplicationForm, since base: ApplicationForm, keepingOwn: Bool) -> (form: ApplicationForm, clashes: [Clash]) {
    var form = theirs
    var clashes: [Clash] = []
    let (old, other) = (answers(in: base), answers(in: theirs))
    let isRowOfBuildersMoved = [values, theirs].contains { $0.coBuilders?.count != base.coBuilders?.count }
    for item in items(of: values) {
      let id = item.field.id
      if isRowOfBuildersMoved, id == "co_builders" || ApplicationForm.coBuilder(ofField: id) != nil { continue }
      let (mine, before, now) = (item.answer, old[id]?.answer, other[id]?.answer)
      if mine == before || mine == now { continue }
      if now != before {
        clashes.append((item.field.label, other[id]?.field.words ?? Phrase(same: ""), item.field.words))
        if !keepingOwn { continue }
      }
      item.set(mine, &form)
    }
    // Where one of the two added a co-builder or took one away, places mean different ones: the co-builders are taken as a whole.
    if isRowOfBuildersMoved, values.coBuilders != base.coBuilders, values.coBuilders != theirs.coBuilders {
      let isClash = theirs.coBuilders != base.coBuilders
      if isClash {
        func names(_ form: ApplicationForm) -> Phrase { .list((form.coBuilders ?? []).map { Phrase(same: $0.name?.string ?? "–") }) }
        clashes.append((Phrase(zh: "共建单位", en: "Co-builders"), names(theirs), names(values)))
      }
      if !isClash || keepingOwn { form.coBuilders = values.coBuilders }
    }
    return (form, clashes)
  }

  /// What the fields are called that two forms answer differently; the co-builders under one name where there are more or fewer of them.
  func changes(from old: ApplicationForm, to new: ApplicationForm) -> [Phrase] {
    let before = answers(in: old)
    if old.coBuilders?.count != new.coBuilders?.count { return [Phrase(zh: "共建单位", en: "co-builders")] }
    return items(of: new).filter { $0.answer != before[$0.field.id]?.answer }.map(\.field.label)
  }

  private func answers(in form: ApplicationForm) -> [String: ApplicationItem] {
    Dictionary(items(of: form).map { ($0.field.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ApplicationItem {
  /// What the form that it was made of answers; `nil` for nothing.
  var answer: ActAnswer? { try? field.answer(field.widget(.zh)) }
}
