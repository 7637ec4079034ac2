import Wording

/// How far a center's material (评估材料) has come in a round (article 27).
public enum MaterialState: Sendable, Hashable, Codable {
  /// Nothing was handed in.
  case none
  /// With the department, which checks it item by item.
  case submitted(Submission)
  /// The department gave it back for correction.
  case returned(Submission, reason: PlainText)
  /// The department reported it to the bureau.
  case reported(Submission, on: Day, remark: PlainText?)

  /// When material first came in, and by whom.
  public struct Submission: Sendable, Hashable, Codable {
    /// The day.
    public let on: Day
    /// Whether staff entered it for the host, from paper or a file.
    public let isByStaff: Bool

    /// Puts a submission on file.
    public init(on: Day, isByStaff: Bool) {
      self.on = on
      self.isByStaff = isByStaff
    }
  }

  /// When it first came in; `nil` while nothing did. A form that was given back has been in: what the department asks for later is not
  /// the host's absence (article 30(2)).
  public var submission: Submission? {
    switch self {
    case .none: nil
    case .submitted(let submission), .returned(let submission, _), .reported(let submission, _, _): submission
    }
  }

  /// Whether the host may write in its form: before it hands it in, after the department gave it back, and in what staff entered for it.
  public var isWithHost: Bool {
    switch self {
    case .none, .returned: true
    case .submitted(let submission): submission.isByStaff
    case .reported: false
    }
  }

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .none: Phrase(zh: "未提交", en: "not handed in")
    case .submitted: Phrase(zh: "待部门审查", en: "with the department")
    case .returned: Phrase(zh: "部门退回补正", en: "returned")
    case .reported: Phrase(zh: "已上报", en: "reported")
    }
  }
}

/// What a round has on file for one center, beside its sheets.
public struct CenterInRound: Sendable, Hashable, Codable {
  /// Its material.
  public internal(set) var material: MaterialState = .none
  /// The last days that do not bind it, because the bureau admitted it late.
  @InOrder public internal(set) var admitted: Set<RoundOpening.Deadline> = []
  /// Why the bureau deferred it; `nil` where it did not (article 26).
  public internal(set) var deferral: PlainText?

  /// Nothing yet.
  public init() {}

  /// What was on file, read back from where it was kept.
  public init(material: MaterialState, admitted: Set<RoundOpening.Deadline>, deferral: PlainText?) {
    self.material = material
    self.admitted = admitted
    self.deferral = deferral
  }

  /// What is said beside scores on material that the department has not reported (article 27); it holds nothing up.
  public var warning: Phrase? {
    if case .reported = material { return nil }
    return Phrase(zh: "评估材料尚未经归口管理部门审查上报", en: "the department has not checked and reported the material")
  }
}

/// Where a center stands in a round (articles 25 to 28).
public enum RoundStanding: Sendable, Hashable {
  /// It need not take part, and why.
  case exempt(Due.Exemption)
  /// It has to take part, has done nothing yet, and still may.
  case due
  /// It had to take part and did not (article 30(2)).
  case absent
  /// It takes part, and has so many sheets, which are too few to be graded.
  case pending(sheets: Int)
  /// Its sheets are enough; nothing is fixed before settlement.
  case scored(CenterScore)
  /// Its figure is fixed.
  case graded(RoundFigure)

  /// The word for people.
  public var phrase: Phrase {
    switch self {
    case .exempt(let exemption): exemption.phrase
    case .due: Phrase(zh: "应评待交", en: "due")
    case .absent: Phrase(zh: "未参加", en: "absent")
    case .pending(let sheets): Phrase(zh: "待定：评分表 \(sheets) 份，不足", en: "pending with \(sheets.counted("sheet"))")
    case .scored(let score): Phrase(zh: "已评 \(score.score)", en: "scored \(score.score)")
    case .graded(let figure): figure.grade.phrase
    }
  }
}
