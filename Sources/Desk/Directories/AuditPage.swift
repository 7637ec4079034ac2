import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// One link of the chain, opened: what was before and what is after, side by side.
@MainActor
enum AuditPage {
  static func screen(_ sitting: Sitting, _ number: Int64) -> any Screen {
    RecordScreen(
      sitting,
      RecordScreen<AuditEntry>.Description(
        title: Phrase(zh: "审计记录 \(number)", en: "Link \(number)"), concerns: [], read: { try $0.auditEntry(number, by: $1) },
        sections: sections,
        acts: { entry, _ in
          [
            DirectoryAct(
              binding: KeyBinding(
                "hash", [.character("h"), KeyPress(.function(5))], label: Phrase(zh: "复制哈希", en: "copy hash"),
                explanation: Phrase(zh: "把编号和哈希复制到剪贴板", en: "copy number and hash to the clipboard"), prominence: .footer)
            ) { sitting.copy("\(entry.line.number) \(entry.hash)", named: String(number)) }
          ]
        }))
  }

  private static func sections(_ entry: AuditEntry) -> [RecordSection] {
    let line = entry.line
    let head = RecordSection(
      heading: line.actPhrase,
      entries: [
        RecordSection.pair(Phrase(zh: "编号", en: "number"), Phrase(same: String(line.number))),
        RecordSection.pair(
          Phrase(zh: "时间", en: "time"),
          Phrase(zh: "\(line.time.day) \(line.time.shanghaiTime)（北京时间）", en: "\(line.time.day) \(line.time.shanghaiTime) in Cangzhou")
            + Phrase(same: "  \(line.time)")),
        RecordSection.pair(Phrase(zh: "何人", en: "who"), line.whoPhrase),
        RecordSection.pair(Phrase(zh: "途径", en: "by"), line.channel?.phrase ?? Phrase(same: "?")),
        RecordSection.pair(Phrase(zh: "行为", en: "act"), Phrase(same: line.act)),
        RecordSection.pair(Phrase(zh: "对象", en: "object"), Phrase(same: line.object)),
      ] + AuditObject.references(line.object).map { RecordSection.pair($0.label, Phrase(same: $0.name), to: $0.reference) })
    let hashes = RecordSection(
      heading: Phrase(zh: "哈希", en: "Hash"),
      entries: [
        RecordSection.pair(Phrase(zh: "上一条", en: "before"), Phrase(same: entry.previous.description)),
        RecordSection.pair(Phrase(zh: "本条", en: "this one"), Phrase(same: entry.hash.description)),
      ])
    return [head] + changes(entry.change) + rows(entry) + [hashes]
  }

  private static func changes(_ change: ChangeDocument) -> [RecordSection] {
    if !change.facts.isEmpty {
      let entries = change.facts.map { RecordSection.pair(Phrase(same: $0.name), Phrase(same: $0.value)) }
      return [RecordSection(heading: Phrase(zh: "多条记录", en: "Many records"), entries: entries)]
    }
    let none = Phrase(same: "-")
    func told(_ value: String?) -> Phrase { value.map { Phrase(same: $0.isEmpty ? "\"\"" : $0) } ?? none }
    // A long text is read whole; only short values stand side by side.
    let isShort = change.fields.allSatisfy { ($0.before?.count ?? 0) <= 30 && ($0.after?.count ?? 0) <= 30 }
    let heading = Phrase(zh: "改动", en: "What changed")
    if isShort {
      return [
        RecordSection(
          heading: heading, titles: [Phrase(zh: "项目", en: "Field"), Phrase(zh: "改动前", en: "Before"), Phrase(zh: "改动后", en: "After")],
          entries: change.fields.map { field in
            RecordSection.Entry(
              cells: [Phrase(same: field.name), told(field.before), told(field.after)], ink: field.before == field.after ? .muted : .plain)
          })
      ]
    }
    return [
      RecordSection(
        heading: heading,
        entries: change.fields.flatMap { field -> [RecordSection.Entry] in
          if field.before == field.after { return [RecordSection.pair(Phrase(same: field.name), told(field.after), .muted)] }
          return [
            RecordSection.pair(Phrase(same: "\(field.name) ") + Phrase(zh: "前", en: "before"), told(field.before), .muted),
            RecordSection.pair(Phrase(same: "\(field.name) ") + Phrase(zh: "后", en: "after"), told(field.after)),
          ]
        })
    ]
  }

  private static func rows(_ entry: AuditEntry) -> [RecordSection] {
    if entry.rows.isEmpty { return [] }
    return [
      RecordSection(
        heading: Phrase(zh: "其中的前 \(entry.rows.count) 条", en: "The first \(entry.rows.count) of them"),
        entries: entry.rows.map { row in
          let change = ChangeDocument(row)
          let reference = AuditObject.references(change.object).first?.reference
          let told = change.fields.filter { $0.before != $0.after }.map {
            "\($0.name) \($0.before.map { "\($0) → " } ?? "")\($0.after ?? "-")"
          }
          return RecordSection.Entry(
            cells: [Phrase(same: change.object.isEmpty ? row : "\(change.object)  " + told.joined(separator: "; "))], reference: reference)
        })
    ]
  }
}
