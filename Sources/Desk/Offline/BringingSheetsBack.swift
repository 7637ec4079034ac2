import CenterStore
import DeskRuntime
import Offline
import Wording

/// A file that was taken away comes back: which one, its phrase, and what both sides changed.
extension Sitting {
  /// Lets a file of one's own folder be chosen, and brings it back.
  func bringSheetsBack(then: @escaping @MainActor () -> Void) {
    let files: [InboxFile]
    do { files = try store.inbox(by: acting).filter { $0.name.string.hasSuffix(Sitting.offlineEnding) } } catch { return tell(error) }
    if files.isEmpty {
      let folder = store.inboxName(by: acting)
      return runtime.tell(
        Phrase(zh: "没有可带回的文件", en: "There is no file to bring back"),
        Phrase(
          zh: "请把带出的文件（\(Sitting.offlineEnding)）放进您自己的文件夹 \(folder)，或用命令 cztic offline bring 带回。",
          en:
            "Put the file (\(Sitting.offlineEnding)) into your own folder \(folder), or bring it back with the command `cztic offline bring`."
        ))
    }
    let choices = files.map { Choice(Phrase(same: $0.name.string), detail: Phrase(same: "\(($0.size + 1023) / 1024) kB")) }
    runtime.choose(Phrase(zh: "带回哪个文件？", en: "Which file?"), choices) { [weak self] place in
      guard let self, let place else { return }
      self.runtime.push(OfflinePhraseScreen(self, files[place], then: then))
    }
  }

  /// Brings sheets back that are open; what has to be decided is asked first.
  ///
  /// - Parameter leaving: the centers of which nothing is taken.
  func bring(_ sheets: OfflineSheets, leaving: Set<String> = [], then: @escaping @MainActor () -> Void) {
    let (store, who, decisions) = (store, acting, BringDecisions(leaving: leaving))
    runtime.background(holdsInput: true) {
      try store.bringSheetsBack(sheets, deciding: decisions, by: who)
    } then: { [weak self] (result: Result<BroughtSheets, any Error>) in
      guard let self else { return }
      switch result {
      case .success(let outcome) where outcome.undecided.isEmpty && !outcome.isDecided:
        self.runtime.confirm(
          Phrase(zh: "带回其余的评分表？", en: "Bring the other sheets back?"), BringDecisionForm.words(outcome),
          yes: Phrase(zh: "带回", en: "bring back")
        ) { [weak self] agreed in
          if agreed { self?.bring(sheets, leaving: Set(outcome.obstacles.map(\.center)), then: then) }
        }
      case .success(let outcome) where !outcome.isDecided:
        self.runtime.push(BringDecisionForm.screen(self, sheets, outcome, then: then))
      case .success(let outcome):
        self.tellBrought(outcome)
        then()
      case .failure(let error): self.tell(error)
      }
    }
  }

  /// Says what came of it.
  func tellBrought(_ outcome: BroughtSheets) {
    if outcome.isNothing {
      return runtime.notice(Phrase(zh: "没有新的内容", en: "Nothing new is in it"), .done)
    }
    let words = outcome.countWords
    if outcome.remarks.isEmpty { return runtime.notice(words, .done) }
    let remarks = outcome.remarks.map { Phrase(same: "\n\($0.center) ") + $0.phrase }
    runtime.tell(Phrase(zh: "已带回", en: "Brought back"), remarks.reduce(words, +))
  }
}

extension BroughtSheets {
  /// How much was brought back.
  var countWords: Phrase {
    Phrase(
      zh: "带回 \(lines.count) 处，提交 \(handedIn.count) 份",
      en: "\(lines.count.counted("value")) brought back, \(handedIn.count.counted("sheet")) handed in")
  }
}
