import CenterStore
import Regulation
import Wording

/// How a center runs, in a few lines of its file: who sits on its committees, what they met about, plans, co-builders (articles 7, 14, 15 and 19).
extension CenterFileState {
  /// The lines; none for those who may not read its duties.
  func running() -> [Line] {
    guard let duties else { return [] }
    let counts = [DutyStanding.State.behind, .due, .kept].map { state in (state, duties.findings.count { $0.standing.state == state }) }
    let ink = counts.first { $0.1 > 0 }?.0.ink ?? .plain
    let standing = counts.map { Phrase(same: "") + $0.0.phrase + Phrase(same: " \($0.1)") }
    return [
      .heading(Phrase(zh: "运行管理（t 看全部）", en: "In operation (t: all of it)"), article: "13"),
      .entry(
        Phrase(zh: "职责", en: "Duties"),
        Phrase(zh: standing.map(\.zh).joined(separator: "、"), en: standing.map(\.en).joined(separator: ", ")), ink),
    ] + CommitteeKind.allCases.flatMap { committee($0, duties) } + plans(duties) + coBuilding(duties)
  }

  private func committee(_ kind: CommitteeKind, _ duties: DutyFile) -> [Line] {
    let members = duties.seats.map(\.tenure).filter { $0.committee == kind && $0.lasts(on: duties.day) }.map(\.seat.member)
    let chair = members.first { $0.duty == .chair }?.name.string
    let who =
      members.isEmpty
      ? Phrase(zh: "未登记", en: "not on file")
      : Phrase(zh: "\(members.count) 人", en: members.count == 1 ? "1 member" : "\(members.count) members")
        + (chair.map { Phrase(zh: "，主任 \($0)", en: ", chair \($0)") } ?? Phrase(same: ""))
    let label = kind == .management ? Phrase(zh: "管理委员会", en: "Committee") : Phrase(zh: "技术指导委员会", en: "Advisers")
    var lines: [Line] = [.entry(label, who, members.isEmpty ? .muted : .plain, article: kind.article)]
    if let last = duties.meetings.map(\.meeting).first(where: { $0.committee == kind }) {
      let agenda = last.agenda.map(\.phrase)
      lines.append(
        .entry(
          Phrase(same: ""),
          Phrase(
            zh: "\(last.day) 会议：\(agenda.map(\.zh).joined(separator: "、"))",
            en: "met \(last.day): \(agenda.map(\.en).joined(separator: ", "))"), .muted, article: kind.article))
    }
    return lines
  }

  /// The latest plan and projects.
  private func plans(_ duties: DutyFile) -> [Line] {
    let records = duties.entries.map(\.record).filter { $0.duty == .plan }
    let year = records.compactMap(\.year).max()
    return records.filter { $0.year == year }.map { record in
      .duty(
        Phrase(zh: record.part?.phrase.zh ?? "研发计划", en: record.part == .projects ? "Projects" : "Plan"),
        Phrase(same: "\(year.map { "\($0)  " } ?? "")\(record.text.string.replacing("\n", with: " "))"), record.duty)
    }
  }

  /// Of each co-builder its body, its people and its tasks.
  private func coBuilding(_ duties: DutyFile) -> [Line] {
    duties.entries.map(\.record).filter { $0.duty == .coBuilding }.map { record in
      .duty(
        Phrase(zh: "共建单位", en: "Co-builder"),
        Phrase(same: "\(record.subject)  ") + (record.part?.phrase ?? Phrase(same: "")) + Phrase(zh: "：", en: ": ")
          + Phrase(same: record.text.string.replacing("\n", with: " ")), record.duty)
    }
  }
}
