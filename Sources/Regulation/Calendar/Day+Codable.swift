extension Day: Codable {
  /// Reads the day from a coded string: `2026-01-05`.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(parsing: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no day of the calendar"))
    }
    self = day
  }

  /// Writes the day as a string: `2026-01-05`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
