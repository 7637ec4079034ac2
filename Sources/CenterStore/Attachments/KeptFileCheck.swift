import GRDB
import Regulation
import Wording

/// What is wrong with a file that ought to lie beside the store.
public struct KeptFileFinding: Sendable, Hashable {
  /// What is wrong.
  public enum Fault: Sendable, Hashable {
    /// It was kept once and is not there any more.
    case missing
    /// Its contents are not those of which the register has the digest.
    case altered

    /// What is wrong with the file of a document, for people.
    func phrase(of title: String) -> Phrase {
      switch self {
      case .missing: Phrase(zh: "“\(title)”的文件不见了", en: "the file of “\(title)” is gone")
      case .altered: Phrase(zh: "“\(title)”的文件已被改动，与登记的摘要不符", en: "the file of “\(title)” was altered: it does not match its digest")
      }
    }
  }

  /// What the document belongs to: the number of an application, the year and the code of a center, or its code alone for its duties.
  public let owner: String
  /// The title of the document.
  public let title: String
  /// The digest under which it was kept.
  public let digest: Digest256
  /// What is wrong.
  public let fault: Fault

  /// What is wrong, for people.
  public var phrase: Phrase { fault.phrase(of: title) }
}

extension CenterStore {
  /// Reads every file that was kept beside the store and compares it with the register, in the order of the documents' titles.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but staff.
  public func checkKeptFiles(by who: Acting) throws(StoreError) -> [KeptFileFinding] {
    // The register is read first: hashing gigabytes must not hold a snapshot open.
    let kept = try read(by: who) { db, member in
      try CenterStore.requireAuditor(member)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT title, sha256, size, coalesce(application.number, attachment.year || '/' || center.code, center.code, '') FROM attachment
          LEFT JOIN application ON application.id = application_id LEFT JOIN center ON center.id = center_id
          WHERE sha256 IS NOT NULL ORDER BY title, attachment.id
          """
      ).map {
        (title: $0[0] as String, digest: Digest256(bytes: $0.bytes(1)) ?? .zero, wasKept: ($0[2] as Int?) != nil, owner: $0[3] as String)
      }
    }
    var findings: [KeptFileFinding] = []
    for document in kept {
      switch try keptFiles.digest(at: document.digest) {
      case document.digest: break
      case nil:
        if document.wasKept {
          findings.append(KeptFileFinding(owner: document.owner, title: document.title, digest: document.digest, fault: .missing))
        }
      case .some: findings.append(KeptFileFinding(owner: document.owner, title: document.title, digest: document.digest, fault: .altered))
      }
    }
    return findings
  }
}
