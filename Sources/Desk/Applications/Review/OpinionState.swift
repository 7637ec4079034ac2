import CenterStore
import Regulation
import Widgets
import Wording

/// The form of an opinion, and what the store has of it.
struct OpinionState: Sendable {
  /// The form.
  var form: ActState
  /// The name of the center that is applied for.
  let name: String
  /// Whether the opinion is handed in.
  let isSubmitted: Bool
  /// Whether the review is open.
  let isOpen: Bool
  /// The file as it was read.
  private(set) var file: ApplicationFile
  private let asked: [String]
  private var saved: ExpertOpinion?

  init(_ file: ApplicationFile, _ own: ReviewerRecord, _ language: Language) {
    self.file = file
    name = file.summary.name
    isSubmitted = own.isSubmitted
    isOpen = file.summary.stage == .reviewing
    asked = ExpertOpinion.asked(by: file.eligibility)
    form = ActState(OpinionState.fields(own.opinion, asked: asked), language, marksOptional: false)
    saved = opinion
  }

  static func fields(_ opinion: ExpertOpinion, asked: [String]) -> [ActField] {
    let answers = ExpertOpinion.Answer.allCases
    let recommendations = ExpertOpinion.Recommendation.allCases
    func initial<Value: Equatable>(_ value: Value?, in all: [Value]) -> String {
      value.flatMap { all.firstIndex(of: $0) }.map { String($0) } ?? ""
    }
    func choice(_ id: String, _ label: Phrase, _ phrases: [Phrase], _ initial: String, isFixed: Bool = false) -> ActField {
      ActField(
        id: id, label: label, kind: .choice(phrases), isOptional: true, takesCharacters: false, initial: initial, isFixed: isFixed)
    }
    let notAsked = Phrase(zh: "不适用（没有共建单位）", en: "not applicable: no co-builder")
    return ExpertOpinion.conditions.map { article in
      let label = Phrase(same: "\(article) ") + FindingLines.name(of: article)
      return asked.contains(article)
        ? choice(article, label, answers.map(\.phrase), initial(opinion.answers[article], in: answers))
        : choice(article, label, [notAsked], "0", isFixed: true)
    } + [
      choice(
        "recommendation", Phrase(zh: "总体意见", en: "Recommendation"), recommendations.map(\.phrase),
        initial(opinion.recommendation, in: recommendations)),
      ActField(
        id: "rating", label: Phrase(zh: "评分（0 至 100）", en: "Rating, 0 to 100"), kind: .figure, isOptional: true,
        initial: opinion.rating?.description ?? ""),
      ActField(
        id: "comment", label: Phrase(zh: "意见", en: "Comment"), kind: .lines,
        hint: Phrase(
          zh: "有不符合、存疑的，或总体意见不是“建议建设”的，须写明", en: "needed where something is not met or doubtful, or you want changes or oppose"),
        isOptional: true,
        initial: opinion.comment.string),
    ]
  }

  /// What a field is called of which the store tells that two desks wrote in it.
  static func label(of name: String) -> Phrase {
    fields(ExpertOpinion(), asked: ExpertOpinion.conditions).first { $0.id == name }?.label ?? AuditFieldWords.phrase(name)
  }

  /// Whether it can only be read: it is handed in, or the review is over.
  var isLocked: Bool { isSubmitted || !isOpen }

  /// Whether the expert leads the group.
  var leads: Bool { file.panel != nil }

  /// A rating of two decimals between 0 and 100; `nil` where the figure is none.
  private static func rating(_ figure: ExactDecimal) -> Hundredths? {
    guard figure <= 100, let rating = try? Hundredths(parsing: figure.description) else { return nil }
    return rating
  }

  private static let unlawfulRating = Phrase(zh: "评分为 0 至 100，至多两位小数", en: "A rating is from 0 to 100, with two decimals at most")

  /// Whether what stands in place of a rating is none, and so is kept by nobody.
  var hasUnlawfulRating: Bool {
    !isLocked && !form.form.text(of: "rating").allSatisfy(\.isWhitespace) && opinion.rating == nil
  }

  /// Says beside the rating what is wrong with it.
  ///
  /// - Parameter isWriting: whether somebody is writing it: a point at its end is no fault then, more digits may come.
  mutating func checkRating(isWriting: Bool, _ language: Language) {
    let isBegun = form.form.text(of: "rating").last.map { ".。．".contains($0) } ?? false
    guard hasUnlawfulRating, !(isWriting && isBegun) else { return }
    form.refuse(form.problems.merging(["rating": OpinionState.unlawfulRating]) { _, new in new }, language)
  }

  /// The opinion as it stands, without what is wrong.
  var opinion: ExpertOpinion {
    let answers = form.lawfulAnswers
    var opinion = ExpertOpinion(comment: answers.text("comment"))
    for article in asked { opinion.answers[article] = answers.place(article).map { ExpertOpinion.Answer.allCases[$0] } }
    opinion.recommendation = answers.place("recommendation").map { ExpertOpinion.Recommendation.allCases[$0] }
    if case .figure(let figure)? = answers.answer("rating") { opinion.rating = OpinionState.rating(figure) }
    return opinion
  }

  /// What stands in the way of handing in, by the names of the fields, in their order.
  var shortcomings: [(field: String, phrase: Phrase)] {
    opinion.shortcomings(asked: asked).map { shortcoming in
      switch shortcoming.part {
      case .condition(let article): (article, Phrase(zh: "还没有意见", en: "nothing is said yet"))
      case .recommendation: ("recommendation", shortcoming.phrase)
      case .comment: ("comment", shortcoming.phrase)
      case .rating:
        (
          "rating",
          form.form.text(of: "rating").allSatisfy(\.isWhitespace) ? shortcoming.phrase : OpinionState.unlawfulRating
        )
      }
    }
  }

  /// Whether nothing is written yet, and nothing is kept.
  var isBlank: Bool { opinion == ExpertOpinion() && !isUnsaved }

  /// Whether something stands here that the store does not have.
  var isUnsaved: Bool { !isLocked && opinion != saved }

  /// The store has it now; `nil`: it could not be kept.
  mutating func kept(_ opinion: ExpertOpinion?) { saved = opinion }

  /// Takes what others did meanwhile; the form stays as it is.
  mutating func take(_ file: ApplicationFile) { self.file = file }

  /// What the rules find of the condition in hand.
  var findingInHand: EligibilityFinding? { form.form.idInHand.flatMap { file.eligibility[$0] } }

  /// The condition in hand, as documents prove it.
  var proofInHand: Proof? { findingInHand.map { .condition($0.article) } }
}
