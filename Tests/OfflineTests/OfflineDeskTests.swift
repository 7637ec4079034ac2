import CenterStore
import Foundation
import Interchange
import Offline
import Regulation
import TableFiles
import Testing
import Wording

@Suite("Scoring away from the desk: on a store that goes away, and in a workbook; what is saved is in the file")
struct OfflineDeskTests {
  private func reopened(_ file: OfflineFile) throws -> OfflineSheets { try OfflineFile.open(file.path, phrase: Bench.phrase).sheets }

  @Test("The store holds what was taken, every save is in the file at once, and it comes back as what was scored")
  func round() throws {
    let bench = try Bench()
    try bench.score("C1", 0, points: .some(Points(whole: 4)), comment: "已有")
    let file = try bench.file()
    let desk = try OfflineDesk(file, in: bench.folder)
    let (store, who) = (desk.store, Acting(desk.login, .desk))
    #expect(store.isAway)
    #expect(try store.tasks(by: who).map(\.center) == ["C1", "C2"])
    #expect(try store.sheet(year: Bench.year, center: "C1", by: who).comments[IndicatorCode.all[0]].string == "已有")
    #expect(try store.factSheet(year: Bench.year, center: "C1", by: who).entries.count == 1)
    #expect(try store.attachments(of: .material(center: "C1", year: Bench.year), by: who).map(\.entry.title.string) == ["章程"])
    #expect(file.sheets.edits.isEmpty)
    let code = IndicatorCode.all[1]
    try store.score(year: Bench.year, center: "C2", indicator: code, ScoreEntry(points: .some(Points(whole: 2))), by: who)
    #expect(try reopened(file).sheets[1][code].points == Points(whole: 2))
    for text in ["写", "写了", "写了一"] {
      try store.keepDraft(year: Bench.year, center: "C2", indicator: code, PlainText(text), by: who)
    }
    #expect(try reopened(file).sheets[1][code].draft.string == "写了一")
    // A comment in the making is one edit, however often it was put aside.
    #expect(file.sheets.edits.count == 1)
    desk.leave()
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).filter { $0.hasPrefix("cztic-offline") }.isEmpty)
    #expect(try bench.store.bringSheetsBack(reopened(file), by: Bench.expert).lines.map(\.part) == [.points, .draft])
  }

  @Test("A sheet that is handed in away is in the file as such, and is so on the next store made of it")
  func handedIn() throws {
    let bench = try Bench()
    let file = try bench.file()
    let desk = try OfflineDesk(file, in: bench.folder)
    let who = Acting(desk.login, .desk)
    let system = try IndicatorSystem.standard.get()
    for code in IndicatorCode.all {
      try desk.store.score(
        year: Bench.year, center: "C1", indicator: code, ScoreEntry(points: .some(system[code].fullPoints)), by: who)
    }
    try desk.store.submitSheet(year: Bench.year, center: "C1", by: who)
    desk.leave()
    let again = try OfflineDesk(OfflineFile.open(file.path, phrase: Bench.phrase), in: bench.folder)
    defer { again.leave() }
    #expect(try again.store.sheet(year: Bench.year, center: "C1", by: who).state == .submitted)
  }

  @Test("Whatever does not come back cannot be done there, and where the file cannot be saved nothing is")
  func limits() throws {
    let bench = try Bench()
    let file = try bench.file()
    let desk = try OfflineDesk(file, in: bench.folder)
    defer { desk.leave() }
    let who = Acting(desk.login, .desk)
    #expect(throws: StoreError.self) {
      try desk.store.declareConflict(center: "C1", expert: "e1", reason: PlainText("师生"), by: who)
    }
    // Another program saves it meanwhile.
    let second = try OfflineFile.open(file.path, phrase: Bench.phrase)
    var sheets = second.sheets
    try sheets.enter("C1", 0, points: .some(Points(whole: 1)))
    try second.take(sheets.sheets, at: Moment(milliseconds: 5))
    let code = IndicatorCode.all[4]
    #expect(throws: StoreError.self) {
      try desk.store.score(year: Bench.year, center: "C1", indicator: code, ScoreEntry(points: .some(Points(whole: 2))), by: who)
    }
    #expect(try desk.store.sheet(year: Bench.year, center: "C1", by: who).points[code] == nil)
    #expect(try reopened(file).sheets[0][IndicatorCode.all[0]].points == Points(whole: 1))
  }

  @Test("A process that was killed leaves a folder, which goes away with the next; one that is held stays")
  func leftovers() throws {
    let bench = try Bench()
    let file = try bench.file()
    let left = bench.folder.appendingPathComponent("cztic-offline-killed")
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
    let first = try OfflineDesk(file, in: bench.folder)
    defer { first.leave() }
    let second = try OfflineDesk(file, in: bench.folder)
    defer { second.leave() }
    #expect(!FileManager.default.fileExists(atPath: left.path))
    #expect(FileManager.default.fileExists(atPath: first.store.path))
  }

  @Test("A workbook of the sheets, filled in and taken in again; as it was given out it changes nothing", arguments: Language.allCases)
  func workbook(language: Language) throws {
    let bench = try Bench()
    try bench.score("C1", 0, points: .some(Points(whole: 4)), comment: "已有")
    let file = try bench.file()
    let path = bench.path("\(language).xlsx")
    try SheetForm.write(try file.sheets.rows(language), language) { () throws(FileError) in try FileSink(replacing: path) }
    var (entries, problems) = try SheetForm.read(try FileBytes.open(path))
    #expect(problems.isEmpty && entries.count == 1)
    #expect(try file.take(file.sheets.filled(entries, &problems), at: Moment(milliseconds: 2)) == 0)
    let filled = "center,indicator,points,comment\nC1,1.1,4.5,\nC2,1.2,,只写意见\nC2,2.1,80%,\nC2,2.2,,\n"
    (entries, problems) = try SheetForm.read(FileBytes(Array(filled.utf8), name: "x.csv"))
    #expect(problems.lines(.en) == [])
    #expect(try file.take(file.sheets.filled(entries, &problems), at: Moment(milliseconds: 3)) == 3)
    let now = try reopened(file).sheets
    #expect(now[0][IndicatorCode.all[0]] == OfflineMark(points: Points(450), comment: try PlainText("已有")))
    #expect(now[1][IndicatorCode.all[1]].comment.string == "只写意见" && now[1][IndicatorCode.all[2]].points == Points(480))
  }

  @Test(
    "What is wrong in a workbook is told by row, and nothing of it is taken",
    arguments: [
      ("C1,1.1,6,", "points"), ("C9,1.1,1,", "center"), ("C1,9.9,1,", "indicator"), ("C1,1.1,1,\nC1,1.1,2,", "indicator"),
      ("C2,1.1,1,", "center"), ("C1,1.1,x,", "points"),
    ])
  func wrong(row: String, column: String) throws {
    let bench = try Bench()
    try bench.fill("C2")
    try bench.store.submitSheet(year: Bench.year, center: "C2", by: Bench.expert)
    let file = try bench.file()
    var (entries, problems) = try SheetForm.read(FileBytes(Array("center,indicator,points,comment\n\(row)\n".utf8), name: "x.csv"))
    _ = file.sheets.filled(entries, &problems)
    entries = []
    #expect(problems.errors.map(\.column) == [column])
  }
}
