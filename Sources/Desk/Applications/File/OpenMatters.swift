import CenterStore
import Regulation
import Wording

/// What is still open of an application that is taken on: it bars no step, and is said before one (articles 8, 9, 14, 15).
enum OpenMatters {
  /// The steps before which it is said: those with which the bureau builds on what was found.
  static let steps: Set<ApplicationStepKind> = [.passCheck, .propose, .certify]

  /// How many applications are told of before the rest is only counted.
  private static let shown = 5

  /// What is open before a step with some applications; `nil` where nothing is, or the step builds on none of it.
  static func phrase(before kind: ApplicationStepKind, _ files: [ApplicationFile]) -> Phrase? {
    guard steps.contains(kind) else { return nil }
    let found = files.compactMap { file in list(file).map { (file.summary.number, $0) } }
    guard let first = found.first else { return nil }
    if files.count == 1 { return Phrase(zh: "注意：", en: "Take care: ") + first.1 + Phrase(zh: "。", en: ".") }
    let lines = found.prefix(shown).reduce(Phrase(zh: "注意：", en: "Take care:")) { text, line in
      text + Phrase(same: "\n\(line.0)  ") + line.1
    }
    let more = found.count - shown
    return more > 0 ? lines + Phrase(zh: "\n另有 \(more) 件", en: "\n\(more) more") : lines
  }

  /// What is open of one application; `nil` where nothing is.
  private static func list(_ file: ApplicationFile) -> Phrase? {
    var matters: [Phrase] = []
    if file.creditChecks.isEmpty { matters.append(Phrase(zh: "未做信用核查（办法第9条第4项）", en: "the credit was not looked up (article 9.4)")) }
    let committees = Dictionary(grouping: file.form.committeeFindings, by: \.article)
    let unmet = ["14", "15"].filter { committees[$0]?.contains { $0.holds == false } ?? false }
    let open = ["14", "15"].filter { article in
      !unmet.contains(article) && committees[article]?.contains { $0.holds == nil } ?? false
    }
    let unknown = file.eligibility.unknown.map(\.article) + open
    if !unmet.isEmpty { matters.append(Citation.list(unmet) + Phrase(zh: "不符合", en: " not met")) }
    if !unknown.isEmpty { matters.append(Citation.list(unknown) + Phrase(zh: "待定", en: " undetermined")) }
    if file.form.isWithoutField { matters.append(ApplicationForm.withoutField) }
    matters += file.eligibility.flags.map { $0.message + Citation.bracketed($0.article) }
    guard let first = matters.first else { return nil }
    return matters.dropFirst().reduce(first) { $0 + Phrase(zh: "；", en: "; ") + $1 }
  }
}
