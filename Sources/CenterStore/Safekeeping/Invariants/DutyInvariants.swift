import GRDB
import Regulation
import Wording

extension DoctorFinding.Check {
  /// Meetings and records of duties, held against the chain (articles 6, 7, 14 to 24).
  public static let duties: Self = "duties"
  /// Who sits on committees, held against the chain (articles 14 and 15).
  public static let committees: Self = "committees"
  /// That records belong to a duty that knows them (articles 6, 7, 14 to 24).
  public static let dutyRecords: Self = "duty-records"
}

extension Invariant {
  /// What holds of the duties of centers in operation. What a center owes or is behind on is no fault of the store.
  static let duties = [
    Invariant(
      .duties, "6", "7", "14", "15", "17", "18", "19", "21", "22", "23", "24",
      must: Phrase(zh: "会议和履责记录与审计链所记一致", en: "meetings and records of duties are as the chain says"),
      .chain([
        KeptSubject(
          // One that was moved to another day stands under that.
          "meeting/*/*/*", ["meeting"], formerPath: formerMeeting,
          sql: """
            SELECT 'meeting/' || code || '/' || committee || '/' || day,
              json_object('agenda', json('["' || replace(agenda, ' ', '","') || '"]'), 'committee', committee, 'day', day,
                'minutes', minutes, 'outcome', outcome)
            FROM committee_meeting JOIN center ON center.id = center_id
            """),
        KeptSubject(
          // What applications named is taken over without a link of its own; a co-builder may be written anew under another of its names.
          "duty/**", ["day", "text", "evidence"], isAlwaysLinked: false, placeParts: 4,
          sql: """
            SELECT 'duty/' || code || '/' || duty || CASE part WHEN '' THEN '' ELSE '/' || part END
              || CASE subject WHEN '' THEN '' ELSE '/' || subject END || CASE year WHEN 0 THEN '' ELSE '/' || year END, day, text, evidence
            FROM duty_record JOIN center ON center.id = center_id
            """),
      ])),
    Invariant(
      .committees, "14", "15", must: Phrase(zh: "委员会成员与审计链所记一致", en: "whoever sits on a committee was named to it in the chain"),
      .rows(CommitteeReplay.breaches)),
    Invariant(
      .dutyRecords, "6", "7", "14", "15", "17", "18", "19", "21", "22", "23", "24",
      must: Phrase(zh: "履责记录属于所记的职责，任期先后有序", en: "a record belongs to its duty, and nobody left a committee before they came"),
      .rows(strangeRecords)),
  ]

  /// Under which committee and day a meeting stood before a link.
  private static func formerMeeting(_ told: ToldChange) -> String? {
    guard let text = told.before?["meeting"], let meeting: CommitteeMeeting = try? JSONText.decode(text) else { return nil }
    return (told.object.split(separator: "/").prefix(2) + ["\(meeting.committee.rawValue)", "\(meeting.day)"]).joined(separator: "/")
  }

  private static func strangeRecords(_ db: Database) throws -> [Breach] {
    let known = Duty.allCases.filter { $0.proof == .records }.flatMap { duty in
      (duty.parts.isEmpty ? [""] : duty.parts.map(\.rawValue)).map {
        "('\(duty.rawValue)', '\($0)', \(duty.isYearly ? 1 : 0), \(duty.subject == nil ? 0 : 1))"
      }
    }
    return try Row.fetchAll(
      db,
      sql: """
        WITH known(duty, part, is_yearly, has_subject) AS (VALUES \(known.joined(separator: ", ")))
        SELECT code || ' ' || duty_record.duty, 0 FROM duty_record JOIN center ON center.id = center_id
        LEFT JOIN known ON known.duty = duty_record.duty AND known.part = duty_record.part
        WHERE known.duty IS NULL OR (year <> 0) <> is_yearly OR (subject <> '') <> has_subject OR text = ''
        UNION ALL
        SELECT code || ' ' || committee, 1 FROM committee_seat JOIN center ON center.id = center_id WHERE until < since
        """
    ).map { row in
      Breach(
        object: row.text(0), path: (row.text(1) == "0" ? "duty/" : "committee/") + row.text(0).replacing(" ", with: "/"),
        phrase: row.text(1) == "0"
          ? Phrase(zh: "职责、事项、年度或对象不符", en: "its part, year or subject is none of its duty's")
          : Phrase(zh: "卸任早于到任", en: "somebody left it before they came"))
    }
  }
}
