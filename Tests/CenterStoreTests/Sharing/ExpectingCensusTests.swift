import CenterStore
import Foundation
import Testing

@Suite("No operation overwrites unseen what somebody else wrote")
struct ExpectingCensusTests {
  /// Operations that write what somebody chose, and overwrite nobody's work all the same.
  private static let reasons: [String: String] = [
    "handOutCode": "a later code takes the place of an earlier one, which is told",
    "handOutCodes": "a later code takes the place of an earlier one, which is told",
    "recordCreditCheck": "each check is a record of its own",
    "declareReviewConflict": "an expert's own word, after which nothing opens any more",
    "enterTerm": "refused where the list has it", "retireTerm": "done once", "reinstateTerm": "done once",
    "disableUser": "done once", "enableUser": "done once", "withdrawPassword": "done once",
    "attach": "over a title that is on file the desk corrects it instead, and says so",
    "detach": "what is not there any more is refused", "removeDuty": "what is not there any more is refused",
    "takeBackRecusal": "what is not there any more is refused",
    "releaseExpert": "who is not assigned any more is refused", "removeReviewer": "who is not named any more is refused",
    "assignExpert": "who is assigned stays so", "assignReviewer": "who is named stays so", "assignSecondLook": "who is assigned stays so",
    "assignExperts": "a plan that stands no more is not carried out", "drawSubstitutes": "a plan that stands no more is not carried out",
    "bindLot": "each binding is a record of its own", "drawLot": "done once, and refused where anything is otherwise than it was bound",
    "giveOutResults": "what is unchanged is given out again as it was", "openSheets": "each opening is a record of its own",
    "noteAttendance": "one mark, which shows at once on every desk", "recordSiteLook": "each look is a record of its own",
    "fillFromLastRound": "fills only what is empty", "noteOpenFacts": "fills only what is empty",
    "declareMaterial": "one mark, which what is written takes away",
    "keepDraft": "an expert's own, no part of the sheet", "dropDraft": "an expert's own, no part of the sheet",
    "pledge": "done once", "pledgeReview": "done once", "takeBackOpinion": "done once", "takeBackSheet": "done once",
    "submitSheet": "done once", "takeSheetsAway": "each taking is a record of its own",
    "bringSheetsBack": "what the desk changed meanwhile is a clash, which is decided as it was shown",
    "undoImport": "refused where anything of it was changed since",
    "beginApplication": "makes a new one", "requestChange": "makes a new one", "beginDirectorFiling": "makes a new one",
    "proposeRevocation": "makes a new one", "openRound": "refused where the round is there",
    "stepApplication": "a step is lawful from one state only", "stepApplications": "a step is lawful from one state only",
    "stepRound": "a step is lawful from one state only", "stepChange": "a step is lawful from one state only",
    "stepDirector": "a step is lawful from one state only", "stepRevocation": "a step is lawful from one state only",
    "settleRound": "a step is lawful from one state only", "resumeRound": "a step is lawful from one state only",
    "publishRound": "a step is lawful from one state only", "closeRound": "a step is lawful from one state only",
    "cancelRound": "a step is lawful from one state only", "nameSuccessor": "refused where one is named",
    "reorganise": "a center that has ended is refused",
    "keepFormDraft": "one's own", "keepPreferences": "one's own", "saveFilter": "one's own", "removeFilter": "one's own",
  ]

  @Test("Every operation that writes says what it expects, or why it need not")
  func census() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let sources = tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/CenterStore")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var open: Set<String> = []
    var expecting: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /\n  public func (\w+)(?:<[^>]*>)?\(([^{]*?)\) throws\(StoreError\)[^{]*\{\n([\s\S]*?)\n  \}\n/)
      where match.output.2.contains("by who: Acting") && match.output.3.contains(/(write|transact|change)\(/) {
        if match.output.2.contains("expecting") { expecting.insert(String(match.output.1)) } else { open.insert(String(match.output.1)) }
      }
    }
    #expect(expecting.count >= 20)
    for operation in open.sorted() { #expect(Self.reasons[operation] != nil, "\(operation) may overwrite somebody's work") }
  }
}
