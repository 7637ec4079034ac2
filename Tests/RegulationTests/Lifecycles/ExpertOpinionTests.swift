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
    #expect(Self.whole.refusal() == nil)
    #expect(ExpertOpinion().refusal()?.phrase.zh.contains("第9条第1、2、3、4、5、6、7、8项") == true)
  }

  @Test("names the condition of which nothing is said", arguments: ExpertOpinion.conditions)
  func missing(_ condition: String) {
    var opinion = Self.whole
    opinion.answers[condition] = nil
    #expect(opinion.refusal()?.article == "11")
    #expect(opinion.refusal()?.phrase.zh.contains(Citation.phrase(condition).zh) == true)
  }

  @Test(
    "is rated from 0 to 100, both included",
    arguments: [(nil, false), (-1, false), (0, true), (1, true), (100_00, true), (100_01, false)] as [(Int?, Bool)])
  func rating(_ rating: Int?, _ isWhole: Bool) {
    var opinion = Self.whole
    opinion.rating = rating.map { Hundredths($0) }
    #expect((opinion.refusal() == nil) == isWhole)
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
    #expect((opinion.refusal() != nil) == owed)
    opinion.comment = "固定人员名单待核"
    #expect(opinion.refusal() == nil)
    opinion.recommendation = nil
    #expect(opinion.refusal() != nil)
  }

  @Test("names all that is missing at once, in the order of the form")
  func shortcomings() {
    typealias Part = ExpertOpinion.Shortcoming.Part
    let missing = ExpertOpinion(answers: ["9.1": .met, "9.2": .notMet], recommendation: .oppose).shortcomings()
    let open = (3...8).map { Part.condition("9.\($0)") }
    #expect(missing.map(\.part) == open + [.rating, .comment])
    #expect(ExpertOpinion().shortcomings().map(\.part).suffix(2) == [.recommendation, .rating])
    var opinion = Self.whole
    opinion.rating = Hundredths(100_01)
    opinion.recommendation = nil
    #expect(opinion.refusal()?.phrase.zh == "还没有总体意见；评分须在 0 至 100 之间")
    #expect(Self.whole.shortcomings().isEmpty)
  }

  @Test("owes no answer on 9.8 where nobody builds with the host")
  func alone() throws {
    let places = try Places.standard.get()
    var form = ApplicationForm()
    form.coBuilders = []
    let asked = ExpertOpinion.asked(by: Eligibility(form, places: places, knowing: Eligibility.Knowledge()))
    #expect(asked == ExpertOpinion.conditions.dropLast())
    form.coBuilders = [CoBuilder(name: "河间管业", kind: .enterprise, province: "河北省", agreement: .complete)]
    #expect(
      ExpertOpinion.asked(by: Eligibility(form, places: places, knowing: Eligibility.Knowledge())) == ExpertOpinion.conditions)
    var opinion = Self.whole
    opinion.answers["9.8"] = nil
    #expect(opinion.refusal(asked: asked) == nil && opinion.refusal() != nil)
    // What is said of a condition that is not asked for owes no word of why.
    opinion.answers["9.8"] = .doubtful
    #expect(opinion.refusal(asked: asked) == nil)
  }

  @Test(
    "is read by the group’s leader when as many as are needed are in and none is still to come",
    arguments: [(3, 3, 0, nil), (3, 2, 1, 1), (3, 3, 1, 1), (3, 4, 0, nil), (3, 0, 0, 3), (3, 1, 1, 2), (1, 1, 0, nil)]
      as [(Int, Int, Int, Int?)])
  func panel(_ needed: Int, _ submitted: Int, _ owing: Int, _ open: Int?) {
    let panel = ReviewPanel(needed: needed, submitted: submitted, owing: owing)
    #expect(panel.isComplete == (open == nil))
    #expect(panel.refusal?.article == open.map { _ in "11" })
    if let open { #expect(panel.refusal?.phrase.zh.contains("还差 \(open) 份") == true) }
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
    #expect(standing.opinions == ratings.count + 1 && standing.supporting == ratings.count && standing.opposing == 1)
  }

  @Test("Who wants changes first is not counted as plainly for it")
  func changes() {
    var changed = Self.whole
    changed.recommendation = .supportWithChanges
    let standing = ReviewStanding([Self.whole, Self.whole, changed])
    #expect(standing.supporting == 2 && standing.supportingWithChanges == 1 && standing.opposing == 0)
  }

  @Test(
    "The best rated has rank 1, equals share a rank, and what lacks opinions stands in nobody's way (优中选优)",
    arguments: [
      ([[80, 80, 80], [90, 90, 90], [70, 70, 70]], [2, 1, 3]), ([[90, 90, 90], [90, 90, 90], [80, 80, 80]], [1, 1, 3]),
      ([[99, 99], [80, 80, 80]], [nil, 1]), ([[80, 80, 80], [80, 80, 80, 80]], [1, 1]), ([[]], [nil]),
    ] as [([[Int]], [Int?])])
  func ranks(ratings: [[Int]], expected: [Int?]) {
    let standings = ratings.map { ratings in
      ReviewStanding(
        ratings.map { rating in
          var opinion = Self.whole
          opinion.rating = Hundredths(rating * 100)
          return opinion
        })
    }
    #expect(ReviewStanding.ranks(standings, needed: 3) == expected)
  }
}
