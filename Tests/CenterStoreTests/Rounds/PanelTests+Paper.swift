import CenterStore
import Regulation
import Testing

/// Sheets that staff type from signed paper.
extension PanelTests {
  @Test("A sheet that staff type from signed paper names it, is marked so, and writes over no sheet of the expert’s own")
  func paper() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    func enter(_ expert: String, _ sheet: PaperSheet) -> String? {
      refusal { try store.enterSheet(year: 2026, center: "C1", expert: expert, sheet, by: City.bureau) }
    }
    let full = try sheet(city, total: 95_00)
    #expect(enter("x1", PaperSheet(points: full, paper: .empty))?.contains("编号或存放位置") == true)
    #expect(enter("x1", PaperSheet(points: PerIndicator(repeating: nil), paper: Self.why)) == "没有填写得分")
    var above = full
    above[IndicatorCode.all[0]] = Points(501)
    #expect(enter("x1", PaperSheet(points: above, paper: Self.why)) != nil && enter("x1", PaperSheet(points: full, paper: Self.why)) == nil)
    let links = try city.scratch.links().count
    #expect(try enter("x1", PaperSheet(points: full, paper: Self.why)) == nil && city.scratch.links().count == links)
    let own = Acting("x1", .desk)
    try store.pledge(year: 2026, by: own)
    #expect(
      try store.sheet(year: 2026, center: "C1", by: own).enteredBy == "bureau"
        && store.sheet(year: 2026, center: "C1", by: own).state == .submitted)
    let other = Acting("x2", .desk)
    try store.assignExpert(year: 2026, center: "C1", expert: "x2", by: City.bureau)
    try store.pledge(year: 2026, by: other)
    try store.score(year: 2026, center: "C1", indicator: IndicatorCode.all[0], ScoreEntry(points: .some(.zero)), by: other)
    #expect(enter("x2", PaperSheet(points: full, paper: Self.why)) == "x2 已自行填写评分表")
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }

  @Test("A sheet that staff typed is the expert’s as soon as the expert changes it, and no paper is typed over it any more")
  func takenOver() throws {
    let city = try City()
    let store = city.store(on: City.day(6, 1))
    let (own, paper) = (Acting("x1", .desk), PaperSheet(points: try sheet(city, total: 95_00), paper: Self.why))
    try store.enterSheet(year: 2026, center: "C1", expert: "x1", paper, by: City.bureau)
    try store.pledge(year: 2026, by: own)
    func seat() throws -> Panel.Seat? { try store.panel(year: 2026, center: "C1", by: City.bureau).seats.first { $0.login == "x1" } }
    // Taken back and handed in again it is as staff typed it, and so it is where the same points are entered again.
    let code = IndicatorCode.all[0]
    try store.takeBackSheet(year: 2026, center: "C1", by: own)
    try store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(points: .some(paper.points[code])), by: own)
    try store.submitSheet(year: 2026, center: "C1", by: own)
    #expect(try seat()?.enteredBy == "bureau" && seat()?.paper == Self.why.string)
    try store.takeBackSheet(year: 2026, center: "C1", by: own)
    let links = try city.scratch.links().count
    try store.score(year: 2026, center: "C1", indicator: code, ScoreEntry(comment: PlainText("另有说明")), by: own)
    let told = try city.scratch.links().dropFirst(links).map(\.change)
    #expect(
      told.count == 2 && told[0].contains(#""before":{"entered_by":"bureau","paper":"\#(Self.why)"},"after":{"entered_by":"","paper":""}"#))
    try store.submitSheet(year: 2026, center: "C1", by: own)
    #expect(try seat()?.enteredBy == "" && seat()?.paper == "")
    #expect(refusal { try store.enterSheet(year: 2026, center: "C1", expert: "x1", paper, by: City.bureau) } == "x1 已自行填写评分表")
    // What staff bring in from a file is theirs again.
    _ = try store.importScores(year: 2026, city.scratch.sheet("C1", "x1", hundredthsOff: 0), by: City.bureau)
    #expect(try seat()?.enteredBy == "bureau")
    #expect(try store.verifyChain(by: Scratch.admin).isWhole && store.examine(by: Scratch.admin).isEmpty)
  }
}
