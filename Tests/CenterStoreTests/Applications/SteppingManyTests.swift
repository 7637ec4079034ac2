import CenterStore
import Foundation
import Regulation
import Testing

@Suite("One step with several applications")
struct SteppingManyTests {
  private let city: ApplicationCity
  private let numbers: [String]
  private let bureau = ApplicationCity.bureau

  /// Two applications on the list of centers to be set up.
  init() throws {
    city = try ApplicationCity()
    let first = try city.application(after: 5)
    let second = try city.secondUnderReview()
    try city.review(second)
    try city.store(on: ApplicationCity.day(5, 20)).stepApplication(second, .propose, by: ApplicationCity.bureau)
    numbers = [first, second]
  }

  private func stages() throws -> [ApplicationStage] {
    try numbers.map { try city.store(on: ApplicationCity.day(6, 9)).application($0, by: bureau).summary.stage }
  }

  private func links() throws -> Int64 { try city.scratch.store.auditHead(by: Scratch.admin).number }

  private func all(_ step: ApplicationStep) -> [ApplicationTask] { numbers.map { ApplicationTask($0, step) } }

  private static let approval = ApplicationStep.approve(
    PartyGroupDecision(on: ApplicationCity.day(5, 25), minutes: PlainText(literal: "〔2026〕5号")))

  @Test("One meeting, one notice, one document lead all of them to the registry; each step leaves a link for each")
  func together() throws {
    let before = try links()
    try city.store(on: ApplicationCity.day(5, 26)).stepApplications(all(SteppingManyTests.approval), by: bureau)
    #expect(try stages() == [.approved, .approved])
    #expect(try links() == before + 2)
    try city.store(on: ApplicationCity.day(6, 1)).stepApplications(all(.publishNotice(workingDays: 5)), by: bureau)
    let store = city.store(on: ApplicationCity.day(6, 9))
    let codes = try store.nextCenterCodes(2, by: bureau)
    #expect(codes.map(\.string) == ["YS2026-0001", "YS2026-0002"])
    try store.stepApplications(
      zip(numbers, codes).map { ApplicationTask($0, .certify(document: PlainText(literal: "沧科字〔2026〕9号"), code: $1)) }, by: bureau)
    #expect(try stages() == [.certified, .certified])
    #expect(try codes.map { try store.center(code: $0.string, by: bureau).certifiedOn } == [store.today, store.today])
    #expect(try city.scratch.store.verifyChain(by: Scratch.admin).isWhole)
  }

  @Test("Where one is refused none is done, and the refusal names it", arguments: [0, 1])
  func allOrNone(decided: Int) throws {
    let store = city.store(on: ApplicationCity.day(5, 26))
    try store.stepApplication(numbers[decided], SteppingManyTests.approval, by: bureau)
    let (before, stages) = (try links(), try self.stages())
    do throws(StoreError) {
      try store.stepApplications(all(SteppingManyTests.approval), by: bureau)
      Issue.record("a second decision was taken")
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      #expect(refusal.article == "12" && refusal.phrase.zh.hasPrefix(numbers[decided]) && refusal.phrase.en.hasPrefix(numbers[decided]))
    }
    #expect(try links() == before)
    #expect(try self.stages() == stages)
  }

  @Test("The same application twice is refused the second time, and so not done at all")
  func twice() throws {
    let store = city.store(on: ApplicationCity.day(5, 26))
    #expect(throws: StoreError.self) {
      try store.stepApplications([0, 0].map { ApplicationTask(numbers[$0], SteppingManyTests.approval) }, by: bureau)
    }
    #expect(try stages() == [.proposed, .proposed])
  }

  @Test("A code for two centers is refused, and neither is certified")
  func sameCode() throws {
    try city.store(on: ApplicationCity.day(5, 26)).stepApplications(all(SteppingManyTests.approval), by: bureau)
    try city.store(on: ApplicationCity.day(6, 1)).stepApplications(all(.publishNotice(workingDays: 5)), by: bureau)
    let step = ApplicationStep.certify(document: PlainText(literal: "沧科字〔2026〕9号"), code: PlainText(literal: "YS2026-0001"))
    #expect(throws: StoreError.self) { try city.store(on: ApplicationCity.day(6, 9)).stepApplications(all(step), by: bureau) }
    #expect(try stages() == [.onNotice, .onNotice])
    #expect(throws: StoreError.noSuch(.center, "YS2026-0001")) { try city.scratch.store.center(code: "YS2026-0001", by: bureau) }
  }

  @Test("It is told beforehand with which a step can be taken, and why not with the others; looking changes nothing")
  func outlook() throws {
    let store = city.store(on: ApplicationCity.day(5, 26))
    try store.stepApplication(numbers[0], SteppingManyTests.approval, by: bureau)
    let before = try links()
    let outlooks = try store.stepOutlooks(.approve, of: numbers, by: bureau)
    #expect(outlooks.map(\.application.number) == numbers)
    #expect(outlooks[0].refusal?.article == "12" && outlooks[1].refusal == nil)
    #expect(try links() == before)
  }
}
