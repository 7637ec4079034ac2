import Regulation
import Testing

@Suite("The order in which the steps of an application are offered")
struct ApplicationOrderTests {
  @Test("Every step is offered once; what leads on comes before all others, what ends the application after them")
  func byUse() {
    #expect(ApplicationStepKind.byUse.count == ApplicationStepKind.allCases.count)
    #expect(Set(ApplicationStepKind.byUse) == Set(ApplicationStepKind.allCases))
    let leading = ApplicationStepKind.byUse.prefix { $0.leadsOn }
    #expect(leading.count == ApplicationStepKind.allCases.count(where: \.leadsOn))
    // In the order of the way, so that a role's first step at a stage is the one that is expected of it.
    #expect(Array(leading) == ApplicationStepKind.allCases.filter(\.leadsOn).sorted { place($0) < place($1) })
    #expect(Set(ApplicationStepKind.byUse.suffix(6)) == [.admitLate, .decline, .failCheck, .passOver, .refuse, .withdraw])
    #expect(ApplicationStepKind.byUse.last == .withdraw)
  }

  private func place(_ kind: ApplicationStepKind) -> Int {
    let way: [ApplicationStepKind] = [.submit, .correct, .recommend, .accept, .passCheck, .propose, .approve, .publishNotice, .certify]
    return way.firstIndex(of: kind) ?? way.count
  }
}
