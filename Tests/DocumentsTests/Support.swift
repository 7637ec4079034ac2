import CenterStore
import DemoData
import Documents
import Foundation
import Regulation
import Testing

/// A made-up year with everything in every stage, made once for all these tests; its day and seed are given, so its papers are always the same.
enum PaperDesk {
  static let today = Day(2026, 6, 1) ?? Day(number: 0)

  private static let made = Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try DemoStore.make(at: folder.appendingPathComponent("demo.sqlite").path, centers: 40, today: today)
    return store.under(Surroundings(now: { Moment(today, seconds: 9 * 3600) }, randomBytes: { Array(repeating: 7, count: $0) }))
  }

  static func store() throws -> CenterStore { try made.get() }

  static func document(_ kind: DocumentKind, _ wish: DocumentWriter.Wish = .init(), by login: String = "bureau") throws -> Document {
    try DocumentWriter(store: store(), by: Acting(login, .command)).document(kind, wish)
  }

  /// The number of the first matter or application that stands so.
  static func matter(_ kind: MatterKind, _ stage: String) throws -> String {
    try #require(
      try store().matters(by: Acting("bureau", .command)).first {
        $0.kind == kind && $0.stage.en == stage || $0.kind == kind && stage.isEmpty
      }
    )
    .number
  }

  static func application(_ stage: ApplicationStage) throws -> String {
    try #require(try store().applications(by: Acting("bureau", .command)).first { $0.stage == stage }).number
  }

  /// A center with a figure in the round of a year, the one at a place of the ranking.
  static func center(_ year: Int, _ place: Int = 0) throws -> String {
    try store().result(year, by: Acting("bureau", .command)).result.centers[place].code
  }
}

/// A paper as a test asks for it, with the name of the file that it is held against.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let kind: DocumentKind
  let wish: @Sendable () throws -> DocumentWriter.Wish

  var testDescription: String { name }

  init(_ name: String, _ kind: DocumentKind, _ wish: @escaping @Sendable () throws -> DocumentWriter.Wish = { .init() }) {
    self.name = name
    self.kind = kind
    self.wish = wish
  }

  /// At least one of each kind, and of decisions and receipts one of each sort.
  static let all: [Sample] = [
    Sample("roster", .roster), Sample("result-notice", .resultNotice) { .init("2024") },
    Sample("round-summary", .roundSummary) { .init("2024") }, Sample("round-summary-open", .roundSummary) { .init("2026") },
    Sample("new-centers", .newCenters) { .init("2026") }, Sample("recommendations", .recommendations) { .init("2026") },
    Sample("evaluation-form", .evaluationForm) { .init(try PaperDesk.center(2024), round: 2026) },
    Sample("scoresheet-empty", .scoresheet) { .init(try PaperDesk.center(2024), round: 2026) },
    Sample("score-report", .scoreReport) { .init(try PaperDesk.center(2024), round: 2024) },
    Sample("application", .application) { .init(try PaperDesk.application(.onNotice)) },
    Sample("opinion-sheet", .opinionSheet) {
      let number = try PaperDesk.application(.proposed)
      let file = try PaperDesk.store().application(number, by: Acting("bureau", .command))
      return .init(number, expert: file.reviewers.first?.login)
    },
    Sample("decision-certified", .decision) { .init(try PaperDesk.application(.certified)) },
    Sample("decision-failed", .decision) { .init(try PaperDesk.application(.failedCheck)) },
    Sample("decision-proposed", .decision) { .init(try PaperDesk.matter(.revocation, "proposed")) },
    Sample("decision-kept", .decision) { .init(try PaperDesk.matter(.revocation, "not revoked")) },
    Sample("receipt-director", .receipt) { .init(try PaperDesk.matter(.director, "on file with the department")) },
    Sample("receipt-change", .receipt) { .init(try PaperDesk.matter(.change, "")) },
    Sample("receipt-application", .receipt) { .init(try PaperDesk.application(.submitted)) },
  ]
}
