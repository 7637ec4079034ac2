import CenterStore
import DeskRuntime
import Regulation
import Wording

/// What a center's file leads to.
extension CenterFileScreen {
  /// Whether something can be opened that the line under the cursor tells of.
  var leads: Bool {
    switch lineInHand {
    case .matter, .center, .document, .duty: true
    case .result(let result, let code): code == self.code && resultYears.contains(result.year)
    default: false
    }
  }

  /// Opens what the line under the cursor tells of.
  func openLine() {
    switch lineInHand {
    case .matter(let matter): sitting.runtime.push(matter.kind.screen(sitting, number: matter.number))
    case .center(_, let code, _): sitting.runtime.push(CenterFileScreen(sitting, code: code))
    case .result(let result, let code): sitting.openResult(of: code, year: result.year)
    case .document: openDocuments()
    case .duty(_, _, let duty): sitting.runtime.push(DutyScreen(sitting, code: code, duty: duty, on: sitting.today))
    default: break
    }
  }

  func openDocuments() {
    guard let year = state?.documents?.year else { return }
    sitting.runtime.push(AttachmentsScreen(sitting, .material(center: code, year: year), name: Phrase(same: String(year))))
  }

  /// Opens the result of the only round, or of the one that is chosen.
  func openResult() {
    guard let state, let latest = resultYears.first else { return }
    if resultYears.count == 1 { return sitting.openResult(of: code, year: latest) }
    let choices = resultYears.map { year in
      let result = state.results.first { $0.year == year }
      let rank = result?.rank.map { Phrase(zh: "，", en: ", ") + .rank($0, of: state.ranked[year]) } ?? Phrase(same: "")
      return Choice(
        Phrase(zh: "\(year) 年度", en: "Round of \(year)"),
        detail: result.map { Phrase(same: "\($0.score) ") + $0.grade.phrase + rank } ?? Phrase(zh: "尚未公布", en: "not public yet"))
    }
    let years = resultYears
    sitting.runtime.choose(Phrase(zh: "看哪一轮的结果？", en: "The result of which round?"), choices) { [weak self] place in
      if let self, let place { self.sitting.openResult(of: self.code, year: years[place]) }
    }
  }
}
