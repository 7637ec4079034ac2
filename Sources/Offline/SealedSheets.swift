import CenterStore
import Crypto
import Foundation
import Proofs

/// The form of the file: canonical JSON of a header, which can be read, and the sheets, encrypted and authenticated together with the header.
///
/// Each byte of a file follows from the sheets, the key and the nonce. So whatever is not, byte for byte, what sealing gives was altered.
/// The article: <doc:Offline>.
public enum SealedSheets {
  /// What can be read of a file without its phrase. Changed, it opens no file.
  public struct Header: Sendable, Hashable, Codable {
    /// What the file is.
    public let format: String
    /// The version of its form.
    public let version: Int
    /// What the taking is called.
    public let id: String
    /// The year of the round.
    public let year: Int
    /// Who took it.
    public let login: String
    /// Of the key.
    public let lock: SealLock
    /// Twelve random bytes, new with each save.
    public let nonce: String
  }

  private struct File: Codable {
    let header: Header
    let sealed: Data
  }

  private static let format = "cztic offline sheets"
  private static let version = 1
  /// The most bytes that are looked at.
  public static let limit = 1 << 26

  /// The bytes of a file.
  public static func seal(
    _ sheets: OfflineSheets, _ key: SealKey, _ lock: SealLock, randomBytes: (Int) -> [UInt8]
  ) throws(OfflineError) -> [UInt8] {
    let nonce = randomBytes(12)
    let header = Header(
      format: format, version: version, id: sheets.taken.id, year: sheets.taken.round.year, login: sheets.taken.login.string, lock: lock,
      nonce: Hex.string(of: nonce))
    do {
      let box = try ChaChaPoly.seal(
        canonical(sheets), using: key.key, nonce: ChaChaPoly.Nonce(data: nonce), authenticating: canonical(header))
      return Array(try canonical(File(header: header, sealed: box.ciphertext + box.tag))) + [0x0A]
    } catch {
      throw .altered
    }
  }

  /// The bytes of a file that leaves the desk.
  ///
  /// - Parameters:
  ///   - phrase: what opens it.
  ///   - kind: how it came to be.
  public static func seal(
    _ sheets: OfflineSheets, _ phrase: String, _ kind: SealPhrase, cost: SecretCost = .standard,
    randomBytes: (Int) -> [UInt8] = Surroundings.system.randomBytes
  ) throws(OfflineError) -> [UInt8] {
    let (key, lock) = try SealKey.new(phrase, kind, cost: cost, randomBytes: randomBytes)
    return try seal(sheets, key, lock, randomBytes: randomBytes)
  }

  /// What can be read of a file without its phrase.
  ///
  /// - Throws: ``OfflineError/notOurs(_:)``, ``OfflineError/newer(_:)``, ``OfflineError/altered``.
  public static func header(of bytes: [UInt8], name: String) throws(OfflineError) -> Header { try read(bytes, name).header }

  /// Opens a file.
  ///
  /// - Throws: ``OfflineError/wrongPhrase``, ``OfflineError/altered`` and as ``header(of:name:)``.
  public static func open(_ bytes: [UInt8], _ key: SealKey, name: String) throws(OfflineError) -> OfflineSheets {
    let file = try read(bytes, name)
    if file.header.lock.check != key.check { throw .wrongPhrase }
    guard let nonce = Hex.bytes(of: file.header.nonce), file.sealed.count > 16 else { throw .altered }
    do {
      let box = try ChaChaPoly.SealedBox(
        nonce: ChaChaPoly.Nonce(data: nonce), ciphertext: file.sealed.dropLast(16), tag: file.sealed.suffix(16))
      let text = try ChaChaPoly.open(box, using: key.key, authenticating: canonical(file.header))
      return try JSONDecoder().decode(OfflineSheets.self, from: text)
    } catch {
      throw .altered
    }
  }

  private static func read(_ bytes: [UInt8], _ name: String) throws(OfflineError) -> File {
    struct Kind: Decodable {
      struct Header: Decodable { let format: String, version: Int }
      let header: Header
    }
    let data = Data(bytes)
    guard let kind = try? JSONDecoder().decode(Kind.self, from: data), kind.header.format == format else { throw .notOurs(name) }
    if kind.header.version > version { throw .newer(name) }
    guard let file = try? JSONDecoder().decode(File.self, from: data), file.header.lock.isLawful,
      let again = try? canonical(file) + [0x0A], again == data
    else { throw .altered }
    return file
  }

  private static func canonical(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}
