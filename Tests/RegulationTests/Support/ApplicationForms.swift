import Regulation

extension ApplicationForm {
  /// What is found of a condition.
  func verdict(_ article: String, knowing knowledge: Eligibility.Knowledge = .init()) throws -> EligibilityFinding.Verdict? {
    try check(knowing: knowledge)[article]?.verdict
  }

  /// The form held against articles 9 and 10.
  func check(knowing knowledge: Eligibility.Knowledge = .init()) throws -> Eligibility {
    Eligibility(self, places: try Places.standard.get(), knowing: knowledge)
  }
}

extension PlainText {
  /// A text that a test makes up.
  static func of(_ text: String) throws -> PlainText { try PlainText(text) }
}
