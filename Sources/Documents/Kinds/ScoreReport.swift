import CenterStore
import Regulation
import TableFiles
import Wording

extension DocumentWriter {
  /// What a center's figure is made of: means by indicator, the experts' sheets and comments under numbers, the years before (articles 25 and 28).
  func scoreReport(_ code: String, _ year: Int) throws -> Body {
    let result = try store.centerResult(year: year, center: code, by: who)
    let system = try IndicatorSystem.standard.get()
    let center = try store.registryLine(code: code, by: who)
    var values: JSONObject = [
      "round": .integer(year), "center": center.values, "standing": .string(result.standing.phrase.zh),
      "rank": result.rank.map { .integer($0) } ?? .null, "method": .string(result.method.phrase.zh),
      "is_reopened": .bool(result.isReopened), "group_opinion": .string(result.groupOpinion.string),
      "has_medians": .bool({ if case .medians = result.comparison { true } else { false } }()),
      "comparison": .string(result.comparison?.phrase.zh ?? ""),
    ]
    if let score = result.score {
      values["score"] = .string(score.score.description)
      values["grade"] = .string(score.grade.phrase.zh)
      values["range"] = .string(score.grade.range.zh)
      values["sheets"] = .integer(score.sheets)
      values["spread"] = .string(score.spread.description)
      values["entered_by_staff"] = .integer(score.sheetsByStaff)
      values["groups"] = .array(groups(score, result, system))
      values["bars"] = .string(IndicatorBars(score: score, comparison: result.comparison, system).svg)
    }
    values["experts"] = .array(
      result.sheets.map { sheet in
        ["name": .string(sheet.alias.zh), "total": .string(sheet.total.description), "is_by_staff": .bool(sheet.isByStaff)]
      })
    values["comments"] = .array(comments(result.sheets, system))
    let years = try store.publicResults(center: code, by: who)
    values["years"] = .array(
      years.map { past in
        [
          "year": .integer(past.year), "score": .string(past.score.description), "grade": .string(past.grade.phrase.zh),
          "rank": past.rank.map { .integer($0) } ?? .null,
        ]
      })
    if years.count > 1 { values["trend"] = .string(TrendChart(years.map { ($0.year, $0.score) }).svg) }
    return Body(title: "\(center.name)\(year)年度绩效评估得分报告", rulesOf: try store.round(year, by: who).openedOn, round: year, values: values)
  }

  private func groups(_ score: CenterScore, _ result: CenterResult, _ system: IndicatorSystem) -> [JSONValue] {
    zip(system.groups, score.groups).map { group, mean in
      [
        "code": .string(group.code), "name": .string(group.name.zh), "weight": .integer(group.weight), "mean": .string(mean.description),
        "indicators": .array(
          group.indicators.map { indicator in
            [
              "code": .string(indicator.code.description), "name": .string(indicator.name.zh), "weight": .integer(indicator.weight),
              "mean": .string(score.indicators[indicator.code].description),
              "median": (result.comparison?[indicator.code]).map { .string($0.description) } ?? .null,
              "own": (result.ownScores?[indicator.code]).flatMap { $0 }.map { .string($0.description) } ?? .null,
              "points": .strings(result.sheets.map { $0.points[indicator.code].description }),
            ]
          }),
      ]
    }
  }

  private func comments(_ sheets: [AliasedSheet], _ system: IndicatorSystem) -> [JSONValue] {
    IndicatorCode.all.compactMap { code in
      let said = sheets.filter { !$0.comments[code].isEmpty }
      if said.isEmpty { return nil }
      return [
        "code": .string(code.description), "name": .string(system[code].name.zh),
        "comments": .array(said.map { ["expert": .string($0.alias.zh), "text": .string($0.comments[code].string)] }),
      ]
    }
  }
}

extension RegistryLine {
  /// What papers say of a center at their head.
  var values: JSONValue {
    [
      "code": .string(code), "name": .string(name), "host": .string(host), "department": .string(department), "field": .string(field),
      "certified_on": .string(certifiedOn.description), "director": .string(director), "status": .string(status.phrase.zh),
    ]
  }
}
