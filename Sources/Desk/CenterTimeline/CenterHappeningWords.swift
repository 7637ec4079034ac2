import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What is said of something that happened to a center.
struct CenterHappeningWords {
  let happening: CenterHappening
  let look: Look
  let names: FieldNames
  /// Among how many centers a rank is, by year, as far as that is known.
  var ranked: [Int: Int] = [:]

  private func inRound(_ matter: RoundHappening.Matter) -> HappeningWords {
    HappeningWords(matter, on: happening.on, look: look)
  }

  /// What happened, for a column.
  var title: Phrase {
    switch happening.matter {
    case .certified: Phrase(zh: "认定", en: "certified")
    case .imported: Phrase(zh: "导入管理序列", en: "came from a file")
    case .recorded: Phrase(zh: "登记信息变动", en: "record changed")
    case .round(let year, let matter): Phrase(same: "\(year) ") + inRound(matter).title
    case .sheet(let year, _, isSubmitted: true): Phrase(zh: "\(year) 提交评分表", en: "\(year) sheet handed in")
    case .sheet(let year, _, isSubmitted: false): Phrase(zh: "\(year) 撤回评分表", en: "\(year) sheet taken back")
    case .result(let result, isImported: false): Phrase(zh: "\(result.year) 评估结果公示", en: "\(result.year) result published")
    case .result(let result, isImported: true): Phrase(zh: "导入 \(result.year) 评估结果", en: "\(result.year) result imported")
    case .begun(let kind, number: _, subject: _): Phrase(zh: kind.beginning.zh, en: "\(kind.phrase.en) begun")
    case .step(_, number: _, let step, article: _): step
    case .revoked: Phrase(zh: "撤销资格公布", en: "revocation published")
    case .reorganised: Phrase(zh: "重组", en: "reorganised")
    case .document(_, title: _, .entered): Phrase(zh: "登记附件", en: "document entered")
    case .document(_, title: _, .corrected): Phrase(zh: "更正附件", en: "document corrected")
    case .document(_, title: _, .removed): Phrase(zh: "移除附件", en: "document taken out")
    case .duty(let duty): CenterHappeningWords.title(of: duty)
    }
  }

  private static func title(of duty: DutyHappening) -> Phrase {
    if duty.isRemoved { return Phrase(zh: "移除职责记录", en: "duty record taken out") }
    if duty.isCorrected { return Phrase(zh: "更正职责记录", en: "duty record corrected") }
    return switch duty.subject {
    case .members: Phrase(zh: "委员会组成", en: "committee named")
    case .meeting: Phrase(zh: "委员会会议", en: "committee met")
    case .record: Phrase(zh: "登记职责记录", en: "duty record entered")
    }
  }

  /// What it is about, in a line.
  var about: String {
    switch happening.matter {
    case .certified(let document, let application):
      [document, application].compactMap(\.self).joined(separator: "  ")
    case .imported: ""
    case .recorded(let changes): look(changes.map { changed($0) }.joined(zh: "；", en: "; "))
    case .round(_, let matter):
      [inRound(matter).expertName, inRound(matter).reason].filter { !$0.isEmpty }.removingRepeats.joined(
        separator: look(Phrase(zh: "：", en: ": ")))
    case .sheet(_, let expert, isSubmitted: _): expert.name
    case .result(let result, isImported: _):
      "\(result.score)  \(look(result.grade.phrase))"
        + (result.rank.map { "  " + look(.rank($0, of: ranked[result.year])) } ?? "")
    case .begun(_, let number, let subject): "\(number)  \(look(subject))"
    case .step(let kind, let number, step: _, article: _): "\(number)  \(look(kind.phrase))"
    case .revoked(let revocation, at: _): look(revocation.ground.phrase)
    case .reorganised(let event):
      event.decision.predecessors.map(\.string).joined(separator: look(Phrase(zh: "、", en: ", "))) + " → "
        + "\(event.decision.successor)  \(event.decision.document)"
    case .document(let year, let title, _): title + (year.map { "（\($0)）" } ?? look(Phrase.duties.inBrackets))
    case .duty(let duty): duty.told(look)
    }
  }

  /// What it says in full: a label and a text a line.
  var grounds: [(label: Phrase, text: Phrase)] {
    var lines: [(Phrase, Phrase)] = []
    switch happening.matter {
    case .recorded(let changes):
      lines = changes.map { (AuditFieldWords.phrase($0.field).asLabel, words($0)) }
    case .round(_, let matter):
      // What it rests on stands last there as here.
      lines = inRound(matter).grounds.dropLast()
      if case .step = matter, !about.isEmpty { lines.append((Phrase(zh: "说明", en: "Said"), Phrase(same: about))) }
    case .certified(let document, let application):
      if let document { lines.append((Phrase(zh: "文号", en: "Document"), Phrase(same: document))) }
      if let application { lines.append((Phrase(zh: "申请", en: "Application"), Phrase(same: application))) }
      if document == nil {
        lines.append((.certified, Phrase(zh: "在本系统启用之前认定，日期据登记", en: "before this desk; the day is that of the registry")))
      }
    case .revoked(let revocation, at: let place):
      lines.append((Phrase(zh: "依据", en: "Ground"), revocation.ground.phrase))
      lines.append((Phrase(zh: "决定", en: "Decision"), Phrase(same: "\(revocation.decision.on)  \(revocation.decision.document)")))
      lines.append((Phrase(zh: "公布于", en: "Published at"), Phrase(same: place.string)))
    default:
      if !about.isEmpty { lines.append((Phrase(zh: "内容", en: "About"), Phrase(same: about))) }
    }
    if by.zh != "" { lines.append((Phrase(zh: "办理人", en: "By"), by)) }
    if let article = happening.article {
      lines.append((Phrase(zh: "依据", en: "Rests on"), Citation.phrase(article) + RulesInForce.remark(on: happening.on)))
    }
    return lines
  }

  /// Who did it, for a column: the office, and the name where it is told.
  var by: Phrase {
    let name = happening.name.map { Phrase(same: $0) }
    return [happening.office?.phrase, name].compactMap(\.self).joined(zh: " ", en: " ")
  }

  // MARK: - Columns of the registry

  private func changed(_ change: CenterHappening.FieldChange) -> Phrase {
    AuditFieldWords.phrase(change.field).asLabel + Phrase(zh: "：", en: ": ") + words(change)
  }

  private func words(_ change: CenterHappening.FieldChange) -> Phrase {
    value(change.before, of: change.field) + Phrase(same: " → ") + value(change.after, of: change.field)
  }

  private func value(_ text: String, of field: String) -> Phrase {
    if text.isEmpty { return Phrase(zh: "（空）", en: "(empty)") }
    return switch field {
    case "status", "host_kind": AuditFieldWords.value(text, of: field, "center")
    case "department", "field", "registered_in": names[text]
    default: Phrase(zh: text.replacing(";", with: "；"), en: text.replacing(";", with: "; "))
    }
  }
}

extension DutyHappening {
  /// What it is about, in a line.
  fileprivate func told(_ look: Look) -> String {
    let name =
      switch subject {
      case .members(let committee): look(committee.phrase)
      case .meeting(let committee, let day): "\(look(committee.phrase)) \(day)"
      case .record(_, let part?): look(part.phrase)
      case .record(let duty, nil): look(duty.phrase)
      }
    let said = text.replacing("\n", with: " ")
    return said.isEmpty ? name : name + look(Phrase(zh: "：", en: ": ")) + said
  }
}

extension [Phrase] {
  /// All of them in a row.
  fileprivate func joined(zh: String, en: String) -> Phrase {
    Phrase(zh: map(\.zh).joined(separator: zh), en: map(\.en).joined(separator: en))
  }
}

extension [String] {
  /// Without what says the same as the one before it.
  fileprivate var removingRepeats: [String] { reduce(into: []) { if $0.last != $1 { $0.append($1) } } }
}
