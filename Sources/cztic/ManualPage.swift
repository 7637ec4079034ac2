import Foundation
import Wording

/// A manual page in the language of `man`, made of the declaration of the commands as the argument parser tells it.
struct ManualPage {
  /// A command, as it is declared.
  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
    let shouldDisplay: Bool?
  }

  /// What a command takes.
  private struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let preferredName: Name?
    let valueName: String?
    let abstract: String?
    let allValues: [String]?
  }

  private struct Declaration: Decodable { let command: Command }

  /// The page.
  private(set) var text = ""
  private let language: Language

  /// Makes the page.
  ///
  /// - Parameter declaration: the commands, as JSON.
  init(declaration: String, version: String, in language: Language) throws {
    self.language = language
    let root = try JSONDecoder().decode(Declaration.self, from: Data(declaration.utf8)).command
    put(".TH \(root.commandName.uppercased()) 1 \"\" \"\(root.commandName) \(version)\"")
    // Chinese has no blanks to stretch, and a command is not parted by hyphens.
    put(".ad l")
    put(".nh")
    section(Phrase(zh: "名称", en: "NAME"))
    put("\(root.commandName) \\- \(ManualPage.plain(root.abstract ?? ""))")
    section(Phrase(zh: "用法", en: "SYNOPSIS"))
    put(usage(of: root, after: []))
    section(Phrase(zh: "说明", en: "DESCRIPTION"))
    paragraphs(root.discussion)
    section(Phrase(zh: "选项", en: "OPTIONS"))
    let common = (root.arguments ?? []).filter(\.shouldDisplay)
    for argument in common { item(argument) }
    section(Phrase(zh: "命令", en: "COMMANDS"))
    let known = Set(common.compactMap { $0.preferredName?.name }).union(["help", "version"])
    for command in root.subcommands ?? [] where command.commandName != "help" { self.command(command, after: [root.commandName], known) }
  }

  private mutating func put(_ line: String) { text += line + "\n" }

  private mutating func section(_ title: Phrase) { put(".SH \(title[language])") }

  /// A command with what it alone takes, and the commands within it.
  private mutating func command(_ command: Command, after path: [String], _ known: Set<String>) {
    guard command.shouldDisplay ?? true else { return }
    let own = (command.arguments ?? []).filter { argument in
      argument.shouldDisplay && !(argument.preferredName.map { known.contains($0.name) } ?? false)
    }
    let within = (command.subcommands ?? []).filter { $0.commandName != "help" }
    if within.isEmpty {
      put(".SS \"\(ManualPage.plain((path.dropFirst() + [command.commandName]).joined(separator: " ")))\"")
      put(usage(of: command, after: path, own))
      put(".PP")
      put(ManualPage.plain(command.abstract ?? ""))
      paragraphs(command.discussion)
      for argument in own where argument.abstract != nil || argument.allValues != nil { item(argument) }
    }
    for inner in within { self.command(inner, after: path + [command.commandName], known) }
  }

  /// One line that says what is written.
  private func usage(of command: Command, after path: [String], _ own: [Argument] = []) -> String {
    let name = "\\fB" + ManualPage.plain((path + [command.commandName]).joined(separator: " ")) + "\\fR"
    let rest = own.map { argument in
      let text = label(argument) + (argument.isRepeating ? " ..." : "")
      return argument.isOptional || argument.kind == "flag" ? "[\(text)]" : text
    }
    let more = command.subcommands?.isEmpty == false ? Phrase(zh: "[命令]", en: "[COMMAND]")[language] : nil
    return ([name] + rest + [more].compactMap(\.self)).joined(separator: " ")
  }

  /// How an argument is written.
  private func label(_ argument: Argument) -> String {
    let value = "\\fI" + ManualPage.plain(argument.valueName ?? "") + "\\fR"
    guard let name = argument.preferredName else { return value }
    let option = "\\fB" + ManualPage.plain((name.kind == "long" ? "--" : "-") + name.name) + "\\fR"
    return argument.kind == "flag" ? option : "\(option) \(value)"
  }

  private mutating func item(_ argument: Argument) {
    put(".TP")
    put(label(argument))
    let values = argument.allValues.map { [$0.joined(separator: ", ")] } ?? []
    put(([argument.abstract].compactMap(\.self) + values).map(ManualPage.plain).joined(separator: "\n.br\n"))
  }

  private mutating func paragraphs(_ words: String?) {
    for line in (words ?? "").split(separator: "\n") {
      put(".PP")
      put(ManualPage.plain(String(line)))
    }
  }

  /// A text as `man` shows it to the letter: a hyphen stays one that can be copied, and no line begins with what would command.
  private static func plain(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      // A line of Chinese, which has no blanks, may be broken behind each sign.
      case "\u{4E00}"..."\u{9FFF}", "，", "；", "：", "、", "。", "）": escaped += "\(character)\\:"
      default: escaped.append(character)
      }
    }
    return escaped.first == "." || escaped.first == "'" ? "\\&" + escaped : escaped
  }
}
