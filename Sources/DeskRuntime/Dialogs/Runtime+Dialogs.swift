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

  /// Lets an entry be chosen from a list, which typing narrows: by what is said of an entry, its keywords, and pinyin where it has none of its own.
  ///
  /// - Parameters:
  ///   - chosen: the entry to begin on.
  ///   - filter: whether the field for typing is there from the beginning, so that j, k, q and Space are written as well: for lists that are long or
  ///     whose entries are known by name.
  ///   - then: gets the place of the entry in `choices`, or nil for Esc.
  public func choose(
    _ title: Phrase, _ choices: [Choice], chosen: Int = 0, filter: Bool = false, then: @escaping @MainActor (Int?) -> Void
  ) {
    // Those that begin with it stand before those in which it only occurs. Pinyin of many takes a moment, which only typing needs.
    var spelled: [Choice]?
    let places: (String) -> [Int] = { [spelling] text in
      guard !text.isEmpty else { return Array(choices.indices) }
      let known = spelled ?? choices.map { $0.spelled(by: spelling) }
      spelled = known
      let found = known.indices.filter { known[$0].matches(text) }
      return found.filter { known[$0].begins(with: text) } + found.filter { !known[$0].begins(with: text) }
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
