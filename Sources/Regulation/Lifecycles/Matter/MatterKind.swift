import Wording

/// What a matter of a center is about.
public enum MatterKind: String, Term, Codable {
  /// 变更 (article 31)
  case change
  /// 主任备案 (article 16)
  case director
  /// 撤销资格 (article 30)
  case revocation

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .change: Phrase(zh: "变更申请", en: "change")
    case .director: Phrase(zh: "主任备案", en: "director")
    case .revocation: Phrase(zh: "撤销资格", en: "revocation")
    }
  }

  /// The article that knows it.
  public var article: String {
    switch self {
    case .change: "31"
    case .director: "16"
    case .revocation: "30"
    }
  }

  /// What its numbers begin with: `BG2026-0001` (变更), `ZR…` (主任), `CX…` (撤销).
  public var prefix: String {
    switch self {
    case .change: "BG"
    case .director: "ZR"
    case .revocation: "CX"
    }
  }

  /// The word for a stage of a matter of this kind, as it is kept; `nil` where there is no such stage.
  public func stage(_ name: String) -> (any MatterStage)? {
    switch self {
    case .change: ChangeStage(rawValue: name)
    case .director: DirectorStage(rawValue: name)
    case .revocation: RevocationStage(rawValue: name)
    }
  }
}
