extension BinaryInteger {
  /// So many of something, in English: `1 center`, `2 centers`.
  ///
  /// - Parameters:
  ///   - one: what one of them is called.
  ///   - many: what several are called, where that is not `one` with an `s`.
  public func counted(_ one: String, _ many: String? = nil) -> String { self == 1 ? "1 \(one)" : "\(self) \(many ?? one + "s")" }
}
