import ArgumentParser
import CenterStore
import Regulation
import TableFiles
import Wording

/// `cztic password`: one-time codes for people without a key.
struct PasswordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "password", zh: "为没有密钥的人发放一次性代码：凭它从 cztic --login 进入一次，随即自己设定口令。",
    en: "Hand out a one-time code to somebody without a key: with it they come in at cztic --login once, and choose a password.",
    discussion: Phrase(
      zh: "原有的口令或代码随即作废，输错过多的等待也随即取消。代码只在此显示一次，七天内有效。写了几个账号的，每行一个账号及其代码。",
      en: """
        A password or code until now ends at once, and so does waiting after too many attempts. The code is shown this once, and good for seven days. For \
        several logins there is a line each: login and code.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Argument(help: ArgumentHelp(zh: "账号，可写几个", en: "Whose login; several may be named.", value: Phrase(zh: "账号", en: "login"))) var people:
    [String]
  @Flag(help: ArgumentHelp(zh: "收回口令或代码，不再发放", en: "Take password or code away, and hand out none.")) var withdraw = false
  @Flag(help: .json) var json = false

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let store = try options.openStore()
      // A code that was handed out and is not shown would be lost, so all are handed out or none.
      let answers =
        try withdraw
        ? people.map { try take(from: $0, store, options) }
        : zip(people, try store.handOutCodes(to: people, by: options.acting())).map { tell($1, of: $0, options) }
      if json { Output.json(answers.count == 1 ? answers[0] : .array(answers)) }
    }
  }

  private func tell(_ code: OneTimeCode, of login: String, _ options: StoreOptions) -> JSONValue {
    if !json {
      Output.line(people.count == 1 ? code.description : "\(Failure.shown(login))\t\(code)")
      let words = Phrase(
        zh: "\(Failure.shown(login)) 的一次性代码，\(OneTimeCode.days) 天内有效，只显示这一次；请当面或电话告知本人",
        en:
          "the one-time code of \(Failure.shown(login)), good for \(OneTimeCode.days) days and shown this once; tell it them in person or by telephone"
      )
      Output.message(words[options.language])
    }
    return ["login": .string(login), "code": .string(code.description), "days": .number(String(OneTimeCode.days))]
  }

  private func take(from login: String, _ store: CenterStore, _ options: StoreOptions) throws -> JSONValue {
    try store.withdrawPassword(of: login, by: options.acting())
    if !json {
      let name = Failure.shown(login)
      Output.message(Phrase(zh: "已收回：\(name) 不能再凭口令进入", en: "taken away: \(name) comes in by no password any more")[options.language])
    }
    return ["login": .string(login), "withdrawn": .bool(true)]
  }
}
