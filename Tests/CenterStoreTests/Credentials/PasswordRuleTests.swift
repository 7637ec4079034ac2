import Testing

@testable import CenterStore

@Suite("Which passwords may be chosen, and how codes are read")
struct PasswordRuleTests {
  @Test(
    "Long ones may be, whatever they are made of",
    arguments: ["运河边的铸造厂一九五八", "correct horse", "a1b2c3d4e5", "lin 去年秋天来过", "         x运河水", "é\u{301}éééabcdéx"])
  func good(password: String) { #expect(PasswordRule.shortcoming(of: password, login: "lin") == nil) }

  @Test(
    "Short ones, the login, runs and one piece again and again may not",
    arguments: [
      "", "九个字符还不够长啊", "123456789", "1234567890", "9876543210", "qwertyuiop", "aaaaaaaaaa", "abababababab", "12341234123412",
      "expert1expert1", "Expert1!23", "abcdefghijkl", "with\u{0}control", "１２３４５６７８９０", "1qaz2wsx3edc",
    ])
  func bad(password: String) { #expect(PasswordRule.shortcoming(of: password, login: "expert1") != nil, "\(password)") }

  @Test("One of 200 characters may be chosen, one of 201 not")
  func edge() {
    let long = (0..<200).map { String($0 * 7919 % 10) }.joined()
    #expect(PasswordRule.shortcoming(of: long, login: "x") == nil)
    #expect(PasswordRule.shortcoming(of: long + "7", login: "x") != nil)
  }

  @Test("A code is twelve of thirty letters and digits that nobody mistakes, in groups of four, and is read however it is written")
  func codes() {
    var (seed, seen) = (UInt8(1), Set<Character>())
    for _ in 1...200 {
      let code = OneTimeCode { count in
        (0..<count).map { _ in
          seed = seed &* 5 &+ 77
          return seed
        }
      }
      #expect(code.description.wholeMatch(of: /[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}/) != nil)
      #expect(OneTimeCode.read(" " + code.description.lowercased().replacing("-", with: "－") + "\t") == code.characters)
      seen.formUnion(code.characters)
    }
    #expect(seen.count == 30)
  }

  @Test("A wrong secret does not open a seal, and the mark of a seal tells neither salt nor digest")
  func seal() throws {
    let cost = SecretCost(rounds: 2, blockSize: 1, parallelism: 1)
    let seal = try SecretSeal("运河", salt: Array(0..<16), cost: cost)
    #expect(try seal.holds("运河") && !seal.holds("运河 ") && !seal.holds(""))
    #expect(seal.digest.count == 32 && seal.mark.count == 64)
    #expect(try SecretSeal("运河", salt: Array(1..<17), cost: cost).mark != seal.mark)
  }
}
