import CenterStore
import Foundation
import Offline
import Regulation
import Testing
import Wording

@Suite("Bringing sheets back: whose file it is, and what happened to the sheets meanwhile")
struct BringingTests {
  private func refusal(_ work: () throws -> Void) -> String? {
    do { try work() } catch StoreError.refused(let refusal) { return refusal.phrase.en } catch { return "\(error)" }
    return nil
  }

  @Test("What is taken is what the desk shows the expert of their own centers, and nothing of anybody else")
  func taken() throws {
    let bench = try Bench()
    try bench.score("C1", 0, points: .some(Points(whole: 4)), comment: "甲的意见")
    try bench.score("C1", 0, points: .some(Points(whole: 1)), comment: "乙的意见", by: Bench.other)
    let taken = try bench.take().taken
    #expect(taken.centers.map(\.code.string) == ["C1", "C2"] && taken.login.string == "e1" && taken.round.year == Bench.year)
    let center = taken.centers[0]
    #expect(center.facts.map(\.value) == ["3"] && center.documents.map(\.title.string) == ["章程"])
    #expect(center.sheet[IndicatorCode.all[0]].points == Points(whole: 4))
    #expect(!"\(taken)".contains("乙的意见"))
    #expect(try bench.take(["C2"]).taken.centers.map(\.code.string) == ["C2"])
    #expect(throws: StoreError.notPermitted(nil)) { try bench.take(["C3"]) }
    #expect(throws: StoreError.notPermitted(.takeSheetsAway)) { try bench.take(by: Bench.bureau) }
  }

  @Test("A file is its expert's alone, and this store's alone")
  func whose() throws {
    let (bench, elsewhere) = (try Bench(), try Bench(anew: true))
    var file = try bench.take()
    try file.enter(points: .some(Points(whole: 2)))
    #expect(refusal { _ = try bench.store.bringSheetsBack(file, by: Bench.other) }?.contains("e1") == true)
    #expect(refusal { _ = try elsewhere.store.bringSheetsBack(file, by: Bench.expert) }?.contains("another desk") == true)
    #expect(throws: StoreError.notPermitted(.bringSheetsBack)) { try bench.store.bringSheetsBack(file, by: Bench.bureau) }
    #expect(try bench.sheet().points[IndicatorCode.all[0]] == nil)
  }

  @Test("What a file says was taken is held against the chain", arguments: ["\"points\":\"1.00", "C1公司", "\"hash\":\"", "\"id\":\""])
  func forged(place: String) throws {
    let bench = try Bench()
    try bench.score(points: .some(Points(whole: 1)))
    var file = try bench.take()
    try file.enter("C2", 0, points: .some(Points(whole: 2)))
    // As somebody would who has the phrase and another program.
    let text = String(decoding: try JSONEncoder().encode(file), as: UTF8.self)
    #expect(text.contains(place))
    let forged = try JSONDecoder().decode(
      OfflineSheets.self,
      from: Data(
        text.replacing(place, with: place.replacing("1.00", with: "1.50").replacing("公司", with: "厂") + (place.hasSuffix("\"") ? "0" : ""))
          .utf8))
    #expect(forged != file)
    #expect(refusal { _ = try bench.store.bringSheetsBack(forged, by: Bench.expert) }?.contains("audit chain") == true)
    #expect(refusal { _ = try bench.store.bringSheetsBack(file, by: Bench.expert) } == nil)
  }

  @Test("Sheets that were scored by another indicator table neither come back nor open")
  func otherTable() throws {
    let bench = try Bench()
    let file = try bench.take()
    let text = String(decoding: try JSONEncoder().encode(file), as: UTF8.self)
    let other = try JSONDecoder().decode(
      OfflineSheets.self, from: Data(text.replacing(file.taken.round.table, with: "2031-01-01").utf8))
    #expect(refusal { _ = try bench.store.bringSheetsBack(other, by: Bench.expert) }?.contains("2031-01-01") == true)
    try OfflineFile.write(SealedSheets.seal(other, Bench.phrase, .made, cost: Bench.cost), to: bench.path("other.cztic"))
    let open = try OfflineFile.open(bench.path("other.cztic"), phrase: Bench.phrase)
    #expect(throws: OfflineError.otherTable(taken: "2031-01-01", own: file.taken.round.table)) {
      try OfflineDesk(open, in: bench.folder)
    }
  }

  @Test("A center that is not assigned any more, or where one steps aside: told, and the others come back once it is left out")
  func obstacles() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.enter("C1", 0, points: .some(Points(whole: 2)))
    try file.enter("C2", 0, points: .some(Points(whole: 3)))
    try bench.store.declareConflict(center: "C1", expert: "e1", reason: PlainText("师生"), by: Bench.bureau)
    let links = try bench.links()
    let stopped = try bench.store.bringSheetsBack(file, deciding: BringDecisions(all: .file), by: Bench.expert)
    #expect(stopped.obstacles.map(\.center) == ["C1"] && !stopped.isApplied)
    #expect(try bench.links() == links)
    let done = try bench.store.bringSheetsBack(file, deciding: BringDecisions(leaving: ["C1"]), by: Bench.expert)
    #expect(done.isApplied && done.left == ["C1"] && done.lines.map(\.center) == ["C2"])
    #expect(try bench.sheet("C2").points[IndicatorCode.all[0]] == Points(whole: 3))
    // What was left out is not forgotten.
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).obstacles.map(\.center) == ["C1"])
    #expect(throws: StoreError.noSuch(.center, "C9")) {
      try bench.store.bringSheetsBack(file, deciding: BringDecisions(leaving: ["C9"]), by: Bench.expert)
    }
  }

  @Test("A round that is over takes nothing back, and says so for each center")
  func over() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.enter(points: .some(Points(whole: 2)))
    try bench.store.settleRound(Bench.year, by: Bench.bureau)
    let outcome = try bench.store.bringSheetsBack(file, deciding: BringDecisions(all: .file), by: Bench.expert)
    #expect(outcome.obstacles.count == 1 && outcome.obstacles[0].phrase.en.contains("takes no scores") && !outcome.isApplied)
  }

  @Test("Data items that changed since are told, with what they were")
  func facts() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.enter(points: .some(Points(whole: 2)))
    try bench.fact("C1", 5)
    let outcome = try bench.store.bringSheetsBack(file, by: Bench.expert)
    #expect(outcome.isApplied && outcome.remarks.map(\.phrase.en).joined().contains("1.1.a 3 → 5"))
  }

  @Test("A sheet that was handed in away is handed in with its return; the chain says each step, and the doctor finds nothing")
  func handedIn() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.fill()
    try file.enter(state: .submitted)
    let links = try bench.links()
    let outcome = try bench.store.bringSheetsBack(file, by: Bench.expert)
    #expect(outcome.isApplied && outcome.handedIn == ["C1"])
    #expect(try bench.sheet().state == .submitted && bench.links() == links + 2)
    let acts = try bench.store.auditLines(links + 1...links + 2, by: Bench.bureau).map(\.act)
    #expect(acts == [Act.submitSheet.rawValue, Act.bringSheetsBack.rawValue])
    #expect(try bench.store.examine(by: Acting("admin", .command)).isEmpty)
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).isNothing)
    // Taken back away, changed, and handed in again.
    try file.enter(points: .some(Points(whole: 1)), state: .draft)
    try file.enter(state: .submitted)
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).isApplied)
    #expect(try bench.sheet().state == .submitted && bench.sheet().points[IndicatorCode.all[0]] == Points(whole: 1))
  }

  @Test("A sheet that was handed in at the desk meanwhile is not touched unless somebody decides it; then it is a draft again")
  func handedInMeanwhile() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.enter("C1", 2, comment: "另有意见")
    try bench.fill()
    try bench.store.submitSheet(year: Bench.year, center: "C1", by: Bench.expert)
    let outcome = try bench.store.bringSheetsBack(file, by: Bench.expert)
    #expect(outcome.undecided.map(\.isHandedIn) == [true] && !outcome.isApplied)
    #expect(try bench.store.bringSheetsBack(file, deciding: BringDecisions(all: .file), by: Bench.expert).remarks.count == 1)
    #expect(try bench.sheet().state == .draft && bench.sheet().comments[IndicatorCode.all[2]].string == "另有意见")
    #expect(try bench.store.examine(by: Acting("admin", .command)).isEmpty)
  }

  @Test("A sheet that was handed in away is not handed in where the desk changed it too: it is not the one that was seen whole")
  func heldBack() throws {
    let bench = try Bench()
    var file = try bench.take()
    try file.fill()
    try file.enter(state: .submitted)
    try bench.score("C1", 3, comment: "评审台上的意见")
    let outcome = try bench.store.bringSheetsBack(file, by: Bench.expert)
    #expect(outcome.isApplied && outcome.handedIn.isEmpty && outcome.remarks.count == 1)
    #expect(try bench.sheet().state == .draft && bench.sheet().total.isComplete)
  }

  @Test("A sheet that staff typed meanwhile is the expert's own again where something of the file is taken")
  func staff() throws {
    let bench = try Bench()
    var file = try bench.take()
    var points = PerIndicator<Points?>(repeating: nil)
    points[IndicatorCode.all[1]] = Points(whole: 2)
    try bench.store.enterSheet(
      year: Bench.year, center: "C1", expert: "e1", PaperSheet(points: points, paper: PlainText("1 号")), by: Bench.bureau)
    try file.enter(points: .some(Points(whole: 3)))
    #expect(try bench.store.bringSheetsBack(file, by: Bench.expert).isApplied)
    let sheet = try bench.sheet()
    #expect(sheet.enteredBy.isEmpty && sheet.points[IndicatorCode.all[0]] == Points(whole: 3))
    #expect(sheet.points[IndicatorCode.all[1]] == Points(whole: 2))
    #expect(try bench.store.examine(by: Acting("admin", .command)).isEmpty)
  }
}
