import ArgumentParser
import Desk
import Glibc
import Wording

/// The review desk of the technology innovation centers of Cangzhou. Without a command it opens the desk.
@main
struct Cztic: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cztic",
    abstract: Phrase(zh: "沧州市技术创新中心评审台。", en: "The review desk of the technology innovation centers of Cangzhou (沧州市技术创新中心评审台).")
      .ofThisCall,
    discussion: Phrase(
      zh: """
        不写命令则打开评审台。数据文件为 --store 所写，其次 $CZTIC_STORE，再次 $XDG_DATA_HOME/cztic/store.sqlite。
        退出状态：0 完成，1 答案为否，64 命令行写法不对，65 输入有误，66 没有文件或数据文件，73 无法建立，74 读写出错，77 无权。
        """,
      en: """
        Without a command the desk opens. The store is --store, else $CZTIC_STORE, else $XDG_DATA_HOME/cztic/store.sqlite.
        Exit status: 0 done, 1 the answer is no, 64 usage, 65 bad input, 66 no such file or store, 73 cannot create, 74 I/O error, \
        77 not permitted.
        """
    ).ofThisCall,
    version: "0.1.0",
    subcommands: [
      DemoCommand.self, InitCommand.self, ImportCommand.self, ExportCommand.self, FormCommand.self, IndicatorsCommand.self,
      RoundCommand.self,
      DueCommand.self, AssignCommand.self, LotCommand.self, ResultsCommand.self, PublishCommand.self, VerifyCommand.self, ScoreCommand.self,
      OfflineCommand.self, CheckCommand.self,
      AuditCommand.self, DoctorCommand.self,
      BackupCommand.self, RestoreCommand.self, SSHKeysCommand.self, PasswordCommand.self, GuestCommand.self, DocumentCommand.self,
      TemplatesCommand.self, ManualCommand.self,
    ])

  @OptionGroup var options: StoreOptions
  @OptionGroup var login: LoginOptions

  func run() throws {
    RemoteClient.forget(for: options, asks: login.isAsked)
    try options.reporting {
      if login.isAsked { return try login.open(options) }
      let store = try options.openStore()
      // On made-up data whoever names no login chooses one; on a real store they are the administrator.
      try TerminalSession.open(
        store, login: options.actor, language: options.language, isLanguageGiven: options.languageName != nil, mayChoose: store.isDemo)
    }
  }

  /// Runs the command line: as the library would, but in the language of the call.
  static func main() {
    do {
      var command = try parseAsRoot()
      let names = configuration.subcommands.map { $0._commandName }
      if !(command is Cztic), MisplacedLogin.isThere(in: CommandLine.arguments, before: Set(names)) {
        let failure = MisplacedLogin.failure
        Output.message("cztic: \(failure.phrase[CommandLanguage.current])")
        Glibc.exit(failure.status)
      }
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Prints what a help page or a usage error says, and ends with its status.
  private static func end(with error: any Error) -> Never {
    let status = exitCode(for: error).rawValue
    let text: String
    switch CommandLanguage.current {
    case _ where status == 0 && isForMachines: text = fullMessage(for: error)
    case .en: text = UsageWords.plain(fullMessage(for: error)).replacing(#/^Error: /#, with: "cztic: ")
    // Wide enough that nothing is broken before it is put into Chinese.
    case .zh: text = UsageWords.chinese(UsageWords.plain(fullMessage(for: error, columns: 10_000)))
    }
    if !text.isEmpty {
      if status == 0 { Output.line(text) } else { Output.message(text) }
    }
    Glibc.exit(status)
  }

  /// Whether what is asked for is read by a shell or a program: it is the same in both languages, to the letter.
  private static var isForMachines: Bool {
    CommandLine.arguments.contains { $0.hasPrefix("--generate-completion-script") || $0 == "--experimental-dump-help" }
  }
}
