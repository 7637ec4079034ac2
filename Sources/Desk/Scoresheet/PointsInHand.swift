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

  /// Begins to type.
  init(_ code: IndicatorCode, text: String = "", isShare: Bool = false) {
    self.code = code
    self.isShare = isShare
    field = NumberField(text, signs: [.point, .percent], limit: 12)
  }

  /// Whether nothing is typed.
  var isEmpty: Bool { field.reading.isEmpty }

  /// The points that are meant.
  ///
  /// - Throws: what is wrong, in words.
  func points(weight: Points) throws(NumberError) -> Points {
    let reading = field.reading
    return try PointsEntry.parse(isShare && !reading.hasSuffix("%") ? reading + "%" : reading, weight: weight)
  }

  /// What may be typed, for the line beneath.
  func hint(weight: Int) -> Phrase {
    isShare
      ? Phrase(
        zh: "输入满分 \(weight) 分的百分比（0–100），回车保存并到下一未评项，Esc 放弃",
        en: "share of \(weight) points, 0 to 100; Enter saves and goes on, Esc abandons")
      : Phrase(
        zh: "0 至 \(weight) 分，可写 8.5 或 85%；回车保存并到下一未评项，Esc 放弃", en: "0 to \(weight): write 8.5 or 85%; Enter saves and goes on, Esc abandons"
      )
  }

  /// Takes a key that writes or edits.
  mutating func handle(_ press: KeyPress) -> FieldOutcome {
    let outcome = field.handle(press)
    if outcome == .changed { fault = nil }
    return outcome
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
