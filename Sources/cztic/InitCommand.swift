import ArgumentParser
import CenterStore
import Foundation
import Wording

/// `cztic init`: an empty store.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "init", zh: "新建空的数据文件；不覆盖已有文件。", en: "Make an empty store; nothing that exists is overwritten.")

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      if options.storePath == nil, ProcessInfo.processInfo.environment["CZTIC_STORE"]?.isEmpty ?? true {
        try? FileManager.default.createDirectory(
          atPath: (options.path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      }
      try CenterStore.create(options.path).close()
      Output.message(
        Phrase(zh: "已建立 \(options.path)；账号 admin", en: "made \(options.path), with the login admin")[options.language])
    }
  }
}

extension StoreOptions {
  /// These options, completed by those that stood before the command's name.
  func merged(_ earlier: StoreOptions) -> StoreOptions {
    var options = self
    options.storePath = storePath ?? earlier.storePath
    options.actor = actor ?? earlier.actor
    options.languageName = languageName ?? earlier.languageName
    options.today = today ?? earlier.today
    return options
  }
}
