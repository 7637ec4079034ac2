import Wording

/// An application held against articles 9 and 10: one finding for each of 9.1 … 9.8 and 10, and what else is to be noticed.
///
/// ```swift
/// let eligibility = Eligibility(form, places: try Places.standard.get())
/// eligibility.verdict                            // .no
/// eligibility.findings.first { $0.verdict == .fail }?.message
/// ```
public struct Eligibility: Sendable, Hashable, Codable {
  /// The verdict of all findings.
  public enum Verdict: String, Term, Codable {
    /// Every finding is a pass or does not apply.
    case yes
    /// Some finding fails.
    case no
    /// None fails, some is unknown.
    case undetermined

    /// The word for people.
    public var phrase: Phrase {
      switch self {
      case .yes: Phrase(zh: "符合申报条件", en: "eligible")
      case .no: Phrase(zh: "不符合申报条件", en: "not eligible")
      case .undetermined: Phrase(zh: "尚不能判断", en: "undetermined")
      }
    }
  }

  /// Something that is to be noticed and refuses nothing.
  public struct Flag: Sendable, Hashable, Codable {
    /// The article, `8` or `9.7`.
    public let article: String
    /// What it is.
    public let message: Phrase
  }

  /// What the desk knows besides the form; a file alone knows none of it.
  public struct Knowledge: Sendable, Hashable {
    /// What people judged; of two on the same part the later one in the list counts.
    public var judgements: [EligibilityJudgement]
    /// What was found of the host's credit; the latest day counts.
    public var creditChecks: [CreditCheck]
    /// The active centers whose names no other may bear; `nil`: not looked at.
    public var activeCenters: [ActiveCenter]?

    /// Names what there is.
    public init(judgements: [EligibilityJudgement] = [], creditChecks: [CreditCheck] = [], activeCenters: [ActiveCenter]? = nil) {
      self.judgements = judgements
      self.creditChecks = creditChecks
      self.activeCenters = activeCenters
    }
  }

  /// A center in good standing (在册), as everybody may know it.
  public struct ActiveCenter: Sendable, Hashable {
    /// Its code in the registry.
    public var code: PlainText
    /// Its name.
    public var name: PlainText

    /// Names a center.
    public init(code: PlainText, name: PlainText) {
      self.code = code
      self.name = name
    }
  }

  /// 9.1 … 9.8 and 10, in their order.
  public let findings: [EligibilityFinding]
  /// What refuses nothing but is to be noticed.
  public let flags: [Flag]

  /// Looks at a form.
  public init(_ form: ApplicationForm, places: Places, knowing knowledge: Knowledge = Knowledge()) {
    let judgements = knowledge.judgements
    findings = [
      Eligibility.article9_1(form, places, judgements), Eligibility.article9_2(form, places, judgements),
      Eligibility.article9_3(form, judgements), Eligibility.article9_4(form, judgements, knowledge.creditChecks),
      Eligibility.article9_5(form, judgements), Eligibility.article9_6(form, judgements),
      Eligibility.article9_7(form, among: knowledge.activeCenters), Eligibility.article9_8(form),
      Eligibility.article10(form),
    ]
    flags = Eligibility.flags(form)
  }

  private init(findings: [EligibilityFinding], flags: [Flag]) {
    self.findings = findings
    self.flags = flags
  }

  /// The findings where something stands in a part that cannot be read, which a form knows while it is written in: such a part is wrong, not
  /// missing.
  ///
  /// - Parameter wrong: what is wrong with a part, and what would be right; `nil` where nothing is.
  public func marking(wrong: (EligibilityPart) -> Phrase?) -> Eligibility {
    Eligibility(findings: findings.map { $0.marking(wrong) }, flags: flags)
  }

  /// The verdict of all findings.
  public var verdict: Verdict {
    if !failed.isEmpty { return .no }
    return unknown.isEmpty ? .yes : .undetermined
  }

  /// The findings that fail.
  public var failed: [EligibilityFinding] { findings.filter { $0.verdict == .fail } }
  /// The findings that are unknown.
  public var unknown: [EligibilityFinding] { findings.filter { $0.verdict == .unknown } }

  /// The finding of a condition.
  public subscript(article: String) -> EligibilityFinding? { findings.first { $0.article == article } }
}
