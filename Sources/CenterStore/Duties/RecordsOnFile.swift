import GRDB
import Regulation

extension CenterStore {
  /// The parts of a duty that some centers have on file already, by code, with the day of each: what is entered there again for several at once stays
  /// as it is. A duty that has no parts stands under `nil`.
  ///
  /// - Throws: ``StoreError/notPermitted(_:)`` for all but hosts, departments and staff; centers that are not this person's are left out.
  public func recordsOnFile(of duty: Duty, codes: [String], by who: Acting) throws(StoreError) -> [String: [DutyPart?: Day]] {
    try read(by: who) { db, member in
      guard let (condition, own) = CenterStore.dutyCondition(member) else { throw StoreError.notPermitted(nil) }
      var found: [String: [DutyPart?: Day]] = [:]
      let statement = try db.cachedStatement(
        sql: """
          SELECT part, day FROM duty_record JOIN center ON center.id = center_id
          WHERE code = ? AND duty = ? AND year = 0 AND subject = '' AND \(condition)
          """)
      for code in codes {
        for row in try Row.fetchAll(statement, arguments: [code, duty.rawValue] + own) {
          found[code, default: [:]][DutyPart(rawValue: row[0])] = try CenterStore.day(row[1])
        }
      }
      return found
    }
  }
}
