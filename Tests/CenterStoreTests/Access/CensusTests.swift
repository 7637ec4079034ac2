import CenterStore
import Foundation
import Regulation
import Testing

@Suite("No operation is missing from the tables of who may do what")
struct CensusTests {
  @Test("Every act that the chain can tell is tried by a viewer, and refused as that act")
  func acts() throws {
    var refused: Set<Act> = []
    func note(_ attempt: () throws -> Void) throws {
      do { try attempt() } catch StoreError.notPermitted(let act) { if let act { refused.insert(act) } } catch StoreError.noSuch {}
    }
    let (city, viewer) = (try City(), City.acting(.viewer))
    for (attempts, object) in [
      (Attempt.onCenters + Attempt.onMaterial + Attempt.onDuties, "C1"), (Attempt.onMatters, "1"),
      (Attempt.onRounds + Attempt.onRoundSteps, "2026"),
      (Attempt.onStore, ""),
    ] {
      for attempt in attempts { try note { try attempt.run(city, viewer, object) } }
    }
    let applications = try TwoApplications()
    for (attempts, object) in [
      (ApplicationAttempt.onApplications, "SQ2026-0001"), (ApplicationAttempt.onCalls, "2026"), (ApplicationAttempt.onAll, ""),
    ] {
      for attempt in attempts { try note { try attempt.run(applications.store, viewer, object) } }
    }
    // A store is made before anybody has a login, everybody says who they are, and giving results out makes the key and binds what is not.
    #expect(
      refused.symmetricDifference(Act.allCases) == [
        .storeCreate, .choosePassword, .enterByPassword, .failPassword, .makeKey, .bindSheets,
      ])
  }

  @Test("Every public operation that somebody can call stands in a table")
  func operations() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let tables = try [
      "Access/Attempts.swift", "Access/RoundAttempts.swift", "Access/MatterAttempts.swift", "Access/DutyAttempts.swift",
      "Applications/ApplicationAttempts.swift",
    ].map {
      try String(contentsOf: tests.appendingPathComponent($0), encoding: .utf8)
    }.joined()
    let sources = tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/CenterStore")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var operations: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\n  public func (\w+)(?:<[^>]*>)?\(([^{]*?)\) throws\(StoreError\)/)
      where match.output.2.contains("by who: Acting") {
        operations.insert(String(match.output.1))
      }
    }
    #expect(operations.count > 80)
    // These two only ask beforehand what the operations ask again.
    operations.subtract(["require", "requireMaterialImport"])
    for operation in operations.sorted() { #expect(tables.contains(".\(operation)("), "\(operation) is tried by nobody") }
  }
}
