import CenterStore
import Regulation
import Widgets
import Wording

/// The form in which a new round is described.
struct RoundOpeningState: Sendable {
  /// The fields.
  enum FieldID: Sendable, Hashable, CaseIterable {
    case year, method, sheets, materialBy, reportBy, scoresBy, reason
  }

  /// The form, with its words in one language.
  private(set) var form: Form<FieldID>
  /// What is wrong, by field; it stands beside the field until that is changed, and keeps only opening from happening.
  private(set) var problems: [FieldID: Phrase] = [:]
  private let existing: [Int]
  private let today: Day
  private let initial: [FieldID: String]

  /// A form for the year that is due next.
  init(existing: [Int], today: Day, language: Language) {
    self.existing = existing
    self.today = today
    let next = existing.max().map { $0 + RoundOpening.interval } ?? today.year
    form = Form([])
    initial = [.year: String(next), .sheets: String(RoundMethod.mean.defaultSheets)]
    form = Form(FieldID.allCases.map { Form<FieldID>.Entry($0, label: "", field: Self.field($0, initial[$0] ?? "", language)) })
    speak(language)
  }

  private static func field(_ id: FieldID, _ text: String, _ language: Language) -> any Field {
    switch id {
    case .year, .sheets: NumberField(text, signs: [.point, .sign, .any], limit: 20)
    case .method: ChoiceField(RoundMethod.allCases.map { $0.phrase[language] }, selected: 0)
    case .materialBy, .reportBy, .scoresBy: TextField(text, limit: 20)
    case .reason: TextField(text, limit: 200)
    }
  }

  /// Says everything in a language.
  mutating func speak(_ language: Language) {
    for place in form.entries.indices {
      let id = form.entries[place].id
      form.entries[place].label = id.label[language]
      form.entries[place].hint = id.hint[language]
      form.entries[place].error = problems[id]?[language] ?? ""
      if id.isDay, var field = form.entries[place].field as? TextField {
        // A pattern and no day: a day that is written in grey looks as if it would hold.
        field.placeholder = Phrase(zh: "年-月-日", en: "year-month-day")[language]
        form.entries[place].field = field
      }
      guard let choice = form.entries[place].field as? ChoiceField else { continue }
      let words = RoundMethod.allCases.map { $0.phrase[language] }
      if choice.choices != words { form.entries[place].field = ChoiceField(words, selected: choice.selected) }
    }
  }

  /// Whether anything is written that was not there at first.
  var isTouched: Bool {
    FieldID.allCases.contains { id in id != .method && form.text(of: id) != initial[id] ?? "" }
  }

  /// Edits the form; an error goes when its field changes.
  mutating func edit(_ edit: (inout Form<FieldID>) -> FormOutcome<FieldID>) -> FormOutcome<FieldID> {
    let outcome = edit(&form)
    if case .changed(let id) = outcome {
      problems[id] = nil
      form[errorOf: id] = ""
    }
    return outcome
  }

  /// Tells the form its room.
  mutating func layout(in area: Area, measure: TextMeasure) { form.layout(in: area, measure: measure) }

  /// What is written, where all of it is lawful; else the errors stand beside their fields.
  mutating func plan(_ language: Language) -> (year: Int, plan: RoundPlan)? {
    problems = [:]
    let method = RoundMethod.allCases.first { $0.phrase[language] == form.text(of: .method) } ?? .mean
    let year = whole(.year)
    let sheets = whole(.sheets)
    var plan = RoundPlan(
      method: method, minimumSheets: sheets, materialBy: day(.materialBy), reportBy: day(.reportBy), scoresBy: day(.scoresBy))
    do {
      plan.reason = try PlainText(form.text(of: .reason))
    } catch { problems[.reason] = error.phrase }
    if let year, !(2000...9999).contains(year) {
      problems[.year] = Phrase(zh: "请写四位年份", en: "Write four digits")
    } else if let year, problems[.reason] == nil,
      let refusal = RoundOpening.refusal(year: year, existing: existing, reason: plan.reason.string)
    {
      problems[existing.contains(year) ? .year : .reason] = refusal.cited
    }
    if let sheets, let refusal = RoundOpening.refusal(sheets: sheets, method: method) { problems[.sheets] = refusal.cited }
    checkDeadlines(plan, year: year ?? today.year)
    speak(language)
    guard problems.isEmpty, let year else {
      form.takeFirstError()
      return nil
    }
    return (year, plan)
  }

  private mutating func whole(_ id: FieldID) -> Int? {
    let text = form.text(of: id)
    if let number = (try? DayCount(text))?.days { return number }
    problems[id] = Phrase(zh: "请写一个整数", en: "Write a whole number")
    return nil
  }

  private mutating func day(_ id: FieldID) -> Day? {
    let text = form.text(of: id)
    if text.allSatisfy(\.isWhitespace) { return nil }
    if let day = Day(parsing: text) { return day }
    problems[id] = Phrase(zh: "不是日期，请写成 2026-06-30", en: "Not a day; write it like 2026-06-30")
    return nil
  }

  /// Last days stand in their order, and none is over (article 25).
  private mutating func checkDeadlines(_ plan: RoundPlan, year: Int) {
    for (deadline, refusal) in RoundOpening.refusals(plan.deadlines, year: year, today: today) {
      let id: FieldID =
        switch deadline {
        case .material: .materialBy
        case .report: .reportBy
        case .scores: .scoresBy
        }
      problems[id] = refusal.cited
    }
  }
}

extension RoundOpeningState.FieldID {
  /// Whether a day is written there.
  var isDay: Bool { self == .materialBy || self == .reportBy || self == .scoresBy }

  /// What the field is called.
  var label: Phrase {
    switch self {
    case .year: Phrase(zh: "评估年度", en: "Year")
    case .method: Phrase(zh: "计分方法", en: "Method")
    case .sheets: Phrase(zh: "最少评分表份数", en: "Sheets needed")
    case .materialBy: Phrase(zh: "材料提交截止", en: "Material by")
    case .reportBy: Phrase(zh: "部门上报截止", en: "Report by")
    case .scoresBy: Phrase(zh: "专家评分截止", en: "Scores by")
    case .reason: Phrase(zh: "理由", en: "Reason")
    }
  }

  /// What helps to fill it in.
  var hint: Phrase {
    switch self {
    case .year: Phrase(zh: "评估每两年一次（办法第25条）", en: "Rounds are two years apart (article 25)")
    case .method: Phrase(zh: "左右键选择；去最高最低至少 5 份", en: "Left and right choose; the trimmed mean needs 5 sheets")
    case .sheets: Phrase(zh: "少于此数的中心暂不定级", en: "A center with fewer is pending")
    case .materialBy: Phrase(zh: "依托单位提交材料的最后一天，可空", en: "The hosts' last day; may be blank")
    case .reportBy: Phrase(zh: "归口管理部门上报的最后一天，可空", en: "The departments' last day; may be blank")
    case .scoresBy: Phrase(zh: "专家评分的最后一天，可空", en: "The experts' last day; may be blank")
    case .reason: Phrase(zh: "仅在与上次评估不隔两年时必填", en: "Needed only where the gap is not two years")
    }
  }
}
