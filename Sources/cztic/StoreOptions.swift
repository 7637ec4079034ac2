import ArgumentParser
import CenterStore
import Foundation
import Regulation
import Wording

/// What every command takes: which store, who acts, which language, which day.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("store"), help: ArgumentHelp(zh: "数据文件", en: "The store file.", value: .file))
  var storePath: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      zh: "以哪个账号；不写则能写数据文件的人为管理员，打开演示数据时在第一屏选择",
      en: "Who acts; without it whoever may write the store acts as admin, and the desk on made-up data asks.",
      value: Phrase(zh: "账号", en: "login")))
  var actor: String?

  @Option(name: .customLong("lang"), help: ArgumentHelp(zh: "语言", en: "The language.", value: Phrase(zh: "语言", en: "lang")))
  var languageName: LanguageName?

  @Option(help: ArgumentHelp(zh: "当作今天的日期，只用于演示数据", en: "Stands for today's date, on demo stores only.", value: .day))
  var today: String?

  /// Who acts.
  var login: String { actor ?? "admin" }

  /// The language of the desk and of messages: what was asked for, else English where the locale is, else Chinese.
  var language: Language {
    if let languageName { return languageName == .zh ? .zh : .en }
    return CommandLanguage.of(ProcessInfo.processInfo.environment)
  }

  /// How acts of a command are signed.
  func acting(_ channel: Channel = .command) -> Acting { Acting(login, channel) }

  /// Where the store is: `--store`, else `$CZTIC_STORE`, else the user's data folder.
  var path: String {
    if let storePath { return storePath }
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["CZTIC_STORE"], !path.isEmpty { return path }
    if let folder = environment["XDG_DATA_HOME"], !folder.isEmpty { return folder + "/cztic/store.sqlite" }
    return StoreOptions.home(environment) + "/.local/share/cztic/store.sqlite"
  }

  /// What `~` stands for, as a shell has it: `$HOME` where that is set and absolute, else the home of the account.
  private static func home(_ environment: [String: String]) -> String {
    if let home = environment["HOME"], home.hasPrefix("/") { return home }
    return NSHomeDirectory()
  }

  /// Opens the store, on the day that was asked for.
  ///
  /// - Throws: ``Failure`` 77 for `--today` on a store that is no demo, and for acting as the built-in administrator on a file that one
  ///   may not write; ``StoreError``.
  ///
  /// - Parameter asking: whether it is asked later who acts.
  func openStore(_ surroundings: Surroundings = .system, asking: Bool = false) throws -> CenterStore {
    let language = language
    let store = try CenterStore.open(path, surroundings: surroundings) {
      Output.message(
        Phrase(
          zh: "数据文件由较早的版本建立，正在升级到本版本，请稍候；已有的内容都保留……",
          en: "the store is of an earlier version and is being upgraded to this one; nothing of it is lost. One moment…")[language])
    }
    if actor == nil, !asking, store.isReadOnly {
      throw Failure(
        77,
        Phrase(
          zh: "\(path) 只读；查询请用 --as 写明账号，写入请先检查文件和文件夹的权限",
          en: "\(path) is read-only; to look, name who you are with --as; to write, look at the rights of file and folder"))
    }
    if !asking { _ = try store.member(login) }
    guard let today else { return store }
    let day = try StoreOptions.day(today, "--today")
    guard store.isDemo else {
      throw Failure(77, Phrase(zh: "--today 只能用于演示数据", en: "--today is accepted on stores made by `cztic demo` only"))
    }
    return store.under(surroundings.pretending(today: day))
  }

  /// Makes sure that a login which was named exists, for commands that need no store: it is looked up where there is one.
  func requireNamedLogin() throws {
    guard let actor else { return }
    do { _ = try CenterStore.open(path).member(actor) } catch StoreError.noFile { return }
  }

  /// A day as it was typed.
  static func day(_ text: String, _ option: String) throws -> Day {
    guard let day = Day(parsing: text) else {
      throw Failure(
        65,
        Phrase(
          zh: "\(option)：“\(Failure.shown(text))”不是日期，请写成 2026-06-30",
          en: "\(option): “\(Failure.shown(text))” is no date; write it like 2026-06-30"))
    }
    return day
  }

  /// A text as it was typed.
  static func text(_ text: String, _ option: String) throws -> PlainText {
    do { return try PlainText(text) } catch {
      throw Failure(65, Phrase(zh: "\(option)：\(error.phrase.zh)", en: "\(option) \(error.phrase.en)"))
    }
  }
}

/// The languages by the names that `--lang` takes.
enum LanguageName: String, ExpressibleByArgument, CaseIterable { case zh, en }
