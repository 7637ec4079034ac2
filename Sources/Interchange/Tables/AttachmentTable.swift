import CenterStore
import Regulation
import TableFiles
import Wording

/// The documents of a round's material (article 27).
struct AttachmentTable: RecordTable {
  enum Field: Int, TableField {
    case center, title, kind, date, file, location, sha256, facts

    var column: Column {
      switch self {
      case .center: Column("center", "中心编号", .filled)
      case .title: Column("title", "名称", .filled)
      case .kind: Column("kind", "类别")
      case .date: Column("date", "日期", content: .day)
      case .file: Column("file", "文件名")
      case .location: Column("location", "存放位置", meaning: Phrase(zh: "纸质件所在", en: "where the paper lies"))
      case .sha256: Column("sha256", "摘要", meaning: Phrase(zh: "文件的 SHA-256", en: "SHA-256 of the file"))
      case .facts:
        Column("facts", "数据项", content: .list(.semicolon), meaning: Phrase(zh: "所证明的数据项", en: "the data items that it proves"))
      }
    }
  }

  static let schema = TableSchema("attachments", Field.self)

  let system: IndicatorSystem

  func record(_ cells: inout Cells<Field>) -> AttachmentRecord? {
    let center = cells.text(.center)
    let title = cells.text(.title)
    let kind = cells.text(.kind)
    let date = cells.optionalDay(.date)
    let file = cells.text(.file)
    let location = cells.text(.location)
    let digest = readDigest(&cells)
    let facts = readFacts(&cells)
    guard let center, let title else { return nil }
    return AttachmentRecord(
      center: center, title: title, kind: kind, date: date, file: file, location: location, digest: digest, facts: facts)
  }

  func value(_ field: Field, of record: AttachmentRecord, _ language: Language) -> TableValue {
    switch field {
    case .center: TableValue(record.center)
    case .title: TableValue(record.title)
    case .kind: TableValue(record.kind)
    case .date: TableValue(figure: record.date.flatMap { $0 })
    case .file: TableValue(record.file)
    case .location: TableValue(record.location)
    case .sha256: TableValue(figure: record.digest.flatMap { $0 })
    case .facts: .list((record.facts ?? []).map(\.description))
    }
  }

  private func readDigest(_ cells: inout Cells<Field>) -> Digest256?? {
    guard let text = cells.text(.sha256) else { return nil }
    if text.isEmpty { return .some(nil) }
    if let digest = Digest256(hex: NameKey(text).string.lowercased()) { return digest }
    cells.refuse(
      .sha256, Phrase(zh: "不是 SHA-256 摘要：须为 64 位十六进制数字", en: "is no SHA-256 digest, which has 64 hexadecimal digits"))
    return nil
  }

  private func readFacts(_ cells: inout Cells<Field>) -> [FactCode]? {
    guard let entries = cells.list(.facts) else { return nil }
    var codes: [FactCode] = []
    for entry in entries {
      guard let fact = FactCode(NameKey(entry).string).flatMap(system.fact) else {
        cells.refuse(
          .facts,
          Phrase(
            zh: "没有数据项“\(entry)”；编号见 cztic indicators", en: "“\(entry)” is no data item; `cztic indicators` lists their codes"))
        return nil
      }
      if fact.kind == .derived {
        cells.refuse(
          .facts, Phrase(zh: "\(fact.code)：\(FactError.derived.phrase.zh)", en: "\(fact.code): \(FactError.derived.phrase.en)"))
        return nil
      }
      codes.append(fact.code)
    }
    return codes
  }
}
