import Interchange
import Testing
import Wording

@Suite("What was exported can be imported again")
struct RoundTripTests {
  private static let cases: [(ImportKind, ExportFormat, Language)] = ImportKind.allCases.flatMap { kind in
    (ExportKind(rawValue: kind.rawValue)?.formats ?? []).filter { $0 == .csv || $0 == .json }.flatMap {
      [(kind, $0, .en), (kind, $0, .zh)]
    }
  }

  private func year(_ kind: ImportKind) -> Int? { kind == .results ? 2022 : kind.isOfRound ? 2026 : nil }

  @Test("Importing an export changes nothing, and a second export is the same byte for byte", arguments: cases)
  func again(kind: ImportKind, format: ExportFormat, language: Language) throws {
    let bench = try Bench.filled()
    let exported = try #require(ExportKind(rawValue: kind.rawValue))
    let first = try bench.give(exported, format, language, round: year(kind))
    let head = try bench.head
    let report = try bench.take(kind, first, round: year(kind))
    #expect(report.problems.errors == [])
    #expect(report.new == 0 && report.changed == 0 && report.unchanged > 0)
    #expect(try bench.head == head)
    #expect(try bench.give(exported, format, language, round: year(kind)) == first)
  }

  @Test(
    "Workbooks of every kind: importing one changes nothing, and a second export is the same byte for byte", arguments: Language.allCases)
  func workbooks(language: Language) throws {
    let bench = try Bench.filled()
    let copy = try Bench()
    for kind in ImportKind.allCases where kind != .applications {
      let exported = try #require(ExportKind(rawValue: kind.rawValue))
      if kind == .scores { try copy.store.openRound(2026, by: .init("admin", .command)) }
      let book = try bench.giveBytes(exported, .xlsx, language, round: year(kind))
      let report = try bench.take(kind, book, round: year(kind))
      #expect(report.problems.lines(.en) == [] && report.new == 0 && report.changed == 0 && report.unchanged > 0)
      #expect(try bench.giveBytes(exported, .xlsx, language, round: year(kind)) == book)
      // A new store takes from the workbook what it takes from CSV.
      #expect(try copy.take(kind, book, round: year(kind)).problems.lines(.en) == [])
      #expect(try copy.give(exported, .csv, language, round: year(kind)) == bench.give(exported, .csv, language, round: year(kind)))
    }
  }

  @Test("A page to print holds every row, and nothing of it is taken for HTML")
  func page() throws {
    let bench = try Bench.filled()
    try bench.take(.organizations, Array("name,contact\n<b>甲&乙</b>,\"x\"\n".utf8))
    let page = try bench.give(.organizations, .html, .zh)
    #expect(page.contains("<td>&lt;b&gt;甲&amp;乙&lt;/b&gt;</td>") && !page.contains("<b>") && page.contains("<th>名称</th>"))
  }

  @Test(
    "A new store that takes all exports gives the same exports",
    arguments: [(ExportFormat.csv, Language.zh), (.csv, .en), (.json, .en)]
  )
  func otherStore(format: ExportFormat, language: Language) throws {
    let bench = try Bench.filled()
    let copy = try Bench()
    let order: [ImportKind] = [.departments, .organizations, .centers, .experts, .users, .conflicts]
    for kind in order {
      let text = try bench.give(try #require(ExportKind(rawValue: kind.rawValue)), format, language)
      #expect(try copy.take(kind, text).problems.errors == [])
    }
    try copy.store.openRound(2026, by: .init("admin", .command))
    for kind in [ImportKind.scores, .facts, .attachments, .results] {
      let text = try bench.give(try #require(ExportKind(rawValue: kind.rawValue)), format, language, round: year(kind))
      #expect(try copy.take(kind, text, round: year(kind)).problems.errors == [])
    }
    try copy.publishCall()
    #expect(try copy.take(.applications, bench.give(.applications)).problems.errors == [])
    #expect(try copy.give(.applications) == bench.give(.applications))
    for kind in ExportKind.allCases where kind != .audit && kind != .dutyAttachments && kind.formats.contains(format) {
      let round = kind.imported.flatMap(year)
      #expect(try copy.give(kind, format, language, round: round) == bench.give(kind, format, language, round: round))
    }
  }
}
