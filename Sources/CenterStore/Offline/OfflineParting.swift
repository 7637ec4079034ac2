import GRDB
import Regulation
import Wording

/// Where the desk and a file parted last: when the file was taken, or when it was brought back and went on from there.
struct OfflineParting {
  /// The link of the chain that says so.
  let link: Int64
  /// How many of the file's edits the desk has seen.
  let edits: Int
  /// The centers that were left out then.
  let left: Set<String>

  /// What the chain keeps of a file that is brought back.
  static func fields(of file: OfflineSheets, leaving: [String]) throws -> Change.Fields {
    [
      ("taken", String(file.link)), ("edits", String(file.edits.count)), ("sha256", try file.mark(after: file.edits.count).description),
      ("left", leaving.joined(separator: ";")),
    ]
  }

  /// Every parting that a file goes on from, the latest first. Of a file that was brought back before, an older copy or another continuation is known by
  /// its edits: it parted earlier.
  static func all(of file: OfflineSheets, _ db: Database) throws -> [OfflineParting] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT seq, change FROM audit WHERE seq > ? AND act = ? AND login = ? ORDER BY seq DESC",
      arguments: [file.link, Act.bringSheetsBack.rawValue, file.taken.login.string])
    let later = try rows.compactMap { row -> OfflineParting? in
      let document = ChangeDocument(row[1])
      guard document.object == file.taken.object else { return nil }
      var said = Dictionary(document.facts.map { ($0.name, $0.value) }) { first, _ in first }
      for field in document.fields { said[field.name] = field.after }
      guard let edits = said["edits"].flatMap({ Int($0) }), edits <= file.edits.count,
        try said["sha256"] == file.mark(after: edits).description
      else { return nil }
      return OfflineParting(link: row[0], edits: edits, left: Set((said["left"] ?? "").split(separator: ";").map(String.init)))
    }
    return later + [OfflineParting(link: file.link, edits: 0, left: [])]
  }
}

extension Operation {
  /// That this store gave a file out to this person, and just as it says; by what is scored is still the same.
  func requireGivenOut(_ file: OfflineSheets) throws {
    let taken = file.taken
    if taken.login.string != member.login {
      throw Refusal(
        Phrase(zh: "这个文件由 \(taken.login) 带出，只能由本人带回", en: "the file was taken away by \(taken.login), who alone brings it back"))
    }
    if try taken.store != CenterStore.identity(db).description {
      throw Refusal(Phrase(zh: "这个文件不是从这个评审台带出的", en: "the file was taken away from another desk"))
    }
    let (table, own) = (try CenterStore.round(taken.round.year, db).tableVersion, try IndicatorSystem.standard.get().version)
    if taken.round.table != table || table != own {
      throw Refusal(
        article: "附表",
        Phrase(
          zh: "文件按指标体系 \(taken.round.table) 评分，本轮评估为 \(table)，本程序为 \(own)：不能带回",
          en:
            "the file was scored by indicator table \(taken.round.table); the round goes by \(table), this program by \(own): it cannot be brought back"
        ))
    }
    let row = try Row.fetchOne(db, sql: "SELECT act, login, change, hash FROM audit WHERE seq = ?", arguments: [file.link])
    guard let row, row[0] == Act.takeSheetsAway.rawValue, row[1] == member.login,
      Digest256(bytes: row.bytes(3))?.description == file.hash
    else {
      throw Refusal(
        Phrase(
          zh: "审计链中没有带出这个文件的记录：数据可能已从更早的备份恢复；文件中的评分仍在，可用 cztic offline sheet 列出",
          en:
            "the audit chain does not know of this taking: the store may have been restored from an earlier backup. The scores are still in the file; "
            + "`cztic offline sheet` lists them"))
    }
    let document = ChangeDocument(row[2])
    let digest = document.fields.first { $0.name == "sha256" }?.after
    guard document.object == taken.object, try digest == taken.digest.description else {
      throw Refusal(Phrase(zh: "文件中带出的内容与审计链所记不符", en: "what the file says was taken is not what the audit chain says"))
    }
  }
}
