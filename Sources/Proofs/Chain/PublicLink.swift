/// A link of the audit chain as strangers see it: what was done, when and by which way; who did it and what changed are there as commitments only.
public struct PublicLink: Sendable, Hashable {
  /// Its number; the first of a chain is 1.
  public let number: Int64
  /// When it happened, as the chain writes it: `2026-11-24T05:49:28.123Z`.
  public let time: String
  /// What was done; a name of the program's acts.
  public let act: String
  /// By which way it came.
  public let channel: String
  /// SHA-256 over sixteen random bytes and the login.
  public let who: Digest256
  /// SHA-256 over sixteen random bytes and the change.
  public let change: Digest256
  /// The hash that the next link runs over.
  public let hash: Digest256

  /// Names a link.
  public init(number: Int64, time: String, act: String, channel: String, who: Digest256, change: Digest256, hash: Digest256) {
    self.number = number
    self.time = time
    self.act = act
    self.channel = channel
    self.who = who
    self.change = change
    self.hash = hash
  }

  /// What the hash must be, after a given predecessor.
  public func expectedHash(after previous: Digest256) -> Digest256 {
    PublicLink.hash(previous: previous, number: number, time: time, act: act, channel: channel, who: who, change: change)
  }

  /// The hash of a link: SHA-256 over eight lines of text, each ended by a line feed, so that `sha256sum` can repeat it by hand:
  /// `cztic link 1`, the previous hash, the number, the time, the act, the channel and the two commitments.
  public static func hash(
    previous: Digest256, number: Int64, time: String, act: String, channel: String, who: Digest256, change: Digest256
  ) -> Digest256 {
    Digest256(ofText: "cztic link 1\n\(previous)\n\(number)\n\(time)\n\(act)\n\(channel)\n\(who)\n\(change)\n")
  }

  /// The link in one line of a published file: its parts, one blank between two.
  public var line: String { "\(number) \(time) \(act) \(channel) \(who) \(change) \(hash)" }
}

/// What a link changed, shown to strangers: the document, and the sixteen bytes that hid it.
public struct OpenedChange: Sendable, Hashable {
  /// The link's number.
  public let number: Int64
  /// The document, as the chain holds it.
  public let document: String
  /// Sixteen random bytes.
  public let salt: [UInt8]

  /// Opens a change.
  public init(number: Int64, document: String, salt: [UInt8]) {
    self.number = number
    self.document = document
    self.salt = salt
  }

  /// What the link must commit to.
  public var commitment: Digest256 { Digest256(of: salt, Array(document.utf8)) }
}
