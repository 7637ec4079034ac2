import Foundation
import Wording

/// A public key as OpenSSH writes it: `ssh-ed25519 AAAA… comment`.
public struct SSHKey: Sendable, Hashable {
  /// What kind it is: `ssh-ed25519`.
  public let kind: String
  /// The key itself, in base64.
  public let blob: String

  /// The kinds that OpenSSH still takes.
  static let kinds: Set<String> = [
    "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
  ]

  /// Why a line is no public key. Its words say what is wrong with what stands there, as those of ``Regulation/PlainTextError`` do.
  public enum Fault: Error, Sendable, Hashable {
    /// It begins with something else than a kind of key; options such as `command=` are the desk's to write.
    case kind(String)
    /// A private key was given away.
    case isPrivate
    /// What follows the kind is cut off, mixed up, or another kind's.
    case blob

    /// What is wrong, and what to write.
    public var phrase: Phrase {
      switch self {
      case .kind(let word):
        Phrase(
          zh: "“\(word)”不是公钥的类型；请写 .pub 文件中的一整行，如 ssh-ed25519 AAAA…",
          en: "begins with “\(word)”, which is no kind of public key; write the line of the .pub file, like ssh-ed25519 AAAA…")
      case .isPrivate:
        Phrase(
          zh: "是私钥，不能交给任何人；请写 .pub 文件中的一整行，并另生成一对密钥",
          en: "is a private key, which is nobody else's to have; write the line of the .pub file, and make a new pair")
      case .blob:
        Phrase(zh: "公钥残缺或与类型不符；请把 .pub 文件中的一整行重新复制过来", en: "is cut off or mixed up; copy the whole line of the .pub file again")
      }
    }
  }

  /// Reads a line.
  public init(_ line: String) throws(Fault) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    if line.contains("PRIVATE KEY") { throw .isPrivate }
    guard let kind = words.first, SSHKey.kinds.contains(kind) else { throw .kind(String((words.first ?? "").prefix(30))) }
    guard words.count > 1, let bytes = Data(base64Encoded: words[1]), SSHKey.name(in: bytes) == kind else { throw .blob }
    self.kind = kind
    blob = words[1]
  }

  /// The keys of a text, one a line; blank lines are passed over.
  public static func all(in text: String) throws(Fault) -> [SSHKey] {
    var keys: [SSHKey] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) { keys.append(try SSHKey(String(line))) }
    return keys
  }

  /// The kind that a key names itself, and whether something follows it: its length in four bytes, then the name, then at least one number.
  private static func name(in bytes: Data) -> String? {
    guard bytes.count > 4 else { return nil }
    let count = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard count > 0, bytes.count > 4 + count + 4 else { return nil }
    return String(bytes: bytes.dropFirst(4).prefix(count), encoding: .utf8)
  }
}
