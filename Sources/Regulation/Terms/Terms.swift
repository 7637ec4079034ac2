import Wording

/// A word of the regulation that files carry by an English name and people read in their language.
public protocol Term: RawRepresentable, CaseIterable, Sendable, Hashable where RawValue == String {
  /// The word for people.
  var phrase: Phrase { get }
}

extension Term {
  /// Reads the term from a file, in English or in Chinese.
  public init?(word: String) {
    guard let match = Self.allCases.first(where: { $0.rawValue == word || $0.phrase.zh == word }) else { return nil }
    self = match
  }
}

extension Role: Term {}

/// What kind of legal person a host unit (依托单位) is (article 9.1).
public enum HostKind: String, Term, Codable {
  /// 企业
  case enterprise
  /// 高等学校
  case university
  /// 科研院所
  case institute
  /// 技术机构
  case technical
  /// 其他
  case other

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .enterprise: Phrase(zh: "企业", en: "enterprise")
    case .university: Phrase(zh: "高等学校", en: "university")
    case .institute: Phrase(zh: "科研院所", en: "research institute")
    case .technical: Phrase(zh: "技术机构", en: "technical institution")
    case .other: Phrase(zh: "其他", en: "other")
    }
  }
}

/// How a center stands in the registry.
public enum CenterStatus: String, Term, Codable {
  /// 在册
  case active
  /// 已撤销 (article 30)
  case revoked
  /// 已重组 (article 4)
  case reorganised

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .active: Phrase(zh: "在册", en: "active")
    case .revoked: Phrase(zh: "已撤销", en: "revoked")
    case .reorganised: Phrase(zh: "已重组", en: "reorganised")
    }
  }
}

/// What kind of competent department (归口管理部门) it is (article 5).
public enum DepartmentKind: String, Term, Codable {
  /// 市直
  case municipal
  /// 县市区
  case county

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .municipal: Phrase(zh: "市直", en: "municipal")
    case .county: Phrase(zh: "县市区", en: "county")
    }
  }
}

/// What an expert is an expert of.
public enum ExpertKind: String, Term, Codable {
  /// 技术
  case technical
  /// 管理
  case management
  /// 财务
  case finance

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .technical: Phrase(zh: "技术", en: "technical")
    case .management: Phrase(zh: "管理", en: "management")
    case .finance: Phrase(zh: "财务", en: "finance")
    }
  }
}
