import Wording

extension Runtime {
  /// Says something that must be read.
  public func tell(_ title: Phrase, _ text: Phrase, isGrave: Bool = false, then: @escaping @MainActor () -> Void = {}) {
    let close = QuestionDialog.Answer(label: Phrase(zh: "知道了", en: "OK"))
    show(QuestionDialog(self, title: title, text: text, answers: [close], isGrave: isGrave) { _ in then() })
  }

  /// Asks whether to do something. No digit answers: digits also ask, and a second press would agree unread.
  ///
  /// - Parameters:
  ///   - yes: what agreeing is called; say what is done, not “yes”.
  ///   - isDangerous: whether something would be lost: then Enter alone does not agree, nor the key that asked.
  public func confirm(
    _ title: Phrase, _ text: Phrase, yes: Phrase, no: Phrase = Phrase(zh: "取消", en: "Cancel"), isDangerous: Bool = false,
    then: @escaping @MainActor (_ agreed: Bool) -> Void
  ) {
    let answers = [QuestionDialog.Answer(label: yes, letter: "y"), QuestionDialog.Answer(label: no, letter: "n")]
    show(
      QuestionDialog(
        self, title: title, text: text, answers: answers, chosen: isDangerous ? 1 : 0, isGrave: isDangerous, takesDigits: false
      ) { answer in
        then(answer == 0)
      })
  }

  /// Asks which of several answers holds.
  ///
  /// - Parameters:
  ///   - answers: two to four short ones; for more there is `choose`.
  ///   - isGrave: whether it must not be passed over: then the key that led here does not answer.
  ///   - then: gets the place of the answer, or nil for Esc.
  public func ask(
    _ title: Phrase, _ text: Phrase, answers: [Phrase], isGrave: Bool = false, then: @escaping @MainActor (Int?) -> Void
  ) {
    let answers = answers.map { QuestionDialog.Answer(label: $0) }
    show(QuestionDialog(self, title: title, text: text, answers: answers, isGrave: isGrave) { answer in then(answer) })
  }

  /// Lets an entry be chosen from a list.
  ///
  /// - Parameters:
  ///   - chosen: the entry to begin on.
  ///   - filter: whether typing narrows the list.
  ///   - then: gets the place of the entry in `choices`, or nil for Esc.
  public func choose(
    _ title: Phrase, _ choices: [Choice], chosen: Int = 0, filter: Bool = false, then: @escaping @MainActor (Int?) -> Void
  ) {
    // Those that begin with it stand before those in which it only occurs.
    let places: (String) -> [Int] = { text in
      let found = choices.indices.filter { choices[$0].matches(text) }
      return text.isEmpty ? found : found.filter { choices[$0].begins(with: text) } + found.filter { !choices[$0].begins(with: text) }
    }
    var last = Array(choices.indices)
    let dialog = ListDialog(
      self, title: title, hasFilter: filter, chosen: chosen,
      entries: { text in
        last = places(text)
        return last.map { choices[$0] }
      }, cancelled: { then(nil) }, then: { then(last[$0]) })
    show(dialog)
  }

  /// Lets an entry be chosen from a list that follows what is typed, so that what stands in no list can be typed as well.
  ///
  /// - Parameters:
  ///   - chosen: the entry to begin on, before anything is typed.
  ///   - entries: what there is to choose for what was typed, each with what it means.
  ///   - then: gets what the entry means, or nil for Esc.
  public func choose<Meaning>(
    _ title: Phrase, chosen: Int = 0, offering entries: @escaping (String) -> [(choice: Choice, meaning: Meaning)],
    then: @escaping @MainActor (Meaning?) -> Void
  ) {
    var last = entries("")
    let dialog = ListDialog(
      self, title: title, hasFilter: true, chosen: chosen,
      entries: { text in
        last = entries(text)
        return last.map(\.choice)
      }, cancelled: { then(nil) }, then: { then(last[$0].meaning) })
    show(dialog)
  }
}
