import CenterStore
import Regulation
import Widgets
import Wording

/// What a plain conversation says of a sheet, one thought a line, so that whoever listens can stop after any.
enum PlainTelling {
  /// Which sheet it is, and how it stands.
  static func opening(_ state: ScoresheetState) -> [Phrase] {
    guard let dossier = state.dossier else { return [] }
    var lines = [
      Phrase(zh: "评分表 \(state.sheet.center) \(dossier.line.name)", en: "Scoresheet \(state.sheet.center) \(dossier.line.name)"),
      Phrase(
        zh: "\(dossier.round.year) 年度评估，\(dossier.round.state.phrase.zh)",
        en: "The round of \(dossier.round.year): \(dossier.round.state.phrase.en)")
        + (dossier.round.scoresBy.map { Phrase(zh: "，评分截止 \($0)", en: ", scores by \($0)") } ?? Phrase(same: "")),
      standing(state),
    ]
    if let refusal = state.sheet.state == .submitted ? nil : state.refusal { lines.append(refusal) }
    return lines + [Phrase(zh: "写“帮助”可知能写什么。", en: "help tells what can be written.")]
  }

  /// How far the sheet has come.
  static func standing(_ state: ScoresheetState) -> Phrase {
    let total = state.total
    let words = Phrase(zh: "已评 \(total.given)/19，合计 \(total.sum) 分", en: "\(total.given) of 19 given, \(total.sum) points")
    if state.sheet.state == .submitted { return words + Phrase(zh: "，已提交。", en: ", submitted.") }
    return words + (total.given == 0 ? Phrase(zh: "。", en: ".") : Phrase(zh: "，均已保存，未提交。", en: ", all saved, not submitted."))
  }

  /// The indicator in hand: its name and weight, what it is judged by, and what is entered.
  static func indicator(_ state: ScoresheetState) -> [Phrase] {
    let (code, indicator) = (state.selected, state.indicator)
    let name = Phrase(same: "\(code) ") + indicator.name
    var lines = [name + Phrase(zh: "，满分 \(indicator.weight) 分", en: ", at most \(indicator.weight) points")]
    lines += indicator.points.map { Phrase(zh: "评估要点：", en: "Evaluation point: ") + $0 }
    lines.append(entered(state))
    lines += comment(state, isAsked: false)
    let flags = state.dossier?.findings[code]?.count ?? 0
    if flags > 0 { lines.append(Phrase(zh: "数据存疑 \(flags) 处，写“数据”读出。", en: "\(flags.counted("flag")) on the figures; facts tells them.")) }
    return lines
  }

  private static func entered(_ state: ScoresheetState) -> Phrase {
    guard let points = state.sheet.points[state.selected] else { return Phrase(zh: "尚未评分。", en: "No points yet.") }
    return Phrase(zh: "已评 \(points) 分。", en: "Entered: \(points) points.")
  }

  /// The comment on the indicator in hand, and a draft of one that was begun on the desk.
  static func comment(_ state: ScoresheetState, isAsked: Bool = true) -> [Phrase] {
    var lines: [Phrase] = []
    let saved = state.sheet.comments[state.selected]
    if !saved.isEmpty { lines.append(Phrase(zh: "评语：", en: "Comment: ") + spoken(saved)) }
    if let draft = state.sheet.drafts[state.selected] {
      lines.append(Phrase(zh: "评语草稿，未计入：", en: "Draft of a comment, not on the sheet: ") + spoken(draft))
    }
    guard isAsked else { return lines }
    return (lines.isEmpty ? [Phrase(zh: "没有评语。", en: "No comment.")] : lines) + [
      Phrase(zh: "写“评语”和内容即改写，“评语 -”删去。", en: "c and a text writes it anew, c - takes it away.")
    ]
  }

  /// Every indicator with what it has.
  static func list(_ state: ScoresheetState) -> [Phrase] {
    IndicatorCode.all.map { code in
      let indicator = state.system[code]
      let points = state.sheet.points[code].map { Phrase(zh: "\($0) 分", en: "\($0)") } ?? Phrase(zh: "未评", en: "no points")
      let said = state.sheet.comments[code].isEmpty ? Phrase(same: "") : Phrase(zh: "，有评语", en: ", with a comment")
      return Phrase(same: "\(code) ") + indicator.name + Phrase(zh: "：", en: ": ") + points
        + Phrase(zh: "，满分 \(indicator.weight)", en: " of \(indicator.weight)") + said
    } + [standing(state)]
  }

  static func missing(_ state: ScoresheetState) -> Phrase {
    let codes = state.total.missing.map(\.description)
    if codes.isEmpty { return Phrase(zh: "19 项均已评分。", en: "All nineteen have points.") }
    return Phrase(
      zh: "还有 \(codes.count) 项未评：\(codes.joined(separator: "、"))。",
      en: "\(codes.count.counted("indicator has", "indicators have")) no points: \(codes.joined(separator: ", ")).")
  }

  /// The total, what grade it would be, and once all is given the last result.
  static func total(_ state: ScoresheetState) -> [Phrase] {
    var lines = [standing(state), SheetSummary.gradeWords(state)]
    if let dossier = state.dossier, state.total.isComplete {
      lines.append(Phrase(zh: "上次：", en: "The last time: ") + SheetSummary.lastResult(state, dossier))
    }
    return lines
  }

  /// What was saved, and how what stood there before comes back.
  static func saved(_ code: IndicatorCode, _ entry: ScoreEntry, before: Points?, wasUndone: Bool) -> Phrase {
    switch entry.points {
    case .some(.some(let points)):
      let comment = entry.comment == nil ? Phrase(same: "") : Phrase(zh: "，并有评语", en: " and a comment")
      let words = Phrase(zh: "已保存：\(code) 得 \(points) 分", en: "Saved: \(code) has \(points) points") + comment
      guard let before, before != points else { return words + Phrase(zh: "。", en: ".") }
      if wasUndone { return words + Phrase(zh: "，原为 \(before) 分。", en: ", before \(before).") }
      return words + Phrase(zh: "，原为 \(before) 分；写“撤销”可恢复。", en: ", before \(before); undo brings that back.")
    case .some(.none):
      let old = before.map { Phrase(zh: "，原为 \($0) 分", en: ", before \($0)") } ?? Phrase(same: "")
      return Phrase(zh: "已保存：\(code) 未评分", en: "Saved: \(code) has no points") + old + Phrase(zh: "。", en: ".")
    case nil:
      return entry.comment?.isEmpty == true
        ? Phrase(zh: "已保存：\(code) 没有评语。", en: "Saved: \(code) has no comment.")
        : Phrase(zh: "已保存：\(code) 的评语。", en: "Saved: the comment on \(code).")
    }
  }

  static func complete(_ state: ScoresheetState) -> Phrase {
    Phrase(
      zh: "19 项均已评分，合计 \(state.total.sum) 分；写“提交”即提交。",
      en: "All nineteen have points, \(state.total.sum) in all; submit hands the sheet in.")
  }

  /// What a careful colleague says first, and the question.
  static func question(_ deed: PlainConversation.Deed, _ state: ScoresheetState) -> [Phrase] {
    if deed == .submit {
      return lines(SubmissionWords.phrase(state)) + [Phrase(zh: "提交吗？是或否。", en: "Submit? yes or no.")]
    }
    return lines(TakingBackWords.phrase(state)) + [Phrase(zh: "撤回吗？是或否。", en: "Take it back? yes or no.")]
  }

  static func jump(_ code: IndicatorCode) -> Phrase {
    Phrase(zh: "要转到指标 \(code)，请写：到 \(code)", en: "To go to the indicator \(code), write: go \(code)")
  }

  /// An indicator as somebody wrote it.
  static func code(_ text: String) -> IndicatorCode? { IndicatorCode(NumberField.reading(of: text)) }

  /// The indicator whose code reads like points: 3.20 is written like 3.2.
  static func code(_ points: Points) -> IndicatorCode? {
    points.hundredths % 10 == 0 ? IndicatorCode("\(points.hundredths / 100).\(points.hundredths % 100 / 10)") : nil
  }

  static func unknown(_ text: String?) -> Phrase {
    guard let text else { return Phrase(zh: "现在没有要回答的；写“帮助”可知能写什么。", en: "Nothing is asked now; help tells what can be written.") }
    let shown = shown(text)
    return Phrase(zh: "“\(shown)”不是得分，也不是这里的词；写“帮助”可知能写什么。", en: "“\(shown)” is no figure and no word known here; help tells them.")
  }

  /// What was written, as an answer may say it again: its beginning, without what steers a terminal.
  static func shown(_ text: String) -> String { TextEditor.lawful(String(text.prefix(20)), isMultiline: false) }

  /// What can be written.
  static var help: [Phrase] {
    [
      Phrase(zh: "得分直接写：4.5，或满分的百分比：85%。", en: "Points are written as they are: 4.5, or a share of the weight: 85%."),
      Phrase(
        zh: "得分和评语写在一行：4.5 评语 会议记录完整；评分后即到下一项。",
        en: "Points and their comment stand in one line: 4.5 c minutes complete; after points the next indicator is in hand."),
      Phrase(zh: "空行：到下一项。", en: "An empty line goes to the next indicator."),
      Phrase(zh: "-：回上一项。", en: "A dash alone goes back to the one before."),
      Phrase(zh: "到 3.2（go 3.2）：转到该指标。", en: "go 3.2 (到 3.2) goes to that indicator; a figure alone is points."),
      Phrase(zh: "评语 内容（c 内容）：写评语，“评语 -”删去。", en: "c and a text (评语) is a comment; c - takes it away."),
    ]
      + PlainWord.entries.map { entry in
        Phrase(
          zh: "\(entry.spellings.reversed().joined(separator: "、"))：\(entry.does.zh)。",
          en: "\(entry.spellings.joined(separator: ", ")): \(entry.does.en).")
      }
  }

  /// A text of several lines as lines of their own, without the dots of a list.
  private static func lines(_ words: Phrase) -> [Phrase] {
    let (chinese, english) = (words.zh.split(separator: "\n"), words.en.split(separator: "\n"))
    return zip(chinese, english).map { Phrase(zh: said($0), en: said($1)) }
  }

  private static func said(_ line: Substring) -> String { String(line.hasPrefix("• ") ? line.dropFirst(2) : line) }

  /// A text of somebody's as one line.
  static func spoken(_ text: PlainText) -> Phrase { Phrase(same: text.string.replacing("\n", with: " ")) }
}
