/// Who bears a ticket: told in no file, and bound by a commitment that can be opened to whoever is entitled.
public struct LotTicket: Sendable, Hashable {
  /// The expert's login.
  public let login: String
  /// Thirty-two random bytes.
  public let salt: [UInt8]

  /// Says who bears a ticket.
  public init(login: String, salt: [UInt8]) {
    self.login = login
    self.salt = salt
  }

  /// SHA-256 over three lines: `cztic ticket 1`, the random bytes in hexadecimal digits, the login.
  public var commitment: Digest256 { Digest256(ofText: "cztic ticket 1\n\(Hex.string(of: salt))\n\(login)\n") }
}

/// Why an expert is excluded from a center: bound like a ticket.
public struct LotReason: Sendable, Hashable {
  /// In words, in Chinese.
  public let text: String
  /// Thirty-two random bytes.
  public let salt: [UInt8]

  /// Says why.
  public init(text: String, salt: [UInt8]) {
    self.text = text
    self.salt = salt
  }

  /// SHA-256 over three lines: `cztic reason 1`, the random bytes in hexadecimal digits, the reason.
  public var commitment: Digest256 { Digest256(ofText: "cztic reason 1\n\(Hex.string(of: salt))\n\(text)\n") }
}
