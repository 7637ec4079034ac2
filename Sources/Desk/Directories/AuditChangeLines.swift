import CenterStore
import Regulation
import Widgets
import Wording

/// What a link changed, in words: fields as the forms call them, a document within a field line by line.
struct AuditChangeLines {
  let entry: AuditEntry

  /// What was asked for, what changed, and the rows of a link over many.
  var sections: [RecordSection] { asked + changes + rows }

  private static let columns = [
    Phrase(zh: "项目", en: "Field"), Phrase(zh: "改动前", en: "Before"), Phrase(zh: "改动后", en: "After"),
  ]
  private static let none = Phrase(same: "-")

  /// What a request for changes asks for, old → new (article 31).
  private var asked: [RecordSection] {
    if entry.asked.isEmpty { return [] }
    let entries = entry.asked.map { asked in
      let new = Phrase(same: asked.change.value)
      let arrow = Phrase(same: " → ")
      return RecordSection.pair(
        asked.change.aspect.phrase,
        asked.old.map { ($0.isEmpty ? Phrase(zh: "（空）", en: "(empty)") : Phrase(same: $0.string)) + arrow + new } ?? Phrase(same: "→ ")
          + new)
    }
    return [RecordSection(heading: Phrase(zh: "申请变更", en: "What is asked for"), entries: entries)]
  }

  /// The fields, with those within a document in place of it; what is told as asked for is not told twice.
  private var fields: [(name: Phrase, field: ChangeDocument.Field)] {
    entry.change.fields.flatMap { field -> [(name: Phrase, field: ChangeDocument.Field)] in
      let name = AuditFieldWords.phrase(field.name)
      guard let parts = field.parts else { return [(name, field)] }
      // A step that says nothing but its name: `{"settle":{}}`.
      if parts.isEmpty { return [(name, field)] }
      return parts.filter { entry.asked.isEmpty || !$0.name.contains("changes[") }.map { part in
        let path = AuditFieldWords.phrase(part.name)
        return (path.zh.isEmpty ? name : name + Phrase(same: " · ") + path, part)
      }
    }
  }

  private func told(_ value: String?, of name: String) -> Phrase {
    guard let value else { return Self.none }
    if value.isEmpty { return Phrase(zh: "（空）", en: "(empty)") }
    if name == "step", let step = AuditFieldWords.steps(value.filter(\.isLetter)) { return step }
    return AuditFieldWords.value(value, of: name, entry.change.object)
  }

  private var changes: [RecordSection] {
    if !entry.change.facts.isEmpty {
      let entries = entry.change.facts.map { RecordSection.pair(AuditFieldWords.phrase($0.name), Phrase(same: $0.value)) }
      return [RecordSection(heading: Phrase(zh: "多条记录", en: "Many records"), entries: entries)]
    }
    let fields = fields
    // A long text is read whole; only short values stand side by side.
    let isShort = fields.allSatisfy { ($0.field.before?.count ?? 0) <= 30 && ($0.field.after?.count ?? 0) <= 30 }
    let heading = Phrase(zh: "改动", en: "What changed")
    if isShort {
      return [
        RecordSection(
          heading: heading, titles: Self.columns,
          entries: fields.map { name, field in
            RecordSection.Entry(
              cells: [name, told(field.before, of: field.name), told(field.after, of: field.name)],
              ink: field.before == field.after ? .muted : .plain)
          })
      ]
    }
    return [
      RecordSection(
        heading: heading,
        entries: fields.flatMap { name, field -> [RecordSection.Entry] in
          let (before, after) = (told(field.before, of: field.name), told(field.after, of: field.name))
          if field.before == field.after { return [RecordSection.pair(name, after, .muted)] }
          // What is new has nothing before it.
          if field.before == nil { return [RecordSection.pair(name, after)] }
          return [
            RecordSection.pair(name + Phrase(zh: " 前", en: " before"), before, .muted),
            RecordSection.pair(name + Phrase(zh: " 后", en: " after"), after),
          ]
        })
    ]
  }

  private var rows: [RecordSection] {
    if entry.rows.isEmpty { return [] }
    return [
      RecordSection(
        heading: Phrase(zh: "其中的 \(entry.rows.count) 条", en: "\(entry.rows.count) of them"),
        entries: entry.rows.map { row in
          let change = ChangeDocument(row)
          let reference = AuditObject.references(change.object).first?.reference
          let told = change.fields.filter { $0.before != $0.after }.map { field -> Phrase in
            let (before, after) = (
              field.before.map { AuditFieldWords.value($0, of: field.name, change.object) + Phrase(same: " → ") } ?? Phrase(same: ""),
              field.after.map { AuditFieldWords.value($0, of: field.name, change.object) } ?? Self.none
            )
            return AuditFieldWords.phrase(field.name) + Phrase(same: " ") + before + after
          }
          let cells = change.object.isEmpty ? Phrase(same: row) : AuditObjectWords.phrase(change.object) + Phrase(same: "  ") + .list(told)
          return RecordSection.Entry(cells: [cells], reference: reference)
        })
    ]
  }
}
