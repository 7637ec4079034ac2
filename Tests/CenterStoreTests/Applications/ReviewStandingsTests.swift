import CenterStore
import Regulation
import Testing

@Suite("The comparison of reviewed applications (article 12)")
struct ReviewStandingsTests {
  private typealias City = ApplicationCity

  @Test("An application of which opinions are still to come stands below all that are complete, however well it is rated")
  func standings() throws {
    let city = try City()
    let number = try city.application(after: 4)
    try city.review(number)
    let store = city.store(on: City.day(5, 13))
    let second = try city.secondUnderReview()
    try store.assignReviewer(second, expert: "expert4", by: City.bureau)
    try store.giveOpinion(second, City.opinion(Hundredths(99_00)), isSubmitted: true, by: Acting("expert4", .desk))
    let standings = try store.reviewStandings(by: City.bureau)
    #expect(standings.map(\.application.number) == [number, second])
    #expect(standings.map(\.rank) == [1, nil])
  }

  @Test("What was decided since stays in the comparison, with its stage (优中选优)", arguments: [4, 5, 6, 7, 8])
  func standingsLater(steps: Int) throws {
    let city = try City()
    let number = try city.application(after: steps)
    if steps == 4 { try city.review(number) }
    let standing = try #require(try city.store(on: City.day(6, 10)).reviewStandings(by: City.bureau).first)
    let stages: [Int: ApplicationStage] = [4: .reviewing, 5: .proposed, 6: .approved, 7: .onNotice, 8: .certified]
    #expect(standing.application.number == number && standing.application.stage == stages[steps])
    #expect(standing.rank == 1 && standing.standing.opinions == 3)
  }

  @Test("Applications are ranked among those that answered the same call, the latest call first")
  func standingsOfTwoCalls() throws {
    let city = try City()
    let number = try city.application(after: 4)
    try city.review(number)
    let earlier = try city.secondUnderReview(yearsBefore: 1)
    let store = city.store(on: City.day(5, 13))
    for login in ["expert2", "expert3", "expert4"] {
      try store.assignReviewer(earlier, expert: login, by: City.bureau)
      try store.pledgeReview(year: 2025, by: Acting(login, .desk))
      try store.giveOpinion(earlier, City.opinion(Hundredths(99_00)), isSubmitted: true, by: Acting(login, .desk))
    }
    let standings = try store.reviewStandings(by: City.bureau)
    #expect(standings.map(\.application.number) == [number, earlier])
    #expect(standings.map(\.rank) == [1, 1])
  }
}
