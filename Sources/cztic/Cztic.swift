import ArgumentParser
import Desk

/// The review desk of the technology innovation centers of Cangzhou. Without a command it opens the desk.
@main
struct Cztic: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cztic",
    abstract: "The review desk of the technology innovation centers of Cangzhou (沧州市技术创新中心评审台).",
    discussion: """
      Without a command the desk opens. The store is --store, else $CZTIC_STORE, else $XDG_DATA_HOME/cztic/store.sqlite.
      Exit status: 0 done, 1 the answer is no, 64 usage, 65 bad input, 66 no such file or store, 73 cannot create, 74 I/O error, \
      77 not permitted.
      """,
    version: "0.1.0",
    subcommands: [
      DemoCommand.self, InitCommand.self, ImportCommand.self, ExportCommand.self, IndicatorsCommand.self, RoundCommand.self,
      DueCommand.self, AssignCommand.self, ResultsCommand.self, CheckCommand.self, AuditCommand.self,
    ])

  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.reporting {
      let store = try options.openStore()
      try TerminalSession.open(store, login: options.login, language: options.language, mayChoose: false)
    }
  }
}
