import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How staff keep the lists of fields, industries and clusters (articles 3 and 8).
@MainActor
enum TermForm {
  static let isTheBureaus = Phrase(zh: "由市科技局维护", en: "the bureau keeps the lists")

  /// What can be done on the page of a line.
  static func acts(_ line: FieldLine, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) -> [DirectoryAct] {
    let forbidden = sitting.isStaff ? nil : isTheBureaus
    guard let term = line.term else {
      return [
        DirectoryAct(
          binding: KeyBinding(
            "enter", [.character("n"), KeyPress(.function(2))], label: Phrase(zh: "列入名录", en: "put in the list"),
            explanation: Phrase(zh: "把这一领域列入名录，供今后选用", en: "put this field into the list, so that it can be chosen"), prominence: .footer,
            refusal: line.name.isEmpty ? Phrase(zh: "没有名称可列", en: "there is no name to put in") : forbidden)
        ) { enter(sitting, name: line.name, then: reload) }
      ]
    }
    let correct = DirectoryAct(
      binding: KeyBinding(
        "correct", [.character("e"), KeyPress(.function(2))], label: Phrase(zh: "更正", en: "correct"),
        explanation: Phrase(
          zh: "更正英文名、集群所在县；名称没有在案的也可更正", en: "correct the English name, a cluster's county, and a name that nothing on file says"),
        prominence: .footer, refusal: forbidden)
    ) { self.correct(term.record, sitting, then: reload) }
    let toggle =
      term.retiredOn == nil
      ? DirectoryAct(
        binding: KeyBinding(
          "retire", [.character("x"), KeyPress(.function(5))], label: Phrase(zh: "停用", en: "retire"),
          explanation: Phrase(zh: "不再供新的申请、通知选用；在案的保留", en: "offer it for nothing new; what is on file keeps it"), prominence: .footer,
          refusal: forbidden)
      ) { retire(line, term.record, sitting, then: reload) }
      : DirectoryAct(
        binding: KeyBinding(
          "reinstate", [.character("x"), KeyPress(.function(5))], label: Phrase(zh: "恢复使用", en: "reinstate"),
          explanation: Phrase(zh: "重新供选用", en: "offer it again"), prominence: .footer, refusal: forbidden)
      ) { reinstate(term.record, sitting, then: reload) }
    return [correct, toggle]
  }

  /// Puts a term into a list.
  ///
  /// - Parameter name: what it is called, where something on file says it already.
  static func enter(_ sitting: Sitting, name: String = "", then: @escaping @MainActor () -> Void) {
    let kinds = TermKind.allCases
    let kind = ActField(
      id: "kind", label: Phrase(zh: "类别", en: "Kind"), kind: .choice(kinds.map(\.phrase)), takesCharacters: false, initial: "0")
    let called = ActField(id: "name", label: Phrase(zh: "名称", en: "Name"), kind: .line(limit: CenterStore.longestTerm))
    let isNew = name.isEmpty
    push(
      sitting, isNew ? Phrase(zh: "名录新增", en: "A new field or cluster") : Phrase(zh: "列入名录：\(name)", en: "Put in the list: \(name)"),
      // What is new may be another one the next time: nothing of it is kept, and leaving asks.
      draft: isNew ? nil : "term/new/\(name)", Phrase(zh: "已列入名录", en: "It is in the list"),
      isNew ? [kind, called] + rest() : rest(isField: true), then: then
    ) { store, who, answers, _ in
      let kind = answers.place("kind").map { kinds[$0] } ?? .field
      let called = name.isEmpty ? answers.text("name") : try PlainText(name)
      let record = TermRecord(kind: kind, name: called, english: answers.text("english"), county: answers.text("county"))
      try store.enterTerm(record, by: who)
      return Undo(name: record.phrase) { store, who in
        try record.requireUnchanged(store, who)
        try store.retireTerm(kind, called, reason: PlainText(literal: "撤销登记"), by: who)
      }
    }
  }

  private static func correct(_ old: TermRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    push(
      sitting, Phrase(zh: "更正 ", en: "Correct ") + old.phrase, draft: "term/\(old.kind.rawValue)/\(old.name)",
      Phrase(zh: "已更正", en: "It is corrected"),
      [
        ActField(
          id: "name", label: Phrase(zh: "名称", en: "Chinese name"), kind: .line(limit: CenterStore.longestTerm),
          hint: Phrase(zh: "已在案的不改", en: "it stays where it is on file"), initial: old.name.string)
      ] + rest(old, isField: old.kind != .cluster), seeing: old, then: then
    ) { store, who, answers, seen in
      var new = old
      new.name = answers.text("name")
      new.english = answers.text("english")
      if old.kind == .cluster { new.county = answers.text("county") }
      try store.correctTerm(new, named: old.name, expecting: seen.ofSomething(), by: who)
      let record = new
      return new == old
        ? nil
        : Undo(name: old.phrase) { store, who in
          try Undo.unlessOvertaken { try store.correctTerm(old, named: record.name, expecting: Seen(record), by: who) }
        }
    }
  }

  private static func retire(_ line: FieldLine, _ record: TermRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let kept = Phrase(
      zh: "不再供新的申请、变更、通知选用。在案的都保留：\(line.total.grouped) 个中心的技术领域、通知已列的优先领域不变。",
      en:
        "It is offered for no new application, change or call. What is on file keeps it: \(line.total.counted("center")), and the calls that name it."
    )
    push(
      sitting, Phrase(zh: "停用 ", en: "Retire ") + record.phrase, words: record.kind == .field ? kept : Phrase(same: ""),
      verb: Phrase(zh: "停用", en: "Retire"), draft: "term/\(record.kind.rawValue)/\(record.name)/retire",
      Phrase(zh: "已停用", en: "It is retired"), [ActField(id: "reason", label: Phrase(zh: "理由", en: "Reason"), kind: .line(limit: 200))],
      then: then
    ) { store, who, answers, _ in
      try store.retireTerm(record.kind, record.name, reason: answers.text("reason"), by: who)
      return Undo(name: record.phrase) { try $0.reinstateTerm(record.kind, record.name, by: $1) }
    }
  }

  private static func reinstate(_ record: TermRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    sitting.run(Phrase(zh: "已恢复使用：", en: "In use again: ") + record.phrase) {
      try $0.reinstateTerm(record.kind, record.name, by: $1)
    } then: {
      sitting.renewNames()
      then()
    }
  }

  /// What is asked for beside kind and name.
  private static func rest(_ record: TermRecord? = nil, isField: Bool = false) -> [ActField] {
    let places = (try? Places.standard.get()).map { $0.counties + $0.zones } ?? []
    let english = ActField(
      id: "english", label: Phrase(zh: "英文名", en: "English name"), kind: .line(limit: 2 * CenterStore.longestTerm),
      initial: record?.english.string ?? "")
    let county = ActField(
      id: "county", label: Phrase(zh: "县（市、区）", en: "County"), kind: .line(limit: 60),
      hint: Phrase(zh: "集群所在", en: "where a cluster stands"),
      isOptional: true, initial: record?.county.string ?? "", suggestions: places)
    return isField ? [english] : [english, county]
  }

  private static func push(
    _ sitting: Sitting, _ title: Phrase, words: Phrase = Phrase(same: ""), verb: Phrase = Phrase(zh: "保存", en: "Save"), draft: String?,
    _ done: Phrase, _ fields: [ActField], seeing record: TermRecord? = nil, then: @escaping @MainActor () -> Void,
    doing: @escaping ActScreen.Correcting<TermRecord?>
  ) {
    sitting.runtime.push(
      ActScreen.correcting(
        sitting, ActScreen.Description(title: title, words: words, verb: verb, done: done, draft: draft), fields, seeing: record,
        doing: doing,
        then: {
          sitting.renewNames()
          then()
        }))
  }
}

extension TermRecord {
  /// Its name in both languages.
  fileprivate var phrase: Phrase { Phrase(zh: name.string, en: english.string) }

  /// Makes sure that its list still has it so, in use.
  ///
  /// - Throws: ``Undo/isOvertaken``.
  fileprivate func requireUnchanged(_ store: CenterStore, _ who: Acting) throws {
    let isSame = try store.terms(by: who).contains { $0.record == self && $0.retiredOn == nil }
    if !isSame { throw Undo.isOvertaken }
  }
}
