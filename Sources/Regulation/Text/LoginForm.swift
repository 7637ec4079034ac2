import Wording

/// What a login (账号) may look like.
///
/// A login stands in the forced command of an SSH key (`--as LOGIN`), in names of folders and in messages, so it is one word that no shell and no
/// file system reads as anything else: letters and digits of any script, `.`, `_`, `-` and `@`. A store that holds other logins from before
/// keeps them.
public enum LoginForm {
  /// How many characters a login has at most.
  public static let longest = 64

  /// What is wrong with a login that somebody would be given, and what to do; `nil` where nothing is.
  public static func shortcoming(of login: String) -> Phrase? {
    let isSound =
      !login.isEmpty && login.count <= longest && !login.hasPrefix("-") && !login.hasPrefix(".")
      && login.unicodeScalars.allSatisfy(isLawful)
    if isSound { return nil }
    return Phrase(
      zh: "不能用作账号：只能由字母、汉字、数字和 . _ - @ 组成，不以 - 或 . 开头，至多 \(longest) 个字符；请另取账号",
      en: "is no login: it may hold letters, digits and . _ - @ only, begin with neither - nor ., and have \(longest) characters at most; "
        + "choose another")
  }

  private static func isLawful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "_", "-", "@": true
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
      default: false
      }
    }
  }
}
