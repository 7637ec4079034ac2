import Wording

/// What a person decided where the text leaves a condition to judgement: with name, date and reason (articles 9 and 11).
public struct EligibilityJudgement: Sendable, Hashable, Codable {
  /// What was judged.
  public let subject: EligibilitySubject
  /// Whether it is there.
  public let holds: Bool
  /// Who decided.
  public let by: PlainText
  /// When.
  public let on: Day
  /// Why.
  public let reason: PlainText

  /// Records a judgement.
  ///
  /// - Throws: ``Refusal`` where the part is not left to judgement, and without name or reason.
  public init(_ subject: EligibilitySubject, holds: Bool, by: PlainText, on: Day, reason: PlainText) throws(Refusal) {
    guard subject.isJudged else {
      throw Refusal(
        article: subject.article,
        Phrase(zh: "“\(subject.phrase.zh)”以材料为准，不由人判定", en: "“\(subject.phrase.en)” is decided by what is on paper, not by a person"))
    }
    if by.isEmpty { throw Refusal(article: subject.article, Phrase(zh: "判定须署名", en: "a judgement needs the name of who judges")) }
    if reason.isEmpty { throw Refusal(article: subject.article, Phrase(zh: "判定须写明理由", en: "a judgement needs a reason")) }
    self.subject = subject
    self.holds = holds
    self.by = by
    self.on = on
    self.reason = reason
  }
}

/// A look at the host's credit (信用核查): it weighs in article 9.4 and in 30(5).
public struct CreditCheck: Sendable, Hashable, Codable {
  /// When it was made.
  public let on: Day
  /// Where it was looked up.
  public let source: PlainText
  /// Whether nothing was found against the unit.
  public let isGood: Bool
  /// What was found.
  public let result: PlainText

  /// Records a check.
  ///
  /// - Throws: ``Refusal`` without a source; ``Refusal`` for a bad result of which nothing is said.
  public init(on: Day, source: PlainText, isGood: Bool, result: PlainText) throws(Refusal) {
    if source.isEmpty { throw Refusal(article: "9.4", Phrase(zh: "信用核查须写明来源", en: "a credit check needs its source")) }
    if !isGood, result.isEmpty {
      throw Refusal(article: "9.4", Phrase(zh: "信用不良的，须写明查得的情况", en: "a bad result needs what was found"))
    }
    self.on = on
    self.source = source
    self.isGood = isGood
    self.result = result
  }
}
