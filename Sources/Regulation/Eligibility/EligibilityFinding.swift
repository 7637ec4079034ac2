import Wording

/// What was found of one condition of articles 9 and 10.
public struct EligibilityFinding: Sendable, Hashable, Codable {
  /// How a condition stands.
  public enum Verdict: String, Term, Codable {
    /// 符合
    case pass
    /// 不符合
    case fail
    /// 无法判断
    case unknown
    /// 不适用
    case notApplicable = "not_applicable"

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .pass: Phrase(zh: "符合", en: "pass")
      case .fail: Phrase(zh: "不符合", en: "fail")
      case .unknown: Phrase(zh: "待定", en: "unknown")
      case .notApplicable: Phrase(zh: "不适用", en: "not applicable")
      }
    }
  }

  /// What a verdict rests on.
  public enum Basis: String, Term, Codable {
    /// Figures that were counted.
    case counted
    /// What the host states.
    case declared
    /// A look at the host's credit, of which the parts say day and source.
    case checked
    /// What a person decided: see the parts' judgements.
    case judged

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .counted: Phrase(zh: "计算", en: "counted")
      case .declared: Phrase(zh: "申报", en: "declared")
      case .checked: Phrase(zh: "信用核查", en: "credit check")
      case .judged: Phrase(zh: "人工认定", en: "judged")
      }
    }
  }

  /// The condition: `9.1` … `9.8`, `10`.
  public let article: String
  /// How it stands.
  public let verdict: Verdict
  /// What the verdict rests on.
  public let basis: Basis
  /// Each of its parts, in the order of the text; none where it does not apply.
  public let parts: [EligibilityPart]
  /// What was found of each part.
  public let found: Phrase
  /// What is required.
  public let required: Phrase
  /// What stands against it or is missing, and what to do next.
  public let message: Phrase

  /// A condition of parts: one that does not hold fails it, else one unknown leaves it unknown.
  init(_ article: String, basis: Basis, _ parts: [EligibilityPart], _ judgements: [EligibilityJudgement] = []) {
    let parts = parts.map { $0.judged(by: judgements) }
    let verdict: Verdict =
      if parts.contains(where: { $0.holds == false }) { .fail } else if parts.contains(where: { $0.holds == nil }) { .unknown } else {
        .pass
      }
    self.article = article
    self.verdict = verdict
    // What a pass rests on is every part, what a fail rests on the parts that fail.
    let deciding = parts.filter { verdict == .pass || $0.holds == false }
    self.basis = deciding.contains { $0.judgement != nil } ? .judged : deciding.contains { $0.check != nil } ? .checked : basis
    self.parts = parts
    found = EligibilityFinding.list(
      parts.map { Phrase(zh: "\($0.subject.phrase.zh)：\($0.found.zh)", en: "\($0.subject.phrase.en): \($0.found.en)") })
    required = EligibilityFinding.list(
      parts.map { Phrase(zh: "\($0.subject.phrase.zh)：\($0.required.zh)", en: "\($0.subject.phrase.en): \($0.required.en)") })
    message = EligibilityFinding.message(verdict, parts)
  }

  /// A condition that does not apply.
  init(_ article: String, basis: Basis, notApplicable found: Phrase, required: Phrase, message: Phrase) {
    self.article = article
    verdict = .notApplicable
    self.basis = basis
    parts = []
    self.found = found
    self.required = required
    self.message = message
  }

  /// What stands against it, or is missing, as the reason of a decision says it: without a word on what to do next.
  public var reason: Phrase {
    switch verdict {
    case .pass, .notApplicable: message
    case .fail: EligibilityFinding.shortcomings(parts)
    case .unknown:
      EligibilityFinding.list(
        EligibilityFinding.wrong(parts)
          + EligibilityFinding.named(Phrase(zh: "未填或待判定：", en: "not stated or undecided: "), EligibilityFinding.missing(parts)))
    }
  }

  /// The parts that are not known because nothing is stated, or nobody has decided.
  static func missing(_ parts: [EligibilityPart]) -> [EligibilityPart] { parts.filter { $0.holds == nil && $0.wrong == nil } }

  /// What is wrong with what is stated, a sentence a part.
  static func wrong(_ parts: [EligibilityPart]) -> [Phrase] {
    parts.compactMap { part in part.wrong.map { part.subject.phrase + Phrase(zh: "：", en: ": ") + $0 } }
  }

  /// A sentence that names parts; none where there are none.
  private static func named(_ words: Phrase, _ parts: [EligibilityPart]) -> [Phrase] {
    parts.isEmpty ? [] : [words + Phrase.list(parts.map(\.subject.phrase))]
  }

  /// The finding where in place of some parts stands what cannot be read.
  ///
  /// - Parameter wrong: what is wrong, and what would be right; `nil` for what is as it should be.
  func marking(_ wrong: (EligibilityPart) -> Phrase?) -> EligibilityFinding {
    let marked = parts.map { part in wrong(part).map(part.with) ?? part }
    return marked == parts ? self : EligibilityFinding(article, basis: basis, marked)
  }

  /// The parts that do not hold, with figure and requirement, and what is not known besides.
  private static func shortcomings(_ parts: [EligibilityPart]) -> Phrase {
    let missing = missing(parts)
    let reasons = list(
      parts.filter { $0.holds == false }.map(\.shortcoming) + wrong(parts))
    return missing.isEmpty ? reasons : reasons + Phrase(zh: "；另缺：", en: "; also missing: ") + Phrase.list(missing.map(\.subject.phrase))
  }

  private static func message(_ verdict: Verdict, _ parts: [EligibilityPart]) -> Phrase {
    let missing = missing(parts)
    switch verdict {
    case .pass, .notApplicable: return Phrase(zh: "符合条件", en: "the condition is met")
    case .fail:
      // What a person decided is not the host's to correct.
      let isCorrigible = parts.contains { $0.holds == false && $0.judgement == nil }
      guard isCorrigible else { return shortcomings(parts) }
      return shortcomings(parts) + Phrase(zh: "。填写有误的请更正，确不具备的不能推荐、认定", en: ". Correct it if it is wrong; else it cannot go on")
    case .unknown:
      let undecided = missing.filter { $0.subject == .hostKind && $0.found != EligibilityPart.notStated }
      let open = missing.filter { !undecided.contains($0) }
      var sentences = wrong(parts)
      if !open.isEmpty { sentences.append(Phrase(zh: "请补填：", en: "still to be stated: ") + list(open.map(\.subject.phrase))) }
      for part in undecided {
        sentences.append(
          Phrase(
            zh: "“\(part.found.zh)”是否属于本条所列单位，由工作人员判定并写明理由", en: "whether “\(part.found.en)” counts is for staff to decide with a reason"))
      }
      return list(sentences)
    }
  }

  static func list(_ phrases: [Phrase]) -> Phrase {
    Phrase(zh: phrases.map(\.zh).joined(separator: "；"), en: phrases.map(\.en).joined(separator: "; "))
  }
}
