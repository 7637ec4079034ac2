import CenterStore
import Crypto
import CryptoExtras
import Foundation
import Proofs

/// How the phrase of a file came to be.
public enum SealPhrase: String, Sendable, Hashable, Codable {
  /// The program made it, and showed it once: ``CenterStore/OneTimeCode``. It is typed in small letters or large, with hyphens or without.
  case made
  /// The expert chose it, by ``CenterStore/PasswordRule``.
  case chosen
}

/// What a file says of the key that opens it: all but the phrase.
public struct SealLock: Sendable, Hashable, Codable {
  /// How the phrase came to be.
  public let phrase: SealPhrase
  /// The work of trying one (scrypt): the rounds, as a power of two.
  public let rounds: Int
  /// The size of a block, in units of 128 bytes.
  public let blockSize: Int
  /// How many times over.
  public let parallelism: Int
  /// Sixteen random bytes, as hexadecimal digits.
  public let salt: String
  /// Eight bytes that scrypt gives beside the key: by them a wrong phrase is told from an altered file.
  public let check: String

  /// Whether the work is within bounds, so that no file makes a machine work without end.
  var isLawful: Bool {
    (1...18).contains(rounds) && (1...8).contains(blockSize) && (1...4).contains(parallelism) && salt.utf8.count == 32
  }
}

/// The key of a file, which exists only while the file is worked on.
public struct SealKey: Sendable {
  let key: SymmetricKey
  let check: String

  /// A key for a new file.
  ///
  /// - Returns: the key, and what the file says of it.
  public static func new(
    _ phrase: String, _ kind: SealPhrase, cost: SecretCost = .standard, randomBytes: (Int) -> [UInt8]
  ) throws(OfflineError) -> (SealKey, SealLock) {
    let salt = Hex.string(of: randomBytes(16))
    let open = SealLock(
      phrase: kind, rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism, salt: salt, check: "")
    let key = try SealKey(phrase, open)
    let lock = SealLock(
      phrase: kind, rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism, salt: salt, check: key.check)
    return (key, lock)
  }

  /// The key that a phrase gives.
  public init(_ phrase: String, _ lock: SealLock) throws(OfflineError) {
    guard lock.isLawful else { throw .altered }
    let secret = lock.phrase == .made ? OneTimeCode.read(phrase) : phrase.precomposedStringWithCompatibilityMapping
    do {
      let derived = try KDF.Scrypt.deriveKey(
        from: Array(secret.utf8), salt: Array(lock.salt.utf8), outputByteCount: 40, rounds: 1 << lock.rounds, blockSize: lock.blockSize,
        parallelism: lock.parallelism)
      let bytes = derived.withUnsafeBytes { Array($0) }
      key = SymmetricKey(data: bytes[..<32])
      check = Hex.string(of: bytes[32...])
    } catch {
      throw .altered
    }
  }
}

/// Bytes as hexadecimal digits.
enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  static func string(of bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func bytes(of text: String) -> [UInt8]? {
    let values = text.utf8.map { digit in digits.firstIndex(of: digit).map { UInt8($0) } }
    guard values.count.isMultiple(of: 2), !values.contains(nil) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { (values[$0] ?? 0) << 4 | (values[$0 + 1] ?? 0) }
  }
}
