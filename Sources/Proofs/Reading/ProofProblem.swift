import Wording

/// Why a file is none that can be checked.
public struct ProofProblem: Error, Sendable, Hashable {
  /// For people, with the place.
  public let phrase: Phrase

  /// Says why.
  public init(_ phrase: Phrase) { self.phrase = phrase }

  /// A line of a bound text that is not as it should be.
  static func line(_ number: Int, of kind: String) -> ProofProblem {
    ProofProblem(Phrase(zh: "“\(kind)”的第 \(number) 行不合格式", en: "line \(number) of “\(kind)” is not of its form"))
  }
}
