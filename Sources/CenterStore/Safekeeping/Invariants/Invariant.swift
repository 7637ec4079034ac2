import GRDB
import Wording

/// Something that holds of every store that was only used, by its article: what the operations guarantee, and another hand can break.
///
/// ```swift
/// for verdict in try store.examination(by: admin).verdicts where !verdict.findings.isEmpty {
///   print(verdict.invariant.check.rawValue, verdict.invariant.articles, verdict.invariant.phrase.en)
/// }
/// ```
///
/// An invariant forbids only what no operation could have written. What a center owes (a meeting, a committee that is lawful) is no fault of the
/// store, and is shown by the duties.
public struct Invariant: Sendable {
  /// The name that scripts read.
  public let check: DoctorFinding.Check
  /// The articles that it follows from, as ``Regulation/Citation`` cites them; none where it follows from how the store is kept.
  public let articles: [String]
  /// What must hold.
  public let phrase: Phrase
  /// How it is looked for.
  let look: Look

  /// How an invariant is looked for.
  enum Look: Sendable {
    /// In one snapshot of the store.
    case rows(@Sendable (Database) throws -> [Breach])
    /// By the store itself, beside its tables.
    case store(@Sendable (CenterStore, Acting) throws(StoreError) -> [Breach])
    /// By holding what is kept against the last word of the chain (``ChainLedger``).
    case chain([KeptSubject])
  }

  /// Something that breaks an invariant.
  struct Breach: Sendable, Hashable {
    /// What is concerned, as scripts read it.
    let object: String
    /// What it is called, for people.
    let name: Phrase
    /// What is wrong with it.
    let phrase: Phrase

    /// - Parameter path: the object's path, where what it is called says more (``AuditObjectWords``).
    init(object: String, path: String? = nil, phrase: Phrase) {
      self.object = object
      name = path.map(AuditObjectWords.phrase) ?? Phrase(same: object)
      self.phrase = phrase
    }
  }

  init(_ check: DoctorFinding.Check, _ articles: String..., must phrase: Phrase, _ look: Look) {
    self.check = check
    self.articles = articles
    self.phrase = phrase
    self.look = look
  }

  /// An invariant that a query looks for: each row that it gives is a breach, and begins with the object.
  init(_ check: DoctorFinding.Check, _ articles: String..., must phrase: Phrase, sql: String, _ words: @escaping @Sendable (Row) -> Phrase)
  {
    self.check = check
    self.articles = articles
    self.phrase = phrase
    look = .rows { db in
      var breaches: [Breach] = []
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() { breaches.append(Breach(object: row.text(0), phrase: words(row))) }
      return breaches
    }
  }

  /// Every invariant, in the order in which they are looked for.
  public static let all: [Invariant] =
    safekeeping + links + registry + terms + people + rounds + sheets + results + proofs + material + applications + matters + duties
}

extension Row {
  /// A value of any type as a text; empty for none. What another hand wrote need not be of the type that the program writes.
  func text(_ index: Int) -> String {
    switch (self[index] as DatabaseValue).storage {
    case .null, .blob: ""
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    }
  }
}
