import Regulation
import Wording

/// How the fields are called of which the chain tells what they were and what they are, as the forms call them.
public enum AuditFieldWords {
  /// What a field is called; in the chain's own word where only a newer program knows it.
  ///
  /// - Parameter name: as the chain writes it, be it a path into a document: `coBuilders[0].agreement`.
  public static func phrase(_ name: String) -> Phrase {
    let parts = name.split(separator: ".").map(String.init).filter { !$0.hasPrefix("_") || $0.contains("[") }.map(part)
    guard let first = parts.first else { return Phrase(same: name) }
    return parts.dropFirst().reduce(first) { $0 + Phrase(same: " · ") + $1 }
  }

  /// One part of a path: a word, with its place in a list where it is of one.
  private static func part(_ part: String) -> Phrase {
    let pieces = part.split { "[]".contains($0) }.map(String.init)
    guard let word = pieces.first else { return Phrase(same: part) }
    let name: Phrase = word.hasPrefix("_") ? Phrase(same: "") : words[word] ?? steps(word) ?? Phrase(same: word)
    let places = pieces.dropFirst().compactMap { Int($0) }.map { String($0 + 1) }.joined(separator: ".")
    return places.isEmpty ? name : name + Phrase(same: name.zh.isEmpty ? places : " \(places)")
  }

  /// The name of a step, where one is told.
  public static func steps(_ word: String) -> Phrase? {
    ApplicationStepKind(rawValue: word)?.phrase ?? EvaluationRoundStepKind(rawValue: word)?.phrase ?? ChangeStepKind(rawValue: word)?.phrase
      ?? DirectorStepKind(rawValue: word)?.phrase ?? RevocationStepKind(rawValue: word)?.phrase
  }

  /// What a value says, where it is one of the program's own words; else as it stands.
  ///
  /// - Parameters:
  ///   - name: the field.
  ///   - object: what it is a field of.
  public static func value(_ text: String, of name: String, _ object: String) -> Phrase {
    let field = String(name.split(separator: ".").last { !$0.hasPrefix("_") } ?? "")
    let kind = object.split(separator: "/").first.map(String.init) ?? ""
    let word: Phrase? =
      switch field {
      case "status": CenterStatus(rawValue: text)?.phrase
      case "role": Role(rawValue: text)?.phrase
      case "host_kind": HostKind(rawValue: text)?.phrase
      case _ where kind == "revocation" && (RevocationGround(rawValue: text) != nil || RevocationPart(rawValue: text) != nil):
        RevocationGround(rawValue: text)?.phrase ?? RevocationPart(rawValue: text)?.phrase
      case "means": secrets[text]
      case "kind":
        switch kind {
        case "password": secrets[text]
        case "department": DepartmentKind(rawValue: text)?.phrase
        case "expert": ExpertKind(rawValue: text)?.phrase
        default: HostKind(rawValue: text)?.phrase
        }
      case "stage", "state":
        switch kind {
        case "application": ApplicationStage(rawValue: text)?.phrase
        case "change": ChangeStage(rawValue: text)?.phrase
        case "director": DirectorStage(rawValue: text)?.phrase
        case "revocation": RevocationStage(rawValue: text)?.phrase
        case "round": RoundState(rawValue: text)?.phrase
        default: nil
        }
      case "duty": CommitteeMember.Duty(rawValue: text)?.phrase
      case "members": members(text)
      case "recommendation": ExpertOpinion.Recommendation(rawValue: text)?.phrase
      case _ where object.contains("/opinion/") && ExpertOpinion.Answer(rawValue: text) != nil: ExpertOpinion.Answer(rawValue: text)?.phrase
      case "method": RoundMethod(rawValue: text)?.phrase
      case "department", "county", "jurisdiction": PlaceNames.standard[text]
      case _ where isYesOrNo.contains(field): ["1", "true"].contains(text) ? yes : ["0", "false"].contains(text) ? no : nil
      default: text == "yes" ? yes : text == "no" ? no : nil
      }
    return word ?? Phrase(same: text)
  }

  /// The members of a committee, a line each: name, employer, office.
  private static func members(_ text: String) -> Phrase {
    let lines = text.split(separator: "\n").map { line -> Phrase in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let told = parts.enumerated().filter { !$1.isEmpty }.map { place, part in
        place == 2 ? CommitteeMember.Duty(rawValue: part)?.phrase ?? Phrase(same: part) : Phrase(same: part)
      }
      return Phrase(zh: told.map(\.zh).joined(separator: "，"), en: told.map(\.en).joined(separator: ", "))
    }
    return Phrase(zh: lines.map(\.zh).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n"))
  }

  private static let secrets = [
    "code": Phrase(zh: "一次性代码", en: "a one-time code"), "password": Phrase(zh: "口令", en: "a password"),
  ]
  private static let yes = Phrase(zh: "是", en: "yes")
  private static let no = Phrase(zh: "否", en: "no")

  private static let isYesOrNo: Set<String> = [
    "isUpheld", "isGood", "holds", "creditGood", "guaranteeConditions", "independentRDUnit", "legalPerson", "technicalAdvantage",
    "industryUniversityCooperation", "inspection", "instruments", "pilotTest", "premises", "projectCapability", "proprietaryTechnology",
    "resourceIntegration", "teamStructureSound", "transferExperience", "declarationSigned",
  ]

  private static let words: [String: Phrase] = registry.merging(people) { $1 }.merging(applications) { $1 }.merging(rounds) { $1 }
    .merging(duties) { $1 }

  private static let registry: [String: Phrase] = [
    "name": Phrase(zh: "名称", en: "name"), "host": Phrase(zh: "依托单位", en: "host unit"), "host_kind": Phrase(zh: "单位类型", en: "kind of host"),
    "co_builders": Phrase(zh: "共建单位", en: "co-builders"), "department": Phrase(zh: "归口管理部门", en: "department"),
    "field": Phrase(zh: "技术领域", en: "field"), "certified_on": Phrase(zh: "认定日期", en: "certified on"),
    "status": Phrase(zh: "状态", en: "status"),
    "director": Phrase(zh: "主任", en: "director"), "former_names": Phrase(zh: "曾用名", en: "former names"),
    "name_key": Phrase(zh: "用于比对的名称", en: "name it is compared by"),
    "registered_in": Phrase(zh: "依托单位注册地", en: "host registered in"), "former": Phrase(zh: "原名", en: "former name"),
    "kind": Phrase(zh: "类别", en: "kind"),
    "jurisdiction": Phrase(zh: "管辖", en: "jurisdiction"),
    "province": Phrase(zh: "省", en: "province"), "county": Phrase(zh: "县（市、区）", en: "county"),
    "aliases": Phrase(zh: "曾用名、简称", en: "other names"), "contact": Phrase(zh: "联系人", en: "contact"),
    "phone": Phrase(zh: "电话", en: "telephone"),
    "english": Phrase(zh: "英文名", en: "English name"), "retired_on": Phrase(zh: "停用日期", en: "retired on"),
    "center": Phrase(zh: "中心", en: "center"), "reason": Phrase(zh: "理由", en: "reason"), "matter": Phrase(zh: "事项", en: "matter"),
    "petition": Phrase(zh: "申请", en: "request"), "changes": Phrase(zh: "变更", en: "change"), "grounds": Phrase(zh: "理由", en: "grounds"),
    "evidence": Phrase(zh: "佐证材料", en: "evidence"), "decision": Phrase(zh: "决定", en: "decision"),
    "document": Phrase(zh: "文号", en: "document"),
    "ground": Phrase(zh: "事由", en: "ground"), "case": Phrase(zh: "情形", en: "case"), "remark": Phrase(zh: "意见", en: "remark"),
    "hostName": CenterAspect.hostName.phrase, "centerName": CenterAspect.centerName.phrase,
    "registration": CenterAspect.registration.phrase,
    "mainBusiness": CenterAspect.mainBusiness.phrase, "other": CenterAspect.other.phrase, "in": Phrase(zh: "注册地", en: "registered in"),
    "state": Phrase(zh: "状态", en: "state"), "stage": Phrase(zh: "进度", en: "stage"), "step": Phrase(zh: "步骤", en: "step"),
    "on": Phrase(zh: "日期", en: "day"), "day": Phrase(zh: "日期", en: "day"), "where": Phrase(zh: "公布于", en: "published in"),
    "proposedOn": Phrase(zh: "提出日期", en: "proposed on"), "replyBy": Phrase(zh: "陈述意见截止", en: "reply by"),
    "last": Phrase(zh: "末日", en: "last day"), "isProvisional": Phrase(zh: "节假日未定", en: "holidays not known yet"),
    "successor": Phrase(zh: "承接的中心", en: "successor"), "predecessors": Phrase(zh: "并入的中心", en: "predecessors"),
  ]

  private static let people: [String: Phrase] = [
    "login": Phrase(zh: "账号", en: "login"), "role": Phrase(zh: "身份", en: "role"), "organization": Phrase(zh: "单位", en: "organization"),
    "ssh_keys": Phrase(zh: "公钥", en: "public keys"), "disabled_on": Phrase(zh: "停用日期", en: "disabled on"),
    "employer": Phrase(zh: "工作单位", en: "employer"), "former_employers": Phrase(zh: "曾任职单位", en: "former employers"),
    "title": Phrase(zh: "名称、职称", en: "title"), "fields": Phrase(zh: "领域", en: "fields"), "person": Phrase(zh: "人员", en: "person"),
    "present": Phrase(zh: "到会", en: "present"), "leader": Phrase(zh: "组长、带头人", en: "leader"), "assigned": Phrase(zh: "已安排", en: "named"),
    "released": Phrase(zh: "解除事由", en: "let go because"), "expert": Phrase(zh: "专家", en: "expert"), "by": Phrase(zh: "经办", en: "by"),
    "text": Phrase(zh: "内容", en: "text"), "duty": Phrase(zh: "职务", en: "duty"), "means": Phrase(zh: "凭", en: "by"),
    "seal": Phrase(zh: "口令的封印", en: "seal of the secret"), "from": Phrase(zh: "来自", en: "from"),
    "failures": Phrase(zh: "此前不对的次数", en: "attempts in vain before"),
  ]

  private static let applications: [String: Phrase] = [
    "applicant": Phrase(zh: "申报账号", en: "applicant"), "year": Phrase(zh: "年度", en: "year"),
    "opens_on": Phrase(zh: "开始受理日", en: "opening day"), "host_by": CallDeadline.host.phrase,
    "department_by": CallDeadline.department.phrase,
    "correction_by": CallDeadline.correction.phrase, "minimum_experts": Phrase(zh: "评审专家至少", en: "experts at least"),
    "documents": Phrase(zh: "申报材料", en: "documents"), "researchDirection": EligibilitySubject.researchDirection.phrase,
    "researchContent": EligibilitySubject.researchContent.phrase, "goals": EligibilitySubject.goals.phrase,
    "registeredIn": EligibilitySubject.registeredIn.phrase, "legalPerson": EligibilitySubject.legalPerson.label,
    "technicalAdvantage": EligibilitySubject.technicalAdvantage.label, "independentRDUnit": EligibilitySubject.independentRDUnit.label,
    "lastYearRevenue": EligibilitySubject.lastYearRevenue.label,
    "lastYearTechnologySpending": EligibilitySubject.lastYearTechnologySpending.label, "creditGood": EligibilitySubject.creditGood.label,
    "guaranteeConditions": EligibilitySubject.guaranteeConditions.label, "ownIP": Phrase(zh: "自主知识产权", en: "own intellectual property"),
    "proprietaryTechnology": Phrase(zh: "专有技术", en: "proprietary technology"),
    "industryUniversityCooperation": EligibilitySubject.industryUniversityCooperation.label,
    "projectCapability": EligibilitySubject.projectCapability.label, "transferExperience": EligibilitySubject.transferExperience.label,
    "resourceIntegration": EligibilitySubject.resourceIntegration.label, "teamStructureSound": EligibilitySubject.teamStructureSound.label,
    "fixedStaff": Phrase(zh: "固定人员", en: "fixed staff"), "premises": EligibilitySubject.premises.label,
    "instruments": EligibilitySubject.instruments.label, "pilotTest": EligibilitySubject.pilotTest.label,
    "inspection": EligibilitySubject.inspection.label, "coBuilders": Phrase(zh: "共建单位", en: "co-builder"),
    "agreement": Phrase(zh: "共建协议", en: "agreement"), "signed": Phrase(zh: "已签", en: "signed"), "body": Phrase(zh: "具体机构", en: "body"),
    "people": Phrase(zh: "人员", en: "people"), "tasks": Phrase(zh: "任务", en: "tasks"), "hostShare": Phrase(zh: "依托单位占比", en: "host's share"),
    "conditions": Phrase(zh: "科研条件", en: "conditions"), "staff": Phrase(zh: "研发人员", en: "staff"),
    "projects": Phrase(zh: "科研项目", en: "projects"), "results": Phrase(zh: "科技成果", en: "results"), "percent": Phrase(same: "%"),
    "counted": Phrase(zh: "计数", en: "counted"), "total": Phrase(zh: "合计", en: "total"),
    "declarationSigned": Phrase(zh: "已签完整真实声明", en: "declaration signed"), "committees": Phrase(zh: "委员会", en: "committees"),
    "management": Phrase(zh: "管理委员会", en: "management committee"), "advisory": Phrase(zh: "技术指导委员会", en: "technical advisory committee"),
    "opinion": Phrase(zh: "意见", en: "opinion"), "submitted": Phrase(zh: "已提交", en: "submitted"),
    "judgement": Phrase(zh: "认定", en: "judgement"), "check": Phrase(zh: "信用查询", en: "credit check"),
    "isGood": Phrase(zh: "信用良好", en: "credit good"), "source": Phrase(zh: "来源", en: "source"), "result": Phrase(zh: "结果", en: "result"),
    "holds": Phrase(zh: "符合", en: "holds"), "subject": Phrase(zh: "条件", en: "condition"), "receivedOn": Phrase(zh: "收到日期", en: "came on"),
    "signedBy": Phrase(zh: "署名", en: "signed by"), "isUpheld": Phrase(zh: "成立", en: "upheld"),
    "workingDays": Phrase(zh: "公示工作日", en: "working days"), "minutes": Phrase(zh: "会议纪要号", en: "minutes"),
    "code": Phrase(zh: "编号", en: "code"), "visit": Phrase(zh: "现场考察", en: "site visit"), "findings": Phrase(zh: "情况", en: "findings"),
  ]

  private static let rounds: [String: Phrase] = [
    "points": Phrase(zh: "得分", en: "points"), "comment": Phrase(zh: "评语", en: "comment"), "score": Phrase(zh: "得分", en: "score"),
    "grade": Phrase(zh: "等级", en: "grade"), "rank": Phrase(zh: "排名", en: "rank"), "value": Phrase(zh: "数值", en: "value"),
    "note": Phrase(zh: "说明", en: "note"), "origin": Phrase(zh: "来由", en: "how it came"), "method": Phrase(zh: "计分方法", en: "method"),
    "minimum_sheets": Phrase(zh: "至少评分表数", en: "sheets at least"), "material_by": Phrase(zh: "材料截止", en: "material by"),
    "report_by": Phrase(zh: "上报截止", en: "report by"), "scores_by": Phrase(zh: "评分截止", en: "scores by"),
    "table_version": Phrase(zh: "指标体系版本", en: "version of the table"), "notice_until": Phrase(zh: "公示至", en: "on notice until"),
    "excellent": Phrase(zh: "优秀", en: "excellent"), "proposed": Phrase(zh: "提请撤销", en: "proposed to revoke"),
    "incentive": Phrase(zh: "激励事项", en: "incentive"), "outcome": Phrase(zh: "落实情况", en: "outcome"),
    "agency": Phrase(zh: "第三方机构", en: "agency"), "bureau": Phrase(zh: "市科技局", en: "bureau"),
    "second_look": Phrase(zh: "复核", en: "second look"),
    "entered_by": Phrase(zh: "代录人", en: "typed by"), "paper": Phrase(zh: "纸质表", en: "paper"),
    "confirmed": Phrase(zh: "已确认", en: "confirmed"),
    "declared": Phrase(zh: "声明", en: "declared"), "own_scores": Phrase(zh: "自评", en: "own scores"), "date": Phrase(zh: "日期", en: "date"),
    "centers": Phrase(zh: "中心", en: "centers"), "taken": Phrase(zh: "带出的审计记录", en: "link of the taking"),
    "edits": Phrase(zh: "文件中的修改数", en: "edits in the file"), "left": Phrase(zh: "留下的中心", en: "centers left out"),
    "file": Phrase(zh: "文件名", en: "file"), "location": Phrase(zh: "存放位置", en: "location"), "sha256": Phrase(zh: "摘要", en: "SHA-256"),
    "size": Phrase(zh: "大小", en: "size"), "proves": Phrase(zh: "证明", en: "proves"), "attachment": Phrase(zh: "附件", en: "document"),
    "round": Phrase(zh: "评估年度", en: "round"), "undoes": Phrase(zh: "撤销的导入（环）", en: "takes back the import of link"),
    "rows": Phrase(zh: "条数", en: "rows"), "root": Phrase(zh: "哈希树根", en: "root of the tree"),
    "seed": Phrase(zh: "种子", en: "seed"), "seed_chosen": Phrase(zh: "种子由人指定", en: "seed was chosen"),
    "drawn": Phrase(zh: "抽取", en: "drawn"), "pool": Phrase(zh: "专家库", en: "pool"), "per_center": Phrase(zh: "每中心人数", en: "per center"),
    "missing": Phrase(zh: "缺", en: "missing"), "applied": Phrase(zh: "已采用", en: "applied"), "columns": Phrase(zh: "栏目", en: "columns"),
  ]

  private static let duties: [String: Phrase] = [
    "record": Phrase(zh: "记录", en: "record"), "meeting": Phrase(zh: "会议", en: "meeting"), "members": Phrase(zh: "成员", en: "members"),
    "since": Phrase(zh: "自", en: "since"), "agenda": Phrase(zh: "议程", en: "agenda"), "committee": Phrase(zh: "委员会", en: "committee"),
    "part": Phrase(zh: "部分", en: "part"),
  ]
}
