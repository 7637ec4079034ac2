import CenterStore
import Regulation
import Wording

extension RoundConsequencesFile {
  /// What closing a round proposes, for a terminal: whose revocation with its ground (article 30), who was excellent, and what that has earned
  /// (article 29).
  var lines: [Phrase] {
    let revoked = proposals.map { proposal in
      Phrase(zh: "拟撤销 \(proposal.center)：", en: "proposed for revocation: \(proposal.center): ") + proposal.ground.phrase
        + Citation.bracketed(proposal.ground.article)
    }
    let rewarded = excellent.map { Phrase(zh: "优秀 \($0.center) \($0.name)", en: "excellent: \($0.center) \($0.name)") }
    let earned =
      Phrase(zh: "优秀中心应得激励", en: "what the excellent have earned") + Citation.bracketed("29") + Phrase(zh: "：", en: ": ")
      + Phrase(
        zh: Incentive.allCases.map(\.phrase.zh).joined(separator: "；"), en: Incentive.allCases.map(\.phrase.en).joined(separator: "; "))
    return (revoked.isEmpty ? [Phrase(zh: "没有拟撤销的中心", en: "no revocation is proposed")] : revoked)
      + (rewarded.isEmpty ? [Phrase(zh: "没有优秀的中心", en: "no center was excellent")] : rewarded + [earned])
  }
}
