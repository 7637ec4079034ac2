import CenterStore
import Offline
import Regulation
import Testing

/// What stood at 1.1 when the file was taken, what the desk made of it, what the file made of it, and what comes of it.
struct MergeCase: Sendable, CustomTestStringConvertible {
  enum Fate: Sendable { case desk, file, clash }
  let base: Int?
  let desk: Int?
  let file: Int?
  let fate: Fate
  var testDescription: String { "\([base, desk, file].map { $0.map(String.init) ?? "-" }) → \(fate)" }
}

@Suite("Bringing sheets back: what changed on one side is taken, what changed on both is decided, nothing is lost")
struct MergeTests {
  static let cases = [
    MergeCase(base: nil, desk: nil, file: nil, fate: .desk), MergeCase(base: 1, desk: 1, file: 1, fate: .desk),
    MergeCase(base: nil, desk: nil, file: 2, fate: .file), MergeCase(base: 1, desk: 1, file: 2, fate: .file),
    MergeCase(base: 1, desk: 1, file: nil, fate: .file), MergeCase(base: nil, desk: 3, file: nil, fate: .desk),
    MergeCase(base: 1, desk: 3, file: 1, fate: .desk), MergeCase(base: 1, desk: nil, file: 1, fate: .desk),
    MergeCase(base: nil, desk: 3, file: 3, fate: .desk), MergeCase(base: 1, desk: 3, file: 3, fate: .desk),
    MergeCase(base: 1, desk: nil, file: nil, fate: .desk), MergeCase(base: nil, desk: 3, file: 2, fate: .clash),
    MergeCase(base: 1, desk: 3, file: 2, fate: .clash), MergeCase(base: 1, desk: nil, file: 2, fate: .clash),
    MergeCase(base: 1, desk: 3, file: nil, fate: .clash),
  ]

  @Test("Points: every way in which two sides can part", arguments: cases)
  func points(row: MergeCase) throws {
    let bench = try Bench()
    if row.base != nil { try bench.score(points: .some(row.base.map { Points(whole: $0) })) }
    var file = try bench.take()
    if row.desk != row.base { try bench.score(points: .some(row.desk.map { Points(whole: $0) })) }
    try file.enter(points: .some(row.file.map { Points(whole: $0) }))
    try expect(row, bench, file) { $0.points[IndicatorCode.all[0]].map { $0.hundredths / 100 } }
  }

  @Test("Comments go the same ways", arguments: cases)
  func comments(row: MergeCase) throws {
    func word(_ number: Int?) -> String { number.map { "意见\($0)" } ?? "" }
    let bench = try Bench()
    if row.base != nil { try bench.score(comment: word(row.base)) }
    var file = try bench.take()
    if row.desk != row.base { try bench.score(comment: word(row.desk)) }
    try file.enter(comment: word(row.file))
    try expect(row, bench, file) { Int($0.comments[IndicatorCode.all[0]].string.dropFirst(2)) }
  }

  private func expect(_ row: MergeCase, _ bench: Bench, _ file: OfflineSheets, _ value: (Sheet) -> Int?) throws {
    let links = try bench.links()
    let outcome = try bench.store.bringSheetsBack(file, by: Bench.expert)
    switch row.fate {
    case .desk:
      #expect(outcome.isNothing && !outcome.isApplied)
      #expect(try value(bench.sheet()) == row.desk && bench.links() == links)
    case .file:
      #expect(outcome.isApplied && outcome.lines.count == 1)
      #expect(try value(bench.sheet()) == row.file && bench.links() == links + 1)
    case .clash:
      #expect(outcome.undecided.count == 1 && !outcome.isApplied)
      #expect(try value(bench.sheet()) == row.desk && bench.links() == links)
      let clash = try #require(outcome.clashes.first)
      #expect(clash.center == "C1" && clash.indicator == IndicatorCode.all[0] && !clash.isHandedIn)
      for side in OfflineSide.allCases {
        let decided = BringDecisions(each: [clash: side])
        let tried = try bench.store.bringSheetsBack(file, deciding: decided, dryRun: true, by: Bench.expert)
        #expect(tried.isDecided && !tried.isApplied)
      }
      let done = try bench.store.bringSheetsBack(file, deciding: BringDecisions(all: .file), by: Bench.expert)
      #expect(done.isApplied)
      #expect(try value(bench.sheet()) == row.file)
    }
    // The same file a second time.
    let after = try bench.links()
    let again = try bench.store.bringSheetsBack(file, by: Bench.expert)
    #expect(again.isNothing && again.isDecided)
    #expect(try bench.links() == after)
    #expect(try bench.store.verifyChain(by: Bench.bureau).isWhole)
  }

  @Test("A clash that is decided for the desk is not asked again, and the decision is in the chain")
  func decidedOnce() throws {
    let bench = try Bench()
    var file = try bench.take()
    try bench.score(points: .some(Points(whole: 3)))
    try file.enter(points: .some(Points(whole: 2)))
    let links = try bench.links()
    #expect(try bench.store.bringSheetsBack(file, deciding: BringDecisions(all: .desk), by: Bench.expert).isApplied)
    #expect(try bench.links() == links + 1)
    #expect(try bench.sheet().points[IndicatorCode.all[0]] == Points(whole: 3))
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).isNothing)
    // It goes on: what is new is taken, what was decided stays decided.
    try file.enter("C1", 1, points: .some(Points(whole: 4)))
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).lines.map(\.indicator) == [IndicatorCode.all[1]])
    try file.enter(points: .some(Points(whole: 1)))
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).isApplied)
    #expect(try bench.sheet().points[IndicatorCode.all[0]] == Points(whole: 1))
  }

  @Test("A decision holds for what was shown: where the desk changed again, it is asked anew")
  func stale() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.enter(points: .some(Points(whole: 2)))
    try bench.score(points: .some(Points(whole: 3)))
    let shown = try #require(try bench.store.bringSheetsBack(file, by: Bench.expert).undecided.first)
    try bench.score(points: .some(Points(whole: 4)))
    let outcome = try bench.store.bringSheetsBack(file, deciding: BringDecisions(each: [shown: .file]), by: Bench.expert)
    #expect(!outcome.isApplied && outcome.undecided.map(\.desk) == ["4.00"])
  }

  @Test("One file that goes on and is brought back again needs no decision; an older copy and another continuation do")
  func continuations() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.enter(points: .some(Points(whole: 1)))
    let copy = file
    try file.enter(points: .some(Points(whole: 2)), comment: "先")
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).isApplied)
    // Older than what was brought back.
    #expect(try bench.store.bringSheetsBack(copy, by: Bench.expert).undecided.map(\.desk) == ["2.00"])
    // The same file, gone on.
    var later = file
    try later.enter(points: .some(nil), comment: "后")
    #expect(try bench.store.bringSheetsBack(later, by: Bench.expert).isApplied)
    let code = IndicatorCode.all[0]
    #expect(try bench.sheet().points[code] == nil && bench.sheet().comments[code].string == "后")
    try later.enter(points: .some(Points(whole: 3)))
    #expect(try bench.store.bringSheetsBack(later, by: Bench.expert).isApplied)
    // The copy, gone on elsewhere.
    var other = copy
    try other.enter(points: .some(Points(whole: 5)))
    #expect(try bench.store.bringSheetsBack(other, by: Bench.expert).undecided.map(\.part) == [.points])
  }

  @Test("A comment that was begun comes along, and leaves no link; the desk's own is not overwritten")
  func drafts() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.enter(draft: "还没写完")
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).lines.map(\.part) == [.draft])
    #expect(try bench.sheet().drafts[IndicatorCode.all[0]]?.string == "还没写完")
    try bench.store.keepDraft(year: Bench.year, center: "C1", indicator: IndicatorCode.all[0], PlainText("评审台上写的"), by: Bench.expert)
    try file.enter(draft: "又写了些")
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).undecided.map(\.part) == [.draft])
  }
}
