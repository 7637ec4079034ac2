import CenterStore
import DeskRuntime

/// Where the registry's lines come from. Handed in, so that a test can stand for a large store and count what is asked of it.
struct RegistrySource: Sendable {
  /// The lines after a code, by code: for the first frame, and as long as there is no index.
  var linesAfter: @Sendable (_ code: String, _ limit: Int) throws -> [RegistryLine]
  /// Some lines, in the order asked for.
  var lines: @Sendable (_ ids: [Int64]) throws -> [RegistryLine]
  /// The index behind search, sorting and filters.
  var index: @Sendable () throws -> RegistryIndex

  /// The lines of a store.
  static func of(_ store: CenterStore, by who: Acting) -> RegistrySource {
    RegistrySource(
      linesAfter: { try store.registryPage(after: $0, limit: $1, by: who) }, lines: { try store.registryLines($0, by: who) },
      index: { try store.registryIndex(by: who) })
  }
}

/// News for the screens: the index of the registry is there, or there anew.
struct RegistryIndexed: Sendable {}

/// The one index of the registry that all screens of a sitting share.
@MainActor
final class RegistryShelf {
  /// Where lines come from.
  let source: RegistrySource
  /// The index, once it was wanted and is there.
  private(set) var index: RegistryIndex?
  /// Why it could not be made.
  private(set) var failure: (any Error)?
  private unowned let runtime: Runtime
  private let making = RepeatedWork()

  init(_ source: RegistrySource, runtime: Runtime) {
    self.source = source
    self.runtime = runtime
  }

  /// Sees to it that the index comes, behind the screen; ``RegistryIndexed`` is announced when it is there.
  func want() {
    if index == nil, !making.isUnderWay { load() }
  }

  /// Others changed what the index holds: it is made anew if anybody has it.
  func renew() {
    if index != nil || making.isUnderWay { load() }
  }

  /// What somebody changed that is in the index.
  static func concerns(_ news: StoreNews) -> Bool {
    news.contains(
      "import.centers", "import.organizations", "import.departments", "import.results", "round.publish", "round.close", "application.step",
      "change.step", "revocation.step", "center.", "organization.", "department.")
  }

  private func load() {
    making.run(on: runtime, source.index) { [weak self] result in self?.loaded(result) }
  }

  private func loaded(_ result: Result<RegistryIndex, any Error>) {
    switch result {
    case .success(let index): (self.index, failure) = (index, nil)
    case .failure(let error): failure = error
    }
    runtime.announce(RegistryIndexed())
  }
}
