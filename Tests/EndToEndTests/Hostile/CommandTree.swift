import Foundation
import Testing

/// The commands as the program declares them, so that no test has to be told of a new one.
enum CommandTree {
  /// Something that a command takes.
  struct Argument: Sendable {
    /// What stands before it: `--store`; empty for one that is told by its place.
    let option: String
    /// What it is called: `store`, `file`.
    let name: String
    /// What may be written, where that is a list.
    let values: [String]
    /// Whether the command does nothing without it.
    let isNeeded: Bool
  }

  /// A command that does something.
  struct Command: Sendable, CustomTestStringConvertible {
    /// Its words without the program's: `["round", "open"]`; none for the desk.
    let words: [String]
    /// What it takes, flags left out.
    let arguments: [Argument]
    var testDescription: String { words.isEmpty ? "the desk" : words.joined(separator: " ") }
  }

  /// All that do something, the desk first; those that only hold others are left out.
  static let all: [Command] = {
    guard let program = try? Program(), let run = try? program.run(["--experimental-dump-help", "--lang", "en"]) else { return [] }
    defer { program.remove() }
    guard let tree = try? JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any],
      let root = tree["command"] as? [String: Any]
    else { return [] }
    return [command([], root)] + below([], root)
  }()

  private static func below(_ words: [String], _ node: [String: Any]) -> [Command] {
    (node["subcommands"] as? [[String: Any]] ?? []).flatMap { child -> [Command] in
      let words = words + [child["commandName"] as? String ?? ""]
      if words == ["help"] { return [] }
      let deeper = below(words, child)
      return deeper.isEmpty ? [command(words, child)] : deeper
    }
  }

  private static func command(_ words: [String], _ node: [String: Any]) -> Command {
    let arguments = (node["arguments"] as? [[String: Any]] ?? []).compactMap { argument -> Argument? in
      let names = (argument["names"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
      if argument["kind"] as? String == "flag" { return nil }
      let name = names.last ?? argument["valueName"] as? String ?? ""
      return Argument(
        option: names.isEmpty ? "" : "--" + name, name: name, values: argument["allValues"] as? [String] ?? [],
        isNeeded: names.isEmpty && argument["isOptional"] as? Bool != true)
    }
    return Command(words: words, arguments: arguments)
  }
}
