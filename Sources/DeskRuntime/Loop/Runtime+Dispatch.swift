import Widgets
import Wording

extension Runtime {
  /// How long nothing may happen: until a timer or the end of a notice; not at all while letters wait.
  func timeToWait() -> Duration? {
    if mailbox.hasLetters || needsDrawing { return .zero }
    guard let due = [timers.nextDue, notice?.until].compactMap({ $0 }).min() else { return nil }
    return max(.zero, due - clock())
  }

  /// Says what of the terminal people should know of.
  func noticeOfTerminal() {
    let capabilities = terminal.capabilities
    if !capabilities.understandsUTF8 {
      notice(
        Phrase(zh: "终端不识 UTF-8，中文无法显示：请在终端设置中选用 UTF-8", en: "The terminal does not understand UTF-8: choose UTF-8 in its settings"),
        .failure)
    } else if let name = capabilities.unknownName {
      notice(
        name.isEmpty
          ? Phrase(zh: "环境未说明终端种类（TERM 未设），按 \(capabilities.name) 显示", en: "TERM is not set; shown as \(capabilities.name)")
          : Phrase(
            zh: "此机不识终端“\(name)”，按 \(capabilities.name) 显示", en: "Terminal “\(name)” is unknown here; shown as \(capabilities.name)"),
        .caution)
    }
  }

  /// Dark colours of letters on a light ground, until somebody chooses a theme.
  func followGround() {
    guard !preferences.isThemeChosen, preferences.theme != .none, let isLight = terminal.capabilities.groundIsLight else { return }
    preferences.theme = isLight ? .light : .dark
  }

  func runTimers() {
    let now = clock()
    for action in timers.takeDue(at: now) { action() }
    if let until = notice?.until, until <= now {
      notice = nil
      needsDrawing = true
    }
  }

  func handle(_ event: TerminalEvent) {
    switch event {
    case .input(let input):
      needsDrawing = true
      if !input.isFocus { lastTouch = clock() }
      if !held.keeps(input) { receive(input) }
    case .resized:
      needsDrawing = true
    case .learned:
      followGround()
      terminal.theme = preferences.theme
      noticeOfTerminal()
      terminal.redraw()
      needsDrawing = true
    case .resumed:
      terminal.redraw()
      needsDrawing = true
    case .woken, .timeout: break
    case .lineGone: ending = .lineGone
    case .terminated: ending = .terminated
    }
  }

  /// Gives an input to whoever it is for: the dialog in front; else the screen's bindings, the screen itself, the desk's own keys.
  func receive(_ event: InputEvent) {
    if notice?.wasSeen == true, case .key = event { notice = nil }
    guard case .key(let key) = event else { return receiveOther(event) }
    keyInHand = key
    defer { keyInHand = nil }
    // These work everywhere, whatever is in front.
    if key == .control("l") { return perform(.redraw) }
    if key == .control("z") { return perform(.suspend) }
    if isTooSmall {
      if key == .control("c") || key == KeyPress(.function(12)) || key == .character("q") { quit() }
      return
    }
    switch key {
    case KeyPress(.function(9)): return perform(.language)
    case KeyPress(.function(8)): return perform(.theme)
    case KeyPress(.function(7)): return perform(.mouse)
    default: break
    }
    if let modal = modals.last {
      if key == KeyPress(.function(12)) { return leaveDialogs() }
      return modal.receive(event)
    }
    guard let screen = top else { return _ = performGlobal(key) }
    if screen.isCapturing {
      receiveWhileCapturing(key, screen)
    } else {
      receiveFreely(key, screen)
    }
  }

  /// F12 leaves from in front of a dialog as well: none is agreed to, and what would be lost is asked as ever. Work that is being stopped
  /// has to end first.
  private func leaveDialogs() {
    while let modal = modals.last {
      modal.receive(.key(KeyPress(.escape)))
      if modals.last === modal { return }
    }
    quit()
  }

  private func receiveOther(_ event: InputEvent) {
    if isTooSmall { return }
    if let modal = modals.last {
      modal.receive(event)
    } else if top?.receive(event) != true {
      if case .paste = event {
        notice(Phrase(zh: "此处没有可粘贴的地方", en: "There is nothing to paste into here"), .caution)
      }
      return
    }
    noticeOfPaste(event)
  }

  /// What fields leave out of a pasted text does not vanish without a word.
  private func noticeOfPaste(_ event: InputEvent) {
    guard case .paste(let text) = event else { return }
    let count = TextEditor.unlawfulCount(in: text)
    guard count > 0, notice?.wasSeen != false else { return }
    notice(
      Phrase(
        zh: "粘贴的内容中有 \(count) 个控制字符，已略去", en: "\(count) control \(count == 1 ? "character" : "characters") of what was pasted left out"),
      .caution)
  }

  /// A field is in hand: what writes or moves belongs to it.
  private func receiveWhileCapturing(_ key: KeyPress, _ screen: any Screen) {
    if key.mayBindWhileCapturing {
      if perform(key, of: screen) || screen.receive(.key(key)) { return }
      _ = performGlobal(key)
    } else {
      _ = screen.receive(.key(key)) || perform(key, of: screen)
    }
  }

  /// No field is in hand: full-width characters are what they mean in ASCII.
  private func receiveFreely(_ key: KeyPress, _ screen: any Screen) {
    if perform(key, of: screen) { return }
    let meant = key.asciiMeaning ?? key
    if meant != key, perform(meant, of: screen) { return }
    if screen.receive(.key(meant)) { return }
    if performGlobal(meant) != nil { return }
    if meant == KeyPress(.enter) { return perform(.menu) }
    if case .character(let character) = meant.key, !character.isASCII {
      notice(
        Phrase(
          zh: "输入法开着：“\(character)”不是按键。请关闭输入法，或按 F10 选择操作",
          en: "An input method is on: “\(character)” is no key here. Turn it off, or press F10"), .caution)
    }
  }

  /// Does what a key is bound to on a screen, or says why it cannot be done.
  private func perform(_ key: KeyPress, of screen: any Screen) -> Bool {
    guard let binding = screen.bindings.first(where: { $0.keys.contains(key) }) else { return false }
    perform(binding, of: screen)
    return true
  }

  func perform(_ binding: KeyBinding, of screen: any Screen) {
    if let refusal = binding.refusal { return notice(refusal, .caution) }
    screen.perform(binding.action)
  }

  /// - Returns: nil where the key is none of the desk's.
  private func performGlobal(_ key: KeyPress) -> Void? {
    guard let action = globalActions.first(where: { $0.binding.keys.contains(key) }) else { return nil }
    if action == .back, key == KeyPress(.escape), screens.count <= 1, !isOpenedFromElsewhere {
      return notice(Phrase(zh: "这是第一屏；按 q 或 F12 退出", en: "This is the first screen; q or F12 leaves"))
    }
    return perform(action)
  }

  /// What of the desk's own actions can be done in this terminal.
  var globalActions: [GlobalAction] {
    GlobalAction.allCases.filter { action in
      switch action {
      case .suspend: terminal.capabilities.canSuspend
      case .rules: openRules != nil
      case .papers: openPapers != nil && top?.offersPapers == true
      case .importFile: openImport != nil && top?.offersImport == true
      case .exportTable: openExport != nil && top?.offersExport == true
      case .undo: undo != nil
      default: true
      }
    }
  }

  /// Does one of the desk's own actions.
  public func perform(_ action: GlobalAction) {
    needsDrawing = true
    switch action {
    case .help: showHelp()
    case .palette: showPalette()
    case .menu: showMenu()
    case .rules: openRules?()
    case .papers: openPapers?()
    case .importFile: openImport?()
    case .exportTable: openExport?()
    case .back: back()
    case .quit: quit()
    case .language: setPreferences { $0.language = $0.language.other }
    case .theme:
      setPreferences {
        $0.theme = $0.theme.next
        $0.isThemeChosen = true
      }
      notice(Phrase(zh: "配色：", en: "Theme: ") + preferences.theme.name)
    case .mouse:
      setPreferences { $0.usesMouse.toggle() }
      notice(
        preferences.usesMouse
          ? Phrase(zh: "鼠标归本程序；再按 F7 交还终端", en: "The mouse works here; F7 gives it back to the terminal")
          : Phrase(zh: "鼠标已交还终端，可选取文字", en: "The mouse belongs to the terminal again: select text with it"))
    case .copy: copyRow()
    case .undo: undo?()
    case .redraw: terminal.redraw()
    case .suspend:
      guard terminal.capabilities.canSuspend else {
        return notice(
          Phrase(zh: "没有可回去的外壳，不能挂起；按 F12 退出", en: "There is no shell to go back to, so this cannot be suspended; F12 leaves"), .caution)
      }
      terminal.suspend()
      terminal.redraw()
      notice(Phrase(zh: "挂起后已恢复", en: "Back again"))
    }
  }

  /// Changes language, theme or mouse, and tells whoever keeps them.
  public func setPreferences(_ change: (inout Preferences) -> Void) {
    let old = preferences
    change(&preferences)
    guard preferences != old else { return }
    if preferences.theme != old.theme {
      terminal.theme = preferences.theme
      terminal.redraw()
    }
    if preferences.usesMouse != old.usesMouse { terminal.setMouse(preferences.usesMouse) }
    needsDrawing = true
    preferencesChanged?(preferences)
  }
}

extension KeyPress {
  /// Whether a key may mean an action although a field is in hand: what the field has no use for is then for the bindings and the desk.
  public var mayBindWhileCapturing: Bool {
    switch key {
    case .function, .escape: true
    default: !modifiers.isDisjoint(with: [.control, .alt])
    }
  }
}
