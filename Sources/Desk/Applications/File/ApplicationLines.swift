import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// A part of the file of an application to which a key leads.
enum FileSection: Sendable, Hashable {
  case summary, conditions, review, form, history
}

/// What stands in the file of an application, as lines of a given width.
struct ApplicationLines {
  let file: ApplicationFile
  let documents: [Attachment]
  let look: Look
  let measure: TextMeasure
  let role: Role
  let today: Day
  let names: FieldNames

  /// The parts that stand below each other where there is one column: what the rules find comes before what was written.
  static let oneColumn: [[FileSection]] = [[.summary, .conditions, .review, .form, .history]]
  /// The parts where there are two columns.
  static let twoColumns: [[FileSection]] = [[.summary, .review, .form], [.conditions, .history]]

  /// The lines of a part; none where there is nothing of it.
  func lines(of section: FileSection, columns: Int) -> [FileLine] {
    switch section {
    case .summary: (summary(columns) + decision(columns)).map { FileLine($0) }
    case .conditions:
      [FileLine(heading(Phrase(zh: "申报条件（办法第9、10条）", en: "Conditions (articles 9, 10)")))]
        + FindingTable(
          eligibility: file.eligibility, committees: file.form.committeeFindings, documents: documents,
          isCreditChecked: !file.creditChecks.isEmpty,
          look: look, measure: measure, columns: columns
        ).lines
        + [FileLine(.blank)]
    case .review: review(columns).map { FileLine($0) }
    case .form: form(columns) + [FileLine(.blank)]
    case .history: history(columns)
    }
  }

  func heading(_ phrase: Phrase) -> StyledLine { StyledLine(look(phrase), Style(.heading, bold: true)) }

  func entry(_ label: Phrase, _ text: String, _ columns: Int, _ ink: Ink = .plain) -> [StyledLine] {
    let name = look(label) + (look.language == .zh ? "：" : ": ")
    // A label without room for a text beside it stands above the text, whole.
    let isAbove = measure.columns(of: name) > columns * 3 / 5
    let indent = isAbove ? 2 : measure.columns(of: name)
    let wrapped = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      measure.wrapped(String($0), to: max(8, columns - indent))
    }
    var lines = wrapped.map { StyledLine($0, Style(ink), at: indent) }
    if isAbove { return StyledLine.wrapped(name, to: columns, Style(.muted), measure: measure) + lines }
    if !lines.isEmpty { lines[0].pieces.insert(StyledLine.Piece(column: 0, text: name, style: Style(.muted)), at: 0) }
    return lines
  }

  private func summary(_ columns: Int) -> [StyledLine] {
    let application = file.summary
    let unnamed = look(Phrase(zh: "（未命名）", en: "(no name yet)"))
    var lines = StyledLine.wrapped(
      application.name.isEmpty ? unnamed : application.name, to: columns, Style(.heading, bold: true), measure: measure)
    lines += entry(.host, application.host, columns)
    lines += entry(.department, look(names[application.department]), columns)
    lines +=
      application.field.isEmpty
      ? entry(.field, look(Phrase(zh: "未填", en: "not stated")), columns, .caution) : entry(.field, look(names[application.field]), columns)
    let waits = application.inHand.map { Phrase(zh: "，", en: ", ") + $0 } ?? Phrase(same: "")
    let since = application.dueSince.map { day in
      let days = max(0, today.number - day.number)
      if days == 0 { return Phrase(zh: "（今日起）", en: " (since today)") }
      return Phrase(zh: "（\(day) 起，\(days) 天）", en: " (since \(day), \(days) \(days == 1 ? "day" : "days"))")
    }
    // Where nothing is to come, the day on which it came there says enough.
    let ended = Phrase(zh: "（\(application.since)）", en: " (\(application.since))")
    let time = since ?? (application.stage.isOpen ? Phrase(same: "") : ended)
    lines += entry(
      Phrase(zh: "进度", en: "Stage"), look(application.standing.phrase + waits + time), columns,
      application.standing.ink)
    if let deadline { lines += entry(Phrase(zh: "期限", en: "Deadline"), look(deadline.text), columns, deadline.ink) }
    // Whoever waits for others wants to know what comes; the others read their own steps.
    if role == .host || role == .department, let next = application.whatComesNext {
      lines += entry(Phrase(zh: "下一步", en: "Next"), look(next), columns, .muted)
    }
    return lines + correction(columns) + [.blank]
  }

  /// The last day that binds whoever has it in hand, or that it binds no more. That of a notice stands with the notice.
  private var deadline: (text: Phrase, ink: Ink)? {
    let stage = file.summary.stage
    guard let which = stage.deadline, stage != .checking else { return nil }
    if let last = file.application.lastDay(under: file.call) {
      let deadline = Deadline(last, today: today)
      return (deadline.phrase, deadline.ink)
    }
    let last = file.call.lastDays[which]
    return (Phrase(zh: "原为 \(last)，已准予逾期办理", en: "was \(last); admitted late, it binds no more"), .plain)
  }

  private func review(_ columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for visit in file.trail.visits {
      lines += entry(Phrase(zh: "现场考察", en: "Site visit"), "\(visit.on)  \(visit.people)\n\(visit.findings)", columns)
    }
    if !file.reviewers.isEmpty {
      lines.append(heading(reviewHeading))
      for reviewer in file.reviewers { lines += self.reviewer(reviewer, columns) }
    } else if file.summary.stage == .reviewing, role == .bureau || role == .admin {
      lines += StyledLine.wrapped(
        look(
          Phrase(
            zh: "还没有安排评审专家，至少 \(file.call.minimumExperts) 人：按 F5 安排。",
            en: "No expert is named yet; at least \(file.call.minimumExperts): F5 names them.")),
        to: columns, Style(.caution), measure: measure)
    }
    if !file.groupOpinion.isEmpty { lines += entry(Phrase(zh: "专家组意见", en: "Group opinion"), file.groupOpinion.string, columns) }
    return lines.isEmpty ? [] : lines + [.blank]
  }

  /// How far the experts are, for who may know of all of them; else one's own opinion.
  private var reviewHeading: Phrase {
    let isAlone = role == .expert && file.reviewers.count == 1
    if isAlone, let own = file.reviewers.first {
      let name = Phrase(zh: "您的意见：", en: "Your opinion: ")
      return own.isSubmitted
        ? name + Phrase(zh: "已提交", en: "handed in") + (own.opinion.rating.map { Phrase(zh: "，\($0)", en: ", \($0)") } ?? Phrase(same: ""))
        : name + Phrase(zh: "尚未提交", en: "not handed in yet")
    }
    let standing = ReviewStanding(file.reviewers.filter(\.isSubmitted).map(\.opinion))
    let named = file.engagedReviewers.count
    let wanted = max(file.call.minimumExperts, named)
    let lacking = file.summary.stage == .reviewing ? wanted - named : 0
    let more = lacking == 0 ? Phrase(same: "") : Phrase(zh: "，还须安排 \(lacking) 人（F5）", en: ", \(lacking) more to be named (F5)")
    return Phrase(
      zh: "专家评审：\(standing.opinions)/\(wanted) 份，平均 \(standing.rating?.description ?? "–")",
      en: "Review: \(standing.opinions) of \(wanted) in, mean \(standing.rating?.description ?? "–")") + more
  }

  private func reviewer(_ reviewer: ReviewerRecord, _ columns: Int) -> [StyledLine] {
    let leader = reviewer.isLeader ? Phrase(zh: "（组长）", en: " (leader)") : Phrase(same: "")
    var words = Phrase(same: "\(reviewer.name)") + leader + Phrase(same: "  ")
    var ink = Ink.plain
    if let recusal = reviewer.recusal {
      words = words + Phrase(zh: "须回避：\(recusal.phrase.zh)", en: "must step aside: \(recusal.phrase.en)")
      ink = .bad
    } else if reviewer.isSubmitted, let recommendation = reviewer.opinion.recommendation {
      words = words + Phrase(same: "\(reviewer.opinion.rating?.description ?? "")  ") + recommendation.phrase
      ink = recommendation == .oppose ? .bad : .good
    } else {
      words = words + Phrase(zh: "尚未提交", en: "not in yet")
      ink = .caution
    }
    var lines = StyledLine.wrapped(look(words), to: columns, indent: 2, Style(ink), measure: measure)
    guard reviewer.isSubmitted else { return lines }
    let list = ExpertOpinion.conditions.compactMap { article in
      reviewer.opinion.answers[article].flatMap { $0 == .met ? nil : "\(article) \(look($0.phrase))" }
    }
    if !list.isEmpty {
      lines += StyledLine.wrapped(
        list.joined(separator: look.language == .zh ? "，" : ", "), to: columns, indent: 4, Style(.caution), measure: measure)
    }
    if !reviewer.opinion.comment.isEmpty {
      lines += StyledLine.wrapped(reviewer.opinion.comment.string, to: columns, indent: 4, Style(.muted), measure: measure)
    }
    return lines
  }
}
