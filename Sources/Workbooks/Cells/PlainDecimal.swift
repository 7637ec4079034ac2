/// A number of a cell, as the spreadsheet means it: fifteen digits and where the point stands, of which the file may hold seventeen
/// (`8.0500000000000007`) or a power (`1E-3`).
struct PlainDecimal: Equatable {
  private var isNegative = false
  /// The digits, without noughts before and after them.
  private var digits: [UInt8] = []
  /// The place of the point, counted from before the first digit.
  private var point = 0

  /// Reads the text of a number in a file; nil where it is none.
  init?(_ text: some Collection<UInt8>) {
    var rest = text[...]
    func skip(_ byte: UInt8) -> Bool {
      guard rest.first == byte else { return false }
      rest = rest.dropFirst()
      return true
    }
    isNegative = skip(0x2D)
    if !isNegative { _ = skip(0x2B) }
    var sawDigit = false
    var sawPoint = false
    while let byte = rest.first, (0x30...0x39).contains(byte) || (byte == 0x2E && !sawPoint) {
      rest = rest.dropFirst()
      if byte == 0x2E {
        sawPoint = true
        continue
      }
      sawDigit = true
      if digits.isEmpty && byte == 0x30 {
        if sawPoint { point -= 1 }
        continue
      }
      digits.append(byte - 0x30)
      if !sawPoint { point += 1 }
    }
    guard sawDigit else { return nil }
    if rest.first == 0x45 || rest.first == 0x65 {
      rest = rest.dropFirst()
      guard rest.count <= 5, let power = Int(String(decoding: rest, as: UTF8.self)) else { return nil }
      point += power
      rest = rest.dropFirst(rest.count)
    }
    guard rest.isEmpty, (-400...400).contains(point) else { return nil }
    roundToFifteen()
  }

  private mutating func roundToFifteen() {
    if digits.count > 15 {
      let isUp = digits[15] >= 5
      digits.removeLast(digits.count - 15)
      if isUp {
        while digits.last == 9 { digits.removeLast() }
        if let last = digits.indices.last {
          digits[last] += 1
        } else {
          digits = [1]
          point += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (isNegative, point) = (false, 0) }
  }

  /// The number a hundred times as large: what a percentage shows.
  var percentage: PlainDecimal {
    var number = self
    if !digits.isEmpty { number.point += 2 }
    return number
  }

  /// The digits of the number without its sign, with at least so many before and after the point.
  func text(whole: Int = 1, decimals: Int = 0) -> String {
    var before = point > 0 ? Array(digits.prefix(point)) : []
    if point > digits.count { before += Array(repeating: 0, count: point - digits.count) }
    var after = point > 0 ? Array(digits.dropFirst(point)) : Array(repeating: 0, count: -point) + digits
    if digits.isEmpty { after = [] }
    if before.count < whole { before = Array(repeating: 0, count: whole - before.count) + before }
    if after.count < decimals { after += Array(repeating: 0, count: decimals - after.count) }
    let figures = before.map { $0 + 0x30 } + (after.isEmpty ? [] : [0x2E] + after.map { $0 + 0x30 })
    return (isNegative ? "-" : "") + String(decoding: figures, as: UTF8.self)
  }
}
