import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The form in which the bureau reorganises centers (article 4(5)), from the file of one that ends.
@MainActor
enum ReorganisationForm {
  static func open(_ record: CenterRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let code = record.code
    let next = (try? sitting.store.nextCenterCode(by: sitting.acting)) ?? nil
    var description = ActScreen.Description(
      title: Phrase(zh: "重组 \(code)", en: "Reorganise \(code)"),
      words: Phrase(
        zh: "被重组的中心不再在册，未办结的变更、备案随之终止，由另一个或新的中心承接；认定日期不变，决定另有规定的除外（办法第4条第5项）。",
        en:
          "What ends leaves the active centers, what is open of it lapses, and another or a new one goes on; the certification date stays unless the decision says otherwise (article 4(5))."
      ), verb: Phrase(zh: "重组", en: "Reorganise"), done: Phrase(zh: "已重组", en: "Reorganised"), draft: "reorganise/\(code)")
    description.warning = { [store = sitting.store, who = sitting.acting] answers in
      let ending = codes(answers, code).map(\.string)
      return Phrase(
        zh: "\(ending.joined(separator: "、")) 重组为 \(answers.text("successor"))。此决定不能在此收回。",
        en:
          "\(ending.joined(separator: ", ")) \(ending.count == 1 ? "ends" : "end") in \(answers.text("successor")). This cannot be taken back here."
      ) + lapsing(ending, store, who) + dropped(ending, store, who)
        + SuccessorFields.words(answers, store, who) {
          try reorganise(answers, code, dryRun: true, store, who)
        }
    }
    let fields =
      [
        ActField(
          id: "others", label: Phrase(zh: "一并重组的中心", en: "Others that end"), kind: .line(limit: 200),
          hint: Phrase(zh: "编号，多个用；分开；没有则留空", en: "codes, parted by ;"), isOptional: true),
        ActField(
          id: "successor", label: Phrase(zh: "承接中心编号", en: "Code that goes on"), kind: .line(limit: 40),
          hint: next.map { Phrase(zh: "已有的中心，或新编号（下一个空号 \($0)）", en: "a center there is, or a new code (the next is \($0))") }
            ?? Phrase(same: "")),
        ActField(
          id: "name", label: Phrase(zh: "新中心名称", en: "Name, if it is new"), kind: .line(limit: 120),
          hint: Phrase(zh: "承接的是已有中心则留空", en: "empty where the center is there"), isOptional: true),
      ] + SuccessorFields.fields(record, sitting) + [
        ActField(id: "day", label: Phrase(zh: "决定日期", en: "Decided on"), kind: .day, initial: sitting.today.description),
        ActField(id: "document", label: Phrase(zh: "决定文号", en: "Number of the document"), kind: .line(limit: 60)),
        ActField(
          id: "certified", label: Phrase(zh: "另定认定日期", en: "Other certification day"), kind: .day,
          hint: Phrase(zh: "不另定则留空", en: "empty: it stays"), isOptional: true),
        .matterReason,
      ]
    sitting.runtime.push(
      ActScreen(
        sitting, description, fields,
        check: { [store = sitting.store, who = sitting.acting] in SuccessorFields.check($0, store, who) },
        doing: { store, who, answers in _ = try reorganise(answers, code, store, who) }, then: then))
  }

  private nonisolated static func reorganise(
    _ answers: ActAnswers, _ code: PlainText, dryRun: Bool = false, _ store: CenterStore, _ who: Acting
  ) throws(StoreError) -> [TakenOver] {
    guard let day = answers.day("day") else { return [] }
    return try store.reorganise(
      codes(answers, code), into: answers.text("successor"), new: SuccessorFields.record(answers), on: day,
      document: answers.text("document"), reason: answers.text("reason"), certifiedOn: answers.day("certified"), dryRun: dryRun, by: who)
  }

  /// What is open of the centers, which ends with them.
  private nonisolated static func lapsing(_ codes: [String], _ store: CenterStore, _ who: Acting) -> Phrase {
    let numbers = codes.flatMap { ((try? store.matters(of: $0, by: who)) ?? []).filter(\.isOpen).map(\.number) }
    if numbers.isEmpty { return Phrase(same: "") }
    return Phrase(
      zh: "随之终止：\(numbers.joined(separator: "、"))。",
      en: " With it \(numbers.joined(separator: ", ")) \(numbers.count == 1 ? "lapses" : "lapse").")
  }

  /// Which sheets of a round under way count no more, since their centers are no longer active (article 26).
  private nonisolated static func dropped(_ codes: [String], _ store: CenterStore, _ who: Acting) -> Phrase {
    let rounds = ((try? store.rounds(by: who)) ?? []).filter(\.state.takesSheets)
    return rounds.map { round in
      let sheets = codes.reduce(0) { $0 + ((try? store.sheetProgress(year: round.year, center: $1, by: who)) ?? []).count { $0.given > 0 } }
      return sheets == 0
        ? Phrase(same: "")
        : Phrase(
          zh: "\(round.year) 年度评估中已有 \(sheets) 份评分表在评或已提交，不再计入。",
          en: " Of the round of \(round.year), \(sheets.counted("sheet that was begun counts", "sheets that were begun count")) no more.")
    }.reduce(Phrase(same: ""), +)
  }

  private nonisolated static func codes(_ answers: ActAnswers, _ own: PlainText) -> [PlainText] {
    let others = answers.text("others").string.split { ";；,，、 ".contains($0) }.compactMap { try? PlainText(String($0)) }
    return [own] + others
  }
}
