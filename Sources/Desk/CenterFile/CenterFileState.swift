import CenterStore
import Regulation
import Widgets
import Wording

/// What the desk knows of one center.
struct CenterFileState: Sendable {
  /// One round in which the center's sheets are on the desk; staff only.
  struct Sheets: Sendable, Hashable {
    /// The round.
    var year: Int
    /// Its state.
    var state: RoundState
    /// How few sheets are enough.
    var minimum: Int
    /// The experts' sheets.
    var lines: [SheetProgress]
  }

  /// A center in whose place this one goes on, and its results: they stay that center's (article 4(5)).
  struct Inherited: Sendable, Hashable {
    /// Its code.
    var code: String
    /// Its name.
    var name: String
    /// Its public results, the latest year first.
    var results: [PublicResult]
  }

  /// The public record.
  var record: CenterRecord
  /// Where its host is registered; empty where that is not on file.
  var registeredIn: PlainText = .empty
  /// What it came of; `nil` for a center that was in the registry before.
  var origin: CenterOrigin?
  /// Public results, the latest year first.
  var results: [PublicResult]
  /// The reorganisations that it came out of or went into.
  var reorganisations: [ReorganisationEvent] = []
  /// Public results of the centers in whose place it goes on, by their codes and names; of those that have any.
  var inherited: [Inherited] = []
  /// Among how many centers a rank is, by year, as far as that is known.
  var ranked: [Int: Int] = [:]
  /// Its own results, and those of the centers before it.
  var allResults: [PublicResult] { results + inherited.flatMap(\.results) }
  /// Why it was revoked, once that is decided and this person's to know.
  var revocation: DecidedRevocation?
  /// How it stands to its duties, for those who may read that.
  var duties: DutyFile?
  /// Changes, directors and revocations, for those who have a part in them.
  var matters: [MatterSummary] = []
  /// The round whose documents this person may see, the latest that has any, and the documents.
  var documents: (year: Int, list: [Attachment])?
  /// The rounds on the desk in which it was assigned; empty for all but staff.
  var sheets: [Sheets]
  /// Which line has the cursor, and which are seen.
  var list = ListState()
  /// In which column the cursor is, where two stand beside each other: 0 on the left, 1 on the right.
  var column = 0

  /// One line of the file.
  enum Line: Hashable {
    case blank
    /// What a part is called, and the article on which it rests.
    case heading(Phrase, article: String)
    /// A label and what stands there; continued lines have an empty label. Where another article than the part's is behind it, that.
    case entry(Phrase, Phrase, Ink, article: String? = nil)
    /// What is on file of a duty, as far as a line has room for it: a label, the words, and the duty whose page tells all of it.
    case duty(Phrase, Phrase, Duty)
    case words(Phrase)
    /// A public result, and the code of the center whose it is.
    case result(PublicResult, of: String)
    /// A row of the picture of the results over the years.
    case trend(Int)
    case sheet(SheetProgress)
    case document(Attachment)
    case matter(MatterSummary)
    /// Another center, by code and name: one in whose place it goes on, or into which it went.
    case center(Phrase, String, String)
  }

  /// Puts the cursor on a matter, by its place.
  mutating func selectMatter(_ place: Int, _ names: FieldNames) {
    column = 0
    // The list may not have been counted with it yet.
    list.setCount(max(list.count, firstMatter(names) + matters.count))
    list.select(firstMatter(names) + place)
  }

  /// The line of the first matter: below the profile, a blank line and a heading.
  private func firstMatter(_ names: FieldNames) -> Int { profile(names).count + 2 }

  /// The profile.
  func profile(_ names: FieldNames) -> [Line] {
    let blank = Phrase(zh: "（未填）", en: "(none given)")
    func text(_ text: PlainText?) -> Phrase { text.map { $0.isEmpty ? blank : Phrase(same: $0.string) } ?? blank }
    var lines: [Line] = [
      .heading(Phrase(zh: "基本信息", en: "Profile"), article: "12"),
      .entry(.code, Phrase(same: record.code.string), .plain),
      .entry(.name, Phrase(same: record.name.string), .plain),
    ]
    lines += list(Phrase(zh: "曾用名", en: "Former names"), record.formerNames, article: "31")
    lines += [
      .entry(.host, Phrase(same: record.host.string), .plain, article: "6"),
      .entry(Phrase(zh: "单位类型", en: "Kind of host"), record.hostKind.phrase, .plain, article: "9.2"),
    ]
    lines += registration(names)
    lines += list(Phrase(zh: "共建单位", en: "Co-builders"), record.coBuilders, article: "7")
    lines += [
      .entry(.department, names[record.department.string], .plain, article: "5"),
      .entry(.field, record.field.map { $0.isEmpty ? blank : names[$0.string] } ?? blank, .plain, article: "8"),
      .entry(.certified, Phrase(same: record.certifiedOn.description), .plain),
    ]
    if let origin {
      lines.append(.entry(Phrase(zh: "认定文号", en: "Document"), Phrase(same: origin.certification.document.string), .plain))
      if let number = origin.application { lines.append(.entry(Phrase(zh: "申请", en: "Application"), Phrase(same: number), .accent)) }
    }
    lines += [
      .entry(Phrase(zh: "主任", en: "Director"), text(record.director), .plain, article: "16"),
      .entry(.status, (record.status ?? .active).phrase, (record.status ?? .active).ink),
    ]
    return lines + ending() + reorganised()
  }

  /// What is under way with it, and what was.
  func underWay() -> [Line] {
    if matters.isEmpty { return [] }
    return [.heading(Phrase(zh: "变更、主任、撤销（\(matters.count) 件）", en: "Changes, directors, revocations (\(matters.count))"), article: "31")]
      + matters.map { .matter($0) }
  }

  /// Where its host is registered, and whether that is in the city still: a host may have moved since the certification (articles 9.1 and 31).
  private func registration(_ names: FieldNames) -> [Line] {
    if registeredIn.isEmpty { return [] }
    let isInCity = (try? Places.standard.get().isInCity(registeredIn)) ?? true
    let place = Line.entry(
      Phrase(zh: "注册地", en: "Registered in"), names[registeredIn.string], isInCity ? .plain : .caution, article: "9.1")
    if isInCity { return [place] }
    let words = Phrase(zh: "不在沧州市域内，现不符合设立条件", en: "outside Cangzhou: condition not met now")
    return [place, .entry(Phrase(same: ""), words + Citation.bracketed("9.1"), .caution, article: "9.1")]
  }

  private func list(_ label: Phrase, _ texts: [PlainText]?, article: String) -> [Line] {
    guard let texts, !texts.isEmpty else { return [.entry(label, Phrase(zh: "无", en: "none"), .muted, article: article)] }
    return texts.enumerated().map { place, text in
      .entry(place == 0 ? label : Phrase(same: ""), Phrase(same: text.string), .plain, article: article)
    }
  }

  /// The evaluations: published results with their trend, and for staff the sheets on the desk.
  func evaluations() -> [Line] {
    var lines: [Line] = [.heading(Phrase(zh: "绩效评估", en: "Evaluations"), article: "25")]
    if results.isEmpty {
      lines.append(.words(Phrase(zh: "还没有公布的评估结果。", en: "No result has been published yet.")))
    }
    lines += results.map { .result($0, of: record.code.string) }
    if results.count > 1 {
      lines.append(.blank)
      lines += (0..<TrendPicture.rows).map { .trend($0) }
    }
    for predecessor in inherited {
      lines += [.blank, .center(Phrase(zh: "原中心的结果", en: "Results of"), predecessor.code, predecessor.name)]
      lines += predecessor.results.map { .result($0, of: predecessor.code) }
    }
    for sheets in sheets {
      lines += [
        .blank,
        .heading(
          Phrase(
            zh: "\(sheets.year) 年度评分（\(sheets.state.phrase.zh)，至少 \(sheets.minimum) 份）",
            en: "Sheets of \(sheets.year) (\(sheets.state.phrase.en), \(sheets.minimum) needed)"), article: "25"),
      ]
      lines += sheets.lines.isEmpty ? [.words(Phrase(zh: "未分配专家。", en: "No expert is assigned."))] : sheets.lines.map { .sheet($0) }
    }
    return lines
  }

  /// The documents of the center's material, for those who may see them.
  func material() -> [Line] {
    guard let documents else { return [] }
    let count = documents.list.count
    return [.heading(Phrase(zh: "\(documents.year) 年度评估附件（\(count) 件）", en: "Documents of \(documents.year) (\(count))"), article: "27")]
      + documents.list.map { .document($0) }
  }
}
