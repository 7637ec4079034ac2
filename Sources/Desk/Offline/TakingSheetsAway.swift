import CenterStore
import DeskRuntime
import Offline
import Wording

/// Sheets that leave the desk and come back as a file in one's own folder.
extension Sitting {
  /// How the files end.
  nonisolated static let offlineEnding = ".cztic"

  /// Why sheets neither leave nor come back here: it is a file that was taken away.
  var refusesAway: Phrase? { store.isAway ? Phrase(zh: "这里就是带出的文件", en: "This is a file that was taken away") : nil }

  /// Takes one's own sheets of a round away into one's own folder, and says the phrase of the file.
  func takeSheetsAway(_ year: Int) {
    let (store, who) = (store, acting)
    runtime.confirm(
      Phrase(zh: "带出 \(year) 年度的评分表？", en: "Take the sheets of \(year) away?"),
      Phrase(
        zh: "可以评分的各份评分表连同评估数据写成一个加密的文件，放进您自己的文件夹，在另一台机器上用 cztic offline open 评分，再带回来。这里仍可照常评分。",
        en:
          "All that can be scored is written, with the data of the centers, as one sealed file into your own folder. It is scored on another machine with `cztic offline open`, and brought back. Here you can go on scoring as before."
      ),
      yes: Phrase(zh: "带出", en: "take away")
    ) { [weak self] agreed in
      guard agreed, let self else { return }
      self.runtime.background(holdsInput: true) {
        let phrase = OneTimeCode(Surroundings.system.randomBytes).description
        let sheets = try store.takeSheetsAway(year: year, by: who)
        let bytes = try SealedSheets.seal(sheets, phrase, .made, cost: store.secretCost)
        let path = try store.putInFolder(bytes, as: "\(who.login)-\(year)\(Sitting.offlineEnding)", by: who)
        return (path, phrase, sheets.taken.centers.count)
      } then: { [weak self] (result: Result<(String, String, Int), any Error>) in
        switch result {
        case .success(let (path, phrase, count)): self?.tellTaken(path, phrase, count)
        case .failure(let error): self?.tell(error)
        }
      }
    }
  }

  /// Says the phrase until it is noted down: a key that was pressed ahead only shows it again.
  private func tellTaken(_ path: String, _ phrase: String, _ count: Int) {
    runtime.ask(
      Phrase(zh: "已带出 \(count) 份评分表", en: "\(count.counted("sheet is", "sheets are")) taken away"),
      Phrase(
        zh: "口令：\(phrase)\n只显示这一次，请记下，与文件分开保管；没有口令谁也打不开。\n文件：\(path)",
        en:
          "Its phrase: \(phrase)\nIt is shown this once: note it down, and keep it apart from the file. Nobody opens it without.\nThe file: \(path)"
      ),
      answers: [Phrase(zh: "再看一遍", en: "Look again"), Phrase(zh: "复制口令", en: "Copy the phrase"), Phrase(zh: "已记下", en: "Noted down")]
    ) { [weak self] answer in
      guard let self, let answer, answer < 2 else { return }
      if answer == 1 { self.copy(phrase, named: phrase) }
      self.tellTaken(path, phrase, count)
    }
  }
}
