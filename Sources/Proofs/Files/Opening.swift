import Crypto
import TableFiles

/// What opens sheets behind a published file, to the host whose center's they are or to an auditor: points of every indicator under letters, and the
/// random bytes that hid them. Nobody's name is in it.
public struct Opening: Sendable, Hashable {
  /// What the file calls itself.
  public static let kind = "cztic opening 1"

  /// The year of the round.
  public let year: Int
  /// The digest of the published file that it belongs to.
  public let publication: Digest256
  /// The sheets, by center, then letter.
  public let sheets: [OpenedSheet]
  /// The public half of the key that signs.
  public let key: [UInt8]

  /// Opens some sheets.
  public init(year: Int, publication: Digest256, sheets: [OpenedSheet], key: [UInt8]) {
    self.year = year
    self.publication = publication
    self.sheets = sheets
    self.key = key
  }

  var json: JSONObject {
    let sheets = sheets.map { sheet -> JSONValue in
      [
        "center": .string(sheet.center), "alias": .string(sheet.alias), "salt": .string(Hex.string(of: sheet.salt)),
        "points": .strings(sheet.points.pairs.map { "\($0.code) \($0.element)" }),
      ]
    }
    return [
      "kind": .string(Opening.kind), "round": .integer(year), "publication": .string(publication.description), "sheets": .array(sheets),
      "key": .string(Hex.string(of: key)),
    ]
  }

  /// The bytes of the file, signed.
  public func signed(by key: Curve25519.Signing.PrivateKey) throws -> [UInt8] { try SignedFile.bytes(of: json, by: key) }
}
