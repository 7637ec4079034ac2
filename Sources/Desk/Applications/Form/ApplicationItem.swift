import Regulation
import Wording

/// One field of the application form: how it is asked for, where its answer goes, and which condition looks at it.
struct ApplicationItem: Sendable {
  /// How it is asked for, with what stands in the form.
  let field: ActField
  /// The condition that looks at it: `9.1` … `9.8`, `10`; empty for what none looks at.
  let article: String
  /// The heading that begins with it; `nil` where none does.
  var section: Phrase?
  /// Puts an answer into the form; `nil` makes it unknown.
  let set: @Sendable (ActAnswer?, inout ApplicationForm) -> Void

  private static let yesNo = [Phrase(zh: "是", en: "yes"), Phrase(zh: "否", en: "no")]

  /// What is stated with yes or no.
  static func flag(
    _ subject: EligibilitySubject, _ value: Bool?, _ set: @escaping @Sendable (inout ApplicationForm, Bool?) -> Void
  ) -> ApplicationItem {
    // Where the label is a short one, the hint says what article 9 says.
    let isShort = subject.label != subject.phrase
    let choose = Phrase(zh: "左右键或空格选择", en: "Left, Right or Space choose")
    let whole = subject.phrase.asLabel + Phrase(zh: "。", en: ". ") + choose
    return flag(subject.rawValue, subject.label, subject.article, value, hint: isShort ? whole : choose, set)
  }

  static func flag(
    _ id: String, _ label: Phrase, _ article: String, _ value: Bool?,
    hint: Phrase = Phrase(zh: "左右键或空格选择", en: "Left, Right or Space choose"),
    _ set: @escaping @Sendable (inout ApplicationForm, Bool?) -> Void
  ) -> ApplicationItem {
    ApplicationItem(
      field: ActField(
        id: id, label: label, kind: .choice(yesNo), hint: hint, isOptional: true, initial: value.map { $0 ? "0" : "1" } ?? ""),
      article: article,
      set: { answer, form in
        if case .place(let place) = answer { set(&form, place == 0) } else { set(&form, nil) }
      })
  }

  /// A text.
  static func text(
    _ id: String, _ label: Phrase, _ article: String, _ value: PlainText?, lines: Bool = false, hint: Phrase = Phrase(same: ""),
    suggestions: [Phrase] = [], _ set: @escaping @Sendable (inout ApplicationForm, PlainText?) -> Void
  ) -> ApplicationItem {
    ApplicationItem(
      field: ActField(
        id: id, label: label, kind: lines ? .lines : .line(limit: 200), hint: hint, isOptional: true, initial: value?.string ?? "",
        suggestions: suggestions),
      article: article,
      set: { answer, form in
        if case .text(let text) = answer { set(&form, text) } else { set(&form, nil) }
      })
  }

  /// A number of people or things.
  static func count(
    _ id: String, _ label: Phrase, _ article: String, _ value: Int?, unit: Phrase,
    _ set: @escaping @Sendable (inout ApplicationForm, Int?) -> Void
  ) -> ApplicationItem {
    ApplicationItem(
      field: ActField(
        id: id, label: label, kind: .whole(0...999_999), isOptional: true, initial: value.map { String($0) } ?? "", unit: unit),
      article: article,
      set: { answer, form in
        if case .whole(let number) = answer { set(&form, number) } else { set(&form, nil) }
      })
  }

  /// A sum of money, in 万元, with decimals.
  static func money(
    _ id: String, _ label: Phrase, _ article: String, _ value: ExactDecimal?, hint: Phrase = Phrase(same: ""),
    _ set: @escaping @Sendable (inout ApplicationForm, ExactDecimal?) -> Void
  ) -> ApplicationItem {
    ApplicationItem(
      field: ActField(
        id: id, label: label, kind: .figure, hint: hint, isOptional: true, initial: value?.description ?? "",
        unit: Phrase(zh: "万元", en: "× 10,000 yuan")),
      article: article,
      set: { answer, form in
        if case .figure(let figure) = answer { set(&form, figure) } else { set(&form, nil) }
      })
  }

  /// The kind of a unit.
  static func kind(
    _ id: String, _ article: String, _ value: HostKind?, _ set: @escaping @Sendable (inout ApplicationForm, HostKind?) -> Void
  ) -> ApplicationItem {
    let all = HostKind.allCases
    return ApplicationItem(
      field: ActField(
        id: id, label: Phrase(zh: "单位类型", en: "Kind of unit"), kind: .choice(all.map(\.phrase)),
        hint: Phrase(zh: "左右键或空格选择", en: "Left, Right or Space choose"), isOptional: true,
        initial: value.flatMap { all.firstIndex(of: $0) }.map { String($0) } ?? ""),
      article: article,
      set: { answer, form in
        if case .place(let place) = answer { set(&form, all[place]) } else { set(&form, nil) }
      })
  }
}
