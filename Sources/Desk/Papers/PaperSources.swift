import CenterStore
import DeskRuntime
import Documents
import Wording

// What papers each screen offers: a screen knows what lies on it, and nothing of papers.

extension RegistryScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] { [PaperOffer(kind: .roster, wish: .init())] }
}

extension CenterFileScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] {
    PaperOffer.ofCenter(code, round: nil)
      + resultYears.map { PaperOffer(kind: .scoreReport, wish: .init(code, round: $0), detail: Phrase(same: String($0))) }
  }
}

extension CenterResultScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] { [PaperOffer(kind: .scoreReport, wish: .init(code, round: year))] }
}

extension RoundFileScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] {
    let ofCenter = state?.center.map { center in
      PaperOffer.ofCenter(center, round: year)
        + [PaperOffer(kind: .scoreReport, wish: .init(center, round: year), detail: Phrase(same: center))]
    }
    return PaperOffer.ofRound(year) + (ofCenter ?? [])
  }
}

extension RankingScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] { PaperOffer.ofRound(year) }
}

extension ApplicationScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] {
    let wish = DocumentWriter.Wish(number)
    let opinions = (file?.reviewers ?? []).map {
      PaperOffer(kind: .opinionSheet, wish: .init(number, expert: $0.login), detail: Phrase(same: $0.name))
    }
    return [PaperOffer(kind: .application, wish: wish)] + opinions
      + [PaperOffer(kind: .receipt, wish: wish), PaperOffer(kind: .decision, wish: wish)]
  }
}

extension CallsScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] {
    guard let call = selected?.call else { return [] }
    let wish = DocumentWriter.Wish(String(call.year))
    return [PaperOffer(kind: .recommendations, wish: wish), PaperOffer(kind: .newCenters, wish: wish)]
  }
}

extension MatterScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] {
    switch M.matter {
    case .director: [PaperOffer(kind: .receipt, wish: .init(number))]
    case .change: [PaperOffer(kind: .receipt, wish: .init(number)), PaperOffer(kind: .decision, wish: .init(number))]
    case .revocation: [PaperOffer(kind: .decision, wish: .init(number))]
    }
  }
}

extension MaterialScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] { [PaperOffer(kind: .evaluationForm, wish: .init(code, round: year))] }
}

extension ScoresheetScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] {
    [PaperOffer(kind: .scoresheet, wish: .init(center, round: year)), PaperOffer(kind: .evaluationForm, wish: .init(center, round: year))]
  }
}

extension PanelScreen: PaperSource {
  var papersFor: Sitting { sitting }
  var papers: [PaperOffer] {
    let sheets = (state?.panel.seats ?? []).map { expert in
      PaperOffer(kind: .scoresheet, wish: .init(center, round: year, expert: expert.login), detail: Phrase(same: expert.name))
    }
    return sheets + [PaperOffer(kind: .groupOpinion, wish: .init(center, round: year))]
  }
}

extension PaperOffer {
  /// The papers of a round.
  static func ofRound(_ year: Int) -> [PaperOffer] {
    [PaperOffer(kind: .resultNotice, wish: .init(String(year))), PaperOffer(kind: .roundSummary, wish: .init(String(year)))]
  }

  /// The papers of a center in a round, its result apart.
  static func ofCenter(_ code: String, round: Int?) -> [PaperOffer] {
    [DocumentKind.evaluationForm, .scoresheet, .groupOpinion].map {
      PaperOffer(kind: $0, wish: .init(code, round: round), detail: Phrase(same: code))
    }
  }
}
