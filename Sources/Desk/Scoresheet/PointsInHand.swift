import Regulation
import Widgets
import Wording

/// Points that are being typed in place: `8.5`, `８．５`, `85%`.
struct PointsInHand {
  /// For which indicator.
  let code: IndicatorCode
  /// What is typed.
  var field: NumberField
  /// Whether the figure is a share of the weight, with or without a sign behind it.
  var isShare: Bool
  /// What is wrong with it.
  var fault: Phrase?
  /// Whether the next key replaces all that is typed, as after a refusal.
  private(set) var isReplacedNext = false

  /// Begins to type.
  init(_ code: IndicatorCode, text: String = "", isShare: Bool = false) {
    self.code = code
    self.isShare = isShare
    field = NumberField(text, signs: [.point, .percent, .any], limit: 12)
  }

  /// Whether nothing is typed.
  var isEmpty: Bool { field.reading.isEmpty }

  /// The points that are meant.
  ///
  /// - Throws: what is wrong, in words.
  func points(weight: Points) throws(NumberError) -> Points {
    // As it was typed, not as it is read: a blank between digits must not join them.
    let text = field.text.replacing("·", with: ".")
    return try PointsEntry.parse(isShare && !field.reading.hasSuffix("%") ? text + "%" : text, weight: weight)
  }

  /// What may be typed, for the line beneath.
  func hint(weight: Int) -> Phrase {
    isShare
      ? Phrase(
        zh: "输入满分 \(weight) 分的百分比（0–100），回车保存并到下一未评项，Esc 放弃",
        en: "share of \(weight) points, 0 to 100; Enter saves and goes on, Esc abandons")
      : Phrase(
        zh: "0 至 \(weight) 分，可写 \(max(0, weight - 2)).5 或 85%；回车保存并到下一未评项，Esc 放弃",
        en: "0 to \(weight): write \(max(0, weight - 2)).5 or 85%; Enter saves and goes on, Esc abandons")
  }

  /// Takes a key that writes or edits.
  mutating func handle(_ press: KeyPress) -> FieldOutcome {
    if replaces(press) {
      empty()
      if press.key == .backspace || press.key == .delete { return .changed }
    }
    let outcome = field.handle(press)
    if outcome == .changed { fault = strangeSign }
    return outcome
  }

  /// Takes a pasted figure in place of what is typed: digits that joined others would make a third figure.
  mutating func handle(paste text: String) -> FieldOutcome {
    empty()
    guard !text.contains(where: \.isWhitespace) else {
      refuse(PointsInHand.noFigure(text))
      return .refused
    }
    let outcome = field.handle(paste: text)
    fault = outcome == .refused ? PointsInHand.noFigure(text) : strangeSign
    if fault != nil { isReplacedNext = true }
    return outcome
  }

  /// Words on a pasted text that is no figure.
  static func noFigure(_ text: String) -> Phrase {
    let shown = TextEditor.lawful(String(text.prefix(12)), isMultiline: false)
    return Phrase(zh: "粘贴的“\(shown)”不是得分", en: "“\(shown)”, which was pasted, is no figure")
  }

  /// Keeps what was refused in sight; the next figure takes its place, since digits that joined a refused one would make a third.
  mutating func refuse(_ words: Phrase) {
    fault = words
    isReplacedNext = true
  }

  /// Whether a key replaces what was refused; one that moves takes it up to be mended instead.
  private mutating func replaces(_ press: KeyPress) -> Bool {
    guard isReplacedNext else { return false }
    isReplacedNext = false
    switch (press.key, press.modifiers) {
    case (.character, []), (.backspace, []), (.delete, []): return true
    default: return false
    }
  }

  private mutating func empty() {
    field = PointsInHand(code).field
    fault = nil
    isReplacedNext = false
  }

  /// Words on the first sign that no figure has.
  private var strangeSign: Phrase? {
    field.text.first { !$0.isWhitespace && !field.isTaken($0) }
      .map { Phrase(zh: "“\($0)”不是数字；只能写 2.5 或 85%", en: "“\($0)” is no digit; write 2.5 or 85%") }
  }
}

/// A comment that is being written; what is written is kept as a draft meanwhile.
struct CommentInHand {
  /// How the draft stands.
  enum Draft: Hashable {
    /// Nothing was written yet.
    case untouched
    /// It was taken up again.
    case restored
    /// It changed and will be kept in a moment.
    case changed
    /// It is on disk.
    case kept
    /// It could not be kept.
    case failed(Phrase)
  }

  /// On which indicator.
  let code: IndicatorCode
  /// What is written.
  var area: TextArea
  /// How the draft stands.
  var draft: Draft

  /// Begins to write, from a draft where there is one.
  init(_ code: IndicatorCode, comment: PlainText, draft: PlainText?) {
    self.code = code
    area = TextArea((draft ?? comment).string, limit: PlainText.limit)
    self.draft = draft == nil ? .untouched : .restored
  }

  /// What is written, as records hold it; the field lets nothing else in.
  var text: PlainText { (try? PlainText(area.text, .paragraphs)) ?? .empty }

  /// How the draft stands, in words.
  var draftPhrase: Phrase {
    switch draft {
    case .untouched: Phrase(same: "")
    case .restored: Phrase(zh: "已恢复草稿", en: "draft restored")
    case .changed: Phrase(zh: "草稿待存", en: "draft not kept yet")
    case .kept: Phrase(zh: "草稿已存", en: "draft kept")
    case .failed: Phrase(zh: "草稿未能保存", en: "draft not kept")
    }
  }
}
