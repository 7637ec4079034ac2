import ArgumentParser
import Glibc
import TableFiles
import Wording

/// Where a command writes what it makes.
struct OutputOption: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(zh: "文件；写完整后才出现", en: "The file; it appears only when it is whole.", value: .file), completion: .file())
  var output: String?

  /// The file; `nil` for standard output.
  var path: String? { output == "-" ? nil : output }

  /// What takes it; a file appears only when it is whole.
  func sink() throws(FileError) -> FileSink {
    guard let path else { return FileSink() }
    return try FileSink(replacing: path)
  }

  /// Refuses to write a workbook to a terminal, which it would only confuse.
  func refuseTerminal() throws {
    guard path == nil, isatty(STDOUT_FILENO) == 1 else { return }
    throw Failure(64, Phrase(zh: "工作簿不能显示在终端上，请用 -o 写明文件", en: "a terminal cannot show a workbook; name a file with -o"))
  }
}
