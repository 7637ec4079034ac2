import GRDB
import Regulation
import Wording

/// What a document is attached to.
public enum AttachmentSubject: Sendable, Hashable {
  /// A center's material in the round of a year (article 27).
  case material(center: String, year: Int)
  /// An application, by its number (article 10).
  case application(String)
  /// What is on file of a center's duties (articles 6, 7 and 14 to 24).
  case duties(center: String)

  /// The article by which documents are kept of it; of duties that of the one that is shown, and `nil` where it is not said which.
  func article(_ proofs: Set<Proof>) -> String? {
    switch self {
    case .material: "27"
    case .application: "10"
    case .duties: proofs.compactMap { proof -> DutyPlace? in if case .duty(let place) = proof { place } else { nil } }.min()?.duty.article
    }
  }
}

/// What the register says of a document (附件): its words, where it is, and what it proves.
public struct AttachmentEntry: Sendable, Hashable, Codable {
  /// Its title; one material, application or file of duties holds no title twice.
  public var title: PlainText
  /// What kind of document it is, in the people's own words: 审计报告, 专利证书; may be empty.
  public var kind: PlainText
  /// The day that stands on it.
  public var date: Day?
  /// The name of its file; may be empty.
  public var file: PlainText
  /// Where the paper lies; may be empty.
  public var location: PlainText
  /// SHA-256 of its file.
  public var digest: Digest256?
  /// What it proves.
  public var proves: Set<Proof>

  /// Makes an entry.
  public init(
    title: PlainText, kind: PlainText = .empty, date: Day? = nil, file: PlainText = .empty, location: PlainText = .empty,
    digest: Digest256? = nil, proves: Set<Proof> = []
  ) {
    self.title = title
    self.kind = kind
    self.date = date
    self.file = file
    self.location = location
    self.digest = digest
    self.proves = proves
  }

  /// Whether something that it proves bears on an item.
  public func bears(on item: Proof) -> Bool { proves.contains { $0.bears(on: item) } }
}

/// A document of the register as somebody may see it.
public struct Attachment: Sendable, Hashable {
  /// What it is attached to.
  public let subject: AttachmentSubject
  /// What the register says of it.
  public let entry: AttachmentEntry
  /// How many bytes its file has; known where it was kept beside the store.
  public let size: Int?
  /// Whether its file lies beside the store (its contents are looked at by ``CenterStore/checkKeptFiles(by:)`` only).
  public let isKept: Bool

  /// Whether its file was kept beside the store at some time.
  public var wasKept: Bool { size != nil }
  /// Whether its file was kept beside the store once and is not there any more.
  public var isGone: Bool { size != nil && !isKept }
  /// What is said of a file that is gone, and what can be done.
  public var goneWords: Phrase {
    KeptFileFinding.Fault.missing.phrase(of: entry.title.string)
      + Phrase(zh: "：请管理员用 cztic doctor 核查，从备份恢复，或另行登记", en: ": have the administrator run cztic doctor and restore it, or enter it anew")
  }
}

/// A document as the store keeps it.
struct StoredAttachment {
  let id: Int64
  var entry: AttachmentEntry
  var size: Int?

  /// As the chain keeps it.
  var changeFields: Change.Fields {
    [
      ("title", entry.title.string), ("kind", entry.kind.string), ("date", entry.date?.description ?? ""), ("file", entry.file.string),
      ("location", entry.location.string), ("size", size.map(String.init) ?? ""), ("sha256", entry.digest?.description ?? ""),
      ("proves", entry.proves.sorted().map(\.description).joined(separator: ";")),
    ]
  }
}

extension StoredAttachment {
  /// What this program cannot read of what a document proves is left out, and stays in the store.
  init(_ row: Row, _ db: Database) throws {
    id = row[0]
    let date: String? = row[3]
    let proofs = try String.fetchAll(
      db.cachedStatement(sql: "SELECT proof FROM attachment_proof WHERE attachment_id = ?"), arguments: [id])
    entry = AttachmentEntry(
      title: try PlainText(row[1]), kind: try PlainText(row[2]), date: try date.map { try CenterStore.day($0) },
      file: try PlainText(row[4]), location: try PlainText(row[5]), digest: Digest256(bytes: row.bytes(7)),
      proves: Set(proofs.compactMap { Proof($0) }))
    size = row[6]
  }

  static let selection = "SELECT id, title, kind, date, file, location, size, sha256 FROM attachment "
}

/// Where the documents of something stand in the store.
enum AttachmentHolder {
  case material(year: Int, center: Int64)
  case application(Int64)
  case duties(Int64)

  /// The documents, in the order of their titles.
  func attachments(_ db: Database) throws -> [StoredAttachment] {
    try Row.fetchAll(db.cachedStatement(sql: StoredAttachment.selection + condition + " ORDER BY title"), arguments: arguments)
      .map { try StoredAttachment($0, db) }
  }

  /// The document of a title, as titles are compared.
  func attachment(_ title: PlainText, _ db: Database) throws -> StoredAttachment? {
    let statement = try db.cachedStatement(sql: StoredAttachment.selection + condition + " AND title_key = ?")
    return try Row.fetchOne(statement, arguments: arguments + [NameKey(title).string]).map { try StoredAttachment($0, db) }
  }

  /// Adds a document, or writes it over the one that is there.
  func write(_ entry: AttachmentEntry, size: Int?, over old: StoredAttachment?, link: Int64, _ db: Database) throws {
    let (year, center, application): (Int?, Int64?, Int64?) =
      switch self {
      case .material(let year, let center): (year, center, nil)
      case .application(let id): (nil, nil, id)
      case .duties(let center): (nil, center, nil)
      }
    try db.cachedStatement(
      sql: """
        INSERT INTO attachment(id, year, center_id, application_id, title, title_key, kind, date, file, location, size, sha256, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET title = excluded.title, title_key = excluded.title_key, kind = excluded.kind,
          date = excluded.date, file = excluded.file, location = excluded.location, size = excluded.size, sha256 = excluded.sha256,
          link = excluded.link
        """
    ).execute(arguments: [
      old?.id, year, center, application, entry.title.string, NameKey(entry.title).string, entry.kind.string, entry.date?.description,
      entry.file.string, entry.location.string, size, entry.digest.map { Blob($0.bytes) }, link,
    ])
    let id = old?.id ?? db.lastInsertedRowID
    // Sorted: a set has no order, and the same acts must give the same file.
    for proof in (old?.entry.proves.subtracting(entry.proves) ?? []).sorted() {
      try db.cachedStatement(sql: "DELETE FROM attachment_proof WHERE attachment_id = ? AND proof = ?")
        .execute(arguments: [id, proof.description])
    }
    for proof in entry.proves.subtracting(old?.entry.proves ?? []).sorted() {
      try db.cachedStatement(sql: "INSERT INTO attachment_proof(attachment_id, proof) VALUES (?, ?)")
        .execute(arguments: [id, proof.description])
    }
  }

  private var condition: String {
    switch self {
    case .material: "WHERE application_id IS NULL AND year = ? AND center_id = ?"
    case .application: "WHERE application_id = ?"
    case .duties: "WHERE application_id IS NULL AND year IS NULL AND center_id = ?"
    }
  }

  private var arguments: StatementArguments {
    switch self {
    case .material(let year, let center): [year, center]
    case .application(let id), .duties(let id): [id]
    }
  }
}
