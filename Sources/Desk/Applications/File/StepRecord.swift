import CenterStore
import Regulation
import Wording

/// What a step left on file, in the words of a history.
enum StepRecord {
  /// The lines beneath a step; none where it left nothing but that it was taken.
  ///
  /// - Parameters:
  ///   - number: the number of the objection that the step registers.
  ///   - notice: the notice that the step put up.
  static func lines(of step: ApplicationStep, objection number: Int, notice: PublicNotice?) -> [Phrase] {
    var lines = told(of: step, objection: number, notice: notice)
    if let reason = step.reason, !reason.isEmpty { lines.append(Phrase(same: reason.string)) }
    return lines
  }

  private static func told(of step: ApplicationStep, objection number: Int, notice: PublicNotice?) -> [Phrase] {
    switch step {
    case .admitLate(let deadline, _): return [deadline.phrase]
    case .visit(let visit):
      return [Phrase(zh: "\(visit.on)，\(visit.people)", en: "\(visit.on), \(visit.people)"), Phrase(same: visit.findings.string)]
    case .approve(let decision), .refuse(let decision, _): return [words(of: decision)]
    case .publishNotice(let days):
      guard let notice else { return [Phrase(zh: "\(days) 个工作日", en: "\(days) working days")] }
      return [
        Phrase(
          zh: "公示期 \(notice.issuedOn) 至 \(notice.last)（\(notice.workingDays) 个工作日）",
          en: "\(notice.issuedOn) to \(notice.last) (\(notice.workingDays) working days)")
      ]
    case .object(let day, let grounds, let signedBy, let evidence):
      return [Phrase(zh: "第 \(number) 号，\(day) 收到", en: "no. \(number), came \(day)")] + words(grounds, signedBy, evidence)
    case .settleObjection(let number, let isUpheld, _):
      return [Phrase(zh: "第 \(number) 号：", en: "no. \(number): ") + finding(isUpheld)]
    case .certify(let document, let code):
      return [Phrase(zh: "文号 \(document)，中心编号 \(code)", en: "document \(document), center \(code)")]
    case .submit, .returnForCorrection, .decline, .recommend, .accept, .sendBack, .correct, .passCheck, .failCheck, .propose, .passOver,
      .withdraw:
      return []
    }
  }

  /// What an objection says, who signed it and what proves it, as far as that is told.
  static func words(_ grounds: PlainText, _ signedBy: PlainText?, _ evidence: PlainText?) -> [Phrase] {
    var lines: [Phrase] = []
    if !grounds.isEmpty { lines.append(Phrase(same: grounds.string)) }
    if let name = signedBy { lines.append(Phrase(zh: "署名：\(name)", en: "signed: \(name)")) }
    if let evidence { lines.append(Phrase(zh: "证据：\(evidence)", en: "evidence: \(evidence)")) }
    return lines
  }

  /// Whether an objection is right.
  static func finding(_ isUpheld: Bool) -> Phrase { isUpheld ? Phrase(zh: "成立", en: "upheld") : Phrase(zh: "不成立", en: "not upheld") }

  /// The meeting of the party group and its minutes.
  static func words(of decision: PartyGroupDecision) -> Phrase {
    Phrase(zh: "会议日期 \(decision.on)，纪要号 \(decision.minutes)", en: "meeting of \(decision.on), minutes \(decision.minutes)")
  }

  /// What was done with a document.
  static func words(of deed: DocumentEvent.Kind, _ title: String) -> Phrase {
    switch deed {
    case .entered: Phrase(zh: "登记附件“\(title)”", en: "entered the document “\(title)”")
    case .corrected: Phrase(zh: "更正附件“\(title)”", en: "corrected the document “\(title)”")
    case .removed: Phrase(zh: "移除附件“\(title)”", en: "took out the document “\(title)”")
    }
  }

  /// What was done in a review, and what was said.
  static func words(of event: ReviewEvent) -> (Phrase, said: [Phrase]) {
    let name = event.expert ?? ""
    switch event.kind {
    case .named(let isLeader):
      let leader = isLeader ? Phrase(zh: "（组长）", en: " (leader)") : Phrase(same: "")
      return (Phrase(zh: "安排评审专家：\(name)", en: "named as expert: \(name)") + leader, [])
    case .released(let reason): return (Phrase(zh: "移除专家：\(name)", en: "let go as expert: \(name)"), [Phrase(same: reason.string)])
    case .handedIn: return (Phrase(zh: "提交评审意见：\(name)", en: "opinion handed in: \(name)"), [])
    case .takenBack: return (Phrase(zh: "撤回评审意见：\(name)", en: "opinion taken back: \(name)"), [])
    case .steppedAside(let reason): return (Phrase(zh: "专家回避：\(name)", en: "stepped aside: \(name)"), [Phrase(same: reason.string)])
    case .groupOpinion(let text):
      let leader = name.isEmpty ? Phrase(same: "") : Phrase(zh: "：\(name)", en: ": \(name)")
      return (Phrase(zh: "专家组意见", en: "group’s opinion") + leader, [Phrase(same: text.string)])
    }
  }
}
