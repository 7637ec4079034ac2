import CenterStore
import Regulation
import TableFiles
import Wording

/// The data items (数据项) of a round's evaluation forms (article 27).
struct FactTable: RecordTable {
  enum Field: Int, TableField {
    case center, fact, year, value, note

    var column: Column {
      switch self {
      case .center: Column("center", "中心编号", .filled)
      case .fact: Column("fact", "数据项", .filled)
      case .year: Column("year", "年度", content: .figure)
      case .value: Column("value", "数值", .required, content: .mixed)
      case .note: Column("note", "说明", meaning: Phrase(zh: "数值为空时必填", en: "required where the value is empty"))
      }
    }
  }

  static let schema = TableSchema("facts", Field.self, remarks: [item, unit])

  /// What a form says of each row beside its code.
  static let item = Column("item", "数据项名称")
  static let unit = Column("unit", "计量单位")

  static let entered: [Field] = [.value, .note]

  let system: IndicatorSystem

  func record(_ cells: inout Cells<Field>) -> FactRecord? {
    let center = cells.text(.center)
    let fact = readFact(&cells)
    let year = cells.whole(.year, in: 1900...9999)
    let value = fact.flatMap { readValue(of: $0, &cells) }
    let note = cells.text(.note, .paragraphs)
    guard let center, let fact else { return nil }
    return FactRecord(center: center, fact: fact.code, year: year, value: value, note: note)
  }

  func value(_ field: Field, of record: FactRecord, _ language: Language) -> TableValue {
    switch field {
    case .center: TableValue(record.center)
    case .fact: TableValue(figure: record.fact)
    case .year: TableValue(figure: record.year)
    case .value: TableValue(figure: record.value)
    case .note: TableValue(record.note)
    }
  }

  private func readFact(_ cells: inout Cells<Field>) -> Fact? {
    guard let text = cells.text(.fact) else { return nil }
    guard let fact = FactCode(NameKey(text).string).flatMap(system.fact) else {
      cells.refuse(
        .fact, Phrase(zh: "没有这个数据项；编号见 cztic indicators", en: "is no data item; `cztic indicators` lists their codes"))
      return nil
    }
    if fact.kind == .derived {
      cells.refuse(.fact, FactError.derived.phrase)
      return nil
    }
    return fact
  }

  private func readValue(of fact: Fact, _ cells: inout Cells<Field>) -> FactValue? {
    do {
      return try FactValue.parse(cells.raw(.value) ?? "", for: fact)
    } catch {
      cells.refuse(.value, error.phrase)
      return nil
    }
  }
}
