import CenterStore
import DeskRuntime
import Widgets
import Wording

/// Where somebody chooses a password: in the place of a one-time code, before the desk opens; or of the password until now, on the desk.
@MainActor
final class PasswordScreen: Screen {
  private let runtime: Runtime
  private let door: LoginDoor
  private let login: String
  /// The code that is right; `nil` where the password until now is asked for.
  private let code: String?
  private let then: @MainActor () -> Void
  private var form: SecretForm
  private var isUnderWay = false
  /// Whether a password was chosen.
  private(set) var isChosen = false

  /// - Parameters:
  ///   - code: the code that is right; `nil` where the password until now is asked for.
  ///   - then: what follows when it is chosen.
  init(_ runtime: Runtime, _ door: LoginDoor, login: String, code: String? = nil, then: @escaping @MainActor () -> Void) {
    self.runtime = runtime
    self.door = door
    self.login = login
    self.code = code
    self.then = then
    let old = SecretForm.Field(id: "old", label: Phrase(zh: "现在的口令", en: "Password until now"))
    let new = SecretForm.Field(id: "password", label: Phrase(zh: "新口令", en: "New password"), hint: PasswordRule.phrase)
    let again = SecretForm.Field(
      id: "again", label: Phrase(zh: "再输一遍", en: "Once more"), hint: Phrase(zh: "以免输错", en: "so that a slip is noticed"))
    form = SecretForm((code == nil ? [old] : []) + [new, again])
  }

  var title: Phrase { code == nil ? Phrase(zh: "修改口令", en: "Change the password") : Phrase(zh: "设定口令", en: "Choose a password") }
  var isCapturing: Bool { true }
  var unsavedReason: Phrase? {
    isChosen || form.isEmpty ? nil : Phrase(zh: "口令还没有设定。", en: "No password is chosen yet.")
  }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "do", [KeyPress(.function(2)), .control("s")], label: Phrase(zh: "设定", en: "choose it"),
        explanation: Phrase(zh: "设定这个口令；在最后一栏回车也可以", en: "choose this password; so does Enter in the last field"), prominence: .first,
        refusal: isUnderWay ? Phrase(zh: "正在设定", en: "under way") : nil),
      KeyBinding(
        "next", [KeyPress(.tab), KeyPress(.down)], label: Phrase(zh: "下一栏", en: "next field"),
        explanation: Phrase(zh: "到下一栏；Shift-Tab 回上一栏", en: "go to the next field; Shift-Tab goes back"), prominence: .footer),
    ]
  }

  func perform(_ action: ActionName) {
    if action == "do" { choose() } else { _ = form.take(.key(KeyPress(.tab))) }
  }

  func receive(_ event: InputEvent) -> Bool {
    let outcome = form.take(event)
    if outcome == .completed { choose() }
    return outcome != .ignored
  }

  private func choose() {
    guard !isUnderWay else { return }
    let (password, secret) = (form.text("password"), code ?? form.text("old"))
    if secret.isEmpty { return form.refuse(Phrase(zh: "请填写现在的口令", en: "Write the password until now"), at: "old") }
    if let shortcoming = PasswordRule.shortcoming(of: password, login: login) { return form.refuse(shortcoming, at: "password") }
    if form.text("again") != password { return form.refuse(Phrase(zh: "两次输入的不一样", en: "is not the same"), at: "again") }
    isUnderWay = true
    let (door, login) = (door, login)
    runtime.background(holdsInput: true, whyLong: LoginWords.slow) {
      try door.rule.admission { try door.store.choosePassword(password, for: login, proving: secret, from: door.origin) }
    } then: { [weak self] result in
      guard let self else { return }
      self.isUnderWay = false
      switch result {
      case .success(.entered):
        self.isChosen = true
        self.then()
      case .success(let admission): self.refuse(LoginWords.phrase(of: admission))
      case .failure(let error):
        guard let refusal = Sitting.refusal(in: error) else { return self.refuse(Sitting.phrase(for: error)) }
        self.form.refuse(refusal.phrase, at: "password")
      }
    }
  }

  private func refuse(_ words: Phrase) {
    form.forget()
    form.refuse(words, at: code == nil ? "old" : "password")
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) {
    let words =
      code == nil
      ? Phrase(zh: "修改后，用新口令登录；现在的口令随即作废。", en: "From then on the new password leads in, and the one until now does not.")
      : Phrase(
        zh: "代码是对的。请给账号 \(login) 设定口令，以后就用它进入；代码随即作废。",
        en: "The code is right. Choose a password for the login \(login): it leads in from now on, and the code does not any more.")
    form.draw(title, words, on: &canvas, in: area, look: look)
  }
}

extension Sitting {
  /// How one's own password is changed; `nil` for who has none.
  var passwordEntry: PaletteEntry? {
    guard !store.isReadOnly, let standing = (try? store.ownCredential(by: acting)) ?? nil, standing.codeUntil == nil else { return nil }
    let name = Phrase(zh: "修改口令", en: "Change my password")
    return PaletteEntry(
      Choice(name, detail: Phrase(zh: "自 \(standing.since) 起使用", en: "the same since \(standing.since)"), keywords: "kouling mima xgkl")
    ) { [weak self] in
      guard let self else { return }
      let runtime = self.runtime
      runtime.push(
        PasswordScreen(
          runtime, LoginDoor(store: self.store, origin: nil, rule: LoginRule()), login: self.member.login,
          then: {
            runtime.pop()
            runtime.notice(Phrase(zh: "口令已修改", en: "The password is changed"), .done)
          }))
    }
  }
}
