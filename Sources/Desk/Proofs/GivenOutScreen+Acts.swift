import CenterStore
import DeskRuntime
import Proofs
import Regulation
import Wording

extension GivenOutScreen {
  /// Gives the results out, and says what is to be printed.
  func give() {
    let (store, who, year) = (sitting.store, sitting.acting, year)
    sitting.runtime.background(holdsInput: true) {
      let given = try store.giveOutResults(year: year, by: who)
      return (given, try store.putInFolder(given.file, as: "results-\(year)-\(given.number).json", by: who))
    } then: { [weak self] (result: Result<(GivenOut, String), any Error>) in
      guard let self else { return }
      load()
      switch result {
      case .success(let (given, path)):
        let key = key.map { CheckNumber(ofKey: $0).description } ?? ""
        sitting.runtime.tell(
          given.isNew
            ? Phrase(zh: "已出具第 \(given.number) 版", en: "Version \(given.number) is given out")
            : Phrase(zh: "没有变化，与第 \(given.number) 版相同", en: "Unchanged: version \(given.number)"),
          Phrase(
            zh: "核对号 \(given.checkNumber)\n公钥核对号 \(key)\n文件：\(path)",
            en: "Check number \(given.checkNumber)\nThe key's number \(key)\nThe file: \(path)"))
      case .failure(let error): sitting.tell(error)
      }
    }
  }

  /// Asks whose sheets, and opens them.
  func open() {
    do {
      let isHost = sitting.member.role == .host
      let scored = try sitting.store.results(year: year, by: sitting.acting).map(\.center.string)
      let own = try isHost ? Set(sitting.store.ownOutcomes(year: year, by: sitting.acting).keys) : nil
      let codes = scored.filter { own?.contains($0) ?? true }
      if codes.isEmpty {
        return sitting.runtime.tell(title, Phrase(zh: "您的中心在这一年度没有得分。", en: "No center of yours has a figure in this round."))
      }
      let all = Choice(Phrase(zh: "全部（供审计）", en: "all of them, for an auditor"))
      let choices = (isHost ? [] : [all]) + codes.map { Choice(Phrase(same: $0)) }
      sitting.runtime.choose(Phrase(zh: "开示哪个中心的评分表？", en: "Whose sheets?"), choices, filter: true) { [weak self] place in
        guard let self, let place else { return }
        confirmOpening(isHost ? codes[place] : place == 0 ? nil : codes[place - 1])
      }
    } catch { sitting.tell(error) }
  }

  private func confirmOpening(_ center: String?) {
    let (store, who, year) = (sitting.store, sitting.acting, year)
    sitting.runtime.confirm(
      center.map { Phrase(zh: "开示 \($0) 的评分表？", en: "Open the sheets of \($0)?") }
        ?? Phrase(zh: "开示全部评分表？", en: "Open all sheets?"),
      Phrase(
        zh: "各份评分表的分数以字母代替专家姓名写成文件，凭它可核验得分；这次开示记入审计链，只应交给有权看的人。",
        en:
          "The points of each sheet are written under letters in place of names; with the file the score can be checked. It is on file, and for those alone who are entitled."
      ),
      yes: Phrase(zh: "开示", en: "open")
    ) { [weak self] agreed in
      guard agreed, let self else { return }
      sitting.runtime.background(holdsInput: true) {
        let bytes = try store.openSheets(year: year, center: center, by: who)
        return try store.putInFolder(bytes, as: "sheets-\(year)\(center.map { "-\($0)" } ?? "").json", by: who)
      } then: { [weak self] (result: Result<String, any Error>) in
        switch result {
        case .success(let path): self?.sitting.runtime.notice(Phrase(zh: "已写入 \(path)", en: "Written: \(path)"), .done)
        case .failure(let error): self?.sitting.tell(error)
        }
      }
    }
  }

  /// Lets a file of one's own folder be chosen, and checks it.
  func chooseFile() {
    do {
      let files = try sitting.store.inbox(by: sitting.acting).filter { $0.name.string.hasSuffix(".json") }
      if files.isEmpty {
        return sitting.runtime.tell(
          Phrase(zh: "没有可核验的文件", en: "There is no file to check"),
          Phrase(
            zh: "请把结果文件（.json）放进您自己的文件夹 \(sitting.store.inboxName(by: sitting.acting))，或用命令 cztic verify 核验。",
            en:
              "Put the file (.json) into your own folder \(sitting.store.inboxName(by: sitting.acting)), or check it with the command `cztic verify`."
          ))
      }
      let choices = files.map { Choice(Phrase(same: $0.name.string), detail: Phrase(same: "\(($0.size + 1023) / 1024) kB")) }
      sitting.runtime.choose(Phrase(zh: "核验哪个文件？", en: "Which file?"), choices) { [weak self] place in
        guard let self, let place else { return }
        check(files[place])
      }
    } catch { sitting.tell(error) }
  }

  private func check(_ file: InboxFile) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      try store.reading(file, by: who) { try FileBytesReader.bytes($0, file.name.string) }
    } then: { [weak self] (result: Result<[UInt8], any Error>) in
      switch result {
      case .success(let bytes): self?.check(bytes, file.name.string)
      case .failure(let error): self?.sitting.tell(error)
      }
    }
  }

  /// Checks a file, with those of one's own folder that open its sheets.
  func check(_ bytes: [UInt8], _ name: String) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      let digest = Digest256(of: bytes)
      var openings: [(name: String, bytes: [UInt8])] = []
      for file in try store.inbox(by: who) where file.name.string.hasSuffix(".json") && file.name.string != name {
        let other = try store.reading(file, by: who) { try FileBytesReader.bytes($0, file.name.string) }
        if (try? Opening(reading: other))?.publication == digest { openings.append((file.name.string, other)) }
      }
      return Verification(of: bytes, openings: openings)
    } then: { [weak self] (result: Result<Verification, any Error>) in
      guard let self else { return }
      switch result {
      case .success(let verification): sitting.runtime.push(VerificationScreen(sitting, verification, name: name))
      case .failure(let error): sitting.tell(error)
      }
    }
  }
}
