import Crypto
import Foundation
import GRDB
import Proofs
import Regulation

extension CenterStore {
  /// The public half of the key that signs the store's published files; `nil` as long as none was given out. It is printed on notices.
  ///
  /// - Throws: ``StoreError/unknownLogin(_:)``.
  public func signingKey(by who: Acting) throws(StoreError) -> [UInt8]? {
    try read(by: who) { db, _ in try Data.fetchOne(db, sql: "SELECT public FROM signing_key ORDER BY link DESC LIMIT 1").map(Array.init) }
  }
}

extension Operation {
  /// The key that signs what is given out. It is made when it is needed first; the chain holds its public half.
  func signingKey() throws -> Curve25519.Signing.PrivateKey {
    if let kept = try Data.fetchOne(db, sql: "SELECT private FROM signing_key ORDER BY link DESC LIMIT 1") {
      return try Curve25519.Signing.PrivateKey(rawRepresentation: kept)
    }
    let secret = randomBytes(32)
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: secret)
    let bytes = Array(key.publicKey.rawRepresentation)
    let link = try append(.makeKey, Change(object: "key/\(Hex.string(of: bytes))", after: [("public", Hex.string(of: bytes))]))
    try db.execute(
      sql: "INSERT INTO signing_key(public, private, link) VALUES (?, ?, ?)", arguments: [Blob(bytes), Blob(secret), link])
    return key
  }
}
