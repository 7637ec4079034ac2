import CenterStore
import DeskRuntime
import Regulation
import Wording

/// What the list of all centers' duties can be narrowed to.
extension DutyListScreen {
  func chooseArticle() {
    let articles: [String?] = [nil] + Duty.articles.map(Optional.some)
    let choices = articles.map { article in
      guard let article else { return Choice(Phrase(zh: "全部条款", en: "All articles")) }
      return Choice(Citation.phrase(article), detail: Duty.names(of: article), keywords: article)
    }
    sitting.runtime.choose(
      Phrase(zh: "哪一条的职责？", en: "The duties of which article?"), choices, chosen: articles.firstIndex(of: state.article) ?? 0, filter: true
    ) { [weak self] place in
      if let place { self?.show { $0.article = articles[place] } }
    }
  }

  func chooseCounty() {
    choose(Phrase(zh: "依托单位在哪个县（市、区）？", en: "The host lies in which county?"), state.counties, now: state.county) { $0.county = $1 }
  }

  func chooseDepartment() {
    choose(Phrase(zh: "归口哪个部门？", en: "Of which department?"), state.departments, now: state.department) { $0.department = $1 }
  }

  private func choose(
    _ title: Phrase, _ terms: [String], now: String?, set: @escaping (inout DutyListState, String?) -> Void
  ) {
    let terms: [String?] = [nil] + terms.map(Optional.some)
    let spelling = sitting.runtime.spelling
    let choices = terms.map { term in
      guard let term else { return Choice(Phrase(zh: "全部", en: "All")) }
      return Choice(RegistryFilter.phrase(term: term, sitting.names), keywords: spelling?(term) ?? "")
    }
    sitting.runtime.choose(title, choices, chosen: terms.firstIndex(of: now) ?? 0, filter: true) { [weak self] place in
      if let place { self?.show { set(&$0, terms[place]) } }
    }
  }
}
