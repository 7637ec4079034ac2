/// What documents write as the text that it is read from.
public protocol CodedAsText: Codable, LosslessStringConvertible {}

extension CodedAsText {
  /// Reads it from its text.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(text) is no \(Self.self)"))
    }
    self = value
  }

  /// Writes its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
