import GRDB
import Regulation
import Wording

extension CenterStore {
  /// Names the center that went on in the place of one that a file brought in as reorganised away: the file's columns know no successor
  /// (article 4(5)).
  ///
  /// - Parameters:
  ///   - document: the number of the decision of then.
  ///   - reason: what that rests on.
  /// - Throws: ``StoreError/refused(_:)`` where ``Regulation/Reorganisation`` refuses it, the successor is on file already, or went on in this center
  ///   itself.
  public func nameSuccessor(
    _ successor: PlainText, of code: PlainText, on day: Day, document: PlainText, reason: PlainText, by who: Acting
  ) throws(StoreError) {
    try write(.reorganise, by: who) { operation in
      let decision = try Reorganisation(
        naming: successor, of: code, on: day, document: document, reason: reason, try operation.situation(of: [code, successor]))
      let ended = try CenterStore.centerID(code.string, operation.db)
      var next = try CenterStore.centerID(successor.string, operation.db)
      if let known = try CenterStore.successor(of: ended, operation.db) {
        let name = try String.fetchOne(operation.db, sql: "SELECT code FROM center WHERE id = ?", arguments: [known]) ?? ""
        throw Refusal(article: "4(5)", Phrase(zh: "已登记由 \(name) 承接", en: "it went on in \(name), which is on file"))
      }
      while let after = try CenterStore.successor(of: next, operation.db) {
        if after == ended {
          throw Refusal(
            article: "4(5)", field: "successor",
            Phrase(zh: "\(successor) 是由 \(code) 承接的", en: "\(successor) itself went on in \(code)"))
        }
        next = after
      }
      try operation.keep(decision, of: [ended])
    }
  }

  /// The center in which one went on; `nil` where none is on file.
  private static func successor(of center: Int64, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT successor_id FROM reorganised JOIN reorganisation ON reorganisation.id = reorganisation_id WHERE center_id = ?",
      arguments: [center])
  }
}
