import CenterStore
import Foundation
import Regulation
import Testing

@Suite("Permission is checked inside the operations; what one may not see, one cannot infer")
struct PermissionTests {
  /// What became of an attempt: whether it was let through, and what was said where it was not.
  private enum Outcome: Equatable {
    /// Done, or refused for reasons that have nothing to do with who tried.
    case letThrough
    /// Not permitted, in these words.
    case refused(String)
  }

  /// Tries it in a city that is as it was built; one that was changed is given up and built anew.
  private func outcome(
    _ attempt: Attempt, _ role: Role, _ object: String, _ city: inout City, build: () throws -> City = { try City() }
  ) throws -> Outcome {
    let before = try city.scratch.otherHand().digest()
    defer { if (try? city.scratch.otherHand().digest()) != before, let fresh = try? build() { city = fresh } }
    do {
      try attempt.run(city, City.acting(role), object)
      return .letThrough
    } catch let error as StoreError {
      switch error {
      case .notPermitted:
        #expect(try city.scratch.otherHand().digest() == before, "\(role) changed something by trying: \(attempt)")
        #expect(!error.phrase.zh.contains(object) && !error.phrase.en.contains(object))
        #expect(error.exitStatus == 77)
        return .refused(error.phrase.zh)
      case .noSuch, .refused: return .letThrough
      default: throw error
      }
    }
  }

  @Test("Centers: own, others' and none, by every role", arguments: Attempt.onCenters + Attempt.onMaterial + Attempt.onDuties)
  func centers(attempt: Attempt) throws {
    var city = try City()
    for role in Role.allCases {
      let outcomes = try ["C1", "C2", "C0"].map { try outcome(attempt, role, $0, &city) }
      check(attempt, role, outcomes)
    }
  }

  @Test("Rounds: entrusted, not entrusted and none, by every role", arguments: Attempt.onRounds + Attempt.onRoundSteps)
  func rounds(attempt: Attempt) throws {
    var city = try City()
    for role in Role.allCases {
      let outcomes = try ["2026", "2028", "2030"].map { try outcome(attempt, role, $0, &city) }
      check(attempt, role, outcomes)
    }
  }

  @Test("Matters of centers: own, others' and none, by every role", arguments: Attempt.onMatters)
  func matters(attempt: Attempt) throws {
    var city = try City.withMatters()
    for role in Role.allCases {
      let outcomes = try ["1", "2", "9"].map { try outcome(attempt, role, $0, &city, build: City.withMatters) }
      check(attempt, role, outcomes)
    }
  }

  private func check(_ attempt: Attempt, _ role: Role, _ outcomes: [Outcome]) {
    if attempt.all.contains(role) {
      #expect(outcomes == [.letThrough, .letThrough, .letThrough], "\(role) may: \(attempt)")
    } else {
      #expect((outcomes[0] == .letThrough) == attempt.own.contains(role), "\(role), own: \(attempt)")
      #expect(outcomes[1] != .letThrough, "\(role), others': \(attempt)")
      #expect(outcomes[1] == outcomes[2], "\(role) can tell what exists: \(attempt)")
    }
  }

  @Test("The store as a whole, by every role", arguments: Attempt.onStore + Attempt.onAllMatters + Attempt.onAllDuties)
  func store(attempt: Attempt) throws {
    var city = try City()
    for role in Role.allCases {
      let may = attempt.all.contains(role)
      let outcome = try outcome(attempt, role, "", &city)
      #expect((outcome == .letThrough) == may, "\(role): \(attempt)")
    }
  }

  @Test(
    "A login that does not exist is refused everywhere, in the same words",
    arguments: Attempt.onCenters + Attempt.onMaterial + Attempt.onDuties + Attempt.onMatters
      + Attempt.onRounds + Attempt.onRoundSteps + Attempt.onStore)
  func nobody(attempt: Attempt) throws {
    let city = try City()
    let before = try city.scratch.otherHand().digest()
    #expect(throws: StoreError.unknownLogin("nobody")) { try attempt.run(city, Acting("nobody", .desk), "C1") }
    #expect(try city.scratch.otherHand().digest() == before)
  }
}
