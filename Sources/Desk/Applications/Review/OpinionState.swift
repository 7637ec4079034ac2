import CenterStore
import Regulation
import Wording

/// The form of an opinion, and what the store has of it.
struct OpinionState: Sendable {
  /// The form.
  var form: ActState
  /// The name of the center that is applied for.
  let name: String
  /// Whether the expert writes the group's opinion as well.
  let isLeader: Bool
  private let eligibility: Eligibility
  private var saved: (opinion: ExpertOpinion, group: PlainText)

  init(_ file: ApplicationFile, _ own: ReviewerRecord, _ language: Language) {
    name = file.summary.name
    isLeader = own.isLeader
    eligibility = file.eligibility
    saved = (own.opinion, file.groupOpinion)
    form = ActState(OpinionState.fields(own, group: file.groupOpinion), language, marksOptional: false) { answers in
      guard case .figure(let figure)? = answers.answer("rating") else { return [:] }
      return OpinionState.rating(figure) == nil
        ? ["rating": Phrase(zh: "评分为 0 至 100，至多两位小数", en: "A rating is from 0 to 100, with two decimals at most")] : [:]
    }
  }

  static func fields(_ own: ReviewerRecord, group: PlainText) -> [ActField] {
    let answers = ExpertOpinion.Answer.allCases
    let recommendations = ExpertOpinion.Recommendation.allCases
    func initial<Value: Equatable>(_ value: Value?, in all: [Value]) -> String {
      value.flatMap { all.firstIndex(of: $0) }.map { String($0) } ?? ""
    }
    var fields = ExpertOpinion.conditions.map { article in
      ActField(
        id: article, label: Phrase(same: "\(article) ") + FindingLines.name(of: article), kind: .choice(answers.map(\.phrase)),
        isOptional: true,
        initial: initial(own.opinion.answers[article], in: answers))
    }
    fields += [
      ActField(
        id: "recommendation", label: Phrase(zh: "总体意见", en: "Recommendation"), kind: .choice(recommendations.map(\.phrase)),
        isOptional: true,
        initial: initial(own.opinion.recommendation, in: recommendations)),
      ActField(
        id: "rating", label: Phrase(zh: "评分（0 至 100）", en: "Rating, 0 to 100"), kind: .figure, isOptional: true,
        initial: own.opinion.rating?.description ?? ""),
      ActField(
        id: "comment", label: Phrase(zh: "意见", en: "Comment"), kind: .lines,
        hint: Phrase(zh: "有不符合、存疑或不建议的，须写明", en: "needed where something is not met or doubtful, or you oppose"), isOptional: true,
        initial: own.opinion.comment.string),
    ]
    if own.isLeader {
      fields.append(
        ActField(id: "group", label: Phrase(zh: "专家组意见", en: "Group opinion"), kind: .lines, isOptional: true, initial: group.string))
    }
    return fields
  }

  /// A rating of two decimals between 0 and 100; `nil` where the figure is none.
  static func rating(_ figure: ExactDecimal) -> Hundredths? {
    guard figure <= 100, let rating = try? Hundredths(parsing: figure.description) else { return nil }
    return rating
  }

  /// The opinion that answers make.
  static func opinion(_ answers: ActAnswers) -> ExpertOpinion {
    var opinion = ExpertOpinion(comment: answers.text("comment"))
    for article in ExpertOpinion.conditions {
      opinion.answers[article] = answers.place(article).map { ExpertOpinion.Answer.allCases[$0] }
    }
    opinion.recommendation = answers.place("recommendation").map { ExpertOpinion.Recommendation.allCases[$0] }
    if case .figure(let figure)? = answers.answer("rating") { opinion.rating = rating(figure) }
    return opinion
  }

  /// The opinion as it stands, without what is wrong.
  var opinion: ExpertOpinion { OpinionState.opinion(form.lawfulAnswers) }
  /// The group's opinion as it stands.
  var group: PlainText { form.lawfulAnswers.text("group") }
  /// Whether something stands here that the store does not have.
  var isUnsaved: Bool { opinion != saved.opinion || (isLeader && group != saved.group) }

  /// The store has it now.
  mutating func kept(_ opinion: ExpertOpinion, _ group: PlainText) { saved = (opinion, group) }

  /// What the rules find of the condition in hand.
  var findingInHand: EligibilityFinding? { form.form.idInHand.flatMap { eligibility[$0] } }
}
