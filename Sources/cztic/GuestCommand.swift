import ArgumentParser
import CenterStore
import CursesTerminal
import DemoData
import Desk
import DeskRuntime
import Foundation
import Regulation
import Wording

/// `cztic guest`: the desk on made-up data for an SSH account that anybody may use.
struct GuestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "guest", zh: "供任何人试用的 SSH 账号：每位来访者各有一份演示数据，离开即删除。",
    en: "For an SSH account that anybody may use: every visitor gets made-up data of their own, which goes away when they leave.",
    discussion: Phrase(
      zh: "同时来访的人数、每份数据的大小、停留和空闲的时间都有限；进程被终止时留下的，由下一位来访者进入时清除。",
      en: """
        How many may come at once, how large each store may grow, how long one may stay and be idle have limits. What a process left that was killed is \
        taken away when the next visitor comes.
        """))

  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  @Argument(help: ArgumentHelp(zh: "放演示数据的文件夹，只给这个账号用", en: "Where their stores are; a folder for this alone.", value: .folder))
  var folder: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp(zh: "同时最多几位，不写为 20", en: "How many at once; 20 unless told.", value: .number),
    transform: Numbers.count)
  var seats = 20
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(zh: "每份数据最多几 MB，不写为 64", en: "How many MB each store may grow to; 64 unless told.", value: .number),
    transform: Numbers.count)
  var megabytes = 64
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(zh: "最多停留几分钟，不写为 120", en: "How many minutes one may stay; 120 unless told.", value: .number),
    transform: Numbers.count)
  var minutes = 120
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(zh: "几分钟没有操作就结束，不写为 15", en: "After how many minutes without a key it ends; 15 unless told.", value: .number),
    transform: Numbers.count)
  var idle = 15

  func run() throws {
    let options = options.merged(root.options)
    RemoteClient.forget()
    try options.reporting {
      if options.storePath != nil || options.actor != nil {
        throw Failure(
          64,
          Phrase(
            zh: "guest 给每位来访者各自的数据，身份由其自选，不能与 --store、--as 同用",
            en: "guest gives every visitor a store of their own, and they choose who to be: --store and --as do not go with it"))
      }
      try Numbers.require(seats, in: 1...1000, "--seats")
      try Numbers.require(megabytes, in: 8...4096, "--megabytes")
      try Numbers.require(minutes, in: 1...1440, "--minutes")
      try Numbers.require(idle, in: 1...1440, "--idle")
      let today = try options.today.map { try StoreOptions.day($0, "--today") } ?? Surroundings.system.now().day
      try TerminalSession.require()
      Output.message(Phrase(zh: "正在准备演示数据……", en: "making up data …")[options.language])
      let hall = GuestHall(folder: URL(fileURLWithPath: folder), seats: seats, bytes: megabytes << 20)
      let seat: GuestSeat
      do { seat = try hall.enter(centers: DemoStore.usualCenters, today: today) } catch GuestHall.Refusal.full(let seats) {
        throw Failure(
          73, Phrase(zh: "已有 \(seats) 位来访者，没有空位，请稍后再来", en: "all \(seats.counted("seat is", "seats are")) taken; come again later"))
      } catch GuestHall.Refusal.unusable(let path, let reason) {
        throw Failure(73, Phrase(zh: "文件夹 \(path) 不能使用：", en: "\(path) cannot be used: ") + reason)
      }
      defer { seat.leave() }
      let rule = VisitRule(stay: .seconds(60 * minutes), idle: .seconds(60 * idle))
      try TerminalSession.open(
        seat.store, login: options.actor, language: options.language, isLanguageGiven: options.languageName != nil, mayChoose: true,
        visit: rule)
    }
  }
}
