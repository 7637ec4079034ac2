import Wording

/// Why a file cannot be read or written as a whole; what is wrong inside one of its cells is a ``CellError``.
public enum FileError: Error, Hashable, Sendable {
  /// No file has this name.
  case missing(String)
  /// A folder stands where a file is asked for.
  case folder(String)
  /// The system refuses to read it; `reason` is its `errno`.
  case unreadable(String, reason: Int32)
  /// More bytes than are taken.
  case tooLarge(String, limit: Int)
  /// A workbook (`.xlsx`, or another kind of zip archive) where text is asked for.
  case workbook(String)
  /// A workbook of the old binary form (`.xls`, `.et`).
  case oldWorkbook(String)
  /// A workbook that cannot be read.
  case book(String, WorkbookFault)
  /// Bytes that no text holds.
  case binary(String)
  /// Bytes that the encoding does not know; `line` counts from 1.
  case malformed(String, encoding: TextEncoding, line: Int)
  /// The system refuses to make the file; `reason` is its `errno`.
  case cannotCreate(String, reason: Int32)
  /// Writing broke off; `reason` is its `errno`.
  case cannotWrite(String, reason: Int32)

  /// An entry of a list holds what separates entries, so it would not come back as it was.
  case separatorInEntry(SafeExcerpt)

  /// What is wrong, and what to do.
  public var phrase: Phrase {
    switch self {
    case .missing(let name): Phrase(zh: "没有文件 \(shown(name).zh)，请核对文件名", en: "there is no file \(shown(name).en); look at the name")
    case .folder(let name): Phrase(zh: "\(shown(name).zh) 是文件夹，请给出文件", en: "\(shown(name).en) is a folder; name a file")
    case .unreadable(let name, let reason):
      Phrase(zh: "无法读取 \(shown(name).zh)：", en: "cannot read \(shown(name).en): ") + SystemReason.phrase(reason)
    case .tooLarge(let name, let limit):
      Phrase(
        zh: "\(shown(name).zh) 超过 \(FileError.size(limit))，请分成几个文件",
        en: "\(shown(name).en) is larger than \(FileError.size(limit)); divide it into several files")
    case .workbook(let name):
      Phrase(
        zh: "\(shown(name).zh) 是工作簿或压缩文件，不是 CSV 或 JSON 文本；请另存为“CSV UTF-8”",
        en: "\(shown(name).en) is a workbook or a zip archive, not CSV or JSON text; save it as “CSV UTF-8”")
    case .oldWorkbook(let name):
      Phrase(
        zh: "\(shown(name).zh) 是旧格式的工作簿（.xls、.et），不是 CSV 或 JSON 文本；请另存为“CSV UTF-8”",
        en: "\(shown(name).en) is a workbook of the old form (.xls), not CSV or JSON text; save it as “CSV UTF-8”")
    // One that is being written has no name yet.
    case .book("", let fault): Phrase(zh: "工作簿", en: "the workbook ") + fault.phrase
    case .book(let name, let fault): shown(name) + Phrase(same: " ") + fault.phrase
    case .binary(let name):
      Phrase(
        zh: "\(shown(name).zh) 不是文本文件；请给出 CSV 或 JSON 文件", en: "\(shown(name).en) is not a text file; name a CSV or a JSON file")
    case .malformed(let name, let encoding, let line):
      Phrase(
        zh: "\(shown(name).zh) 第 \(line) 行有不符合 \(encoding.rawValue) 编码的字节；请另存为“CSV UTF-8”",
        en: "\(shown(name).en) has bytes in line \(line) that are not \(encoding.rawValue); save it as “CSV UTF-8”")
    case .cannotCreate(let name, let reason):
      Phrase(zh: "无法建立 \(shown(name).zh)：", en: "cannot create \(shown(name).en): ") + SystemReason.phrase(reason)
    case .cannotWrite(let name, let reason):
      Phrase(zh: "无法写入 \(written(name).zh)：", en: "cannot write \(written(name).en): ") + SystemReason.phrase(reason)
    case .separatorInEntry(let entry):
      Phrase(
        zh: "列表中的“\(entry)”含分隔符，无法写入表格；请导出为 JSON",
        en: "“\(entry)” in a list holds a separator and cannot be written into a table; export JSON")
    }
  }

  private func shown(_ name: String) -> Phrase {
    name == "-" ? Phrase(zh: "标准输入", en: "standard input") : Phrase(same: SafeExcerpt(name, limit: 200).string)
  }

  private func written(_ name: String) -> Phrase { name == "-" ? Phrase(zh: "标准输出", en: "standard output") : shown(name) }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : bytes >= 1 << 10 ? "\(bytes >> 10) KiB" : "\(bytes) B"
  }
}
