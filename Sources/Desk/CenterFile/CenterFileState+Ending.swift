import CenterStore
import Regulation
import Wording

/// How a center ended, or went on for others, in its profile (articles 4(5) and 30).
extension CenterFileState {
  /// Why it was revoked and by which document (article 30).
  func ending() -> [Line] {
    guard let revocation else {
      // A status that nobody explains would be a dead end.
      if record.status != .revoked { return [] }
      let words = Phrase(zh: "尚未公布；导入前撤销的未登记", en: "not published, or from before this desk")
      return [.entry(Phrase(zh: "撤销依据", en: "Revoked for"), words, .muted, article: "30")]
    }
    let (ground, decision) = (revocation.ground, revocation.decision)
    let published = Phrase(zh: "公布", en: "Published")
    return [
      .entry(Phrase(zh: "撤销依据", en: "Revoked for"), ground.phrase + Citation.bracketed(ground.article), .bad, article: ground.article),
      .entry(Phrase(zh: "撤销决定", en: "Decision"), Phrase(same: "\(decision.on)  \(decision.document)"), .plain, article: "30"),
      revocation.publication.map { .entry(published, Phrase(same: "\($0.on)  \($0.place)"), .plain, article: "30") }
        ?? .entry(published, Phrase(zh: "尚未公布", en: "not yet"), .caution, article: "30"),
    ]
  }

  /// What it came out of and what it went into: a line for each center, one for the decision, so that no name hides the number of the document
  /// (article 4(5)).
  func reorganised() -> [Line] {
    let told: [Line] = reorganisations.flatMap { event in
      let decision = event.decision
      let isSuccessor = decision.successor == record.code
      let others = (isSuccessor ? decision.predecessors : [decision.successor]).enumerated().map { place, code in
        Line.center(
          place > 0 ? Phrase(same: "") : isSuccessor ? Phrase(zh: "承接", en: "Goes on for") : Phrase(zh: "重组为", en: "Went into"),
          code.string, event.names[code.string] ?? "")
      }
      return others + [
        .entry(Phrase(zh: "重组决定", en: "Decision"), Phrase(same: "\(decision.on)  \(decision.document)"), .plain, article: "4(5)")
      ]
    }
    if !lacksSuccessor { return told }
    return told + [.entry(Phrase(zh: "重组为", en: "Went into"), Phrase(zh: "承接中心未登记", en: "successor not on file"), .caution)]
  }

  /// Whether it is reorganised away, and nobody has said into which center: files know no successor (article 4(5)).
  var lacksSuccessor: Bool {
    record.status == .reorganised && !reorganisations.contains { $0.decision.predecessors.contains(record.code) }
  }
}
