import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// Who comes? Asked at the beginning, with login and password or one-time code; and of somebody who was away, with the password alone.
@MainActor
final class IdentifyScreen: Screen {
  /// What came of it.
  enum Outcome: Sendable, Hashable {
    /// Somebody may come in.
    ///
    /// - failures: how many attempts there were in vain before.
    case entered(login: String, failures: Int)
    /// Their code is right, and they have to choose a password.
    case mustChoose(login: String, code: String)
  }

  private let runtime: Runtime
  private let door: LoginDoor
  /// Whose desk is locked; `nil` where somebody comes.
  private let locked: String?
  private var form: SecretForm
  private var isChecking = false
  /// What came of it; `nil` where the person left.
  private(set) var outcome: Outcome?

  /// - Parameter locked: whose desk is locked; `nil` where somebody comes.
  init(_ runtime: Runtime, _ door: LoginDoor, unlocking locked: String? = nil) {
    self.runtime = runtime
    self.door = door
    self.locked = locked
    let login = SecretForm.Field(id: "login", label: Phrase(zh: "账号", en: "Login"), isSecret: false)
    let secret = SecretForm.Field(id: "secret", label: Phrase(zh: "口令", en: "Password"))
    form = SecretForm(locked == nil ? [login, secret] : [secret])
  }

  var title: Phrase { locked == nil ? ExpertHomeScreen.deskName : Phrase(zh: "已锁定", en: "Locked") }
  var isCapturing: Bool { true }

  var bindings: [KeyBinding] {
    [
      KeyBinding(
        "enter", [KeyPress(.function(2))], label: locked == nil ? Phrase(zh: "进入", en: "come in") : Phrase(zh: "解锁", en: "unlock"),
        explanation: Phrase(zh: "核对口令；在口令栏回车也可以", en: "look whether the password is right; so does Enter in its field"), prominence: .first,
        refusal: isChecking ? Phrase(zh: "正在核对", en: "being looked at") : nil),
      KeyBinding(
        "next", [KeyPress(.tab), KeyPress(.down)], label: Phrase(zh: "下一栏", en: "next field"),
        explanation: Phrase(zh: "到下一栏；Shift-Tab 回上一栏", en: "go to the next field; Shift-Tab goes back"),
        prominence: locked == nil ? .footer : .help),
    ]
  }

  func perform(_ action: ActionName) {
    if action == "enter" { ask() } else { _ = form.take(.key(KeyPress(.tab))) }
  }

  func receive(_ event: InputEvent) -> Bool {
    let outcome = form.take(event)
    if outcome == .completed { ask() }
    return outcome != .ignored
  }

  private func ask() {
    guard !isChecking else { return }
    let login = locked ?? form.text("login").filter { !$0.isWhitespace }
    let secret = form.text("secret")
    if login.isEmpty { return form.refuse(Phrase(zh: "请填写账号", en: "Write your login"), at: "login") }
    if secret.isEmpty { return form.refuse(Phrase(zh: "请填写口令", en: "Write your password"), at: "secret") }
    isChecking = true
    let door = door
    runtime.background(holdsInput: true, whyLong: LoginWords.slow) {
      try door.rule.admission { try door.store.admit(login, secret: secret, from: door.origin) }
    } then: { [weak self] result in
      guard let self else { return }
      self.isChecking = false
      switch result {
      case .success(.entered(let failures)): self.finish(.entered(login: login, failures: failures))
      case .success(.mustChoose): self.finish(.mustChoose(login: login, code: secret))
      case .success(let admission): self.refuse(LoginWords.phrase(of: admission))
      case .failure(let error): self.refuse(Sitting.phrase(for: error))
      }
    }
  }

  private func finish(_ outcome: Outcome) {
    self.outcome = outcome
    runtime.finish()
  }

  private func refuse(_ words: Phrase) {
    form.forget()
    form.refuse(words, at: "secret")
  }

  private var heading: Phrase {
    locked == nil
      ? Phrase(zh: "沧州市技术创新中心评审台", en: "The review desk of the technology innovation centers of Cangzhou")
      : Phrase(zh: "离开时间较长，评审台已锁定", en: "You were away for a while, so the desk is locked")
  }

  private var words: Phrase {
    if isChecking { return Phrase(zh: "正在核对……", en: "Looking …") }
    return locked.map {
      Phrase(
        zh: "账号 \($0)。输入口令即回到原来的地方；显示已保存的都在。",
        en: "The login is \($0). The password leads back to where you were; what was shown as saved is safe.")
    }
      ?? Phrase(
        zh: "第一次来，口令栏填市科技局给您的一次性代码，随后自己设定口令。忘了口令，请向管理员另取一个代码。",
        en:
          "The first time, write the one-time code that the bureau gave you as the password; then you choose your own. Who forgot theirs asks the "
          + "administrator for another code.")
  }

  func draw(on canvas: inout Canvas, in area: Area, look: Look) { form.draw(heading, words, on: &canvas, in: area, look: look) }
}

/// What is said of an attempt that did not lead in.
enum LoginWords {
  /// Why looking at a password takes long.
  static let slow = Phrase(zh: "正在核对：口令的核对有意放慢，请稍候", en: "Looking at it: that is slow on purpose, please wait")

  static func phrase(of admission: Admission) -> Phrase {
    switch admission {
    case .entered, .mustChoose: Phrase(same: "")
    case .refused: Phrase(zh: "账号或口令不对", en: "Login or password is wrong")
    case .expired: Phrase(zh: "一次性代码已过期，请向管理员另取一个", en: "The code is too old: ask the administrator for another")
    case .barred(let until):
      // The minute after it, so that who comes then is not a moment too early.
      barred(Moment(milliseconds: until.milliseconds + 60_000).shanghaiTime)
    }
  }

  private static func barred(_ time: String) -> Phrase {
    Phrase(
      zh: "不对的次数太多，\(time) 以后再试；管理员另发的一次性代码马上可用",
      en: "Too many attempts: try again after \(time); a new code from the administrator works at once")
  }

  /// What whoever comes in is told of attempts before.
  static func failures(_ count: Int) -> Phrase {
    Phrase(
      zh: "上次进入以来有 \(count) 次口令不对；若不是您本人，请告诉管理员",
      en:
        "\(count == 1 ? "One attempt" : "\(count) attempts") with a wrong password since the last time: if that was not you, tell the administrator"
    )
  }
}
