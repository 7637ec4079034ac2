import CenterStore
import DeskRuntime
import Regulation
import Synchronization
import Wording

extension RoundFileScreen {
  /// Admits the marked centers late for one reason (article 27): number and codes first, and what came of each after. One that is refused keeps
  /// none of the others.
  func admitMarked(_ state: RoundFileState) {
    let (year, codes) = (year, state.all.map(\.code).filter(state.marks.contains).sorted())
    let names = Phrase.list(codes.map { Phrase(same: $0) })
    let told = Told()
    let description = ActScreen.Description(
      title: Phrase(zh: "\(year) 年度：准予 \(codes.count) 个中心逾期", en: "\(year): \(codes.count.counted("center")) admitted late"),
      words: Phrase(zh: "共 \(codes.count) 个：", en: "\(codes.count) in all: ") + names
        + Phrase(zh: "。所选环节的截止日不再约束这些中心（办法第27条）。", en: ". That last day no longer binds them (article 27)."),
      verb: EvaluationRoundStepKind.admitLate.phrase, done: Phrase(zh: "已逐个办理", en: "Each was taken in turn"),
      draft: "round/\(year)/admitLate/\(Digest256(of: Array(codes.joined(separator: ",").utf8)))",
      warning: { _ in Phrase(zh: "准予 \(codes.count) 个中心逾期：", en: "\(codes.count.counted("center")) admitted late: ") + names },
      isGrave: false)
    sitting.runtime.push(
      ActScreen(
        sitting, description, RoundStepFields.fields(of: .admitLate, state, today: sitting.today),
        doing: { store, who, answers in
          let results = codes.map { code -> (code: String, refusal: Phrase?) in
            guard let step = RoundStepFields.step(.admitLate, answers, center: code, open: []) else { return (code, nil) }
            do throws(StoreError) {
              try store.stepRound(year, step, by: who)
              return (code, nil)
            } catch { return (code, error.phrase) }
          }
          told.outcomes.withLock { $0 = results }
        },
        then: { [weak self] in
          self?.tell(told.outcomes.withLock { $0 })
        }))
  }

  /// What came of each, handed from the act to what follows it.
  private final class Told: Sendable {
    let outcomes = Mutex<[(code: String, refusal: Phrase?)]>([])
  }

  /// Says what came of each; what was done loses its mark.
  private func tell(_ outcomes: [(code: String, refusal: Phrase?)]) {
    let done = outcomes.filter { $0.refusal == nil }
    state?.unmark(done.map(\.code))
    load()
    let lines = outcomes.map { outcome in
      Phrase(same: "\(outcome.code)  ") + (outcome.refusal ?? Phrase(zh: "已准予逾期", en: "admitted late"))
    }
    sitting.runtime.tell(
      Phrase(zh: "准予逾期 \(done.count)/\(outcomes.count) 个", en: "\(done.count) of \(outcomes.count) admitted late"),
      Phrase(zh: lines.map(\.zh).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n")), isGrave: done.count < outcomes.count
    )
  }
}
