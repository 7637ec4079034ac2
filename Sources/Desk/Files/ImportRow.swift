import CenterStore
import Interchange
import TableFiles
import Regulation
import Widgets
import Wording

/// A line of what was found in a file: an error with its remedy, or what a record would change.
struct ImportRow: Sendable {
  /// Where, or what: `第 5 行`, a center's code.
  let place: Phrase
  /// The column, or whether it is new.
  let what: Phrase
  /// The value, or the name.
  let value: String
  /// What is wrong and what to do, or field by field what it was and will be.
  let words: Phrase
  let ink: Ink

  /// The whole of it in a sentence.
  let sentence: Phrase

  /// More errors than these nobody mends by hand: what is wrong with the file shows in the first ones.
  private static let mostErrors = 1_000

  /// The rows of a report.
  static func rows(of report: ImportReport) -> [ImportRow] {
    report.problems.isEmpty
      ? report.told.map { ImportRow($0) } : report.problems.errors.prefix(mostErrors).map { ImportRow($0, report.problems.counting) }
  }

  private init(_ error: CellError, _ counting: RowCounting) {
    place = error.place(counting: counting)
    what = Phrase(zh: error.chinese.isEmpty ? error.column : error.chinese, en: error.column)
    value = error.value
    words = error.message
    ink = .bad
    sentence = error.phrase(counting: counting)
  }

  private init(_ change: ChangeDocument) {
    let isNew = change.fields.allSatisfy { $0.before == nil }
    let name = change.fields.first { $0.name == "name" }
    place = Phrase(same: change.object.split(separator: "/").dropFirst().joined(separator: " "))
    what = isNew ? Phrase(zh: "新增", en: "new") : Phrase(zh: "修改", en: "changed")
    value = name?.after ?? ""
    let fields = change.fields.filter { isNew ? $0.name != "name" && $0.after?.isEmpty == false : $0.before != $0.after }
    words = .list(
      fields.map { field in
        let told = { (value: String?) in
          value.flatMap { $0.isEmpty ? nil : AuditFieldWords.value($0, of: field.name, change.object) } ?? Phrase(zh: "（空）", en: "(empty)")
        }
        let after = told(field.after)
        return AuditFieldWords.phrase(field.name) + Phrase(same: " ")
          + (isNew ? after : told(field.before) + Phrase(same: " → ") + after)
      })
    ink = isNew ? .good : .plain
    sentence = place + Phrase(same: " ") + what + Phrase(same: value.isEmpty ? " " : " \(value)  ") + words
  }
}
