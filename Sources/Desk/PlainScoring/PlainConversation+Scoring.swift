import CenterStore
import Regulation
import Wording

/// What each word does on an open sheet.
extension PlainConversation {
  mutating func scoring(_ word: PlainWord) -> Turn {
    switch word {
    case .onward: return move(by: 1)
    case .back: return move(by: -1)
    case .again: return Turn(lines: PlainTelling.indicator(state))
    case .facts: return Turn(lines: PlainFacts.lines(state))
    case .list: return Turn(lines: PlainTelling.list(state))
    case .missing: return Turn(lines: [PlainTelling.missing(state)])
    case .total: return Turn(lines: PlainTelling.total(state))
    case .help: return Turn(lines: PlainTelling.help)
    case .go(let text): return go(to: text)
    case .figure(let text, let comment): return entered(text, comment)
    case .comment(let text): return commented(text)
    case .clear: return cleared()
    case .undo: return undone()
    case .submit: return submitting()
    case .takeBack: return takingBack()
    case .conflict, .yes, .no, .quit: return Turn(lines: [PlainTelling.unknown(nil)])
    case .unknown(let text): return Turn(lines: [PlainTelling.unknown(text)])
    }
  }

  private mutating func move(by step: Int) -> Turn {
    let before = state.selected
    state.move(by: step)
    if state.selected != before { return Turn(lines: PlainTelling.indicator(state)) }
    return Turn(lines: [
      step < 0
        ? Phrase(zh: "这是第一项。", en: "This is the first indicator.")
        : Phrase(zh: "这是最后一项。", en: "This is the last indicator. ") + PlainTelling.missing(state)
    ])
  }

  private mutating func go(to text: String) -> Turn {
    guard let code = PlainTelling.code(text) else {
      let shown = PlainTelling.shown(text)
      return Turn(lines: [
        Phrase(
          zh: "没有指标“\(shown)”；请写 1.1 至 5.4 中的编号，如：到 3.2", en: "There is no indicator “\(shown)”; write one of 1.1 to 5.4, like: go 3.2")
      ])
    }
    state.select(code)
    return Turn(lines: PlainTelling.indicator(state))
  }

  // MARK: - Entries

  /// Why nothing can be entered; `nil` where it can.
  private var refusal: Turn? {
    if state.sheet.state == .submitted, state.takesSheets {
      return Turn(lines: [Phrase(zh: "评分表已提交；如需修改，先写“撤回”（办法第25条）。", en: "The sheet is submitted; takeback comes first (article 25).")])
    }
    return state.refusal.map { Turn(lines: [$0 + Phrase(zh: "。", en: ".")]) }
  }

  private func entered(_ text: String, _ comment: String?) -> Turn {
    if let refusal { return refusal }
    let code = state.selected
    do {
      let points = try PointsEntry.parse(text.replacing("·", with: "."), weight: state.indicator.fullPoints)
      if state.sheet.points[code] == points, lost[code] == nil, comment == nil { return unchanged(code, points) }
      var entry = ScoreEntry(points: .some(points))
      if let comment {
        do { entry.comment = try PlainText(comment) } catch { return unlawful(code, error) }
      }
      return Turn(deed: .score(code, entry, isMovingOn: true))
    } catch {
      let (words, shown) = (error.phrase, PlainTelling.shown(text))
      let fault = Phrase(zh: "\(code) 的得分“\(shown)”\(words.zh)。", en: "\(code): “\(shown)” \(words.en).")
      return Turn(lines: [fault] + (PlainTelling.code(text).map { [PlainTelling.jump($0)] } ?? []))
    }
  }

  private func unchanged(_ code: IndicatorCode, _ points: Points) -> Turn {
    Turn(lines: [Phrase(zh: "\(code) 已是 \(points) 分；空行到下一项。", en: "\(code) has \(points) points already; an empty line goes on.")])
  }

  private func commented(_ text: String) -> Turn {
    if let refusal { return refusal }
    let code = state.selected
    if text.isEmpty { return Turn(lines: PlainTelling.comment(state)) }
    do {
      // A dash alone takes a comment away.
      let comment = text == "-" ? PlainText.empty : try PlainText(text)
      return Turn(deed: .score(code, ScoreEntry(comment: comment), isMovingOn: false))
    } catch {
      return unlawful(code, error)
    }
  }

  private func unlawful(_ code: IndicatorCode, _ error: PlainTextError) -> Turn {
    Turn(lines: [Phrase(zh: "\(code) 的评语未保存：", en: "The comment on \(code) is not saved: it ") + error.phrase])
  }

  private func cleared() -> Turn {
    if let refusal { return refusal }
    let code = state.selected
    guard state.sheet.points[code] != nil else { return Turn(lines: [Phrase(zh: "\(code) 尚未评分。", en: "\(code) has no points.")]) }
    return Turn(deed: .score(code, ScoreEntry(points: .some(nil)), isMovingOn: false))
  }

  private mutating func undone() -> Turn {
    if let refusal { return refusal }
    guard let step = state.steps.last else { return Turn(lines: [Phrase(zh: "没有可撤销的。", en: "There is nothing to undo.")]) }
    state.select(step.code)
    isUndoing = true
    return Turn(deed: .score(step.code, step.back, isMovingOn: false))
  }

  // MARK: - Handing in

  private func submitting() -> Turn {
    if state.sheet.state == .submitted { return Turn(lines: [Phrase(zh: "评分表已提交。", en: "The sheet is submitted already.")]) }
    return refusal ?? Turn(deed: .look)
  }

  private mutating func takingBack() -> Turn {
    if state.sheet.state != .submitted { return Turn(lines: [Phrase(zh: "评分表还没有提交。", en: "The sheet is not submitted.")]) }
    if !state.takesSheets { return refusal ?? Turn() }
    return question(.takeBack)
  }

  mutating func question(_ deed: Deed) -> Turn {
    if deed == .submit, let first = state.total.missing.first {
      stage = .scoring
      state.select(first)
      return Turn(
        lines: [Phrase(zh: "还不能提交。", en: "Not ready to submit. ") + PlainTelling.missing(state)] + PlainTelling.indicator(state))
    }
    stage = .asking(deed)
    return Turn(lines: PlainTelling.question(deed, state))
  }

  mutating func answer(to deed: Deed, _ word: PlainWord) -> Turn {
    switch word {
    case .yes: return Turn(deed: deed)
    case .no:
      stage = .scoring
      return Turn(lines: [
        deed == .submit ? Phrase(zh: "未提交。", en: "Not submitted.") : Phrase(zh: "未撤回。", en: "Not taken back.")
      ])
    default: return Turn(lines: [Phrase(zh: "请回答“是”或“否”。", en: "Answer yes or no.")])
    }
  }
}
