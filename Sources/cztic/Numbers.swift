import Regulation
import Wording

/// Numbers on the command line, read as the desk and files read them: in full-width digits too.
enum Numbers {
  /// A number that cannot be taken, in the words of the desk.
  struct Problem: Error, CustomStringConvertible {
    let description: String

    /// - Parameter phrase: what is said of a value. Here it stands behind the value and a colon: in English as a sentence of its own.
    init(_ phrase: Phrase) { description = (Phrase(zh: "", en: "it ") + phrase).ofThisCall }
  }

  /// A year.
  static func year(_ text: String) throws -> Int { try whole(text, like: 2026) }

  /// How many of something.
  static func count(_ text: String) throws -> Int { try whole(text, like: 3) }

  private static func whole(_ text: String, like example: Int) throws -> Int {
    do { return try DecimalText(text).wholeNumber() } catch {
      throw Problem(
        error == .notANumber
          ? Phrase(zh: "不是数字，请写成 \(example) 这样的整数", en: "is not a number; write a whole one, like \(example)") : error.phrase)
    }
  }

  /// Makes sure that a number which was given for an option can be one.
  ///
  /// - Throws: ``Failure`` 65 that says whether it is too small or too large, and the range.
  static func require(_ number: Int?, in range: ClosedRange<Int>, _ option: String) throws {
    guard let number, !range.contains(number) else { return }
    let isSmall = number < range.lowerBound
    throw Failure(
      65,
      Phrase(
        zh: "\(option)：\(number) 太\(isSmall ? "小" : "大")，须在 \(range.lowerBound) 至 \(range.upperBound) 之间",
        en: "\(option): \(number) is too \(isSmall ? "small" : "large"); write \(range.lowerBound) to \(range.upperBound)"))
  }

  /// What something made up follows from: a whole number, not below 0.
  static func seed(_ text: String) throws -> UInt64 {
    let number = try count(text)
    guard number >= 0 else { throw Problem(NumberError.negative.phrase) }
    return UInt64(number)
  }
}
