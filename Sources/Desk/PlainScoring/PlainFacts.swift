import CenterStore
import Regulation
import Wording

/// What the center says of the indicator in hand, a data item a line; the same as stands beside it on the desk.
enum PlainFacts {
  static func lines(_ state: ScoresheetState) -> [Phrase] {
    guard let dossier = state.dossier else { return [] }
    var lines: [Phrase] = []
    if let own = dossier.ownScores?[state.selected] ?? nil {
      lines.append(Phrase(zh: "依托单位自评 \(own) 分。", en: "The host gave itself \(own) points."))
    }
    for fact in state.indicator.facts {
      lines.append(line(fact, dossier))
      lines += (dossier.documents[fact.code] ?? []).map(AttachmentWords.line)
    }
    lines += (dossier.findings[state.selected] ?? []).map { finding in
      let lead = finding.severity == .error ? Phrase(zh: "数据有误：", en: "Error: ") : Phrase(zh: "数据存疑：", en: "Doubt: ")
      return lead + finding.phrase + (finding.article.map(Citation.bracketed) ?? Phrase(same: ""))
    }
    return lines.isEmpty ? [Phrase(zh: "这一项没有数据。", en: "There are no figures for it.")] : lines
  }

  private static func line(_ fact: Fact, _ dossier: Dossier) -> Phrase {
    let unit = FormWords.unit(fact.unit)
    let measure = Phrase(zh: unit.zh.isEmpty ? "" : "（\(unit.zh)）", en: unit.en.isEmpty ? "" : " (\(unit.en))")
    let said = dossier.facts.places(of: fact).compactMap { place in
      value(fact, place, dossier).map { value in
        place.year.map { Phrase(zh: "\($0) 年 \(value.zh)", en: "\($0): \(value.en)") } ?? value
      }
    }
    let values = said.isEmpty ? Phrase(zh: "未填", en: "not filled in") : Phrase.list(said)
    return fact.label + measure + Phrase(zh: "：", en: ": ") + values + standing(fact, dossier)
  }

  /// What stands at a place; `nil` where nothing is filled in.
  private static func value(_ fact: Fact, _ place: FactKey, _ dossier: Dossier) -> Phrase? {
    let entry = dossier.facts.entries[place]
    let note = (entry?.note).flatMap { $0.isEmpty ? nil : PlainTelling.spoken($0) }
    let value: Phrase? =
      if let figure = dossier.figure(place) {
        Phrase(same: fact.written(figure))
      } else {
        switch entry?.value {
        case .choice(let choice): FormWords.choice(choice)
        case .text(let text): PlainTelling.spoken(text)
        default: nil
        }
      }
    guard let note else { return value }
    return (value ?? Phrase(zh: "未填", en: "left empty")) + Phrase(zh: "（\(note.zh)）", en: " (\(note.en))")
  }

  /// Where the figure stands among the peers'; of nothing at all it is not told, as on the desk.
  private static func standing(_ fact: Fact, _ dossier: Dossier) -> Phrase {
    guard let place = dossier.facts.places(of: fact).last(where: { dossier.standings[$0] != nil }), dossier.figure(place) != .zero,
      let standing = dossier.standings[place]
    else { return Phrase(same: "") }
    return Phrase(
      zh: "，同领域 \(standing.peers) 家中居第 \(standing.quartile) 四分位，第 4 四分位最高",
      en: "; quarter \(standing.quartile) of 4 among the field's \(standing.peers), 4 being the highest")
  }
}
