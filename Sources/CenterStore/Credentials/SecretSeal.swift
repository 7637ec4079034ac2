import Crypto
import CryptoExtras
import Foundation

/// How much work it takes to try one secret (scrypt). It stands beside each that is kept, so that it can be raised later.
public struct SecretCost: Sendable, Hashable {
  /// The rounds, as a power of two: 15 stands for 32,768.
  public let rounds: Int
  /// The size of a block, in units of 128 bytes.
  public let blockSize: Int
  /// How many times over.
  public let parallelism: Int

  /// Makes a cost.
  public init(rounds: Int, blockSize: Int, parallelism: Int) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// 32 MB of memory, three times over: a few tenths of a second here, and for whoever stole the file and guesses.
  public static let standard = SecretCost(rounds: 15, blockSize: 8, parallelism: 3)
}

/// What is kept of a secret: enough to tell whether somebody knows it, and not to find it out.
struct SecretSeal: Hashable {
  let cost: SecretCost
  let salt: [UInt8]
  let digest: [UInt8]

  init(cost: SecretCost, salt: [UInt8], digest: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.digest = digest
  }

  /// Seals a secret.
  ///
  /// - Parameter salt: 16 random bytes.
  init(_ secret: String, salt: [UInt8], cost: SecretCost) throws {
    self.init(cost: cost, salt: salt, digest: try SecretSeal.derive(secret, salt, cost).withUnsafeBytes { Array($0) })
  }

  /// Whether a secret is the one that was sealed. It takes the same time either way.
  func holds(_ secret: String) throws -> Bool {
    try SecretSeal.derive(secret, salt, cost) == SymmetricKey(data: digest)
  }

  /// Whether two secrets are one, however they are composed.
  static func isSame(_ secret: String, _ other: String) -> Bool { normal(secret) == normal(other) }

  /// What the audit chain says of it: binds what is kept, and tells nothing of the secret to whoever does not have the salt.
  var mark: String {
    var bytes = salt + digest
    for number in [cost.rounds, cost.blockSize, cost.parallelism] { bytes.append(UInt8(truncatingIfNeeded: number)) }
    return Digest256(of: bytes).description
  }

  private static func derive(_ secret: String, _ salt: [UInt8], _ cost: SecretCost) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: normal(secret), salt: salt, outputByteCount: 32, rounds: 1 << cost.rounds, blockSize: cost.blockSize,
      parallelism: cost.parallelism)
  }

  /// However an input method or a keyboard composed it, it is the same secret.
  private static func normal(_ secret: String) -> [UInt8] { Array(secret.precomposedStringWithCompatibilityMapping.utf8) }
}
