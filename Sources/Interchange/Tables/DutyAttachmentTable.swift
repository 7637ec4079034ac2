import CenterStore
import TableFiles
import Wording

/// The documents of centers' duties (articles 6, 7 and 14 to 24); written, never read.
enum DutyAttachmentTable {
  enum Field: Int, TableField {
    case center, title, kind, date, file, location, sha256, proves

    var column: Column {
      switch self {
      case .center: Column("center", "中心编号")
      case .title: Column("title", "名称")
      case .kind: Column("kind", "类别")
      case .date: Column("date", "日期", content: .day)
      case .file: Column("file", "文件名")
      case .location: Column("location", "存放位置")
      case .sha256: Column("sha256", "摘要")
      case .proves: Column("proves", "证明", content: .list(.semicolon))
      }
    }
  }

  static let schema = TableSchema("duty-attachments", Field.self)

  static func values(of center: String, _ entry: AttachmentEntry) -> [TableValue] {
    Field.allCases.map { field in
      switch field {
      case .center: .text(center)
      case .title: TableValue(entry.title)
      case .kind: TableValue(entry.kind)
      case .date: TableValue(figure: entry.date)
      case .file: TableValue(entry.file)
      case .location: TableValue(entry.location)
      case .sha256: TableValue(figure: entry.digest)
      case .proves: .list(entry.proves.sorted().map(\.description))
      }
    }
  }
}
