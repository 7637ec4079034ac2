import CenterStore
import DeskRuntime
import Wording

/// The desk: what people see and do, on a terminal that is handed in.
@MainActor
public enum Desk {
  /// How often a desk looks whether others changed the store.
  static let pulse = Duration.milliseconds(250)

  /// Opens the desk for somebody, and returns when they leave or the line is gone.
  ///
  /// - Parameter reachesFiles: whether they may name any file of the machine to be taken in or written: only who sits at it, and never who came over
  ///   a line.
  /// - Throws: ``CenterStore/StoreError`` where the login is unknown or the store cannot be read.
  public static func run(
    store: CenterStore, login: String, terminal: any Terminal, preferences: Runtime.Preferences = Runtime.Preferences(),
    reachesFiles: Bool = false
  ) throws -> Runtime.Ending {
    var preferences = preferences
    var typed: [TerminalEvent] = []
    return try run(
      store: store, login: login, terminal: terminal, preferences: &preferences, typedAhead: &typed, isOpenedFromElsewhere: false,
      reachesFiles: reachesFiles)
  }

  /// - Parameters:
  ///   - preferences: what they are at the end.
  ///   - typedAhead: what was typed before the desk was there; at the end what was typed after leaving it.
  ///   - isOpenedFromElsewhere: whether the way back from the first screen leads somewhere.
  ///   - begun: what else is to be done when somebody sits down.
  static func run(
    store: CenterStore, login: String, terminal: any Terminal, preferences: inout Runtime.Preferences,
    typedAhead: inout [TerminalEvent], isOpenedFromElsewhere: Bool, reachesFiles: Bool = false, begun: (Sitting) -> Void = { _ in }
  ) throws -> Runtime.Ending {
    let runtime = Runtime(terminal: terminal, preferences: preferences)
    runtime.isOpenedFromElsewhere = isOpenedFromElsewhere
    runtime.typedAhead = typedAhead
    defer { (preferences, typedAhead) = (runtime.preferences, runtime.typedAhead) }
    let sitting = try Sitting(store: store, login: login, runtime: runtime, reachesFiles: reachesFiles)
    runtime.status = Phrase(same: "\(sitting.member.name)") + sitting.member.role.phrase.inBrackets
    runtime.paletteEntries = { [unowned sitting] text in sitting.paletteEntries(text) }
    runtime.push(home(of: sitting))
    if store.isReadOnly {
      runtime.notice(Phrase(zh: "存储只读：可以查看，不能填写或办理", en: "The store is read-only: everything can be read, nothing entered"), .caution)
    }
    if let last = try store.lastActAhead() { runtime.notice(store.clockWords(last), .caution) }
    try watch(sitting)
    begun(sitting)
    let ending = runtime.run()
    runtime.finishWork()
    return ending
  }

  /// The first screen: what this person has to do today.
  static func home(of sitting: Sitting) -> any Screen {
    HomeScreen.screen(for: sitting)
  }

  /// Tells the screens of other processes' writes within a quarter of a second, at no cost worth naming when nothing changes.
  private static func watch(_ sitting: Sitting) throws {
    let watch = try sitting.store.watch(by: sitting.acting)
    sitting.runtime.every(pulse) { [unowned sitting] in
      var news: [(number: Int64, act: String, login: String)] = []
      do throws(StoreError) { news = try watch.news() } catch { return sitting.part(from: error) }
      if news.isEmpty { return }
      let told = StoreNews(items: news.map { StoreNews.Item(act: $0.act, login: $0.login) })
      sitting.heard(told)
      sitting.runtime.announce(told)
    }
  }
}

extension Phrase {
  /// The phrase in brackets, as each language writes them.
  var inBrackets: Phrase { Phrase(zh: "（\(zh)）", en: " (\(en))") }
}
