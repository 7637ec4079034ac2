import Testing

@testable import Regulation

@Suite("What logins and codes look like")
struct NameFormTests {
  @Test(
    "Letters and digits of any script and . _ - @ make a login",
    arguments: ["a", "expert1", "e.1", "zhang_san", "li-si@kjj", "专家1", "李四", "é1", "９", "_x", "@x", String(repeating: "长", count: 64)])
  func login(_ text: String) { #expect(LoginForm.shortcoming(of: text) == nil) }

  @Test(
    "What a shell, a file system or a reader could take for something else is none",
    arguments: [
      "", "ex 1", "a b\"c", "-x", "../../x;rm", ".x", "a/b", "a\\b", "a'b", "a`b", "a$b", "a;b", "a\u{3000}b", "a\u{200B}b", "a，b", "甲：乙",
      "a\u{301}\u{301}\u{301}", "🙂", "½", String(repeating: "x", count: 65),
    ])
  func noLogin(_ text: String) {
    let phrase = LoginForm.shortcoming(of: text)
    #expect(phrase != nil && phrase?.zh.isEmpty == false)
  }

  @Test("Codes as registries write them", arguments: ["C1", "YS2021-0006", "冀CZ〔2024〕3号", "CZ.A_1", "第3号", "①", "a(b)"])
  func code(_ text: String) {
    #expect(CenterCodeForm.shortcoming(of: text) == nil)
    #expect(Array(text.utf8).withUnsafeBytes { CenterCodeForm.isSound($0) })
  }

  @Test(
    "Blanks, slashes, quotes and a hyphen at the beginning are in no code",
    arguments: [
      "", "A 1", "A\u{3000}1", "A\u{A0}1", "A/1", "A\\1", "A／1", "A\"1", "A'1", "A“1", "A”1", "「A」", "A`1", "-A", "A\u{200B}1", "A\t1",
    ])
  func noCode(_ text: String) {
    #expect(CenterCodeForm.shortcoming(of: text) != nil)
    #expect(Array(text.utf8).withUnsafeBytes { !CenterCodeForm.isSound($0) })
  }
}
