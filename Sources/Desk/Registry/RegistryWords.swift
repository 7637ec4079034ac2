import CenterStore
import Regulation
import Wording

extension RegistrySort.Key {
  /// What the registry is sorted by, for people.
  var phrase: Phrase {
    switch self {
    case .code: .code
    case .name: Phrase(zh: "名称（拼音）", en: "name (pinyin)")
    case .field: .field
    case .department: .department
    case .certified: .certified
    case .score: Phrase(zh: "最近得分", en: "last score")
    }
  }

  /// The column of the table that shows it.
  var column: Int {
    switch self {
    case .code: 0
    case .name: 1
    case .department: 3
    case .field: 4
    case .certified: 5
    case .score: 7
    }
  }

  /// Scores and days are looked at from the top: the best, the newest.
  var beginsDescending: Bool { self == .score || self == .certified }
}

extension RegistryFilter {
  /// The conditions, for people.
  func conditions(_ names: FieldNames) -> [Phrase] {
    var conditions: [Phrase] = []
    if let field { conditions.append(RegistryFilter.phrase(term: field, names)) }
    if let county { conditions.append(RegistryFilter.phrase(county: county)) }
    if let department { conditions.append(RegistryFilter.phrase(term: department, names)) }
    if let status { conditions.append(status.phrase) }
    if let outcome { conditions.append(outcome.phrase) }
    if let certifiedIn { conditions.append(Phrase(zh: "\(certifiedIn) 年认定", en: "certified in \(certifiedIn)")) }
    if let evaluatedIn { conditions.append(Phrase(zh: "最近评估 \(evaluatedIn) 年", en: "last evaluated in \(evaluatedIn)")) }
    if let duty { conditions.append(duty.phrase) }
    return conditions
  }

  /// The county in which hosts lie, in words that tell it from the county of a department.
  static func phrase(county: String) -> Phrase {
    if county.isEmpty { return Phrase(zh: "依托单位所在地未登记", en: "county of the host not on file") }
    let name = PlaceNames.standard[county]
    return Phrase(zh: "依托单位在\(name.zh)", en: "host in \(name.en)")
  }

  /// A field or a department; those that are blank are called so.
  static func phrase(term: String, _ names: FieldNames) -> Phrase {
    term.isEmpty ? Phrase(zh: "（未填）", en: "(none given)") : names[term]
  }
}

extension RegistryFilter.Outcome {
  /// All of them, the best first.
  static let all: [RegistryFilter.Outcome] = Grade.allCases.map { .graded($0) } + [.unevaluated]

  /// What it is, for people.
  var phrase: Phrase {
    switch self {
    case .graded(let grade): grade.phrase
    case .unevaluated: Phrase(zh: "无评估结果", en: "no result yet")
    }
  }
}

extension RegistryFilter.DutyCondition {
  /// The standings that can be asked for.
  static let states: [DutyStanding.State] = [.behind, .due, .kept]

  /// The condition, for people.
  var phrase: Phrase {
    let article = article.map { Phrase(zh: "第\($0)条", en: "article \($0)") } ?? Phrase(zh: "各项职责", en: "duties")
    return article + Phrase(zh: state.phrase.zh, en: " \(state.phrase.en)")
  }
}
