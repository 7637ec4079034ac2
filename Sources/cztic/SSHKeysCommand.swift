import ArgumentParser
import CenterStore
import Glibc
import Regulation
import Wording

/// `cztic ssh-keys`: who comes with which key, as sshd reads it.
struct SSHKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "ssh-keys", zh: "为有公钥的用户打印 authorized_keys 各行：用哪把密钥登录就是谁，只能打开评审台。",
    en: "Print the authorized_keys lines of all users that have a public key: who one is follows from the key, and it opens the desk alone."
  )
  @OptionGroup var options: StoreOptions
  @ParentCommand var root: Cztic

  func run() throws {
    let options = options.merged(root.options)
    try options.reporting {
      let store = try options.openStore()
      let keys = try store.authorizedKeys(by: options.acting())
      let (program, path) = (try SSHKeysCommand.real("/proc/self/exe"), try SSHKeysCommand.real(store.path))
      for key in keys {
        guard let line = key.line(program: program, store: path) else {
          throw Failure(
            65,
            Phrase(
              zh: "\(Failure.shown(path))：路径中有换行，authorized_keys 写不下",
              en: "\(Failure.shown(path)): no line can carry a path with a line break"))
        }
        Output.line(line)
      }
      if keys.isEmpty {
        Output.message(
          Phrase(
            zh: "没有用户登记了公钥：在“用户”里填写，或导入 users 的 ssh_keys 列",
            en: "no user has a public key: write it in the list of users, or import users with ssh_keys")[options.language])
      }
    }
  }

  /// A path from the root, without links.
  private static func real(_ path: String) throws -> String {
    guard let real = realpath(path, nil) else { throw Failure(66, Phrase(zh: "没有 \(path)", en: "there is no \(path)")) }
    defer { free(real) }
    return String(cString: real)
  }
}
