import CenterStore
import DeskRuntime
import Regulation
import Wording

/// What came of correcting something.
enum Corrected {
  case done
  /// Somebody else wrote in the same field, and the person has not decided.
  case undecided
  case failed(any Error)
}

/// A field in which two people wrote something else, in the words of a screen.
struct ToldClash {
  /// Who wrote in it meanwhile.
  let by: Author
  /// What the field is called.
  let label: Phrase
  /// What stands in it now; may be empty.
  let theirs: Phrase
  /// What this person wrote; may be empty.
  let own: Phrase
}

/// Two people wrote in the same fields of one record: the second is told who wrote what, and decides.
extension Sitting {
  /// How many fields are told one by one.
  private static let toldClashes = 4

  /// Asks whose stands in fields in which somebody else wrote meanwhile.
  ///
  /// - Parameters:
  ///   - label: what a field is called, where the screen calls it otherwise than the chain does.
  ///   - then: gets whether what this person wrote stands; `nil`: nothing is decided, and what was written is still there.
  func askOf(
    _ clashes: [Clash], label: (Clash) -> Phrase = Sitting.label,
    then: @escaping @MainActor (_ keepsOwn: Bool?) -> Void
  ) {
    func words(_ value: String, _ clash: Clash) -> Phrase {
      value.isEmpty ? Phrase(same: "") : AuditFieldWords.value(value, of: clash.name, clash.object)
    }
    let told = clashes.map { clash in
      ToldClash(by: clash.by, label: label(clash), theirs: words(clash.theirs, clash), own: words(clash.own, clash))
    }
    askOf(told, then: then)
  }

  /// The same, of fields that the screen tells in its own words.
  func askOf(_ clashes: [ToldClash], then: @escaping @MainActor (_ keepsOwn: Bool?) -> Void) {
    let others = Dictionary(clashes.map { ($0.by.login, $0.by) }, uniquingKeysWith: { first, _ in first }).values.sorted {
      $0.login < $1.login
    }
    .map { $0.login == acting.login ? Phrase(zh: "您在另一处", en: "you at another desk") : $0.phrase }
    let told = clashes.prefix(Sitting.toldClashes).map { clash in
      let (theirs, own) = Sitting.differing(clash.theirs, clash.own)
      return clash.label + Phrase(zh: "\n  对方：", en: "\n  theirs: ") + Sitting.short(theirs) + Phrase(zh: "\n  您的：", en: "\n  yours: ")
        + Sitting.short(own)
    }
    let more = clashes.count - told.count
    let rest = more > 0 ? Phrase(zh: "\n另有 \(more) 栏也是如此", en: "\nand \(more) fields more") : Phrase(same: "")
    let lines = Phrase(zh: told.map(\.zh).joined(separator: "\n"), en: told.map(\.en).joined(separator: "\n"))
    runtime.ask(
      Phrase.list(others) + Phrase(zh: " 同时改了同一处", en: " changed the same meanwhile"), lines + rest,
      answers: [
        Phrase(zh: "留对方的", en: "Keep theirs"), Phrase(zh: "用我写的", en: "Use mine"), Phrase(zh: "返回再看", en: "Go back"),
      ], isGrave: true
    ) { answer in
      then(answer == 0 ? false : answer == 1 ? true : nil)
    }
  }

  /// What a field is called of which two people wrote; a person's name is no other thing's.
  nonisolated static func label(_ clash: Clash) -> Phrase {
    clash.name == "name" && clash.object.hasPrefix("user/") ? Phrase(zh: "姓名", en: "name") : AuditFieldWords.phrase(clash.name)
  }

  /// Of two lists what is not in both of them: a difference in the tenth line is to be seen.
  static func differing(_ theirs: Phrase, _ own: Phrase) -> (theirs: Phrase, own: Phrase) {
    func rest(_ text: String, without other: String) -> String {
      var common = Dictionary(grouping: other.split(separator: "\n"), by: { $0 }).mapValues(\.count)
      let lines = text.split(separator: "\n").filter { line in
        guard let left = common[line], left > 0 else { return true }
        common[line] = left - 1
        return false
      }
      return lines.joined(separator: "\n")
    }
    let (left, right) = (
      Phrase(zh: rest(theirs.zh, without: own.zh), en: rest(theirs.en, without: own.en)),
      Phrase(zh: rest(own.zh, without: theirs.zh), en: rest(own.en, without: theirs.en))
    )
    // The same in another order.
    if left.zh.isEmpty, right.zh.isEmpty { return (theirs, own) }
    let without = Phrase(zh: "（没有这几行）", en: "(without these lines)")
    return (left.zh.isEmpty && !theirs.zh.isEmpty ? without : left, right.zh.isEmpty && !own.zh.isEmpty ? without : right)
  }

  private static func short(_ words: Phrase) -> Phrase {
    if words.zh.isEmpty { return Phrase(zh: "（空）", en: "(nothing)") }
    func short(_ text: String) -> String {
      let line = text.replacing("\n", with: " / ")
      return line.count > 60 ? line.prefix(60) + "…" : line
    }
    return Phrase(zh: short(words.zh), en: short(words.en))
  }

  /// Corrects something, and asks where somebody else wrote in the same fields meanwhile; what only one of the two wrote is joined.
  ///
  /// - Parameters:
  ///   - decided: what was decided so far.
  ///   - tells: whether what went wrong is said here; else the screen says it.
  ///   - then: runs once it is done, or was not.
  func correct(
    _ done: Phrase?, holdsInput: Bool = true, decided: Decided = Decided(), tells: Bool = true,
    _ act: @escaping @Sendable (CenterStore, Acting, Decided) throws -> Void,
    then: @escaping @MainActor (Corrected) -> Void
  ) {
    let (store, who) = (store, acting)
    runtime.background(holdsInput: holdsInput) {
      try act(store, who, decided)
    } then: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success:
        if let done { self.runtime.notice(decided.words(for: done), .done) }
        then(.done)
      case .failure(StoreError.changedMeanwhile(_, _, _, let clashes)) where !clashes.isEmpty:
        self.askOf(clashes) { [weak self] keepsOwn in
          guard let self, let keepsOwn else { return then(.undecided) }
          var decided = decided
          decided.decide(clashes, keepsOwn: keepsOwn)
          self.correct(done, holdsInput: holdsInput, decided: decided, tells: tells, act, then: then)
        }
      case .failure(let error):
        if tells { self.tell(error) }
        then(.failed(error))
      }
    }
  }
}

extension Decided {
  /// What is said once something is done: where a person left what another wrote, that, since nothing of theirs may stand there.
  func words(for done: Phrase) -> Phrase {
    leavesTheirs ? Phrase(zh: "留下了对方所写的；您改的其余内容已保存", en: "Theirs was kept; what else you wrote is saved") : done
  }
}
