import Testing

@testable import Regulation

@Suite("The value of a data item")
struct FactValueTests {
  private func fact(_ code: String) throws -> Fact { try #require(FactCode(code).flatMap(try Fixture.system().fact)) }

  @Test(
    "is read as its kind asks",
    arguments: [
      ("1.1.a", "12", "12"), ("1.1.a", "1,234", "1234"), ("1.1.a", "７", "7"), ("1.1.a", "3.0", "3"), ("2.1.a", "1,234.5", "1234.50"),
      ("2.1.a", "0", "0.00"),
      ("2.2.a", "350.25", "350.25"), ("2.3.h", "100", "100.00"), ("2.3.h", "0", "0.00"), ("1.1.l", " 部分 ", "部分"), ("1.1.h", "一\n二", "一\n二"),
      ("2.1.a", "9999999999.99", "9999999999.99"),
    ])
  func lawful(_ code: String, _ raw: String, _ written: String) throws {
    let value = try #require(try FactValue.parse(raw, for: fact(code)))
    #expect(value.description == written)
    #expect(value.fits(try fact(code)))
    #expect(try FactValue.parse(value.description, for: fact(code)) == value)
  }

  @Test("blank is not 0", arguments: ["1.1.a", "2.1.a", "2.3.h", "1.1.l", "1.1.h"])
  func blank(_ code: String) throws { #expect(try FactValue.parse(" 　", for: fact(code)) == nil) }

  @Test(
    "is refused with what is wrong",
    arguments: [
      ("1.1.a", "1.5", FactError.number(.notWhole)), ("1.1.a", "-1", .number(.negative)), ("1.1.a", "十", .number(.notANumber)),
      ("1.1.a", "10000000000", .number(.tooLarge)), ("2.1.a", "1.234", .number(.tooPrecise)), ("2.1.a", "-0.01", .number(.negative)),
      ("2.1.a", "10000000000", .number(.tooLarge)), ("2.3.h", "100.01", .number(.above(Hundredths(whole: 100)))),
      ("2.3.h", "95%", .number(.notANumber)),
      ("1.1.l", "有", .notAChoice(["是", "部分", "否"])), ("2.1.d", "5", .derived), ("2.1.d", "", .derived),
      ("1.1.h", "a\u{1B}[2J", .text(.forbidden(scalar: 0x1B, .control))),
    ] as [(String, String, FactError)])
  func unlawful(_ code: String, _ raw: String, _ error: FactError) throws {
    let fact = try fact(code)
    #expect(throws: error) { try FactValue.parse(raw, for: fact) }
    #expect(!error.phrase.zh.isEmpty)
  }

  @Test("fits only items of its kind")
  func fits() throws {
    #expect(!FactValue.count(5).fits(try fact("2.1.a")))
    #expect(!FactValue.count(-5).fits(try fact("1.1.a")))
    #expect(!FactValue.figure(Hundredths(10_001)).fits(try fact("2.3.h")))
    #expect(!FactValue.choice("有").fits(try fact("1.1.l")))
    #expect(!FactValue.text("").fits(try fact("1.1.h")))
    #expect(!FactValue.figure(.zero).fits(try fact("2.1.d")))
  }
}
