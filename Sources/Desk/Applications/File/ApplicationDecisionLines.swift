import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// How an application was decided: what its state holds, and what the way to it left on file (article 12).
extension ApplicationLines {
  func decision(_ columns: Int) -> [StyledLine] {
    let trail = file.trail
    var lines: [StyledLine] = []
    switch file.application.state {
    case .returned(let reason), .sentBack(let reason):
      lines += entry(Phrase(zh: "须补正", en: "To be corrected"), reason.string, columns, .caution)
    case .ended(let ending):
      lines += entry(
        Phrase(zh: "结果", en: "Outcome"), look(file.summary.stage.phrase + Citation.bracketed(ending.article)), columns, .bad)
      lines += entry(Phrase(zh: "理由", en: "Reason"), ending.reason.string, columns)
    case .certified(let made):
      lines += entry(Phrase(zh: "中心编号", en: "Code"), made.code.string, columns, .good)
      lines += entry(Phrase(zh: "认定文号", en: "Document"), "\(made.document)  \(made.on)", columns)
    default: break
    }
    if let decision = trail.decision {
      lines += entry(Phrase(zh: "党组会", en: "Party group"), look(StepRecord.words(of: decision)), columns)
    }
    if let notice = trail.notice { lines += self.notice(notice, trail.objections, columns) }
    return lines.isEmpty ? [] : lines + [.blank]
  }

  private func notice(_ notice: PublicNotice, _ objections: [Objection], _ columns: Int) -> [StyledLine] {
    let (words, ink) = standing(of: notice)
    var lines = entry(Phrase(zh: "公示", en: "Notice"), look(words), columns, ink)
    if objections.isEmpty { lines += entry(Phrase(zh: "异议", en: "Objections"), look(Phrase(zh: "无", en: "none")), columns, .muted) }
    for objection in objections {
      lines += entry(
        Phrase(zh: "异议 \(objection.number)", en: "Objection \(objection.number)"),
        told(objection, under: notice).map { look($0) }.joined(separator: "\n"), columns, objection.settlement == nil ? .caution : .plain)
    }
    return lines
  }

  /// The days of a notice, and while the application is on it how many are left, or that it is over.
  private func standing(of notice: PublicNotice) -> (Phrase, Ink) {
    let days = Phrase(zh: "\(notice.issuedOn) 至 \(notice.last)", en: "\(notice.issuedOn) to \(notice.last)")
    guard file.summary.stage == .onNotice else { return (days, .plain) }
    if notice.isOver(on: today) {
      let words = Phrase(
        zh: "\(notice.issuedOn) 起，已期满，最后一天为 \(notice.last)", en: "from \(notice.issuedOn), ended; its last day was \(notice.last)")
      return (words, .good)
    }
    let left = file.situation.calendar.count(after: today, through: notice.last)
    let provisional = notice.isProvisional ? WorkingDays.Deadline.provisional : Phrase(same: "")
    return (
      days + Phrase(zh: "，还有 \(left) 个工作日", en: ", \(left) working \(left == 1 ? "day" : "days") left") + provisional, .caution
    )
  }

  /// An objection as far as it is told: when it came, how it stands, what it says, and how it was settled.
  private func told(_ objection: Objection, under notice: PublicNotice) -> [Phrase] {
    let standing: Phrase =
      if let settlement = objection.settlement {
        StepRecord.finding(settlement.isUpheld)
      } else if let shortcoming = objection.shortcoming(under: notice), role == .bureau || role == .admin {
        Phrase(zh: "登记备查，不影响认定：\(shortcoming.zh)", en: "on file, holds nothing up: \(shortcoming.en)")
      } else if objection.isOnlyOnFile == true {
        Phrase(zh: "登记备查，不影响认定", en: "on file, holds nothing up")
      } else {
        Phrase(zh: "待处理", en: "open")
      }
    var lines = [Phrase(zh: "\(objection.filedOn) 收到，", en: "came \(objection.filedOn), ") + standing]
    lines += StepRecord.words(objection.grounds, objection.signedBy, objection.evidence)
    if let settled = objection.settlement {
      lines.append(Phrase(zh: "\(settled.on) 处理：\(settled.reason)", en: "settled on \(settled.on): \(settled.reason)"))
    }
    return lines
  }
}
