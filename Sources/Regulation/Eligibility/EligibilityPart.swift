import Wording

/// What was found of one part of a condition.
public struct EligibilityPart: Sendable, Hashable, Codable {
  /// Whether the part holds; `nil` while it is unknown.
  public let holds: Bool?
  /// What was looked at.
  public let subject: EligibilitySubject
  /// What was found, without the name of the part: `999 万元`, `未填`.
  public let found: Phrase
  /// What is required, without the name of the part: `不少于 1000 万元`.
  public let required: Phrase
  /// Who decided it, where a person did.
  public let judgement: EligibilityJudgement?
  /// The look at the host's credit that decided it; `nil` where none did.
  public let check: CreditCheck?
  /// What is wrong with what stands there, and what would be right; `nil` where nothing is. A part with something wrong is unknown, and not to be
  /// taken for one that is missing.
  public let wrong: Phrase?

  init(
    _ subject: EligibilitySubject, holds: Bool?, found: Phrase, required: Phrase, judgement: EligibilityJudgement? = nil,
    check: CreditCheck? = nil, wrong: Phrase? = nil
  ) {
    self.subject = subject
    self.holds = holds
    self.found = found
    self.required = required
    self.judgement = judgement
    self.check = check
    self.wrong = wrong
  }

  /// The part where something that cannot be read stands in its place.
  func with(wrong: Phrase) -> EligibilityPart {
    EligibilityPart(subject, holds: nil, found: found, required: required, wrong: wrong)
  }

  /// What is said where a field is empty.
  static let notStated = Phrase(zh: "未填", en: "not stated")

  /// What is said where the host states that something is there.
  private static let stated = Phrase(zh: "具备", en: "yes")

  /// A part that is stated with yes or no.
  static func declared(_ subject: EligibilitySubject, _ value: Bool?) -> EligibilityPart {
    let found = value.map { $0 ? stated : Phrase(zh: "不具备", en: "no") } ?? notStated
    return EligibilityPart(subject, holds: value, found: found, required: stated)
  }

  /// A text that has to be stated: an empty one is known to be missing.
  static func stated(_ subject: EligibilitySubject, _ text: PlainText?, shown: Bool) -> EligibilityPart {
    let found: Phrase =
      if let text, !text.isEmpty { shown ? Phrase(same: text.string) : Phrase(zh: "已写明", en: "stated") } else { notStated }
    return EligibilityPart(
      subject, holds: text.map { !$0.isEmpty }, found: found,
      required: Phrase(zh: "写明", en: "stated"))
  }

  /// A sum of money in 万元 with a least one.
  static func money(_ subject: EligibilitySubject, _ figure: ExactDecimal?, atLeast least: ExactDecimal) -> EligibilityPart {
    EligibilityPart(
      subject, holds: figure.map { $0 >= least },
      found: figure.map { Phrase(zh: "\($0) 万元", en: "\($0) × 10,000 yuan") } ?? notStated,
      required: Phrase(zh: "不少于 \(least) 万元", en: "at least \(least) × 10,000 yuan"))
  }

  /// The part after a person decided it. What the host itself denies and what is counted is not theirs to change.
  func judged(by judgements: [EligibilityJudgement]) -> EligibilityPart {
    guard let judgement = judgements.last(where: { $0.subject == subject }), subject.isJudged, holds != false else { return self }
    let answer = subject.answer(judgement.holds)
    let words = Phrase(zh: "认定\(answer.zh)", en: "judged “\(answer.en)”")
    // What the host stated is told apart from what was decided of it.
    let stated = found == EligibilityPart.stated ? Phrase(zh: "申报具备", en: "stated") : found
    return EligibilityPart(
      subject, holds: judgement.holds, found: stated + Phrase(zh: "，", en: ", ") + words, required: required, judgement: judgement)
  }

  /// Why the part does not hold, in a sentence: what was found and what is required; where a person decided it, their reason.
  public var shortcoming: Phrase {
    let facts = Phrase(zh: "\(subject.phrase.zh)：\(found.zh)", en: "\(subject.phrase.en): \(found.en)")
    guard let judgement else { return facts + Phrase(zh: "，要求：\(required.zh)", en: ", required: \(required.en)") }
    return facts + Phrase(zh: "，理由是“\(judgement.reason)”", en: ", because “\(judgement.reason)”")
  }
}
