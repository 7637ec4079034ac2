import ArgumentParser
import CenterStore
import CursesTerminal
import Desk
import DeskRuntime
import Foundation
import Wording

/// `cztic --login`: the desk that asks who comes, for an SSH account that several share.
struct LoginOptions: ParsableArguments {
  /// After how many minutes a desk that is left alone locks itself, unless told otherwise.
  private static let usualMinutes = 10

  @Flag(
    name: .customLong("login"),
    help: ArgumentHelp(
      zh: "先问账号和口令；供几个人共用的 SSH 账号使用", en: "Ask for login and password first: for an SSH account that several share."))
  var isAsked = false

  @Option(
    name: .customLong("lock-after"), parsing: .unconditional,
    help: ArgumentHelp(
      zh: "与 --login 同用：几分钟没有操作就锁定，1 至 240，不写为 10",
      en: "With --login: after how many minutes alone the desk locks itself, 1 to 240; 10 unless told.",
      value: Phrase(zh: "分钟", en: "minutes")), transform: Numbers.count)
  var lockAfter: Int?

  /// Asks who comes, and opens the desk for them.
  @MainActor
  private static func show(_ store: CenterStore, _ options: StoreOptions, _ rule: LoginRule) throws {
    let environment = ProcessInfo.processInfo.environment
    let terminal = try CursesTerminal.open(environment: environment)
    defer { terminal.close() }
    let hasColors = (environment["NO_COLOR"] ?? "").isEmpty
    let preferences = Runtime.Preferences(language: options.language, theme: hasColors ? .dark : .none)
    _ = try Desk.runByLogin(store: store, terminal: terminal, preferences: preferences, from: RemoteClient.address, rule: rule) {
      Desk.remembered(by: $0, in: store, over: $1, keepingLanguage: options.languageName != nil, keepingTheme: !hasColors)
    }
  }

  /// Opens the desk that asks.
  ///
  /// - Throws: ``Failure`` 64 beside `--as`, 77 on a store that cannot be written: attempts could not be counted there.
  func open(_ options: StoreOptions) throws {
    if options.actor != nil {
      throw Failure(64, Phrase(zh: "--login 问了才知道是谁，不能与 --as 同用", en: "--login asks who comes, so it does not go with --as"))
    }
    let minutes = lockAfter ?? LoginOptions.usualMinutes
    try Numbers.require(minutes, in: 1...240, "--lock-after")
    let store = try options.openStore(asking: true)
    if store.isReadOnly { throw StoreError.readOnly(path: store.path) }
    try MainActor.assumeIsolated { try LoginOptions.show(store, options, LoginRule(lock: .seconds(60 * minutes))) }
  }
}
