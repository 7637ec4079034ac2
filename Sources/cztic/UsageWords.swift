import Widgets
import Wording

/// Help pages and usage errors in both languages.
///
/// The library that takes the command line apart writes them in English only, and takes a number below 0 for an option. What a command is for and what its options mean comes from the
/// commands themselves, in the language of the call; the sentences around them are known one by one, and put into Chinese here.
enum UsageWords {
  /// Sentences of the library, as regular expressions, and what they are in Chinese; `$1` and `$2` stand for what a sentence names.
  private static let sentences = [
    ("^Error: '(-[0-9].*)' is below 0.*$", "cztic: “$1”是负数，年度和个数都没有负的，请改正"),
    ("^Error: Unknown option '(.+)'\\. Did you mean '(.+)'\\?$", "cztic: 没有选项 $1，是否要写 $2？"),
    ("^Error: Unknown option '(.+)'$", "cztic: 没有选项 $1，请去掉或改正"),
    ("^   or: Missing value for '(.+)' in '(.+)'$", "   或 $2 中的 $1 缺少值，请补上"),
    ("^   or: Missing value for '(.+)'$", "   或 $1 缺少值，请补上"),
    ("^Error: Missing value for '(.+)'$", "cztic: $1 缺少值，请补上"),
    ("^Error: The option '(.+)' does not take any value, but '(.*)' was specified\\.$", "cztic: 选项 $1 不带值，请去掉“$2”"),
    ("^Error: Unexpected argument '(.*)'$", "cztic: 没有命令或参数“$1”，请去掉或改正"),
    ("^Error: \\d+ unexpected arguments: (.*)$", "cztic: 没有这些命令或参数：$1，请去掉或改正"),
    ("^Error: Value to be set with (?:flag )?(.+) had already been set with (?:flag )?(.+)$", "cztic: $1 与 $2 不能同用，请只留一个"),
    ("^Error: Missing expected argument '(.+)'$", "cztic: 缺少参数 $1，请补上"),
    ("^Error: Missing one of: (.+)$", "cztic: 须写明其中之一：$1"),
    ("^Error: The value '(.*)' is invalid for '(.+?)'\\. Please provide one of the following:$", "cztic: “$1”不能用作 $2；可写下列之一："),
    ("^Error: The value '(.*)' is invalid for '(.+?)'\\. Please provide one of (.+\\.)$", "cztic: “$1”不能用作 $2；可写 $3"),
    ("^Error: The value '(.*)' is invalid for '(.+?)': (.+)$", "cztic: “$1”不能用作 $2：$3"),
    ("^Error: The value '(.*)' is invalid for '(.+?)'$", "cztic: “$1”不能用作 $2，请改正"),
    ("^Error: Invalid option: (.+)$", "cztic: 选项写法不对：$1"),
    ("^Error: Missing required subcommand\\.$", "cztic: 缺少命令，请补上"),
    ("^Error: Can't generate completion scripts for '(.+)'\\.$", "cztic: 不能为“$1”生成补全脚本"),
    ("^Error: Can't autodetect a supported shell\\.$", "cztic: 认不出所用的命令解释器"),
    ("^Please use --generate-completion-script=<shell> with one of:$", "请写 --generate-completion-script=<名称>，名称为："),
    ("^Error: [ -~]+$", "cztic: 命令行写法不对"),
    ("^Error: (.+)$", "cztic: $1"),
    ("^Help:  (.+)$", "说明：$1"),
    ("^Usage: (.+)$", "用法：$1"),
    ("^  See '(.+)' for more information\\.$", "  详见 $1"),
    ("^OVERVIEW: (.+)$", "说明：$1"),
    ("^USAGE: (.+)$", "用法：$1"),
    ("^ARGUMENTS:$", "参数："),
    ("^OPTIONS:$", "选项："),
    ("^SUBCOMMANDS:$", "命令："),
    ("^  See '(.+) <subcommand>' for detailed help\\.$", "  各命令的详细说明见 $1 <命令>"),
  ]

  /// Words that stand inside lines.
  private static let words = [
    ("<subcommand>", "<命令>"), ("[<options>]", "[<选项>]"), ("Show help information.", "显示本说明。"), ("Show the version.", "显示版本。"),
    ("Show subcommand help information.", "显示某个命令的说明。"), ("<subcommands>", "<命令>"),
  ]

  /// A text of the library, with the words of this program where its own lead astray: a number below 0 is an unknown option to it, or the
  /// argument that is missing.
  static func plain(_ text: String, _ arguments: [String] = CommandLine.arguments) -> String {
    guard let number = arguments.dropFirst().first(where: { $0.contains(#/^-[0-9]+$/#) }) else { return text }
    return text.replacing(#/^Error: (?:Unknown option|Missing expected argument) '.*/#) { _ in
      "Error: '\(number)' is below 0, which no year and no count is; write another"
    }
  }

  /// A text of the library in Chinese, in lines no wider than 80 columns.
  static func chinese(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrapped(inner(sentence(String(line))))
    }
    return lines.joined(separator: "\n")
  }

  private static func sentence(_ line: String) -> String {
    for (english, translation) in sentences {
      guard let match = try? Regex(english).wholeMatch(in: line) else { continue }
      var chinese = translation
      for (index, part) in match.output.enumerated().dropFirst() {
        chinese = chinese.replacing("$\(index)", with: choices(String(part.substring ?? "")))
      }
      return chinese
    }
    return line
  }

  /// `'a', 'b' or 'c'.` as a Chinese list.
  private static func choices(_ text: String) -> String {
    guard text.hasPrefix("'"), text.hasSuffix("'.") || text.hasSuffix("'") else { return text }
    return text.replacing("' or '", with: "、").replacing("' and '", with: "、").replacing("', '", with: "、")
      .replacing("'.", with: "").replacing("'", with: "")
  }

  private static func inner(_ line: String) -> String {
    var line = line
    for (english, chinese) in words { line = line.replacing(english, with: chinese) }
    line = line.replacing(/\ ?\(values: (.+?); default: (.+?)\)/) { "（可写 \($0.1.replacing(", ", with: "、"))；不写为 \($0.2)）" }
    line = line.replacing(/\ ?\(values: (.+?)\)/) { "（可写 \($0.1.replacing(", ", with: "、"))）" }
    return line.replacing(/\ ?\(default: (.+?)\)/) { "（不写为 \($0.1)）" }
  }

  private static let measure = TextMeasure()
  private static let width = 80
  /// Where the text behind the name of an option begins.
  private static let textColumn = 26

  /// A line no wider than the page. The text of an option goes on under its beginning; a synopsis is broken between its parts only.
  private static func wrapped(_ line: String) -> [String] {
    if line.hasPrefix("用法：") { return joined(line.matches(of: /\[[^\]]*\]|\S+/).map { String($0.output) }) }
    if let option = line.wholeMatch(of: /\ \ (\S.*?)  +(.+)/) {
      let text = measure.wrapped(String(option.2), to: width - textColumn)
      let label = "  " + measure.padded(String(option.1), to: max(textColumn - 4, measure.columns(of: String(option.1)))) + "  "
      return text.enumerated().map { ($0 == 0 ? label : String(repeating: " ", count: textColumn)) + $1 }
    }
    if measure.columns(of: line) <= width { return [line] }
    return measure.wrapped(line, to: width - 2).enumerated().map { $0 == 0 ? $1 : "  " + $1.drop { $0 == " " } }
  }

  private static func joined(_ parts: [String]) -> [String] {
    var lines: [String] = []
    for part in parts {
      if let last = lines.last, measure.columns(of: last) + 1 + measure.columns(of: part) <= width {
        lines[lines.count - 1] = last + " " + part
      } else {
        lines.append(lines.isEmpty ? part : "  " + part)
      }
    }
    return lines
  }
}
