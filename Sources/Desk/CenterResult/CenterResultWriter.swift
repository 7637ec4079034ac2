import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Writes a center's result in lines of some width.
struct CenterResultWriter {
  let state: CenterResultState
  let columns: Int
  let look: Look
  let measure: TextMeasure

  private var result: CenterResult { state.result }

  /// The name, the standing, and the figures that were replaced.
  var head: [DetailLine] {
    var lines: [DetailLine] = [.heading(measure.truncated(state.name, to: columns), article: "28"), .text(standing)]
    if let score = result.score { lines += reading(score).flatMap { wrapped($0, .plain) } }
    if result.isReopened {
      lines += wrapped(
        Phrase(zh: "异议成立，正在重新评分；新的得分核定前，原得分仍然有效", en: "An objection was upheld: it is scored anew, and this figure stands until then"),
        Style(.caution))
    }
    if let why = ungraded { lines += wrapped(why, Style(.caution)) }
    if case .graded(let figure) = result.standing {
      lines += figure.replaced.flatMap { old in
        let before = old.score.map { Phrase(same: $0.description) } ?? Phrase(zh: "未评定", en: "not graded")
        return wrapped(
          Phrase(
            zh: "原得分 \(before.zh)，因异议 \(old.objection) 成立，\(old.on) 起为 \(figure.score)",
            en: "\(before.en) before: objection \(old.objection) was upheld, \(figure.score) since \(old.on)"), Style(.muted))
      }
    }
    return lines
  }

  /// How the figure comes out of the sheets, between which lines it lies, and what follows: as one would say it over the phone.
  private func reading(_ score: CenterScore) -> [Phrase] {
    let counted =
      switch result.method {
      case .mean:
        Phrase(zh: "得分是 \(score.sheets) 份评分表总分的平均值", en: "The score is the mean of the totals of \(score.sheets.counted("sheet"))")
      case .trimmed:
        Phrase(
          zh: "得分是 \(score.sheets) 份评分表去掉最高、最低各一份后总分的平均值",
          en: "The score is the mean of the totals of \(score.sheets) sheets without the highest and the lowest")
      }
    let grade = score.grade
    let follows =
      switch grade {
      case .excellent: Phrase(zh: "；优先支持和推荐（办法第29条）", en: ": it is supported and recommended first (article 29)")
      case .qualified: Phrase(same: "")
      case .unqualified: Phrase(zh: "；评估结束后拟撤销资格（办法第30条第1项）", en: ": its revocation is proposed once the round is closed (article 30(1))")
      }
    return [
      counted + Phrase(zh: "（办法第25条）。", en: " (article 25)."),
      grade.words(of: score.score) + follows + Phrase(zh: "。", en: "."),
    ]
  }

  /// Why a center that had to take part has no figure, and what follows.
  private var ungraded: Phrase? {
    switch result.standing {
    case .absent:
      Phrase(
        zh: result.materialBy == nil ? "截至核定" : "截至材料截止日",
        en: result.materialBy == nil ? "Until it was settled, neither" : "By the last day, neither")
        + Phrase(
          zh: "没有提交材料，也没有评分表：属不参加绩效评估，评估结束后将拟提出撤销（办法第30条第2项）；有异议的，请在公示期内提出。",
          en:
            " material nor a sheet came in: it took no part, and its revocation is proposed once the round is closed (article 30(2)). "
            + "Whoever objects does so while the notice runs.")
    case .pending:
      Phrase(
        zh: "评分表不足，没有得分和等级；补齐之前评估不能结束（办法第25条）。",
        en: "There are too few sheets for a score and a grade; the round is not closed before there are enough (article 25).")
    case .exempt, .due, .scored, .graded: nil
    }
  }

  private var standing: StyledLine {
    let grade: (Phrase, Style) =
      switch result.standing {
      case .graded(let figure): (figure.grade.phrase, Style(figure.grade.ink, bold: true))
      case .exempt, .due: (result.standing.phrase, Style(.muted))
      case .absent, .pending, .scored: (result.standing.phrase, Style(.caution, bold: true))
      }
    var pieces: [StyledLine.Piece] = []
    var column = 0
    func put(_ text: String, _ style: Style) {
      if text.isEmpty { return }
      pieces.append(StyledLine.Piece(column: column, text: text, style: style))
      column += measure.columns(of: text)
    }
    put("\(state.code)  ", Style(.muted))
    if case .graded(let figure) = result.standing {
      if let rank = result.rank { put(look(.rank(rank, of: result.ranked)) + "  ", .plain) }
      put("\(figure.score) ", Style(.plain, bold: true))
    }
    put(measure.truncated(look(grade.0), to: max(1, columns - column)), grade.1)
    if case .graded(let figure) = result.standing {
      put(
        look(Phrase(zh: "  评分表 \(figure.sheets) 份", en: figure.sheets == 1 ? "  from 1 sheet" : "  from \(figure.sheets) sheets")),
        Style(.muted))
    }
    return StyledLine(pieces)
  }

  /// The means of groups and indicators, beside the median of the field and the host's own points.
  var means: [DetailLine] {
    guard let score = result.score else { return [] }
    let table = MeansTable(
      system: state.system, score: score, comparison: result.comparison, own: result.ownScores, look: look, measure: measure)
    return [.heading(look(Phrase(zh: "各项指标平均分（办法第25条）", en: "Means of the indicators (article 25)")), article: "25")]
      + table.legend(columns)
      + table.titles(columns) + table.lines()
  }

  /// The sheets under numbers, with what was written.
  var sheets: [DetailLine] {
    if result.sheets.isEmpty { return [] }
    var lines: [DetailLine] = [.heading(look(Phrase(zh: "评分表", en: "The sheets")), article: "25")]
    for sheet in result.sheets {
      let alias = look(sheet.alias)
      let total = "  \(sheet.total)"
      var pieces = [
        StyledLine.Piece(column: 0, text: alias, style: Style(.accent, bold: true)),
        StyledLine.Piece(column: measure.columns(of: alias), text: total, style: Style(.plain, bold: true)),
      ]
      if sheet.isByStaff {
        pieces.append(
          StyledLine.Piece(
            column: measure.columns(of: alias + total), text: look(Phrase(zh: "  由工作人员代录", en: "  typed by staff")), style: Style(.muted)))
      }
      lines.append(.text(StyledLine(pieces)))
      lines += wrapped(points(of: sheet), Style(.muted), indent: 2)
      for code in IndicatorCode.all where !sheet.comments[code].isEmpty {
        lines += wrapped(Phrase(same: "\(code) \(sheet.comments[code])"), .plain, indent: 2)
      }
    }
    return lines
  }

  /// What an expert gave for each indicator.
  private func points(of sheet: AliasedSheet) -> Phrase {
    Phrase(same: IndicatorCode.all.map { "\($0)=\(sheet.points[$0])" }.joined(separator: "  "))
  }

  /// What the experts wrote as a group.
  var opinion: [DetailLine] {
    if result.groupOpinion.isEmpty { return [] }
    return [.heading(look(Phrase(zh: "专家组意见", en: "Opinion of the group")), article: "25")]
      + wrapped(Phrase(same: result.groupOpinion.string), .plain)
  }

  /// The objections and what was found.
  var objections: [DetailLine] {
    if result.objections.isEmpty { return [] }
    var lines: [DetailLine] = [.heading(look(Phrase(zh: "异议（办法第25条）", en: "Objections (article 25)")), article: "25")]
    for objection in result.objections.map(\.objection) {
      // What it says would tell who objected: it is the bureau's to read.
      let grounds = objection.grounds.isEmpty ? Phrase(same: "") : Phrase(zh: "：\(objection.grounds)", en: ": \(objection.grounds)")
      lines += wrapped(
        Phrase(zh: "\(objection.number)  \(objection.filedOn) 收到", en: "\(objection.number)  received \(objection.filedOn)") + grounds,
        .plain)
      guard let found = objection.settlement else {
        lines += wrapped(Phrase(zh: "正在核查", en: "being looked into"), Style(.caution), indent: 3)
        continue
      }
      let word = found.isUpheld ? Phrase(zh: "成立", en: "upheld") : Phrase(zh: "不成立", en: "not upheld")
      let document = found.document.map { Phrase(zh: "（\($0)）", en: " (\($0))") } ?? Phrase(same: "")
      lines += wrapped(
        Phrase(zh: "\(found.on) \(word.zh)：\(found.reason)", en: "\(word.en) on \(found.on): \(found.reason)") + document,
        Style(found.isUpheld ? .good : .muted), indent: 3)
    }
    return lines
  }

  private func wrapped(_ words: Phrase, _ style: Style, indent: Int = 0) -> [DetailLine] {
    StyledLine.wrapped(look(words), to: columns, indent: indent, style, measure: measure).map { .text($0) }
  }
}
