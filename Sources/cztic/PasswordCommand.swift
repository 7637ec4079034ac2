import ArgumentParser
import CenterStore
import Regulation
import Wording

/// `cztic password`: a one-time code for somebody without a key.
struct PasswordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "password", zh: "为没有密钥的人发放一次性代码：凭它从 cztic --login 进入一次，随即自己设定口令。",
    en: "Hand out a one-time code to somebody without a key: with it they come in at cztic --login once, and choose a password.",
    discussion: Phrase(
      zh: "原有的口令或代码随即作废，输错过多的等待也随即取消。代码只在此显示一次，七天内有效。",
      en:
        "A password or code until now ends at once, and so does waiting after too many attempts. The code is shown this once, and good for seven days."
    ))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: ArgumentHelp(zh: "账号", en: "Whose login.", value: Phrase(zh: "账号", en: "login"))) var person: String
  @Flag(help: ArgumentHelp(zh: "收回口令或代码，不再发放", en: "Take password or code away, and hand out none.")) var withdraw = false
  @Flag(help: .json) var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let store = try options.openStore()
      if withdraw {
        try store.withdrawPassword(of: person, by: options.acting())
        if json { return Output.json(["login": .string(person), "withdrawn": .bool(true)]) }
        return Output.message(
          Phrase(zh: "已收回：\(Failure.shown(person)) 不能再凭口令进入", en: "taken away: \(Failure.shown(person)) comes in by no password any more")[
            options.language])
      }
      let code = try store.handOutCode(to: person, by: options.acting())
      if json {
        return Output.json(["login": .string(person), "code": .string(code.description), "days": .number(String(OneTimeCode.days))])
      }
      Output.line(code.description)
      Output.message(
        Phrase(
          zh: "\(Failure.shown(person)) 的一次性代码，\(OneTimeCode.days) 天内有效，只显示这一次；请当面或电话告知本人",
          en:
            "the one-time code of \(Failure.shown(person)), good for \(OneTimeCode.days) days and shown this once; tell it them in person or by telephone"
        )[options.language])
    }
  }
}
