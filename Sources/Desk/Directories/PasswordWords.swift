import CenterStore
import DeskRuntime
import Regulation
import Widgets
import Wording

/// What the page of a user says of their password, and what the administrator does about it.
@MainActor
enum PasswordWords {
  /// By what somebody comes in without a key, in a word.
  static func word(_ standing: CredentialStanding?) -> Phrase {
    guard let standing else { return Phrase(zh: "没有", en: "none") }
    return standing.codeUntil == nil ? Phrase(zh: "已设定", en: "chosen") : Phrase(zh: "一次性代码", en: "one-time code")
  }

  /// How somebody comes in without a key.
  static func entries(_ standing: CredentialStanding) -> [RecordSection.Entry] {
    let what =
      standing.codeUntil.map {
        Phrase(
          zh: "一次性代码，\($0.day) \($0.shanghaiTime) 前有效，尚未使用", en: "a one-time code, good until \($0.day) \($0.shanghaiTime), not used yet")
      } ?? Phrase(zh: "\(standing.since) 设定", en: "chosen on \(standing.since)")
    var entries = [RecordSection.pair(Phrase(zh: "凭", en: "by"), what)]
    if standing.failures > 0 {
      let pause =
        standing.barredUntil.map { Phrase(zh: "，\($0.shanghaiTime) 前不受理", en: ", none is looked at until \($0.shanghaiTime)") }
        ?? Phrase(same: "")
      entries.append(
        RecordSection.pair(
          Phrase(zh: "不对的次数", en: "in vain"), Phrase(zh: "最近 \(standing.failures) 次", en: "\(standing.failures) lately") + pause, .caution))
    }
    return entries
  }

  static func acts(_ line: UserLine, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) -> [DirectoryAct] {
    let login = line.record.login.string
    let disabled = line.disabledOn.map { _ in Phrase(zh: "账号已停用", en: "the login is disabled") }
    let code = DirectoryAct(
      binding: KeyBinding(
        "code", [.character("c"), KeyPress(.function(6))], label: Phrase(zh: "一次性代码", en: "one-time code"),
        explanation: Phrase(zh: "发放一次性代码，供没有密钥的人第一次进入", en: "hand out a one-time code, for somebody without a key to come in with"),
        prominence: .footer, refusal: disabled)
    ) { handOut(line, sitting, reload) }
    guard line.credential != nil else { return [code] }
    let withdraw = DirectoryAct(
      binding: KeyBinding(
        "withdraw", [.character("w"), KeyPress(.delete)], label: Phrase(zh: "收回口令", en: "take the password away"),
        explanation: Phrase(zh: "收回口令或代码，不能再凭它进入；公钥不受影响", en: "take password or code away; a key still leads in"))
    ) {
      sitting.runtime.confirm(
        Phrase(zh: "收回 \(login) 的口令？", en: "Take the password of \(login) away?"),
        Phrase(zh: "不能再凭口令或代码进入；可以再发放一次性代码。", en: "Neither password nor code leads in any more; another code can be handed out."),
        yes: Phrase(zh: "收回", en: "Take away"), isDangerous: true
      ) { agreed in
        guard agreed else { return }
        sitting.run(Phrase(zh: "已收回", en: "It is taken away")) {
          try $0.withdrawPassword(of: login, by: $1)
        } then: {
          reload()
        }
      }
    }
    return [code, withdraw]
  }

  private static func handOut(_ line: UserLine, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) {
    let login = line.record.login.string
    guard let standing = line.credential else { return give(login, sitting, reload) }
    let what =
      standing.codeUntil == nil
      ? Phrase(zh: "现在的口令随即作废。", en: "The password until now ends at once.") : Phrase(zh: "原来的代码随即作废。", en: "The code before ends at once.")
    sitting.runtime.confirm(
      Phrase(zh: "给 \(login) 发放一次性代码？", en: "Hand out a code to \(login)?"), what, yes: Phrase(zh: "发放", en: "Hand out"), isDangerous: true
    ) { agreed in
      if agreed { give(login, sitting, reload) }
    }
  }

  private static func give(_ login: String, _ sitting: Sitting, _ reload: @escaping @MainActor () -> Void) {
    let (store, who) = (sitting.store, sitting.acting)
    sitting.runtime.background(holdsInput: true) {
      try store.handOutCode(to: login, by: who)
    } then: { result in
      reload()
      switch result {
      case .failure(let error): sitting.tell(error)
      case .success(let code):
        sitting.runtime.ask(
          Phrase(zh: "\(login) 的一次性代码", en: "The one-time code of \(login)"),
          Phrase(
            zh: "\(code)\n\n\(OneTimeCode.days) 天内有效，只显示这一次。请当面或电话告知本人：从 cztic --login 进入，账号 \(login)，口令栏填这个代码，随后自己设定口令。",
            en:
              "\(code)\n\nIt is good for \(OneTimeCode.days) days and shown this once. Tell it them in person or by telephone: at cztic --login, with the "
              + "login \(login), it stands for the password, and then they choose their own."),
          answers: [Phrase(zh: "知道了", en: "OK"), Phrase(zh: "复制代码", en: "Copy the code")]
        ) { answer in
          if answer == 1 { sitting.copy(code.description, named: code.description) }
        }
      }
    }
  }
}
