import CenterStore
import DeskRuntime
import Documents
import Interchange
import Offline
import Regulation
import Search
import TableFiles
import Wording

/// Somebody's sitting at the desk: the store, who they are, and what all their screens share.
@MainActor
final class Sitting {
  /// The store.
  let store: CenterStore
  /// Who sits here, as they stood when the desk opened; what they may do is looked up anew in every operation.
  let member: Member
  /// How their acts are signed.
  let acting: Acting
  /// The table of indicators.
  let system: IndicatorSystem
  /// The loop that shows the screens.
  let runtime: Runtime
  /// The fields of technology as staff keep them.
  private(set) var names = FieldNames()
  /// What was chosen of language and theme, and is kept.
  var kept: Runtime.Preferences
  /// How the acts of this sitting are taken back, the last one last (``undo()``).
  var undos: [Undo] = []
  /// Whether it was told that the store cannot be gone on with (``part(from:)``).
  var hasParted = false
  /// What the palette offers of this person's own work, as it was when the palette was opened last.
  var paletteOffer: PaletteOffer?
  /// The index of the registry, made when it is first wanted.
  private(set) lazy var registry = RegistryShelf(.of(store, by: acting), runtime: runtime)
  /// How all centers stand to their duties today, worked out when it is first wanted.
  private(set) lazy var duties = DutyShelf(self)

  /// Whether this person may name any file of the machine: who sits at it, and not who came over a line.
  let reachesFiles: Bool

  init(store: CenterStore, login: String, runtime: Runtime, reachesFiles: Bool = false) throws {
    self.reachesFiles = reachesFiles
    self.store = store
    self.runtime = runtime
    kept = runtime.preferences
    acting = Acting(login, .desk)
    member = try store.member(login)
    system = try IndicatorSystem.standard.get()
    names = FieldNames(try store.terms(by: acting))
    runtime.spelling = { text in
      let pinyin = Pinyin(text)
      return "\(pinyin.full) \(pinyin.initials)"
    }
    runtime.openRules = { [unowned self] in self.openRules() }
    runtime.openPapers = { [unowned self] in self.openPapers() }
    runtime.openImport = { [unowned self] in self.openImport() }
    runtime.openExport = { [unowned self] in self.openExport() }
    runtime.undo = { [unowned self] in self.undo() }
    runtime.preferencesChanged = { [unowned self] in self.keep($0) }
  }

  /// Reads anew how fields are called, after one was entered, corrected or retired.
  func renewNames() { if let terms = try? store.terms(by: acting) { names = FieldNames(terms) } }

  /// Today in Cangzhou.
  var today: Day { store.today }

  /// Whether this person runs rounds: the bureau, and the administrator.
  var isStaff: Bool { member.role == .bureau || member.role == .admin }

  /// Whether this person carries a round out: staff every one, an agency or a department the one entrusted to it (article 5(3)).
  func conducts(_ year: Int) -> Bool { isStaff || (try? store.conductedRounds(by: acting).contains(year)) == true }

  /// Looks at news before the screens do.
  func heard(_ news: StoreNews) {
    if news.contains("term.") { renewNames() }
    if RegistryShelf.concerns(news) { registry.renew() }
    duties.heard(news)
  }

  /// Does something in the store off the screen's thread, then says that it is done or why not.
  ///
  /// - Parameter then: shows what there is now, whether it was done or not.
  func run(
    _ done: Phrase, _ act: @escaping @Sendable (CenterStore, Acting) throws -> Void, then: @escaping @MainActor () -> Void
  ) {
    let (store, who) = (store, acting)
    runtime.background(holdsInput: true) {
      try act(store, who)
    } then: { [weak self] result in
      switch result {
      case .success: self?.runtime.notice(done, .done)
      case .failure(let error): self?.tell(error)
      }
      then()
    }
  }

  /// Says what went wrong: in a dialog, since it must be read; from a refusal the article behind it can be read too.
  func tell(_ error: any Error) {
    let (title, words) = (Phrase(zh: "未能完成", en: "This was not done"), Sitting.phrase(for: error))
    guard let article = Sitting.refusal(in: error)?.article, Article.cited(article) != nil else {
      return runtime.tell(title, words, isGrave: true)
    }
    let answers = [Phrase(zh: "知道了", en: "OK"), Phrase(zh: "看", en: "Read ") + Citation.phrase(article)]
    runtime.ask(title, words, answers: answers, isGrave: true) { [weak self] answer in
      if answer == 1 { self?.openRules(at: .article(article)) }
    }
  }

  /// The rule that stood in the way; `nil` for an error of another kind.
  nonisolated static func refusal(in error: any Error) -> Refusal? {
    if case StoreError.refused(let refusal) = error { return refusal }
    if case InterchangeError.store(.refused(let refusal)) = error { return refusal }
    return error as? Refusal
  }

  /// What went wrong, in words for people.
  nonisolated static func phrase(for error: any Error) -> Phrase {
    switch error {
    case let error as StoreError: error.phrase
    case let error as DocumentError: error.phrase
    case let error as OfflineError: error.phrase
    case let error as InterchangeError: error.phrase
    case let error as FileError: error.phrase
    case let refusal as Refusal: refusal.cited
    default: Phrase(same: "\(error)")
    }
  }
}
