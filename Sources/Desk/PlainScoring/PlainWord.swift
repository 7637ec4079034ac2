import Regulation
import Widgets
import Wording

/// What a line means that an expert wrote in a plain conversation.
enum PlainWord: Hashable {
  case onward, back, again, facts, list, missing, total, undo, clear, submit, takeBack, help, quit, yes, no
  /// Points, as they were typed, and a comment on the same indicator where one was written behind them.
  case figure(String, comment: String? = nil)
  /// A comment on the indicator in hand.
  case comment(String)
  /// To another indicator, by what stands behind the word.
  case go(String)
  /// A conflict (回避) with a center: its code and why.
  case conflict(center: String, reason: String)
  /// None of these.
  case unknown(String)

  /// A word as it is spelled in both languages, and what it does: what is understood and what the help tells are one list.
  struct Entry {
    let word: PlainWord
    /// The English ones first; all of them are understood in both languages.
    let spellings: [String]
    let does: Phrase
  }

  /// The words that stand alone.
  static let entries: [Entry] = [
    Entry(word: .again, spellings: ["again", "重读"], does: Phrase(zh: "再读一遍本指标", en: "tells this indicator again")),
    Entry(
      word: .facts, spellings: ["facts", "f", "?facts", "数据"],
      does: Phrase(zh: "读出本指标的数据和附件", en: "tells the figures and documents beside it")),
    Entry(word: .list, spellings: ["list", "l", "列表"], does: Phrase(zh: "逐项读出得分", en: "tells every indicator with its points")),
    Entry(word: .missing, spellings: ["missing", "m", "未评", "缺", "还缺"], does: Phrase(zh: "还有哪些未评", en: "tells which have no points")),
    Entry(word: .total, spellings: ["total", "t", "合计"], does: Phrase(zh: "合计和等级", en: "tells the total and the grade")),
    Entry(word: .undo, spellings: ["undo", "u", "撤销"], does: Phrase(zh: "撤销上一次评分或评语", en: "brings back what stood before the last entry")),
    Entry(word: .clear, spellings: ["clear", "清除"], does: Phrase(zh: "清除本指标的得分", en: "takes the points of this indicator away")),
    Entry(word: .submit, spellings: ["submit", "提交"], does: Phrase(zh: "提交评分表，先问一遍", en: "hands the sheet in, after a question")),
    Entry(
      word: .takeBack, spellings: ["takeback", "撤回"], does: Phrase(zh: "撤回已提交的评分表，先问一遍", en: "takes the sheet back, after a question")),
    Entry(word: .help, spellings: ["help", "h", "?", "帮助"], does: Phrase(zh: "读出这些词", en: "tells these words")),
    Entry(word: .quit, spellings: ["quit", "q", "end", "退出", "结束"], does: Phrase(zh: "结束；已保存的都在", en: "ends; what was saved stays")),
  ]

  /// The words that have something behind them.
  static let (comment, go, conflict) = (["c", "评语"], ["go", "g", "到"], ["conflict", "回避"])

  private static let answers: [(PlainWord, [String])] = [(.yes, ["yes", "y", "是"]), (.no, ["no", "n", "否"])]
  private static let alone: [String: PlainWord] = Dictionary(
    uniqueKeysWithValues: (entries.map { ($0.word, $0.spellings) } + answers).flatMap { word, spellings in spellings.map { ($0, word) } })

  /// Reads a line; full-width letters, digits and signs mean the same as narrow ones.
  init(_ line: String) {
    let text = line.trimmed
    let plain = NumberField.reading(of: text).lowercased()
    if text.isEmpty {
      self = .onward
    } else if plain == "-" {
      self = .back
    } else if let word = PlainWord.alone[plain] {
      self = word
    } else if let rest = PlainWord.rest(of: text, behind: PlainWord.comment) {
      self = .comment(rest)
    } else if let rest = PlainWord.rest(of: text, behind: PlainWord.go) {
      self = .go(rest)
    } else if let rest = PlainWord.rest(of: text, behind: PlainWord.conflict) {
      let parts = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).map { String($0).trimmed }
      self = .conflict(center: parts.first ?? "", reason: parts.count == 2 ? parts[1] : "")
    } else if let first = plain.first(where: { $0 != "-" && $0 != "+" }), first.isWholeNumber && first.isASCII || first == "." {
      self = PlainWord.commented(text) ?? .figure(text)
    } else {
      self = .unknown(text)
    }
  }

  /// Points with a comment behind them: `4.5 c the minutes are complete`; `nil` where no text is.
  private static func commented(_ text: String) -> PlainWord? {
    let figure = text.prefix { !$0.isWhitespace }
    guard let comment = rest(of: String(text.dropFirst(figure.count)).trimmed, behind: comment), !comment.isEmpty else { return nil }
    return .figure(String(figure), comment: comment)
  }

  /// What stands behind one of some words: behind a blank or a colon, and behind Chinese also at once; `nil` where the line begins otherwise.
  private static func rest(of text: String, behind words: [String]) -> String? {
    let head = text.prefix { !$0.isWhitespace && $0 != ":" && $0 != "：" }
    if words.contains(NumberField.reading(of: String(head)).lowercased()) { return stripped(text.dropFirst(head.count)) }
    let joined = words.first { !$0.utf8.allSatisfy { $0 < 0x80 } && text.hasPrefix($0) }
    return joined.map { stripped(text.dropFirst($0.count)) }
  }

  private static func stripped(_ text: Substring) -> String {
    String(text.drop { $0.isWhitespace || $0 == ":" || $0 == "：" })
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
