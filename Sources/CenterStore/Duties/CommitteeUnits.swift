import GRDB
import Regulation

/// The names of a center's host and of its present and former co-builders, by which one tells where a member of a committee comes from before the
/// committee is on file (articles 14 and 15).
public struct CommitteeUnits: Sendable, Hashable {
  /// The names of the host.
  let host: Set<NameKey>
  /// The names of each co-builder, in the order of ``DutyRecords/coBuilders``.
  let coBuilders: [Set<NameKey>]

  /// Where a member comes from.
  func origin(of member: CommitteeMember) -> CommitteeOrigin {
    let key = NameKey(member.employer)
    let isHost = host.contains(key)
    return CommitteeOrigin(of: member, isHost: isHost, coBuilder: isHost ? nil : coBuilders.firstIndex { $0.contains(key) })
  }

  init(of center: Int64, among builders: [CoBuilderHistory.Builder], _ db: Database) throws {
    func names(_ organization: Int64) throws -> Set<NameKey> {
      let all = try String.fetchAll(
        db,
        sql: "SELECT name FROM organization WHERE id = ?1 UNION SELECT name FROM organization_alias WHERE organization_id = ?1",
        arguments: [organization])
      return Set(all.map { NameKey($0) })
    }
    host = try Int64.fetchOne(db, sql: "SELECT host_id FROM center WHERE id = ?", arguments: [center]).map(names) ?? []
    coBuilders = try builders.map { try names($0.organization) }
  }
}

extension DutyFile {
  /// A committee as it would be made up if these were its members on a day, held against its article.
  public func roll(of committee: CommitteeKind, naming members: [CommitteeMember], on day: Day) -> CommitteeRoll {
    var named = records
    named.tenures = members.map { CommitteeTenure(committee, .init($0, from: units.origin(of: $0)), since: day) }
    return named.roll(of: committee, on: day)
  }
}
