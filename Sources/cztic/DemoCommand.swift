import ArgumentParser
import CenterStore
import DemoData
import Foundation
import Regulation
import Wording

/// `cztic demo`: a throw-away store with made-up data, and the desk on it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "demo", zh: "用虚构的演示数据试用评审台；关闭后数据即删除，写了 --store 的留在该文件。",
    en: "Try the desk on made-up, plainly fictional data; the store goes away when the desk closes, unless --store names a file: it stays.")
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic
  @Option(parsing: .unconditional, help: ArgumentHelp(zh: "几个中心", en: "How many centers.", value: .number), transform: Numbers.count)
  var centers = DemoStore.usualCenters
  @Option(
    parsing: .unconditional, help: ArgumentHelp(zh: "演示数据的种子", en: "What everything made up follows from.", value: .number),
    transform: Numbers.seed)
  var seed: UInt64 = 1
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      zh: "打开评审台；与 --store 同用时，--no-open 只写数据文件", en: "Open the desk; with --store, --no-open only writes the store."))
  var open = true

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      try Numbers.require(centers, in: 1...1_000_000, "--centers")
      guard open || options.storePath != nil else {
        throw Failure(64, Phrase(zh: "--no-open 须与 --store 一起使用", en: "--no-open goes with --store FILE"))
      }
      let today = try options.today.map { try StoreOptions.day($0, "--today") } ?? Surroundings.system.now().day
      if let path = options.storePath {
        let store = try DemoStore.make(at: path, centers: centers, seed: seed, today: today)
        if open { try show(store, options) } else { try tell(of: store, at: path, options) }
        return
      }
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cztic-demo-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { try? FileManager.default.removeItem(at: folder) }
      let store = try DemoStore.make(at: folder.appendingPathComponent("store.sqlite").path, centers: centers, seed: seed, today: today)
      try show(store, options)
    }
  }

  /// Says what was written, and how to look at it.
  private func tell(of store: CenterStore, at path: String, _ options: StoreOptions) throws {
    let who = Acting("admin", .command)
    let users = try store.users(by: who)
    let (rounds, applications) = (try store.rounds(by: who), try store.applications(by: who))
    let (experts, hosts) = (users.count { $0.role == .expert }, users.count { $0.role == .host })
    let words = Phrase(
      zh: """
        已写入演示数据 \(path)：中心 \(centers) 个，专家 \(experts) 位，依托单位账号 \(hosts) 个，评估年度 \(rounds.count) 个，申请 \(applications.count) 件；均为虚构。
        打开：cztic --store \(path)（在第一屏选择身份，或加 --as bureau）
        """,
      en: """
        made up \(path): \(centers.counted("center")), \(experts.counted("expert")), \(hosts.counted("login of a host", "logins of hosts")), \
        \(rounds.count.counted("round")), \(applications.count.counted("application")); nothing in it is real
        open it with: cztic --store \(path)   (the first screen asks who to be; --as bureau is one)
        """)
    for line in words[options.language].split(separator: "\n") { Output.message(Failure.harmless(String(line))) }
  }

  private func show(_ store: CenterStore, _ options: StoreOptions) throws {
    try TerminalSession.open(
      store, login: options.actor, language: options.language, isLanguageGiven: options.languageName != nil, mayChoose: true)
  }
}
