import Wording

/// A ground on which a center loses its title (article 30), in the order of its eight items.
public enum RevocationGround: String, Term, Codable {
  /// （一）绩效评估不合格
  case unqualified
  /// （二）不参加绩效评估
  case absent
  /// （三）严重弄虚作假
  case falsified
  /// （四）由于技术原因发生重大事故
  case accident
  /// （五）违法或科研失信，造成不良影响
  case misconduct
  /// （六）停产、破产，不能保障运行
  case stopped
  /// （七）被重组、收购更名，主营业务变化，不再承担任务
  case restructured
  /// （八）自愿提出
  case ownRequest = "own_request"

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .unqualified: Phrase(zh: "绩效评估不合格", en: "evaluated as unqualified")
    case .absent: Phrase(zh: "不参加绩效评估", en: "took no part in the evaluation")
    case .falsified: Phrase(zh: "严重弄虚作假", en: "serious falsification")
    case .accident: Phrase(zh: "技术原因造成重大事故", en: "major accident for technical reasons")
    case .misconduct: Phrase(zh: "违法或科研失信造成不良影响", en: "violation or research misconduct with bad effect")
    case .stopped: Phrase(zh: "依托单位停产、破产", en: "host stopped or bankrupt")
    case .restructured: Phrase(zh: "依托单位被重组、收购更名", en: "host reorganised, bought or renamed")
    case .ownRequest: Phrase(zh: "依托单位自愿提出", en: "the host's own request")
    }
  }

  /// The item of the article: `30(4)`.
  public var article: String { "30(\((Self.allCases.firstIndex(of: self) ?? 0) + 1))" }

  /// What has to be shown, all of it, before the ground holds.
  public var parts: [RevocationPart] {
    switch self {
    case .unqualified: [.figure]
    case .absent: [.noPart]
    case .falsified: [.falsehood, .gravity]
    case .accident: [.technicalCause, .majorAccident]
    case .misconduct: [.violation, .badEffect]
    case .stopped: [.stopped, .notSecured]
    case .restructured: [.takenOver, .businessChanged, .tasksDropped]
    case .ownRequest: [.request]
    }
  }

  /// Whether it follows from a round of evaluation, and from nothing else.
  public var isOfRound: Bool { self == .unqualified || self == .absent }
}

/// A part of a ground for revocation (article 30).
public enum RevocationPart: String, Term, Codable {
  case figure
  case noPart = "no_part"
  case falsehood
  case gravity
  case technicalCause = "technical_cause"
  case majorAccident = "major_accident"
  case violation
  case badEffect = "bad_effect"
  case stopped
  case notSecured = "not_secured"
  case takenOver = "taken_over"
  case businessChanged = "business_changed"
  case tasksDropped = "tasks_dropped"
  case request

  /// What has to be shown, for people.
  public var phrase: Phrase {
    switch self {
    case .figure: Phrase(zh: "公布的评估得分在 60 分以下", en: "the published figure lies below 60")
    case .noPart: Phrase(zh: "应参加评估而未参加", en: "it was due and took no part")
    case .falsehood: Phrase(zh: "提供的虚假材料或不真实数据", en: "what material or data was false")
    case .gravity: Phrase(zh: "情节严重之处", en: "what makes it serious")
    case .technicalCause: Phrase(zh: "技术原因", en: "the technical cause")
    case .majorAccident: Phrase(zh: "重大质量、安全、环境事故", en: "the major accident of quality, safety or environment")
    case .violation: Phrase(zh: "违法或科研失信问题", en: "the violation of law or of research integrity")
    case .badEffect: Phrase(zh: "造成的不良影响", en: "the bad effect that it had")
    case .stopped: Phrase(zh: "停产或破产", en: "that the host stopped or went bankrupt")
    case .notSecured: Phrase(zh: "不能保障中心正常运行", en: "that the center's operation is not secured")
    case .takenOver: Phrase(zh: "被重组、收购更名", en: "that the host was reorganised, bought or renamed")
    case .businessChanged: Phrase(zh: "主营业务发生变化", en: "that its main business changed")
    case .tasksDropped: Phrase(zh: "不再承担建设和运行任务", en: "that the center's tasks are no longer carried")
    case .request: Phrase(zh: "依托单位的申请", en: "what the host asks for, and why")
    }
  }
}
