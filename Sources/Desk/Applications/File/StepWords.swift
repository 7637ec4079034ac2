import CenterStore
import Regulation
import Wording

extension Objection {
  /// What stands where it will be told whether an objection counts, while nothing of it is written.
  static let untold = Phrase(zh: "填写后在此提示：影响办理，还是只登记备查", en: "As you write, this line says whether it holds anything up")
}

/// What is said of a step before it is taken: what follows from it, and what would come of what is written so far.
extension StepFields {
  /// What follows from a step.
  static func words(of kind: ApplicationStepKind, _ file: ApplicationFile) -> Phrase {
    switch kind {
    case .admitLate: Phrase(zh: "该环节的截止日不再约束本申请（办法第10条）。", en: "That last day no longer binds this application (article 10).")
    case .returnForCorrection: Phrase(zh: "申请单位补正后再提交。", en: "The host corrects it and hands it in again.")
    case .decline, .failCheck, .passOver, .refuse:
      Phrase(zh: "申请就此办结，理由告知申请单位。", en: "The application ends here; the host is told the reason.")
    case .recommend: Phrase(zh: "推荐后由市科技局受理（办法第10、11条）。", en: "The bureau takes it in then (articles 10, 11).")
    case .sendBack:
      Phrase(
        zh: "只能退回一次；补正截止日为 \(file.call.lastDays.correction)（办法第11条）。",
        en: "Once only; corrections come in by \(file.call.lastDays.correction) (article 11).")
    case .passCheck: Phrase(zh: "合格后安排专家评审（办法第11条）。", en: "Experts review it then (article 11).")
    case .visit: Phrase(zh: "现场考察记录在案（办法第11条）。", en: "The visit stays on file (article 11).")
    case .approve: Phrase(zh: "同意后进行公示（办法第12条）。", en: "The public notice follows (article 12).")
    case .publishNotice:
      Phrase(
        zh: "公示期满次日起方可认定；公示上写明的日期为准（办法第12条）。", en: "Certification from the day after its last day; the printed days govern (article 12).")
    case .object:
      Phrase(zh: "在公示期内、署名并附证据的异议处理前不能认定（办法第12条）。", en: "In time, signed and with evidence, it holds certification up (article 12).")
    case .settleObjection: Phrase(zh: "处理结果记录在案（办法第12条）。", en: "The finding stays on file (article 12).")
    case .certify: Phrase(zh: "纳入管理序列，今日为认定日期（办法第12条）。", en: "It enters the registry; today is its certification date (article 12).")
    case .withdraw: Phrase(zh: "撤回后不能恢复，可另行申请。", en: "It cannot be taken up again; another can be begun.")
    case .accept: Phrase(zh: "受理后进入初审（办法第11条）。", en: "The preliminary check follows (article 11).")
    case .propose: Phrase(zh: "列入拟新建名单，提请局党组会研究（办法第12条）。", en: "It goes to the party group with the list (article 12).")
    case .submit, .correct: Phrase(same: "")
    }
  }

  /// What is read before a step: the objection that is settled.
  static func reading(of kind: ApplicationStepKind, _ answers: ActAnswers, _ file: ApplicationFile) -> [ReadingLine] {
    guard kind == .settleObjection, case .onNotice(let notice, let objections) = file.application.state else { return [] }
    let open = openObjections(file)
    guard let place = answers.place("number"), open.indices.contains(place),
      let objection = objections.first(where: { $0.number == open[place] })
    else { return [] }
    let standing = objection.shortcoming(under: notice).map {
      Phrase(zh: "（登记备查，不影响认定：\($0.zh)）", en: " (on file, holds nothing up: \($0.en))")
    }
    let head = Phrase(
      zh: "第 \(objection.number) 号异议，\(objection.filedOn) 收到", en: "Objection no. \(objection.number), came \(objection.filedOn)")
    let said = StepRecord.words(objection.grounds, objection.signedBy, objection.evidence)
    return [ReadingLine(phrase: head + (standing ?? Phrase(same: "")))] + said.map { ReadingLine(phrase: $0, isQuoted: true) }
  }

  /// What would come of the answers so far; `nil` where nothing can be told.
  static func outcome(of kind: ApplicationStepKind, _ answers: ActAnswers, _ file: ApplicationFile, today: Day) -> Phrase? {
    switch kind {
    case .publishNotice:
      guard let days = answers.whole("days") else { return nil }
      guard let notice = try? PublicNotice(issuedOn: today, workingDays: days, calendar: file.situation.calendar) else { return nil }
      let remark = notice.isProvisional ? WorkingDays.Deadline.provisional : Phrase(same: "")
      return Phrase(zh: "公示至 \(notice.last)，次日起可认定", en: "The notice runs until \(notice.last); certify from the day after it") + remark
    case .object:
      guard case .onNotice(let notice, let objections) = file.application.state, let day = answers.day("day") else { return nil }
      let objection = Objection(
        number: objections.count + 1, filedOn: day, grounds: answers.text("grounds"), signedBy: answers.optionalText("signed"),
        evidence: answers.optionalText("evidence"))
      if objection.isEmpty, notice.isInTime(day) { return Objection.untold }
      guard let shortcoming = objection.shortcoming(under: notice) else {
        return Phrase(zh: "公示期内、有署名和证据：处理前不能认定", en: "In time, signed, with evidence: it holds certification up until it is settled")
      }
      return Phrase(zh: "只登记备查，不影响认定：\(shortcoming.zh)", en: "Kept on file, holds nothing up: \(shortcoming.en)")
    default: return nil
    }
  }
}
