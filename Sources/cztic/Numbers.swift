import Regulation
import Wording

/// Numbers on the command line, read as the desk and files read them: in full-width digits too.
enum Numbers {
  /// A number that cannot be taken, in the words of the desk.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  /// A whole number.
  static func whole(_ text: String) throws -> Int {
    do { return try DecimalText(text).wholeNumber() } catch {
      throw Problem(
        description: error == .notANumber
          ? Phrase(zh: "不是数字，请写成 2026 这样的整数", en: "is not a number; write a whole one, like 2026").ofThisCall : error.phrase.ofThisCall)
    }
  }

  /// What something made up follows from: a whole number, not below 0.
  static func seed(_ text: String) throws -> UInt64 {
    let number = try whole(text)
    guard number >= 0 else { throw Problem(description: NumberError.negative.phrase.ofThisCall) }
    return UInt64(number)
  }
}
