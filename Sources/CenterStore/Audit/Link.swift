import Proofs
import Regulation

/// One link of the audit chain (design: trust): what happened, bound to everything that happened before.
///
/// Its hash runs over the previous link's hash, its number, time, act, channel and two commitments, so that a link can be shown to a
/// stranger and verified without telling who or what, and opened later by handing over the random bytes.
public struct Link: Sendable, Hashable {
  /// Its number; the first is 1.
  public let number: Int64
  /// When it happened.
  public let time: Moment
  /// What was done; a name of ``Regulation/Act`` (a newer program may know more).
  public let act: String
  /// By which way it came.
  public let channel: String
  /// Who did it.
  public let login: String
  /// Sixteen random bytes that hide who did it.
  public let whoSalt: [UInt8]
  /// What changed: a JSON document (``Change``).
  public let change: String
  /// Sixteen random bytes that hide what changed.
  public let changeSalt: [UInt8]
  /// The hash that the next link runs over.
  public let hash: Digest256

  /// SHA-256 over sixteen random bytes and the login.
  public var whoCommitment: Digest256 { Digest256(of: whoSalt, Array(login.utf8)) }
  /// SHA-256 over sixteen random bytes and the change.
  public var changeCommitment: Digest256 { Digest256(of: changeSalt, Array(change.utf8)) }

  /// Whether the salts have the length that separates them from what they hide: with another one, a byte of the login or of the change
  /// could pass for salt, and the commitment would not show it.
  public var isWellFormed: Bool { whoSalt.count == Link.saltLength && changeSalt.count == Link.saltLength }
  /// How many random bytes hide who, and how many hide what.
  static let saltLength = 16

  /// Whether the link stands for many rows, of which it holds the number and the root: such a document ends with the root, one of a
  /// single object with an object or `null`.
  var standsForRows: Bool { change.utf8.suffix(2).elementsEqual("\"}".utf8) }

  /// What strangers may see of it.
  public var inPublic: PublicLink {
    PublicLink(
      number: number, time: time.description, act: act, channel: channel, who: whoCommitment, change: changeCommitment, hash: hash)
  }

  /// What the hash must be, after a given predecessor.
  public func expectedHash(after previous: Digest256) -> Digest256 {
    inPublic.expectedHash(after: previous)
  }
}
