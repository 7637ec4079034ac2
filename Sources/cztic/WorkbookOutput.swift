import Glibc
import Wording

/// A workbook on its way out of a command.
enum WorkbookOutput {
  /// Refuses to write one to a terminal, which it would only confuse.
  static func refuseTerminal(_ output: String?) throws {
    guard output ?? "-" == "-", isatty(STDOUT_FILENO) == 1 else { return }
    throw Failure(64, Phrase(zh: "工作簿不能显示在终端上，请用 -o 写明文件", en: "a terminal cannot show a workbook; name a file with -o"))
  }
}
