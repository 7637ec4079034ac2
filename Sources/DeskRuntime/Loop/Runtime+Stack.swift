import Wording

extension Runtime {
  /// The visible screen.
  public var top: (any Screen)? { screens.last }

  /// Puts a screen on top.
  public func push(_ screen: any Screen) {
    screens.append(screen)
    arrived()
  }

  /// Takes the visible screen away and shows the one beneath. The first screen stays: leaving it is leaving the desk.
  public func pop() {
    guard screens.count > 1 else { return }
    screens.removeLast()
    arrived()
  }

  /// Takes screens away until a given one is visible.
  public func pop(to screen: any Screen) {
    guard let index = screens.lastIndex(where: { $0 === screen }), index + 1 < screens.count else { return }
    screens.removeSubrange((index + 1)...)
    arrived()
  }

  /// Puts a screen in the place of the visible one.
  public func replace(with screen: any Screen) {
    if !screens.isEmpty { screens.removeLast() }
    screens.append(screen)
    arrived()
  }

  private func arrived() {
    needsDrawing = true
    top?.appeared()
  }

  /// Goes back one screen, after a question if something would be lost.
  public func back() {
    guard let screen = top, screens.count > 1 || isOpenedFromElsewhere else { return quit() }
    guard let reason = screen.unsavedReason else { return goBack() }
    confirm(
      Phrase(zh: "放弃未保存的内容？", en: "Leave without saving?"), reason, yes: Phrase(zh: "放弃", en: "Leave"), isDangerous: true
    ) { [weak self] agreed in
      if agreed { self?.goBack() }
    }
  }

  private func goBack() {
    if screens.count > 1 { pop() } else { finish(.wentBack) }
  }

  /// Leaves the desk, after a question if something would be lost on any screen.
  public func quit() {
    guard let reason = screens.lazy.compactMap(\.unsavedReason).last else { return finish() }
    confirm(Phrase(zh: "退出？", en: "Leave the desk?"), reason, yes: Phrase(zh: "退出", en: "Leave"), isDangerous: true) {
      [weak self] agreed in
      if agreed { self?.finish() }
    }
  }
}
