import Regulation

/// A test may write lawful text as a literal.
extension PlainText: ExpressibleByStringLiteral {
  /// The text of the literal.
  public init(stringLiteral literal: StaticString) { self.init(literal: literal) }
}
