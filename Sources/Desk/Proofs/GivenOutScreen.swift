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
  private var given: [GivenOut] = []
  private var key: [UInt8]?
  private var head: Digest256?
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

  private func load() {
    do {
      given = try sitting.store.givenOut(year: year, by: sitting.acting)
      key = try sitting.store.signingKey(by: sitting.acting)
      head = try sitting.store.chainHead(by: sitting.acting).hash
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
    if let key {
      lines += StyledLine.wrapped(
        look(
          Phrase(
            zh: "公示件上请印公钥核对号 \(CheckNumber(ofKey: key)) 和链首摘要：",
            en: "Print on notices the key's number \(CheckNumber(ofKey: key)) and the head of the chain:")),
        to: parts.head.columns, Style(.plain), measure: canvas.measure)
      lines += StyledLine.wrapped(head?.description ?? "", to: parts.head.columns, Style(.muted), measure: canvas.measure)
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

extension GivenOutScreen {
  /// Gives the results out, and says what is to be printed.
  private func give() {
    let (store, who, year) = (sitting.store, sitting.acting, year)
    sitting.runtime.background(holdsInput: true) {
      let given = try store.giveOutResults(year: year, by: who)
      return (given, try store.putInFolder(given.file, as: "results-\(year)-\(given.number).json", by: who))
    } then: { [weak self] (result: Result<(GivenOut, String), any Error>) in
      guard let self else { return }
      load()
      switch result {
      case .success(let (given, path)):
        let key = key.map { CheckNumber(ofKey: $0).description } ?? ""
        sitting.runtime.tell(
          given.isNew
            ? Phrase(zh: "已出具第 \(given.number) 版", en: "Version \(given.number) is given out")
            : Phrase(zh: "没有变化，与第 \(given.number) 版相同", en: "Unchanged: version \(given.number)"),
          Phrase(
            zh: "核对号 \(given.checkNumber)\n公钥核对号 \(key)\n文件：\(path)",
            en: "Check number \(given.checkNumber)\nThe key's number \(key)\nThe file: \(path)"))
      case .failure(let error): sitting.tell(error)
      }
    }
  }

  /// Asks whose sheets, and opens them.
  private func open() {
    do {
      let isHost = sitting.member.role == .host
      let scored = try sitting.store.results(year: year, by: sitting.acting).map(\.center.string)
      let own = try isHost ? Set(sitting.store.ownOutcomes(year: year, by: sitting.acting).keys) : nil
      let codes = scored.filter { own?.contains($0) ?? true }
      if codes.isEmpty {
        return sitting.runtime.tell(title, Phrase(zh: "您的中心在这一年度没有得分。", en: "No center of yours has a figure in this round."))
      }
      let all = Choice(Phrase(zh: "全部（供审计）", en: "all of them, for an auditor"))
      let choices = (isHost ? [] : [all]) + codes.map { Choice(Phrase(same: $0)) }
      sitting.runtime.choose(Phrase(zh: "开示哪个中心的评分表？", en: "Whose sheets?"), choices, filter: true) { [weak self] place in
        guard let self, let place else { return }
        confirmOpening(isHost ? codes[place] : place == 0 ? nil : codes[place - 1])
      }
    } catch { sitting.tell(error) }
  }

  private func confirmOpening(_ center: String?) {
    let (store, who, year) = (sitting.store, sitting.acting, year)
    sitting.runtime.confirm(
      center.map { Phrase(zh: "开示 \($0) 的评分表？", en: "Open the sheets of \($0)?") }
        ?? Phrase(zh: "开示全部评分表？", en: "Open all sheets?"),
      Phrase(
        zh: "各份评分表的分数以字母代替专家姓名写成文件，凭它可核验得分；这次开示记入审计链，只应交给有权看的人。",
        en:
          "The points of each sheet are written under letters in place of names; with the file the score can be checked. It is on file, and for those alone who are entitled."
      ),
      yes: Phrase(zh: "开示", en: "open")
    ) { [weak self] agreed in
      guard agreed, let self else { return }
      sitting.runtime.background(holdsInput: true) {
        let bytes = try store.openSheets(year: year, center: center, by: who)
        return try store.putInFolder(bytes, as: "sheets-\(year)\(center.map { "-\($0)" } ?? "").json", by: who)
      } then: { [weak self] (result: Result<String, any Error>) in
        switch result {
        case .success(let path): self?.sitting.runtime.notice(Phrase(zh: "已写入 \(path)", en: "Written: \(path)"), .done)
        case .failure(let error): self?.sitting.tell(error)
        }
      }
    }
  }

  /// Lets a file of one's own folder be chosen, and checks it.
  private func chooseFile() {
    do {
      let files = try sitting.store.inbox(by: sitting.acting).filter { $0.name.string.hasSuffix(".json") }
      if files.isEmpty {
        return sitting.runtime.tell(
          Phrase(zh: "没有可核验的文件", en: "There is no file to check"),
          Phrase(
            zh: "请把结果文件（.json）放进您自己的文件夹 \(sitting.store.inboxName(by: sitting.acting))，或用命令 cztic verify 核验。",
            en:
              "Put the file (.json) into your own folder \(sitting.store.inboxName(by: sitting.acting)), or check it with the command `cztic verify`."
          ))
      }
      let choices = files.map { Choice(Phrase(same: $0.name.string), detail: Phrase(same: "\(($0.size + 1023) / 1024) kB")) }
      sitting.runtime.choose(Phrase(zh: "核验哪个文件？", en: "Which file?"), choices) { [weak self] place in
        guard let self, let place else { return }
        check(files[place])
      }
    } catch { sitting.tell(error) }
  }

  private func check(_ file: InboxFile) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      try store.reading(file, by: who) { try FileBytesReader.bytes($0, file.name.string) }
    } then: { [weak self] (result: Result<[UInt8], any Error>) in
      switch result {
      case .success(let bytes): self?.check(bytes, file.name.string)
      case .failure(let error): self?.sitting.tell(error)
      }
    }
  }

  /// Checks a file, with those of one's own folder that open its sheets.
  private func check(_ bytes: [UInt8], _ name: String) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      let digest = Digest256(of: bytes)
      var openings: [(name: String, bytes: [UInt8])] = []
      for file in try store.inbox(by: who) where file.name.string.hasSuffix(".json") && file.name.string != name {
        let other = try store.reading(file, by: who) { try FileBytesReader.bytes($0, file.name.string) }
        if (try? Opening(reading: other))?.publication == digest { openings.append((file.name.string, other)) }
      }
      return Verification(of: bytes, openings: openings)
    } then: { [weak self] (result: Result<Verification, any Error>) in
      guard let self else { return }
      switch result {
      case .success(let verification): sitting.runtime.push(VerificationScreen(sitting, verification, name: name))
      case .failure(let error): sitting.tell(error)
      }
    }
  }
}
