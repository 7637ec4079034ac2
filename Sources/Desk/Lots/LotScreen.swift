import CenterStore
import DeskRuntime
import Proofs
import Regulation
import Widgets
import Wording

/// Experts drawn by lot in public (抽取), as a small ceremony: who is in it and who is not and why, the binding, the witness's word, the names one center
/// after the other. Every lot of the round is read here later.
@MainActor
final class LotScreen: FindingScreen {
  let sitting: Sitting
  let year: Int
  private(set) var state = LotState()
  private var page: WordsPage?
  private var area = Area(Size(columns: 0, rows: 0))

  init(_ sitting: Sitting, year: Int) {
    self.sitting = sitting
    self.year = year
    load()
  }

  var title: Phrase { Phrase(zh: "\(year) 年度公开抽取", en: "Lots of the round of \(year)") }

  var bindings: [KeyBinding] {
    let (waits, hasLot) = (state.waits, !state.lots.isEmpty)
    var bindings = [
      KeyBinding(
        "go", [KeyPress(.function(2)), .control("s")],
        label: waits ? Phrase(zh: "抽取", en: "draw") : hasLot ? Phrase(zh: "重新封存", en: "bind anew") : Phrase(zh: "封存", en: "bind"),
        explanation: waits
          ? Phrase(zh: "写下见证人说的词，抽取并分配专家", en: "write the witness's word down, draw and assign")
          : hasLot
            ? Phrase(zh: "写明理由重新抽取：未评分的抽取结果届时作废", en: "draw anew, with a reason: what was drawn and has no sheet is set aside then")
            : Phrase(zh: "把名册、回避和要求封存在审计链中", en: "bind the pool, exclusions and wishes in the audit chain"),
        prominence: .first, refusal: page == nil ? nil : Phrase(zh: "读不到", en: "it cannot be read"))
    ]
    if waits {
      bindings.append(
        KeyBinding(
          "again", [KeyPress(.function(5))], label: Phrase(zh: "重新封存", en: "bind anew"),
          explanation: Phrase(zh: "名册有变：写明理由重新封存", en: "something changed: bind the terms anew, with a reason"), prominence: .footer))
    }
    if state.hasMore {
      bindings += [
        KeyBinding(
          "next", [KeyPress(.enter), .character(" ")], label: Phrase(zh: "揭晓下一个", en: "tell the next"),
          explanation: Phrase(zh: "揭晓下一个中心的专家", en: "tell the experts of the next center"), prominence: .first),
        KeyBinding(
          "all", [.character("a"), KeyPress(.function(4))], label: Phrase(zh: "全部揭晓", en: "tell all"),
          explanation: Phrase(zh: "揭晓全部中心的专家", en: "tell the experts of all centers"), prominence: .footer),
      ]
    } else {
      let center = state.selected?.center ?? ""
      bindings.append(
        KeyBinding(
          "open", [KeyPress(.enter)], label: Phrase(zh: "专家组", en: "panel"),
          explanation: Phrase(zh: "打开所选中心的专家组", en: "open the panel of the selected center"), prominence: .footer,
          refusal: center.isEmpty ? Phrase(zh: "没有选定中心", en: "no center is selected") : nil))
    }
    bindings += [
      KeyBinding(
        "side", [KeyPress(.tab), KeyPress(.function(6))], label: Phrase(zh: "换看", en: "other list"),
        explanation: Phrase(zh: "换看名册、不参加的、抽中的", en: "see the pool, who is excluded, who was drawn"), prominence: .first),
      KeyBinding(
        "earlier", [.character("p"), KeyPress(.function(3))], label: Phrase(zh: "前一次", en: "lot before"),
        explanation: Phrase(zh: "看前一次抽取，第一次之后回到最近一次", en: "see the lot before, after the first the last one"), prominence: .footer,
        refusal: state.lots.count > 1 ? nil : Phrase(zh: "没有别的抽取", en: "there is no other lot")),
      findBinding,
    ]
    return bindings
  }

  func perform(_ action: ActionName) {
    switch action {
    case "go": if state.waits { askWord() } else { bind() }
    case "again": bind()
    case "next": state.tell()
    case "all": state.tell(all: true)
    case "open": if let row = state.selected { sitting.runtime.push(PanelScreen(sitting, year: year, center: row.center)) }
    case "side": state.turn()
    case "earlier": state.earlier()
    case "find": find()
    default: break
    }
  }

  var list: ListState? {
    get { state.list }
    set { if let newValue { state.list = newValue } }
  }

  var rowsToFind: RowsToFind {
    .others(
      state.rows.map { row in
        let names = row.tickets.map { "\($0) \(state.lot?.name(of: $0) ?? "")" }.joined(separator: " ")
        return (key: "\(row.center)/\(row.tickets.joined(separator: "/"))", words: "\(row.center) \(names)")
      })
  }

  var listArea: Area {
    let view = LotView(state: state, look: sitting.runtime.look, measure: TextMeasure())
    return view.table.rowsArea(in: view.parts(of: area).table)
  }

  func appeared() { load() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("lot.", "assign.", "conflict.", "round.") { load() }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let page { return page.draw(on: &canvas, in: area, look: look) }
    let view = LotView(state: state, look: look, measure: canvas.measure)
    state.list.layout(rows: view.parts(of: area).table.rows - 1)
    LotView(state: state, look: look, measure: canvas.measure).draw(on: &canvas, in: area)
  }

  private func load() {
    do {
      let lots = try sitting.store.lots(year: year, by: sitting.acting)
      // Tickets of a trial are other ones each time: it is made once.
      let preview = lots.isEmpty ? try state.preview ?? sitting.store.bindLot(year: year, dryRun: true, by: sitting.acting) : nil
      state.take(lots, preview: preview)
      page = nil
    } catch {
      page = .failed(error)
    }
  }

  /// Asks what panels are to be, and binds.
  private func bind() {
    let (year, isFurther) = (self.year, !state.lots.isEmpty)
    let reason = ActField(
      id: "reason", label: Phrase(zh: "重新抽取的理由", en: "Why it is drawn anew"), kind: .line(limit: 200),
      hint: Phrase(zh: "将写入公布的文件", en: "it stands in the published file"))
    let description = ActScreen.Description(
      title: Phrase(zh: "\(year) 年度封存抽取名册", en: "Bind the lot of \(year)"),
      words: Phrase(
        zh: "专家以随机签号代替姓名；名册、回避和下列要求封存在审计链中，此后由见证人说一个词抽取。",
        en:
          "Experts go under random tickets; the pool, exclusions and the wishes below are bound in the chain. Then a witness says a word, and it is drawn."
      ),
      verb: Phrase(zh: "封存", en: "Bind"), done: Phrase(zh: "已封存，请见证人说一个词", en: "Bound; let the witness say a word"), draft: nil,
      isGrave: false)
    let screen = ActScreen(sitting, description, (isFurther ? [reason] : []) + RoundsScreen.wishFields) { store, who, answers in
      _ = try store.bindLot(
        year: year, wishes: RoundsScreen.wishes(answers), reason: answers.text("reason"), by: who)
    } then: { [weak self] in
      self?.load()
    }
    sitting.runtime.push(screen)
  }

  /// Asks for the word, and draws.
  private func askWord() {
    let year = self.year
    let fields = [
      ActField(
        id: "word", label: Phrase(zh: "见证词", en: "The word"), kind: .line(limit: 64),
        hint: Phrase(zh: "见证人在封存之后当众说的", en: "said by the witness in public, after the binding")),
      ActField(
        id: "witness", label: Phrase(zh: "见证人", en: "Witness"), kind: .line(limit: 60),
        hint: Phrase(zh: "只在本系统内记载，不公布", en: "kept here, and not published")),
    ]
    let description = ActScreen.Description(
      title: Phrase(zh: "\(year) 年度抽取", en: "Draw the lot of \(year)"),
      words: Phrase(
        zh: "抽取后名单不能再改；有人不能参加的按原签号和种子补抽，重新抽取须写明理由。",
        en: "Nothing is edited after the draw; who falls out is replaced by the same tickets and seed, and to draw anew a reason is needed."
      ),
      verb: Phrase(zh: "抽取", en: "Draw"), done: Phrase(zh: "已抽取并分配", en: "Drawn and assigned"), draft: nil)
    let screen = ActScreen(sitting, description, fields) { store, who, answers in
      _ = try store.drawLot(year: year, word: answers.text("word"), witness: answers.text("witness"), by: who)
    } then: { [weak self] in
      self?.load()
      self?.state.begin()
    }
    sitting.runtime.push(screen)
  }
}
