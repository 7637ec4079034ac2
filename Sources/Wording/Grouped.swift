extension Int {
  /// With a comma between thousands, as both languages write it.
  public var grouped: String {
    var digits = Array(String(magnitude).utf8)
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(UInt8(ascii: ","), at: place) }
    return (self < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}
