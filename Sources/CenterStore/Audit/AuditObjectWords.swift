import Regulation
import Wording

/// How the objects of the chain are called: what kind of thing a path names, and then what tells it from others of its kind.
///
/// ```swift
/// AuditObjectWords.phrase("revocation/CX2026-0001/keep")  // 撤销资格 CX2026-0001 · 决定不予撤销
/// ```
public enum AuditObjectWords {
  /// What an object is called; what only a newer program knows, as the chain writes it.
  ///
  /// - Parameter path: as the chain writes it: the kind, and the parts that follow, parted by `/`.
  public static func phrase(_ path: String) -> Phrase {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let word = parts.removeFirst()
    guard let kind = kinds[word] ?? tables[word] else { return Phrase(same: path) }
    let pieces = pieces(parts, of: word)
    // Of a term the list says more than that it is one.
    if word == "term", let list = pieces.first { return pieces.dropFirst().reduce(list.words, joined) }
    return pieces.reduce(kind, joined)
  }

  /// A part of a path: what names a thing, or a word of the program's own.
  private struct Piece {
    let words: Phrase
    var isWord = true
  }

  private static func joined(_ words: Phrase, _ piece: Piece) -> Phrase {
    words + Phrase(same: piece.isWord ? " · " : " ") + piece.words
  }

  private static func pieces(_ parts: [String], of kind: String) -> [Piece] {
    parts.enumerated().map { place, part in
      word(part, at: place, of: kind, parts).map { Piece(words: $0) } ?? Piece(words: Phrase(same: part), isWord: false)
    }
  }

  /// What a part says where a word of the program stands; `nil` where a name, a number or a day does.
  private static func word(_ part: String, at place: Int, of kind: String, _ parts: [String]) -> Phrase? {
    switch (kind, place) {
    case ("application", 1): asides[part] ?? ApplicationStepKind(rawValue: part)?.phrase
    case ("application", 2) where parts[1] == "judgement": EligibilitySubject(rawValue: part)?.phrase
    case ("change", 1): ChangeStepKind(rawValue: part)?.phrase
    case ("director", 1): DirectorStepKind(rawValue: part)?.phrase
    case ("revocation", 1): RevocationStepKind(rawValue: part)?.phrase
    case ("committee", 1), ("meeting", 1): CommitteeKind(rawValue: part)?.phrase
    case ("duty", 1): Duty(rawValue: part)?.phrase
    case ("duty", 2): DutyPart(rawValue: part)?.phrase
    case ("term", 0): TermKind(rawValue: part)?.phrase
    case ("incentive", 2): Incentive(rawValue: part)?.phrase
    case ("pledge", 0), ("attachment", 0): part == "duties" ? Phrase(zh: "职责", en: "duties") : kinds[part]
    case ("material", 2), ("sheet", 3): asides[part]
    default: nil
    }
  }

  private static let asides: [String: Phrase] = [
    "form": Phrase(zh: "申请书", en: "form"), "expert": Phrase(zh: "评审专家", en: "expert"),
    "opinion": Phrase(zh: "专家意见", en: "opinion of"),
    "group": Phrase(zh: "专家组意见", en: "group opinion"), "judgement": Phrase(zh: "认定", en: "judgement"),
    "credit": Phrase(zh: "信用查询", en: "credit check"), "declaration": Phrase(zh: "声明", en: "declaration"),
    "paper": Phrase(zh: "纸质表", en: "paper"),
  ]

  /// What the rows of tables are that the doctor names, where the chain has no word of its own for them.
  private static let tables: [String: Phrase] = [
    "application_step": Phrase(zh: "申请的步骤", en: "step of application"), "round_step": Phrase(zh: "评估的步骤", en: "step of round"),
    "matter": Phrase(zh: "事项", en: "matter"), "matter_step": Phrase(zh: "事项的步骤", en: "step of matter"),
    "committee_seat": Phrase(zh: "委员会成员", en: "committee member"), "committee_meeting": Phrase(zh: "会议", en: "meeting"),
    "duty_record": Phrase(zh: "职责记录", en: "duty record"), "credit_check": Phrase(zh: "信用查询", en: "credit check"),
    "released": Phrase(zh: "解除的评审任务", en: "expert let go"), "recusal_request": Phrase(zh: "回避申请", en: "recusal request"),
    "organization_alias": Phrase(zh: "单位的其他名称", en: "other name of organization"),
  ]

  private static let kinds: [String: Phrase] = [
    "center": Phrase(zh: "中心", en: "center"), "organization": Phrase(zh: "单位", en: "organization"),
    "department": Phrase(zh: "归口管理部门", en: "department"), "term": Phrase(zh: "领域、产业、集群", en: "term"),
    "reorganisation": Phrase(zh: "重组", en: "reorganisation"), "store": Phrase(zh: "数据文件", en: "store"),
    "change": MatterKind.change.phrase, "director": MatterKind.director.phrase, "revocation": MatterKind.revocation.phrase,
    "user": Phrase(zh: "用户", en: "user"), "expert": Phrase(zh: "专家", en: "expert"), "login": Phrase(zh: "登录", en: "logging in of"),
    "password": Phrase(zh: "口令", en: "password of"), "conflict": Phrase(zh: "利害关系", en: "conflict"),
    "recusal": Phrase(zh: "回避申请", en: "recusal request"), "pledge": Phrase(zh: "承诺", en: "pledge"),
    "call": Phrase(zh: "申报通知", en: "call"), "application": Phrase(zh: "申请", en: "application"),
    "round": Phrase(zh: "评估年度", en: "round"), "draw": Phrase(zh: "抽取专家", en: "draw"), "attendance": Phrase(zh: "到会", en: "attendance"),
    "assignment": Phrase(zh: "评审任务", en: "assignment"), "exclusion": Phrase(zh: "不予安排", en: "exclusion"),
    "sheet": Phrase(zh: "评分表", en: "sheet"), "score": Phrase(zh: "评分", en: "score"), "leader": Phrase(zh: "组长", en: "leader"),
    "group": Phrase(zh: "专家组意见", en: "group opinion"), "site": Phrase(zh: "复核", en: "second look"),
    "result": Phrase(zh: "评估结果", en: "result"), "incentive": Phrase(zh: "激励事项", en: "incentive"),
    "offline": Phrase(zh: "离线评分", en: "offline sheets"), "material": Phrase(zh: "评估材料", en: "material"),
    "fact": Phrase(zh: "基础数据", en: "fact"), "check": Phrase(zh: "数据审查", en: "check of facts"),
    "remark": Phrase(zh: "疑点说明", en: "remark"), "own": Phrase(zh: "自评", en: "own score"),
    "attachment": Phrase(zh: "附件", en: "document"), "committee": Phrase(zh: "委员会", en: "committee"),
    "meeting": Phrase(zh: "会议", en: "meeting"), "duty": Phrase(zh: "运行管理职责", en: "duty"),
    "centers": Phrase(zh: "中心", en: "centers"), "organizations": Phrase(zh: "单位", en: "organizations"),
    "departments": Phrase(zh: "归口管理部门", en: "departments"), "users": Phrase(zh: "用户", en: "users"),
    "experts": Phrase(zh: "专家", en: "experts"), "conflicts": Phrase(zh: "利害关系", en: "conflicts"),
    "applications": Phrase(zh: "申请", en: "applications"), "scores": Phrase(zh: "评分", en: "scores"),
    "results": Phrase(zh: "评估结果", en: "results"), "facts": Phrase(zh: "基础数据", en: "facts"),
    "attachments": Phrase(zh: "附件", en: "documents"),
  ]
}
