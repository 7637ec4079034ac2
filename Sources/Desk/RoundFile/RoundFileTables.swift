import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The table of each part of a round's file.
struct RoundFileTables {
  let state: RoundFileState
  let look: Look
  let measure: TextMeasure

  /// The table of the part that is looked at, without its rows.
  var table: Table {
    switch state.part {
    case .centers: centers
    case .objections: objections
    case .consequences: consequences
    case .history: history
    }
  }

  /// A row of that table.
  func row(_ place: Int, in area: Area) -> TableRow? {
    switch state.part {
    case .centers: center(state.rows[place], area)
    case .objections: objection(state.objections[place], area)
    case .consequences: consequence(state.consequences[place], area)
    case .history: event(state.happening(at: place), area)
    }
  }

  private var isChinese: Bool { look.language == .zh }

  private func name(_ code: String, _ column: Int, _ area: Area) -> String {
    CenterName.fitted(state.names[code]?.name ?? code, to: table.columns(of: column, in: area), measure)
  }

  private func column(_ title: Phrase, _ zh: Int, _ en: Int, priority: Int = 0, stretch: Int = 0, _ side: TextAlignment = .left)
    -> TableColumn
  {
    TableColumn(
      look(title), minimum: isChinese ? zh : en, ideal: isChinese ? zh : en, stretch: stretch, priority: priority, alignment: side)
  }

  // MARK: - Centers

  private var centers: Table {
    Table(
      columns: [
        column(Phrase(zh: "名次", en: "Rank"), 4, 4, priority: 2, .right),
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 14, ideal: 30, stretch: 1),
        column(Phrase(zh: "评估材料", en: "Material"), 8, 9),
        column(Phrase(zh: "评分表", en: "Sheets"), 6, 6, .right),
        column(Phrase(zh: "得分", en: "Score"), 6, 6, .right),
        column(Phrase(zh: "所处状态", en: "Place"), 8, 11),
        column(Phrase(zh: "备注", en: "Note"), 8, 13, priority: 1),
      ],
      emptyText: [
        look(state.filter == .due ? Phrase(zh: "没有应参加评估的中心。", en: "No center is due.") : Phrase(zh: "没有这样的中心。", en: "There is none.")),
        look(Phrase(zh: "按 f 或 F5 换看其他中心。", en: "f or F5 lists others.")),
      ], showsMarks: !state.marks.isEmpty, margin: 1)
  }

  private func center(_ row: RoundFileRow, _ area: Area) -> TableRow {
    let material = row.file.material.short
    let note = row.note
    let cells = [
      TableCell(row.rank.map(String.init) ?? "", Style(state.round.state.settlement == nil ? .muted : .plain)), TableCell(row.code),
      TableCell(name(row.code, 2, area), Style(row.isExempt ? .muted : .plain)),
      row.isExempt ? TableCell("") : TableCell(look(material.phrase), Style(material.ink)),
      TableCell(row.isExempt ? "" : String(row.sheets), Style(row.sheets == 0 ? .muted : .plain)),
      TableCell(row.score?.description ?? "", Style(.plain, bold: true)),
      TableCell(look(row.place.phrase), Style(row.place.ink)), TableCell(note.map { look($0.phrase) } ?? "", Style(note?.ink ?? .muted)),
    ]
    return TableRow(cells, isMarked: state.marks.contains(row.code))
  }

  // MARK: - Objections

  private var objections: Table {
    Table(
      columns: [
        column(Phrase(zh: "号", en: "No."), 3, 3, .right),
        column(Phrase(zh: "收到", en: "Came on"), 10, 10),
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 12, ideal: 24, stretch: 1),
        column(Phrase(zh: "处理", en: "Standing"), 12, 13),
        column(Phrase(zh: "得分前后", en: "Score, before and after"), 16, 23, priority: 1),
      ],
      emptyText: [
        look(Phrase(zh: "还没有异议。", en: "Nobody has objected.")),
        look(Phrase(zh: "公示期间在“中心”中选定中心后登记异议。", en: "While the notice runs, register one from a center under Centers.")),
      ], margin: 1)
  }

  private func objection(_ objection: RoundObjection, _ area: Area) -> TableRow {
    let standing = ObjectionWords.standing(objection, state.round)
    let figures = ObjectionWords.figures(objection, state.round).map { look($0) } ?? ""
    return TableRow([
      TableCell(String(objection.objection.number)), TableCell(objection.objection.filedOn.description), TableCell(objection.center),
      TableCell(name(objection.center, 3, area)), TableCell(look(standing.phrase), Style(standing.ink)), TableCell(figures),
    ])
  }

  // MARK: - Consequences

  private var consequences: Table {
    let empty =
      state.round.state.settlement == nil
      ? Phrase(zh: "核定后在此预览：拟提出撤销的中心（办法第30条）和优秀中心（办法第29条）。", en: "After settlement: proposed revocations (30), the excellent (29).")
      : Phrase(zh: "没有拟提出撤销的中心，也没有优秀中心。", en: "No revocation is proposed, and no center is excellent.")
    return Table(
      columns: [
        column(Phrase(zh: "办法", en: "Article"), 8, 7),
        TableColumn(look(.code), minimum: 11, ideal: 12),
        TableColumn(look(.name), minimum: 12, ideal: 26, stretch: 1),
        column(Phrase(zh: "事项", en: "What follows"), 28, 30),
      ],
      emptyText: [look(empty)], margin: 1)
  }

  private func consequence(_ consequence: RoundFileState.Consequence, _ area: Area) -> TableRow {
    let (article, words, ink): (String, Phrase, Ink) =
      switch consequence {
      case .proposal(let proposal):
        (
          proposal.ground.article, Phrase(zh: "拟提出撤销：", en: "revocation: ") + ConsequenceWords.short(proposal.ground), .bad
        )
      case .revocation(let matter):
        (matter.article, Phrase(same: "\(matter.number) ") + matter.stage, matter.isOpen ? .caution : .muted)
      case .excellent(let code):
        ("29", Phrase(zh: "优秀，激励已落实 \(recorded(code))/4", en: "excellent, \(recorded(code)) of 4 on file"), .good)
      }
    return TableRow([
      TableCell(article), TableCell(consequence.center), TableCell(name(consequence.center, 2, area)), TableCell(look(words), Style(ink)),
    ])
  }

  private func recorded(_ code: String) -> Int { state.closed?.excellent.first { $0.center == code }?.outcomes.count ?? 0 }

  // MARK: - History

  private var history: Table {
    Table(
      columns: [
        column(Phrase(zh: "日期", en: "Day"), 10, 10),
        column(Phrase(zh: "步骤", en: "Step"), 16, 32),
        column(Phrase(zh: "对象", en: "About"), 12, 12),
        TableColumn(look(Phrase(zh: "经办", en: "By")), minimum: 10, ideal: 20, priority: 1),
        TableColumn(look(Phrase(zh: "理由", en: "Reason")), minimum: 8, ideal: 20, stretch: 1),
      ],
      emptyText: [look(Phrase(zh: "还没有办理。", en: "Nothing yet."))], margin: 1)
  }

  private func event(_ event: RoundHappening, _ area: Area) -> TableRow {
    let words = HappeningWords(happening: event, look: look)
    return TableRow([
      TableCell(event.on.description), TableCell(look(words.title)), TableCell(words.about),
      TableCell(event.name ?? ""), TableCell(measure.truncated(words.reason, to: table.columns(of: 4, in: area)), Style(.muted)),
    ])
  }
}
