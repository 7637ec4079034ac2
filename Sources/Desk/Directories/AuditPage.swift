import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// One link of the chain, opened: what was before and what is after, side by side.
@MainActor
enum AuditPage {
  ///
  /// - Parameter object: what was looked for; the rows of an import that are of it are shown before others.
  static func screen(_ sitting: Sitting, _ number: Int64, object: String = "") -> any Screen {
    RecordScreen(
      sitting,
      RecordScreen<AuditEntry>.Description(
        title: Phrase(zh: "审计记录 \(number)", en: "Link \(number)"), concerns: [],
        read: { try $0.auditEntry(number, rowsNaming: object, by: $1) },
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
        RecordSection.pair(Phrase(zh: "行为", en: "act"), line.actPhrase),
        RecordSection.pair(Phrase(zh: "对象", en: "object"), AuditObjectWords.phrase(line.object)),
        RecordSection.pair(Phrase(zh: "链中写作", en: "in the chain"), Phrase(same: "\(line.act)  \(line.object)"), .muted),
      ] + AuditObject.references(line.object).map { RecordSection.pair($0.label, Phrase(same: $0.name), to: $0.reference) })
    let hashes = RecordSection(
      heading: Phrase(zh: "哈希", en: "Hash"),
      entries: [
        RecordSection.pair(Phrase(zh: "上一条", en: "before"), Phrase(same: entry.previous.description)),
        RecordSection.pair(Phrase(zh: "本条", en: "this one"), Phrase(same: entry.hash.description)),
      ])
    return [head] + AuditChangeLines(entry: entry).sections + [hashes]
  }
}
