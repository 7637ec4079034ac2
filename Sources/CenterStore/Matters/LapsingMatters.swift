import GRDB
import Regulation

extension Operation {
  /// Lets all that is open of a center that has just ended lapse, each with a step and a link of its own (``Regulation/MatterLapse``).
  func lapseMatters(of center: Int64) throws {
    try lapse(ChangeRequest.self, of: center, .stepChange)
    try lapse(DirectorFiling.self, of: center, .stepDirector)
    try lapse(Revocation.self, of: center, .stepRevocation)
  }

  private func lapse<M: Matter>(_ kind: M.Type, of center: Int64, _ act: Act) throws {
    let open = try String.fetchAll(
      db, sql: "SELECT number FROM matter WHERE center_id = ? AND kind = ? AND is_open = 1 ORDER BY number",
      arguments: [center, M.matter.rawValue])
    for number in open {
      let stored = try CenterStore.visibleMatter(number, as: kind, member, act, db)
      // Of a revocation that is decided the publication is still to come.
      if stored.matter.canLapse { try take(.lapse(MatterLapse(stored.status, document: .empty)), with: stored, act) }
    }
  }
}

extension CenterStore {
  /// How a center stands, and which document of this desk ended it.
  static func lapse(of center: Int64, _ db: Database) throws -> MatterLapse {
    let status =
      try String.fetchOne(db, sql: "SELECT status FROM center WHERE id = ?", arguments: [center])
      .flatMap { CenterStatus(rawValue: $0) } ?? .active
    return MatterLapse(status, document: try document(ending: center, as: status, db) ?? .empty)
  }

  private static func document(ending center: Int64, as status: CenterStatus, _ db: Database) throws -> PlainText? {
    switch status {
    case .active: return nil
    case .revoked:
      let state = try String.fetchOne(
        db,
        sql: """
          SELECT state FROM matter WHERE center_id = ? AND kind = 'revocation' AND stage IN ('decided', 'published') ORDER BY link DESC LIMIT 1
          """, arguments: [center])
      let revocation: Revocation? = try state.map { try JSONText.decode($0) }
      return revocation?.decision?.document
    case .reorganised:
      let text = try String.fetchOne(
        db, sql: "SELECT document FROM reorganised JOIN reorganisation ON reorganisation.id = reorganisation_id WHERE center_id = ?",
        arguments: [center])
      let decision: Reorganisation? = try text.map { try JSONText.decode($0) }
      return decision?.document
    }
  }
}
