import GRDB
import Regulation

/// What a department found of a data item (article 27).
public struct FactVerdict: Sendable, Hashable, Codable {
  /// Whether the item is right; else the department asks about it.
  public let isConfirmed: Bool
  /// What the department says; what it asks is never empty.
  public let note: PlainText
  /// The day.
  public let on: Day
  /// Whether the item still stands as it was found. One that was changed since is open again.
  public let isCurrent: Bool
}

/// Who declared that a form is complete and true, and when; it holds until the host writes in the form again.
public struct FormDeclaration: Sendable, Hashable {
  /// The login.
  public let login: String
  /// The name.
  public let name: String
  /// The day.
  public let on: Day
}

/// A center's evaluation form (评估情况表) of a round with all that people said about it (article 27).
public struct EvaluationForm: Sendable {
  /// The figures.
  public let sheet: FactSheet
  /// The remark on each doubt, by ``Regulation/FactFinding/identifier``.
  public let remarks: [String: PlainText]
  /// The points that the host gives itself, where the round asks for them.
  public private(set) var ownScores: PerIndicator<Points?>
  /// Whether the round asks for them.
  public let asksOwnScores: Bool
  /// What the department found, by data item.
  public let verdicts: [FactCode: FactVerdict]
  /// What stood in the items that the department asked about, when it asked.
  public let asked: [FactKey: FactEntry]
  /// The host's declaration; `nil` where none holds.
  public let declaration: FormDeclaration?

  /// What still keeps it from being handed in, the host's own points and declaration aside.
  public var submission: FactSubmission {
    get throws { FactSubmission(sheet, try IndicatorSystem.standard.get(), remarked: Set(remarks.keys)) }
  }

  /// The data items in which something stands and that the department has not looked at since, in the order of the table.
  public var unchecked: [FactCode] { filled.filter { verdicts[$0]?.isCurrent != true } }

  /// The data items that the department asks about, in the order of the table.
  public var questioned: [FactCode] { filled.filter { verdicts[$0].map { $0.isCurrent && !$0.isConfirmed } ?? false } }

  /// The data items that the department asked about and the host changed since, in the order of the table: they are to be looked at again.
  public var answered: [FactCode] { unchecked.filter { verdicts[$0]?.isConfirmed == false } }

  /// The indicators for which the host still has to give itself points.
  public var missingOwnScores: [IndicatorCode] {
    asksOwnScores ? ownScores.pairs.filter { $0.element == nil }.map(\.code) : []
  }

  /// Whether nothing at all was written in it.
  public var isBlank: Bool { filled.isEmpty && ownScores.values.allSatisfy { $0 == nil } }

  /// The form without the points that the host gives itself.
  var withoutOwnScores: EvaluationForm {
    var form = self
    form.ownScores = PerIndicator(repeating: nil)
    return form
  }

  private var filled: [FactCode] { Set(sheet.entries.filter(\.value.isFilled).keys.map(\.code)).sorted() }

  /// As the rules of the round count it.
  var counts: EvaluationRound.Form {
    get throws {
      let submission = try submission
      return EvaluationRound.Form(
        open: submission.open.count + missingOwnScores.count, errors: submission.errors.count, unexplained: submission.unexplained.count,
        isDeclared: declaration != nil, unchecked: unchecked.count, wrong: questioned.count, isBlank: isBlank)
    }
  }
}

extension EvaluationForm {
  init(round: RoundRecord, center: StoredCenter, id: Int64, _ db: Database) throws {
    let key: StatementArguments = [round.year, id]
    sheet = try CenterStore.factSheet(year: round.year, center, db)
    asksOwnScores = round.asksOwnScores
    let remarked = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT finding, text FROM fact_remark WHERE year = ? AND center_id = ?"), arguments: key)
    remarks = Dictionary(try remarked.map { ($0[0], try PlainText($0[1], .paragraphs)) }) { first, _ in first }
    ownScores = try CenterStore.ownScores(round.year, id, db)
    verdicts = try EvaluationForm.verdicts(key, db)
    asked = try EvaluationForm.asked(key, db)
    let declared = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT declared_by, coalesce(name, ''), declared_on FROM material LEFT JOIN user ON login = declared_by
          WHERE year = ? AND center_id = ? AND declared_on IS NOT NULL
          """), arguments: key)
    declaration = try declared.map { FormDeclaration(login: $0[0], name: $0[1], on: try CenterStore.day($0[2])) }
  }

  private static func asked(_ key: StatementArguments, _ db: Database) throws -> [FactKey: FactEntry] {
    let system = try IndicatorSystem.standard.get()
    var asked: [FactKey: FactEntry] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT code, fact_year, value, note FROM fact_asked WHERE year = ? AND center_id = ?"), arguments: key)
    while let row = try rows.next() {
      if let (place, entry) = try CenterStore.fact(row, from: 0, system) { asked[place] = entry }
    }
    return asked
  }

  private static func verdicts(_ key: StatementArguments, _ db: Database) throws -> [FactCode: FactVerdict] {
    var verdicts: [FactCode: FactVerdict] = [:]
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT code, is_confirmed, note, day, link > coalesce((SELECT max(link) FROM fact WHERE fact.year = fact_verdict.year
            AND fact.center_id = fact_verdict.center_id AND fact.code = fact_verdict.code), 0)
          FROM fact_verdict WHERE year = ? AND center_id = ?
          """), arguments: key)
    for row in rows {
      guard let code = FactCode(row[0] as String) else { continue }
      verdicts[code] = FactVerdict(
        isConfirmed: row[1], note: try PlainText(row[2], .paragraphs), on: try CenterStore.day(row[3]), isCurrent: row[4])
    }
    return verdicts
  }
}
