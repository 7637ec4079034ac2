import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What every rule makes hold of the store, each with its article, and what another hand did to it: for the administrator.
@MainActor
final class DoctorScreen: FindingScreen {
  let sitting: Sitting
  var list: ListState? = ListState()
  private var state = DoctorState()
  private var failure: WordsPage?
  private var area = Area(column: 0, row: 0, columns: 0, rows: 0)
  /// Another look, or the end of the screen, ends what is under way.
  private nonisolated let wanted = Stopping()

  init(_ sitting: Sitting) { self.sitting = sitting }

  deinit { wanted.stop() }

  var title: Phrase { .doctor }

  private var selected: DoctorState.Line? {
    let lines = state.lines
    guard let place = list?.selected, lines.indices.contains(place) else { return nil }
    return lines[place]
  }

  var rowsToFind: RowsToFind {
    .others(
      state.lines.enumerated().map { place, line in
        switch line {
        case .finding(let finding):
          (
            String(place),
            "\(finding.check.rawValue) \(finding.object) \(finding.name.zh) \(finding.name.en) \(finding.phrase.zh) \(finding.phrase.en)"
          )
        case .verdict(let verdict):
          (String(place), "\(verdict.invariant.check.rawValue) \(verdict.invariant.phrase.zh) \(verdict.invariant.phrase.en)")
        }
      })
  }

  var listArea: Area { view.table.rowsArea(in: view.tableArea(in: area)) }
  private var view: DoctorView { DoctorView(state: state, selected: selected, look: sitting.runtime.look) }

  // MARK: - Keys

  var bindings: [KeyBinding] {
    var refusal: Phrase?
    if wayOn == nil { refusal = Phrase(zh: "没有可打开的画面", en: "there is no screen to open") }
    return [
      KeyBinding(
        "open", [KeyPress(.enter), KeyPress(.right)], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(
          zh: "打开有关的中心、评估、申请或事项；成立的一项打开其条款", en: "open the center, round, application or matter that is concerned, or the article"),
        prominence: .first, refusal: refusal),
      KeyBinding(
        "part", [KeyPress(.tab), KeyPress(.function(4))], label: Phrase(zh: "问题/全部", en: "found/all"),
        explanation: Phrase(zh: "在发现的问题和检查的全部各项之间切换", en: "between what was found and all that was looked at"), prominence: .footer),
      state.progress == nil
        ? KeyBinding(
          "look", [KeyPress(.function(5)), .character("r")], label: Phrase(zh: "再查", en: "look again"),
          explanation: Phrase(zh: "把数据文件再检查一遍", en: "look the store over once more"), prominence: .footer)
        : KeyBinding(
          "stop", [KeyPress(.function(5)), .character("x")], label: Phrase(zh: "停止", en: "stop"),
          explanation: Phrase(zh: "停止检查；已查出的保留", en: "stop looking; what was found stays"), prominence: .footer),
      findBinding,
    ]
  }

  func appeared() {
    if state.examination == nil, state.progress == nil { look() }
  }

  func perform(_ action: ActionName) {
    switch action {
    case "open": open()
    case "part": show(state.part == .findings ? .invariants : .findings)
    case "look": look()
    case "stop": wanted.stop()
    case "find": find()
    default: break
    }
  }

  private func show(_ part: DoctorState.Part) {
    state.part = part
    list?.setCount(state.count(of: part))
    list?.select(0)
  }

  // MARK: - Looking

  /// Looks behind the screen, which says how far it has come.
  private func look() {
    let goesOn = wanted.begin()
    state.progress = DoctorState.Progress(done: 0, now: Invariant.all.first?.phrase ?? .doctor)
    let (store, who, post) = (sitting.store, sitting.acting, sitting.runtime.poster)
    sitting.runtime.background(.beside) { [weak self] in
      try store.examination(by: who) { done, next in
        post { self?.state.progress = DoctorState.Progress(done: done, now: next.phrase) }
        return goesOn()
      }
    } then: { [weak self] (answer: Result<Examination, any Error>) in
      self?.looked(answer)
    }
  }

  private func looked(_ answer: Result<Examination, any Error>) {
    state.progress = nil
    switch answer {
    case .success(let examination):
      failure = nil
      state.examination = examination
      show(state.count(of: .findings) == 0 ? .invariants : .findings)
    case .failure(let error): failure = .failed(error)
    }
  }

  // MARK: - The way on

  /// Where Enter leads.
  private enum Way {
    case screen(any Screen)
    case rules(String)
  }

  private var wayOn: Way? {
    switch selected {
    case nil: nil
    case .finding(let finding): place(of: finding.object).map(Way.screen) ?? finding.articles.first.map(Way.rules)
    case .verdict(let verdict):
      verdict.findings.first.flatMap { place(of: $0.object) }.map(Way.screen) ?? verdict.invariant.articles.first.map(Way.rules)
    }
  }

  private func open() {
    switch wayOn {
    case .screen(let screen): sitting.runtime.push(screen)
    case .rules(let article): sitting.openRules(at: .article(article))
    case nil: break
    }
  }

  /// The screen of what an object names: a matter, an application, a center, or else a round.
  private func place(of object: String) -> (any Screen)? {
    let (store, who) = (sitting.store, sitting.acting)
    let parts = object.split { $0 == "/" || $0 == " " }.map(String.init)
    for part in parts {
      if let kind = MatterKind.allCases.first(where: { part.hasPrefix($0.prefix) }), isMatter(part, kind) {
        return kind.screen(sitting, number: part)
      }
      if (try? store.application(part, by: who)) != nil { return ApplicationScreen(sitting, number: part) }
      if (try? store.registryLine(code: part, by: who)) != nil { return CenterFileScreen(sitting, code: part) }
    }
    let rounds = (try? store.rounds(by: who).map(\.year)) ?? []
    return parts.compactMap { Int($0) }.first(where: rounds.contains).map { RoundFileScreen(sitting, year: $0) }
  }

  private func isMatter(_ number: String, _ kind: MatterKind) -> Bool {
    let (store, who) = (sitting.store, sitting.acting)
    return switch kind {
    case .change: (try? store.changeRequest(number, by: who)) != nil
    case .director: (try? store.directorFiling(number, by: who)) != nil
    case .revocation: (try? store.revocation(number, by: who)) != nil
    }
  }

  // MARK: - Drawing

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    self.area = area
    if let failure { return failure.draw(on: &canvas, in: area, look: look) }
    let view = view
    list?.layout(rows: view.table.rowsArea(in: view.tableArea(in: area)).rows)
    guard let list else { return }
    view.draw(on: &canvas, in: area, list: list)
  }
}

extension DoctorScreen: CitingScreen {
  var ruleInHand: RulePlace? { selected?.articles.first.map(RulePlace.article) }
}

extension Phrase {
  /// What looks the store over.
  static let doctor = Phrase(zh: "数据检查", en: "Doctor")
}
