import Testing

@Suite("A whole year by keys alone, in a real terminal, as each role in turn")
struct WholeYearTests {
  @Test("A call with six applications, a round of evaluation, and the life of centers, joined in one city; every act came through the desk")
  func year() throws {
    let round = try RoundYear()
    defer { round.cztic.remove() }
    let year = try ApplicationYear(beside: round)
    let (applications, evaluation, centers) = (ApplicationJourney(), RoundJourney(), CenterJourney())
    // From February to April: the call, the notice of the round, what hosts hand in.
    try applications.call(year)
    try evaluation.announce(round)
    for applicant in ApplicationYear.applicants { try applications.apply(year, applicant, isEnglish: applicant.login == "mo") }
    try applications.departments(year)
    try applications.corrections(year)
    try evaluation.writeForms(round)
    // From April to June: reviews, the departments' reports, the party group, experts at their sheets.
    try applications.check(year)
    try applications.review(year)
    try applications.decide(year)
    try evaluation.checkForms(round)
    try applications.publish(year)
    try evaluation.assign(round)
    try evaluation.score(round)
    try applications.objection(year)
    try applications.certify(year)
    let looker = try evaluation.lookAgain(round)
    try applications.registry(year)
    // From July to December: results and what follows from them, and how centers live.
    try evaluation.settle(round)
    try evaluation.object(round, to: looker)
    try evaluation.close(round)
    try applications.trail(year)
    try evaluation.trail(round)
    try centers.live(round)
    try year.cztic.expect(0, "audit", "verify")
    try year.cztic.expect(0, "doctor")
    let channels = try year.channels()
    #expect(channels.names == ["desk"])
    #expect(channels.count > 1200)
  }
}
