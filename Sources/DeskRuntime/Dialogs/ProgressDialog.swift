import Widgets
import Wording

/// Shows how far long work has come.
final class ProgressDialog: Modal {
  private let title: Phrase
  private let report: ProgressReport

  init(title: Phrase, report: ProgressReport) {
    self.title = title
    self.report = report
  }

  var hints: [KeyHint] { [KeyHint(KeyPress(.escape), zh: "中止", en: "stop")] }

  func receive(_ event: InputEvent) {
    if event == .key(KeyPress(.escape)) || event == .key(.control("c")) { report.cancel() }
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let state = report.current
    let text = state.isCancelled ? Phrase(zh: "正在中止", en: "Stopping") : state.text ?? Phrase(zh: "请稍候", en: "Please wait")
    let room = DialogBox.draw(on: &canvas, in: area, title: look(title), content: Size(columns: 56, rows: 2), ink: .border)
    ProgressBar(look(text), done: state.done, total: state.total).draw(on: &canvas, in: room)
  }
}

extension Runtime {
  /// Does long work on another thread, shows how far it has come, and lets the person end it.
  ///
  /// - Parameters:
  ///   - title: what is being done.
  ///   - work: what to do; it reports, and asks `checkCancelled` now and then.
  ///   - then: what to do with the result, `CancellationError` included.
  public func progress<Value: Sendable>(
    _ title: Phrase, _ order: WorkOrder = .inTurn, _ work: @escaping @Sendable (ProgressReport) throws -> Value,
    then: @escaping @MainActor @Sendable (Result<Value, any Error>) -> Void
  ) {
    let report = ProgressReport()
    let dialog = ProgressDialog(title: title, report: report)
    show(dialog)
    // Reports are only looked at, ten times a second: the work need not wait for the screen.
    let timer = every(.milliseconds(100)) { [weak self] in self?.setNeedsDrawing() }
    background(order) {
      try work(report)
    } then: { [weak self] result in
      self?.cancel(timer)
      self?.close(dialog)
      then(result)
    }
  }
}
