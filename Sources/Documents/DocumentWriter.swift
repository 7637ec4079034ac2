import CenterStore
import Regulation
import TableFiles
import Wording

/// Writes papers out of the store: what somebody may see, and nothing else. Papers are Chinese, whatever language the desk speaks.
///
///     let writer = DocumentWriter(store: store, by: Acting("bureau", .command))
///     let notice = try writer.document(.resultNotice, of: "2026")
///     try notice.html(DocumentTemplates())
public struct DocumentWriter: Sendable {
  let store: CenterStore
  let who: Acting

  /// A writer for somebody.
  public init(store: CenterStore, by who: Acting) {
    self.store = store
    self.who = who
  }

  /// What a paper is of, beyond its kind.
  public struct Wish: Sendable, Hashable {
    /// What it is of: a year, the code of a center, a number (``DocumentKind/Subject``); empty where nothing is asked for.
    public var subject: String
    /// The year of the round, where the subject is a center; `nil`: the latest round that has to do with it.
    public var round: Int?
    /// The expert whose sheet or opinion is meant; `nil`: one's own.
    public var expert: String?
    /// The department whose recommendations are meant; `nil`: one's own.
    public var department: String?
    /// The document's number (文号), where none is on file; empty: a place to write it by hand.
    public var number: PlainText

    /// Names what a paper is of.
    public init(
      _ subject: String = "", round: Int? = nil, expert: String? = nil, department: String? = nil, number: PlainText = .empty
    ) {
      self.subject = subject
      self.round = round
      self.expert = expert
      self.department = department
      self.number = number
    }
  }

  /// Writes a paper.
  ///
  /// - Throws: ``DocumentError``; ``DocumentError/store(_:)`` with ``CenterStore/StoreError/notPermitted(_:)`` for what this person may not see.
  public func document(_ kind: DocumentKind, _ wish: Wish = Wish()) throws(DocumentError) -> Document {
    try DocumentError.translating {
      guard kind.readers.contains(try store.member(who.login).role) else { throw StoreError.notPermitted(nil) }
      if kind.subject == .registry, !wish.subject.isEmpty { throw DocumentError.subjectNotAsked(kind) }
      if kind.subject != .registry, wish.subject.isEmpty { throw DocumentError.subjectNeeded(kind) }
      let body = try body(kind, wish)
      var values = try heading(kind, wish, body)
      for member in body.values.members { values[member.key] = member.value }
      return Document(kind: kind, values: values, fileName: fileName(kind, wish, body))
    }
  }

  private func body(_ kind: DocumentKind, _ wish: Wish) throws -> Body {
    switch kind {
    case .roster: try roster()
    case .resultNotice: try resultNotice(try year(kind, wish))
    case .roundSummary: try roundSummary(try year(kind, wish))
    case .newCenters: try newCenters(try year(kind, wish))
    case .recommendations: try recommendations(try year(kind, wish), wish.department)
    case .evaluationForm: try evaluationForm(wish.subject, try round(of: wish))
    case .scoresheet: try scoresheet(wish.subject, try round(of: wish), expert: wish.expert)
    case .scoreReport: try scoreReport(wish.subject, try round(of: wish))
    case .groupOpinion: try groupOpinion(wish.subject, try round(of: wish))
    case .application: try application(wish.subject)
    case .opinionSheet: try opinionSheet(wish.subject, expert: wish.expert)
    case .decision: try decision(wish.subject)
    case .receipt: try receipt(wish.subject)
    }
  }

  /// What only one kind of paper says.
  struct Body {
    /// The title, as it is printed.
    let title: String
    /// The number on file (文号); empty where none is.
    var number = ""
    /// The day on which it is given out; `nil`: the day on which it is printed.
    var issuedOn: Day?
    /// The day whose rules it stands under (article 32); `nil`: that on which it is given out.
    var rulesOf: Day?
    /// Whether it says what is not fixed yet.
    var isDraft = false
    /// The articles that this very paper rests on; `nil`: those of its kind.
    var articles: [String]?
    /// The round that it speaks of.
    var round: Int?
    /// The rest.
    var values: JSONObject
  }

  private func heading(_ kind: DocumentKind, _ wish: Wish, _ body: Body) throws -> JSONObject {
    let head = try store.chainHead(by: who)
    let issued = body.issuedOn ?? store.today
    let ruled = body.rulesOf ?? issued
    return [
      "document": .string(kind.rawValue), "title": .string(body.title),
      "number": .string(body.number.isEmpty ? wish.number.string : body.number), "articles": .strings(body.articles ?? kind.articles),
      "bureau": .string(DocumentWords.bureau.zh), "regulation": .string(DocumentWords.regulation(on: ruled).zh),
      "basis": .string(DocumentWords.basis(on: ruled, body.articles ?? kind.articles)),
      "rules_remark": .string(RulesInForce.remark(on: ruled).zh),
      "issued_on": .string(issued.description), "printed_on": .string(store.today.description), "is_draft": .bool(body.isDraft),
      "chain": [
        "link": .integer(head.number), "head": .string(head.hash.description), "short": .string(String(head.hash.description.prefix(16))),
      ],
    ]
  }

  private func fileName(_ kind: DocumentKind, _ wish: Wish, _ body: Body) -> String {
    var parts = [kind.rawValue]
    if !wish.subject.isEmpty { parts.append(wish.subject) }
    if kind.subject == .center, let round = body.round { parts.append(String(round)) }
    if let expert = wish.expert ?? wish.department { parts.append(expert) }
    // What is no letter, digit or sign of a lawful code stands for nothing in a file's name.
    return parts.joined(separator: "-").filter { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  private func year(_ kind: DocumentKind, _ wish: Wish) throws -> Int {
    guard let year = Int(wish.subject), (1000...9999).contains(year) else { throw DocumentError.subjectNeeded(kind) }
    return year
  }

  /// Whether this is the bureau, or the administrator.
  var isStaff: Bool {
    get throws { [.admin, .bureau].contains(try store.member(who.login).role) }
  }

  /// The round that is meant: the one that was named, else the latest of those on the desk.
  private func round(of wish: Wish) throws -> Int {
    if let round = wish.round { return round }
    guard let latest = try store.rounds(by: who).first(where: { $0.state != .cancelled }) else {
      throw DocumentError.nothingToSay(Phrase(zh: "还没有绩效评估", en: "there is no round yet"))
    }
    return latest.year
  }
}
