import GRDB
import Regulation
import Wording

extension Operation {
  /// What an expert wrote in one opinion at two desks.
  func join(
    _ own: ExpertOpinion, _ stored: String, _ expecting: Seen<ExpertOpinion>?, of application: StoredApplication
  ) throws -> ExpertOpinion {
    let number = application.summary.number
    let old: ExpertOpinion = stored.isEmpty ? ExpertOpinion() : try JSONText.decode(stored)
    let joining = try join(
      Joined(
        Phrase(zh: "对 \(number) 的评审意见", en: "the opinion on \(number)"), "application/\(number)/opinion/\(member.login)", expecting,
        own: own.fields, over: old.fields, \.fields),
      link: link(of: "application_expert WHERE application_id = ? AND login = ?", [application.id, member.login]))
    var opinion = own
    for article in ExpertOpinion.conditions {
      opinion.answers[article] = joining.pick(article, own.answers[article], old.answers[article])
    }
    opinion.recommendation = joining.pick("recommendation", own.recommendation, old.recommendation)
    opinion.rating = joining.pick("rating", own.rating, old.rating)
    opinion.comment = joining.pick("comment", own.comment, old.comment)
    return opinion
  }
}

extension ExpertOpinion {
  /// What it says, one by one.
  fileprivate var fields: Change.Fields {
    ExpertOpinion.conditions.map { ($0, answers[$0]?.rawValue ?? "") } + [
      ("recommendation", recommendation?.rawValue ?? ""), ("rating", rating?.description ?? ""), ("comment", comment.string),
    ]
  }
}
