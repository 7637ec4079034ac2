import CenterStore
import DeskRuntime
import Regulation
import Wording

extension RoundsScreen {
  /// Takes a step with a round, after saying what follows from it: as from the round's file (``RoundStepAct``), which is read for it.
  func take(_ step: RoundStep, _ round: RoundRecord) {
    guard step != .startScoring else { return assign(round) }
    guard let kind = EvaluationRoundStepKind(rawValue: step.rawValue) else { return }
    do {
      // Read at once where it was not yet read behind the screen: the next key is meant for the question.
      let file = try files[round.year] ?? sitting.store.roundFile(round.year, by: sitting.acting)
      RoundStepAct(sitting: sitting, state: RoundFileState(file)) { [weak self] in self?.load() }.begin(kind)
    } catch {
      sitting.tell(error)
    }
  }

  /// Announces a new round (article 25).
  func open() {
    let known = Set(state.rounds.filter { $0.state != .cancelled }.map(\.year))
    // Who has no agency entrusts none.
    let users = (try? sitting.store.users(by: sitting.acting)) ?? []
    let agencies = Set(
      users.filter { $0.role == .agency }.compactMap { $0.organization?.string }.filter {
        !$0.isEmpty
      })
    let departments = (try? sitting.store.departments(by: sitting.acting)) ?? []
    let form = RoundOpeningForm(
      existing: known.sorted(), today: sitting.today, agencies: agencies.sorted(), departments: departments.map(\.name.string))
    var description = ActScreen.Description(
      title: Phrase(zh: "新年度", en: "New round"), verb: Phrase(zh: "发布通知", en: "announce"),
      done: Phrase(zh: "已发布评估通知", en: "The round is announced"), draft: "round/new")
    description.warning = { form.question($0) }
    description.isGrave = false
    sitting.runtime.push(
      ActScreen(
        sitting, description, form.fields, check: { form.problems($0) },
        doing: { store, who, answers in
          try store.openRound(form.year(of: answers), form.plan(answers), by: who)
        },
        then: { [weak self] in
          guard let self else { return }
          self.load()
          // The new round is the one in hand.
          if let year = self.state.rounds.first(where: {
            $0.state != .cancelled && !known.contains($0.year)
          })?.year {
            self.select(year)
          }
        }))
  }

  /// Takes a step, then shows what there is.
  func run(_ done: Phrase, _ step: @escaping @Sendable (CenterStore, Acting) throws -> Void) {
    sitting.run(done, step) { [weak self] in self?.load() }
  }
}
