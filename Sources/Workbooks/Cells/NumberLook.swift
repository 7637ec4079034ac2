/// What the format of a cell makes of its number, so far as it is another thing then: a day, a time, a share, noughts that belong to a code.
///
/// No format rounds: the file holds the number that was typed, and that is taken.
enum NumberLook: Sendable, Hashable {
  /// A number with at least so many digits before and after the point.
  case number(whole: Int, decimals: Int)
  /// A share of a hundred.
  case percent
  /// A day.
  case day
  /// A day with a time of day.
  case moment
  /// A time of day alone.
  case time

  /// A number as it is.
  static let general = NumberLook.number(whole: 1, decimals: 0)

  /// One of the formats that need no code. Those of 27 to 36 and 50 to 58 are days in the Chinese, Japanese and Korean editions.
  init(builtIn id: Int) {
    switch id {
    case 2, 4, 39, 40: self = .number(whole: 1, decimals: 2)
    case 9, 10: self = .percent
    case 14...17, 27...31, 34...36, 50...54, 57, 58: self = .day
    case 18...21, 32, 33, 45...47, 55, 56: self = .time
    case 22: self = .moment
    default: self = .general
    }
  }

  /// A format by its code: `yyyy"年"m"月"d"日"`, `0.00_ `, `00000`.
  init(code: String) {
    let letters = NumberLook.bare(code)
    let hasDay = letters.contains("y") || letters.contains("d") || letters.contains("e") && letters.contains("m")
    let hasTime = letters.contains("h") || letters.contains("s")
    if letters.contains("general") || letters.contains("g/") {
      self = .general
    } else if hasDay || letters.contains("m") && !hasTime && !letters.contains("0") {
      self = hasTime ? .moment : .day
    } else if hasTime {
      self = .time
    } else if letters.contains("%") {
      self = .percent
    } else {
      let parts = letters.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      self = .number(
        whole: max(1, parts[0].count { $0 == "0" }), decimals: parts.count > 1 ? parts[1].prefix { $0 == "0" }.count : 0)
    }
  }

  /// What a code says of positive numbers, in small letters, without the texts and colours in it.
  private static func bare(_ code: String) -> String {
    var bare = ""
    var isQuoted = false
    var isBracketed = false
    var skips = false
    for character in code {
      switch character {
      case _ where skips: skips = false
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "[": isBracketed = true
      case "]": isBracketed = false
      case _ where isBracketed: break
      // The next character stands for itself, or for a blank as wide as it.
      case "\\", "_", "*": skips = true
      case ";": return bare.lowercased()
      default: bare.append(character)
      }
    }
    return bare.lowercased()
  }
}
