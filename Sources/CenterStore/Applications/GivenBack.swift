import GRDB
import Regulation

/// What an application that came in again was given back for the last time, and what it was like then (articles 10 and 11).
public struct GivenBack: Sendable, Hashable {
  /// A document of the register that is not as it was.
  public struct Document: Sendable, Hashable {
    /// Its title; that of before, where it was removed.
    public let title: String
    /// What was done with it.
    public let deed: DocumentEvent.Kind
  }

  /// The step by which it was given back.
  public let event: ApplicationEvent
  /// The form as it stood then; `nil` where that was not kept.
  public let form: ApplicationForm?
  /// What was done with its documents since, in the order of their titles.
  public let documents: [Document]
}

/// What an application is like when it is given back, as its step keeps it.
struct ApplicationSnapshot: Codable {
  let form: ApplicationForm
  /// The documents as the chain would keep them, by title.
  let documents: [String: [String: String]]

  init(of stored: StoredApplication, _ db: Database) throws {
    form = try stored.form
    documents = try ApplicationSnapshot.documents(of: stored, db)
  }

  /// What was done with the documents since.
  func changes(of stored: StoredApplication, _ db: Database) throws -> [GivenBack.Document] {
    let now = try ApplicationSnapshot.documents(of: stored, db)
    return Set(documents.keys).union(now.keys).sorted().compactMap { title in
      if documents[title] == now[title] { return nil }
      return GivenBack.Document(
        title: title, deed: documents[title] == nil ? .entered : now[title] == nil ? .removed : .corrected)
    }
  }

  private static func documents(of stored: StoredApplication, _ db: Database) throws -> [String: [String: String]] {
    let documents = try AttachmentHolder.application(stored.id).attachments(db).map { document in
      (document.entry.title.string, Dictionary(uniqueKeysWithValues: document.changeFields.map { ($0.name, $0.value) }))
    }
    return Dictionary(documents) { first, _ in first }
  }
}

extension CenterStore {
  /// What an application was given back for the last time, while whoever gave it back has it again and decides on it; `nil` otherwise.
  static func givenBack(_ stored: StoredApplication, _ course: [ApplicationHappening], _ db: Database) throws -> GivenBack? {
    let kind: ApplicationStepKind
    switch stored.summary.stage {
    case .submitted: kind = .returnForCorrection
    case .checking: kind = .sendBack
    default: return nil
    }
    let steps = course.compactMap { if case .step(let event) = $0 { event } else { nil } }
    guard let place = steps.lastIndex(where: { $0.step.kind == kind }) else { return nil }
    let kept = try String.fetchOne(
      db, sql: "SELECT was FROM application_step WHERE application_id = ? AND position = ?", arguments: [stored.id, place])
    let snapshot: ApplicationSnapshot? = try kept.map { try JSONText.decode($0) }
    return GivenBack(event: steps[place], form: snapshot?.form, documents: try snapshot?.changes(of: stored, db) ?? [])
  }
}
