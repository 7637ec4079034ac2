import GRDB
import Regulation

/// The leader of a group of experts writes what they say as a group once everything is in, and so is told when something comes in. What the others
/// write before that is told to nobody.
enum WatchOfLeaders {
  private struct Document: Decodable {
    var object: String
    var before: [String: String]?
    var after: [String: String]?
  }

  /// Whether a link tells an expert, as leader, how far the others have come: an opinion or a sheet is handed in or taken back, or somebody is out.
  ///
  /// - Parameter change: the link's document.
  static func concerns(_ act: Act, _ change: String, leader login: String, _ db: Database) throws -> Bool {
    let document: Document = try JSONText.decode(change)
    let path = document.object.split(separator: "/").map(String.init)
    switch act {
    case .giveOpinion, .takeBackOpinion:
      guard path.count == 4, path[2] == "opinion", document.before?["submitted"] != document.after?["submitted"] else { return false }
      return try leadsReview(of: path[1], login, db)
    case .declareConflict:
      guard path.count == 3 else { return false }
      return try leadsReview(of: path[1], login, db) || leadsPanel(of: path[1], login, db)
    case .submitSheet, .takeBackSheet, .enterSheet, .releaseExpert:
      return try path.count == 4 && leadsPanel(of: path[2], login, db)
    default: return false
    }
  }

  private static func leadsReview(of number: String, _ login: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT is_leader FROM application JOIN application_expert ON application_id = application.id WHERE number = ? AND login = ?
          """), arguments: [number, login]) ?? false
  }

  private static func leadsPanel(of center: String, _ login: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT max(is_leader) FROM center JOIN assignment ON center_id = center.id WHERE code = ? AND login = ?"),
      arguments: [center, login]) ?? false
  }
}
