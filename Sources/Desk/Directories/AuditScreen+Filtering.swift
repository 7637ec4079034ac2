import CenterStore
import DeskRuntime
import Regulation
import Synchronization
import Wording

/// What is looked for in the audit log, and its verification.
extension AuditScreen {
  /// Asks what to look for.
  func chooseFilter() {
    let acts = Act.allCases.sorted { $0.rawValue < $1.rawValue }
    let any = Phrase(zh: "全部", en: "all")
    let box = FilterBox()
    sitting.runtime.push(
      ActScreen(
        sitting,
        ActScreen.Description(
          title: Phrase(zh: "筛选审计日志", en: "Filter the audit log"),
          words: Phrase(
            zh: "空着的不限；批量导入的一条含多个对象，按其中的对象也能查到。",
            en: "What is empty excludes nothing. An import of many is one line, and is found by each object in it."),
          verb: Phrase(zh: "筛选", en: "Filter"), done: Phrase(zh: "已筛选", en: "Filtered")),
        [
          ActField(
            id: "act", label: Phrase(zh: "行为", en: "Act"), kind: .choice([any] + acts.map(\.phrase)), takesCharacters: false,
            initial: String(state.filter.act.flatMap { acts.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)),
          ActField(
            id: "login", label: Phrase(zh: "账号", en: "Login"), kind: .line(limit: 60), isOptional: true, initial: state.filter.login ?? ""),
          ActField(
            id: "object", label: Phrase(zh: "对象", en: "Object"), kind: .line(limit: 120),
            hint: Phrase(zh: "中心编号、申请编号等的一部分", en: "a part of a center's code, an application's number"), isOptional: true,
            initial: state.filter.object),
          ActField(
            id: "until", label: Phrase(zh: "截至日期", en: "Until the day"), kind: .day, isOptional: true,
            initial: state.until?.description ?? ""),
        ],
        doing: { _, _, answers in
          let place = answers.place("act") ?? 0
          let login = answers.text("login").string
          box.put(
            AuditFilter(
              act: place > 0 ? acts[place - 1] : nil, login: login.isEmpty ? nil : login, object: answers.text("object").string),
            answers.day("until"))
        },
        then: { [weak self] in
          let (filter, until) = box.taken
          self?.show(filter, until: until)
        }))
  }

  /// Verifies the whole chain.
  func verify() {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.progress(Phrase(zh: "校验审计链", en: "Verifying the chain"), .beside) { _ in
      try store.verifyChain(by: who)
    } then: { [weak self] (answer: Result<ChainVerdict, any Error>) in
      guard let self else { return }
      switch answer {
      case .success(let verdict):
        let head = "\(verdict.links) \(verdict.head)"
        let isCopied = verdict.isWhole && self.sitting.runtime.terminal.copy(head)
        self.sitting.runtime.tell(Phrase(zh: "校验审计链", en: "The chain"), verdict.words(isCopied: isCopied), isGrave: !verdict.isWhole)
      case .failure(let error): self.sitting.tell(error)
      }
    }
  }
}

/// What a form that runs off the screen's thread hands back to it.
private final class FilterBox: Sendable {
  private let chosen = Mutex<(AuditFilter, Day?)>((AuditFilter(), nil))

  func put(_ filter: AuditFilter, _ until: Day?) { chosen.withLock { $0 = (filter, until) } }
  var taken: (AuditFilter, Day?) { chosen.withLock { $0 } }
}
