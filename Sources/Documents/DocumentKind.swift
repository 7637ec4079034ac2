import Regulation
import Wording

/// The papers that the desk writes, by their names on the command line.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// 在册名册
  case roster
  /// 绩效评估结果公示
  case resultNotice = "result-notice"
  /// 绩效评估情况汇总，供局党组会研究
  case roundSummary = "round-summary"
  /// 拟新建名单公示
  case newCenters = "new-centers"
  /// 归口管理部门推荐名单
  case recommendations
  /// 评估情况表
  case evaluationForm = "evaluation-form"
  /// 专家评分表，供签字
  case scoresheet
  /// 单个中心的得分报告
  case scoreReport = "score-report"
  /// 专家组意见
  case groupOpinion = "group-opinion"
  /// 申报书
  case application
  /// 专家评审意见表
  case opinionSheet = "opinion-sheet"
  /// 认定、不予认定、拟撤销、撤销的决定通知
  case decision
  /// 备案、变更受理回执
  case receipt

  /// What has to be named for one of its kind.
  public enum Subject: Sendable, Hashable {
    /// Nothing.
    case registry
    /// The year of a round.
    case round
    /// The year of a call.
    case call
    /// A center by its code, in a round.
    case center
    /// An application by its number.
    case application
    /// A matter of a center, or an application, by its number.
    case proceeding
  }

  /// What has to be named for it.
  public var subject: Subject {
    switch self {
    case .roster: .registry
    case .resultNotice, .roundSummary: .round
    case .newCenters, .recommendations: .call
    case .evaluationForm, .scoresheet, .scoreReport, .groupOpinion: .center
    case .application, .opinionSheet: .application
    case .decision, .receipt: .proceeding
    }
  }

  /// Who gets any of its kind; the store gives each of them their part.
  public var readers: Set<Role> {
    switch self {
    case .roster, .resultNotice, .newCenters: Set(Role.allCases)
    case .roundSummary: [.admin, .bureau, .agency, .department]
    case .recommendations: [.admin, .bureau, .department]
    case .evaluationForm: Set(Role.allCases).subtracting([.viewer])
    case .scoresheet, .groupOpinion: [.admin, .bureau, .agency, .department, .expert]
    case .scoreReport: [.admin, .bureau, .agency, .department, .host]
    case .application: [.admin, .bureau, .department, .host, .expert]
    case .opinionSheet: [.admin, .bureau, .expert]
    case .decision, .receipt: [.admin, .bureau, .department, .host]
    }
  }

  /// The name of the paper.
  public var phrase: Phrase {
    switch self {
    case .resultNotice: Phrase(zh: "绩效评估结果公示", en: "public notice of the results of a round")
    case .roundSummary: Phrase(zh: "绩效评估情况汇总", en: "summary of a round for the party group")
    case .newCenters: Phrase(zh: "拟新建中心名单公示", en: "public notice of the centers to be set up")
    case .recommendations: Phrase(zh: "推荐名单", en: "a department's list of recommendations")
    case .evaluationForm: Phrase(zh: "评估情况表", en: "evaluation form of a center")
    case .scoresheet: Phrase(zh: "专家评分表", en: "scoresheet to sign")
    case .scoreReport: Phrase(zh: "得分报告", en: "score report of a center")
    case .groupOpinion: Phrase(zh: "专家组意见", en: "opinion of the expert group")
    case .application: Phrase(zh: "申报书", en: "application as filled in")
    case .opinionSheet: Phrase(zh: "专家评审意见表", en: "an expert's opinion sheet")
    case .decision: Phrase(zh: "决定通知", en: "notification of a decision")
    case .receipt: Phrase(zh: "回执", en: "receipt of a filing or a request")
    case .roster: Phrase(zh: "技术创新中心名册", en: "roster of the centers")
    }
  }

  /// The articles it rests on, the one that asks for it first.
  public var articles: [String] {
    switch self {
    case .resultNotice: ["25", "28"]
    case .roundSummary: ["25", "28", "29", "30"]
    case .newCenters: ["12"]
    case .recommendations: ["10"]
    case .evaluationForm: ["27"]
    case .scoresheet: ["25"]
    case .scoreReport: ["25", "28"]
    case .groupOpinion: ["11", "25"]
    case .application: ["9", "10"]
    case .opinionSheet: ["9", "11"]
    case .decision: ["12", "30"]
    case .receipt: ["16", "31"]
    case .roster: ["12"]
    }
  }
}
