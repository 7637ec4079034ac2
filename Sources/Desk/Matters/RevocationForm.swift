import CenterStore
import Regulation
import Widgets
import Wording

/// What is asked for before a revocation is proposed: every part of its ground and what proves it (article 30).
struct RevocationForm: Sendable {
  /// The ground.
  let ground: RevocationGround
  /// Whether the host fills it in; else staff do, who need the host's paper where it asks itself (article 30(8)).
  let isHosts: Bool

  private var needsPaper: Bool { ground == .ownRequest && !isHosts }

  /// What follows from proposing, for one center.
  var words: Phrase {
    if ground == .ownRequest, isHosts {
      return Phrase(zh: "市科技局决定前可以撤回。", en: "It can be taken back until the bureau decides.")
    }
    return
      (needsPaper
      ? Phrase(zh: "据依托单位的书面申请登记；", en: "Entered from the host's written request. ")
      : Phrase(zh: "各要件缺一不可；", en: "Every part is needed. "))
      + Phrase(
        zh: "依托单位可在 \(Revocation.replyDays) 个工作日内陈述意见，再由人决定。",
        en: "The host may reply within \(Revocation.replyDays) working days, then a person decides.")
  }

  /// The fields.
  ///
  /// - Parameter isShared: whether the same is put on file of several centers.
  func fields(isShared: Bool = false) -> [ActField] {
    let paper = [
      ActField(
        id: "paper", label: Phrase(zh: "书面申请", en: "Written request"), kind: .line(limit: 100),
        hint: Phrase(zh: "文号，没有的写名称", en: "its number, or its title")),
      ActField(id: "asked", label: Phrase(zh: "申请日期", en: "Its day"), kind: .day),
    ]
    let evidence = ActField(
      id: "evidence", label: Phrase(zh: "佐证材料", en: "Evidence"), kind: .lines,
      hint: isShared
        ? Phrase(zh: "名称和存放处，每个中心相同", en: "what it is and where it lies: the same for each")
        : Phrase(zh: "名称和存放处", en: "what it is and where it lies"))
    return ground.parts.map { ActField(id: $0.rawValue, label: $0.phrase.asLabel, kind: .lines) } + (needsPaper ? paper : []) + [evidence]
  }

  /// The case that the answers state.
  ///
  /// - Throws: ``Refusal`` where they state none.
  func stated(_ answers: ActAnswers) throws -> RevocationCase {
    var findings: [RevocationPart: PlainText] = [:]
    for part in ground.parts { findings[part] = answers.text(part.rawValue) }
    let paper = needsPaper ? answers.day("asked").map { RevocationCase.Paper(on: $0, document: answers.text("paper")) } : nil
    return try RevocationCase(ground, findings: findings, evidence: answers.text("evidence"), paper: paper)
  }
}
