import Regulation
import Testing

@Suite("Article 11: an expert’s opinion")
struct ExpertOpinionTests {
  /// An opinion that can be handed in: every condition met, supported, no word more.
  static var whole: ExpertOpinion {
    ExpertOpinion(
      answers: Dictionary(uniqueKeysWithValues: ExpertOpinion.conditions.map { ($0, .met) }), recommendation: .support,
      rating: Hundredths(whole: 85))
  }

  @Test("is whole with an answer to each of 9.1 to 9.8, a recommendation and a rating")
  func whole() {
    #expect(ExpertOpinion.conditions == ["9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "9.7", "9.8"])
    #expect(Self.whole.refusal == nil)
    #expect(ExpertOpinion().refusal?.phrase.zh.contains("9.1、9.2") == true)
  }

  @Test("names the condition of which nothing is said", arguments: ExpertOpinion.conditions)
  func missing(_ condition: String) {
    var opinion = Self.whole
    opinion.answers[condition] = nil
    #expect(opinion.refusal?.article == "11")
    #expect(opinion.refusal?.phrase.zh.contains("第 \(condition) 条") == true)
  }

  @Test(
    "is rated from 0 to 100, both included",
    arguments: [(nil, false), (-1, false), (0, true), (1, true), (100_00, true), (100_01, false)] as [(Int?, Bool)])
  func rating(_ rating: Int?, _ isWhole: Bool) {
    var opinion = Self.whole
    opinion.rating = rating.map { Hundredths($0) }
    #expect((opinion.refusal == nil) == isWhole)
  }

  @Test(
    "owes a word of why where a condition is not met or doubtful, and where it does not simply support",
    arguments: [
      (.met, .support, false), (.doubtful, .support, true), (.notMet, .support, true), (.met, .supportWithChanges, true),
      (.met, .oppose, true),
    ] as [(ExpertOpinion.Answer, ExpertOpinion.Recommendation, Bool)])
  func words(_ answer: ExpertOpinion.Answer, _ recommendation: ExpertOpinion.Recommendation, _ owed: Bool) {
    var opinion = Self.whole
    opinion.answers["9.5"] = answer
    opinion.recommendation = recommendation
    #expect((opinion.refusal != nil) == owed)
    opinion.comment = "固定人员名单待核"
    #expect(opinion.refusal == nil)
    opinion.recommendation = nil
    #expect(opinion.refusal != nil)
  }

  @Test(
    "counts in the ranking by the mean of the ratings, rounded half up to 0.01",
    arguments: [([], nil), ([9000], 9000), ([9000, 9001], 9001), ([9000, 9000, 9001], 9000), ([0, 0], 0)] as [([Int], Int?)])
  func standing(_ ratings: [Int], _ mean: Int?) {
    let opinions = ratings.map { rating in
      var opinion = Self.whole
      opinion.rating = Hundredths(rating)
      return opinion
    }
    var against = Self.whole
    against.recommendation = .oppose
    against.rating = nil
    let standing = ReviewStanding(opinions + [against])
    #expect(standing.rating == mean.map { Hundredths($0) })
    #expect(standing.opinions == ratings.count + 1 && standing.supporting == ratings.count)
  }
}
