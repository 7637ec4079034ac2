import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// The form in which staff name the center that went on in the place of one that a file says was reorganised away (article 4(5)).
@MainActor
enum SuccessorForm {
  static func open(_ record: CenterRecord, _ sitting: Sitting, then: @escaping @MainActor () -> Void) {
    let code = record.code
    var description = ActScreen.Description(
      title: Phrase(zh: "登记承接中心 \(code)", en: "The successor of \(code)"),
      words: Phrase(
        zh: "\(code) 导入时即已重组，没有写明由哪个中心承接。在此补记当时的决定；认定日期不变（办法第4条第5项）。",
        en:
          "\(code) came in as reorganised, and nothing says which center goes on. Enter what was decided then; no certification date changes (article 4(5))."
      ), verb: Phrase(zh: "登记", en: "Enter it"), done: Phrase(zh: "已登记承接中心", en: "The successor is on file"),
      draft: "successor/\(code)")
    description.warning = { answers in
      Phrase(
        zh: "\(code) 由 \(answers.text("successor")) 承接。登记后不能在此收回。",
        en: "\(code) went on in \(answers.text("successor")). This cannot be taken back here.")
    }
    let centers = centers(sitting).filter { $0.code != code.string }
    let fields = [
      ActField(
        id: "successor", label: Phrase(zh: "承接中心编号", en: "Code that goes on"), kind: .line(limit: 40),
        hint: Phrase(zh: "须已在册或曾在册", en: "a center that is on file"), suggestions: centers.map { Phrase(same: $0.code) },
        details: centers.map { Phrase(same: $0.name) }),
      ActField(id: "day", label: Phrase(zh: "决定日期", en: "Decided on"), kind: .day, initial: sitting.today.description),
      ActField(id: "document", label: Phrase(zh: "决定文号", en: "Number of the document"), kind: .line(limit: 60)),
      ActField(
        id: "reason", label: Phrase(zh: "所据材料", en: "Rests on"), kind: .lines,
        hint: Phrase(zh: "名称和存放处", en: "what it is and where it lies")),
    ]
    sitting.runtime.push(
      ActScreen(
        sitting, description, fields,
        check: { [store = sitting.store, who = sitting.acting] answers in
          let successor = answers.text("successor")
          // Whatever else goes wrong in reading it the act itself says.
          var isOnFile = true
          do throws(StoreError) { _ = try store.registryLine(code: successor.string, by: who) } catch {
            if case .noSuch = error { isOnFile = false }
          }
          return Reorganisation.refusesNaming(successor, of: code, isOnFile: isOnFile).map { ["successor": $0.phrase] } ?? [:]
        },
        doing: { store, who, answers in
          guard let day = answers.day("day") else { return }
          try store.nameSuccessor(
            answers.text("successor"), of: code, on: day, document: answers.text("document"), reason: answers.text("reason"), by: who)
        }, then: then))
  }

  /// Every center on file, ordered by code.
  private static func centers(_ sitting: Sitting) -> [(code: String, name: String)] {
    var centers: [(code: String, name: String)] = []
    // Without the list the code can still be typed.
    try? sitting.store.eachRegistryEntry(by: sitting.acting) { _, code, name, _, _, _ in centers.append((code, name)) }
    return centers.sorted { $0.code < $1.code }
  }
}
