import Foundation
import Wording

/// Which passwords may be chosen: long ones, that are not the first that somebody would try. No mixture of kinds of characters is asked for, since
/// that makes passwords harder to keep in mind and no harder to guess.
public enum PasswordRule {
  /// The fewest characters.
  public static let shortest = 10
  /// The most characters.
  public static let longest = 200

  /// The rule, for whoever is to choose.
  public static let phrase = Phrase(
    zh: "至少 \(shortest) 个字符；不能是账号、一串连号或同一段的重复；一句话最好记",
    en:
      "\(shortest) characters at least; not the login, a run such as 1234567890, or one piece again and again; a sentence is easiest to remember"
  )

  /// Why a password may not be chosen; `nil` where it may.
  public static func shortcoming(of password: String, login: String) -> Phrase? {
    let text = password.precomposedStringWithCompatibilityMapping
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
      return Phrase(zh: "不能有控制字符", en: "must have no control characters")
    }
    let characters = Array(text.lowercased())
    if characters.count < shortest { return Phrase(zh: "至少 \(shortest) 个字符", en: "needs \(shortest) characters at least") }
    if characters.count > longest { return Phrase(zh: "最多 \(longest) 个字符", en: "has \(longest) characters at most") }
    let own = Array(login.lowercased())
    if !own.isEmpty, leftover(of: characters, without: own) < 4 {
      return Phrase(zh: "不能就是账号，或账号加几个字", en: "must be more than the login with a few characters")
    }
    if isRepeated(characters) { return Phrase(zh: "不能是同一段的重复", en: "must not be one piece again and again") }
    if isRun(characters) { return Phrase(zh: "不能是键盘或数字的连号", en: "must not be a run of the keyboard or of digits") }
    return nil
  }

  /// How many characters are left when each occurrence of a word is taken out.
  private static func leftover(of characters: [Character], without word: [Character]) -> Int {
    var (left, place) = (0, 0)
    while place < characters.count {
      if characters[place...].starts(with: word) { place += word.count } else { (left, place) = (left + 1, place + 1) }
    }
    return left
  }

  /// Whether all of it is a piece of at most four characters, again and again.
  private static func isRepeated(_ characters: [Character]) -> Bool {
    (1...4).contains { period in zip(characters, characters.dropFirst(period)).allSatisfy { $0 == $1 } }
  }

  /// Whether it lies on a row of the keyboard, or in a row of digits or letters, forward or backward.
  private static func isRun(_ characters: [Character]) -> Bool {
    let text = String(characters)
    return ["1234567890", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz", "0123456789", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"]
      .contains { row in
        let both = [row, String(row.reversed())]
        return both.contains { ($0 + $0).contains(text) }
      }
  }
}
