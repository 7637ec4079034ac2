import CenterStore
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// The evaluation form (评估情况表) as it is filled in, with the documents behind it and what the department found (article 27).
  func evaluationForm(_ code: String, _ year: Int) throws -> Body {
    let file = try store.materialFile(year: year, center: code, by: who)
    let center = try store.registryLine(code: code, by: who)
    let system = try IndicatorSystem.standard.get()
    let attachments = try store.attachments(of: .material(center: code, year: year), by: who)
    let derived = file.form.sheet.derived(system)
    let indicators = system.groups.flatMap { group in
      group.indicators.map { indicator -> JSONValue in
        [
          "code": .string(indicator.code.description), "name": .string(indicator.name.zh), "group": .string(group.name.zh),
          "weight": .integer(indicator.weight), "own": file.form.ownScores[indicator.code].map { .string($0.description) } ?? .null,
          "facts": .array(indicator.facts.map { fact in row(fact, file.form, derived) }),
        ]
      }
    }
    return Body(
      title: "\(center.name)绩效评估情况表（\(year)年度）", rulesOf: file.round.openedOn, isDraft: file.form.declaration == nil, round: year,
      values: [
        "round": .integer(year), "center": center.values, "years": .array(file.form.sheet.years.map { .integer($0) }),
        "asks_own_scores": .bool(file.form.asksOwnScores), "stage": .string(file.summary.material.phrase.zh),
        "indicators": .array(indicators),
        "attachments": .array(
          attachments.enumerated().map { place, attachment in
            let entry = attachment.entry
            return [
              "place": .integer(place + 1), "title": .string(entry.title.string), "kind": .string(entry.kind.string),
              "date": day(entry.date), "file": .string(entry.file.string), "location": .string(entry.location.string),
              "sha256": .string(entry.digest?.description ?? ""),
              "facts": .string(entry.proves.map(\.description).sorted().joined(separator: "、")),
            ]
          }),
        "declared_on": day(file.form.declaration?.on), "declared_by": .string(file.form.declaration?.name ?? ""),
        "findings": .array(
          file.form.verdicts.filter { $0.value.isCurrent && !$0.value.note.isEmpty }.sorted { $0.key < $1.key }.map {
            ["fact": .string($0.key.description), "is_confirmed": .bool($0.value.isConfirmed), "note": .string($0.value.note.string)]
          }),
      ])
  }

  /// A data item with its value in each year, or its one value.
  private func row(_ fact: Fact, _ form: EvaluationForm, _ derived: [FactKey: Hundredths]) -> JSONValue {
    let cells = form.sheet.places(of: fact).map { place -> JSONValue in
      let entry = form.sheet.entries[place]
      let value = entry?.value?.description ?? derived[place].map { fact.written($0) } ?? ""
      return [
        "year": place.year.map { .integer($0) } ?? .null, "value": .string(value), "note": .string(entry?.note.string ?? ""),
      ]
    }
    return [
      "code": .string(fact.code.description), "label": .string(fact.label.zh), "unit": .string(fact.unit),
      "is_yearly": .bool(fact.per.isYearly), "values": .array(cells),
    ]
  }
}
