import CenterStore
import DeskRuntime
import Proofs
import Regulation
import Widgets
import Wording

/// The results of a round that anyone can check: what was given out, giving out anew, opening sheets, and checking a file (article 25).
@MainActor
final class GivenOutScreen: ListScreen {
  let sitting: Sitting
  let year: Int
  private(set) var given: [GivenOut] = []
  private(set) var key: [UInt8]?
  private var page: WordsPage?
  private var area = Area(Size(columns: 0, rows: 0))
  private var rows = ListState()

  init(_ sitting: Sitting, year: Int) {
    self.sitting = sitting
    self.year = year
    load()
  }

  var title: Phrase { Phrase(zh: "\(year) 年度可核验结果", en: "Results of \(year) that anyone can check") }

  var bindings: [KeyBinding] {
    let nothing = given.isEmpty ? Phrase(zh: "还没有出具过", en: "nothing was given out yet") : nil
    var bindings = [
      KeyBinding(
        "check", [KeyPress(.enter)], label: Phrase(zh: "核验", en: "check"),
        explanation: Phrase(zh: "核验所选的一版，逐项说明相符与否", en: "check the selected version, and say line by line what holds"),
        prominence: .first, refusal: nothing)
    ]
    if Act.giveOutResults.roles.contains(sitting.member.role) {
      bindings.append(
        KeyBinding(
          "give", [KeyPress(.function(2)), .control("s")], label: Phrase(zh: "出具", en: "give out"),
          explanation: Phrase(
            zh: "出具可核验结果，写入自己的文件夹；没有变化时与上次相同", en: "write the file into your own folder; unchanged, it is the one of before"),
          prominence: .first))
    }
    if Act.openSheets.roles.contains(sitting.member.role) {
      bindings.append(
        KeyBinding(
          "open", [KeyPress(.function(5))], label: Phrase(zh: "开示评分表", en: "open sheets"),
          explanation: Phrase(zh: "为一个中心或审计开示评分表，写入自己的文件夹", en: "open the sheets of a center, or all for an auditor, into your own folder"),
          prominence: .footer, refusal: nothing))
    }
    bindings.append(
      KeyBinding(
        "file", [KeyPress(.function(4))], label: Phrase(zh: "核验文件", en: "check a file"),
        explanation: Phrase(
          zh: "核验自己文件夹里的结果文件，连同那里属于它的开示文件", en: "check a file of your own folder, with the files there that open its sheets"),
        prominence: .footer))
    return bindings
  }

  func perform(_ action: ActionName) {
    switch action {
    case "check": if given.indices.contains(rows.selected) { check(given[rows.selected].file, name(given[rows.selected])) }
    case "give": give()
    case "open": open()
    case "file": chooseFile()
    default: break
    }
  }

  var list: ListState? {
    get { rows }
    set { if let newValue { rows = newValue } }
  }

  var opening: ActionName { "check" }

  var listArea: Area { table.rowsArea(in: parts(of: area).table) }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("publication.", "round.") { load() }
  }

  func load() {
    do {
      given = try sitting.store.givenOut(year: year, by: sitting.acting)
      key = try sitting.store.signingKey(by: sitting.acting)
      rows.setCount(given.count)
      page = nil
    } catch {
      page = .failed(error)
    }
  }

  private func name(_ given: GivenOut) -> String { "results-\(year)-\(given.number).json" }
}

extension GivenOutScreen {
  private var table: Table {
    let look = sitting.runtime.look
    return Table(
      columns: [
        TableColumn(look(Phrase(zh: "版次", en: "Version")), minimum: 7, ideal: 8, alignment: .right),
        TableColumn(look(Phrase(zh: "审计链", en: "Link")), minimum: 8, ideal: 9, alignment: .right),
        TableColumn(look(Phrase(zh: "核对号", en: "Check number")), minimum: 20, ideal: 24, stretch: 1),
      ],
      emptyText: [
        look(
          Phrase(zh: "还没有出具过", en: "Nothing was given out yet")
            + (Act.giveOutResults.roles.contains(sitting.member.role)
              ? Phrase(zh: "：按 F2 出具。", en: ": F2 does it.") : Phrase(zh: "。", en: ".")))
      ], margin: 1)
  }

  private func parts(of area: Area) -> (head: Area, table: Area) {
    let (head, table) = area.splitTop(min(6, area.rows / 2))
    return (head.inset(columns: 1), table)
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let page { return page.draw(on: &canvas, in: area, look: look) }
    let parts = parts(of: area)
    var lines = StyledLine.wrapped(
      look(
        Phrase(
          zh: "文件里有得分、等级、排名、评分表的封存值、抽取记录和审计链，没有评分表和专家姓名；任何人可核验。",
          en:
            "The file holds scores, grades, ranks, commitments of the sheets, lots and the chain; no sheet and no expert's name. Anybody can check it."
        )),
      to: parts.head.columns, Style(.plain), measure: canvas.measure)
    if let key, let last = given.last {
      lines += StyledLine.wrapped(
        look(
          Phrase(
            zh: "公示件上请印公钥核对号 \(CheckNumber(ofKey: key)) 和链首摘要：",
            en: "Print on notices the key's number \(CheckNumber(ofKey: key)) and the head of the chain:")),
        to: parts.head.columns, Style(.plain), measure: canvas.measure)
      lines += StyledLine.wrapped(last.head.description, to: parts.head.columns, Style(.muted), measure: canvas.measure)
    }
    for (row, line) in lines.enumerated() where row < parts.head.rows { line.draw(on: &canvas, in: parts.head, row: parts.head.row + row) }
    rows.layout(rows: parts.table.rows - 1)
    table.draw(on: &canvas, in: parts.table, state: rows) { place in
      let one = given[place]
      return TableRow([TableCell(String(one.number)), TableCell(String(one.link)), TableCell(one.checkNumber.description, Style(.accent))])
    }
    if rows.isEmpty { canvas.cursor = parts.table.origin }
  }
}
