import GRDB
import Regulation
import Wording

extension Operation {
  /// What was to be corrected or taken out is gone.
  static let gone = Refusal(article: nil, Phrase(zh: "该记录已不在案", en: "that is on file no more"))

  /// Who puts something on file here.
  var dutyOrigin: DutyOrigin { member.role == .host ? .host : .staff }

  func centerOfDuties(_ code: String, _ act: Act) throws -> Int64 { try CenterStore.centerOfDuties(code, member, act, db) }

  /// The present name of a co-builder of a center that goes by some name.
  func coBuilder(_ name: PlainText, of center: Int64) throws -> PlainText {
    let present = try String.fetchOne(
      db,
      sql: """
        SELECT name FROM center_co_builder JOIN organization ON organization.id = organization_id
        WHERE center_id = ?1 AND (name_key = ?2 OR EXISTS (
          SELECT 1 FROM organization_alias WHERE organization_id = organization.id AND organization_alias.name_key = ?2))
        """, arguments: [center, NameKey(name).string])
    if let present { return try PlainText(present) }
    throw Refusal(article: "7", Phrase(zh: "“\(name)”不是共建单位", en: "“\(name)” is no co-builder"))
  }

  func require(_ day: Day, notAfterTodayOf article: String) throws {
    if day > now.day { throw Refusal(article: article, Phrase(zh: "日期 \(day) 还没有到", en: "\(day) is still to come")) }
  }

  func require(_ day: Day, notBefore last: Day?, of committee: CommitteeKind) throws {
    try require(day, notAfterTodayOf: committee.article)
    if let last, day < last {
      throw Refusal(
        article: committee.article,
        Phrase(zh: "早于上次变动之日 \(last)", en: "that is before the last change of \(last)"))
    }
  }
}
