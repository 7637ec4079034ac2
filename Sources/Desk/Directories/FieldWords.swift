import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

extension FieldLine {
  /// What it is called.
  var phrase: Phrase {
    if let term { return Phrase(zh: term.record.name.string, en: term.record.english.string) }
    return kind == .unsaid ? .notSaid : PlaceNames.standard[name]
  }

  /// Whether it is offered for nothing new any more.
  var isRetired: Bool { term?.retiredOn != nil }

  /// Its kind in a word, or that it is retired.
  var kindPhrase: Phrase { isRetired ? .retired : kind.phrase }

  var ink: Ink { isRetired ? .muted : kind.isListed ? .plain : .caution }
}

extension FieldLine.Kind {
  /// Whether a list has it.
  var isListed: Bool { if case .listed = self { true } else { false } }

  /// In a word.
  var phrase: Phrase {
    switch self {
    case .listed(let kind): kind.phrase
    case .unlisted: Phrase(zh: "未列入", en: "not listed")
    case .unsaid: .notSaid
    }
  }

  /// In a sentence.
  var long: Phrase {
    switch self {
    case .listed(let kind): kind.phrase + Phrase(zh: "（办法第\(kind.article)条）", en: " (article \(kind.article))")
    case .unlisted: Phrase(zh: "未列入名录，只是有中心、申请或通知这样写", en: "not listed: only centers, applications or a call name it")
    case .unsaid: Phrase(zh: "没有写技术领域的", en: "those that name no field")
    }
  }
}

extension FieldLine.Priority {
  /// The year of the call that names it.
  var short: String {
    if case .named(let year) = self { return String(year) }
    return "-"
  }

  /// In a sentence.
  var phrase: Phrase {
    switch self {
    case .noCall: Phrase(zh: "还没有申报通知", en: "there is no call yet")
    case .unrestricted(let year): Phrase(zh: "\(year) 年度申报通知未限定领域", en: "the call of \(year) names no priority fields")
    case .named(let year): Phrase(zh: "\(year) 年度优先布局（办法第8条）", en: "a priority of the call of \(year) (article 8)")
    case .outside(let year):
      Phrase(zh: "不在 \(year) 年度优先布局之内，申请会标出，不因此拒绝", en: "not a priority of the call of \(year): applications are flagged, not refused")
    }
  }

  var ink: Ink {
    if case .named = self { return .accent }
    return .muted
  }
}

extension Phrase {
  static let fieldsAndClusters = Phrase(zh: "技术领域、产业集群", en: "Fields and clusters")
  static let retired = Phrase(zh: "已停用", en: "retired")
  static let centersHere = Phrase(zh: "中心", en: "Centers")
  static let openApplications = Phrase(zh: "在办申请", en: "Open applications")
}
