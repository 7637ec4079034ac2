import CenterStore
import Foundation
import Regulation
import Testing

@Suite(
  "People as objects: of an expert who is none of theirs, an agency, a department, a host and an expert learn what they learn of nobody")
struct PeopleAccessTests {
  /// Something that is tried on an expert.
  struct PersonAttempt: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (City, Acting, _ login: String) throws -> Void

    init(_ description: String, _ run: @escaping @Sendable (City, Acting, _ login: String) throws -> Void) {
      (testDescription, self.run) = (description, run)
    }
  }

  private static let why = PlainText(literal: "有据")
  static let attempts = [
    PersonAttempt("record") { _ = try $0.store.expertFile(of: $2, by: $1) },
    PersonAttempt("sheets") { _ = try $0.store.expertSheets(of: $2, year: 2026, by: $1) },
    PersonAttempt("sheet") { _ = try $0.store.submittedSheet(of: $2, year: 2026, center: "C1", by: $1) },
    PersonAttempt("assign by hand") { try $0.store.assignExpert(year: 2026, center: "C1", expert: $2, by: $1) },
    PersonAttempt("assign one more") { try $0.store.assignSecondLook(year: 2026, center: "C1", expert: $2, by: $1) },
    PersonAttempt("let go") { try $0.store.releaseExpert(year: 2026, center: "C1", expert: $2, reason: why, by: $1) },
    PersonAttempt("name a leader") { try $0.store.nameLeader(year: 2026, center: "C1", expert: $2, by: $1) },
    PersonAttempt("declare a conflict") { try $0.store.declareConflict(center: "C2", expert: $2, reason: why, by: $1) },
    PersonAttempt("import a conflict") {
      let record = ConflictRecord(center: PlainText(literal: "C2"), expert: try PlainText($2), reason: why)
      let outcome = try $0.store.importConflicts([Numbered(2, record)], by: $1)
      if let problem = outcome.problems.first { throw Refusal(problem.message) }
    },
    PersonAttempt("note who is at a meeting") { try $0.store.noteAttendance(year: 2026, experts: [$2], isPresent: true, by: $1) },
    PersonAttempt("type a sheet from paper") {
      try $0.store.enterSheet(
        year: 2026, center: "C1", expert: $2, PaperSheet(points: PerIndicator(repeating: .zero), paper: why), by: $1)
    },
    PersonAttempt("import scores") { _ = try $0.store.importScores(year: 2026, $0.sheet("C1", $2), by: $1) },
    PersonAttempt("one user") { _ = try $0.store.userLine(of: $2, by: $1) },
    PersonAttempt("disable a login") { try $0.store.disableUser($2, reason: why, by: $1) },
    PersonAttempt("enable a login") { try $0.store.enableUser($2, by: $1) },
    PersonAttempt("review an application") { try $0.store.assignReviewer("SQ2026-0001", expert: $2, by: $1) },
    PersonAttempt("let a reviewer go") { try $0.store.removeReviewer("SQ2026-0001", expert: $2, reason: why, by: $1) },
  ]

  /// The city with four experts more: one of another employer, one who is tied to the center, one whose login is disabled, and one of whom both are
  /// true. It is made once: nothing that is tried here changes it.
  private static let city: Result<City, any Error> = Result {
    let city = try City()
    _ = try city.store.importExperts(
      try [("outsider", "样例大学"), ("tied", "甲公司"), ("gone", "样例大学"), ("tiedgone", "乙公司")].enumerated().map {
        Numbered(
          $0 + 2, ExpertRecord(login: try PlainText($1.0), name: try PlainText("外\($0)"), employer: try PlainText($1.1)))
      }, by: Scratch.admin)
    for login in ["gone", "tiedgone"] { try city.store.disableUser(login, reason: why, by: Scratch.admin) }
    return city
  }

  @Test("the same words, whoever of them it is", arguments: attempts, [Role.agency, .department, .host, .expert, .viewer])
  func alike(attempt: PersonAttempt, role: Role) throws {
    let city = try Self.city.get()
    func outcome(_ login: String) throws -> String {
      let before = try city.scratch.otherHand().digest()
      defer { #expect((try? city.scratch.otherHand().digest()) == before) }
      do {
        try attempt.run(city, City.acting(role), login)
        return "nothing is told"
      } catch let error as StoreError {
        return "\(error.exitStatus) \(error.phrase.zh) \(error.phrase.en)".replacing(login, with: "…")
      }
    }
    let nobody = try outcome("nobody")
    for login in ["outsider", "tied", "gone", "tiedgone"] { #expect(try outcome(login) == nobody, "\(login)") }
  }
}
