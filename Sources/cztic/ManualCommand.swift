import ArgumentParser
import Wording

/// `cztic manual`: the manual page, made of the declaration of the commands, so that it says what they take.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "manual", zh: "输出手册页：cztic manual > cztic.1，再用 man -l cztic.1 查看。",
    en: "Print the manual page: cztic manual > cztic.1, then man -l cztic.1.")

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try options.requireNamedLogin()
      let page = try ManualPage(declaration: Cztic._dumpHelp(), version: Cztic.configuration.version, in: CommandLanguage.current)
      Output.line(page.text)
    }
  }
}
