import CenterStore
import Regulation
import Wording

/// An expert scores a sheet line by line: what is said to each line, and what is to be done about it.
///
/// A value without a store or a terminal: ``hear(_:)`` takes a line and answers with lines, and with a deed where the store has something to
/// do; whoever holds the conversation does it and tells what came of it by ``learned(_:of:)``. So nothing is called saved before it is.
struct PlainConversation {
  /// What the store is to do.
  enum Deed: Hashable {
    /// To keep the pledge (回避).
    case pledge
    /// To keep a conflict with a center.
    case declare(center: String, reason: PlainText)
    /// To read the sheet and what lies beside it.
    case open
    /// To read them again before the question whether to submit.
    case look
    /// To keep an entry; afterwards the next open indicator comes, or the same stays.
    case score(IndicatorCode, ScoreEntry, isMovingOn: Bool)
    case submit
    case takeBack
  }

  /// What came of a deed.
  enum Outcome {
    case done
    /// The sheet and what lies beside it, as they stand now.
    case read(Sheet, Dossier)
    /// It was not done. Where another desk of the expert wrote meanwhile, the sheet as it stands.
    case failed(StoreError, Sheet?)
  }

  /// An answer.
  struct Turn {
    /// One thought a line.
    var lines: [Phrase] = []
    var deed: Deed?
  }

  /// What the next line answers.
  enum Stage: Hashable {
    case pledging(PledgeState.Promise)
    case opening
    case scoring
    /// Whether to submit, or to take back.
    case asking(Deed)
    case over
  }

  /// The sheet as it was last read, with what was saved since.
  var state: ScoresheetState
  var stage: Stage
  /// What the expert has to do in the round: these centers are told before the pledge.
  let tasks: [ExpertTask]
  /// Entries that did not come to disk and were not made good, by indicator.
  private(set) var lost: [IndicatorCode: StoreError] = [:]
  /// Whether the entry on its way takes the last one back.
  var isUndoing = false

  init(year: Int, center: String, login: String, tasks: [ExpertTask], isPledged: Bool, system: IndicatorSystem) {
    state = ScoresheetState(year: year, center: center, login: login, system: system)
    self.tasks = tasks
    stage = isPledged ? .opening : .pledging(.secrecy)
  }

  /// Whether nothing more is heard.
  var isOver: Bool { stage == .over }

  /// Begins.
  func begin() -> Turn {
    if case .pledging(let promise) = stage { return Turn(lines: PlainPledge.beginning(year: state.sheet.year) + asked(promise)) }
    return Turn(deed: .open)
  }

  /// Takes a line.
  mutating func hear(_ line: String) -> Turn {
    let word = PlainWord(line)
    if word == .quit { return end() }
    switch stage {
    case .pledging(let promise): return pledging(promise, word)
    case .asking(let deed): return answer(to: deed, word)
    case .scoring: return scoring(word)
    case .opening, .over: return Turn()
    }
  }

  /// Ends: at a word, or at the end of what is read.
  mutating func end() -> Turn {
    defer { stage = .over }
    var lines: [Phrase] = []
    if case .asking(let deed) = stage {
      lines.append(
        deed == .submit
          ? Phrase(zh: "没有回答，评分表未提交。", en: "No answer was given: the sheet is not submitted.")
          : Phrase(zh: "没有回答，评分表未撤回。", en: "No answer was given: the sheet is not taken back."))
    }
    guard state.dossier != nil else { return Turn(lines: lines + [Phrase(zh: "没有打开评分表。", en: "No sheet was opened.")]) }
    if !lost.isEmpty {
      let codes = lost.keys.sorted().map(\.description).joined(separator: " ")
      return Turn(lines: lines + [Phrase(zh: "未能保存：\(codes)。其余均已保存。", en: "Not saved: \(codes). All else is saved.")])
    }
    return Turn(lines: lines + [PlainTelling.standing(state)])
  }

  /// Hears what came of a deed.
  mutating func learned(_ outcome: Outcome, of deed: Deed) -> Turn {
    switch (outcome, deed) {
    case (.failed(let error, let sheet), .score(let code, let entry, _)): return failed(code, entry, error, sheet)
    case (.failed(let error, _), _):
      if case .asking = stage { stage = .scoring }
      return Turn(lines: [Phrase(zh: "没有办成：", en: "Not done: ") + error.phrase + Phrase(zh: "。", en: ".")])
    case (.read(let sheet, let dossier), _):
      state.dossier = dossier
      _ = state.take(sheet)
      return seen(deed)
    case (.done, .score(let code, let entry, let isMovingOn)): return saved(code, entry, isMovingOn: isMovingOn)
    case (.done, .declare(let center, _)): return declared(center)
    case (.done, _):
      stage = .opening
      return Turn(lines: [Phrase(zh: "承诺已签署。", en: "The pledge is given.")], deed: .open)
    }
  }

  private mutating func seen(_ deed: Deed) -> Turn {
    switch deed {
    case .look: return question(.submit)
    case .submit:
      stage = .scoring
      (state.steps, state.undone) = ([], [])
      return Turn(lines: [
        Phrase(
          zh: "已提交，合计 \(state.total.sum) 分。撤回请写“撤回”，结束请写“退出”。",
          en: "Submitted with \(state.total.sum) points. takeback takes it back, quit ends.")
      ])
    case .takeBack:
      stage = .scoring
      return Turn(lines: [Phrase(zh: "已撤回，可以修改。", en: "Taken back; it can be changed.")] + PlainTelling.indicator(state))
    default:
      stage = .scoring
      if let open = IndicatorCode.all.first(where: { state.sheet.points[$0] == nil }) { state.select(open) }
      return Turn(lines: PlainTelling.opening(state) + PlainTelling.indicator(state))
    }
  }

  // MARK: - What came of an entry

  private mutating func saved(_ code: IndicatorCode, _ entry: ScoreEntry, isMovingOn: Bool) -> Turn {
    let before = state.sheet.points[code]
    if state.put(code, entry, isUndo: isUndoing) { state.wrote(code, entry, nil) }
    if isUndoing { state.steps.removeLast() }
    let wasUndone = isUndoing
    isUndoing = false
    if entry.comment != nil { state.sheet.drafts[code] = nil }
    lost[code] = nil
    var lines = [PlainTelling.saved(code, entry, before: before, wasUndone: wasUndone)]
    // A figure that took another's place may have been meant for an indicator.
    if before != nil, !wasUndone, case .some(.some(let points)) = entry.points, let other = PlainTelling.code(points), other != code {
      lines.append(PlainTelling.jump(other))
    }
    guard isMovingOn else { return Turn(lines: lines) }
    if let next = state.open(1) {
      state.select(next)
      lines += PlainTelling.indicator(state)
    } else {
      lines.append(PlainTelling.complete(state))
    }
    return Turn(lines: lines)
  }

  private mutating func failed(_ code: IndicatorCode, _ entry: ScoreEntry, _ error: StoreError, _ sheet: Sheet?) -> Turn {
    isUndoing = false
    lost[code] = error
    guard let sheet else {
      return Turn(lines: [
        Phrase(zh: "\(code) 未保存：", en: "\(code) is not saved: ") + error.phrase + Phrase(zh: "。请再写一遍。", en: ". Write it again.")
      ])
    }
    let mine = ConflictWords.phrase(
      points: entry.points ?? sheet.points[code], comment: entry.comment ?? sheet.comments[code])
    _ = state.take(sheet)
    state.steps.removeAll { $0.code == code }
    let theirs = ConflictWords.phrase(points: sheet.points[code], comment: sheet.comments[code])
    return Turn(lines: [
      Phrase(
        zh: "\(code) 未保存：您的账号在另一处写下：\(theirs.zh)。", en: "\(code) is not saved: your login wrote elsewhere: \(theirs.en)."),
      Phrase(zh: "此处写的是：\(mine.zh)。再写一遍则改为此处的，否则留用另一处的。", en: "Here you wrote: \(mine.en). Writing it again uses it; else theirs stays."),
    ])
  }
}
