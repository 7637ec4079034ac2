import CenterStore
import DeskRuntime
import Offline
import Widgets
import Wording

/// Asks for the phrase of a file that is brought back.
@MainActor
final class OfflinePhraseScreen: Screen {
  private let sitting: Sitting
  private let file: InboxFile
  private let then: @MainActor () -> Void
  private var form = SecretForm([SecretForm.Field(id: "phrase", label: Phrase(zh: "口令", en: "Phrase"))])
  private var isUnderWay = false

  init(_ sitting: Sitting, _ file: InboxFile, then: @escaping @MainActor () -> Void) {
    (self.sitting, self.file, self.then) = (sitting, file, then)
  }

  var title: Phrase { Phrase(zh: "带回评分表", en: "Bring sheets back") }
  var isCapturing: Bool { true }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "do", [KeyPress(.function(2)), .control("s")], label: Phrase(zh: "打开", en: "open"),
        explanation: Phrase(zh: "用这个口令打开文件；回车也可以", en: "open the file with this phrase; so does Enter"), prominence: .first,
        refusal: isUnderWay ? Phrase(zh: "正在打开", en: "under way") : nil)
    ]
  }

  func perform(_ action: ActionName) { if action == "do" { open() } }

  func receive(_ event: InputEvent) -> Bool {
    let outcome = form.take(event)
    if outcome == .completed { open() }
    return outcome != .ignored
  }

  private func open() {
    let phrase = form.text("phrase")
    if isUnderWay || phrase.isEmpty { return }
    isUnderWay = true
    let (store, who, file) = (sitting.store, sitting.acting, file)
    sitting.runtime.background(holdsInput: true) {
      let (bytes, name) = (try store.readInFolder(file, limit: SealedSheets.limit, by: who), file.name.string)
      let lock = try SealedSheets.header(of: bytes, name: name).lock
      return try SealedSheets.open(bytes, SealKey(phrase, lock), name: name)
    } then: { [weak self] (result: Result<OfflineSheets, any Error>) in
      guard let self else { return }
      self.isUnderWay = false
      switch result {
      case .success(let sheets):
        self.sitting.runtime.pop()
        self.sitting.bring(sheets, then: self.then)
      case .failure(let error):
        self.form.forget()
        self.form.refuse((error as? OfflineError)?.phrase ?? Sitting.phrase(for: error), at: "phrase")
      }
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    form.draw(
      Phrase(zh: "文件 \(file.name)", en: "The file \(file.name)"),
      Phrase(
        zh: "带出时显示的口令，大小写和连字符都可以不管；自己设定的照原样输入。",
        en: "The phrase that was shown when it was taken away, in small letters or large; one that you chose as you chose it."),
      on: &canvas, in: area, look: look)
  }
}
