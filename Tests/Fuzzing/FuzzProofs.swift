@testable import Proofs

extension FuzzTarget {
  /// Published files, files that open sheets, and the texts that are bound.
  static let proofs: [FuzzTarget] = [
    FuzzTarget("publication") { bytes in
      let verification = Verification(of: bytes, openings: [("", bytes)], head: .zero)
      try hold(!verification.isSound, "a file that nobody signed is sound")
      if let publication = verification.publication {
        try hold(
          SignedFile.head(of: publication.json) == bytes.dropLast(SignedFile.mark.count + 128 + 4),
          "it is written otherwise than it was read")
      }
    },
    FuzzTarget("opening") { bytes in
      guard let read = try? Opening.read(bytes) else { return }
      try hold(SignedFile.head(of: read.value.json) == read.file.signed, "it is written otherwise than it was read")
    },
    FuzzTarget("prooftext") { bytes in
      let text = ProofText(
        lines: String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init))
      if let results = try? PublishedResults(reading: text) { try hold(results.text == text, "results are not what they were read from") }
      if let binding = try? SheetBinding(reading: text) { try hold(binding.text == text, "a binding is not what it was read from") }
      if let outcome = try? LotOutcome(reading: text) { try hold(outcome.text == text, "an outcome is not what it was read from") }
      guard let terms = try? LotTerms(reading: text) else { return }
      try hold(terms.text == text, "terms are not what they were read from")
      guard terms.tickets.count * terms.centers.count < 100, terms.perCenter < 10, let word = WitnessWord("word") else { return }
      let outcome = terms.outcome(LotKey(bound: .zero, word: word))
      for pair in outcome.drawn {
        try hold(terms.centers.contains { $0.code == pair.center && $0.excluded[pair.ticket] == nil }, "somebody is drawn who is excluded")
      }
    },
  ]
}
