/// A set of words that is written in one order, so that the same set always gives the same text: what a store keeps and the audit chain holds
/// would otherwise hang on how a process happens to order its sets. It is read in any order.
@propertyWrapper
public struct InOrder<Word: RawRepresentable & Hashable & Sendable & Codable>: Sendable, Hashable, Codable where Word.RawValue == String {
  /// The set.
  public var wrappedValue: Set<Word>

  /// Holds a set.
  public init(wrappedValue: Set<Word>) { self.wrappedValue = wrappedValue }

  /// Reads the words.
  public init(from decoder: any Decoder) throws { wrappedValue = try Set(from: decoder) }

  /// Writes the words, in the order of their bytes.
  public func encode(to encoder: any Encoder) throws {
    try wrappedValue.map(\.rawValue).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.encode(to: encoder)
  }
}
