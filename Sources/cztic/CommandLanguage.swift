import ArgumentParser
import Foundation
import Wording

/// The language of help pages and usage errors, which have to be written before the command line is understood.
enum CommandLanguage {
  /// The language of this call: what `--lang` says wherever it stands, else what the surroundings say.
  static let current = of(CommandLine.arguments.dropFirst(), ProcessInfo.processInfo.environment)

  /// The language that arguments and environment ask for.
  static func of(_ arguments: some Sequence<String>, _ environment: [String: String]) -> Language {
    var isNext = false
    for argument in arguments {
      if isNext { return Language(rawValue: argument) ?? of(environment) }
      if argument == "--" { break }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) ?? of(environment) }
      isNext = argument == "--lang"
    }
    return of(environment)
  }

  /// The language of the surroundings: English where the locale is, else Chinese, the language of the regulation.
  static func of(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("en") ? .en : .zh
  }
}

extension Phrase {
  /// The wording in the language of this call.
  var ofThisCall: String { self[CommandLanguage.current] }
}

extension ArgumentHelp {
  /// What an option is for, in the language of this call.
  init(zh: String, en: String, value: Phrase? = nil) {
    self.init(Phrase(zh: zh, en: en).ofThisCall, valueName: value?.ofThisCall)
  }
}

extension CommandConfiguration {
  /// A command, described in the language of this call.
  init(
    _ name: String, zh: String, en: String, discussion: Phrase? = nil, subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, abstract: Phrase(zh: zh, en: en).ofThisCall, discussion: discussion?.ofThisCall ?? "", subcommands: subcommands)
  }
}
