import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What lies before a panel that meets on a round: one center after the other, who is there and who of them must step out, the sheets, the score
/// once it is fixed.
@MainActor
final class MeetingScreen: Screen {
  private let sitting: Sitting
  private let year: Int
  private var state: MeetingState
  private var needed: Int
  private var stage: RoundState

  /// - Parameter file: the round, with the center in hand to begin with.
  init(_ sitting: Sitting, _ file: RoundFileState) {
    self.sitting = sitting
    year = file.round.terms.year
    needed = file.round.terms.minimumSheets
    stage = file.round.stage
    state = MeetingState(file.all, beginning: file.center)
    state.names = file.names
    show()
  }

  /// A meeting on a round that is read for it.
  init(_ sitting: Sitting, year: Int) throws(StoreError) {
    self.sitting = sitting
    self.year = year
    let file = RoundFileState(try sitting.store.roundFile(year, by: sitting.acting))
    needed = file.round.terms.minimumSheets
    stage = file.round.stage
    state = MeetingState(file.all, beginning: nil)
    show()
  }

  /// The key by which a screen leads to it.
  ///
  /// - Parameter refusal: why it does not.
  nonisolated static func binding(_ keys: [KeyPress], _ prominence: KeyBinding.Prominence, refusal: Phrase? = nil) -> KeyBinding {
    KeyBinding(
      "meeting", keys, label: Phrase(zh: "评审会", en: "meeting"),
      explanation: Phrase(zh: "评审会用：逐个中心显示，谁须回避离席", en: "for a panel that meets: one center after the other, and who must step out"),
      prominence: prominence, refusal: refusal)
  }

  var title: Phrase { Phrase(zh: "评审会", en: "Panel meeting") }

  var bindings: [KeyBinding] {
    let nobody =
      stage == .closed || stage == .cancelled
      ? Phrase(zh: "评估\(stage.phrase.zh)，不再开评审会", en: "the round is \(stage.phrase.en): no panel meets")
      : state.members.isEmpty ? Phrase(zh: "还没有分配专家", en: "no expert is assigned yet") : nil
    return [
      KeyBinding(
        "next", [KeyPress(.right), .character("n"), KeyPress(.enter)], label: Phrase(zh: "下一个", en: "next"),
        explanation: Phrase(zh: "到下一个中心", en: "the next center of the running order"), prominence: .first),
      KeyBinding(
        "previous", [KeyPress(.left), .character("p")], label: Phrase(zh: "上一个", en: "previous"),
        explanation: Phrase(zh: "回到上一个中心", en: "the center before"), prominence: .first),
      KeyBinding(
        "present", [KeyPress(.function(5)), .character("a")], label: Phrase(zh: "登记到会", en: "who is there"),
        explanation: Phrase(
          zh: "登记今天哪些专家到会、哪些未到，记录在案；未到会的不列入离席名单",
          en: "put on file who is at today's meeting and who is not; who is away need not step out"),
        prominence: .footer,
        refusal: nobody),
      KeyBinding(
        "open", [KeyPress(.function(4)), .character("o")], label: Phrase(zh: "档案", en: "center file"),
        explanation: Phrase(zh: "打开这个中心的档案", en: "open the file of this center"), prominence: .footer,
        refusal: state.inHand == nil ? Phrase(zh: "没有中心", en: "there is no center") : nil),
    ]
  }

  func appeared() { reload() }

  func changed(_ news: any Sendable) {
    if let news = news as? StoreNews, news.contains("round.", "sheet.", "import.", "assign.", "conflict.", "expert.") { reload() }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "next": go(to: state.list.selected + 1)
    case "previous": go(to: state.list.selected - 1)
    case "present": choosePresent(0)
    case "open": if let code = state.inHand?.code { sitting.runtime.push(CenterFileScreen(sitting, code: code)) }
    default: break
    }
  }

  private func go(to place: Int) {
    guard state.order.indices.contains(place) else {
      return sitting.runtime.notice(
        place < 0 ? Phrase(zh: "已是第一个中心", en: "this is the first center") : Phrase(zh: "已是最后一个中心", en: "this is the last center"), .caution)
    }
    state.list.select(place)
    show()
  }

  func receive(_ event: InputEvent) -> Bool {
    guard case .key(let press) = event, state.list.take(press) else { return false }
    show()
    return true
  }

  /// Lets people be noted one after the other, until Esc: there, away, not noted again. The last line notes all of whom nothing is on file yet.
  private func choosePresent(_ place: Int) {
    let members = state.members
    let open = members.filter { $0.attendance == nil }
    let all = Choice(
      Phrase(zh: "其余都到会", en: "all others are there"),
      detail: Phrase(zh: "未登记的 \(open.count) 名", en: "\(open.count) not noted yet"),
      refusal: open.isEmpty ? Phrase(zh: "都已登记", en: "everybody is noted") : nil)
    let choices = members.map { member in
      Choice(Phrase(same: member.name), detail: MeetingScreen.standing(member.attendance), keywords: member.login)
    }
    let title = Phrase(zh: "谁到会？空格依次登记：到会、未到会、不登记；Esc 结束", en: "Who is there? Space notes: there, away, not noted; Esc ends")
    sitting.runtime.choose(title, choices + [all], chosen: place) { [weak self] chosen in
      guard let self, let chosen else { return }
      guard members.indices.contains(chosen) else { return self.note(open.map(\.login), isPresent: true, then: chosen) }
      self.note([members[chosen].login], isPresent: MeetingScreen.following(members[chosen].attendance), then: chosen)
    }
  }

  /// What is noted next of somebody; `nil`: nothing any more.
  private static func following(_ attendance: Attendance?) -> Bool? {
    guard let attendance else { return true }
    return attendance.isPresent ? false : nil
  }

  private static func standing(_ attendance: Attendance?) -> Phrase {
    guard let attendance else { return Phrase(zh: "未登记", en: "not noted") }
    let word = attendance.isPresent ? Phrase(zh: "到会", en: "there") : Phrase(zh: "未到会", en: "away")
    return word + (attendance.notedBy.map { Phrase(zh: "（\($0)登记）", en: " (noted by \($0))") } ?? Phrase(same: ""))
  }

  /// Puts on file who is there or not, then shows the list again.
  private func note(_ logins: [String], isPresent: Bool?, then place: Int) {
    let year = year
    sitting.run(Phrase(zh: "已登记到会情况", en: "It is on file who is there")) { store, who in
      try store.noteAttendance(year: year, experts: logins, isPresent: isPresent, by: who)
    } then: { [weak self] in
      self?.show()
      self?.choosePresent(place)
    }
  }

  // MARK: - Reading

  private func reload() {
    let (store, year, who) = (sitting.store, year, sitting.acting)
    sitting.runtime.background(.beside) {
      let file = try RoundFileState(store.roundFile(year, by: who))
      return (file.all, file.round.stage)
    } then: { [weak self] (answer: Result<([RoundFileRow], RoundState), any Error>) in
      guard let self, case .success(let (rows, stage)) = answer else { return }
      self.state.take(rows)
      self.stage = stage
      self.show()
    }
  }

  /// Looks up who must step out from the center in hand.
  private func show() {
    guard let code = state.inHand?.code else { return }
    state.take((try? sitting.store.panelMembers(year: year, center: code, by: sitting.acting)) ?? [])
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let body = area.inset(columns: 1)
    let (left, right) = body.splitLeft(max(22, min(44, body.columns * 2 / 5)))
    state.list.layout(rows: left.rows - 1)
    for code in state.list.visible.map({ state.order[$0].code }) where state.names[code] == nil {
      state.names[code] = try? sitting.store.registryLine(code: code, by: sitting.acting)
    }
    MeetingView(state: state, needed: needed, look: look).draw(on: &canvas, order: left, inHand: right.inset(columns: 2))
  }
}
