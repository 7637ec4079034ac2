import CenterStore
import DeskRuntime
import Regulation
import Synchronization
import Wording

/// What is done with all marked centers: number and codes are named before, each has a transaction and an outcome of its own, and what was not
/// done keeps its mark.
extension RegistryScreen {
  /// Lets a deed be chosen, then what it needs beforehand.
  func chooseDeed() {
    let rounds = ((try? sitting.store.rounds(by: sitting.acting)) ?? []).filter(\.state.isOpen).map(\.year)
    let choices = state.deeds.map { deed in
      Choice(
        deed.phrase, detail: deed.article,
        refusal: deed == .postponement && rounds.isEmpty ? Phrase(zh: "没有进行中的评估", en: "no round is under way") : nil)
    }
    let count = state.marks.count
    sitting.runtime.choose(Phrase(zh: "对已标记的 \(count) 个中心办理", en: "For the \(count.counted("marked center"))"), choices) {
      [weak self] place in
      guard let self, let place else { return }
      switch self.state.deeds[place] {
      case .revocation: self.chooseGround()
      case .ownRequest: self.begin(.revocation(.ownRequest, on: .ownRequest))
      case .change: self.begin(.change(BeginningMatter.offers(self.sitting)))
      case .duty: self.chooseDutyToEnter()
      case .postponement: self.chooseRound(rounds)
      }
    }
  }

  private func chooseGround() {
    let grounds = RevocationGround.allCases
    let choices = grounds.map { ground in
      Choice(
        ground.phrase, detail: Citation.phrase(ground.article),
        refusal: ground.isOfRound ? Phrase(zh: "评估结束时自动提出", en: "proposed by itself when a round closes") : nil)
    }
    sitting.runtime.choose(
      Phrase(zh: "因何撤销？同一情形须对每个中心都成立（办法第30条）", en: "On which ground? It must hold for each (article 30)"), choices,
      chosen: grounds.firstIndex { !$0.isOfRound } ?? 0
    ) { [weak self] place in
      if let place { self?.begin(.revocation(.revocation, on: grounds[place])) }
    }
  }

  private func chooseDutyToEnter() {
    let choices = Duty.allCases.map { duty in
      Choice(
        duty.phrase, detail: Citation.phrase(duty.article),
        refusal: CenterDeed.sharedDuties.contains(duty)
          ? nil : Phrase(zh: "各中心各不相同，请在各自的档案中登记", en: "each center has its own: enter it in its file"))
    }
    sitting.runtime.choose(
      Phrase(zh: "登记哪一项？", en: "Which duty?"), choices, chosen: Duty.allCases.firstIndex(of: CenterDeed.sharedDuties[0]) ?? 0
    ) { [weak self] place in
      guard let self, let place else { return }
      self.begin(.duty(Duty.allCases[place], today: self.sitting.today))
    }
  }

  private func chooseRound(_ years: [Int]) {
    if years.count == 1 { return begin(.postponement(years[0])) }
    sitting.runtime.choose(
      Phrase(zh: "暂缓哪一年度的评估？", en: "Deferred from which round?"), years.map { Choice(Phrase(zh: "\($0) 年度", en: "\($0)")) }
    ) { [weak self] place in
      if let place { self?.begin(.postponement(years[place])) }
    }
  }

  /// Reads the marked centers, then shows the form with all their codes.
  private func begin(_ form: DeedForm) {
    let (lines, ids, store, who) = (source.lines, state.marks.sorted(), sitting.store, sitting.acting)
    let (isHost, ground, duty) = (sitting.member.role == .host, form.ground, form.duty)
    sitting.runtime.background(.beside, holdsInput: true) {
      let all = try lines(ids).sorted { $0.code < $1.code }
      let open =
        try ground == nil ? [] : store.matters(by: who).filter { $0.kind == .revocation && $0.isOpen && $0.article == ground?.article }
      return MarkedCenters(
        all, own: isHost ? Set(try all.map(\.code).filter { try store.ownsCenter($0, by: who) }) : nil,
        proposed: Dictionary(open.map { ($0.center, $0.number) }, uniquingKeysWith: { first, _ in first }),
        onFile: try duty.map { try store.recordsOnFile(of: $0, codes: all.map(\.code), by: who) } ?? [:])
    } then: { [weak self] (result: Result<MarkedCenters, any Error>) in
      guard let self else { return }
      switch result {
      case .success(let centers): self.ask(form, centers)
      case .failure(let error): self.sitting.tell(error)
      }
    }
  }

  private func ask(_ form: DeedForm, _ centers: MarkedCenters) {
    if centers.lawful.isEmpty {
      return sitting.runtime.tell(
        form.title, Phrase(zh: "已标记的没有一个可以办理。\n", en: "It can be done with none of the marked.\n") + centers.refusedWords)
    }
    let made = Made()
    var description = ActScreen.Description(
      title: form.title + Phrase(zh: "：\(centers.lawful.count) 个中心", en: ": \(centers.lawful.count.counted("center"))"), words: form.words,
      verb: Phrase(zh: "办理 \(centers.lawful.count) 个", en: "Do it for \(centers.lawful.count)"),
      done: Phrase(zh: "正在逐个办理", en: "Each is taken in turn"), draft: "registry/\(form.draft)/\(centers.digest)")
    let (reading, question) = (
      centers.reading, form.title + Citation.bracketed(form.article) + Phrase(zh: "：", en: ": ") + centers.question
    )
    description.reading = { _ in reading }
    description.warning = { _ in question }
    sitting.runtime.push(
      ActScreen(
        sitting, description, form.fields,
        // Whoever is asked about the number of centers has written something that can be done.
        check: { [field = form.fields[0].id] answers in
          do {
            _ = try form.make(answers)
            return [:]
          } catch { return [field: Sitting.phrase(for: error)] }
        },
        doing: { _, _, answers in
          let act = try form.make(answers)
          made.act.withLock { $0 = act }
        },
        then: { [weak self] in
          guard let self, let act = made.act.withLock(\.self) else { return }
          let report = DeedReportScreen(self.sitting, form, centers) { [weak self] in self?.took(form, $0) }
          self.sitting.runtime.push(report)
          report.carryOut(act)
        }))
  }

  /// What is done with each, handed from the form to what follows it.
  private final class Made: Sendable {
    let act = Mutex<DeedForm.Act?>(nil)
  }

  /// What was done has no mark any more, and can be undone where that is possible.
  private func took(_ form: DeedForm, _ outcomes: [DeedOutcome]) {
    state.unmark(outcomes.filter { $0.refusal == nil }.map(\.line))
    if state.showsMarkedOnly {
      state.showsMarkedOnly = !state.marks.isEmpty
      arrange()
    }
    let undos = outcomes.compactMap(\.undo)
    if undos.isEmpty { return }
    // What is undone next is what was done last, and that is this.
    state.forgetArrangements()
    let count = Phrase(zh: "（\(undos.count) 个中心）", en: " (\(undos.count.counted("center")))")
    sitting.note(.each(undos, name: form.title + count))
  }
}
