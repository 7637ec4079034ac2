import Crypto
import TableFiles

/// A published file: the results of a round, and what lets anyone check that the panel was drawn by lot, that each figure follows from its sheets, and
/// that nothing was altered afterwards. The sheets themselves are bound and not shown.
public struct Publication: Sendable, Hashable {
  /// A draw by lot.
  public struct Lot: Sendable, Hashable {
    /// The link that bound the terms.
    public let bound: Int64
    /// What the lot went by.
    public let terms: ProofText
    /// The link that holds the outcome; `nil` for a lot that was bound and never drawn.
    public let drawn: Int64?
    /// What was drawn.
    public let outcome: ProofText?

    /// Puts a lot on file.
    public init(bound: Int64, terms: ProofText, drawn: Int64?, outcome: ProofText?) {
      self.bound = bound
      self.terms = terms
      self.drawn = drawn
      self.outcome = outcome
    }
  }

  /// The sheets that one link bound.
  public struct Binding: Sendable, Hashable {
    /// The link.
    public let link: Int64
    /// What it bound.
    public let sheets: ProofText

    /// Puts a binding on file.
    public init(link: Int64, sheets: ProofText) {
      self.link = link
      self.sheets = sheets
    }
  }

  /// What the file calls itself.
  public static let kind = "cztic publication 1"

  /// The results.
  public let results: ProofText
  /// The draws, by number.
  public let lots: [Lot]
  /// The bindings of sheets that still count, by link; of a center the last one counts.
  public let bindings: [Binding]
  /// The hash of the link before the first of ``links``.
  public let before: Digest256
  /// The links from the announcement of the round to this publication, without a gap.
  public let links: [PublicLink]
  /// What those links changed that bound something of this file, by number.
  public let opened: [OpenedChange]
  /// The public half of the key that signs.
  public let key: [UInt8]

  /// Puts a file together.
  public init(
    results: ProofText, lots: [Lot], bindings: [Binding], before: Digest256, links: [PublicLink], opened: [OpenedChange], key: [UInt8]
  ) {
    self.results = results
    self.lots = lots
    self.bindings = bindings
    self.before = before
    self.links = links
    self.opened = opened
    self.key = key
  }

  /// The file's members but for the signature, in their order.
  var json: JSONObject {
    var lots: [JSONValue] = []
    for lot in self.lots {
      lots.append([
        "bound": .integer(lot.bound), "terms": .strings(lot.terms.lines), "drawn": lot.drawn.map { .integer($0) } ?? .null,
        "outcome": lot.outcome.map { .strings($0.lines) } ?? .null,
      ])
    }
    let bindings = bindings.map { binding -> JSONValue in ["link": .integer(binding.link), "sheets": .strings(binding.sheets.lines)] }
    let opened = opened.map { change -> JSONValue in
      ["link": .integer(change.number), "change": .string(change.document), "salt": .string(Hex.string(of: change.salt))]
    }
    return [
      "kind": .string(Publication.kind), "results": .strings(results.lines), "lots": .array(lots), "bindings": .array(bindings),
      "before": .string(before.description), "links": .strings(links.map(\.line)), "opened": .array(opened),
      "head": .string((links.last?.hash ?? before).description), "key": .string(Hex.string(of: key)),
    ]
  }

  /// The bytes of the file, signed.
  public func signed(by key: Curve25519.Signing.PrivateKey) throws -> [UInt8] { try SignedFile.bytes(of: json, by: key) }
}

/// A JSON file whose last member is a signature: over all bytes before the line in which it stands.
enum SignedFile {
  /// What that line begins with.
  static let mark = Array("  \"signature\": \"".utf8)

  static func bytes(of members: JSONObject, by key: Curve25519.Signing.PrivateKey) throws -> [UInt8] {
    let head = head(of: members)
    return head + mark + Hex.string(of: try key.signature(for: head)).utf8 + "\"\n}\n".utf8
  }

  /// What is signed.
  static func head(of members: JSONObject) -> [UInt8] {
    var members = members
    members["signature"] = .string("")
    // Behind the mark stand the end of the string and of the file: `"`, a line feed, `}`.
    return JSONWriter.bytes(.object(members)).dropLast(mark.count + 3)
  }
}
