import Wording

/// Everything that can be done on the desk, by the name under which the audit chain keeps it, and who may do it.
///
/// Where a role may do an act only for some objects (an expert for what is assigned, a host for its own), the store's operations
/// check the object as well.
public enum Act: String, Sendable, Hashable, CaseIterable, Codable {
  /// A store was made.
  case storeCreate = "store.create"
  /// A backup put in the place of a store.
  case storeRestore = "store.restore"
  /// Records came in from a file.
  case importDepartments = "import.departments"
  case importOrganizations = "import.organizations"
  case importCenters = "import.centers"
  case importExperts = "import.experts"
  case importUsers = "import.users"
  case importConflicts = "import.conflicts"
  case importScores = "import.scores"
  case importFacts = "import.facts"
  case importAttachments = "import.attachments"
  case importApplications = "import.applications"
  case importResults = "import.results"
  /// A document was entered into the register, its entry corrected, or taken out (articles 10, 27).
  case attach = "attachment.enter"
  case amendAttachment = "attachment.correct"
  case detach = "attachment.remove"
  /// A round took a step (articles 25, 26).
  case roundOpen = "round.open"
  case roundSettle = "round.settle"
  case roundResume = "round.resume"
  case roundPublish = "round.publish"
  case roundClose = "round.close"
  case roundCancel = "round.cancel"
  /// An objection to a published result was registered or settled, or the figure of a re-opened center fixed anew (article 25).
  case objectToResult = "round.object"
  case settleObjection = "round.objection"
  case resettleCenter = "round.resettle"
  /// The key that signs published files was made; results were given out as a file that anyone can check, or sheets behind them opened (article 25).
  case makeKey = "key.make"
  case giveOutResults = "publication.make"
  case openSheets = "publication.open"
  /// The sheets behind figures were bound after the figures were fixed: a program of before had not done it (article 25).
  case bindSheets = "sheets.bind"
  /// The bureau deferred a center to a later round (article 26).
  case postponeCenter = "round.postpone"
  /// A figure, a remark, the host's own points or its declaration was written in an evaluation form (article 27).
  case writeMaterial = "material.write"
  /// An evaluation form was handed in by the host, or entered for it by staff (article 27).
  case submitMaterial = "material.submit"
  case enterMaterial = "material.enter"
  /// The bureau admitted what is late (article 27).
  case admitLate = "material.admit"
  /// A department looked at items of a form, gave it back or reported it (article 27).
  case checkMaterial = "material.check"
  case returnMaterial = "material.return"
  case reportMaterial = "material.report"
  /// Experts were assigned to centers.
  case assign = "assign.draw"
  /// What a draw by lot (抽取) goes by was bound, and the lot was drawn by the word of a witness.
  case bindLot = "lot.bind"
  case drawLot = "lot.draw"
  /// An expert was let go from a center, or declined; a leader was named (article 25).
  case releaseExpert = "assign.release"
  case nameLeader = "assign.leader"
  /// Who is at a panel's meeting was noted (article 25).
  case noteAttendance = "assign.attend"
  /// A further expert was assigned to a center whose sheets disagree, or people looked at it on site (article 25).
  case lookAgain = "assign.second"
  /// Staff typed a sheet from signed paper (article 25).
  case enterSheet = "sheet.enter"
  /// The leader of a center's experts wrote the group's opinion.
  case writeGroupOpinion = "sheet.group"
  /// What came of an incentive that a center has earned was put on file (article 29).
  case recordIncentive = "incentive.record"
  /// An expert confirmed secrecy, integrity and recusal for a round.
  case pledge = "expert.pledge"
  /// A conflict of interest was declared.
  case declareConflict = "conflict.declare"
  /// Points or a comment of one indicator were entered.
  case score = "sheet.score"
  /// A sheet was submitted, or taken back until the round is settled.
  case submitSheet = "sheet.submit"
  case takeBackSheet = "sheet.takeback"
  /// An expert took sheets away as a file, to be scored elsewhere, or brought them back.
  case takeSheetsAway = "sheet.take"
  case bringSheetsBack = "sheet.bring"
  /// A yearly call was given out or changed (articles 8, 10).
  case publishCall = "call.publish"
  /// A host began an application, or wrote in its form.
  case draftApplication = "application.draft"
  /// An application took a step (articles 10 to 12).
  case stepApplication = "application.step"
  /// A person decided what the text leaves to judgement, or looked up the host's credit (article 9).
  case judgeApplication = "application.judge"
  /// Experts were named for an application, or let go (article 11).
  case assignReview = "application.assign"
  /// An expert confirmed secrecy, integrity and recusal for a call's reviews.
  case pledgeReview = "application.pledge"
  /// An expert wrote or handed in an opinion, or the leader the group's (article 11).
  case giveOpinion = "application.opinion"
  /// An expert took an opinion back that was handed in, while the review is open (article 11).
  case takeBackOpinion = "application.takeback"
  /// A request for changes was made, or took a step (article 31).
  case requestChange = "change.request"
  case stepChange = "change.step"
  /// The filing of a director was begun, or took a step (article 16).
  case beginDirector = "director.begin"
  case stepDirector = "director.step"
  /// A revocation was proposed, or took a step (article 30).
  case proposeRevocation = "revocation.propose"
  case stepRevocation = "revocation.step"
  /// Centers were reorganised (article 4(5)).
  case reorganise = "center.reorganise"
  /// Something was put on file of a center's duties, corrected, or taken out (articles 6, 7 and 14 to 24).
  case enterDuty = "duty.enter"
  case removeDuty = "duty.remove"
  /// A user was made or changed; a login was disabled, or is used again.
  case enterUser = "user.enter"
  case disableUser = "user.disable"
  case enableUser = "user.enable"
  /// A one-time code was handed out, or code or password taken away; somebody without a key chose a password, came in, or tried in vain.
  case handOutCode = "password.code"
  case withdrawPassword = "password.withdraw"
  case choosePassword = "password.choose"
  case enterByPassword = "password.enter"
  case failPassword = "password.fail"
  /// What is on file of an organization or a department was corrected (article 5).
  case correctOrganization = "organization.correct"
  case correctDepartment = "department.correct"
  /// A field, an industry or a cluster was put into its list, corrected, retired, or taken into use again (articles 3 and 8).
  case enterTerm = "term.enter"
  case correctTerm = "term.correct"
  case retireTerm = "term.retire"
  case reinstateTerm = "term.reinstate"

  /// Who may do it.
  public var roles: Set<Role> {
    switch self {
    case .storeCreate, .storeRestore, .importUsers: [.admin]
    case .importDepartments, .importOrganizations, .importCenters, .importExperts, .importScores, .importResults: [.admin, .bureau]
    case .importConflicts: [.admin, .bureau, .agency, .expert]
    case .importFacts, .importAttachments, .importApplications, .amendAttachment, .detach: [.admin, .bureau, .host]
    case .attach: [.admin, .bureau, .host, .department]
    case .roundOpen, .roundResume, .roundPublish, .roundClose, .roundCancel: [.admin, .bureau]
    case .roundSettle, .assign, .bindLot, .drawLot, .nameLeader, .noteAttendance, .lookAgain: [.admin, .bureau, .agency, .department]
    case .makeKey, .giveOutResults, .bindSheets: [.admin, .bureau]
    case .openSheets: [.admin, .bureau, .host]
    case .releaseExpert: [.admin, .bureau, .agency, .department, .expert]
    case .enterSheet, .recordIncentive: [.admin, .bureau]
    case .writeGroupOpinion: [.expert]
    case .objectToResult, .settleObjection, .resettleCenter, .postponeCenter, .enterMaterial, .admitLate: [.admin, .bureau]
    case .writeMaterial: [.admin, .bureau, .host]
    case .submitMaterial: [.host]
    case .checkMaterial, .returnMaterial, .reportMaterial: [.department]
    case .pledge, .score, .submitSheet, .takeBackSheet, .takeSheetsAway, .bringSheetsBack: [.expert]
    case .declareConflict: [.admin, .bureau, .agency, .expert, .host]
    case .publishCall, .judgeApplication, .assignReview: [.admin, .bureau]
    case .draftApplication: [.host]
    case .stepApplication: [.admin, .bureau, .department, .host]
    case .pledgeReview, .giveOpinion, .takeBackOpinion: [.expert]
    case .requestChange, .beginDirector: [.host]
    case .stepChange, .stepDirector: [.admin, .bureau, .department, .host]
    case .proposeRevocation, .stepRevocation: [.admin, .bureau, .host]
    case .reorganise: [.admin, .bureau]
    case .enterDuty, .removeDuty: [.admin, .bureau, .host]
    case .enterUser, .disableUser, .enableUser, .handOutCode, .withdrawPassword: [.admin]
    case .choosePassword, .enterByPassword, .failPassword: Set(Role.allCases)
    case .correctOrganization, .correctDepartment, .enterTerm, .correctTerm, .retireTerm, .reinstateTerm: [.admin, .bureau]
    }
  }

  /// What was done, for people.
  public var phrase: Phrase {
    switch self {
    case .storeCreate: Phrase(zh: "建立数据文件", en: "created the store")
    case .storeRestore: Phrase(zh: "从备份恢复", en: "restored a backup")
    case .importDepartments: Phrase(zh: "导入归口管理部门", en: "imported departments")
    case .importOrganizations: Phrase(zh: "导入单位", en: "imported organizations")
    case .importCenters: Phrase(zh: "导入技术创新中心", en: "imported centers")
    case .importExperts: Phrase(zh: "导入专家", en: "imported experts")
    case .importUsers: Phrase(zh: "导入用户", en: "imported users")
    case .importConflicts: Phrase(zh: "导入回避关系", en: "imported conflicts")
    case .importScores: Phrase(zh: "导入评分", en: "imported scores")
    case .importFacts: Phrase(zh: "导入评估数据", en: "imported facts")
    case .importAttachments: Phrase(zh: "导入附件清单", en: "imported attachments")
    case .importApplications: Phrase(zh: "导入申请", en: "imported applications")
    case .attach: Phrase(zh: "登记附件", en: "entered a document")
    case .amendAttachment: Phrase(zh: "更正附件", en: "corrected a document")
    case .detach: Phrase(zh: "移除附件", en: "took a document out")
    case .importResults: Phrase(zh: "导入往年结果", en: "imported results of past years")
    case .roundOpen: Phrase(zh: "发布评估通知", en: "announced the round")
    case .roundSettle: Phrase(zh: "核定评估结果", en: "settled the round")
    case .roundResume: Phrase(zh: "恢复评分", en: "went back to scoring")
    case .roundPublish: Phrase(zh: "公示评估结果", en: "published the results")
    case .roundClose: Phrase(zh: "评估结束", en: "closed the round")
    case .roundCancel: Phrase(zh: "取消评估", en: "cancelled the round")
    case .objectToResult: Phrase(zh: "登记结果异议", en: "registered an objection")
    case .settleObjection: Phrase(zh: "处理结果异议", en: "settled an objection")
    case .resettleCenter: Phrase(zh: "重新核定得分", en: "fixed a figure anew")
    case .postponeCenter: Phrase(zh: "同意暂缓评估", en: "deferred a center")
    case .writeMaterial: Phrase(zh: "填写评估情况表", en: "wrote in the evaluation form")
    case .submitMaterial: Phrase(zh: "提交评估材料", en: "handed in the material")
    case .enterMaterial: Phrase(zh: "代录评估材料", en: "entered the material for the host")
    case .admitLate: Phrase(zh: "准予逾期办理", en: "admitted what is late")
    case .checkMaterial: Phrase(zh: "审查数据项", en: "checked items of the form")
    case .returnMaterial: Phrase(zh: "退回评估材料", en: "gave the material back")
    case .reportMaterial: Phrase(zh: "上报评估材料", en: "reported the material")
    case .assign: Phrase(zh: "分配专家", en: "assigned experts")
    case .bindLot: Phrase(zh: "封存抽取名册", en: "bound what a lot goes by")
    case .drawLot: Phrase(zh: "公开抽取专家", en: "drew experts by lot")
    case .makeKey: Phrase(zh: "生成签名密钥", en: "made the signing key")
    case .giveOutResults: Phrase(zh: "出具可核验结果", en: "gave out results that anyone can check")
    case .openSheets: Phrase(zh: "开示评分表", en: "opened sheets")
    case .bindSheets: Phrase(zh: "封存评分表", en: "bound sheets")
    case .releaseExpert: Phrase(zh: "解除评审任务", en: "let an expert go")
    case .nameLeader: Phrase(zh: "指定专家组组长", en: "named the leader of a panel")
    case .noteAttendance: Phrase(zh: "登记到会情况", en: "noted who was at a meeting")
    case .lookAgain: Phrase(zh: "安排复核", en: "took a second look")
    case .enterSheet: Phrase(zh: "代录评分表", en: "typed a sheet from paper")
    case .writeGroupOpinion: Phrase(zh: "填写专家组意见", en: "wrote the group's opinion")
    case .recordIncentive: Phrase(zh: "登记激励落实情况", en: "recorded what came of an incentive")
    case .pledge: Phrase(zh: "签署承诺", en: "gave the pledge")
    case .declareConflict: Phrase(zh: "申报回避", en: "declared a conflict")
    case .score: Phrase(zh: "评分", en: "scored")
    case .submitSheet: Phrase(zh: "提交评分表", en: "submitted the sheet")
    case .takeBackSheet: Phrase(zh: "撤回评分表", en: "took the sheet back")
    case .takeSheetsAway: Phrase(zh: "带出评分表", en: "took sheets away")
    case .bringSheetsBack: Phrase(zh: "带回评分表", en: "brought sheets back")
    case .publishCall: Phrase(zh: "发布申报通知", en: "gave out the call")
    case .draftApplication: Phrase(zh: "填写申报书", en: "wrote in the application")
    case .stepApplication: Phrase(zh: "办理申请", en: "took a step with the application")
    case .judgeApplication: Phrase(zh: "认定申报条件", en: "judged a condition")
    case .assignReview: Phrase(zh: "安排评审专家", en: "named experts for the review")
    case .pledgeReview: Phrase(zh: "签署评审承诺", en: "gave the pledge for reviews")
    case .giveOpinion: Phrase(zh: "填写评审意见", en: "gave an opinion")
    case .takeBackOpinion: Phrase(zh: "撤回评审意见", en: "took an opinion back")
    case .requestChange: Phrase(zh: "申请变更", en: "asked for changes")
    case .stepChange: Phrase(zh: "办理变更申请", en: "took a step with a request for changes")
    case .beginDirector: Phrase(zh: "拟聘任主任", en: "began the filing of a director")
    case .stepDirector: Phrase(zh: "办理主任备案", en: "took a step with the filing of a director")
    case .proposeRevocation: Phrase(zh: "提出撤销资格", en: "proposed to revoke a center")
    case .stepRevocation: Phrase(zh: "办理撤销资格", en: "took a step with a revocation")
    case .reorganise: Phrase(zh: "重组技术创新中心", en: "reorganised centers")
    case .enterDuty: Phrase(zh: "登记运行管理情况", en: "entered how a duty is kept")
    case .removeDuty: Phrase(zh: "移除运行管理记录", en: "took a record of a duty out")
    case .enterUser: Phrase(zh: "登记用户", en: "entered a user")
    case .disableUser: Phrase(zh: "停用账号", en: "disabled a login")
    case .enableUser: Phrase(zh: "启用账号", en: "enabled a login")
    case .handOutCode: Phrase(zh: "发放一次性代码", en: "handed out a one-time code")
    case .withdrawPassword: Phrase(zh: "收回口令", en: "took a password away")
    case .choosePassword: Phrase(zh: "设定口令", en: "chose a password")
    case .enterByPassword: Phrase(zh: "凭口令进入", en: "came in by password")
    case .failPassword: Phrase(zh: "口令不对，未能进入", en: "tried in vain to come in")
    case .correctOrganization: Phrase(zh: "更正单位", en: "corrected an organization")
    case .correctDepartment: Phrase(zh: "更正归口管理部门", en: "corrected a department")
    case .enterTerm: Phrase(zh: "名录新增", en: "entered a field or cluster")
    case .correctTerm: Phrase(zh: "更正名录", en: "corrected a field or cluster")
    case .retireTerm: Phrase(zh: "停用名录一项", en: "retired a field or cluster")
    case .reinstateTerm: Phrase(zh: "恢复名录一项", en: "reinstated a field or cluster")
    }
  }
}

/// By which way an act came.
public enum Channel: String, Sendable, Hashable, CaseIterable, Codable {
  /// By keys on the desk.
  case desk
  /// By a command.
  case command
  /// From a file.
  case imported = "import"
}
