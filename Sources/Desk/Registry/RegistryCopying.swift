import CenterStore
import DeskRuntime
import Wording

/// What goes from the registry into the clipboard of the person's own machine.
extension RegistryScreen {
  /// Copies the selected center's code and name.
  func copy() {
    guard let line = state.selected else { return }
    copy("\(line.code)\t\(line.name)", done: Phrase(zh: "已复制 \(line.code)", en: "Copied \(line.code)"))
  }

  /// Copies the codes of all marked centers, one a line.
  func copyCodes() {
    let count = state.markedCodes.count
    copy(
      state.markedCodes.joined(separator: "\n"),
      done: Phrase(zh: "已复制 \(count) 个编号", en: count == 1 ? "Copied 1 code" : "Copied \(count) codes"))
  }

  /// Copies the rows of all marked centers under the titles of the table, with tabs between the columns as spreadsheets paste them.
  func copyRows() {
    do {
      let lines = try source.lines(state.marks.sorted()).sorted { $0.code < $1.code }
      let language = sitting.runtime.language
      let titles: [Phrase] = [.code, .name, .host, .department, .field, .certified, .status, .lastResult]
      let rows = [titles.map { $0[language] }] + lines.map { RegistryRowMaker.texts(of: $0, names, language) }
      copy(
        rows.map { $0.joined(separator: "\t") }.joined(separator: "\n"),
        done: Phrase(zh: "已复制 \(lines.count) 行", en: lines.count == 1 ? "Copied 1 row" : "Copied \(lines.count) rows"))
    } catch {
      sitting.tell(error)
    }
  }

  private func copy(_ text: String, done: Phrase) {
    if sitting.runtime.terminal.copy(text) {
      sitting.runtime.notice(done, .done)
    } else {
      sitting.runtime.notice(Phrase(zh: "剪贴板放不下这么多；请少标记一些", en: "That is too much for the clipboard; mark fewer"), .caution)
    }
  }
}
