import Glibc
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
    case .missing(let name): Phrase(zh: "没有文件 \(shown(name))", en: "there is no file \(shown(name))")
    case .folder(let name): Phrase(zh: "\(shown(name)) 是文件夹，请给出文件", en: "\(shown(name)) is a folder; name a file")
    case .unreadable(let name, let reason):
      Phrase(zh: "无法读取 \(shown(name))：", en: "cannot read \(shown(name)): ") + FileError.words(for: reason)
    case .tooLarge(let name, let limit):
      Phrase(
        zh: "\(shown(name)) 超过 \(FileError.size(limit))，请分成几个文件",
        en: "\(shown(name)) is larger than \(FileError.size(limit)); divide it into several files")
    case .workbook(let name):
      Phrase(
        zh: "\(shown(name)) 是工作簿或压缩文件，不是 CSV 或 JSON 文本；请另存为“CSV UTF-8”",
        en: "\(shown(name)) is a workbook or a zip archive, not CSV or JSON text; save it as “CSV UTF-8”")
    case .oldWorkbook(let name):
      Phrase(
        zh: "\(shown(name)) 是旧格式的工作簿（.xls、.et），不是 CSV 或 JSON 文本；请另存为“CSV UTF-8”",
        en: "\(shown(name)) is a workbook of the old form (.xls), not CSV or JSON text; save it as “CSV UTF-8”")
    case .binary(let name):
      Phrase(zh: "\(shown(name)) 不是文本文件", en: "\(shown(name)) is not a text file")
    case .malformed(let name, let encoding, let line):
      Phrase(
        zh: "\(shown(name)) 第 \(line) 行有不符合 \(encoding.rawValue) 编码的字节；请另存为“CSV UTF-8”",
        en: "\(shown(name)) has bytes in line \(line) that are not \(encoding.rawValue); save it as “CSV UTF-8”")
    case .cannotCreate(let name, let reason):
      Phrase(zh: "无法建立 \(shown(name))：", en: "cannot create \(shown(name)): ") + FileError.words(for: reason)
    case .cannotWrite(let name, let reason):
      Phrase(zh: "无法写入 \(shown(name))：", en: "cannot write \(shown(name)): ") + FileError.words(for: reason)
    case .separatorInEntry(let entry):
      Phrase(zh: "列表中的“\(entry)”含分隔符，无法写入表格", en: "“\(entry)” in a list holds a separator and cannot be written into a table")
    }
  }

  private func shown(_ name: String) -> String { SafeExcerpt(name, limit: 200).string }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : bytes >= 1 << 10 ? "\(bytes >> 10) KiB" : "\(bytes) B"
  }

  /// The system's reasons in our own words: what `strerror` says depends on the locale.
  private static func words(for reason: Int32) -> Phrase {
    switch reason {
    case EACCES, EPERM: Phrase(zh: "没有权限", en: "permission denied")
    case ENOENT: Phrase(zh: "上级文件夹不存在", en: "its folder does not exist")
    case ENOTDIR: Phrase(zh: "路径中有一段不是文件夹", en: "a part of its path is not a folder")
    case EISDIR: Phrase(zh: "是文件夹", en: "it is a folder")
    case ENOSPC, EDQUOT: Phrase(zh: "磁盘空间不足", en: "no space is left")
    case EROFS: Phrase(zh: "文件系统只读", en: "the file system is read-only")
    case EIO: Phrase(zh: "磁盘读写错误", en: "input or output error of the disk")
    case ENAMETOOLONG: Phrase(zh: "文件名过长", en: "its name is too long")
    case ELOOP: Phrase(zh: "符号链接过多", en: "too many symbolic links")
    case EMFILE, ENFILE: Phrase(zh: "打开的文件过多", en: "too many files are open")
    case EPIPE: Phrase(zh: "接收方已关闭", en: "the reader has gone")
    case ENOMEM: Phrase(zh: "内存不足", en: "not enough memory")
    default: Phrase(zh: "系统错误 \(reason)", en: "system error \(reason)")
    }
  }
}
