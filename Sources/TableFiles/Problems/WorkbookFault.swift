import Wording

/// Why a workbook cannot be read or written as a whole; what is wrong inside one of its cells is a ``CellError``.
public enum WorkbookFault: Error, Hashable, Sendable {
  /// The machine lacks the library that reads or writes workbooks, which this package of Debian brings.
  case library(package: String)
  /// A password keeps it closed.
  case locked
  /// The binary form of before 2007: `.xls`, `.et`.
  case old
  /// A zip archive, but no workbook of the form `.xlsx`.
  case another
  /// The archive or the text of a part breaks off or contradicts itself.
  case torn(part: String)
  /// A part holds a document type or entities, which no program writes into a workbook.
  case entities(part: String)
  /// A part is packed so tightly that it can only be meant to fill the memory.
  case bomb(part: String)
  /// More bytes than are taken.
  case tooLarge(part: String, limit: Int)
  /// Sheets that all hold a table of the kind that is read, so that none can be meant.
  case several(sheets: [String])
  /// No sheet holds anything.
  case empty
  /// More rows than a sheet has.
  case tooManyRows(limit: Int)
  /// A text that no cell can hold.
  case longText(SafeExcerpt)
  /// The library that writes workbooks failed.
  case unwritten

  /// What is wrong, and what to do; said of the file.
  public var phrase: Phrase {
    switch self {
    case .library(let package):
      Phrase(
        zh: "须有读写工作簿的程序库，本机没有；请安装：apt-get install \(package)，或改用 CSV",
        en: "needs a library for workbooks that this machine lacks: apt-get install \(package), or use CSV")
    case .locked:
      Phrase(
        zh: "设有打开密码；请在表格软件中取消密码后另存为 .xlsx", en: "is locked by a password; take the password away in the spreadsheet and save it as .xlsx")
    case .old:
      Phrase(
        zh: "是旧格式的工作簿（.xls、.et）；请在 Excel 或 WPS 中另存为 .xlsx，或“CSV UTF-8”",
        en: "is a workbook of the old form (.xls, .et); save it as .xlsx, or as “CSV UTF-8”, in the spreadsheet")
    case .another:
      Phrase(
        zh: "是压缩文件，不是 .xlsx 工作簿；请在 Excel 或 WPS 中另存为 .xlsx", en: "is an archive and no .xlsx workbook; save it as .xlsx in the spreadsheet")
    case .torn(let part):
      Phrase(
        zh: "“\(SafeExcerpt(part))”部分已损坏或不完整；请重新取得该文件，或在表格软件中打开后另存",
        en:
          "is damaged or incomplete in its part “\(SafeExcerpt(part))”; get the file again, or open it in the spreadsheet and save it anew")
    case .entities(let part):
      Phrase(
        zh: "“\(SafeExcerpt(part))”部分含文档类型或实体声明，不予读取；请在表格软件中打开后另存",
        en:
          "declares a document type or entities in its part “\(SafeExcerpt(part))”, which is not read; open it in the spreadsheet and save it anew"
      )
    case .bomb(let part):
      Phrase(
        zh: "“\(SafeExcerpt(part))”部分解压后大得异常，不予读取；请核对文件来源",
        en: "unpacks to far too much in its part “\(SafeExcerpt(part))” and is not read; make sure where the file comes from")
    case .tooLarge(let part, let limit):
      Phrase(
        zh: "\(part.isEmpty ? "" : "“\(SafeExcerpt(part))”部分")超过 \(limit >> 20) MiB；请分成几个文件，或另存为“CSV UTF-8”",
        en:
          "is larger than \(limit >> 20) MiB\(part.isEmpty ? "" : " in its part “\(SafeExcerpt(part))”"); divide it, or save it as “CSV UTF-8”"
      )
    case .several(let sheets):
      Phrase(
        zh: "有几张工作表都是这种表：\(sheets.map { "“\(SafeExcerpt($0))”" }.joined(separator: "、"))；请只留要导入的一张",
        en:
          "holds several sheets of this kind: \(sheets.map { "“\(SafeExcerpt($0))”" }.joined(separator: ", ")); keep the one that is meant")
    case .empty: Phrase(zh: "各工作表都是空的", en: "has nothing in its sheets")
    case .tooManyRows(let limit):
      Phrase(zh: "超过工作表的 \(limit) 行，请改用 CSV", en: "would have more than the \(limit) rows of a sheet; use CSV")
    case .longText(let text):
      Phrase(zh: "中的“\(text)”超过一个单元格所能容纳的 32767 个字符，请改用 CSV", en: "holds “\(text)”, longer than the 32,767 characters of a cell; use CSV")
    case .unwritten:
      Phrase(
        zh: "无法写成工作簿；请看临时文件夹是否已满，或改用 CSV",
        en: "cannot be written as a workbook; look whether the folder for temporary files is full, or use CSV")
    }
  }
}
